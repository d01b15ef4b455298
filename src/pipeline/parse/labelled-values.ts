/** Labelled entries as jobs and studies. */

import type { Taxonomy } from '../../domain/taxonomy.ts';
import { isCareerBreak, mayBeCareerBreak } from './career-breaks.ts';
import { withoutStatus } from './cjk-cues.ts';
import { datesOf } from './dated-fields.ts';
import { degreeOrField, type EducationFound, withoutGrade } from './education-entry.ts';
import { type Found, found } from './found.ts';
import type { LabelledEntry, LabelledText } from './labelled-entries.ts';
import { hasLegalForm } from './organisation-cues.ts';
import { placeScore } from './place-cue.ts';
import type { WorkFound } from './work-entry.ts';

/** The page itself says what it is. */
const SURE = 0.97;

const textFound = (value: LabelledText | undefined): Found | undefined =>
  value && found(value.text.replace(/[\s,;]+$/, ''), value.lines, SURE);

/** Streets and postal codes of `Name and address of employer`. */
const ADDRESS =
  /^\d|\d{4,6}|(?:str\.|straße|strasse|weg|platz|allee|gasse|straat|laan|road|street|lane|avenue|rue|via|viale|calle|rua|ul\.)(?=[\s.]|$).{0,30}\d|\d{1,4}[a-z]? (?:rue|avenue)/iu;
const PLACE = 0.9;
const VILLAGE = /^\p{Lu}[\p{L}'’.-]+(?:[ -][\p{L}'’.-]+){0,3}$/u;

const partsOf = (text: string): string[] => text.split(/,\s+|\s+[–—-]\s+/);

/** Half of the values of one kind end in a town: so do the others, whose villages no gazetteer holds. */
function endInPlaces(values: readonly (LabelledText | undefined)[], taxonomy: Taxonomy): boolean {
  const split = values.map((value) => partsOf(value?.text ?? '')).filter((parts) => parts.length > 1);
  const placed = split.filter((parts) => placeScore(parts.at(-1) ?? '', taxonomy) >= PLACE);
  return split.length > 1 && placed.length >= 0.5 * split.length;
}

/** `Harbour Steel Ltd, 12 Mill Road, Leeds` → the name, and the town where one is known, or where all others have one. */
function nameAndPlace(value: LabelledText | undefined, towns: boolean, taxonomy: Taxonomy): { name?: Found; place?: Found } {
  if (!value) return {};
  const parts = partsOf(value.text);
  // What stands between a name and a country is a town, also where no gazetteer holds it.
  const named = parts.length > 2 && taxonomy.countryCode(parts.at(-1) ?? '') !== undefined ? parts.at(-2) : undefined;
  const isPlace = (part: string): boolean =>
    placeScore(part, taxonomy) >= PLACE || (((towns && part === parts.at(-1)) || part === named) && VILLAGE.test(part));
  const isAside = (part: string): boolean => !hasLegalForm(part) && (ADDRESS.test(part) || isPlace(part));
  let end = parts.length;
  while (end > 1 && isAside(parts[end - 1] ?? '')) end--;
  const name = value.text.slice(0, value.text.indexOf(parts[end - 1] ?? '') + (parts[end - 1]?.length ?? 0));
  const place = parts.slice(end).find(isPlace);
  return { name: found(name, value.lines, SURE), place: place === undefined ? undefined : found(place, value.lines, SURE) };
}

const datesOfEntry = ({ span, values }: LabelledEntry, singleIs: 'start' | 'end') =>
  datesOf({ header: [], body: [], span, dateLine: values.dates?.lines[0] }, singleIs);

const textsOfEntry = ({ texts }: LabelledEntry): Found[] =>
  texts.map(({ text, lines }) => found(text, lines, 0.95)).filter((text) => text !== undefined);

export function labelledWork(entries: readonly LabelledEntry[], taxonomy: Taxonomy): WorkFound[] {
  const towns = endInPlaces(
    entries.map(({ values }) => values.employer),
    taxonomy,
  );
  return entries
    .filter(({ values: { title, employer } }) => {
      const told = title?.text ?? employer?.text ?? '';
      return !isCareerBreak(told) && ((title && employer) || !mayBeCareerBreak(told));
    })
    .map((entry) => jobOf(entry, nameAndPlace(entry.values.employer, towns, taxonomy)));
}

function jobOf(entry: LabelledEntry, { name, place }: { name?: Found; place?: Found }): WorkFound {
  return {
    ...datesOfEntry(entry, 'start'),
    name,
    position: textFound(entry.values.title),
    location: textFound(entry.values.place) ?? place,
    highlights: textsOfEntry(entry),
  };
}

export function labelledEducation(entries: readonly LabelledEntry[], taxonomy: Taxonomy): EducationFound[] {
  const towns = endInPlaces(
    entries.map(({ values }) => values.school),
    taxonomy,
  );
  return entries.map((entry) => {
    const { name } = nameAndPlace(entry.values.school, towns, taxonomy);
    return { ...studyOf(entry, taxonomy), institution: name && { ...name, value: withoutStatus(name.value) } };
  });
}

function studyOf(entry: LabelledEntry, taxonomy: Taxonomy): EducationFound {
  const { value: degree, grade } = withoutGrade(textFound(entry.values.degree));
  const field = textFound(entry.values.field);
  const split = degree && !field ? degreeOrField(degree.value, taxonomy) : { studyType: degree?.value ?? '', area: '' };
  const part = (text: string): Found | undefined => (degree && text ? { ...degree, value: text } : undefined);
  return {
    ...datesOfEntry(entry, 'end'),
    studyType: part(split.studyType),
    area: field ?? part(split.area),
    score: textFound(entry.values.grade) ?? grade,
    courses: textsOfEntry(entry),
  };
}
