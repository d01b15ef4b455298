/** What digests went out, and what became of each (F7.4). */
import type { PersonId } from '../domain/ids.ts';
import type { Card } from './card.ts';
import { counted } from './phrases.ts';

export interface ArchiveLine {
  localDate: string;
  onRequest: boolean;
  items: number;
  /** `waiting`, `sent`, `uncertain`, `failed` of its message; `quiet`: nothing was worth one; `answered`: it was an answer. */
  delivery: 'waiting' | 'sent' | 'uncertain' | 'failed' | 'quiet' | 'answered';
  /** `Tue 3 Mar, 07:30`, in the person's zone. */
  at: string;
}

const DELIVERY: Readonly<Record<ArchiveLine['delivery'], string>> = {
  waiting: 'on its way',
  sent: 'sent',
  uncertain: 'sent, but the mail server did not say so',
  failed: 'could not be delivered',
  quiet: 'nothing was new, so nothing was sent',
  answered: 'answer to "digest now"',
};

const lineOf = (line: ArchiveLine): string =>
  `${line.localDate}: ${line.items > 0 ? `${counted(line.items, 'match', 'matches')}, ` : ''}${DELIVERY[line.delivery]} (${line.at})`;

/** `lines` newest first. */
export function buildDigestArchiveCard(personId: PersonId, lines: readonly ArchiveLine[]): Card {
  const shown = lines.find((line) => line.items > 0 && !line.onRequest);
  const open = shown ? [{ command: `digest show ${shown.localDate}`, does: 'that digest once more' }] : [];
  return {
    about: [personId],
    title: lines.length > 0 ? 'Your digests, newest first' : 'There was no digest yet',
    blocks: [
      lines.length > 0
        ? { kind: 'list', items: lines.map(lineOf) }
        : { kind: 'text', text: 'As soon as there is one, it is listed here. "digest" shows when the next one comes.' },
      { kind: 'commands', commands: [...open, { command: 'digest', does: 'what it is set to' }] },
    ],
    footer: [],
    attachments: [],
  };
}

/** A digest as it was sent, said to be an old one. */
export function buildOldDigestCard(card: Card, line: ArchiveLine): Card {
  return {
    ...card,
    title: `Digest of ${line.localDate}: ${card.title}`,
    blocks: [
      { kind: 'note', text: `This is the digest of ${line.localDate} as it was then: ${DELIVERY[line.delivery]} (${line.at}).` },
      ...card.blocks,
    ],
    footer: ['Shortlist, an automated assistant, sent this because you asked for it with "digest show".'],
  };
}
