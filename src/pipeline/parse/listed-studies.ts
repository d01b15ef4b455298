/** Studies that are nothing but a list of bullets, and what else names a degree beside its school. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans } from './date-range.ts';
import type { Line } from './line.ts';
import { schoolCue } from './organisation-cues.ts';

/** A degree, with its school beside it or not: `A-levels, Seaview School`. `Seaview High School` is a school and no more. */
export function holdsDegree(text: string, taxonomy: Taxonomy): boolean {
  const degree = taxonomy.readDegree(text);
  return degree !== undefined && (schoolCue(text) === 0 || schoolCue(degree.studyType) === 0);
}

/** A school alone is named by what was done there as well: `President of the Larkmoor University rowing club`. */
const isStudy = ({ text }: Line, taxonomy: Taxonomy): boolean =>
  schoolCue(text) >= 1 && (holdsDegree(text, taxonomy) || findDateSpans(text).length > 0);

/**
 * The bullets that are studies in a section of bullets alone, at one edge: those that name a degree where most name a school with it or
 * with a date, else those that do both below a first one that does. What stands between them was done there.
 */
export function studiesOfList(lines: readonly Line[], taxonomy: Taxonomy): ReadonlySet<Line> {
  const [first] = lines;
  const bullets = lines.filter((line) => line.bullet);
  if (!first?.bullet || bullets.some((line) => Math.abs(line.x - first.x) > 3)) return new Set();
  const studies = new Set(bullets.filter((line) => isStudy(line, taxonomy)));
  if (studies.size > 0.5 * bullets.length)
    return new Set(bullets.filter((line) => studies.has(line) || holdsDegree(line.text, taxonomy)));
  return studies.has(first) ? studies : new Set();
}
