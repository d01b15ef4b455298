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
  options: LineOption[];
  features: string[];
  used: Record<string, number>;
}

const BEAM = 70;
/** Header lines of a section that are weighed; the longest careers have half as many. What stands behind them is text (rule P6). */
const MAX_LINES = 600;
/** How much agreement of the whole section weighs beside the score of an entry alone. */
const AGREEMENT = 2.2;
const LEAST_VOTE = 1e-9;

function readingsOf(lines: readonly HeaderLine[], scoring: Scoring): Reading[] {
  let beam: Reading[] = [{ score: 0, options: [], features: [], used: {} }];
  // Only those that go on are written out: there are a thousand for each seventy.
  for (const line of lines)
    beam = bestSteps(beam, lineOptions(line, scoring), scoring.specs).map(({ reading, option }) => goOn(reading, option));
  for (const reading of beam) for (const spec of scoring.specs) if (!reading.used[spec.role]) reading.score -= spec.missing;
  return beam.sort((a, b) => b.score - a.score);
}

interface Step {
  score: number;
  reading: Reading;
  option: LineOption;
}

/** The best `BEAM` ways to go on, best first; of equals the one that was found first. `options` are best first. */
function bestSteps(beam: readonly Reading[], options: readonly LineOption[], specs: readonly RoleSpec[]): Step[] {
  const steps: Step[] = [];
  for (const reading of beam)
    for (const option of options) {
      const score = reading.score + option.score;
      const full = steps.length === BEAM;
      // What follows is no better.
      if (full && score <= (steps[BEAM - 1]?.score ?? 0)) break;
      if (!isAllowed(reading, option, specs)) continue;
      if (full) steps.pop();
      steps.splice(placeOf(score, steps), 0, { score, reading, option });
    }
  return steps;
}

/** Behind all that score as well. */
function placeOf(score: number, steps: readonly Step[]): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.score ?? 0) >= score) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isAllowed(reading: Reading, option: LineOption, specs: readonly RoleSpec[]): boolean {
  if (option.groups.length === 0) return true;
  return specs.every((spec) => {
    let used = reading.used[spec.role] ?? 0;
    for (const group of option.groups) if (group.role === spec.role) used++;
    return used <= spec.max;
  });
}

function goOn(reading: Reading, option: LineOption): Reading {
  const used = { ...reading.used };
  for (const group of option.groups) used[group.role] = (used[group.role] ?? 0) + 1;
  return {
    score: reading.score + option.score,
    options: [...reading.options, option],
    features: [...reading.features, ...option.features],
    used,
  };
}

/** Share of the entries, softly counted, that would be read with a feature. */
function votes(entries: readonly Reading[][], scoreOf: (reading: Reading) => number): Map<string, number> {
  const shares = new Map<string, number>();
  for (const readings of entries) {
    const scores = readings.map(scoreOf);
    const top = Math.max(...scores);
    const weights = scores.map((score) => Math.exp(1.6 * (score - top)));
    const total = weights.reduce((a, b) => a + b, 0);
    const ofEntry = new Map<string, number>();
    readings.forEach((reading, i) => {
      const weight = (weights[i] ?? 0) / total / entries.length;
      // What hardly anybody would choose does not vote: of seventy readings a handful counts.
      if (weight < LEAST_VOTE) return;
      for (const feature of new Set(reading.features)) ofEntry.set(feature, (ofEntry.get(feature) ?? 0) + weight);
    });
    for (const [feature, weight] of ofEntry) shares.set(feature, (shares.get(feature) ?? 0) + weight);
  }
  return shares;
}

function agreement(reading: Reading, shares: ReadonlyMap<string, number>): number {
  if (reading.features.length === 0) return 0;
  return reading.features.reduce((sum, feature) => sum + (shares.get(feature) ?? 0), 0) / reading.features.length;
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
  const weighed = countWeighed(entries);
  const readings = entries.slice(0, weighed).map((lines) => readingsOf(lines, scoring));
  let shares = votes(readings, (reading) => reading.score);
  const weight = entries.length > 1 ? AGREEMENT : 0.4;
  for (let round = 0; round < 2; round++)
    shares = votes(readings, (reading) => reading.score + weight * agreement(reading, shares));
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
