/**
 * Reactions and buttons of chats (F6.1). There a message is about one match, a reaction can be taken away, and people also react for fun:
 * what means nothing gets no word.
 */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Feedback } from '../../domain/feedback.ts';
import type { Person } from '../../domain/people.ts';
import { buildRefusalCard } from '../../messages/error-card.ts';
import { buildWhichMatchCard, type TakenFeedback } from '../../messages/feedback-card.ts';
import { buildTakenCard } from '../../messages/taken-card.ts';
import { feedbackOn } from '../../store/feedback.ts';
import { getMatch, type MatchRow } from '../../store/matches.ts';
import { type NativeReaction, nativeReactionsOn } from '../../store/native-reactions.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import type { Store } from '../../store/store.ts';
import type { SubmissionView } from '../../store/submissions.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { replyToSubmission } from '../answer/reply-to-submission.ts';
import { viewerOf } from '../correct/correct-resume.ts';
import { meaningOfEmoji, type Reaction } from './reaction-meanings.ts';
import { feedbackChanges, matchTitle, type Numbered } from './take-reactions.ts';

interface Reacted {
  submission: SubmissionView;
  person: Person;
  /** The message reacted to; a home is none. */
  outbox?: OutboxRow;
}

interface ReactedInMessage extends Reacted {
  numbered: readonly Numbered[];
}

/** A button without a message of ours behind it: of their home, or of a match that they were never shown. */
export const isLostButton = ({ detail, repliesTo, answeredAt, verified }: SubmissionView): boolean =>
  typeof detail?.match === 'string' && repliesTo === null && answeredAt === null && verified;

/** Their home shows matches of their own resume; everything else is as unknown as what does not exist (rule A12). */
export async function takeLostButton(
  store: Store,
  clock: Clock,
  submission: SubmissionView,
  person: Person,
): Promise<StepResult> {
  const { emoji, match } = submission.detail ?? {};
  const reaction = typeof emoji === 'string' ? meaningOfEmoji(emoji) : undefined;
  const row = typeof match === 'string' ? await getMatch(store, viewerOf(person), match) : undefined;
  if (!row || !reaction || row.candidateId !== person.ownCandidateId) return unknownMatch(clock, submission);
  return onMatch(store, clock, { submission, person }, { code: row.id, reaction, removed: false });
}

function unknownMatch(clock: Clock, submission: SubmissionView): StepResult {
  const card = buildRefusalCard({
    message: 'I do not know this match any more.',
    fix: '"match" shows your list as it is now.',
  });
  return replyToSubmission(clock, submission, { card, lastWord: true, priority: 0 });
}

/** Undefined for a text: that is read as everywhere. */
export async function chatReaction(store: Store, clock: Clock, reacted: ReactedInMessage): Promise<StepResult | undefined> {
  const { submission, numbered } = reacted;
  const { emoji, removed, match } = submission.detail ?? {};
  if (typeof emoji !== 'string') return undefined;
  const reaction = meaningOfEmoji(emoji);
  if (!reaction || (removed === true && reaction.kind === 'undo')) return silently(clock, submission);
  if (typeof match === 'string') return onMatch(store, clock, reacted, { code: match, reaction, removed: removed === true });
  const [only, ...others] = numbered;
  // A reaction to help or to a confirmation is a nod.
  if (!only) return silently(clock, submission);
  if (others.length === 0) return onMatch(store, clock, reacted, { code: only.matchId, reaction, removed: removed === true });
  if (removed === true) return silently(clock, submission);
  return replyToSubmission(clock, submission, { card: buildWhichMatchCard(), lastWord: true, priority: 0 });
}

const silently = (clock: Clock, submission: SubmissionView, changes: readonly Change[] = []): StepResult => ({
  ...replyToSubmission(clock, submission, { card: buildWhichMatchCard(), changes, priority: 0 }),
  messages: [],
});

async function onMatch(
  store: Store,
  clock: Clock,
  { submission, person, outbox }: Reacted,
  { code, reaction, removed }: { code: string; reaction: Reaction; removed: boolean },
): Promise<StepResult> {
  const viewer = viewerOf(person);
  const row = await getMatch(store, viewer, code);
  if (!row) return unknownMatch(clock, submission);
  const given = (await feedbackOn(store, viewer, [row.id])).get(row.id) ?? [];
  const { changes, what } = removed
    ? await takenAway(store, { person, outbox, row, reaction, given })
    : await feedbackChanges(store, submission, viewer, row, reaction);
  const again = !removed && reaction.kind === 'given' && given.some((one) => saysSame(one, reaction));
  // Whoever presses a button among others sees nothing else; a reaction that changes nothing needs no word.
  const asked = submission.detail?.invocation !== undefined;
  if (!asked && (again || what.kind === 'nothing-to-undo')) return silently(clock, submission, again ? [] : changes);
  const title = await matchTitle(store, viewer, row);
  const confirmed = { number: 1, alone: true, code: row.code, ...title, candidateId: row.candidateId, taken: what };
  const reactions = { confirmed: [confirmed], unknown: [], highest: 1 };
  const card = buildTakenCard({ reactions, problems: [], ignored: [], personId: person.id });
  // Without numbers: the list that the match belongs to stays the one that "why 2" means.
  return replyToSubmission(clock, submission, { card, changes: again ? [] : changes, priority: 0 });
}

const saysSame = (one: Feedback, reaction: Extract<Reaction, { kind: 'given' }>): boolean =>
  one.meaning === reaction.meaning && (reaction.meaning !== 'rating' || one.rating === reaction.rating);

/** Exactly that reaction: another one of the same meaning that still stands on the message keeps it (👍 and ❤ are both interest). */
async function takenAway(
  store: Store,
  {
    person,
    outbox,
    row,
    reaction,
    given,
  }: { person: Person; outbox?: OutboxRow; row: MatchRow; reaction: Reaction; given: Feedback[] },
): Promise<{ changes: Change[]; what: TakenFeedback['taken'] }> {
  const nothing = { changes: [], what: { kind: 'nothing-to-undo' as const } };
  if (reaction.kind === 'undo' || !given.some((one) => saysSame(one, reaction))) return nothing;
  const still = outbox ? standing(await nativeReactionsOn(store, person.workspace, person.id, outbox.id)) : [];
  if (still.some((emoji) => isSame(meaningOfEmoji(emoji), reaction))) return nothing;
  const at = store.clock.now().getTime();
  const matchIds = [...new Set([row.id, ...given.map((one) => one.matchId)])];
  const changes = matchIds.map((matchId): Change => {
    const { workspace, id: personId } = person;
    return { kind: 'feedbackRetracted', workspace, personId, matchId, meanings: [reaction.meaning], at };
  });
  return { changes, what: { kind: 'undone' } };
}

/** What is on the message now: each emoji of a person stands there once. */
function standing(events: readonly NativeReaction[]): string[] {
  const emojis = new Set<string>();
  for (const { emoji, removed } of events) {
    if (removed) emojis.delete(emoji);
    else emojis.add(emoji);
  }
  return [...emojis];
}

const isSame = (one: Reaction | undefined, other: Extract<Reaction, { kind: 'given' }>): boolean =>
  one?.kind === 'given' &&
  one.meaning === other.meaning &&
  ('rating' in one ? one.rating : 0) === ('rating' in other ? other.rating : 0);
