/** Reads of one-time codes that join what a person is on several channels (F8.2). */
import { and, count, eq, gt, isNull } from 'drizzle-orm';
import type { IdentityId, PersonId, WorkspaceId } from '../domain/ids.ts';
import { lookupHash } from './personal-columns.ts';
import { linkCodes } from './schema/people.ts';
import type { Store } from './store.ts';

export interface LinkCode {
  id: string;
  personId: PersonId;
  /** Where it was asked for. */
  identityId: IdentityId;
}

/** A code that still opens something; undefined for one that is wrong, over or used. For the service. */
export async function findLinkCode(
  store: Store,
  workspace: WorkspaceId,
  code: string,
  now: number,
): Promise<LinkCode | undefined> {
  const { id, personId, identityId } = linkCodes;
  const rows = await store.db
    .select({ id, personId, identityId })
    .from(linkCodes)
    .where(
      and(
        eq(linkCodes.workspace, workspace),
        eq(linkCodes.codeLookup, lookupHash(store.keys.lookup, workspace, 'link-code', code)),
        isNull(linkCodes.usedAt),
        gt(linkCodes.expiresAt, now),
      ),
    )
    .limit(1);
  return rows[0];
}

/** How many codes that are none somebody typed since then. */
export async function wrongTries(store: Store, workspace: WorkspaceId, personId: PersonId, since: number): Promise<number> {
  const { createdAt, expiresAt } = linkCodes;
  const rows = await store.db
    .select({ tries: count() })
    .from(linkCodes)
    .where(
      and(eq(linkCodes.workspace, workspace), eq(linkCodes.personId, personId), eq(expiresAt, createdAt), gt(createdAt, since)),
    );
  return rows[0]?.tries ?? 0;
}
