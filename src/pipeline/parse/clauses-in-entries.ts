/** Clauses that read like headings (`What I learned`) but stand inside a job, over a list of it. */
import { foldText } from '../../domain/fold-text.ts';
import { findDateSpans } from './date-range.ts';
import type { SectionKind } from './heading-aliases.ts';
import { clauseKind } from './headings-in-first-person.ts';
import type { Line } from './line.ts';

/** A line that may be a heading. */
interface Candidate {
  index: number;
  line: Line;
  kinds: readonly SectionKind[];
  by: 'exact' | 'compound' | 'keyword';
}

const isClause = ({ line }: Candidate): boolean => clauseKind(line.text.trim()) !== undefined;

/** The highest level that two sections share. */
function levelOfSections(candidates: readonly Candidate[]): number | undefined {
  const named = candidates.filter(({ by, line }) => by !== 'keyword' && line.heading !== undefined);
  const levels = Map.groupBy(named, ({ line }) => line.heading ?? 0);
  const shared = [...levels].filter(([, own]) => new Set(own.flatMap(({ kinds }) => kinds)).size > 1);
  return shared.length > 0 ? Math.min(...shared.map(([level]) => level)) : undefined;
}

/** What somebody says of a job as soon as of a life. */
const OF_A_JOB =
  /\b(?:learn\p{L}*|did|done|achieved|built|gelernt|gemacht|getan|erreicht|appris|fait|aprendi\p{L}*|hecho|hice|logre|imparato|fatto|fiz|geleerd|gedaan|nauczy\p{L}*|robil\p{L}*|lart|laert|gjort|делал\p{L}*|сделал\p{L}*|науч\p{L}*)(?!\p{L})/u;
/** In lines: an entry that a heading heads has its dates so near. */
const NEAR = 3;
const ENTRY_KINDS: ReadonlySet<SectionKind> = new Set(['work', 'volunteer', 'projects']);

const isDated = (line: Line): boolean => /\d/.test(line.text) && findDateSpans(line.text).some((span) => !span.single);

/**
 * Without clauses that are no sections: those that are printed more than once (below every job `What I learned` is over its list), those in
 * a lower level than the sections, and between two dated entries of a section those that say what was done or learned over no date.
 */
export function withoutClausesOfEntries<T extends Candidate>(candidates: readonly T[], lines: readonly Line[]): T[] {
  const clauses = new Set(candidates.filter(isClause));
  if (clauses.size === 0) return [...candidates];
  const level = levelOfSections(candidates);
  const counts = new Map<string, number>();
  for (const { line } of clauses) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  const sections = candidates.filter(
    (one) => one.by !== 'keyword' && !(clauses.has(one) && OF_A_JOB.test(foldText(one.line.text))),
  );
  const kept: T[] = [];
  let dated = 0;
  const datedUntil = [0, ...lines.map((line) => (dated += isDated(line) ? 1 : 0))];
  const holdsDates: HoldsDates = (from, to) => (datedUntil[Math.min(to, lines.length)] ?? 0) > (datedUntil[from] ?? 0);
  // Both lists are in order: the sections before and behind a clause are found on the way.
  let next = 0;
  for (const one of candidates) {
    while ((sections[next]?.index ?? Number.POSITIVE_INFINITY) <= one.index) next++;
    if (!clauses.has(one)) kept.push(one);
    else if (counts.get(one.line.text) === 1 && !((one.line.heading ?? 0) > (level ?? Number.POSITIVE_INFINITY))) {
      const above = sections[next - 1];
      if (above === one || !above || !isInEntry(one, above, sections[next]?.index ?? lines.length, holdsDates)) kept.push(one);
    }
  }
  return kept;
}

/** Whether a line from one index up to another holds a range of dates. */
type HoldsDates = (from: number, to: number) => boolean;

function isInEntry({ index, line }: Candidate, above: Candidate, end: number, holdsDates: HoldsDates): boolean {
  if (!above.kinds.some((kind) => ENTRY_KINDS.has(kind)) || !holdsDates(above.index + 1, index)) return false;
  const level = line.heading ?? 0;
  const levelAbove = above.line.heading ?? 0;
  if (level !== levelAbove) return levelAbove > 0 && level > levelAbove;
  return !holdsDates(index + 1, Math.min(end, index + 1 + NEAR)) && holdsDates(index + 1, end);
}
