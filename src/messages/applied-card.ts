/** What somebody applied for (`applied`), and that an application was taken back (`withdraw`). */
import type { Posting } from '../domain/posting.ts';
import type { Card } from './card.ts';
import { counted, oneLine } from './phrases.ts';
import { safeLink } from './safe-link.ts';

interface Job {
  code: string;
  data: Pick<Posting, 'title' | 'company' | 'url'>;
}

export interface AppliedLine extends Job {
  closed: boolean;
  state: 'sent' | 'withdrawn';
  /** Milliseconds. */
  at: number;
  updatedAt: number;
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const nameOf = ({ data }: Job): string => `${oneLine(data.title, 90)}${data.company ? `, ${oneLine(data.company, 60)}` : ''}`;

function lineOf(one: AppliedLine): string {
  const state = one.state === 'withdrawn' ? `taken back on ${day(one.updatedAt)}` : `sent on ${day(one.at)}`;
  return `${nameOf(one)} (${one.code}): ${state}${one.closed ? '; the job is closed' : ''}`;
}

/** Latest first. Where an application stands with the employer is theirs to say: nothing here knows it. */
export function buildAppliedCard(applied: readonly AppliedLine[]): Card {
  const first = applied.find((one) => one.state === 'sent');
  const standing = applied.filter((one) => one.state === 'sent').length;
  return {
    about: [],
    title: applied.length === 0 ? 'You have applied for nothing yet' : `You have ${counted(standing, 'application')}`,
    blocks:
      applied.length === 0
        ? [
            {
              kind: 'text',
              text: 'To apply for a job, answer "jobs show" and its code, and send your resume to the address that stands there.',
            },
          ]
        : [
            { kind: 'list', items: applied.slice(0, 50).map(lineOf) },
            ...(first
              ? [
                  {
                    kind: 'commands' as const,
                    commands: [{ command: `withdraw ${first.code}`, does: 'take an application back' }],
                  },
                ]
              : []),
          ],
    footer: [],
    attachments: [],
  };
}

export function buildWithdrawnCard(job: Job & { address?: string }): Card {
  const again = job.address === undefined ? '' : ` To apply again, send your resume to ${job.address}.`;
  const elsewhere = safeLink(job.data.url) ? ' If you applied at the company as well, tell them yourself.' : '';
  return {
    about: [],
    title: `Your application for "${oneLine(job.data.title, 90)}" is taken back`,
    blocks: [
      {
        kind: 'text',
        text: `Your application for ${nameOf(job)} (${job.code}) is taken back. Whoever looks after the job can no longer open your resume by it, and is told that one application was taken back.${again}${elsewhere}`,
      },
    ],
    footer: [],
    attachments: [],
  };
}
