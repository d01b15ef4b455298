/** A message that was taken in before lies in one more place: it came by two routes, twice, or the server numbered its mails anew. */
import type { ChannelEvents } from '../messages/channel.ts';
import { copyMarkTask } from '../pipeline/answer/mark-task.ts';
import { commit } from '../store/commit.ts';
import type { Store } from '../store/store.ts';
import { submissionOfEvent } from '../store/submissions.ts';

type Event = Parameters<ChannelEvents['messageReceived' | 'reactionChanged' | 'commandInvoked']>[0];

/** The copy is marked as the first one is (rule E6): people would take it for one that nobody looked at. */
export async function markCopy(store: Store, workspace: string, event: Event): Promise<void> {
  if (!('location' in event) || event.location === undefined) return;
  const first = await submissionOfEvent(store, workspace, event.channel, event.eventKey);
  if (first === undefined || first.location === event.location) return;
  const { cursor } = event;
  await commit(store, {
    changes: cursor ? [{ kind: 'cursorMoved', workspace, ...cursor }] : [],
    tasks: [copyMarkTask({ id: first.id, workspace }, event.location)],
    messages: [],
  });
}
