/** Sections that tell a career by events, as jobs and studies. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { isCjkField } from './cjk-cues.ts';
import { type EventEntry, isOfForm, piecesOf, postIn, readEvents } from './dated-events.ts';
import type { DatedFields } from './dated-fields.ts';
import type { EducationFound } from './education-entry.ts';
import { type Found, found } from './found.ts';
import type { Section } from './sections.ts';
import type { WorkFound } from './work-entry.ts';

/** Nobody wrote the end: it is where the next one begins. */
const ASSUMED = 0.6;
const SURE = 0.95;

function datesOf(entry: EventEntry): DatedFields {
  const { start, end } = entry;
  return {
    start: start && found(start.date, [start.line], SURE),
    end: end && found(end.date, [end.line], end.assumed ? ASSUMED : SURE),
    ongoing: entry.ongoing || (entry.of === 'work' && !end),
  };
}

/** What is printed: the pieces are words of it. */
const value = (entry: EventEntry, text: string | undefined, sure: number): Found | undefined =>
  text ? found(text, [entry.line], sure) : undefined;

/** `現場監督として勤務` on a line below: the post, where no event names one. */
const PART = /^(.{2,30}?)(?:として(?:勤務|従事))$/u;

function jobOf(entry: EventEntry): WorkFound {
  const [name, ...beside] = piecesOf(entry.subject);
  const rest = entry.rests.findLast(({ text }) => postIn([text]) !== undefined);
  const [told] = entry.body.flatMap(
    (line) =>
      PART.exec(line.text)
        ?.slice(1, 2)
        .map((text) => ({ text, line })) ?? [],
  );
  const post = rest
    ? found(postIn([rest.text]) ?? '', [rest.line], 0.9)
    : (value(entry, postIn(beside), 0.85) ?? (told && found(told.text, [told.line], 0.9)));
  return {
    ...datesOf(entry),
    name: value(entry, name, 0.92),
    position: post,
    highlights: entry.body
      .filter((line) => line !== told?.line)
      .map((line) => found(line.text, [line], 0.85))
      .filter((text) => text !== undefined),
  };
}

function studyOf(entry: EventEntry, taxonomy: Taxonomy): EducationFound {
  const [school, ...beside] = piecesOf(entry.subject);
  const degree = [...beside, ...entry.rests.map(({ text }) => text)].find((text) => taxonomy.readDegree(text));
  const area = beside.filter((text) => text !== degree && (isCjkField(text) || /[部科]$/u.test(text)));
  return {
    ...datesOf(entry),
    institution: value(entry, school, 0.92),
    studyType: value(entry, degree, 0.85),
    area: value(entry, area.join(' '), 0.85),
    courses: [],
  };
}

/** The head of the table stands above the headings of its halves. */
const withoutForm = (section: Section): Section => ({ ...section, lines: section.lines.filter((line) => !isOfForm(line)) });

/** Jobs and studies of the sections that tell events, and the sections that do not. */
export function readEventSections(
  sections: readonly Section[],
  taxonomy: Taxonomy,
): { work: WorkFound[]; education: EducationFound[]; others: Section[] } {
  const work: WorkFound[] = [];
  const education: EducationFound[] = [];
  const others = sections.filter((section) => {
    const holds = section.kinds.some((kind) => kind === 'work' || kind === 'education');
    const entries = holds ? readEvents(section.lines) : undefined;
    for (const entry of entries ?? [])
      if (entry.of === 'work') work.push(jobOf(entry));
      else education.push(studyOf(entry, taxonomy));
    return entries === undefined;
  });
  const found = work.length + education.length > 0;
  return { work, education, others: found ? others.map(withoutForm) : others };
}
