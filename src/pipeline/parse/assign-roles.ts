/**
 * Which piece of an entry's header is the title, which the employer, which the place. All splits of all entries of a section are
 * weighed together: what each piece looks like (dictionaries, cues) plus how much the other entries agree with the shape, because
 * a document writes all its entries alike. A greedy reading entry by entry fails on `Company, Title` and on unknown words.
 */
import { type Atom, type HeaderLine, joinAtoms } from './header-atoms.ts';
import { type LineOption, lineOptions, MAX_ATOMS, type RoleSpec, type Scoring } from './line-options.ts';

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
  option?: LineOption;
  /** How often each role is used: three bits for each of the specs in their order. */
  used: number;
}

const BITS = 3;
const timesUsed = (used: number, spec: number): number => (used >> (BITS * spec)) & 7;

function usedBy(option: LineOption, specs: readonly RoleSpec[]): number {
  let used = 0;
  for (const group of option.groups) used += 1 << (BITS * specs.indexOf(group.spec));
  return used;
}

function readingsOf(lines: readonly HeaderLine[], scoring: Scoring, features: FeatureNumbers): Reading[] {
  const { specs } = scoring;
  let beam: Way[] = [{ score: 0, used: 0 }];
  for (const line of lines) beam = bestWays(beam, lineOptions(line, scoring), specs);
  return beam.map((way) => readingOf(way, specs, features)).sort((a, b) => b.score - a.score);
}

function readingOf(way: Way, specs: readonly RoleSpec[], numbers: FeatureNumbers): Reading {
  const options: LineOption[] = [];
  for (let at: Way | undefined = way; at?.option; at = at.before) options.unshift(at.option);
  const features = options.flatMap((option) => option.features.map((feature) => numbers.of(feature)));
  let { score } = way;
  for (const [n, spec] of specs.entries()) if (timesUsed(way.used, n) === 0) score -= spec.missing;
  return { score, options, features, distinct: [...new Set(features)] };
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
function bestWays(beam: readonly Way[], options: readonly LineOption[], specs: readonly RoleSpec[]): Way[] {
  const ways: Way[] = [];
  const uses = options.map((option) => usedBy(option, specs));
  for (const before of beam)
    for (const [i, option] of options.entries()) {
      const score = before.score + option.score;
      const full = ways.length === BEAM;
      // What follows is no better.
      if (full && score <= (ways[BEAM - 1]?.score ?? 0)) break;
      const use = uses[i] ?? 0;
      if (use !== 0 && specs.some(({ max }, n) => timesUsed(before.used, n) + timesUsed(use, n) > max)) continue;
      if (full) ways.pop();
      ways.splice(placeOf(score, ways), 0, { score, before, option, used: before.used + use });
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
  for (const readings of entries) {
    const scores = readings.map(scoreOf);
    const top = Math.max(...scores);
    const weights = scores.map((score) => Math.exp(1.6 * (score - top)));
    const total = weights.reduce((a, b) => a + b, 0);
    const ofEntry = new Float64Array(features);
    readings.forEach((reading, i) => {
      const weight = (weights[i] ?? 0) / total / entries.length;
      // What hardly anybody would choose does not vote: of seventy readings a handful counts.
      if (weight < LEAST_VOTE) return;
      for (const feature of reading.distinct) ofEntry[feature] = (ofEntry[feature] ?? 0) + weight;
    });
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

const firstText = (reading: Reading, lines: readonly HeaderLine[], role: string): string =>
  reading.options
    .flatMap((option, i) => option.groups.filter((g) => g.role === role).map((g) => `${i}:${g.from}:${g.to}:${lines[i]?.slot}`))
    .join();

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
    const rival = ranked.find((r) => firstText(r.reading, lines, role) !== firstText(best.reading, lines, role));
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
