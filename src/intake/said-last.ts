/** In a chat people answer below what was said, without a thread: `remote only` means the last thing that we told them. */
import type { PersonId, WorkspaceId } from '../domain/ids.ts';
import type { IncomingMessage } from '../messages/channel.ts';
import { lastTold, type SentWithNumbers } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 86_400_000;

/**
 * The message of ours that a line in a direct conversation can mean: undefined in mail, in threads, and for files, which would become
 * applications by chance. Whoever calls it takes it for an answer only when the line means something as one.
 */
export async function saidLast(
  store: Store,
  workspace: WorkspaceId,
  personId: PersonId,
  message: IncomingMessage,
): Promise<SentWithNumbers | undefined> {
  const { channel, publicPlace, inReplyTo, threadRoot, attachments } = message;
  if (channel === 'email' || !message.private || publicPlace || message.automatic !== undefined) return undefined;
  if (inReplyTo.length > 0 || threadRoot !== undefined || attachments.length > 0) return undefined;
  return lastTold(store, workspace, { personId, channel, since: store.clock.now().getTime() - DAY_MS });
}
