/** What a form or a template prints where a value is meant to come: it stands on the page and is no value. */
import { foldWords } from '../../domain/fold-text.ts';

/** A closed class, folded; only a value that is nothing else is one. */
const BLANKS: ReadonlySet<string> = new Set(
  'your name|your full name|full name|first name last name|first last|firstname lastname|name surname|vorname nachname|vorname name|ihr name|max mustermann|erika mustermann|musterstadt|musterfirma|prenom nom|nom prenom|votre nom|nombre apellidos|nombre y apellidos|su nombre|tu nombre|nome cognome|nome e cognome|il tuo nome|nome sobrenome|seu nome|nome apelido|voornaam achternaam|uw naam|imie nazwisko|imie i nazwisko|jan kowalski imie|job title|position title|your title|titre du poste|intitule du poste|titulo del puesto|company name|employer name|nom de l entreprise|nombre de la empresa|nome dell azienda|nome da empresa|nazwa firmy|university name|school name|institution name|name of school|name of university|name der hochschule|nom de l etablissement|nome da instituicao|degree name|city state|city country|street address|phone number|email address|lorem ipsum|姓名|您的姓名|氏名'.split(
    '|',
  ),
);
/** Names of blanks that are words of their own elsewhere (`Cargo` is a skill, `Centro` a firm): blanks where that very value is meant to come. */
const BLANKS_OF_FIELD: readonly (readonly [path: RegExp, words: ReadonlySet<string>])[] = [
  [/\.position$/, new Set('puesto|cargo|functietitel|stanowisko|berufsbezeichnung|stellenbezeichnung|职位'.split('|'))],
  [
    /^work\.\d+\.name$/,
    new Set('company|employer|unternehmen|firmenname|entreprise|empresa|bedrijfsnaam|公司名称|会社名'.split('|')),
  ],
  [/\.institution$/, new Set('hochschule|etablissement|centro'.split('|'))],
  [/\.studyType$/, new Set('degree|abschluss|diplome|titulo'.split('|'))],
  [/^basics\.|location$/, new Set('city|phone'.split('|'))],
];
const COUNTED =
  /^(?:skill|kenntnis|fahigkeit|competence|competencia|competenza|habilidad|habilidade|vaardigheid|umiejetnosc|company|job|position|task|project|language) (?:\d|one|two|three|four|five|a|b|c)$/;
/** `[Company]`, `<your name>`, `____`, `MM/YYYY`, `(000) 000-0000`, and what joins several. */
const MARKS =
  /\[[^\][]{1,60}\]|<[^<>]{1,40}>|\{\{?[^{}]{1,40}\}?\}|_{3,}|\b(?:mm|dd|tt|jj)[/.-](?:mm[/.-])?(?:yyyy|jjjj|aaaa|yy)\b|\b(?:yyyy|jjjj|aaaa)\b|\blorem ipsum\b.*/giu;
/** What all of them hold; most values have none of it. */
const MAY_HOLD_MARKS = /[[<{]|___|mm|dd|tt|jj|yyyy|aaaa|lorem/i;
/** No blank is called by more letters, whatever stands around them. */
const LONGEST_BLANK = 200;

/** True for a value that says nothing: rules of signs, blanks to fill in, names of the blanks. `path` is where it is to stand. */
export function isPlaceholder(value: string, path = ''): boolean {
  const rest = MAY_HOLD_MARKS.test(value) ? value.replace(MARKS, ' ') : value;
  // A bracket alone may be a remark of its own; with letters left beside it the value is one.
  if (!/[\p{L}\p{N}]/u.test(rest)) return true;
  if (rest !== value && /_{3,}/.test(value)) return true;
  if (!/[1-9\p{L}]/u.test(rest)) return true;
  if (rest.length > LONGEST_BLANK) return false;
  const folded = foldWords(rest);
  const ofField = BLANKS_OF_FIELD.some(([field, words]) => words.has(folded) && field.test(path));
  return ofField || BLANKS.has(folded) || COUNTED.test(folded);
}
