/**
 * Which piece of an entry's header is the title, which the employer, which the place. All splits of all entries of a section are
 * weighed together: what each piece looks like (dictionaries, cues) plus how much the other entries agree with the shape, because
 * a document writes all its entries alike. A greedy reading entry by entry fails on `Company, Title` and on unknown words.
 */
import { type Atom, type HeaderLine, joinAtoms } from './header-atoms.ts';
import { type Group, type LineOption, lineOptions, MAX_ATOMS, type RoleSpec, type Scoring } from './line-options.ts';

export interface Assigned {
  role: string;
  text: string;
  atoms: Atom[];
  score: number;
}

export interface EntryRoles {
  values: Assigned[];
  /** Header lines that turned out to be text of the entry. */
  body: HeaderLine[];
  /** Score ahead of the best reading that differs in the first role's text; large when there is none. */
  margin: number;
}

interface Reading {
  score: number;
  options: readonly LineOption[];
  /** Numbers of the features of its options, as often as they occur. */
  features: readonly number[];
  /** Each of them once. */
  distinct: readonly number[];
}

const BEAM = 70;
/** Header lines of a section that are weighed; the longest careers have half as many. What stands behind them is text (rule P6). */
const MAX_LINES = 600;
/** How much agreement of the whole section weighs beside the score of an entry alone. */
const AGREEMENT = 2.2;
const LEAST_VOTE = 1e-9;

/** A way through the first lines of an entry; what stands before the last of them is in the one that it goes on from. */
interface Way {
  score: number;
  before?: Way;
  last?: Numbered;
  /** How often each role is used: `BITS` for each of the specs in their order. */
  used: number;
}

/** The fourth bit stays free for `Limits`. */
const BITS = 4;
const isUnused = (used: number, spec: number): boolean => ((used >> (BITS * spec)) & 7) === 0;

/** Added to counts, `slack` lifts the free bit of each role that is used too often. */
interface Limits {
  slack: number;
  free: number;
}

function limitsOf(specs: readonly RoleSpec[]): Limits {
  const limits = { slack: 0, free: 0 };
  for (const [n, { max }] of specs.entries()) {
    limits.slack += (7 - max) << (BITS * n);
    limits.free += 8 << (BITS * n);
  }
  return limits;
}

/** An option with what all ways through it share. */
interface Numbered {
  option: LineOption;
  used: number;
  features: readonly number[];
}

function numbered(option: LineOption, specs: readonly RoleSpec[], numbers: FeatureNumbers): Numbered {
  let used = 0;
  for (const group of option.groups) used += 1 << (BITS * specs.indexOf(group.spec));
  return { option, used, features: option.features.map((feature) => numbers.of(feature)) };
}

function readingsOf(lines: readonly HeaderLine[], scoring: Scoring, numbers: FeatureNumbers): Reading[] {
  const { specs } = scoring;
  const limits = limitsOf(specs);
  let beam: Way[] = [{ score: 0, used: 0 }];
  for (const line of lines) {
    const options = lineOptions(line, scoring).map((option) => numbered(option, specs, numbers));
    beam = bestWays(beam, options, limits);
  }
  return beam.map((way) => readingOf(way, specs)).sort((a, b) => b.score - a.score);
}

function readingOf(way: Way, specs: readonly RoleSpec[]): Reading {
  const options: LineOption[] = [];
  const features: number[] = [];
  const distinct: number[] = [];
  const add = ({ before, last }: Way): void => {
    if (!last) return;
    if (before) add(before);
    options.push(last.option);
    for (const feature of last.features) {
      features.push(feature);
      if (!distinct.includes(feature)) distinct.push(feature);
    }
  };
  add(way);
  let { score } = way;
  for (let n = 0; n < specs.length; n++) if (isUnused(way.used, n)) score -= specs[n]?.missing ?? 0;
  return { score, options, features, distinct };
}

/** Features of the readings of one section, numbered as they come. */
class FeatureNumbers {
  readonly #known = new Map<string, number>();

  of(feature: string): number {
    const known = this.#known.get(feature);
    if (known !== undefined) return known;
    this.#known.set(feature, this.#known.size);
    return this.#known.size - 1;
  }

  get size(): number {
    return this.#known.size;
  }
}

/** The best `BEAM` ways to go on, best first; of equals the one that was found first. `options` are best first. */
function bestWays(beam: readonly Way[], options: readonly Numbered[], { slack, free }: Limits): Way[] {
  const ways: Way[] = [];
  for (const before of beam)
    for (const last of options) {
      const score = before.score + last.option.score;
      const full = ways.length === BEAM;
      // What follows is no better.
      if (full && score <= (ways[BEAM - 1]?.score ?? 0)) break;
      const used = before.used + last.used;
      if (((used + slack) & free) !== 0) continue;
      if (full) ways.pop();
      ways.splice(placeOf(score, ways), 0, { score, before, last, used });
    }
  return ways;
}

