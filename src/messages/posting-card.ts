/** One posting, and lists of postings. Postings are about nobody: these cards may be shown anywhere. */
import type { PostingStatus } from '../domain/changes.ts';
import type { Role } from '../domain/people.ts';
import type { Posting } from '../domain/posting.ts';
import type { Card, CardBlock, CardFact } from './card.ts';
import { payOf, placeOf } from './match-items.ts';
import { counted, monthOf, oneLine } from './phrases.ts';
import { safeLink } from './safe-link.ts';

export interface PostingView {
  code: string;
  status: PostingStatus;
  data: Posting;
  sources: readonly { feed: string; url?: string | null }[];
}

const STATUS_WORDS = {
  approved: 'open',
  manualReview: 'waiting for a check by a person, not matched yet',
  archived: 'kept, but not matched',
  closed: 'closed',
} satisfies Record<PostingStatus, string>;

const SHOWN_REQUIREMENTS = 10;
const SHOWN_POSTINGS = 20;

export function postingFacts(view: PostingView): CardFact[] {
  const { data } = view;
  const fact = (label: string, value: string | undefined): CardFact[] => (value ? [{ label, value: oneLine(value, 200) }] : []);
  return [
    ...fact('Company', data.company),
    ...fact('Place', placeOf(data)),
    ...fact('Pay', payOf(data.salary)),
    ...fact('Type', data.employmentType),
    ...fact('Level', data.seniority),
    ...fact('Experience', data.minYears === undefined ? undefined : `${counted(data.minYears, 'year')} or more`),
    ...fact('Degree', data.degree && `${data.degree}${data.degreeOrEquivalent ? ' or equivalent experience' : ''}`),
    ...fact('Posted', data.postedAt && monthOf(data.postedAt)),
    ...fact('Open until', data.validThrough?.slice(0, 10)),
    ...fact('Status', STATUS_WORDS[view.status]),
    ...fact('From', sourcesOf(view)),
    ...fact('Link', safeLink(data.url)),
  ];
}

/** Of jobs that people posted the source names a person: it says only that somebody did. */
const sourcesOf = ({ sources }: PostingView): string =>
  [...new Set(sources.map(({ feed }) => (feed.startsWith('posted:') ? 'posted here' : feed)))].join(', ');

/** What the ad asks for, as lists. */
export const requirementBlocks = (data: Posting): CardBlock[] => [
  ...requirements('Asked for', data.mustHave),
  ...requirements('Good to have', data.niceToHave),
];

function requirements(heading: string, lines: readonly string[]): CardBlock[] {
  if (lines.length === 0) return [];
  const more = lines.length - SHOWN_REQUIREMENTS;
  const shown = lines.slice(0, SHOWN_REQUIREMENTS).map((line) => oneLine(line));
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: more > 0 ? [...shown, `and ${more} more`] : shown },
  ];
}

interface PostingReader {
  role: Role;
  /** The job's own address. */
  apply?: string;
}

const howToApply = ({ role, apply }: PostingReader): CardBlock => ({
  kind: 'text',
  text:
    role === 'candidate'
      ? `To apply, answer this message with your resume attached, or send it to ${apply}.`
      : `Resumes that you send to ${apply}, or in an answer to this message, are compared with this job.`,
});

/** One posting in full (`jobs show j…`). */
export function buildPostingCard(view: PostingView, reader: PostingReader): Card {
  const commands =
    reader.role === 'candidate'
      ? [{ command: 'match', does: 'your best jobs now' }]
      : [{ command: `shortlist ${view.code}`, does: 'the candidates that fit' }];
  return {
    about: [],
    title: `${oneLine(view.data.title, 120)} (${view.code})`,
    blocks: [
      { kind: 'facts', facts: postingFacts(view) },
      ...requirementBlocks(view.data),
      ...(reader.apply === undefined || view.status === 'closed' ? [] : [howToApply(reader)]),
      { kind: 'commands', commands },
    ],
    footer: [],
    attachments: [],
  };
}

/** A list of postings (`jobs list`, `jobs search`). `total` may exceed the list. */
export function buildPostingListCard(views: readonly PostingView[], input: { total: number; role: Role; words?: string }): Card {
  const [first] = views;
  const asked = input.words ? ` for "${oneLine(input.words, 60)}"` : '';
  if (!first) {
    const how =
      input.role === 'candidate'
        ? 'They come with job feeds.'
        : 'They get in with "shortlist jobs import FILE" on the machine that runs this service.';
    return {
      about: [],
      title: `No jobs${asked}`,
      blocks: [
        {
          kind: 'text',
          text: input.words
            ? `I found no open job${asked}. Try fewer or other words, or "jobs list" for all.`
            : `There are no open jobs yet. ${how}`,
        },
      ],
      footer: [],
      attachments: [],
    };
  }
  const more = input.total - Math.min(views.length, SHOWN_POSTINGS);
  const lines = views.slice(0, SHOWN_POSTINGS).map((view) => {
    const where = [view.data.company, placeOf(view.data)].filter(Boolean).join(', ');
    const status = view.status === 'approved' ? '' : ` [${STATUS_WORDS[view.status]}]`;
    return `${view.code}: ${oneLine(view.data.title, 100)}${where ? ` (${oneLine(where, 100)})` : ''}${status}`;
  });
  return {
    about: [],
    title: `${counted(input.total, 'job')}${asked}`,
    blocks: [
      { kind: 'list', items: more > 0 ? [...lines, `and ${more} more: "jobs search" with some words narrows it down`] : lines },
      { kind: 'commands', commands: [{ command: `jobs show ${first.code}`, does: 'one of them in full' }] },
    ],
    footer: [],
    attachments: [],
  };
}
