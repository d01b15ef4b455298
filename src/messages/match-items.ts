/** Matches as numbered items of a card: a job for a candidate, or a candidate for a job. */

import type { CandidateId, MatchId, PostingId } from '../domain/ids.ts';
import { latestTitle } from '../domain/latest-job.ts';
import type { Preset, Score } from '../domain/match.ts';
import type { Posting, Salary } from '../domain/posting.ts';
import type { Resume } from '../domain/resume.ts';
import type { CardBlock, CardItem } from './card.ts';
import { duration, oneLine } from './phrases.ts';
import { nameOf } from './resume-card.ts';
import { safeLink } from './safe-link.ts';

/** What a card needs of a stored match. */
export interface MatchRow {
  id: MatchId;
  code: string;
  candidateId: CandidateId;
  postingId: PostingId;
  score: Score;
}

/** Short reasons, best first, as `explainScore` of the matching pipeline gives them. */
interface Reasons {
  good: readonly string[];
  missing: readonly string[];
}

const SHOWN_REASONS = 3;
const REASON_LENGTH = 140;

const reasonLines = (reasons: readonly string[]): string[] =>
  reasons.slice(0, SHOWN_REASONS).map((one) => oneLine(one, REASON_LENGTH));

/** `Leeds, GB`, `Leeds and 3 more places`, `remote`; undefined when the posting says nothing. */
export function placeOf(posting: Posting): string | undefined {
  const [first, ...others] = posting.locations;
  const city = first ? [first.city ?? first.region, first.countryCode].filter(Boolean).join(', ') : '';
  const places = city !== '' && others.length > 0 ? `${city} and ${others.length} more` : city;
  if (posting.workplace === 'onsite') return places === '' ? undefined : places;
  return places === '' ? posting.workplace : `${posting.workplace}, ${places}`;
}

/** `40,000–52,000 EUR a year`. */
export function payOf(salary: Salary | null): string | undefined {
  if (!salary) return undefined;
  const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  const range = salary.min === salary.max ? number(salary.min) : `${number(salary.min)}–${number(salary.max)}`;
  return `${range} ${salary.currency} ${salary.period === 'hour' ? 'an' : 'a'} ${salary.period}`;
}

/** What the reader ought to know beside the score: vetoes never change it (docs: how a match is scored). */
function vetoNotes(score: Score): string[] {
  return score.vetoes.map((veto) => oneLine(`Please note: ${veto.text}`, REASON_LENGTH));
}

export interface ItemExtras {
  number: number;
  reasons: Reasons;
  notes?: readonly string[];
}

/** A job for a candidate; the shown score is that of the candidate preset. */
export function jobItem(match: MatchRow, posting: Posting, extras: ItemExtras): CardItem {
  const subtitle = [posting.company, placeOf(posting), payOf(posting.salary)].filter(Boolean).join(' · ');
  const url = safeLink(posting.url);
  return {
    ...baseItem(match, 'candidate', extras),
    title: oneLine(posting.title, 120),
    ...(subtitle === '' ? {} : { subtitle: oneLine(subtitle, 200) }),
    ...(url === undefined ? {} : { url }),
  };
}

/** A candidate for a job; the shown score is that of the recruiter preset. */
export function candidateItem(match: MatchRow, resume: Resume, extras: ItemExtras): CardItem {
  const { derived } = resume.meta.shortlist;
  const subtitle = [resume.basics.label ?? latestTitle(resume), resume.basics.location?.city, duration(derived.experienceMonths)]
    .filter(Boolean)
    .join(' · ');
  return {
    ...baseItem(match, 'recruiter', extras),
    title: nameOf(resume, 'Candidate without a name'),
    ...(subtitle === '' ? {} : { subtitle: oneLine(subtitle, 200) }),
  };
}

function baseItem(match: MatchRow, preset: Preset, extras: ItemExtras) {
  return {
    number: extras.number,
    matchId: match.id,
    postingId: match.postingId,
    code: match.code,
    score: match.score.totals[preset],
    good: reasonLines(extras.reasons.good),
    missing: reasonLines(extras.reasons.missing),
    notes: [...vetoNotes(match.score), ...(extras.notes ?? []).map((note) => oneLine(note, REASON_LENGTH))],
  };
}

const HINT_BEGINS = 'What do you think? ';

/** Chats say it in their own way (`chat-words.ts`). */
export const isReactionHint = (block: CardBlock): boolean => block.kind === 'text' && block.text.startsWith(HINT_BEGINS);

/** How to react, said under every list: a bare thumb counts for number 1 only because this sentence says so (rule O11). */
export function reactionHint(items: readonly CardItem[]): CardBlock {
  if (items.length <= 1) {
    return {
      kind: 'text',
      text: `${HINT_BEGINS}Answer 👍 or 👎, "saved" or "applied". It moves what I show you next; "undo" takes it back.`,
    };
  }
  const [first = 1, second = 2] = items.map((item) => item.number);
  return {
    kind: 'text',
    text: `${HINT_BEGINS}Answer with numbers, for example "${first}👍 ${second}👎", "${second} saved" or "${first} applied". A 👍 alone means number ${first}. It moves what I show you next; "${first} undo" takes it back.`,
  };
}

/** The words to ask for the reasons of the first item listed. */
export function whyCommand(items: readonly CardItem[]): { command: string; does: string }[] {
  const [item] = items;
  return item?.code ? [{ command: `why ${item.code}`, does: `how the score of "${oneLine(item.title, 60)}" comes about` }] : [];
}

/** A block of commands, or nothing when there are none. */
export function commandBlocks(commands: { command: string; does: string }[]): CardBlock[] {
  return commands.length > 0 ? [{ kind: 'commands', commands }] : [];
}