/** Behind all that score as well. */
function placeOf(score: number, ways: readonly Way[]): number {
  let [low, high] = [0, ways.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ways[middle]?.score ?? 0) >= score) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Share of the entries, softly counted, that would be read with each feature, by its number. */
function votes(entries: readonly Reading[][], features: number, scoreOf: (reading: Reading) => number): Float64Array {
  const shares = new Float64Array(features);
  const ofEntry = new Float64Array(features);
  for (const readings of entries) {
    const weights = readings.map(scoreOf);
    const top = Math.max(...weights);
    let total = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = Math.exp(1.6 * ((weights[i] ?? 0) - top));
      weights[i] = weight;
      total += weight;
    }
    ofEntry.fill(0);
    for (let i = 0; i < readings.length; i++) {
      const weight = (weights[i] ?? 0) / total / entries.length;
      // What hardly anybody would choose does not vote: of seventy readings a handful counts.
      if (weight < LEAST_VOTE) continue;
      for (const feature of readings[i]?.distinct ?? []) ofEntry[feature] = (ofEntry[feature] ?? 0) + weight;
    }
    for (let feature = 0; feature < features; feature++) shares[feature] = (shares[feature] ?? 0) + (ofEntry[feature] ?? 0);
  }
  return shares;
}

function agreement(reading: Reading, shares: Float64Array): number {
  if (reading.features.length === 0) return 0;
  let sum = 0;
  for (const feature of reading.features) sum += shares[feature] ?? 0;
  return sum / reading.features.length;
}

function rolesOf(reading: Reading, lines: readonly HeaderLine[], margin: number): EntryRoles {
  const values: Assigned[] = [];
  const body: HeaderLine[] = [];
  reading.options.forEach((option, i) => {
    const line = lines[i];
    if (!line) return;
    if (option.groups.length === 0) body.push(line);
    for (const group of option.groups) {
      // What lies behind the atoms that were weighed belongs to the last group.
      const to = group.to >= Math.min(MAX_ATOMS, line.atoms.length) ? line.atoms.length : group.to;
      const atoms = line.atoms.slice(group.from, to);
      values.push({ role: group.role, text: joinAtoms(atoms), atoms, score: group.score });
    }
  });
  return { values, body, margin };
}

/** Whether two readings of the same lines take the same pieces for a role. */
function agreeOn(role: string, a: Reading, b: Reading): boolean {
  const isRole = (group: Group): boolean => group.role === role;
  return a.options.every((option, i) => {
    const other = b.options[i];
    if (option === other) return true;
    const [own, others] = [option.groups.filter(isRole), other?.groups.filter(isRole) ?? []];
    return own.length === others.length && own.every(({ from, to }, n) => from === others[n]?.from && to === others[n].to);
  });
}

/** Roles for every entry of a section, read together. `bodyScore` is the value of taking a line for text, by slot. */
export function assignRoles(
  entries: readonly (readonly HeaderLine[])[],
  specs: readonly RoleSpec[],
  bodyScore: Scoring['bodyScore'],
): EntryRoles[] {
  const scoring: Scoring = { specs, cache: new Map(), bodyScore };
  const features = new FeatureNumbers();
  const weighed = countWeighed(entries);
  const readings = entries.slice(0, weighed).map((lines) => readingsOf(lines, scoring, features));
  let shares = votes(readings, features.size, (reading) => reading.score);
  const weight = entries.length > 1 ? AGREEMENT : 0.4;
  for (let round = 0; round < 2; round++)
    shares = votes(readings, features.size, (reading) => reading.score + weight * agreement(reading, shares));
  const read = readings.map((options, e) => {
    const ranked = options
      .map((reading) => ({ reading, value: reading.score + weight * agreement(reading, shares) }))
      .sort((a, b) => b.value - a.value);
    const lines = entries[e] ?? [];
    const [best] = ranked;
    if (!best) return { values: [], body: [...lines], margin: 0 };
    const role = specs[0]?.role ?? '';
    const rival = ranked.find((r) => !agreeOn(role, r.reading, best.reading));
    return rolesOf(best.reading, lines, rival ? best.value - rival.value : 9);
  });
  return [...read, ...entries.slice(weighed).map((lines) => ({ values: [], body: [...lines], margin: 0 }))];
}

/** How many entries from the first have no more than `MAX_LINES` header lines together. */
function countWeighed(entries: readonly (readonly HeaderLine[])[]): number {
  let lines = 0;
  const beyond = entries.findIndex((entry) => {
    lines += entry.length;
    return lines > MAX_LINES;
  });
  return beyond < 0 ? entries.length : beyond;
}
