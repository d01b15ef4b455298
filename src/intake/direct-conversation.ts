/** Where somebody and we talk alone, learnt from what they send there: a channel has to know those places after a restart (rule D4). */
import type { Change } from '../domain/changes.ts';
import type { CommandInvocation, IncomingMessage, ReactionChange } from '../messages/channel.ts';
import type { Met } from './meet-sender.ts';
import type { IntakeOptions } from './received-event.ts';

type Event = IncomingMessage | ReactionChange | CommandInvocation;

/** An account's own address opens a conversation and is none. */
export function directConversation({ workspace, isChat }: IntakeOptions, event: Event, { identity }: Met): Change[] {
  const { channel, conversation, sender } = event;
  const direct = event.private && conversation !== sender.address && !('publicPlace' in event && event.publicPlace);
  if (!direct || !isChat?.(channel) || identity.directConversation === conversation) return [];
  return [{ kind: 'directConversationSeen', workspace, identityId: identity.id, conversation }];
}
