/** "5+ years", "Five years of …", "mindestens drei Jahre", "entre 3 et 5 ans", "twelve months" → months, with their place in the text. */
import { foldSameLength } from '../../../domain/fold-text.ts';

export interface Duration {
  /** The lower end, in months. */
  months: number;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  /** `part` of another duration (`two of those years`); `window`: within the last years, an age, a term, a firm's history. Neither is years asked for. */
  aside: 'part' | 'window' | undefined;
  /** "up to a year": nothing is asked for below it. */
  upTo: boolean;
}

const WORDS: readonly (readonly [value: number, words: string])[] = [
  [0.5, 'half a|half an|ein halbes|une demi|medio|mezzo|een half|pol'],
  [1, 'an|a|one|ein|eine|einem|einer|eines|un|une|uno|una|um|uma|een|jeden|jednego|rok'],
  [2, 'two|zwei|deux|dos|dois|duas|due|twee|dwa|dwoch'],
  [3, 'three|drei|trois|tres|tre|drie|trzy|trzech'],
  [4, 'four|vier|quatre|cuatro|quatro|quattro|cztery|czterech'],
  [5, 'five|funf|cinq|cinco|cinque|vijf|piec|pieciu'],
  [6, 'six|sechs|seis|sei|zes|szesc|szesciu'],
  [7, 'seven|sieben|sept|siete|sete|sette|zeven'],
  [8, 'eight|acht|huit|ocho|oito|otto'],
  [9, 'nine|neun|neuf|nueve|nove|negen'],
  [10, 'ten|zehn|dix|diez|dez|dieci|tien'],
  [12, 'twelve|zwolf|douze|doce|doze|dodici|twaalf'],
  [15, 'fifteen|funfzehn|quinze|quince|quindici|vijftien'],
  [18, 'eighteen|achtzehn|dix-huit|dieciocho|dezoito|diciotto|achttien'],
  [20, 'twenty|zwanzig|vingt|veinte|vinte|venti|twintig'],
  [24, 'twenty-four|vierundzwanzig|vingt-quatre|veinticuatro'],
];
const VALUE = new Map(WORDS.flatMap(([value, words]) => words.split('|').map((word) => [word, value])));
const NUMBER = `(?:\\d{1,2}(?:[.,]\\d)?|${[...VALUE.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const YEARS = "years?'?|yrs?|jahren?|jahres?|jahr|ans|an|annees?|anos?|anni|anno|jaren|jaar|lata|latach|lat|rok|roku|y(?=\\b)";
const MONTHS = "months?'?|mos|monaten?|monats?|mois|meses|mes|mesi|mese|maanden|maand|miesiecy|miesiace|miesiac";
const BETWEEN = '(?:-|–|—|to|bis|a|and|et|y|und|e|tot|do|or|oder|ou|o)';
const FILLER =
  '(?:or more|oder mehr|ou plus|o mas|ou mais|o piu|of meer|lub wiecej|plus|full|whole|solid|complete|consecutive|volle|volles|komplette|bonnes|good|recent|further|further|calendar|post-qualification|pqe)';
const DURATION = new RegExp(
  `(?<![\\p{L}\\d.,/€$£-])(?<low>${NUMBER})\\s?(?<plus>\\+)?(?:\\s?${BETWEEN}\\s?(?<high>${NUMBER})\\s?\\+?)?(?:\\s${FILLER})?(?<part>\\s(?:of (?:those|these)|de ces|di questi|van die))?(?:\\s|-)?(?:\\(\\d{1,2}\\+?\\)\\s)?(?:(?<years>${YEARS})|(?<months>${MONTHS}))(?![\\p{L}\\d])`,
  'uy',
);
/** Letters that words for numbers begin with, two of each: the pattern is tried at few words of a text only (a tenth of the time). */
const BEGINNINGS = new Set([...VALUE.keys()].map((word) => word.slice(0, 2)));
const A = 97;
const EAST_ASIAN = /[年년]/;
const CJK = /(?<low>\d{1,2})\s?(?:[-~至到]\s?\d{1,2})?\s?\+?\s?(?:年|년)(?!\d)/gu;

const PART_BEFORE =
  /(?:of (?:those|which|these|that)|davon|darunter|dont|de los cuales|dos quais|di cui|waarvan|w tym|z czego)[\s,]{1,3}(?:at least |minimum |wenigstens |mindestens |au moins |al menos |almeno |minstens )?$/;
const WINDOW_BEFORE =
  /(?:within|in|during|over|for) (?:the |our |your )?(?:last|past|first|next|previous|over)(?: \p{L}+)? ?$|(?:in|innerhalb|wahrend) (?:den|der|des|die) (?:letzten|vergangenen|ersten|nachsten) $|(?:au cours|dans|ces|des) (?:des |les |ces )?(?:dernieres?|derniers) $|(?:en|durante) los ultimos $|(?:older|more recent|less|longer|later) than |nicht alter als |not over |aged? |after (?:the )?(?:first )?|nach |apres |every |alle |toutes les |since |for over |seit uber |depuis plus de |every |per |pro |par |the |ages? |until |befristet auf |for the (?:next|first) $/u;
const PART_AFTER = /^\s?(?:of (?:those|these|which)\b|davon\b)/u;
const TERM_AFTER =
  /^\s?(?:of age\b|old\b|alt\b|ago\b|d'age\b|fixed|contract|vertrag|befristet|warranty|in business|of history|placement|internship|programme|program\b)/u;
const UP_TO =
  /(?:up to|bis zu|jusqu'a|hasta|ate|fino a|tot|max(?:imum|imal)?\.?|less than|under|weniger als|moins de|do) (?:a |an |about )?$/;

/** The matches of `DURATION` from left to right, none within another. */
function* matchesOf(folded: string): Generator<RegExpExecArray> {
  for (let at = 0; at < folded.length; at++) {
    if (!mayBegin(folded, at)) continue;
    DURATION.lastIndex = at;
    const match = DURATION.exec(folded);
    if (match === null) continue;
    yield match;
    at += match[0].length - 1;
  }
}

/** A digit or the beginning of a word for a number, at the beginning of a word. */
function mayBegin(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  const digit = code > 47 && code < 58;
  if (!digit && (code < 97 || code > 122)) return false;
  const before = folded.charCodeAt(at - 1);
  if ((before > 96 && before < 123) || (before > 47 && before < 58)) return false;
  return digit || code === A || BEGINNINGS.has(folded.slice(at, at + 2));
}

/** In order of place. */
export function findDurations(text: string): Duration[] {
  const folded = foldSameLength(text);
  const found: Duration[] = [];
  for (const match of matchesOf(folded)) {
    const low = numberWord(match.groups?.low);
    if (low === undefined) continue;
    const start = match.index;
    const end = start + match[0].length;
    const before = folded.slice(Math.max(0, start - 40), start);
    const years = match.groups?.years !== undefined;
    // French "an" is German "at" and English "one": only "un an" and "1 an" are a year.
    if (match.groups?.years === 'an' && low !== 1) continue;
    if (match.groups?.years === 'an' && /^(?:an?|ein|eine|one)\b/u.test(match[0])) continue;
    const aside = match.groups?.part === undefined ? asideOf(before, folded.slice(end, end + 20)) : 'part';
    found.push({ months: low * (years ? 12 : 1), start, end, aside, upTo: UP_TO.test(before) });
  }
  for (const match of EAST_ASIAN.test(text) ? text.matchAll(CJK) : []) {
    found.push({
      months: Number(match.groups?.low) * 12,
      start: match.index,
      end: match.index + match[0].length,
      aside: undefined,
      upTo: false,
    });
  }
  return found;
}

function asideOf(before: string, after: string): Duration['aside'] {
  if (PART_BEFORE.test(before) || PART_AFTER.test(after)) return 'part';
  const window = WINDOW_BEFORE.exec(before);
  const touches = window !== null && window.index + window[0].length >= before.length - 1;
  return touches || TERM_AFTER.test(after) ? 'window' : undefined;
}

function numberWord(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  return VALUE.get(word) ?? (/^\d/.test(word) ? Number(word.replace(',', '.')) : undefined);
}

/** Text without a value of its own besides the duration and words such as "of experience": `5+ years of experience`. */
export function isOnlyDuration(text: string): boolean {
  if (text.length > 300) return false;
  const durations = findDurations(text);
  if (durations.length === 0) return false;
  let rest = foldSameLength(text);
  for (const d of [...durations].reverse()) rest = `${rest.slice(0, d.start)} ${rest.slice(d.end)}`;
  const words = rest.match(/\p{L}+/gu) ?? [];
  return words.every((word) => EMPTY_WORDS.has(word));
}

const EMPTY_WORDS = new Set(
  (
    'of experience work working professional relevant at least minimum min a an the in or more and plus years year total prior previous overall practical hands on proven your you have with for paid full time similar role roles position comparable ' +
    'berufserfahrung erfahrung mindestens wenigstens praktische einschlagige relevante jahre in der dem mehr oder und uber sie haben bringen mit vergleichbaren position ' +
    "sur d experience d'experience dexperience experiencia de en un poste similaire minimum au moins professionnelle ans ou plus dans une fonction similares similar puesto al menos como minimo anos experiencia profissional esperienza di almeno nel ruolo ervaring minimaal werkervaring jaar relevante doswiadczenia min lat na podobnym stanowisku 经验 工作经验 以上"
  ).split(' '),
);
