/** The part of an answer that says which open jobs fit one candidate, including when none do. */
import type { Role } from '../domain/people.ts';
import type { CardBlock, CardItem } from './card.ts';
import { type DigestSetting, newOnesSentence } from './digest-sentence.ts';
import { commandBlocks, reactionHint, whyCommand } from './match-items.ts';
import { counted, joined, points } from './phrases.ts';

export interface MatchSummary {
  /** Numbered from 1, best first; only what reaches `showFrom`. */
  items: readonly CardItem[];
  /** How many fit in all; more than `items` when the list was cut. */
  total: number;
  /** How many open postings there are to compare with. */
  openPostings: number;
  /** 0…100 (SHOW_FROM). */
  showFrom: number;
  /** The best below `showFrom`, when `items` is empty; not numbered on its own. */
  nearest?: CardItem;
}

export interface SummaryReader {
  role: Role;
  /** The candidate is the reader. */
  yours: boolean;
  digest: DigestSetting;
}

/** How postings get in, for whoever can do something about it. */
function howPostingsGetIn(role: Role): string {
  return role === 'candidate'
    ? 'Jobs get in when a job feed is read.'
    : 'Jobs get in with "shortlist jobs import FILE" on the machine that runs this service.';
}

/** The digest brings jobs for the reader's own resume only: of other people's it must not be promised. */
function newOnes(reader: SummaryReader): string {
  return reader.yours
    ? newOnesSentence(reader.digest)
    : 'Every new job is compared with this candidate as it comes in: ask "match" with the code again any time.';
}

function noPostings(reader: SummaryReader): CardBlock[] {
  return [
    {
      kind: 'text',
      text: `There are no open jobs here yet, so there is nothing to compare with. ${howPostingsGetIn(reader.role)} ${newOnes(reader)}`,
    },
  ];
}

function noneReaches(summary: MatchSummary, reader: SummaryReader): CardBlock[] {
  const { nearest, showFrom, openPostings } = summary;
  const compared = openPostings === 1 ? 'The one open job does not reach' : `None of the ${openPostings} open jobs reaches`;
  if (!nearest) {
    return [{ kind: 'text', text: `${compared} ${showFrom} points, and none comes near. ${newOnes(reader)}` }];
  }
  const lacks = nearest.missing.length > 0 ? ` What is missing: ${joined(nearest.missing)}.` : '';
  const score = nearest.score === undefined ? '' : ` with ${points(nearest.score)}`;
  return [
    { kind: 'text', text: `${compared} ${showFrom} points yet. The nearest is ${describe(nearest)}${score}.${lacks}` },
    { kind: 'items', items: [{ ...nearest, number: 1 }] },
    { kind: 'text', text: newOnes(reader) },
    ...commandBlocks(whyCommand([nearest])),
  ];
}

const describe = (item: CardItem): string => (item.subtitle ? `"${item.title}" (${item.subtitle})` : `"${item.title}"`);

/** Heading, items and what to answer; or why there is nothing to list and how that changes. */
export function matchSummaryBlocks(summary: MatchSummary, reader: SummaryReader): CardBlock[] {
  if (summary.openPostings === 0) return noPostings(reader);
  if (summary.items.length === 0) return noneReaches(summary, reader);
  const more = summary.total - summary.items.length;
  return [
    { kind: 'heading', text: reader.yours ? 'Your best jobs now' : 'Best open jobs for this candidate' },
    { kind: 'items', items: [...summary.items] },
    ...(more > 0
      ? [{ kind: 'note' as const, text: `${counted(more, 'more job')} reach ${summary.showFrom}: answer "match".` }]
      : []),
    reactionHint(summary.items),
    ...commandBlocks(whyCommand(summary.items)),
  ];
}

/** For titles: `5 jobs fit, the best with 91`; undefined when none do. */
export function summaryTitle(summary: MatchSummary): string | undefined {
  const best = summary.items[0]?.score;
  if (best === undefined) return undefined;
  return summary.total === 1 ? `1 job fits, with ${points(best)}` : `${summary.total} jobs fit, the best with ${points(best)}`;
}
