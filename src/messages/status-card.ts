/** How far a batch is: `34 of 50 done, 2 failed` (F1.3). */
import type { ReadError } from '../domain/read-error.ts';
import type { Card } from './card.ts';
import { counted } from './phrases.ts';
import { readErrorLine } from './read-error-text.ts';

export interface StatusInput {
  code: string;
  /** Milliseconds. */
  receivedAt: number;
  total: number;
  /** Read, whether a resume or not. */
  done: number;
  failed: number;
  waiting: number;
  resumes: number;
  duplicates: number;
  problems: readonly { file: string; error: ReadError }[];
}

const SHOWN = 60;

export function buildStatusCard(input: StatusInput): Card {
  const { code, total, done, failed, waiting, resumes, duplicates, problems } = input;
  const state = `${done}/${total} done${failed > 0 ? `, ${failed} failed` : ''}`;
  const sent = new Date(input.receivedAt).toISOString().slice(0, 16).replace('T', ' ');
  const rest =
    waiting > 0
      ? `${counted(waiting, 'file is', 'files are')} still being read; the report follows by itself.`
      : `All is read: ${counted(resumes, 'resume')}${duplicates > 0 ? `, ${duplicates} of them known before` : ''}.`;
  const more = problems.length - SHOWN;
  const lines = problems.slice(0, SHOWN).map(({ file, error }) => readErrorLine(file, error));
  return {
    about: [],
    title: `${code}: ${state}`,
    blocks: [
      { kind: 'text', text: `${code}, received on ${sent} UTC: ${state}. ${rest}` },
      ...(lines.length > 0 ? [{ kind: 'list' as const, items: more > 0 ? [...lines, `and ${more} more`] : lines }] : []),
    ],
    footer: [],
    attachments: [],
  };
}
