/** Entries of an education section: degree, field, school, dates, grade. */
import { holdsMailAddress } from '../../domain/mail-address.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type Assigned, assignRoles, type EntryRoles } from './assign-roles.ts';
import { withoutStatus } from './cjk-cues.ts';
import { type DatedFields, datesOf, lessSureWithDates } from './dated-fields.ts';
import { educationBodyScore, educationRoles } from './education-roles.ts';
import type { EntryDraft } from './entries.ts';
import { isFieldOfStudy, isOnlyField } from './field-cues.ts';
import { type Found, found } from './found.ts';
import { isGrade, splitGrade } from './grades.ts';
import { type HeaderLine, joinAtoms } from './header-atoms.ts';
import type { Line } from './line.ts';
import { withoutAt } from './long-studies.ts';
import { schoolCue } from './organisation-cues.ts';

export interface EducationFound extends DatedFields {
  institution?: Found;
  studyType?: Found;
  area?: Found;
  score?: Found;
  courses: Found[];
}

function roleValue(roles: EntryRoles, role: string, base: number): Found | undefined {
  const value = roles.values.find((v) => v.role === role);
  if (!value) return undefined;
  const confidence = Math.min(0.98, base + 0.14 * value.score + 0.08 * Math.min(2, roles.margin));
  return found(
    value.text.replace(/^[\s,;:|–—-]+|(?:[\s,;:|–—-]|(?<=\s)\/)+$/g, ''),
    [...new Set(value.atoms.map((a) => a.line))],
    confidence,
  );
}

const EDGE = /^[\s,;:–—-]+|[\s,;:–—-]+$/g;
const FIELD_WORD = /^(?:in|of|im|en|em|de|der|des|zum|zur|als|per|w|nauk|i)\s+/i;

/** A bracket that the degree opened, or one right behind it, belongs to it: `MSc (Eng)`, `BSc (Hons)`. */
function degreeEnd(text: string, from: number, length: number): number {
  const end = from + length;
  const open = text.slice(from, end).lastIndexOf('(') > text.slice(from, end).lastIndexOf(')');
  const close = text.indexOf(')', end - 1);
  if (open && close >= 0) return close + 1;
  const [bracket = '', inside = ''] = /^\s*\(([^)]{1,24})\)/.exec(text.slice(end)) ?? [];
  // `BSc (Mathematics)`: the field, not a word that says which degree.
  return isFieldOfStudy(inside) ? end : end + bracket.length;
}

