/** Reads of people and their addresses, for the service's own steps: nothing here goes to another person as it is. */
import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import type { CandidateId, PersonId, WorkspaceId } from '../domain/ids.ts';
import type { Identity, Person, Viewer } from '../domain/people.ts';
import { lookupHash } from './personal-columns.ts';
import { identities, persons } from './schema/people.ts';
import type { Store } from './store.ts';
import { seesAll } from './viewer-conditions.ts';

/** The person behind an address of a channel, whether verified or not. */
export async function findByAddress(
  store: Store,
  workspace: WorkspaceId,
  channel: string,
  address: string,
): Promise<{ person: Person; identity: Identity } | undefined> {
  const hash = lookupHash(store.keys.lookup, workspace, `address:${channel}`, address);
  const found = await store.db
    .select({ person: persons, identity: identities })
    .from(identities)
    .innerJoin(persons, and(eq(persons.workspace, identities.workspace), eq(persons.id, identities.personId)))
    .where(and(eq(identities.workspace, workspace), eq(identities.channel, channel), eq(identities.addressLookup, hash)))
    .limit(1);
  const [row] = found;
  return row && { person: personOf(row.person), identity: row.identity };
}

export async function getPerson(store: Store, workspace: WorkspaceId, personId: PersonId): Promise<Person | undefined> {
  const rows = await store.db
    .select()
    .from(persons)
    .where(and(eq(persons.workspace, workspace), eq(persons.id, personId)))
    .limit(1);
  return rows.map(personOf)[0];
}

/** By public code (`p…`). */
export async function getPersonByCode(store: Store, workspace: WorkspaceId, code: string): Promise<Person | undefined> {
  const rows = await store.db
    .select()
    .from(persons)
    .where(and(eq(persons.workspace, workspace), eq(persons.code, code)))
    .limit(1);
  return rows.map(personOf)[0];
}

/** Oldest first. */
export async function identitiesOf(store: Store, workspace: WorkspaceId, personId: PersonId): Promise<Identity[]> {
  return store.db
    .select()
    .from(identities)
    .where(and(eq(identities.workspace, workspace), eq(identities.personId, personId)))
    .orderBy(asc(identities.createdAt), asc(identities.id));
}

/** Those whose digest is on (paused ones too), by id; the next page begins after the last id of this one. */
export async function personsWithDigest(
  store: Store,
  workspace: WorkspaceId,
  after: PersonId | undefined,
  limit: number,
): Promise<Person[]> {
  const rows = await store.db
    .select()
    .from(persons)
    .where(
      and(eq(persons.workspace, workspace), eq(persons.digest, 'on'), after === undefined ? undefined : gt(persons.id, after)),
    )
    .orderBy(asc(persons.id))
    .limit(limit);
  return rows.map(personOf);
}

/** Whose own candidate it is. */
export async function ownersOf(store: Store, workspace: WorkspaceId, candidateId: CandidateId): Promise<Person[]> {
  const rows = await store.db
    .select()
    .from(persons)
    .where(and(eq(persons.workspace, workspace), eq(persons.ownCandidateId, candidateId)))
    .orderBy(asc(persons.id));
  return rows.map(personOf);
}

/** Recruiters and admins with their addresses, admins first; only admins see them. */
export async function peopleWithRoles(store: Store, viewer: Viewer): Promise<{ person: Person; identities: Identity[] }[]> {
  if (!seesAll(viewer)) return [];
  const { workspace } = viewer;
  const rows = await store.db
    .select()
    .from(persons)
    .where(and(eq(persons.workspace, workspace), inArray(persons.role, ['admin', 'recruiter'])))
    // By luck of the alphabet the higher role comes first.
    .orderBy(asc(persons.role), desc(persons.createdAt), asc(persons.id));
  return Promise.all(
    rows.map(async (row) => ({ person: personOf(row), identities: await identitiesOf(store, workspace, row.id) })),
  );
}

/**
 * The people that the setting INBOX_READERS names: a mail address, `slack:<user id>`, `discord:<user id>`, a person's id or
 * code. Whoever is not known yet is left out. Only verified addresses count: a forged sender must not become a reader.
 */
export async function inboxReaders(store: Store, workspace: WorkspaceId, names: readonly string[]): Promise<PersonId[]> {
  const found = new Set<PersonId>();
  for (const name of names) {
    const byId = (await getPerson(store, workspace, name)) ?? (await getPersonByCode(store, workspace, name));
    if (byId) found.add(byId.id);
    const [, channel = 'email', address = name] = /^(slack|discord|email):(.+)$/.exec(name) ?? [];
    const known = await findByAddress(store, workspace, channel, address);
    if (known?.identity.verified) found.add(known.person.id);
  }
  return [...found];
}

function personOf(row: typeof persons.$inferSelect): Person {
  const { id, workspace, code, role, timeZone, digest, digestTime } = row;
  return {
    id,
    workspace,
    code,
    role,
    timeZone,
    digest,
    digestTime,
    name: row.name ?? undefined,
    digestWeekday: row.digestWeekday ?? undefined,
    digestPausedUntil: row.digestPausedUntil ?? undefined,
    ownCandidateId: row.ownCandidateId ?? undefined,
    preferences: row.preferences ?? undefined,
    noticedAt: row.noticedAt ?? undefined,
    digestChannel: row.digestChannel ?? undefined,
  };
}
