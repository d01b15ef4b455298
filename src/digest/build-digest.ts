/** The digest as a card: what is new and why, what changed, what would help, how to answer, how to stop. One model for every channel (F7.4). */
import type { CandidateId, PersonId } from '../domain/ids.ts';
import type { Card, CardBlock, CardItem } from '../messages/card.ts';
import { reactionHint, whyCommand } from '../messages/match-items.ts';
import { counted, joined, oneLine, points } from '../messages/phrases.ts';
import type { Trend } from './market-trends.ts';
import type { RecruiterNews } from './recruiter-news.ts';
import { RESCORED_MATCHES, type SkillSuggestion } from './suggest-skills.ts';

export interface DigestSection {
  kind: 'jobs' | 'candidates';
  /** For candidates: the posting they are for. */
  posting?: { code: string; title: string; company?: string };
  /** Numbered through the whole digest. */
  items: readonly CardItem[];
}

export interface DigestContent extends RecruiterNews {
  personId: PersonId;
  about: readonly CandidateId[];
  /** Each with at least one item; none only where there are applications. */
  sections: readonly DigestSection[];
  /** How many more new ones there are than shown. */
  more: number;
  /** Titles of what the last digest showed, or the person liked, and what is closed now. */
  closed: readonly string[];
  /** Jobs that the person liked and that changed since: `Ward Manager, Fernhill Care: pay is now 48,000 EUR a year`. */
  changed: readonly string[];
  /** `more remote roles, because you liked 3`. */
  taste: readonly string[];
  suggestions: readonly SkillSuggestion[];
  trends: readonly Trend[];
  /** `07:30 (Europe/Berlin)`: when it comes. */
  schedule: string;
  /** On request: an answer, not the day's digest. */
  onRequest: boolean;
}

function headingOf(section: DigestSection): string {
  if (section.kind === 'jobs') return section.items.length === 1 ? 'A job that is new for you' : 'New for you';
  const job = section.posting ? `"${oneLine(section.posting.title, 80)}"` : 'your job';
  return `New ${section.items.length === 1 ? 'candidate' : 'candidates'} for ${job}`;
}

function titleOf(content: DigestContent): string {
  const count = (kind: DigestSection['kind']) =>
    content.sections.filter((section) => section.kind === kind).reduce((sum, section) => sum + section.items.length, 0);
  const parts = [
    count('jobs') > 0 ? counted(count('jobs'), 'new job') : '',
    count('candidates') > 0 ? counted(count('candidates'), 'new candidate') : '',
  ].filter((part) => part !== '');
  const total = count('jobs') + count('candidates');
  const applications = counted(
    content.applications.reduce((sum, one) => sum + one.count, 0),
    'application',
  );
  if (total === 0) return `${applications} for your jobs`;
  const best = Math.max(...content.sections.flatMap((section) => section.items.map((item) => item.score ?? 0)));
  return `${joined(parts)} for you, ${total === 1 ? 'with' : 'the best with'} ${points(best)}`;
}

/** `SQL would lift 9 of your 31 matches, by up to 6 points.` */
function suggestionLine({ name, lifts, of, most }: SkillSuggestion): string {
  const matches = of < RESCORED_MATCHES ? `${of} matches` : `best ${of} matches`;
  const gain = `by up to ${counted(most, 'point')}`;
  return `${name} would lift ${lifts} of your ${matches}, ${gain}. If you have it, send a resume that says where you used it.`;
}

/** `12 new jobs this week ask for SQL (8 the week before).` */
function trendLine({ name, week, before }: Trend): string {
  return `${counted(week, 'new job')} this week ask for ${name}${before === undefined ? '' : ` (${before} the week before)`}.`;
}

function sectionBlocks(section: DigestSection): CardBlock[] {
  return [
    { kind: 'heading', text: headingOf(section) },
    { kind: 'items', items: [...section.items] },
  ];
}

