/**
 * `npm run bench:parse`: how well and how fast resumes are read, by field, format, layout and language, on documents that a generator
 * makes of invented people; how far the stated confidences can be believed; beside pdftotext, which only gets the text.
 *
 *   node bench/parse-table.ts [--seed S] [--folder MADE] [--data FOLDER…]
 *
 * The documents are made anew in a temporary folder (minutes: they are printed by Chromium) unless `--folder` names what
 * make-unseen-resumes.ts wrote before; `--data` adds folders of the same shape (docs.jsonl, docs/, gold/). Everything is read as the service does
 * it, in the fenced child. As of 2026-11-01. It judges nothing.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLog } from '../src/log.ts';
import { openResumeReader } from '../src/reader.ts';
import { makeSamples } from './others/make-samples.ts';
import { printCalibration } from './reading/print-calibration.ts';
import { judgeSamples, printOthers } from './reading/print-others.ts';
import { printSpeed } from './reading/print-speed.ts';
import { printTables } from './reading/print-tables.ts';
import { type ReadDocument, readDataset } from './reading/read-dataset.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    folder: { type: 'string' },
    data: { type: 'string', multiple: true, default: [] },
  },
});

function makeResumes(folder: string): Promise<void> {
  const maker = fileURLToPath(new URL('make-unseen-resumes.ts', import.meta.url));
  const child = spawn(process.execPath, [maker, folder, '--seed', values.seed], { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the generator ended with ${code}`))));
  });
}

async function printSet(title: string, documents: readonly ReadDocument[]): Promise<void> {
  console.log(`\n${title}: ${documents.length} documents, ${documents.filter((one) => !one.resume).length} not read`);
  printTables(documents);
  printCalibration(documents);
  await printSpeed(documents);
}

const temporary = values.folder === undefined ? await mkdtemp(path.join(tmpdir(), 'shortlist-bench-')) : undefined;
const reader = openResumeReader(createLog('silent', false), { size: 1 });
try {
  if (temporary !== undefined) await makeResumes(temporary);
  const folder = values.folder ?? temporary ?? '';
  await printSet('Tune', await readDataset(reader, path.join(folder, 'tune')));
  const held = await readDataset(reader, path.join(folder, 'held'));
  await printSet('Held back (people, layouts or both)', held);
  const samples = makeSamples(values.seed);
  const known = held.flatMap(({ file, resume }) =>
    resume ? [{ name: file, kind: 'resume', stated: resume.meta.shortlist.isResume, true: true }] : [],
  );
  const judge = (wanted: boolean) =>
    judgeSamples(
      reader,
      samples.filter((one) => one.held === wanted),
    );
  printOthers('Is it a resume? Tune', await judge(false));
  printOthers('Is it a resume? Held back', [...(await judge(true)), ...known]);
  for (const data of values.data) await printSet(path.basename(data), await readDataset(reader, data));
} finally {
  await reader.close();
  if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
}
