/** Changes about people, their addresses and how far a source was read. */
import { and, eq, isNull, ne, notInArray } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { lookupHash } from './personal-columns.ts';
import { candidateAccess } from './schema/candidates.ts';
import { cursors, identities, persons } from './schema/people.ts';
import { submissions } from './schema/submissions.ts';

/** Without "on conflict": who meets the same newcomer at the same time loses the whole list and reads again. */
export function personMet({ tx }: Applying, { person }: ChangeOf<'personMet'>): Plan {
  return plainly(tx.insert(persons).values({ ...person, personId: person.id, digest: 'unset' }));
}

/** See `personMet`: one person an address, whoever came first. */
export function identityMet({ tx, keys }: Applying, { identity }: ChangeOf<'identityMet'>): Plan {
  const { workspace, channel, address } = identity;
  const addressLookup = lookupHash(keys.lookup, workspace, `address:${channel}`, address);
  return plainly(tx.insert(identities).values({ ...identity, addressLookup }));
}

export function identityVerified({ tx }: Applying, change: ChangeOf<'identityVerified'>): Plan {
  const it = and(eq(identities.workspace, change.workspace), eq(identities.id, change.identityId));
  return plainly(tx.update(identities).set({ verified: true }).where(it));
}

export function profileAddressSeen({ tx }: Applying, change: ChangeOf<'profileAddressSeen'>): Plan {
  const it = and(eq(identities.workspace, change.workspace), eq(identities.id, change.identityId));
  return plainly(tx.update(identities).set({ profileAddress: change.address }).where(it));
}

/** The first time counts. */
export function personNoticed({ tx }: Applying, change: ChangeOf<'personNoticed'>): Plan {
  const first = and(eq(persons.workspace, change.workspace), eq(persons.id, change.personId), isNull(persons.noticedAt));
  return plainly(tx.update(persons).set({ noticedAt: change.at }).where(first));
}

export function personSettingsChanged({ tx }: Applying, change: ChangeOf<'personSettingsChanged'>): Plan {
  const { kind: _, workspace, personId, ...settings } = change;
  if (Object.values(settings).every((value) => value === undefined)) return [];
  const person = and(eq(persons.workspace, workspace), eq(persons.id, personId));
  return plainly(tx.update(persons).set(settings).where(person));
}

/** What a person saw of others' submissions only because the candidate was theirs ends with that; what they sent stays. */
export function ownCandidateSet({ tx }: Applying, change: ChangeOf<'ownCandidateSet'>): Plan {
  const { workspace, personId, candidateId } = change;
  const sent = tx.select({ id: submissions.id }).from(submissions).where(eq(submissions.personId, personId));
  const byOwning = and(
    eq(candidateAccess.workspace, workspace),
    eq(candidateAccess.personId, personId),
    eq(candidateAccess.reason, 'own'),
    candidateId === null ? undefined : ne(candidateAccess.candidateId, candidateId),
    notInArray(candidateAccess.submissionId, sent),
  );
  return plainly(
    tx
      .update(persons)
      .set({ ownCandidateId: candidateId })
      .where(and(eq(persons.workspace, workspace), eq(persons.id, personId))),
    tx.delete(candidateAccess).where(byOwning),
  );
}

export function cursorMoved({ tx }: Applying, { workspace, source, value }: ChangeOf<'cursorMoved'>): Plan {
  return plainly(
    tx
      .insert(cursors)
      .values({ workspace, source, value })
      .onConflictDoUpdate({ target: [cursors.workspace, cursors.source], set: { value } }),
  );
}
