/** Lists on request: candidates for a job (`shortlist j…`) and jobs for a candidate (`match`). */
import type { CandidateId } from '../domain/ids.ts';
import type { Role } from '../domain/people.ts';
import type { Card, CardBlock, CardItem } from './card.ts';
import { reactionHint, whyCommand } from './match-items.ts';
import { type MatchSummary, matchSummaryBlocks, type SummaryReader, summaryTitle } from './match-summary.ts';
import { counted, joined, oneLine, points } from './phrases.ts';

export interface ShortlistInput {
  posting: { code: string; title: string; company?: string };
  /** Numbered from 1, best first; only what reaches `showFrom`. */
  items: readonly CardItem[];
  /** Whom the items (and `nearest`) are about. */
  about: readonly CandidateId[];
  /** How many candidates of the reader reach `showFrom` in all. */
  total: number;
  /** How many candidates the reader may see; never anybody else's (rule A12). */
  candidates: number;
  showFrom: number;
  /** The best below `showFrom`, when `items` is empty. */
  nearest?: CardItem;
}

/** Candidates for one posting. */
export function buildShortlistCard(input: ShortlistInput): Card {
  const { posting } = input;
  const job = `${oneLine(posting.title, 100)}${posting.company ? `, ${oneLine(posting.company, 60)}` : ''}`;
  const best = input.items[0]?.score;
  return {
    about: [...new Set(input.about)],
    title:
      best === undefined
        ? `No shortlist yet for ${job}`
        : `${counted(input.total, 'candidate')} for ${job}, the best with ${points(best)}`,
    blocks: input.items.length > 0 ? listed(input) : nobody(input),
    footer: [],
    attachments: [],
  };
}

function listed(input: ShortlistInput): CardBlock[] {
  const more = input.total - input.items.length;
  return [
    { kind: 'items', items: [...input.items] },
    ...(more > 0 ? [{ kind: 'note' as const, text: `${more} more of your candidates reach ${input.showFrom}.` }] : []),
    reactionHint(input.items),
    {
      kind: 'commands',
      commands: [...whyCommand(input.items), { command: `jobs show ${input.posting.code}`, does: 'what the job asks for' }],
    },
  ];
}

function nobody(input: ShortlistInput): CardBlock[] {
  const show = { command: `jobs show ${input.posting.code}`, does: 'what the job asks for' };
  if (input.candidates === 0) {
    return [
      {
        kind: 'text',
        text: 'You have sent no resumes yet, so there is nobody to put on the list. Send resumes as attachments (several, or a zip, are fine) and ask again.',
      },
      { kind: 'commands', commands: [show] },
    ];
  }
  const { nearest, showFrom } = input;
  const compared =
    input.candidates === 1 ? 'Your one candidate does not reach' : `None of your ${input.candidates} candidates reaches`;
  if (!nearest)
    return [
      { kind: 'text', text: `${compared} ${showFrom} points, and none comes near.` },
      { kind: 'commands', commands: [show] },
    ];
  const lacks = nearest.missing.length > 0 ? ` What is missing: ${joined(nearest.missing)}.` : '';
  const score = nearest.score === undefined ? '' : ` with ${points(nearest.score)}`;
  return [
    { kind: 'text', text: `${compared} ${showFrom} points yet. The nearest is ${nearest.title}${score}.${lacks}` },
    { kind: 'items', items: [{ ...nearest, number: 1 }] },
    { kind: 'commands', commands: [...whyCommand([nearest]), show] },
  ];
}

export interface MatchListInput {
  candidateId: CandidateId;
  /** The candidate's name for a reader who is somebody else. */
  name: string;
  summary: MatchSummary;
  reader: SummaryReader & { role: Role };
}

/** Jobs for one candidate. */
export function buildMatchListCard(input: MatchListInput): Card {
  const found = summaryTitle(input.summary);
  const whose = input.reader.yours ? 'Your jobs' : `Jobs for ${oneLine(input.name, 80)}`;
  return {
    about: [input.candidateId],
    title: found ? `${whose}: ${found}` : `${whose}: none fits yet`,
    blocks: matchSummaryBlocks(input.summary, input.reader),
    footer: [],
    attachments: [],
  };
}
