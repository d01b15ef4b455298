/** Tells heads of entries that are set exactly like the section headings (`Work` over `Acme Ltd`, both large and bold) from headings. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans } from './date-range.ts';
import type { SectionKind } from './heading-aliases.ts';
import type { Line } from './line.ts';
import { holdsDegree } from './listed-studies.ts';
import { schoolCue } from './organisation-cues.ts';

/** A heading as it was found, with what made it one. */
export interface FoundHeading {
  kinds: readonly SectionKind[];
  /** `unknown`: only its look says so. */
  by: 'exact' | 'compound' | 'keyword' | 'unknown';
}

const ENTRY_KINDS: ReadonlySet<SectionKind> = new Set(['work', 'education', 'projects', 'volunteer', 'awards', 'publications']);
/** Where a date is looked for below the head of an entry, in lines. */
const DATE_WITHIN = 4;

function isDatedBelow(lines: readonly Line[], index: number): boolean {
  return lines.slice(index, index + DATE_WITHIN + 1).some((line) => findDateSpans(line.text).length > 0);
}

/** `University of Leeds` right below `Education`: a school in the look of the headings heads its study where its degree stands below it. */
const isSchool = (line: Line | undefined): boolean => line !== undefined && schoolCue(line.text) >= 1;

/**
 * Indexes of lines that are no headings. A section of entries that starts with a line in the headings' own look has its entries headed
 * in that look: up to the next heading that is known for sure, every other one heads an entry. One that is followed by such a line at
 * once heads a section all the same (`Earlier posts` over `Acme Ltd`).
 */
export function entryHeadings(
  lines: readonly Line[],
  found: ReadonlyMap<number, FoundHeading>,
  inHouseStyle: (line: Line) => boolean,
  taxonomy?: Taxonomy,
): ReadonlySet<number> {
  const heads = new Set<number>();
  let scope: number[] | undefined;
  let studies = false;
  const close = (): void => {
    const dated = scope?.some((index) => isDatedBelow(lines, index)) === true;
    for (const index of scope ?? []) if (dated || (studies && isSchool(lines[index]) && hasDegreeBelow(index))) heads.add(index);
    scope = undefined;
  };
  const inOrder = [...found].sort((a, b) => a[0] - b[0]);
  const ends = new Map(inOrder.map(([index], i) => [index, inOrder[i + 1]?.[0]]));
  // `School Outreach` names a school as well, over what was done.
  const hasDegreeBelow = (index: number): boolean =>
    taxonomy !== undefined && lines.slice(index + 1, ends.get(index)).some((line) => holdsDegree(line.text, taxonomy));
  for (const [index, heading] of inOrder) {
    const next = lines[index + 1];
    const stacked = next !== undefined && inHouseStyle(next) && found.get(index + 1)?.by !== 'exact';
    const sure = heading.by === 'exact' || heading.by === 'compound' || (heading.by === 'keyword' && (stacked || !scope));
    if (sure) {
      close();
      scope = stacked && heading.kinds.some((kind) => ENTRY_KINDS.has(kind)) ? [] : undefined;
      studies = heading.kinds.includes('education');
    } else scope?.push(index);
  }
  close();
  return heads;
}
