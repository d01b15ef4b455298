/** How well a text serves as degree, field of study, school, place or grade. */
import { rememberAnswers } from '../../domain/remember-answers.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { isCjkField, isStudyStatus } from './cjk-cues.ts';
import { isFieldOfStudy } from './field-cues.ts';
import { isGrade } from './grades.ts';
import type { RoleSpec } from './line-options.ts';
import { hasLegalForm, organisationCue, schoolCue } from './organisation-cues.ts';
import { isTown, placeScore } from './place-cue.ts';

function degreeScore(text: string, taxonomy: Taxonomy): number {
  if (isGrade(text)) return -1.2;
  const facts = taxonomy.readDegree(text);
  const school = schoolCue(text);
  if (!facts && (isCjkField(text) || isStudyStatus(text))) return -0.9;
  if (facts) return 1.5 - (school > 0 && !/school|lyc|abitur|schul/i.test(facts.studyType) ? 0.9 * school : 0);
  return -0.15 - school - 0.4 * organisationCue(text);
}

/** A field that names a degree as well, where another line is the degree. */
const BESIDE_DEGREE = 0.1;

/** The page of a school is neither its name nor what one studied there. */
const isWebPage = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$/u.test(text);

/** `„Photokatalytische Spaltung chlorierter Aromaten“`: the title of a thesis. */
const isQuoted = (text: string): boolean => /^[„“”"«»‘‚'].{4,}[“”"»«’']$/u.test(text);

/** How well a text serves as a place; each text of a section is asked for by several roles. */
type PlaceScore = (text: string) => number;

/** A word for a field, and none for a school: `Mechanical Engineering`, not `Bracken School of Engineering`. */
const namesField = (text: string): boolean => isFieldOfStudy(text) && schoolCue(text) === 0 && !hasLegalForm(text);

function areaScore(text: string, taxonomy: Taxonomy, placeScore: PlaceScore): number {
  if (isGrade(text) || isQuoted(text) || isWebPage(text)) return -0.8;
  const degree = taxonomy.readDegree(text);
  // `Electrotechnical apprenticeship` below `Level 3`: more than a degree, which stands behind its field.
  const behindField = degree !== undefined && text.length > degree.studyType.length && text.endsWith(degree.studyType);
  if (degree) return behindField && schoolCue(text) === 0 ? BESIDE_DEGREE : -0.8;
  return (
    (text.split(/\s+/).length <= 7 ? 0.4 : 0.1) +
    (isCjkField(text) || namesField(text) ? 0.6 : 0) -
    0.9 * Math.max(schoolCue(text), hasLegalForm(text) ? 1 : 0) -
    (placeScore(text) > 0.9 ? 0.5 : 0)
  );
}

/** The cue must be in the first part: in `Civil engineering, Harwell College` the comma ends the field of study. */
function institutionCue(text: string): number {
  // `engineering` and `design` name firms as well, and these are no schools.
  if (namesField(text)) return 0;
  const head = text.split(/,\s/)[0] ?? text;
  const cueOf = (part: string): number =>
    Math.max(1.4 * schoolCue(part), 0.9 * organisationCue(part), hasLegalForm(part) ? 1 : 0);
  return Math.min(cueOf(text), cueOf(head) + (head === text ? 0 : 0.1));
}

function institutionScore(text: string, taxonomy: Taxonomy, placeScore: PlaceScore): number {
  if (isGrade(text) || isWebPage(text)) return -1.5;
  const cue = institutionCue(text);
  const degree = taxonomy.readDegree(text);
  const place = placeScore(text);
  return (
    0.2 +
    cue -
    ((isCjkField(text) || namesField(text)) && cue < 1 ? 0.7 : 0) -
    (cue < 0.5 ? 1.0 * (taxonomy.readTitle(text)?.coverage ?? 0) : 0) -
    (degree ? (cue > 0 ? 0.5 : 1.1) : 0) -
    (cue === 0 && place > 0.5 ? 0.6 : 0) -
    (/^\p{Ll}/u.test(text) ? 0.4 : 0)
  );
}

/** Roles of an education entry; the names are those of `Assigned.role`. `home` is the town that the contacts name. */
export function educationRoles(taxonomy: Taxonomy, home?: string): RoleSpec[] {
  const place = rememberAnswers((text) => placeScore(text, taxonomy));
  return [
    { role: 'degree', score: (text) => degreeScore(text, taxonomy), comma: 0.08, missing: 0.7, max: 1 },
    { role: 'institution', score: (text) => institutionScore(text, taxonomy, place), comma: 0.6, missing: 0.9, max: 1 },
    {
      role: 'area',
      score: (text) => areaScore(text, taxonomy, place),
      comma: 0.08,
      missing: 0,
      max: 1,
      apart: true,
      endsBefore: ({ text, separator }) => isGrade(text) || (separator.startsWith(',') && schoolCue(text) >= 1),
    },
    {
      role: 'place',
      score: (text) => (isTown(text, home) ? 1.1 : place(text) - 0.1),
      comma: 0.05,
      missing: 0,
      max: 1,
    },
    { role: 'grade', score: (text) => (isGrade(text) ? 1.2 : -1.5), comma: 0.1, missing: 0, max: 1 },
    { role: 'extra', score: (text) => (isStudyStatus(text) || isWebPage(text) ? 0.9 : -0.7), comma: 0.1, missing: 0, max: 1 },
  ];
}

/** As `workBodyScore`. */
export function educationBodyScore(slot: number, text: string): number {
  if (slot < 0) return -1.5;
  if (slot === 0) return -2;
  return (slot === 1 ? -0.5 : -0.2) + Math.min(0.4, text.length / 120);
}
