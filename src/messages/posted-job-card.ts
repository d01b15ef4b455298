/** The answer to `jobs post`, `jobs edit`, `jobs close` and the like: what was understood of a job and what follows (F4.10). */
import type { CandidateId } from '../domain/ids.ts';
import type { Card, CardBlock, CardItem } from './card.ts';
import { reactionHint } from './match-items.ts';
import { joined, oneLine } from './phrases.ts';
import { type PostingView, postingFacts, requirementBlocks } from './posting-card.ts';

export interface PostedJobInput {
  view: PostingView;
  outcome: 'new' | 'same' | 'reopened' | 'edited';
  /** Sentences that name what to look at and how to correct it. */
  uncertain: readonly string[];
  /** Where applications go. */
  address?: string;
  candidates: { items: readonly CardItem[]; about: readonly CandidateId[]; compared: number; all: boolean };
  /** The digest is on from now on, because of this job. */
  switchesDigestOn: boolean;
  /** Files beside the one that was read. */
  left: readonly string[];
}

const OPENINGS = {
  new: 'is open now',
  same: 'is here already: nothing was added twice',
  reopened: 'is open again',
  edited: 'is corrected',
} satisfies Record<PostedJobInput['outcome'], string>;

export function buildPostedJobCard(input: PostedJobInput): Card {
  const { view, outcome, uncertain, candidates } = input;
  const closed = view.status === 'closed';
  const name = `"${oneLine(view.data.title, 100)}" (${view.code})`;
  return {
    about: [...new Set(candidates.about)],
    title: `${name} ${closed ? 'is here already, and closed' : OPENINGS[outcome]}`,
    blocks: [
      {
        kind: 'text',
        text: `${name} ${closed ? `is here already, but closed. "jobs reopen ${view.code}" opens it again.` : `${OPENINGS[outcome]}. This is what I understood:`}`,
      },
      { kind: 'facts', facts: postingFacts(view) },
      ...requirementBlocks(view.data),
      ...(uncertain.length > 0
        ? [
            { kind: 'heading' as const, text: 'Please check' },
            { kind: 'list' as const, items: [...uncertain] },
          ]
        : []),
      ...(input.left.length > 0
        ? [
            {
              kind: 'note' as const,
              text: `I took one job from your message and left ${joined(input.left.map((one) => oneLine(one, 60)))}: please post each in a message of its own.`,
            },
          ]
        : []),
      ...(closed ? [] : openBlocks(input)),
    ],
    footer: [],
    attachments: [],
  };
}

function openBlocks({ view, address, candidates, switchesDigestOn }: PostedJobInput): CardBlock[] {
  return [
    ...candidateBlocks(view.code, candidates),
    ...(address === undefined
      ? []
      : [
          {
            kind: 'text' as const,
            text: `Applications go to ${address}. You hear of each; resumes that you send there yourself, or in an answer to this mail, are compared with the job.`,
          },
        ]),
    {
      kind: 'commands',
      commands: [
        { command: `shortlist ${view.code}`, does: 'your best candidates for it, any time' },
        {
          command: `jobs edit ${view.code} title=…`,
          does: 'correct what I understood (also company, place, pay, years, must, nice)',
        },
        { command: `jobs close ${view.code}`, does: 'close it' },
      ],
    },
    ...(switchesDigestOn
      ? [
          {
            kind: 'note' as const,
            text: 'From now on a daily digest brings you new candidates for your jobs. "digest off" stops it.',
          },
        ]
      : []),
  ];
}

function candidateBlocks(code: string, { items, compared, all }: PostedJobInput['candidates']): CardBlock[] {
  const rest = all ? '' : ` The others are being compared now: ask "shortlist ${code}" in a while.`;
  if (compared === 0) return [];
  if (items.length === 0)
    return [{ kind: 'text', text: `None of the ${compared} candidates that I compared fits well yet.${rest}` }];
  return [
    { kind: 'heading', text: 'Your best candidates for it' },
    { kind: 'items', items: [...items] },
    ...(rest === '' ? [] : [{ kind: 'note' as const, text: rest.trim() }]),
    reactionHint(items),
  ];
}

/** One sentence about a job, and what one can say next. */
export function buildJobNoteCard(
  view: Pick<PostingView, 'code' | 'data'>,
  does: string,
  text: string,
  commands: { command: string; does: string }[],
): Card {
  return {
    about: [],
    title: `"${oneLine(view.data.title, 100)}" (${view.code}) ${does}`,
    blocks: [{ kind: 'text', text }, ...(commands.length > 0 ? [{ kind: 'commands' as const, commands }] : [])],
    footer: [],
    attachments: [],
  };
}

/** `jobs mine`. */
export function buildMyJobsCard(jobs: readonly { view: PostingView; posted: boolean; applications: number }[]): Card {
  const [first] = jobs;
  const lines = jobs.map(({ view, posted, applications }) => {
    const company = view.data.company ? `, ${oneLine(view.data.company, 60)}` : '';
    const notes = [
      posted ? 'posted by you' : 'selected',
      view.status === 'closed' ? 'closed' : '',
      applications > 0 ? `applications: ${applications}` : '',
    ].filter(Boolean);
    return `${view.code}: ${oneLine(view.data.title, 100)}${company} (${notes.join(', ')})`;
  });
  return {
    about: [],
    title: first ? `Your jobs (${jobs.length})` : 'You look after no jobs yet',
    blocks: first
      ? [
          { kind: 'list', items: lines },
          {
            kind: 'commands',
            commands: [
              { command: `applications ${first.view.code}`, does: 'who applied' },
              { command: `jobs unselect ${first.view.code}`, does: 'look after it no longer' },
            ],
          },
        ]
      : [
          {
            kind: 'text',
            text: 'Write "jobs post" with a job ad below it, or "jobs select" and the code of a job that is here: then its new candidates and applications come to you.',
          },
        ],
    footer: [],
    attachments: [],
  };
}
