/** A bounded number of replies per sender and hour (rule E9): whatever goes wrong elsewhere, a loop through us is slow and ends being silent. */
import type { Clock } from '../../domain/clock.ts';
import type { StepName } from '../../domain/steps.ts';
import type { OutgoingMessage } from '../../messages/outgoing.ts';
import { answersVerified, repliesSince } from '../../store/replies.ts';
import type { Store } from '../../store/store.ts';
import type { StepHandler } from '../../tasks/handlers.ts';
import type { StepResult } from '../../tasks/queue.ts';

/** Replies to one person on one channel within an hour, those apart that acknowledge what only claims to be theirs. Two steps that end at the same instant may overshoot by one. */
export const MOST_REPLIES_AN_HOUR = 20;
/** Each reaction in a chat is confirmed; accounts there are people's, and programs are not listened to. */
export const MOST_REPLIES_IN_CHAT = 200;
const HOUR_MS = 3_600_000;

/** `most`: of that channel. The handler with the bound on what it answers. Everything else that it found out is kept. */
export function limitReplies<S extends StepName>(
  { store, clock, most = () => MOST_REPLIES_AN_HOUR }: { store: Store; clock: Clock; most?(channel: string): number },
  handler: StepHandler<S>,
): StepHandler<S> {
  return async (task, signal) => {
    const result = await handler(task, signal);
    const [message] = result.messages;
    if (!message || message.bulk === true) return result;
    const since = clock.now().getTime() - HOUR_MS;
    const { personId, channel, workspace } = message;
    // Whoever writes in somebody's name must not use up the answers that are due to them.
    const verifiedOnly = await answersVerified(store, workspace, message);
    const sent = await repliesSince(store, workspace, { personId, channel, verifiedOnly }, since);
    const bound = most(channel);
    if (sent >= bound) return unsaid(result);
    return sent === bound - 1 ? { ...result, messages: result.messages.map((one) => announced(one, bound)) } : result;
  };
}

/** Who was told nothing was not told the notice of first contact either (rule A7). */
const unsaid = (result: StepResult): StepResult => ({
  ...result,
  messages: [],
  changes: result.changes.filter((change) => change.kind !== 'personNoticed'),
});

const announced = (message: OutgoingMessage, bound: number): OutgoingMessage => ({
  ...message,
  card: {
    ...message.card,
    blocks: [
      ...message.card.blocks,
      {
        kind: 'note',
        text: `This is my ${bound}th answer to you within an hour, and the last one for now: what you send is taken in, and I answer again in an hour.`,
      },
    ],
  },
});
