/** `shortlist parse`: reads files without a database and prints one JSON Resume a line, in the order given. */
import { readFile } from 'node:fs/promises';
import type { ReadError } from '../domain/read-error.ts';
import type { Resume } from '../domain/resume.ts';
import { cardToText } from '../messages/card-to-text.ts';
import { resumeBlocks } from '../messages/resume-card.ts';
import { filesOfZip } from '../pipeline/ingest/files-of-zip.ts';
import type { ResumeReader } from '../pipeline/ingest/resume-reader.ts';
import type { Terminal } from './terminal.ts';

export interface ParseOptions {
  asOf: string;
  parallel: number;
  force: boolean;
}

export type ParseLine = { file: string; ok: true; ms: number; resume: Resume } | { file: string; ok: false; error: ReadError };

/** Calls `each` in the order of the files; a zip gives one line a member. */
export async function parseFiles(
  reader: ResumeReader,
  files: readonly string[],
  options: ParseOptions,
  each: (line: ParseLine) => void,
): Promise<void> {
  const pending: Promise<ParseLine[]>[] = [];
  for (const [index, file] of files.entries()) {
    pending.push(parseFile(reader, file, options));
    // Order is kept by waiting for the oldest; `parallel` of them are under way meanwhile.
    const oldest = index - options.parallel + 1;
    if (oldest >= 0) for (const line of (await pending[oldest]) ?? []) each(line);
  }
  for (const lines of pending.slice(Math.max(0, files.length - options.parallel + 1))) for (const line of await lines) each(line);
}

async function parseFile(reader: ResumeReader, file: string, options: ParseOptions): Promise<ParseLine[]> {
  const bytes = await readFile(file);
  if (!reader.isZip(bytes)) return [await parseOne(reader, file, bytes, options)];
  const lines: ParseLine[] = [];
  for await (const member of filesOfZip(reader, bytes)) {
    if ('error' in member) lines.push({ file, ok: false, error: member.error });
    else if ('bytes' in member) lines.push(await parseOne(reader, `${file}!${member.path}`, member.bytes, options));
    else lines.push({ file: `${file}!${member.path}`, ok: false, error: member.reason });
  }
  return lines;
}

async function parseOne(reader: ResumeReader, file: string, bytes: Uint8Array, options: ParseOptions): Promise<ParseLine> {
  const started = performance.now();
  const outcome = await reader.read(bytes, file, { asOf: options.asOf, force: options.force });
  if (!outcome.ok) return { file, ok: false, error: withForce(outcome.error) };
  return { file, ok: true, ms: Math.round((performance.now() - started) * 10) / 10, resume: outcome.resume };
}

/** Only this command has it. */
const withForce = (error: ReadError): ReadError =>
  error.code === 'not_a_resume' ? { ...error, fix: `${error.fix} --force reads it all the same.` } : error;

/** A resume as people read it, or why there is none. */
export function showParseLine(terminal: Terminal, line: ParseLine): void {
  if (!line.ok) {
    terminal.say(`${line.file}: ${line.error.message} ${line.error.fix}\n`);
    return;
  }
  terminal.say(
    `${line.file} (${line.ms} ms)\n${cardToText({ about: [], title: '', blocks: resumeBlocks(line.resume), footer: [], attachments: [] })}\n`,
  );
}
