/** A resume without headings: the jobs stand right below the contacts. Two dated job titles among the head lines are a work section. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans, withoutSpan } from './date-range.ts';
import type { Line } from './line.ts';
import type { Section } from './sections.ts';

/** One dated title could be a headline ("Welder, since 2019"); two are a career. */
const LEAST_JOBS = 2;

function isDatedTitle(line: Line, taxonomy: Taxonomy): boolean {
  const span = findDateSpans(line.text).find((found) => !found.single);
  if (!span || line.bullet) return false;
  const { before, after } = withoutSpan(line.text, span);
  return taxonomy.readTitle(`${before} ${after}`) !== undefined;
}

/** A school or degree behind the jobs begins the education. */
function isDegree(line: Line, taxonomy: Taxonomy): boolean {
  return !line.bullet && taxonomy.readDegree(line.text) !== undefined && !isDatedTitle(line, taxonomy);
}

/** Sections as they are, or with the head split into head, work and education when no heading says where the jobs are. */
export function withImplicitSections(sections: Section[], taxonomy: Taxonomy): Section[] {
  const [header, ...others] = sections;
  if (!header || others.some((section) => section.kinds.includes('work'))) return sections;
  const jobs = header.lines.flatMap((line, index) => (isDatedTitle(line, taxonomy) ? [index] : []));
  const [first] = jobs;
  const last = jobs.at(-1);
  if (first === undefined || last === undefined || jobs.length < LEAST_JOBS) return sections;
  const school = header.lines.findIndex((line, index) => index > last && isDegree(line, taxonomy));
  const end = school < 0 ? header.lines.length : school;
  return [
    { ...header, lines: header.lines.slice(0, first) },
    { kinds: ['work'], lines: header.lines.slice(first, end) },
    ...(school < 0 ? [] : [{ kinds: ['education' as const], lines: header.lines.slice(school) }]),
    ...others,
  ];
}
