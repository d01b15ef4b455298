/** The step `sendDigest`: load → choose → the day's digest and its message (rules O4, O5, C4). */
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import { newId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import { describeRhythm } from '../messages/digest-sentence.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import { lastDigests } from '../store/digests.ts';
import { peopleBeingJoined } from '../store/joins.ts';
import { getPerson } from '../store/people.ts';
import { NOTHING, type StepHandler } from '../tasks/handlers.ts';
import { buildDigest } from './build-digest.ts';
import { type Destination, destinationOf } from './choose-destination.ts';
import { type DigestOptions, viewerOf } from './digest-options.ts';
import { isStillDue } from './due-digests.ts';
import { type LoadedDigest, loadDigest } from './load-digest.ts';
import type { LocalDate } from './local-day.ts';

export interface SendDigestOptions extends DigestOptions {
  clock: Clock;
}

export function createSendDigest(options: SendDigestOptions): StepHandler<'sendDigest'> {
  const { store } = options;
  return async (task) => {
    const { personId, localDate } = task.payload;
    const person = await getPerson(store, task.workspace, personId);
    const at = options.clock.now().getTime();
    // Between the tick and now they may have switched it off, or another scheduler may have been first.
    if (person === undefined) return NOTHING;
    // Half of what they were shown may still be another's: afterwards the tick asks again.
    if ((await peopleBeingJoined(store, task.workspace)).has(personId)) return NOTHING;
    const last = (await lastDigests(store, viewerOf(person), [personId])).get(personId);
    if (!isStillDue({ person, last }, localDate, at)) return NOTHING;
    const destination = await destinationOf(store, person, { now: at, last: last?.createdAt });
    const loaded = destination && (await loadDigest(options, person));
    // A quiet day is written down as well: else every tick of the day would choose again.
    if (!loaded) return { ...NOTHING, changes: [written(person, localDate, { id: newId(options.clock), at, items: [] })] };
    const message = messageOf(person, localDate, { id: newId(options.clock), at, loaded, destination });
    const digest = written(person, localDate, { id: newId(options.clock), at, items: loaded.items, outboxId: message.id });
    return { changes: [digest], tasks: [], messages: [message] };
  };
}

/** When it comes, as its footer says it. */
export const scheduleOf = (person: Person): string =>
  `${describeRhythm(person.digestWeekday)} at ${person.digestTime} (${person.timeZone})`;

function messageOf(
  person: Person,
  localDate: LocalDate,
  input: { id: string; at: number; loaded: LoadedDigest; destination: Destination },
): OutgoingMessage {
  const { content, items } = input.loaded;
  const { channel, conversation, note } = input.destination;
  const card = buildDigest({ ...content, schedule: scheduleOf(person), onRequest: false });
  return {
    id: input.id,
    workspace: person.workspace,
    personId: person.id,
    channel,
    conversation,
    private: true,
    // Stable for the person and date: whatever is tried again is the same message (rule O4).
    dedupeKey: `digest:${person.id}:${localDate}`,
    card: note === undefined ? card : { ...card, blocks: [...card.blocks, { kind: 'note', text: note }] },
    bulk: true,
    matches: items.map(({ number, matchId }) => ({ number, matchId })),
    createdAt: input.at,
    priority: 9,
  };
}

/** The row of a digest; `items` count as shown. */
export function written(
  person: Person,
  localDate: LocalDate,
  input: { id: string; at: number; items: LoadedDigest['items']; outboxId?: string; onRequest?: boolean },
): Change {
  return {
    kind: 'digestWritten',
    workspace: person.workspace,
    digest: {
      id: input.id,
      personId: person.id,
      localDate,
      timeZone: person.timeZone,
      outboxId: input.outboxId,
      onRequest: input.onRequest ?? false,
      createdAt: input.at,
      items: input.items,
    },
  };
}
