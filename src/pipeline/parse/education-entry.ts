/** Entries of an education section: degree, field, school, dates, grade. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { assignRoles, type EntryRoles } from './assign-roles.ts';
import { type DatedFields, datesOf } from './dated-fields.ts';
import { educationBodyScore, educationRoles, isGrade } from './education-roles.ts';
import type { EntryDraft } from './entries.ts';
import { type Found, found } from './found.ts';

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
  return found(value.text.replace(/^[\s,;:|–—-]+|[\s,;:|–—-]+$/g, ''), [...new Set(value.atoms.map((a) => a.line))], confidence);
}

const EDGE = /^[\s,;:–—-]+|[\s,;:–—-]+$/g;
const FIELD_WORD = /^(?:in|of|im|en|em|de|der|des|zum|zur|als|per|w|nauk)\s+/i;

/** A bracket that the degree opened, or one right behind it, belongs to it: `MSc (Eng)`, `BSc (Hons)`. */
function degreeEnd(text: string, from: number, length: number): number {
  const end = from + length;
  const open = text.slice(from, end).lastIndexOf('(') > text.slice(from, end).lastIndexOf(')');
  const close = text.indexOf(')', end - 1);
  if (open && close >= 0) return close + 1;
  return end + (/^\s*\([^)]{1,24}\)/.exec(text.slice(end))?.[0].length ?? 0);
}

/** `MEng, Civil engineering` → degree and field; the dictionary says where the degree ends, else the first comma does. */
function splitDegree(text: string, taxonomy: Taxonomy): { studyType: string; area: string } {
  const facts = taxonomy.readDegree(text);
  const at = facts ? text.indexOf(facts.studyType) : -1;
  if (facts && at >= 0) {
    const end = degreeEnd(text, at, facts.studyType.length);
    const before = text.slice(0, at).replace(EDGE, '');
    const after = text
      .slice(end)
      .replace(EDGE, '')
      .replace(FIELD_WORD, '')
      .replace(/^\(([^()]*)\)$/, '$1');
    return {
      studyType: text.slice(at, end).replace(/\s+(?:in|of|en|em|de|im)$/i, ''),
      area: [before, after].filter(Boolean).join(', '),
    };
  }
  const comma = /^([^,(]+(?:\([^)]*\))?)(?:,|\s[–—-])\s+(.+)$/.exec(text);
  return comma ? { studyType: String(comma[1]), area: String(comma[2]) } : { studyType: text, area: '' };
}

/** Words in full that the dictionary knows for no degree name the field: `Princeton University, Computer Science`. */
function degreeOrField(text: string, taxonomy: Taxonomy): { studyType: string; area: string } {
  const split = splitDegree(text, taxonomy);
  const isField = split.area === '' && !taxonomy.readDegree(text) && /^\p{Lu}\p{Ll}{3,}(?: [\p{L}&]+){0,4}$/u.test(text);
  return isField ? { studyType: '', area: text } : split;
}

function readEntry(draft: EntryDraft, roles: EntryRoles, taxonomy: Taxonomy): EducationFound {
  const degree = roleValue(roles, 'degree', 0.72);
  const apart = roleValue(roles, 'area', 0.75);
  const split = degree ? (apart ? splitDegree : degreeOrField)(degree.value, taxonomy) : { studyType: '', area: '' };
  const area = split.area && degree ? { ...degree, value: split.area } : apart;
  const gradeText = draft.body.find((t) => isGrade(t.text));
  const courses = draft.body.filter((t) => t !== gradeText && t.bullet).map((t) => found(t.text, t.lines, 0.85));
  return {
    ...datesOf(draft, 'end'),
    institution: roleValue(roles, 'institution', 0.75),
    studyType: degree && split.studyType ? { ...degree, value: withoutTail(split.studyType, area) } : undefined,
    area,
    score: roleValue(roles, 'grade', 0.75) ?? (gradeText ? found(gradeText.text, gradeText.lines, 0.9) : undefined),
    courses: courses.filter((c) => c !== undefined),
  };
}

/** `Bachelor's in` over `Computer Science`. */
function withoutTail(studyType: string, area: Found | undefined): string {
  return area ? studyType.replace(/\s(?:in|of|im|en|em)$/i, '') : studyType;
}

/** Studies in printed order. */
export function readEducation(drafts: readonly EntryDraft[], taxonomy: Taxonomy): EducationFound[] {
  const roles = assignRoles(
    drafts.map((draft) => draft.header),
    educationRoles(taxonomy),
    educationBodyScore,
  );
  return drafts
    .map((draft, i) => readEntry(draft, roles[i] ?? { values: [], body: [], margin: 0 }, taxonomy))
    .filter((e) => e.institution || e.studyType || e.area);
}
