/** What an event says about its sender's address: that it is still theirs, where their direct conversation is, and that they can be reached. */
import type { Change } from '../domain/changes.ts';
import type { Met } from './meet-sender.ts';

interface Heard {
  conversation: string;
  private: boolean;
  sender: { address: string; verified: boolean };
  automatic?: string;
  publicPlace?: unknown;
}

/**
 * Read a moment ago, the address may be another person's when this is written: linked, unlinked, erased. The change is a guard, and intake
 * reads again. A user's id in the place of a conversation only opens one; it is none.
 */
export function heardFrom({ person, identity }: Met, event: Heard): Change[] {
  const { conversation, sender, automatic, publicPlace } = event;
  const proven = sender.verified && automatic === undefined;
  const opens = conversation.toLowerCase() === sender.address.toLowerCase();
  const direct = proven && event.private && publicPlace === undefined && !opens && identity.channel !== 'email';
  return [
    {
      kind: 'identityHeard',
      workspace: person.workspace,
      identityId: identity.id,
      personId: person.id,
      reachable: proven,
      ...(direct && identity.directConversation !== conversation ? { directConversation: conversation } : {}),
    },
  ];
}
