/** `shortlist import`: files and folders into the database, as if somebody had sent them; a line a file, then the sum. */
import { readFile } from 'node:fs/promises';
import { DEFAULT_WORKSPACE } from '../domain/ids.ts';
import { serviceViewer } from '../domain/people.ts';
import { FILES_TOGETHER, openBatch, type SubmittedFile } from '../intake/submit-files.ts';
import { createLog } from '../log.ts';
import { openParts } from '../main.ts';
import type { Parts } from '../service-parts.ts';
import { codesOfResumes, type ResumeCodes } from '../store/resume-codes.ts';
import { type AttachmentView, attachmentsOf } from '../store/submissions.ts';
import { personNamed } from './open-context.ts';
import { expandFiles } from './open-files.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export async function importResumes({ config, clock, terminal, as }: Settings, paths: string[]): Promise<void> {
  const started = performance.now();
  const files = await expandFiles(paths, { folders: true });
  const parts = await openParts(config, clock, createLog('warn', process.stderr.isTTY === true));
  try {
    const person = as === undefined ? undefined : await personNamed(parts.store, as);
    const batch = await openBatch(parts.store, config.people, person);
    parts.worker.start();
    const progress = terminal.progress(files.length, 'importing');
    for await (const some of filesTogether(files)) {
      await batch.add(some);
      for (const { name } of some) progress.advance(name);
    }
    await parts.worker.idle();
    progress.done();
    await report(parts, terminal, batch.submissionId, batch.code, started);
  } finally {
    await parts.close();
  }
}

/** In memory at once: so many files, and no more after so many bytes. */
const BYTES_TOGETHER = 8_000_000;

async function* filesTogether(paths: readonly string[]): AsyncGenerator<SubmittedFile[]> {
  let some: SubmittedFile[] = [];
  let size = 0;
  for (const path of paths) {
    const bytes = await readFile(path);
    some.push({ name: path, bytes });
    size += bytes.byteLength;
    if (some.length < FILES_TOGETHER && size < BYTES_TOGETHER) continue;
    yield some;
    [some, size] = [[], 0];
  }
  if (some.length > 0) yield some;
}

async function report(parts: Parts, terminal: Terminal, submissionId: string, batch: string, started: number): Promise<void> {
  const viewer = serviceViewer(DEFAULT_WORKSPACE);
  const rows = (await attachmentsOf(parts.store, viewer, submissionId)).filter((row) => row.state !== 'unpacked');
  const ids = rows.flatMap(({ resumeId }) => (resumeId === null ? [] : [resumeId]));
  const codes = await codesOfResumes(parts.store, viewer, ids);
  let failed = 0;
  let duplicates = 0;
  for (const row of rows) {
    const ok = row.state === 'resume';
    if (!ok) failed += 1;
    if (row.seenBefore) duplicates += 1;
    terminal.value({ batch, ...lineOf(row, codes) });
    if (!terminal.json && !ok)
      terminal.say(`${row.name}: ${row.error ? `${row.error.message} ${row.error.fix}` : 'does not look like a resume'}`);
  }
  if (failed > 0) terminal.failed();
  const ms = Math.round(performance.now() - started);
  const done = rows.length - failed;
  terminal.value({ batch, total: rows.length, done, failed, duplicates, ms });
  if (!terminal.json)
    terminal.say(`${batch}: ${done} of ${rows.length} imported, ${failed} failed, ${duplicates} known before, ${ms} ms`);
}

function lineOf(row: AttachmentView, codes: ReadonlyMap<string, ResumeCodes>): Record<string, unknown> {
  if (row.state !== 'resume' || row.resumeId === null) return { file: row.name, ok: false, error: row.error };
  const known = codes.get(row.resumeId);
  return { file: row.name, ok: true, resumeId: known?.resume, candidateId: known?.candidate };
}
