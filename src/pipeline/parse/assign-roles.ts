/**
 * Which piece of an entry's header is the title, which the employer, which the place. All splits of all entries of a section are
 * weighed together: what each piece looks like (dictionaries, cues) plus how much the other entries agree with the shape, because
 * a document writes all its entries alike. A greedy reading entry by entry fails on `Company, Title` and on unknown words.
 */
import { type Atom, type HeaderLine, joinAtoms } from './header-atoms.ts';

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
}

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

interface LineOption {
  score: number;
  groups: { role: string; from: number; to: number; score: number }[];
  features: string[];
}

interface Reading {
  score: number;
  options: LineOption[];
  features: string[];
  used: Record<string, number>;
}

const MAX_ATOMS = 8;
const PER_LINE = 14;
const BEAM = 70;
/** How much agreement of the whole section weighs beside the score of an entry alone. */
const AGREEMENT = 2.2;
const LEAST_VOTE = 1e-9;
const BODY = 'body';

interface Scoring {
  specs: readonly RoleSpec[];
  cache: Map<string, number>;
  bodyScore: (slot: number, text: string) => number;
}

function roleScore(scoring: Scoring, spec: RoleSpec, text: string): number {
  const key = `${spec.role}\n${text}`;
  const known = scoring.cache.get(key);
  if (known !== undefined) return known;
  const score = spec.score(text);
  scoring.cache.set(key, score);
  return score;
}

/** Cost of separators inside a group: one stronger than those that were cut is unlikely to be inside a name. */
function innerCost(atoms: readonly Atom[], from: number, to: number, weakestCut: number, spec: RoleSpec): number {
  let cost = 0;
  for (let i = from + 1; i < to; i++) {
    const strength = atoms[i]?.before ?? 1;
    // A semicolon in a line that it alone divides lists more of the same, as a comma does: `Early Irish; History`.
    const listed = atoms[i]?.separator === ';' && to - from === atoms.length;
    cost += strength <= 1 || listed ? spec.comma : strength >= 3 ? 1.4 : 0.5;
    if (strength > weakestCut) cost += 1;
  }
  return cost;
}

/** From a change of style at a comma upwards. */
const APART = 2.2;

function groupAllowed(atoms: readonly Atom[], from: number, to: number, spec: RoleSpec): boolean {
  if (!spec.apart) return true;
  const opens = from === 0 || (atoms[from]?.before ?? 0) >= APART;
  const closes = to === atoms.length || (atoms[to]?.before ?? 0) >= APART;
  return opens && closes;
}

function lineOptions(line: HeaderLine, scoring: Scoring): LineOption[] {
  const atoms = line.atoms.slice(0, MAX_ATOMS);
  const best = new Map<string, LineOption>();
  const consider = (groups: LineOption['groups'], score: number): void => {
    const signature = groups.map((g) => g.role + (atoms[g.from]?.separator ?? '')).join(' ');
    const known = best.get(signature);
    if (!known || known.score < score) best.set(signature, { score, groups, features: featuresOf(line, atoms, groups) });
  };
  const walk = (from: number, groups: LineOption['groups'], weakest: number): void => {
    if (from === atoms.length) {
      consider(
        groups,
        groups.reduce((sum, g) => sum + g.score - inner(g, weakest), 0),
      );
      return;
    }
    for (const spec of scoring.specs) {
      if (groups.filter((g) => g.role === spec.role).length >= spec.max || groups.at(-1)?.role === spec.role) continue;
      for (let to = from + 1; to <= atoms.length; to++) {
        if (!groupAllowed(atoms, from, to, spec)) continue;
        const text = joinAtoms(atoms.slice(from, to));
        walk(
          to,
          [...groups, { role: spec.role, from, to, score: roleScore(scoring, spec, text) }],
          Math.min(weakest, from === 0 ? 9 : (atoms[from]?.before ?? 9)),
        );
      }
    }
  };
  const inner = (g: LineOption['groups'][number], weakest: number): number => {
    const spec = scoring.specs.find((s) => s.role === g.role);
    return spec ? innerCost(atoms, g.from, g.to, weakest, spec) : 0;
  };
  if (atoms.length > 0) walk(0, [], 9);
  const body: LineOption = {
    score: scoring.bodyScore(line.slot, joinAtoms(atoms)),
    groups: [],
    features: [`${BODY}@${line.slot}`],
  };
  return [body, ...best.values()].sort((a, b) => b.score - a.score).slice(0, PER_LINE);
}

function featuresOf(line: HeaderLine, atoms: readonly Atom[], groups: LineOption['groups']): string[] {
  const named = groups.filter((g) => g.role !== 'extra');
  const features = named.map((g) => `${g.role}@${line.slot}`);
  features.push(`${line.slot}:${named.map((g) => (g.from > 0 ? (atoms[g.from]?.separator ?? '') : '') + g.role).join('')}`);
  return features;
}

function readingsOf(lines: readonly HeaderLine[], scoring: Scoring): Reading[] {
  let beam: Reading[] = [{ score: 0, options: [], features: [], used: {} }];
  for (const line of lines) {
    const options = lineOptions(line, scoring);
    const next: { score: number; reading: Reading; option: LineOption }[] = [];
    for (const reading of beam)
      for (const option of options)
        if (isAllowed(reading, option, scoring.specs)) next.push({ score: reading.score + option.score, reading, option });
    // Only those that go on are written out: there are a thousand for each seventy.
    beam = next
      .sort((a, b) => b.score - a.score)
      .slice(0, BEAM)
      .map(({ reading, option }) => goOn(reading, option));
  }
  for (const reading of beam) for (const spec of scoring.specs) if (!reading.used[spec.role]) reading.score -= spec.missing;
  return beam.sort((a, b) => b.score - a.score);
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
function votes(entries: readonly Reading[][], scoreOf: (entry: number, reading: Reading) => number): Map<string, number> {
  const shares = new Map<string, number>();
  entries.forEach((readings, e) => {
    const top = Math.max(...readings.map((r) => scoreOf(e, r)));
    const weights = readings.map((r) => Math.exp(1.6 * (scoreOf(e, r) - top)));
    const total = weights.reduce((a, b) => a + b, 0);
    const ofEntry = new Map<string, number>();
    readings.forEach((reading, i) => {
      const weight = (weights[i] ?? 0) / total / entries.length;
      // What hardly anybody would choose does not vote: of seventy readings a handful counts.
      if (weight < LEAST_VOTE) return;
      for (const feature of new Set(reading.features)) ofEntry.set(feature, (ofEntry.get(feature) ?? 0) + weight);
    });
    for (const [feature, weight] of ofEntry) shares.set(feature, (shares.get(feature) ?? 0) + weight);
  });
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
  const readings = entries.map((lines) => readingsOf(lines, scoring));
  let shares = votes(readings, (_, reading) => reading.score);
  const weight = entries.length > 1 ? AGREEMENT : 0.4;
  for (let round = 0; round < 2; round++)
    shares = votes(readings, (_, reading) => reading.score + weight * agreement(reading, shares));
  return readings.map((options, e) => {
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
}