function changeBlocks(content: DigestContent): CardBlock[] {
  const lines = [
    ...content.closed.map((title) => `Closed in the meantime: ${oneLine(title, 120)}.`),
    ...content.changed.map((change) => `Changed: ${oneLine(change, 200)}.`),
    ...(content.more > 0
      ? [`${counted(content.more, 'more new one')} did not fit in here and ${content.more === 1 ? 'comes' : 'come'} next time.`]
      : []),
    ...content.taste.map((reason) => `In this order you find ${reason}.`),
  ];
  return listBlocks('Since the last digest', lines);
}

function listBlocks(heading: string, lines: readonly string[]): CardBlock[] {
  return lines.length > 0
    ? [
        { kind: 'heading', text: heading },
        { kind: 'list', items: [...lines] },
      ]
    : [];
}

function recruiterBlocks({ applications, inReview }: DigestContent): CardBlock[] {
  const lines = [
    ...applications.map(({ title, count }) => `${counted(count, 'application')} for "${oneLine(title, 80)}".`),
    ...(inReview > 0
      ? [
          `${counted(inReview, 'job')} ${inReview === 1 ? 'waits' : 'wait'} for somebody to check what was read of ${inReview === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ];
  return listBlocks('Your jobs', lines);
}

function commandBlock(content: DigestContent, items: readonly CardItem[]): CardBlock {
  const jobs = content.sections.some((section) => section.kind === 'jobs');
  const posting = content.sections.find((section) => section.kind === 'candidates')?.posting ?? content.applications[0];
  return {
    kind: 'commands',
    commands: [
      ...whyCommand(items),
      ...(jobs ? [{ command: 'match', does: 'all that fits now' }] : []),
      ...(posting ? [{ command: `shortlist ${posting.code}`, does: `all candidates for "${oneLine(posting.title, 60)}"` }] : []),
      ...(content.inReview > 0 ? [{ command: 'jobs list manualReview', does: 'the jobs to check' }] : []),
      { command: 'digest pause 2w', does: 'no digest for two weeks' },
    ],
  };
}

/** Who sends, why, and how to stop (rule O9); a postal address, where one is configured, is the channel's to add. */
function footerOf(content: DigestContent): string[] {
  if (content.onRequest) return ['Shortlist, an automated assistant, sent this because you asked for it with "digest now".'];
  return [
    `Shortlist, an automated assistant, sends this because your digest is on: ${content.schedule}.`,
    'To stop it, answer "stop".',
  ];
}

/** Builds the card of what `chooseDigestItems` chose. */
export function buildDigest(content: DigestContent): Card {
  const items = content.sections.flatMap((section) => section.items);
  return {
    about: [content.personId, ...new Set(content.about)],
    title: titleOf(content),
    blocks: [
      ...content.sections.flatMap(sectionBlocks),
      ...(items.length > 0 ? [reactionHint(items)] : []),
      ...recruiterBlocks(content),
      ...changeBlocks(content),
      ...listBlocks('What would help', content.suggestions.map(suggestionLine)),
      ...listBlocks('The market', content.trends.map(trendLine)),
      commandBlock(content, items),
    ],
    footer: footerOf(content),
    attachments: [],
  };
}

/** The answer to `digest now` when nothing is new. */
export function buildQuietDigest(input: { personId: PersonId; hasSource: boolean; recruiter: boolean; next?: string }): Card {
  const start = input.recruiter
    ? 'Send resumes, then ask "shortlist" with the code of a job: from then on the digest brings new candidates for it.'
    : 'Send your resume first: the digest brings the jobs that fit it.';
  const text = input.hasSource
    ? `No match that I have not shown you yet reaches the threshold. ${input.next ? `The next digest looks again on ${input.next}.` : 'The digest is off; "digest on" starts it.'}`
    : start;
  return {
    about: [input.personId],
    title: input.hasSource ? 'Nothing new for you now' : 'No digest yet',
    blocks: [
      { kind: 'text', text },
      {
        kind: 'commands',
        commands: input.hasSource
          ? [{ command: 'match', does: 'all that fits now' }]
          : [{ command: 'help', does: 'everything I can do' }],
      },
    ],
    footer: [],
    attachments: [],
  };
}
