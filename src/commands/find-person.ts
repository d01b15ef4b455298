/** The person that somebody's words name: `ana@example.org`, `slack:U0ANA`, `discord:…`, `p4f7k2m9q`. For admins and operators. */
import { UserError } from '../domain/errors.ts';
import { isCode, type WorkspaceId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import { findByAddress, getPersonByCode } from '../store/people.ts';
import type { Store } from '../store/store.ts';

/** Throws UserError for nobody. */
export async function findPerson(store: Store, workspace: WorkspaceId, name: string): Promise<Person> {
  const [, channel = 'email', address = name] = /^(slack|discord):(.+)$/i.exec(name) ?? [];
  const person = isCode(name.toLowerCase(), 'p')
    ? await getPersonByCode(store, workspace, name.toLowerCase())
    : (await findByAddress(store, workspace, channel.toLowerCase(), address))?.person;
  if (person) return person;
  throw new UserError(
    `Nobody called ${name} has written to this service.`,
    'Use the address they write from, slack:<user id>, discord:<user id> or the code of a person (p…).',
  );
}
