/** The steps whose messages hold matches, with a message a match in chats that have that (F6.1). The one place where messages are split. */
import type { Clock } from '../domain/clock.ts';
import { newId } from '../domain/ids.ts';
import type { StepName } from '../domain/steps.ts';
import type { Channel } from '../messages/channel.ts';
import { itemMessages } from '../messages/item-messages.ts';
import type { StepHandler, StepHandlers } from '../tasks/handlers.ts';

/** Outermost of what wraps handlers: bounds on replies count an answer once, however many messages it becomes. */
export function forChats(
  { clock, channel }: { clock: Clock; channel(name: string): Channel | undefined },
  handlers: StepHandlers,
): StepHandlers {
  const split =
    <S extends StepName>(handler: StepHandler<S>): StepHandler<S> =>
    async (task, signal) => {
      const result = await handler(task, signal);
      const messages = result.messages.flatMap((message) =>
        channel(message.channel)?.capabilities.itemMessages ? itemMessages(message, () => newId(clock)) : [message],
      );
      return { ...result, messages };
    };
  return {
    ...handlers,
    answerSubmission: split(handlers.answerSubmission),
    runCommand: split(handlers.runCommand),
    takeFeedback: split(handlers.takeFeedback),
    sendDigest: split(handlers.sendDigest),
    tellApplications: split(handlers.tellApplications),
    scoreForJobs: split(handlers.scoreForJobs),
  };
}
