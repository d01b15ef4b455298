/** What an advertisement asks for: from its lists, from the wording of its prose, and, where it says neither, from what only requirements look like. */
import type { Requirement } from '../../../domain/posting.ts';
import type { Taxonomy } from '../../../domain/taxonomy.ts';
import { readListed } from './read-listed.ts';
import { readProse } from './read-prose.ts';
import { Evidence } from './requirement-evidence.ts';
import type { SectionLine } from './split-sections.ts';
import { type Clause, toRequirement } from './to-requirement.ts';

const SILENT = new Set<SectionLine['section']>(['benefits', 'apply', 'pay', 'company']);
const MAX_CONTEXT = 12;
/** More and longer lines are no advertisement; without caps a hostile one would take seconds (rule P6). */
const MAX_LINES = 600;
const MAX_LINE = 3000;
/** Mean weight of the items of a list: beside a list that is headed as requirements, where there is none, and for the best of those. */
const SURELY = 1.8;
const LIKELY = 0.8;
const PERHAPS = 0.5;

/** In the order of the posting, without repeats. */
export function findRequirements(
  all: readonly SectionLine[],
  taxonomy: Taxonomy,
  language?: string,
): { requirements: Requirement[]; clauses: Clause[] } {
  const evidence = new Evidence(taxonomy, language);
  const lines = all
    .slice(0, MAX_LINES)
    .map((line) => (line.text.length > MAX_LINE ? { ...line, text: line.text.slice(0, MAX_LINE) } : line));
  const listed = new Set(mustBlocks(lines, evidence));
  const clauses = lines.flatMap((line) => readLine(line, listed, evidence));
  const asked = clauses.some((clause) => clause.kind === 'must') ? clauses : [...clauses, ...lastResort(lines, evidence)];
  const requirements = unique(asked.map((clause) => toRequirement(clause, taxonomy, evidence)));
  return { requirements: [...requirements, ...contextOf(lines, listed, evidence)], clauses: asked };
}

function readLine(line: SectionLine, listed: ReadonlySet<number>, evidence: Evidence): Clause[] {
  if (line.kind === 'heading' || SILENT.has(line.section)) return [];
  if (line.section === 'must' || line.section === 'nice') return readListed(line.text, line.section, evidence);
  if (line.kind === 'item' && listed.has(line.block)) return readListed(line.text, 'must', evidence);
  return readProse(line.text, evidence, { weak: line.section !== 'tasks' && line.kind !== 'item' });
}

/** Lists under no telling heading that can only be requirements, by their items. */
function mustBlocks(lines: readonly SectionLine[], evidence: Evidence): number[] {
  const explicit = lines.some((line) => line.section === 'must' && line.kind === 'item');
  const blocks = new Map<number, string[]>();
  for (const line of lines) {
    if (line.kind === 'item' && (line.section === 'open' || line.section === 'about'))
      blocks.set(line.block, [...(blocks.get(line.block) ?? []), line.text]);
  }
  const rated = [...blocks].map(([block, items]) => ({
    block,
    weight: items.reduce((sum, item) => sum + evidence.weightOf(item), 0) / items.length,
    strong: items.some((item) => evidence.isStrong(item)),
  }));
  if (explicit) return rated.filter(({ weight }) => weight >= SURELY).map(({ block }) => block);
  const best = Math.max(...rated.map(({ weight }) => weight));
  return rated
    .filter(({ weight, strong }) => weight >= LIKELY || (strong && weight === best && weight >= PERHAPS))
    .map(({ block }) => block);
}

/** No heading and no wording asks for anything: sentences with years or a licence in them do. */
function lastResort(lines: readonly SectionLine[], evidence: Evidence): Clause[] {
  return lines
    .filter((line) => line.kind !== 'heading' && !SILENT.has(line.section))
    .flatMap((line) => readProse(line.text, evidence, { weak: true, bare: true }));
}

/** Skills that the tasks name without asking for them. */
function contextOf(lines: readonly SectionLine[], listed: ReadonlySet<number>, evidence: Evidence): Requirement[] {
  const told = lines.filter(
    (line) =>
      line.kind !== 'heading' &&
      (line.section === 'tasks' || line.section === 'open' || line.section === 'about') &&
      !listed.has(line.block),
  );
  return told
    .filter((line) => evidence.hasHardSkill(line.text))
    .slice(0, MAX_CONTEXT)
    .map((line) => ({
      text: line.text.slice(0, 200),
      kind: 'context',
      skills: evidence.skillsIn(line.text).map((m) => m.skill.id),
      words: [],
      credential: false,
    }));
}

function unique(requirements: Requirement[]): Requirement[] {
  const seen = new Set<string>();
  return requirements.filter((requirement) => {
    const key = requirement.text.toLowerCase();
    if (requirement.text.length < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
