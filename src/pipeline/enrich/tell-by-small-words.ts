/**
 * Language by the small words that running text cannot do without. A quarter of the time of a posting, a sixth of that of a resume went
 * into statistics of letters (tinyld, 0.7 to 2 ms a text), which also take English between names in capitals for Hungarian or Hindi; most
 * texts need none.
 */

/** Only words that no other language of advertisements and resumes shares. */
const SMALL_WORDS: Record<string, string> = {
  en: 'the and with you your our this that are from their who they which while not been has its or if where into about',
  de: 'und wir mit für sie ist nicht eine einen einem einer zur zum auf bei ihre ihren deine deinen oder auch sich wird werden sind durch nach über',
  fr: 'vous nous une dans pour par avec est sur votre notre vos aux sont être cette ces leur chez',
  es: 'y los las nuestro nuestra nuestros nuestras usted del sus más son',
  it: 'gli della delle degli di che nel nella sono alla dal ed nostro nostra',
  nl: 'het een wij voor niet onze jij bij zijn aan ook wordt deze naar jouw',
  pl: 'oraz się dla jest są pracy przez lub które który',
};
/** Words that a few of them share, and names with them (`van`, `von`): they support what others say. */
const SHARED_WORDS: Record<string, string> = {
  en: 'of for to in on at by as an a do per van',
  de: 'die der das den dem des im am an von vom in du',
  fr: 'de la le les et des du en un à',
  es: 'de la el en un a con por para',
  it: 'la le in il un a e con per i',
  nl: 'van de en in of der die met op te',
  pl: 'i w z na do to',
};

function languagesOf(words: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, list] of Object.entries(words))
    for (const word of list.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);
  return languages;
}
const OWN = languagesOf(SMALL_WORDS);
const SHARED = languagesOf(SHARED_WORDS);

/** Fewer may be a quotation or a name. */
const ENOUGH = 3;
/** How many times more than of the next language: a text in two languages is not decided here. */
const AHEAD = 4;
/** What is short of sentences: two words of its own and none of another language's, if what they share goes the same way. */
const ENOUGH_ALONE = 2;
const ENOUGH_WITH_SHARED = 5;
const AHEAD_WITH_SHARED = 2;

type Counts = Map<string, number>;

const most = (counts: Counts): [first: readonly [string, number], next: number] => {
  const [first = ['', 0] as const, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return [first, second?.[1] ?? 0];
};

/** ISO 639-1, or undefined where the words do not tell. */
export function tellBySmallWords(text: string): string | undefined {
  const own: Counts = new Map();
  const all: Counts = new Map();
  const count = (counts: Counts, languages: readonly string[] = []): void => {
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  };
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) {
    count(own, OWN.get(word));
    count(all, OWN.get(word) ?? SHARED.get(word));
  }
  const [[language, times], next] = most(own);
  if (times >= ENOUGH && times >= AHEAD * next) return language;
  const [[likely, support], other] = most(all);
  const alone = next === 0 && times >= ENOUGH_ALONE && likely === language;
  return alone && support >= ENOUGH_WITH_SHARED && support >= AHEAD_WITH_SHARED * other ? language : undefined;
}
