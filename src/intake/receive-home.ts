/** Somebody looks at their home: it is put together for them. Looking again is harmless, so that the event needs no memory. */
import { RetryLater } from '../domain/errors.ts';
import type { HomeOpened } from '../messages/channel.ts';
import { homeTask } from '../pipeline/answer/home-task.ts';
import { commit } from '../store/commit.ts';
import { meetSender } from './meet-sender.ts';
import type { IntakeOptions } from './received-event.ts';

/** As for messages: a newcomer who looks and writes at the same instant. */
const RACES = 5;

export async function receiveHome(options: IntakeOptions, { channel, sender }: HomeOpened): Promise<void> {
  const { store, workspace } = options;
  for (let attempt = 0; attempt < RACES; attempt++) {
    const { person, identity, changes } = await meetSender(store, workspace, { channel, ...sender }, options.people);
    const at = store.clock.now().getTime();
    const opened = { kind: 'homeOpened', workspace, identityId: identity.id, at } as const;
    const task = { ...homeTask({ workspace, personId: person.id, identityId: identity.id }), dueAt: at, priority: 0 };
    if ((await commit(store, { changes: [...changes, opened], tasks: [task], messages: [] })) === 'committed') return;
  }
  throw new RetryLater('many messages at once; this one was not taken in');
}
