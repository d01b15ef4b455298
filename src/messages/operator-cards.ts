/** What operators and admins see of the machine itself. */
import type { Card } from './card.ts';
import { counted } from './phrases.ts';

export interface QueueLine {
  id: string;
  step: string;
  state: string;
  attempts: number;
  reason: string | null;
  fix: string | null;
  dueAt: string;
}

/** `unread`: messages with files that this version cannot read; they are kept for `retry`. */
export function buildQueueCard(tasks: readonly QueueLine[], unread: readonly { code: string; files: number }[] = []): Card {
  const [first] = tasks;
  const kept = unread.length > 0 ? keptBlocks(unread) : [];
  if (!first) return plain('Nothing is waiting', [{ kind: 'text', text: 'No task waits, runs or has failed.' }, ...kept]);
  const line = (task: QueueLine) =>
    [`${task.id} ${task.step}: ${task.state}, ${task.attempts} attempts, due ${task.dueAt}`, task.reason, task.fix]
      .filter(Boolean)
      .join('. ');
  const dead = tasks.some((task) => task.state === 'dead');
  const commands = dead
    ? [{ command: `retry ${tasks.find((task) => task.state === 'dead')?.id}`, does: 'try a failed one again' }]
    : [{ command: 'stats', does: 'counts of everything' }];
  return plain(`${tasks.length} tasks`, [{ kind: 'list', items: tasks.map(line) }, { kind: 'commands', commands }, ...kept]);
}

const SHOWN_UNREAD = 20;

function keptBlocks(unread: readonly { code: string; files: number }[]): Card['blocks'] {
  const lines = unread.slice(0, SHOWN_UNREAD).map(({ code, files }) => `${code}: ${counted(files, 'file')}`);
  const more = unread.length - lines.length;
  return [
    { kind: 'heading', text: 'Kept for later' },
    { kind: 'text', text: 'Files in these messages are of a kind that is not read yet, or hold no text. After an update:' },
    { kind: 'list', items: more > 0 ? [...lines, `and ${counted(more, 'more message')}`] : lines },
    {
      kind: 'commands',
      commands: [
        { command: 'retry', does: 'read all of them again' },
        { command: `retry ${unread[0]?.code}`, does: 'only those of one message' },
      ],
    },
  ];
}

/** Files that are read again; `more` when not all of them fit into one go. */
export function buildReopenedCard({ files, more }: { files: number; more: boolean }): Card {
  if (files === 0) {
    return plain('Nothing to read again', [
      { kind: 'text', text: 'No file waits for a newer version, or those that did are being read already.' },
    ]);
  }
  return plain(`Reading ${counted(files, 'file')} again`, [
    {
      kind: 'text',
      text:
        'The running service reads them now; without one, they are read when it starts. Whoever sent them gets one more answer about ' +
        `what can be read now, and none when nothing can.${more ? ' There are more: ask again when these are done.' : ''}`,
    },
  ]);
}

/** Counts, nested one level: `tasks: waiting 0, running 0, dead 0`. */
export function buildStatsCard(stats: object): Card {
  const facts = Object.entries(stats).map(([label, value]: [string, unknown]) => ({ label, value: counts(value) }));
  return plain('Counts', [{ kind: 'facts', facts }]);
}

function counts(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(
    ([name, count]: [string, unknown]) => `${name} ${typeof count === 'object' ? `(${counts(count)})` : String(count)}`,
  );
  return parts.length > 0 ? parts.join(', ') : '0';
}

const plain = (title: string, blocks: Card['blocks']): Card => ({ about: [], title, blocks, footer: [], attachments: [] });
