/**
 * Which piece of an entry's header is the title, which the employer, which the place. All splits of all entries of a section are
 * weighed together: what each piece looks like (dictionaries, cues) plus how much the other entries agree with the shape, because
 * a document writes all its entries alike. A greedy reading entry by entry fails on `Company, Title` and on unknown words.
 */
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
  endsBefore?(next: string): boolean;
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
  groups: readonly Group[];
  features: string[];
}

interface Group {
  role: string;
  from: number;
  to: number;
  score: number;
  spec: RoleSpec;
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

/** A blank inside a name says little. */
const BLANK_COST = 0.1;

/** Cost of separators inside a group: one stronger than those that were cut is unlikely to be inside a name. */
function innerCost(atoms: readonly Atom[], { from, to, spec }: Group, weakestCut: number): number {
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
  const opens = from === 0 || isApart(first);
  return opens && (next === undefined || isApart(next) || spec.endsBefore?.(next.text) === true);
}

/** Every group that a line may hold, by where it starts; each is weighed once, however many readings use it. */
function groupsOf(atoms: readonly Atom[], scoring: Scoring): Group[][] {
  return atoms.map((_, from) => {
    const texts = atoms.map((__, i) => (i < from ? '' : joinAtoms(atoms.slice(from, i + 1))));
    return scoring.specs.flatMap((spec) => {
      const groups: Group[] = [];
      for (let to = from + 1; to <= atoms.length; to++)
        if (groupAllowed(atoms, from, to, spec))
          groups.push({ role: spec.role, from, to, score: roleScore(scoring, spec, texts[to - 1] ?? ''), spec });
      return groups;
    });
  });
}

function lineOptions(line: HeaderLine, scoring: Scoring): LineOption[] {
  const atoms = line.atoms.slice(0, MAX_ATOMS);
  const choices = groupsOf(atoms, scoring);
  const best = new Map<string, { score: number; groups: readonly Group[] }>();
  const groups: Group[] = [];
  const consider = (signature: string, weakest: number): void => {
    let score = 0;
    for (const group of groups) score += group.score - innerCost(atoms, group, weakest);
    const known = best.get(signature);
    if (!known || known.score < score) best.set(signature, { score, groups: [...groups] });
  };
  const walk = (from: number, signature: string, weakest: number): void => {
    for (const group of choices[from] ?? []) {
      if (groups.at(-1)?.role === group.role || isUsedUp(groups, group.spec)) continue;
      groups.push(group);
      const signed = `${signature} ${group.role}${atoms[from]?.separator ?? ''}`;
      const cut = Math.min(weakest, from === 0 ? 9 : (atoms[from]?.before ?? 9));
      if (group.to === atoms.length) consider(signed, cut);
      else walk(group.to, signed, cut);
      groups.pop();
    }
  };
  walk(0, '', 9);
  const body = { score: scoring.bodyScore(line.slot, joinAtoms(atoms)), groups: [] };
  const ranked = [body, ...best.values()].sort((a, b) => b.score - a.score).slice(0, PER_LINE);
  return ranked.map((option) => ({ ...option, features: featuresOf(line, atoms, option.groups) }));
}

function isUsedUp(groups: readonly Group[], spec: RoleSpec): boolean {
  let used = 0;
  for (const group of groups) if (group.spec === spec) used++;
  return used >= spec.max;
}

function featuresOf(line: HeaderLine, atoms: readonly Atom[], groups: LineOption['groups']): string[] {
  if (groups.length === 0) return [`${BODY}@${line.slot}`];
  const named = groups.filter((g) => g.role !== 'extra');
  const features = named.map((g) => `${g.role}@${line.slot}`);
  features.push(`${line.slot}:${named.map((g) => (g.from > 0 ? (atoms[g.from]?.separator ?? '') : '') + g.role).join('')}`);
  return features;
}

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
  const readings = entries.map((lines) => readingsOf(lines, scoring));
  let shares = votes(readings, (reading) => reading.score);
  const weight = entries.length > 1 ? AGREEMENT : 0.4;
  for (let round = 0; round < 2; round++)
    shares = votes(readings, (reading) => reading.score + weight * agreement(reading, shares));
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
