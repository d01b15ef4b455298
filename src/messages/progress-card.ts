/** How far a batch is: one line that is edited (F1.3). It names nobody. */
import type { Card } from './card.ts';

export interface Progress {
  total: number;
  /** Read, whether a resume or not. */
  done: number;
  failed: number;
}

/** `12/34 done, 2 failed`. */
export const progressLine = ({ total, done, failed }: Progress): string =>
  `${done}/${total} done${failed > 0 ? `, ${failed} failed` : ''}`;

export function buildProgressCard(progress: Progress, code: string): Card {
  const finished = progress.done + progress.failed >= progress.total;
  const text = finished
    ? 'All files are read; the report follows below.'
    : `I am reading your files. "status ${code}" shows more.`;
  return { about: [], title: progressLine(progress), blocks: [{ kind: 'text', text }], footer: [], attachments: [] };
}
