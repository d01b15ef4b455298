/** People whom the settings name exist from the start: what they may see is granted to a person, not to an address. */
import { DEFAULT_WORKSPACE } from '../domain/ids.ts';
import { commit } from '../store/commit.ts';
import type { Store } from '../store/store.ts';
import { meetSender, type PeopleDefaults } from './meet-sender.ts';

const MAIL_ADDRESS = /^[^\s@:]+@[^\s@]+$/;

/** Mail addresses of ADMINS, RECRUITERS and INBOX_READERS; chat accounts get theirs when their channel starts. */
export async function ensureNamedPeople(store: Store, people: PeopleDefaults): Promise<void> {
  const named = new Set(
    [...people.admins, ...people.recruiters, ...people.inboxReaders].filter((name) => MAIL_ADDRESS.test(name)),
  );
  for (const address of named) {
    const { changes } = await meetSender(store, DEFAULT_WORKSPACE, { channel: 'email', address, verified: true }, people);
    if (changes.length > 0) await commit(store, { changes, tasks: [], messages: [] });
  }
}
