/** Erasures under way, and whom one is about. */
import { and, asc, eq, gt, inArray, ne, notExists, type SQL } from 'drizzle-orm';
import { alias } from '#dialect';
import type { Erasure, ErasureScope } from '../domain/erasure.ts';
import { foldWords } from '../domain/fold-text.ts';
import type { PersonId, ResumeId, WorkspaceId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import { candidatesByLookup } from './candidates.ts';
import { findByAddress, getPerson, identitiesOf } from './people.ts';
import { resumes, resumeVersions } from './schema/candidates.ts';
import { erasures } from './schema/privacy.ts';
import { attachments, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';

export async function getErasure(store: Store, workspace: WorkspaceId, id: string): Promise<Erasure | undefined> {
  const rows = await store.db
    .select()
    .from(erasures)
    .where(and(eq(erasures.workspace, workspace), eq(erasures.id, id)))
    .limit(1);
  return rows[0];
}

/** What comes from an address while its owner is being erased would be half taken in and half erased: for so long it has to wait. */
const MAIL_WAITS_MS = 10 * 60_000;

/** Whether whoever writes from there is being erased just now. */
export async function isBeingErased(store: Store, workspace: WorkspaceId, address: string): Promise<boolean> {
  const since = store.clock.now().getTime() - MAIL_WAITS_MS;
  const rows = await store.db
    .select({ scope: erasures.scope })
    .from(erasures)
    .where(and(eq(erasures.workspace, workspace), gt(erasures.startedAt, since)));
  return rows.some(({ scope }) => scope.addresses.includes(address.toLowerCase()));
}

/** Whose data: a person, or (`address` alone) a candidate who never wrote. */
export interface Subject {
  workspace: WorkspaceId;
  personId: PersonId | null;
  /** What an operator names; otherwise the person's verified addresses count. */
  address?: string;
  /** The operator answers for it: every resume of the candidate goes. Else only those that carry the person's verified address. */
  whole: boolean;
}

/**
 * Which candidates and resumes are the subject's. A resume is proven by the address in the file as it was read, never by a correction,
 * a phone number or `me`: anybody can write those into a file of their own, and would erase (or be given) what belongs to somebody
 * else. What came by a candidate's own messages and nobody else's goes too. A recruiter's address stands in resumes that they send: for
 * them only what they called their own is looked at.
 */
export async function scopeOf(store: Store, subject: Subject): Promise<ErasureScope> {
  const { workspace, personId, whole } = subject;
  const person = personId === null ? undefined : await getPerson(store, workspace, personId);
  const identities = personId === null ? [] : await identitiesOf(store, workspace, personId);
  const mail = distinct([
    ...identities.filter((one) => one.channel === 'email' && (one.verified || whole)).map((one) => one.address.toLowerCase()),
    subject.address?.toLowerCase() ?? '',
  ]);
  const { known, proven: provenIds } = await provenAmong(store, workspace, person, mail, whole);
  const alone = person?.role === 'candidate' ? await sentByNobodyElse(store, workspace, person.id) : [];
  const theirs = [
    ...known.filter((one) => provenIds.has(one.resumeId)),
    ...(await readingsOf(store, workspace, inArray(resumes.id, alone))),
  ];
  const scope = scopeFrom(theirs, person?.name);
  return {
    ...scope,
    addresses: distinct([
      ...identities.map((one) => one.address.toLowerCase()),
      ...mail,
      ...(await nobodyElses(store, workspace, scope.addresses, personId)),
    ]),
  };
}

/** Resumes that carry a verified address of the person's, whoever sent them. */
export async function provenResumes(store: Store, workspace: WorkspaceId, person: Person): Promise<ResumeId[]> {
  const identities = await identitiesOf(store, workspace, person.id);
  const mail = identities.filter((one) => one.channel === 'email' && one.verified).map((one) => one.address.toLowerCase());
  return [...(await provenAmong(store, workspace, person, mail, false)).proven];
}

/** `known`: all readings of the candidates that may be theirs; `proven`: those among their resumes that are. */
async function provenAmong(
  store: Store,
  workspace: WorkspaceId,
  person: Person | undefined,
  mail: readonly string[],
  whole: boolean,
): Promise<{ known: Reading[]; proven: Set<ResumeId> }> {
  const ids = person?.ownCandidateId === undefined ? [] : [person.ownCandidateId];
  if (person === undefined || person.role === 'candidate')
    for (const address of mail) ids.push(...(await candidatesByLookup(store, workspace, 'email', address)));
  const known = await readingsOf(store, workspace, inArray(resumes.candidateId, distinct(ids)));
  const proven = known.filter((one) => whole || mail.includes(one.data.basics.email?.toLowerCase() ?? ''));
  return { known, proven: new Set(proven.map((one) => one.resumeId)) };
}

type Reading = Awaited<ReturnType<typeof readingsOf>>[number];

function scopeFrom(readings: readonly Reading[], name: string | undefined): ErasureScope {
  const basics = readings.map((one) => one.data.basics);
  return {
    addresses: distinct(basics.map((one) => one.email?.toLowerCase() ?? '')),
    candidateIds: distinct(readings.map((one) => one.candidateId)),
    resumeIds: distinct(readings.map((one) => one.resumeId)),
    names: distinct([name, ...basics.map((one) => one.name)].map((one) => foldWords(one ?? ''))),
    phones: distinct(basics.map((one) => (one.phone ?? '').replace(/\D/g, ''))),
  };
}

/** Resumes of the person's verified messages whose bytes came by no other person's. */
async function sentByNobodyElse(store: Store, workspace: WorkspaceId, personId: PersonId): Promise<ResumeId[]> {
  const other = alias(attachments, 'other');
  const elsewhere = store.db
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.workspace, workspace), eq(other.resumeId, attachments.resumeId), ne(other.personId, personId)));
  const rows = await store.db
    .select({ resumeId: attachments.resumeId })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .where(
      and(
        eq(attachments.workspace, workspace),
        eq(submissions.personId, personId),
        eq(submissions.verified, true),
        notExists(elsewhere),
      ),
    );
  return distinct(rows.map((row) => row.resumeId ?? ''));
}

/** A recruiter's address in a resume that they sent is the recruiter's: what they write is not the candidate's. */
async function nobodyElses(
  store: Store,
  workspace: WorkspaceId,
  addresses: readonly string[],
  personId: PersonId | null,
): Promise<string[]> {
  const kept: string[] = [];
  for (const address of addresses) {
    const owner = await findByAddress(store, workspace, 'email', address);
    if (!owner || owner.person.id === personId) kept.push(address);
  }
  return kept;
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))];

/** As the parser read them, for everybody. */
async function readingsOf(store: Store, workspace: WorkspaceId, which: SQL) {
  return store.db
    .select({ resumeId: resumes.id, candidateId: resumes.candidateId, data: resumeVersions.data })
    .from(resumes)
    .innerJoin(
      resumeVersions,
      and(
        eq(resumeVersions.workspace, resumes.workspace),
        eq(resumeVersions.resumeId, resumes.id),
        eq(resumeVersions.origin, 'parser'),
      ),
    )
    .where(and(eq(resumes.workspace, workspace), which))
    .orderBy(asc(resumes.id));
}
