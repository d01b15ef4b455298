/** Changes about addresses that change hands: linking, joining and unlinking people (F8.2), and where they can be reached (rule D5). */
import { and, eq, getTableColumns, gt, inArray, isNull, like, or, type SQL } from 'drizzle-orm';
import { keyColumns, type Plan } from '#dialect';
import type { RowKey } from '../domain/row-key.ts';
import { columnNamed, TABLES } from './all-tables.ts';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { lookupHash } from './personal-columns.ts';
import { applicationNotices, applications } from './schema/applications.ts';
import { preferenceVersions } from './schema/corrections.ts';
import { digests } from './schema/matches.ts';
import { cursors, identities, linkCodes, persons } from './schema/people.ts';
import { postings } from './schema/postings.ts';

const identity = (change: { workspace: string; identityId: string }, of?: string): SQL | undefined =>
  and(
    eq(identities.workspace, change.workspace),
    eq(identities.id, change.identityId),
    of === undefined ? undefined : eq(identities.personId, of),
  );

export function identityHeard({ tx }: Applying, change: ChangeOf<'identityHeard'>): Plan {
  const { personId, directConversation, reachable } = change;
  const set = {
    // A guard has to write: what it is anyway.
    personId,
    ...(reachable ? { unreachableUntil: null } : {}),
    ...(directConversation === undefined ? {} : { directConversation }),
  };
  const heard = tx.update(identities).set(set).where(identity(change, personId)).returning({ id: identities.id });
  return [{ must: heard, otherwise: 'conflict' }];
}

export function identityUnreachable({ tx }: Applying, change: ChangeOf<'identityUnreachable'>): Plan {
  return plainly(tx.update(identities).set({ unreachableUntil: change.until }).where(identity(change)));
}

export function identityMoved({ tx }: Applying, change: ChangeOf<'identityMoved'>): Plan {
  const moved = tx
    .update(identities)
    .set({ personId: change.to })
    .where(identity(change, change.from))
    .returning({ id: identities.id });
  return [{ must: moved, otherwise: 'conflict' }];
}

export function linkCodeMade({ tx, keys }: Applying, { workspace, link }: ChangeOf<'linkCodeMade'>): Plan {
  const { code, ...row } = link;
  return plainly(
    tx.insert(linkCodes).values({ ...row, workspace, codeLookup: lookupHash(keys.lookup, workspace, 'link-code', code) }),
  );
}

export function linkCodeUsed({ tx }: Applying, { workspace, linkId, at }: ChangeOf<'linkCodeUsed'>): Plan {
  const usable = and(
    eq(linkCodes.workspace, workspace),
    eq(linkCodes.id, linkId),
    isNull(linkCodes.usedAt),
    gt(linkCodes.expiresAt, at),
  );
  const used = tx.update(linkCodes).set({ usedAt: at }).where(usable).returning({ id: linkCodes.id });
  return [{ must: used, otherwise: 'conflict' }];
}

/** A row that was over when it was made: it opens nothing, and is counted (`wrongTries`). */
export function linkCodeTried({ tx, keys }: Applying, change: ChangeOf<'linkCodeTried'>): Plan {
  const { workspace, id, personId, identityId, at } = change;
  const codeLookup = lookupHash(keys.lookup, workspace, 'link-code', `tried ${id}`);
  return plainly(
    tx.insert(linkCodes).values({ id, workspace, personId, identityId, codeLookup, createdAt: at, expiresAt: at, usedAt: at }),
  );
}

export function linkCodesDropped({ tx }: Applying, { workspace, personId }: ChangeOf<'linkCodesDropped'>): Plan {
  return plainly(tx.delete(linkCodes).where(and(eq(linkCodes.workspace, workspace), eq(linkCodes.personId, personId))));
}

/** Only those that are still `from`'s. A row that `to` has under the same key by now is a conflict: the slice is built again. */
export function rowsMoved({ tx }: Applying, change: ChangeOf<'rowsMoved'>): Plan {
  const { workspace, table: name, keys, from, to } = change;
  const table = TABLES.get(name);
  const owner = table && columnNamed(getTableColumns(table), 'personId');
  if (!table || !owner) throw new RangeError(`no table of people: ${name}`);
  if (keys.length === 0) return [];
  const columns = keyColumns(table);
  const rows = or(...keys.map((key) => rowOf(columns, { ...key, workspace })));
  return plainly(
    tx
      .update(table)
      .set({ personId: to })
      .where(and(rows, eq(owner, from))),
  );
}

const rowOf = (columns: ReturnType<typeof keyColumns>, key: RowKey): SQL | undefined =>
  and(...Object.entries(columns).map(([name, column]) => eq(column, key[name])));

export function postingsPassedOn({ tx }: Applying, change: ChangeOf<'postingsPassedOn'>): Plan {
  const { workspace, postingIds, from, to } = change;
  const theirs = and(eq(postings.workspace, workspace), inArray(postings.id, [...postingIds]), eq(postings.postedBy, from));
  return plainly(tx.update(postings).set({ postedBy: to }).where(theirs));
}

export function digestJoined({ tx }: Applying, { workspace, digestId, to }: ChangeOf<'digestJoined'>): Plan {
  const it = and(eq(digests.workspace, workspace), eq(digests.id, digestId));
  return plainly(tx.update(digests).set({ personId: to, onRequest: true }).where(it));
}

export function applicationMoved({ tx }: Applying, change: ChangeOf<'applicationMoved'>): Plan {
  const { workspace, id, newId, to, twin } = change;
  const application = (which: string) => and(eq(applications.workspace, workspace), eq(applications.id, which));
  const notices = (of: string) => and(eq(applicationNotices.workspace, workspace), eq(applicationNotices.applicationId, of));
  const drop = (which: string) => [
    tx.delete(applications).where(application(which)),
    tx.delete(applicationNotices).where(notices(which)),
  ];
  if (twin === 'newer') return plainly(...drop(id));
  return plainly(
    ...(twin === 'older' ? drop(newId) : []),
    tx.update(applications).set({ id: newId, personId: to }).where(application(id)),
    tx.update(applicationNotices).set({ applicationId: newId }).where(notices(id)),
  );
}

export function preferencesMoved({ tx }: Applying, change: ChangeOf<'preferencesMoved'>): Plan {
  const { workspace, from, to, version, data } = change;
  const { workspace: ws, personId, version: column } = preferenceVersions;
  const it = and(eq(ws, workspace), eq(personId, from), eq(column, version));
  return plainly(tx.update(preferenceVersions).set({ personId: to, version: data.version, data }).where(it));
}

/** Links in mails of `from` still mean somebody: a row in the table of nobody's ids says whom (`livingPersonId`). */
export function personsJoined({ tx }: Applying, { workspace, from, to }: ChangeOf<'personsJoined'>): Plan {
  const { workspace: ws, source, value } = cursors;
  return plainly(
    tx
      .update(cursors)
      .set({ value: to })
      .where(and(eq(ws, workspace), like(source, `${JOINED}%`), eq(value, from))),
    tx
      .insert(cursors)
      .values({ workspace, source: `${JOINED}${from}`, value: to })
      .onConflictDoUpdate({ target: [ws, source], set: { value: to } }),
    tx.delete(persons).where(and(eq(persons.workspace, workspace), eq(persons.id, from))),
  );
}

/** Before the id of somebody who is another person now, in `cursors`. */
export const JOINED = 'joined:';
