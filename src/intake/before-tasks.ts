/** Events as channels report them, ahead of the tasks: a platform waits for each of them, and for seconds at most (rules S2, D1). */
import type { ChannelEvents } from '../messages/channel.ts';
import type { GiveWay } from '../tasks/give-way.ts';

type Taken = Omit<ChannelEvents, 'formOf' | 'suggest'>;

export const beforeTasks = ({ first }: GiveWay, intake: Taken): Taken => ({
  messageReceived: (message) => first(() => intake.messageReceived(message)),
  reactionChanged: (change) => first(() => intake.reactionChanged(change)),
  commandInvoked: (invocation) => first(() => intake.commandInvoked(invocation)),
  homeOpened: (opened) => first(() => intake.homeOpened(opened)),
});
