/** Store and eyes for one command of the terminal. */
import type { CommandContext } from '../commands/registry.ts';
import { UserError } from '../domain/errors.ts';
import { DEFAULT_WORKSPACE, isCode } from '../domain/ids.ts';
import { type Person, serviceViewer } from '../domain/people.ts';
import type { Taxonomy } from '../domain/taxonomy.ts';
import { createTaxonomy } from '../pipeline/enrich/create-taxonomy.ts';
import { findByAddress, getPersonByCode } from '../store/people.ts';
import { openStore, type Store } from '../store/store.ts';
import { createTaskQueue } from '../store/task-queue.ts';
import type { Settings } from './settings.ts';

export interface OpenContext {
  context: CommandContext;
  store: Store;
  close(): Promise<void>;
}

/** EMAIL, `slack:<user id>`, `discord:<user id>` or a person's id (command line contract). Throws UserError for nobody. */
export async function personNamed(store: Store, name: string): Promise<Person> {
  const [, channel = 'email', address = name] = /^(slack|discord):(.+)$/.exec(name) ?? [];
  const person = isCode(name.toLowerCase(), 'p')
    ? await getPersonByCode(store, DEFAULT_WORKSPACE, name.toLowerCase())
    : (await findByAddress(store, DEFAULT_WORKSPACE, channel, address))?.person;
  if (person) return person;
  throw new UserError(
    `Nobody called ${name} has written to this service.`,
    'Use the address they write from, slack:<user id>, discord:<user id> or the code of a person (p…).',
  );
}

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
      },
      numbered: [],
    },
  };
}
