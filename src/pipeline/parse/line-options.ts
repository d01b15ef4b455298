/** The best ways to part one header line into roles: which pieces are the title, which the employer, which the place. */
import { type Atom, BLANK, type HeaderLine, joinAtoms } from './header-atoms.ts';

export interface RoleSpec {
  role: string;
  /** How well a text fills the role; about -2…2, 0 when nothing is known. */
  score(text: string): number;
  /** Cost of a comma within it. */
  comma: number;
  /** Cost when no entry line fills it; 0 when it is optional. */
  missing: number;
  /** How many times it may occur. */
  max: number;
  /** It may only fill a whole line or a piece set apart by a gap or bar. */
  apart?: boolean;
  /** What may stand right behind such a piece all the same: nothing that could be more of it. */
  endsBefore?(next: Atom): boolean;
}

/** Pieces `from`…`to` (exclusive) of a line as one role. */
export interface Group {
  role: string;
  from: number;
  to: number;
  score: number;
  spec: RoleSpec;
}

export interface LineOption {
  score: number;
  groups: readonly Group[];
  features: string[];
}

export interface Scoring {
  specs: readonly RoleSpec[];
  /** Scores of a text by the place of the role among the specs; not a number where nobody has asked yet. */
  cache: Map<string, Float64Array>;
  bodyScore: (slot: number, text: string) => number;
}

/** Pieces of a line that are weighed; what stands behind them belongs to the last group. */
export const MAX_ATOMS = 8;
const PER_LINE = 14;
const BODY = 'body';

interface Scored {
  text: string;
  scores: Float64Array;
}

function scored({ specs, cache }: Scoring, text: string): Scored {
  const known = cache.get(text);
  if (known) return { text, scores: known };
  const scores = new Float64Array(specs.length).fill(Number.NaN);
  cache.set(text, scores);
  return { text, scores };
}

function roleScore({ text, scores }: Scored, spec: RoleSpec, place: number): number {
  const known = scores[place] ?? Number.NaN;
  if (!Number.isNaN(known)) return known;
  const score = spec.score(text);
  scores[place] = score;
  return score;
}

/** A blank inside a name says little. */
const BLANK_COST = 0.1;

/** Cost of separators inside a group: one stronger than those that were cut is unlikely to be inside a name. */
function innerCost(atoms: readonly Atom[], { from, to, spec }: Omit<Group, 'score'>, weakestCut: number): number {
  let cost = 0;
  for (let i = from + 1; i < to; i++) {
    const strength = atoms[i]?.before ?? 1;
    // A semicolon in a line that it alone divides lists more of the same, as a comma does: `Glass; Ceramics`.
    const listed = atoms[i]?.separator === ';' && to - from === atoms.length;
    cost +=
      atoms[i]?.separator === BLANK
        ? Math.min(spec.comma, BLANK_COST)
        : strength <= 1 || listed
          ? spec.comma
          : strength >= 3
            ? 1.4
            : 0.5;
    if (strength > weakestCut) cost += 1;
  }
  return cost;
}

/** From a change of style at a comma upwards. */
const APART = 2.2;

const isApart = (atom: Atom | undefined): boolean =>
  atom !== undefined && (atom.before >= APART || atom.separator.startsWith('/') || atom.separator === BLANK);

function groupAllowed(atoms: readonly Atom[], from: number, to: number, spec: RoleSpec): boolean {
  if (!spec.apart) return true;
  const [first, next] = [atoms[from], atoms[to]];
  // `BSc: Mathematics` is a degree and what it is in; a label before its list is none of both.
  const opens = from === 0 || isApart(first) || first?.separator.startsWith(':') === true;
  return opens && (next === undefined || isApart(next) || spec.endsBefore?.(next) === true);
}

/** A group with what it adds at most, and the place of its role in a number that counts roles. */
interface Choice extends Group {
  most: number;
  unit: number;
  /** Role and separator as one digit of a signature. */
  sign: number;
}

const NO_CUT = 9;

/** Numbers that say which roles a reading of a line has used, and how often. */
interface Counting {
  units: ReadonlyMap<RoleSpec, number>;
  /** How many such numbers there are. */
  size: number;
}

function countingOf(specs: readonly RoleSpec[]): Counting {
  const units = new Map<RoleSpec, number>();
  let size = 1;
  for (const spec of specs) {
    units.set(spec, size);
    size *= spec.max + 1;
  }
  return { units, size };
}

const isUsedUp = (used: number, { unit, spec }: Choice): boolean => Math.floor(used / unit) % (spec.max + 1) >= spec.max;

