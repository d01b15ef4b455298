/** The digest as a card: what is new and why, what changed, what would help, how to answer, how to stop. One model for every channel (F7.4). */
import type { CandidateId, PersonId } from '../domain/ids.ts';
import type { Card, CardBlock, CardItem } from '../messages/card.ts';
import { reactionHint, whyCommand } from '../messages/match-items.ts';
import { counted, joined, oneLine, points } from '../messages/phrases.ts';
import type { SkillSuggestion } from './suggest-skills.ts';

export interface DigestSection {
  kind: 'jobs' | 'candidates';
  /** For candidates: the posting they are for. */
  posting?: { code: string; title: string; company?: string };
  /** Numbered through the whole digest. */
  items: readonly CardItem[];
}

export interface DigestContent {
  personId: PersonId;
  about: readonly CandidateId[];
  /** At least one, each with at least one item. */
  sections: readonly DigestSection[];
  /** How many more new ones there are than shown. */
  more: number;
  /** Titles of what the last digest showed and what is closed now. */
  closed: readonly string[];
  /** `more remote roles, because you liked 3`. */
  taste: readonly string[];
  suggestions: readonly SkillSuggestion[];
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
  const best = Math.max(...content.sections.flatMap((section) => section.items.map((item) => item.score ?? 0)));
  const total = count('jobs') + count('candidates');
  return `${joined(parts)} for you, ${total === 1 ? 'with' : 'the best with'} ${points(best)}`;
}

/** `SQL would lift 9 of your 31 matches.` */
function suggestionLine({ name, lifts, of }: SkillSuggestion): string {
  return `${name} would lift ${lifts} of your ${of} matches. If you have it, send a resume that says where you used it.`;
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
    ...(content.more > 0
      ? [`${counted(content.more, 'more new one')} did not fit in here and ${content.more === 1 ? 'comes' : 'come'} next time.`]
      : []),
    ...content.taste.map((reason) => `In this order you find ${reason}.`),
  ];
  return lines.length > 0
    ? [
        { kind: 'heading', text: 'Since the last digest' },
        { kind: 'list', items: lines },
      ]
    : [];
}

function suggestionBlocks(content: DigestContent): CardBlock[] {
  const lines = content.suggestions.map(suggestionLine);
  return lines.length > 0
    ? [
        { kind: 'heading', text: 'What would help' },
        { kind: 'list', items: lines },
      ]
    : [];
}

function commandBlock(content: DigestContent, items: readonly CardItem[]): CardBlock {
  const jobs = content.sections.some((section) => section.kind === 'jobs');
  const posting = content.sections.find((section) => section.kind === 'candidates')?.posting;
  return {
    kind: 'commands',
    commands: [
      ...whyCommand(items),
      ...(jobs ? [{ command: 'match', does: 'all that fits now' }] : []),
      ...(posting ? [{ command: `shortlist ${posting.code}`, does: `all candidates for "${oneLine(posting.title, 60)}"` }] : []),
      { command: 'digest pause 14', does: 'no digest for two weeks' },
    ],
  };
}

/** Who sends, why, and how to stop (rule O9); a postal address, where one is configured, is the channel's to add. */
function footerOf(content: DigestContent): string[] {
  if (content.onRequest) return ['Shortlist, an automated assistant, sent this because you asked for it with "digest now".'];
  return [
    `Shortlist, an automated assistant, sends this because your daily digest is on: ${content.schedule}.`,
    'To stop it, answer "digest off".',
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
      reactionHint(items),
      ...changeBlocks(content),
      ...suggestionBlocks(content),
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
    ? `Nothing is new since the last digest: no match that you have not seen reaches the threshold. ${input.next ? `The next digest looks again on ${input.next}.` : 'The daily digest is off; "digest on" starts it.'}`
    : start;
  return {
    about: [input.personId],
    title: input.hasSource ? 'Nothing new since the last digest' : 'No digest yet',
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
