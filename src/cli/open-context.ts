/** Store and eyes for one command of the terminal. */
import { findPerson } from '../commands/find-person.ts';
import type { CommandContext } from '../commands/registry.ts';
import { DEFAULT_WORKSPACE } from '../domain/ids.ts';
import { type Person, serviceViewer } from '../domain/people.ts';
import type { Taxonomy } from '../domain/taxonomy.ts';
import { roleBySettings } from '../intake/roles.ts';
import { createTaxonomy } from '../pipeline/enrich/create-taxonomy.ts';
import { openStore, type Store } from '../store/store.ts';
import { createTaskQueue } from '../store/task-queue.ts';
import type { Settings } from './settings.ts';

export interface OpenContext {
  context: CommandContext;
  store: Store;
  close(): Promise<void>;
}

/** EMAIL, `slack:<user id>`, `discord:<user id>` or a person's id (command line contract). Throws UserError for nobody. */
export const personNamed = (store: Store, name: string): Promise<Person> => findPerson(store, DEFAULT_WORKSPACE, name);

export async function openContext({ config, clock, as }: Settings): Promise<OpenContext> {
  const store = await openStore({ file: config.databaseUrl, dataFolder: config.dataFolder, clock });
  const person = as === undefined ? undefined : await personNamed(store, as);
  const { showFrom, storeFrom } = config.scores;
  let taxonomy: Taxonomy | undefined;
  return {
    store,
    close: () => store.close(),
    context: {
      store,
      queue: createTaskQueue(store),
      /** Read when a command first asks for it: 0.1 s that counts and lists do without. */
      get taxonomy() {
        taxonomy ??= createTaxonomy();
        return taxonomy;
      },
      clock,
      workspace: DEFAULT_WORKSPACE,
      viewer: person
        ? { workspace: DEFAULT_WORKSPACE, personId: person.id, role: person.role }
        : serviceViewer(DEFAULT_WORKSPACE),
      person,
      channel: 'terminal',
      settings: {
        showFrom,
        storeFrom,
        retentionDays: config.retentionDays,
        keepOriginals: config.keepOriginals,
        inbox: config.mail.from.address,
        roleBySettings: (channel, address) => roleBySettings(config.people, channel, address),
      },
      numbered: [],
    },
  };
}