/** `… a ciclo unico, Farmacia`: small words behind the degree are more of it, up to the comma. */
const SMALL_WORDS = /^\s+(\p{Ll}[^,(]{0,40}),\s+(\p{Lu}.*)$/u;

/** `MEng, Civil engineering` → degree and field; the dictionary says where the degree ends, else the first comma does. */
function splitDegree(text: string, taxonomy: Taxonomy): { studyType: string; area: string } {
  const facts = taxonomy.readDegree(text);
  const at = facts ? text.indexOf(facts.studyType) : -1;
  if (facts && at >= 0) {
    const end = degreeEnd(text, at, facts.studyType.length);
    // `Statistics (MSc)`: the bracket was around the degree.
    const inside = /[(（]\s*$/.test(text.slice(0, at)) && /^\s*[)）]/.test(text.slice(end));
    const [, small = '', field = ''] = SMALL_WORDS.exec(text.slice(end)) ?? [];
    if (at === 0 && field && !FIELD_WORD.test(small)) return { studyType: `${text.slice(0, end)} ${small}`, area: field };
    const before = text.slice(0, at).replace(inside ? /\s*[(（]\s*$/ : EDGE, '');
    const after = text
      .slice(end)
      .replace(inside ? /^\s*[)）]/ : '', '')
      .replace(EDGE, '')
      .replace(FIELD_WORD, '')
      .replace(/^\(([^()]*)\)$/, '$1');
    return {
      studyType: text.slice(at, end).replace(/\s+(?:in|of|en|em|de|im|zur|zum|als)$/i, ''),
      area: [before, after].filter(Boolean).join(', '),
    };
  }
  const comma = /^([^,(]+(?:\([^)]*\))?)(?:,|\s[–—-])\s+(.+)$/.exec(text);
  return comma ? { studyType: String(comma[1]), area: String(comma[2]) } : { studyType: text, area: '' };
}

/** Words in full that the dictionary knows for no degree name the field: `Princeton University, Computer Science`. */
export function degreeOrField(text: string, taxonomy: Taxonomy): { studyType: string; area: string } {
  const split = splitDegree(text, taxonomy);
  const isField = split.area === '' && !taxonomy.readDegree(text) && /^\p{Lu}\p{Ll}{3,}(?: [\p{L}&]+){0,4}$/u.test(text);
  return isField ? { studyType: '', area: text } : split;
}

/** The class of a degree beside it (`…, magna cum laude`), or its grade, is no part of a name. */
export function withoutGrade(value: Found | undefined): { value?: Found; grade?: Found } {
  const split = value ? splitGrade(value.value) : undefined;
  if (!value || !split) return { value };
  return { value: { ...value, value: split.rest }, grade: { ...value, value: split.grade } };
}

/** `(First Class)`: the bracket only set it off. */
function unbracketed(grade: Found | undefined): Found | undefined {
  return grade && { ...grade, value: grade.value.replace(/^\(([^()]*)\)$/, '$1') };
}

function readEntry(draft: EntryDraft, roles: EntryRoles, taxonomy: Taxonomy): EducationFound {
  const { value: degree, grade: honours } = withoutGrade(roleValue(roles, 'degree', 0.72) ?? degreeInBody(draft, taxonomy));
  const { value: apart, grade: ofField } = withoutGrade(roleValue(roles, 'area', 0.75));
  const { value: school, grade: ofSchool } = withoutGrade(roleValue(roles, 'institution', 0.75));
  const split = degree ? splitBeside(degree.value, apart, taxonomy) : { studyType: '', area: '' };
  const area = split.area && degree ? { ...degree, value: split.area } : apart;
  const gradeText = draft.body.find((t) => isGrade(t.text));
  const isDegree = (lines: readonly Line[]): boolean => degree !== undefined && lines.some((line) => degree.lines.includes(line));
  const courses = draft.body
    // The foot of a page holds an address: no course does.
    .filter((t) => t !== gradeText && t.bullet && !isDegree(t.lines) && !holdsMailAddress(t.text))
    .map((t) => found(t.text, t.lines, 0.85));
  return {
    ...datesOf(draft, 'end'),
    institution: lessSureWithDates(school && { ...school, value: withoutStatus(withoutAt(school.value)) }),
    studyType: degree && split.studyType ? { ...degree, value: withoutTail(split.studyType, area) } : undefined,
    area,
    score:
      unbracketed(roleValue(roles, 'grade', 0.75)) ??
      honours ??
      ofField ??
      ofSchool ??
      (gradeText ? found(gradeText.text, gradeText.lines, 0.9) : undefined),
    courses: courses.filter((c) => c !== undefined),
  };
}

const LEADS_TO_FIELD = /(?:\s(?:in|of|im|en|em|de|der|des|di|zum|zur|als|per|w|nauk)|[,:(–—-])\s*$/iu;

/** `Diploma and Level 2 certificate` beside a field of study is two degrees, not a degree and a field. */
function splitBeside(degree: string, apart: Found | undefined, taxonomy: Taxonomy): { studyType: string; area: string } {
  if (!apart) return degreeOrField(degree, taxonomy);
  const split = splitDegree(degree, taxonomy);
  // `Laurea magistrale a ciclo unico`: small words that nothing leads over to say more of the degree.
  const led = LEADS_TO_FIELD.test(degree.slice(0, degree.indexOf(split.area)));
  if (/^\p{Ll}/u.test(split.area) && !led) return { studyType: degree, area: '' };
  return /^(?:and|und|et|en|y|e|i|&|\+)\s/iu.test(split.area) ? { studyType: degree, area: '' } : split;
}

/** A degree of many small words below the head looks like text, and one that is set in like a list item: `Diploma and Level 2 certificate`. */
function degreeInBody(draft: EntryDraft, taxonomy: Taxonomy): Found | undefined {
  const [text] = draft.body;
  if (!text || text.lines.length > 1 || text.text.length > MAX_DEGREE || /[.!?:]$/.test(text.text)) return undefined;
  const facts = isGrade(text.text) ? undefined : taxonomy.readDegree(text.text);
  return facts && text.text.startsWith(facts.studyType) ? found(text.text, text.lines, 0.75) : undefined;
}
const MAX_DEGREE = 80;

/** `Bachelor's in` over `Computer Science`. */
function withoutTail(studyType: string, area: Found | undefined): string {
  return area ? studyType.replace(/\s(?:in|of|im|en|em)$/i, '') : studyType;
}

const placeOf = (roles: EntryRoles): Assigned | undefined => roles.values.find((value) => value.role === 'place');

/**
 * `Vietnam National University, Hanoi`: a town right behind the school belongs to its name where the place is printed once more, or
 * where no other entry of the section prints a place (`onlyPlace`).
 */
function joinTownOfSchool(roles: EntryRoles, onlyPlace: boolean): EntryRoles {
  const school = roles.values.find((value) => value.role === 'institution');
  const place = placeOf(roles);
  const [town, ...more] = place?.atoms ?? [];
  const last = school?.atoms.at(-1);
  if (!school || !place || !town || !last || town.line !== last.line || town.separator !== ',') return roles;
  const twice = more[0]?.text === town.text;
  const alone = onlyPlace && more.length === 0;
  if (!twice && !(alone && schoolCue(school.text) > 0)) return roles;
  const atoms = [...school.atoms, town];
  const joined = { ...school, atoms, text: joinAtoms(atoms) };
  return { ...roles, values: roles.values.map((value) => (value === school ? joined : value)) };
}

/**
 * `Stockholm Business` on a line of its own below `MSc`: a word for a field chooses between two texts, and where an entry has no other
 * name, this one is that of the school.
 */
function schoolNamedByField(roles: EntryRoles, header: readonly HeaderLine[], taxonomy: Taxonomy): EntryRoles {
  const [area, ...more] = roles.values.filter(({ role }) => role === 'area' || role === 'institution');
  const degree = roles.values.find(({ role }) => role === 'degree');
  if (!area || more.length > 0 || area.role !== 'area' || !degree) return roles;
  const own = header.find(({ atoms }) => atoms.some((atom) => area.atoms.includes(atom)));
  if (own?.atoms.length !== area.atoms.length || !isFieldOfStudy(area.text) || isOnlyField(area.text, taxonomy)) return roles;
  const school = { ...area, role: 'institution', score: 0 };
  return { ...roles, values: roles.values.map((value) => (value === area ? school : value)) };
}

/** Studies in printed order. `home` is the town that the contacts name. */
export function readEducation(drafts: readonly EntryDraft[], taxonomy: Taxonomy, home?: string): EducationFound[] {
  const roles = assignRoles(
    drafts.map((draft) => draft.header),
    educationRoles(taxonomy, home),
    educationBodyScore,
  );
  const onlyPlace = roles.length > 1 && roles.filter((one) => placeOf(one) !== undefined).length === 1;
  return drafts
    .map((draft, i) => {
      const own = roles[i] ?? { values: [], body: [], margin: 0 };
      return readEntry(draft, joinTownOfSchool(schoolNamedByField(own, draft.header, taxonomy), onlyPlace), taxonomy);
    })
    .filter((e) => e.institution || e.studyType || e.area);
}
