/** What came in for a job: told to whoever looks after it, and listed on request (F1.8). Nothing here decides about anybody (rule A6). */
import type { CandidateId } from '../domain/ids.ts';
import type { Posting } from '../domain/posting.ts';
import type { Resume } from '../domain/resume.ts';
import type { Card, CardBlock, CardItem } from './card.ts';
import { reactionHint, whyCommand } from './match-items.ts';
import { counted, oneLine, points } from './phrases.ts';
import { nameOf, resumeBlocks } from './resume-card.ts';

export interface AppliedCandidate {
  number: number;
  candidateId: CandidateId;
  resume: Resume;
  resumeCode: string;
  /** The match with the job; missing until it has been scored. */
  item?: CardItem;
  /** Whether the sender's address was proven. */
  verified: boolean;
  /** When they applied. Milliseconds. */
  at: number;
  /** The text of their message. */
  wrote: string;
}

interface Job {
  code: string;
  data: Pick<Posting, 'title' | 'company'>;
}

const UNPROVEN = 'Their address is not proven: check before you answer.';
const LETTER = 600;
const LETTER_IN_LIST = 160;
const A6 = 'I told the applicant only that it arrived. Nothing is accepted, turned down or answered in your name.';

/** News for one reader of the job. `withdrawn` are counted only: they may not be seen any more. */
export function buildApplicationsCard(input: { posting: Job; applied: readonly AppliedCandidate[]; withdrawn: number }): Card {
  const { posting, applied, withdrawn } = input;
  const [only] = applied;
  const job = titleOf(posting);
  const gone: CardBlock[] =
    withdrawn === 0
      ? []
      : [
          {
            kind: 'text',
            text: `${counted(withdrawn, 'applicant')} took the application for ${job} (${posting.code}) back. You see it no longer.`,
          },
        ];
  return {
    about: [...new Set(applied.map((one) => one.candidateId))],
    title: headline(job, applied, withdrawn),
    blocks: [
      ...(only && applied.length === 1 ? oneBlocks(posting, only) : applied.length > 0 ? manyBlocks(posting, applied) : []),
      ...gone,
    ],
    footer: [],
    attachments: [],
  };
}

/** All that stand, on request. */
export function buildApplicationListCard(input: {
  posting: Job;
  applied: readonly AppliedCandidate[];
  total: number;
  address?: string;
}): Card {
  const { posting, applied, total, address } = input;
  const job = titleOf(posting);
  const none = `Nobody has applied for ${job} so far, or none that you can see.${address ? ` Applications go to ${address}.` : ''}`;
  const more = total - applied.length;
  return {
    about: [...new Set(applied.map((one) => one.candidateId))],
    title: total === 0 ? `No applications for ${job}` : `${counted(total, 'application')} for ${job}`,
    blocks:
      applied.length === 0
        ? [{ kind: 'text', text: none }]
        : [
            ...manyBlocks(posting, applied),
            ...(more > 0 ? [{ kind: 'note' as const, text: `${more} older ones are not shown.` }] : []),
          ],
    footer: [],
    attachments: [],
  };
}

const titleOf = ({ data }: Job): string => `"${oneLine(data.title, 100)}"`;

function headline(job: string, applied: readonly AppliedCandidate[], withdrawn: number): string {
  const [only] = applied;
  if (!only) return `${counted(withdrawn, 'application')} for ${job} withdrawn`;
  if (applied.length > 1) return `${applied.length} new applications for ${job}`;
  const score = only.item?.score === undefined ? '' : `, ${points(only.item.score)} points`;
  return `New application for ${job}: ${nameOf(only.resume, 'somebody without a name')}${score}`;
}

function oneBlocks(posting: Job, one: AppliedCandidate): CardBlock[] {
  const letter = oneLine(one.wrote, LETTER);
  const items = [itemOf(one)];
  return [
    { kind: 'text', text: `${nameOf(one.resume, 'Somebody')} applied for ${titleOf(posting)} (${posting.code}).` },
    ...(letter === '' ? [] : [{ kind: 'text' as const, text: `They wrote: ${letter}` }]),
    { kind: 'items', items },
    { kind: 'heading', text: 'What I understood of the resume' },
    ...resumeBlocks(one.resume),
    ...closing(posting, items),
  ];
}

function manyBlocks(posting: Job, applied: readonly AppliedCandidate[]): CardBlock[] {
  const items = applied.map((one) => {
    const letter = oneLine(one.wrote, LETTER_IN_LIST);
    const item = itemOf(one);
    return letter === '' ? item : { ...item, notes: [...item.notes, `They wrote: ${letter}`] };
  });
  return [{ kind: 'items', items }, ...closing(posting, items)];
}

function itemOf(one: AppliedCandidate): CardItem {
  const item = one.item ?? {
    number: one.number,
    title: nameOf(one.resume, 'Candidate without a name'),
    good: [],
    missing: [],
    notes: [],
  };
  const notes = [...item.notes, `Applied on ${new Date(one.at).toISOString().slice(0, 10)}, resume ${one.resumeCode}`];
  return { ...item, number: one.number, notes: one.verified ? notes : [...notes, UNPROVEN] };
}

const closing = (posting: Job, items: readonly CardItem[]): CardBlock[] => [
  reactionHint(items),
  {
    kind: 'commands',
    commands: [
      ...whyCommand(items),
      { command: `applications ${posting.code}`, does: 'all applications for this job' },
      { command: `shortlist ${posting.code}`, does: 'your best candidates for it' },
    ],
  },
  { kind: 'note', text: A6 },
];
