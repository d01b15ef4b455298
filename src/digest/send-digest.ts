/** The step `sendDigest`: load → choose → the day's digest and its message (rules O4, O5, C4). */
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import { newId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import { describeRhythm } from '../messages/digest-sentence.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import { lastDigests } from '../store/digests.ts';
import { getPerson, identitiesOf } from '../store/people.ts';
import { recentSubmissions } from '../store/submissions.ts';
import { findSuppression } from '../store/suppressions.ts';
import { NOTHING, type StepHandler } from '../tasks/handlers.ts';
import { buildDigest } from './build-digest.ts';
import { chooseDestination, type Destination } from './choose-destination.ts';
import { type DigestOptions, viewerOf } from './digest-options.ts';
import { isStillDue } from './due-digests.ts';
import { type LoadedDigest, loadDigest } from './load-digest.ts';
import type { LocalDate } from './local-day.ts';

export interface SendDigestOptions extends DigestOptions {
  clock: Clock;
}

/** Messages looked through for the last private conversation. */
const RECEIVED = 50;

export function createSendDigest(options: SendDigestOptions): StepHandler<'sendDigest'> {
  const { store } = options;
  return async (task) => {
    const { personId, localDate } = task.payload;
    const person = await getPerson(store, task.workspace, personId);
    const at = options.clock.now().getTime();
    // Between the tick and now they may have switched it off, or another scheduler may have been first.
    if (person === undefined) return NOTHING;
    const last = (await lastDigests(store, viewerOf(person), [personId])).get(personId);
    if (!isStillDue({ person, last }, localDate, at)) return NOTHING;
    const destination = await destinationOf(options, person);
    const loaded = destination && (await loadDigest(options, person));
    // A quiet day is written down as well: else every tick of the day would choose again.
    if (!loaded) return { ...NOTHING, changes: [written(person, localDate, { id: newId(options.clock), at, items: [] })] };
    const message = messageOf(person, localDate, { id: newId(options.clock), at, loaded, destination });
    const digest = written(person, localDate, { id: newId(options.clock), at, items: loaded.items, outboxId: message.id });
    return { changes: [digest], tasks: [], messages: [message] };
  };
}

async function destinationOf({ store }: SendDigestOptions, person: Person): Promise<Destination | undefined> {
  const identities = await identitiesOf(store, person.workspace, person.id);
  const received = await recentSubmissions(store, { ...viewerOf(person), role: 'candidate' }, RECEIVED);
  const chosen = chooseDestination(identities, received);
  // The day is a quiet one then: digests pause while nothing may be sent there, and go on by themselves (rule O7).
  const suppressed = chosen && (await findSuppression(store, person.workspace, chosen.channel, chosen.conversation));
  return suppressed ? undefined : chosen;
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
  return {
    id: input.id,
    workspace: person.workspace,
    personId: person.id,
    ...input.destination,
    private: true,
    // Stable for the person and date: whatever is tried again is the same message (rule O4).
    dedupeKey: `digest:${person.id}:${localDate}`,
    card: buildDigest({ ...content, schedule: scheduleOf(person), onRequest: false }),
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