/** Every group that a line may hold, by where it starts; each is weighed once, however many readings use it. */
function choicesOf(atoms: readonly Atom[], scoring: Scoring, { units }: Counting): Choice[][] {
  const separators = [...new Set(atoms.map((atom) => atom.separator))];
  return atoms.map((atom, from) => {
    const texts = atoms.slice(from).map((_, i) => scored(scoring, joinAtoms(atoms.slice(from, from + i + 1))));
    return scoring.specs.flatMap((spec, n) => {
      const choices: Choice[] = [];
      const sign = 1 + n * separators.length + separators.indexOf(atom.separator);
      for (let to = from + 1; to <= atoms.length; to++) {
        const text = texts[to - 1 - from];
        if (!text || !groupAllowed(atoms, from, to, spec)) continue;
        const score = roleScore(text, spec, n);
        const group = { role: spec.role, from, to, spec };
        const most = score - innerCost(atoms, group, NO_CUT);
        choices.push({ ...group, score, most, unit: units.get(spec) ?? 1, sign });
      }
      return choices;
    });
  });
}

/** The most that pieces from `from` on can add with the roles that are left, whatever stands before them. */
function boundsOf(choices: readonly (readonly Choice[])[], { size }: Counting): (from: number, used: number) => number {
  const known = new Float64Array(choices.length * size).fill(Number.NaN);
  const bound = (from: number, used: number): number => {
    if (from === choices.length) return 0;
    const place = from * size + used;
    const before = known[place] ?? Number.NaN;
    if (!Number.isNaN(before)) return before;
    let best = Number.NEGATIVE_INFINITY;
    for (const choice of choices[from] ?? [])
      if (!isUsedUp(used, choice)) best = Math.max(best, choice.most + bound(choice.to, used + choice.unit));
    known[place] = best;
    return best;
  };
  return bound;
}

interface Grouping {
  /** Roles and separators in their order, as digits of one number. */
  signature: number;
  score: number;
  groups: readonly Group[];
}

/** Keeps the best reading of each signature, best signatures first; of equals the one that was found first. */
function keep(kept: Grouping[], { signature, score, groups }: Grouping): void {
  const own = kept.findIndex((one) => one.signature === signature);
  if (own >= 0 && (kept[own]?.score ?? 0) >= score) return;
  if (own >= 0) kept.splice(own, 1);
  else if (kept.length === PER_LINE) {
    if ((kept[PER_LINE - 1]?.score ?? 0) >= score) return;
    kept.pop();
  }
  const at = kept.findIndex((one) => one.score < score);
  kept.splice(at < 0 ? kept.length : at, 0, { signature, score, groups: [...groups] });
}

function scoreOf(atoms: readonly Atom[], groups: readonly Group[], weakestCut: number): number {
  let score = 0;
  for (const group of groups) score += group.score - innerCost(atoms, group, weakestCut);
  return score;
}

/** Sums in another order differ by so much. */
const ROUNDING = 1e-9;

/**
 * The best groupings of a line, one for each signature. A way that cannot reach the best any more is left (branch and bound): the
 * ways through eight pieces and six roles are 50,000.
 */
function bestGroupings(atoms: readonly Atom[], scoring: Scoring): Grouping[] {
  const counting = countingOf(scoring.specs);
  const choices = choicesOf(atoms, scoring, counting);
  const bound = boundsOf(choices, counting);
  const base = 1 + scoring.specs.length * MAX_ATOMS;
  const kept: Grouping[] = [];
  const groups: Choice[] = [];
  const walk = (from: number, used: number, signature: number, weakest: number, most: number): void => {
    for (const choice of choices[from] ?? []) {
      if (groups.at(-1)?.spec === choice.spec || isUsedUp(used, choice)) continue;
      const reach = most + choice.most;
      const least = kept.length < PER_LINE ? Number.NEGATIVE_INFINITY : (kept[PER_LINE - 1]?.score ?? 0) - ROUNDING;
      if (reach + bound(choice.to, used + choice.unit) < least) continue;
      groups.push(choice);
      const signed = signature * base + choice.sign;
      const cut = from === 0 ? weakest : Math.min(weakest, atoms[from]?.before ?? NO_CUT);
      if (choice.to === atoms.length) keep(kept, { signature: signed, score: scoreOf(atoms, groups, cut), groups });
      else walk(choice.to, used + choice.unit, signed, cut, reach);
      groups.pop();
    }
  };
  walk(0, 0, 0, NO_CUT, 0);
  return kept;
}

/** The best ways to read a line, best first; one of them is as text of the entry. */
export function lineOptions(line: HeaderLine, scoring: Scoring): LineOption[] {
  const atoms = line.atoms.slice(0, MAX_ATOMS);
  const body = { score: scoring.bodyScore(line.slot, joinAtoms(atoms)), groups: [] };
  const ranked = [body, ...bestGroupings(atoms, scoring)].sort((a, b) => b.score - a.score).slice(0, PER_LINE);
  return ranked.map(({ score, groups }) => ({ score, groups, features: featuresOf(line, atoms, groups) }));
}

function featuresOf(line: HeaderLine, atoms: readonly Atom[], groups: LineOption['groups']): string[] {
  if (groups.length === 0) return [`${BODY}@${line.slot}`];
  const named = groups.filter((g) => g.role !== 'extra');
  const features = named.map((g) => `${g.role}@${line.slot}`);
  features.push(`${line.slot}:${named.map((g) => (g.from > 0 ? (atoms[g.from]?.separator ?? '') : '') + g.role).join('')}`);
  return features;
}
