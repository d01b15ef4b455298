/**
 * Fits the weights of "is it a resume?" and prints the file `src/pipeline/parse/resume-weights.ts`:
 *
 *   node bench/fit-is-resume.ts MADE [--seed S] > src/pipeline/parse/resume-weights.ts
 *
 * MADE is what make-unseen-resumes.ts wrote. Logistic regression with a ridge, by gradient steps, on what is not held back: documents of
 * everyday life and odd resumes (others/make-samples.ts) of two seeds, and MADE/tune. Resumes and others are
 * weighed so that they are there in `SHARE_OF_RESUMES`. A weight whose sign says the opposite of what its feature means is set to 0: it would be the sample's accident.
 * Figures on what is held back go to stderr.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createTaxonomy } from '../src/pipeline/enrich/create-taxonomy.ts';
import { extractDocument } from '../src/pipeline/extract/extract-document.ts';
import { IS_RESUME_FROM } from '../src/pipeline/ingest/resume-reader.ts';
import { weighFeatures } from '../src/pipeline/parse/is-resume.ts';
import { resumeSigns } from '../src/pipeline/parse/read-document.ts';
import { type ResumeFeatures, resumeFeatures } from '../src/pipeline/parse/resume-features.ts';
import { makeSamples } from './others/make-samples.ts';
import { areaUnderCurve, calibrationError } from './reading/calibration.ts';

interface Example {
  name: string;
  features: ResumeFeatures;
  resume: boolean;
  held: boolean;
}
type Weights = ResumeFeatures & { always: number };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' } } });
const [made] = positionals;
if (!made) throw new Error('node bench/fit-is-resume.ts MADE [--seed S]');
const taxonomy = createTaxonomy();

async function exampleOf(bytes: Uint8Array, name: string, resume: boolean, held: boolean): Promise<Example> {
  return { name, features: resumeFeatures(resumeSigns(await extractDocument(bytes, name), taxonomy)), resume, held };
}

async function madeExamples(folder: string, held: boolean): Promise<Example[]> {
  const docs = path.join(folder, held ? 'held/docs' : 'tune/docs');
  const examples: Example[] = [];
  // Scans are read elsewhere; what is asked here does not depend on how letters were won.
  for (const name of (await readdir(docs)).sort())
    if (/\.(?:pdf|docx|txt)$/.test(name) && !name.includes('scan'))
      examples.push(await exampleOf(await readFile(path.join(docs, name)), name, true, held));
  return examples;
}

/** For: a resume has it. Against: other documents have it. The rest may be either. */
const FOR = new Set([
  'core',
  'workOrStudies',
  'inSections',
  'dated',
  'anyDated',
  'entries',
  'skills',
  'name',
  'email',
  'phone',
  'title',
  'years',
]);
const AGAINST = new Set([
  'clearlyOther',
  'otherAndBare',
  'blanksToFill',
  'letter',
  'invoice',
  'money',
  'advert',
  'news',
  'legal',
  'testimony',
  'proceedings',
  'guide',
  'placeholders',
  'prices',
  'addresses',
  'you',
  'code',
  'brief',
  'prose',
  'strangeHeadings',
]);

/** Of the files that the figure must be right for. Fewer than half: a stranger's invoice that becomes a person is worse than a question. */
const SHARE_OF_RESUMES = 0.35;
const RIDGE = 0.001;
const STEPS = 6000;
const RATE = 0.5;

function fitWeights(examples: readonly Example[]): Record<string, number> {
  const names = Object.keys(examples[0]?.features ?? {});
  const rows = examples.map((one) => ({ x: [1, ...Object.values(one.features)], y: one.resume ? 1 : 0 }));
  const yes = rows.filter((row) => row.y === 1).length;
  const weightOf = (y: number): number => (y === 1 ? SHARE_OF_RESUMES / yes : (1 - SHARE_OF_RESUMES) / (rows.length - yes));
  const w = new Array<number>(names.length + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = w.map((value, k) => (k === 0 ? 0 : RIDGE * value));
    for (const { x, y } of rows) {
      const odds = x.reduce((sum, value, k) => sum + value * (w[k] ?? 0), 0);
      const miss = (1 / (1 + Math.exp(-odds)) - y) * weightOf(y);
      x.forEach((value, k) => {
        slope[k] = (slope[k] ?? 0) + miss * value;
      });
    }
    w.forEach((value, k) => {
      const next = value - RATE * (slope[k] ?? 0);
      const name = names[k - 1] ?? '';
      w[k] = (FOR.has(name) && next < 0) || (AGAINST.has(name) && next > 0) ? 0 : next;
    });
  }
  return Object.fromEntries(['always', ...names].map((name, k) => [name, Math.round((w[k] ?? 0) * 100) / 100]));
}

function isWeights(record: Record<string, number>, like: ResumeFeatures): record is Record<string, number> & Weights {
  return ['always', ...Object.keys(like)].every((name) => name in record);
}

const examples = [...(await madeExamples(made, false)), ...(await madeExamples(made, true))];
for (let n = 0; n < 2; n++)
  for (const sample of makeSamples(`${values.seed}/${n}`))
    examples.push(await exampleOf(sample.bytes, sample.name, sample.resume, sample.held));
const weights = fitWeights(examples.filter((one) => !one.held));
const [first] = examples;
if (!first || !isWeights(weights, first.features)) throw new Error('nothing to fit');
const judged = (held: boolean) =>
  examples
    .filter((one) => one.held === held)
    .map((one) => ({ name: one.name, stated: weighFeatures(one.features, weights), true: one.resume }));
for (const held of [false, true]) {
  const all = judged(held);
  const wrong = all.filter((one) => one.stated >= IS_RESUME_FROM !== one.true);
  process.stderr.write(
    `${held ? 'held back' : 'fitted'}: ${all.length}, AUC ${areaUnderCurve(all).toFixed(4)}, ECE ${calibrationError(all).toFixed(3)}, wrong ${wrong.length}: ${wrong.map((one) => `${one.name} ${one.stated.toFixed(2)}`).join(', ')}\n`,
  );
}
process.stdout.write(`/** Log-odds of a resume by feature (\`resume-features.ts\`). Made by \`node bench/fit-is-resume.ts\`, which says how; do not edit by hand. */
import type { ResumeFeatures } from './resume-features.ts';

export const RESUME_WEIGHTS: ResumeFeatures & { always: number } = {
${Object.entries(weights)
  .map(([name, value]) => `  ${name}: ${value},`)
  .join('\n')}
};
`);
