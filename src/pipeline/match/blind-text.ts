/**
 * Takes out of a line what scoring must not know (rule A4), before anything else looks at it: the candidate's name, schools,
 * employers, contacts, and lines about birth, nationality, photo or pronouns. Evidence lines that people see are the blind ones.
 */
import { foldText } from '../../domain/fold-text.ts';
import type { Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';

/** A blind copy of a text, trimmed; empty when the line is only about the person. */
export type Blinder = (text: string) => string;

/** Labels of personal lines in eight languages, folded. */
const PERSONAL_LABEL =
  /^\W*(?:pronouns?|pronomen|pronoms?|pronombres|photo(?:graph)?|foto|picture|born|date of birth|d\.?o\.?b|birth ?dates?|birthday|place of birth|geburtsdatum|geburtsort|geboren|nee? le|date de naissance|lieu de naissance|fecha de nacimiento|nacid[oa]|data de nascimento|data di nascita|geboortedatum|data urodzenia|age|alter|edad|eta|idade|wiek|leeftijd|nationalit(?:y|at|e)|citizenship|staatsangehorigkeit|staatsburgerschaft|nacionalidade?|cittadinanza|nazionalita|obywatelstwo|nationaliteit|marital status|familienstand|situation (?:de famille|familiale)|etat civil|estado civil|stato civile|burgerlijke staat|stan cywilny|gender|sex|geschlecht|sexe|sexo|genere|religion|konfession|ethnicity|race)\b\s*(?:[:：–—-]|$)/;
const PERSONAL_PART =
  /\(\s*(?:she|he|they|ze|xe|sie|er|elle|il|iel|ella|el)(?:\s*\/\s*\p{L}+)+\s*\)|\b\d{2} ?(?:years old|jahre alt|ans\b(?= *[,|·]|$)|años\b(?= *[,|·]|$))/giu;
/** What every one of them has. */
const MAY_BE_PERSONAL = /[(\d]/;
const THIRD_PERSON: readonly [RegExp, string][] = [
  [/\b(?:she|he)\b/g, 'they'],
  [/\b(?:She|He)\b/g, 'They'],
  [/\b(?:her|his)\b/g, 'their'],
  [/\b(?:Her|His)\b/g, 'Their'],
  [/\bhim\b/g, 'them'],
];

const MAY_BE_THIRD_PERSON = /\b(?:s?he|her|hi[sm])\b/i;
const IRREGULAR_BLANKS = /[^\S ]|\s\s/;

/** Longer than any line that a person reads; what is behind it is not looked at, so that no line can cost much time (P6). */
const LONGEST_LINE = 2000;

/** Nobody is called by more, and a pattern of much more is refused (P6). */
const LONGEST_NAME = 250;
/** Of all names together: those of a hundred employers and schools. */
const LONGEST_NAMES = 10_000;

/** Names to be cut, longest first, so that `Ada Byrne Ltd` goes before `Ada Byrne`. */
function privateNames(resume: Resume, taxonomy: Taxonomy): string[] {
  const { name, email, phone, url, location, profiles } = resume.basics;
  const names = [name, email, phone, url, location?.address, ...(profiles ?? []).flatMap((p) => [p.url, p.username])];
  for (const entry of resume.education) names.push(entry.institution);
  for (const { name: employer } of [...resume.work, ...resume.volunteer.map((v) => ({ name: v.organization }))]) {
    // An employer of one word that is also a skill (SAP, Docker) stays: cutting it would cut what the person did there.
    if (employer && (/\s/.test(employer.trim()) || (employer.length >= 4 && !taxonomy.lookupSkill(employer))))
      names.push(employer);
  }
  let room = LONGEST_NAMES;
  const kept = names.flatMap((name = '') => {
    const plain = name.trim();
    if (plain.length < 3 || plain.length > LONGEST_NAME || plain.length > room) return [];
    room -= plain.length;
    return [plain, plain.toUpperCase()];
  });
  return [...new Set(kept)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Forty dense pages. No resume is longer, and a file that only pretends to be one must not cost more time than one. */
const LONGEST_TEXT = 150_000;

/** Names by their first letter, longest first. */
type Names = ReadonlyMap<number, readonly string[]>;

function byFirstLetter(names: readonly string[]): Names {
  const sorted = new Map<number, string[]>();
  for (const name of names) {
    const first = name.charCodeAt(0);
    const known = sorted.get(first);
    if (known) known.push(name);
    else sorted.set(first, [name]);
  }
  return sorted;
}

const WORD_SIGN = /[\p{L}\p{N}]/u;

function isWordSign(code: number | undefined): boolean {
  if (code === undefined) return false;
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return WORD_SIGN.test(String.fromCodePoint(code));
}

/** Whether a letter or a number ends right before this place. */
function isWordBefore(text: string, at: number): boolean {
  const low = (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00;
  return at > 0 && isWordSign(text.codePointAt(low && at > 1 ? at - 2 : at - 1));
}

/** Names that stand as words of their own become blanks. No pattern: one of all names takes longer to build than a resume to be looked through. */
function withoutNames(text: string, names: Names): string {
  let kept = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const own = names.get(text.charCodeAt(at));
    if (own === undefined || isWordBefore(text, at)) continue;
    const found = own.find((name) => text.startsWith(name, at) && !isWordSign(text.codePointAt(at + name.length)));
    if (found === undefined) continue;
    kept += `${text.slice(from, at)} `;
    from = at + found.length;
    at = from - 1;
  }
  return kept + text.slice(from);
}

/** Builds the blinder of one resume. Case counts: an employer called `Bank` does not cut `bank reconciliation`. */
export function createBlinder(resume: Resume, taxonomy: Taxonomy): Blinder {
  const names = byFirstLetter(privateNames(resume, taxonomy));
  let left = LONGEST_TEXT;
  return (whole) => {
    if (left <= 0) return '';
    const text = whole.slice(0, LONGEST_LINE);
    if (PERSONAL_LABEL.test(foldText(text))) return '';
    let blind = withoutNames(text, names);
    if (MAY_BE_PERSONAL.test(blind)) blind = blind.replace(PERSONAL_PART, ' ');
    if (MAY_BE_THIRD_PERSON.test(blind)) for (const [pattern, neutral] of THIRD_PERSON) blind = blind.replace(pattern, neutral);
    if (IRREGULAR_BLANKS.test(blind)) blind = blind.replace(/\s+/g, ' ');
    blind = blind.trim();
    // What was cut has cost its time as well.
    left -= text.length;
    return blind;
  };
}
