/**
 * Fits stated confidences to how often values are right, and prints the file `src/pipeline/parse/calibration-table.ts`:
 *
 *   node bench/fit-confidence.ts MADE [SET…] [--check] > src/pipeline/parse/calibration-table.ts
 *
 * MADE is what make-unseen-resumes.ts wrote. On MADE/tune every document is read as it is and once damaged (reading/damage.ts): where nearly
 * all is right a curve learns nothing. Isotonic regression (pool adjacent violators) by kind of value over eight stretches of raw confidence,
 * drawn towards the curve of all kinds by the weight of `PRIOR` values, because a stretch without a mistake in thirty is not sure. SETs are
 * folders like MADE/tune by other hands: the generator prints few of the lines that are read wrongly with little doubt. With
 * `--check` nothing is fitted: the error on MADE/held, whole and damaged, and on each SET of what is in use goes to stdout.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { extractDocument, NeedsRecognition } from '../src/pipeline/extract/extract-document.ts';
import { ReadFailure } from '../src/pipeline/extract/read-failure.ts';
import { type Curve, kindOfPath } from '../src/pipeline/parse/calibrate.ts';
import { parseResume } from '../src/pipeline/parse/parse-resume.ts';
import { calibrationError, type Forecast } from './reading/calibration.ts';
import { DAMAGES } from './reading/damage.ts';
import { type Gold, type GoldDocument, scoreResume } from './reading/score-resume.ts';
import { createRandom } from './unseen/random.ts';

interface Value extends Forecast {
  kind: string;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean', default: false } } });
const [made, ...sets] = positionals;
if (!made) throw new Error('node bench/fit-confidence.ts MADE [SET…] [--check]');
const taxonomy = createTaxonomy();
const damages = Object.values(DAMAGES);

async function valuesOf(folder: string, entry: GoldDocument, nth: number, damaged: boolean): Promise<Value[]> {
  const gold: Gold = JSON.parse(await readFile(path.join(folder, entry.gold), 'utf8'));
  const whole = await extractDocument(await readFile(path.join(folder, entry.file)), entry.file);
  const damage = damages[nth % damages.length];
  const document = damaged && damage ? damage(whole, createRandom(entry.file)) : whole;
  const resume = parseResume(document, { asOf: '2026-11-01', taxonomy, rawConfidence: !values.check });
  const { confidence } = resume.meta.shortlist;
  return scoreResume(resume, gold, entry).judged.flatMap(({ path: at, right }) => {
    const stated = confidence[at];
    return stated === undefined ? [] : [{ kind: kindOfPath(at), stated, true: right }];
  });
}

async function readSet(folder: string, damaged: boolean): Promise<Value[]> {
  const list = (await readFile(path.join(folder, 'docs.jsonl'), 'utf8')).split('\n').filter(Boolean);
  const all: Value[] = [];
  for (const [n, line] of list.entries()) {
    try {
      all.push(...(await valuesOf(folder, JSON.parse(line), n, damaged)));
    } catch (error) {
      // Scans without letters say nothing about confidence here.
      if (!(error instanceof ReadFailure || error instanceof NeedsRecognition)) throw error;
    }
  }
  return all;
}

const EDGES = [0, 0.6, 0.7, 0.8, 0.86, 0.9, 0.94, 0.97, 1.01];
const PRIOR = 25;
/** Nobody is sure of everything: the rule of three for a few hundred values without a mistake. */
const HIGHEST = 0.99;

interface Stretch {
  raw: number;
  right: number;
  n: number;
}

function stretches(list: readonly Value[], prior: (raw: number) => number, weight: number): Stretch[] {
  return EDGES.slice(1).flatMap((to, k) => {
    const inside = list.filter(({ stated }) => stated >= (EDGES[k] ?? 0) && stated < to);
    if (inside.length === 0) return [];
    const raw = inside.reduce((sum, one) => sum + one.stated, 0) / inside.length;
    const right = inside.filter((one) => one.true).length;
    return [{ raw, right: (right + weight * prior(raw)) / (inside.length + weight), n: inside.length + weight }];
  });
}

/** Pool adjacent violators. */
function rising(list: readonly Stretch[]): Curve {
  const pools: (Stretch & { members: number[] })[] = [];
  for (const one of list) {
    pools.push({ ...one, members: [one.raw] });
    for (
      let last = pools.at(-1), before = pools.at(-2);
      last && before && before.right > last.right;
      last = pools.at(-1), before = pools.at(-2)
    ) {
      const n = before.n + last.n;
      const right = (before.right * before.n + last.right * last.n) / n;
      pools.splice(-2, 2, { raw: before.raw, right, n, members: [...before.members, ...last.members] });
    }
  }
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return pools.flatMap(({ members, right }) => members.map((raw) => [round(raw), round(Math.min(HIGHEST, right))] as const));
}

function heightOf(curve: Curve, raw: number): number {
  return curve.findLast(([at]) => at <= raw + 0.02)?.[1] ?? curve[0]?.[1] ?? raw;
}

if (values.check) {
  const held = path.join(made, 'held');
  for (const [folder, damaged] of [[held, false], [held, true], ...sets.map((set) => [set, false] as const)] as const) {
    const all = await readSet(folder, damaged);
    const left = all.filter((one) => one.stated >= 0.86).length / all.length;
    console.log(
      `${folder}, ${damaged ? 'damaged' : 'whole'}: ECE ${calibrationError(all).toFixed(3)}, right ${(all.filter((one) => one.true).length / all.length).toFixed(3)}, accepted ${left.toFixed(3)}, of ${all.length}`,
    );
  }
} else {
  const tune = path.join(made, 'tune');
  const all = [...(await readSet(tune, false)), ...(await readSet(tune, true))];
  for (const set of sets) all.push(...(await readSet(set, false)));
  const any = rising(stretches(all, (raw) => raw, PRIOR));
  const curves = [...Map.groupBy(all, (one) => one.kind)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, list]) => [kind, rising(stretches(list, (raw) => heightOf(any, raw), PRIOR))] as const);
  const show = (curve: Curve): string =>
    JSON.stringify(curve)
      .replaceAll('],[', '], [')
      .replaceAll(/(\d),(\d)/g, '$1, $2');
  process.stdout.write(`/** How often values are right by how sure the rules were, by kind (\`calibrate.ts\`). Made by \`node bench/fit-confidence.ts\`, which says how; do not edit by hand. */
import type { Curve } from './calibrate.ts';

export const CALIBRATION: Readonly<Record<string, Curve>> = {
  any: ${show(any)},
${curves.map(([kind, curve]) => `  '${kind}': ${show(curve)},`).join('\n')}
};
`);
}
