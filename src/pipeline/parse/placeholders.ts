/** What a form or a template prints where a value is meant to come: it stands on the page and is no value. */
import { foldWords } from '../../domain/fold-text.ts';

/** A closed class, folded; only a value that is nothing else is one. */
const BLANKS: ReadonlySet<string> = new Set(
  'your name|your full name|full name|first name last name|first last|firstname lastname|name surname|vorname nachname|vorname name|ihr name|max mustermann|erika mustermann|musterstadt|musterfirma|prenom nom|nom prenom|votre nom|nombre apellidos|nombre y apellidos|su nombre|tu nombre|nome cognome|nome e cognome|il tuo nome|nome sobrenome|seu nome|nome apelido|voornaam achternaam|uw naam|imie nazwisko|imie i nazwisko|jan kowalski imie|job title|position title|your title|berufsbezeichnung|stellenbezeichnung|titre du poste|intitule du poste|puesto|titulo del puesto|cargo|functietitel|stanowisko|company name|company|employer name|employer|unternehmen|firmenname|nom de l entreprise|entreprise|nombre de la empresa|empresa|nome dell azienda|nome da empresa|bedrijfsnaam|nazwa firmy|university name|school name|institution name|name of school|name of university|hochschule|name der hochschule|etablissement|nom de l etablissement|centro|nome da instituicao|degree|degree name|abschluss|diplome|titulo|city|city state|city country|street address|phone|phone number|email address|lorem ipsum|姓名|您的姓名|公司名称|职位|氏名|会社名'.split(
    '|',
  ),
);
const COUNTED =
  /^(?:skill|kenntnis|fahigkeit|competence|competencia|competenza|habilidad|habilidade|vaardigheid|umiejetnosc|company|job|position|task|project|language) (?:\d|one|two|three|four|five|a|b|c)$/;
/** `[Company]`, `<your name>`, `____`, `MM/YYYY`, `(000) 000-0000`, and what joins several. */
const MARKS =
  /\[[^\][]{1,60}\]|<[^<>]{1,40}>|\{\{?[^{}]{1,40}\}?\}|_{3,}|\b(?:mm|dd|tt|jj)[/.-](?:mm[/.-])?(?:yyyy|jjjj|aaaa|yy)\b|\b(?:yyyy|jjjj|aaaa)\b|\blorem ipsum\b.*/giu;

/** True for a value that says nothing: rules of signs, blanks to fill in, names of the blanks. */
export function isPlaceholder(value: string): boolean {
  const rest = value.replace(MARKS, ' ');
  // A bracket alone may be a remark of its own; with letters left beside it the value is one.
  if (!/[\p{L}\p{N}]/u.test(rest)) return true;
  if (rest !== value && /_{3,}/.test(value)) return true;
  if (!/[1-9\p{L}]/u.test(rest)) return true;
  const folded = foldWords(rest);
  return BLANKS.has(folded) || COUNTED.test(folded);
}
