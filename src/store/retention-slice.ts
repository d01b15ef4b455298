/**
 * What is older than is kept (rule A9). A candidate is in use as long as a resume of theirs comes in (from anybody), somebody reacts to a
 * match of theirs or corrects what was read, or their owner writes. Everything else goes by its own age: messages both ways, digests,
 * reactions; and people of whom nothing is left but their address.
 */
import { and, eq, exists, inArray, isNotNull, isNull, lt, ne, not, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { AnyTable } from '#dialect';
import { NO_SCOPE } from '../domain/erasure.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import { takePerson } from './erase-person.ts';
import { takePosted } from './erase-postings.ts';
import { takeResume } from './erase-resume.ts';
import {
  createSlice,
  type Slice,
  takeAttachments,
  takeBytes,
  takeMessages,
  takeRow,
  takeRows,
  takeSubmissions,
  takeUnneededBytes,
} from './erase-slice.ts';
import { takeOldRows } from './retention-rows.ts';
import { postingSelections } from './schema/applications.ts';
import { candidateAccess, candidates, resumes, resumeVersions } from './schema/candidates.ts';
import { outbox } from './schema/delivery.ts';
import { digestItems, digests, feedback, matches } from './schema/matches.ts';
import { persons } from './schema/people.ts';
import { attachments, blobs, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';

/** A slice that took nothing means that nothing is left. `before`: milliseconds. */
export async function nextRetentionSlice(store: Store, workspace: WorkspaceId, before: number): Promise<Slice> {
  const slice = createSlice(store, workspace);
  const at = store.clock.now().getTime();
  const old = (table: typeof feedback | typeof digests | typeof outbox) =>
    and(eq(table.workspace, workspace), lt(table.createdAt, before));
  const oldDigests = store.db.select({ id: digests.id }).from(digests).where(old(digests));
  void (
    (await takeUnusedCandidate(slice, before)) &&
    (await takeMessages(slice, old(outbox))) &&
    (await takeRows(slice, digestItems, inArray(digestItems.digestId, oldDigests))) &&
    (await takeRows(slice, digests, old(digests))) &&
    (await takeRows(slice, feedback, old(feedback))) &&
    (await takeOldRows(slice, before)) &&
    (await takeOldMessages(slice, before)) &&
    (await takeSilentPerson(slice, before)) &&
    (await takeLooseBytes(slice, at))
  );
  return slice;
}

const some = (store: Store, table: AnyTable, where: SQL | undefined) => store.db.select({ one: sql`1` }).from(table).where(where);

/** One of them, resume by resume. */
async function takeUnusedCandidate(slice: Slice, before: number): Promise<boolean> {
  const { store, workspace } = slice;
  const since = (column: typeof candidateAccess.at | typeof resumes.createdAt | typeof feedback.createdAt) =>
    sql`${column} >= ${before}`;
  const theirs = store.db
    .select({ id: matches.id })
    .from(matches)
    .innerJoin(resumes, and(eq(resumes.workspace, matches.workspace), eq(resumes.id, matches.resumeId)))
    .where(and(eq(resumes.candidateId, candidates.id), eq(matches.id, feedback.matchId)));
  const owners = store.db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.ownCandidateId, candidates.id), eq(persons.id, submissions.personId)));
  const inUse = [
    some(store, resumes, and(eq(resumes.workspace, workspace), eq(resumes.candidateId, candidates.id), since(resumes.createdAt))),
    some(
      store,
      candidateAccess,
      and(eq(candidateAccess.workspace, workspace), eq(candidateAccess.candidateId, candidates.id), since(candidateAccess.at)),
    ),
    some(
      store,
      resumeVersions,
      and(
        eq(resumeVersions.workspace, workspace),
        eq(resumeVersions.candidateId, candidates.id),
        eq(resumeVersions.origin, 'correction'),
        sql`${resumeVersions.createdAt} >= ${before}`,
      ),
    ),
    some(store, feedback, and(since(feedback.createdAt), exists(theirs))),
    some(store, submissions, and(sql`${submissions.receivedAt} >= ${before}`, exists(owners))),
  ];
  const [unused] = await store.db
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(eq(candidates.workspace, workspace), lt(candidates.createdAt, before), ...inUse.map((use) => notExists(use))))
    .limit(1);
  if (!unused) return true;
  const [resume] = await store.db
    .select({ id: resumes.id })
    .from(resumes)
    .where(and(eq(resumes.workspace, workspace), eq(resumes.candidateId, unused.id)))
    .limit(1);
  if (resume) await takeResume(slice, resume.id, null);
  else takeRow(slice, candidates, { id: unused.id });
  return false;
}

/** Messages whose resume is in use stay as envelopes: they say through whom somebody has it. Their words and raw bytes go. */
async function takeOldMessages(slice: Slice, before: number): Promise<boolean> {
  const { store, workspace } = slice;
  const old = and(eq(submissions.workspace, workspace), lt(submissions.receivedAt, before));
  const carries = store.db
    .select({ one: sql`1` })
    .from(attachments)
    .innerJoin(resumes, and(eq(resumes.workspace, attachments.workspace), eq(resumes.id, attachments.resumeId)))
    .where(eq(attachments.submissionId, submissions.id));
  const gone = and(old, notExists(carries));
  const ids = store.db.select({ id: submissions.id }).from(submissions).where(gone);
  if (!(await takeAttachments(slice, inArray(attachments.submissionId, ids)))) return false;
  if (!(await takeSubmissions(slice, gone))) return false;
  const { id, rawBlobId, subject, text } = submissions;
  // Messages of chats have words alone.
  const found = await store.db
    .select({ id, rawBlobId, subject, text })
    .from(submissions)
    .where(and(old, or(isNotNull(rawBlobId), isNotNull(subject), ne(text, ''))))
    .limit(20);
  // A codec that seals the same text differently each time must not make this endless.
  const kept = found.filter((row) => row.rawBlobId !== null || row.subject !== null || row.text !== '');
  for (const { id, rawBlobId } of kept) {
    slice.changes.push({ kind: 'submissionRedacted', workspace, submissionId: id });
    slice.left -= 1;
    if (rawBlobId !== null) await takeUnneededBytes(slice, rawBlobId);
  }
  return kept.length === 0;
}

/** Nobody with a role: that was given by somebody. Nobody who has anything left, or gets a digest of something. */
async function takeSilentPerson(slice: Slice, before: number): Promise<boolean> {
  const { store, workspace } = slice;
  const has = (table: typeof submissions | typeof outbox | typeof candidateAccess | typeof feedback | typeof postingSelections) =>
    some(store, table, and(eq(table.workspace, workspace), eq(table.personId, persons.id)));
  const [silent] = await store.db
    .select({ id: persons.id })
    .from(persons)
    .where(
      and(
        eq(persons.workspace, workspace),
        eq(persons.role, 'candidate'),
        lt(persons.createdAt, before),
        isNull(persons.ownCandidateId),
        ...[submissions, outbox, candidateAccess, feedback, postingSelections].map((table) => notExists(has(table))),
      ),
    )
    .limit(1);
  if (silent && (await takePosted(slice, silent.id, NO_SCOPE))) await takePerson(slice, silent.id);
  return silent === undefined;
}

const LOOSE_BYTES_KEPT_MS = 7 * 86_400_000;

/** Bytes with a row that no message names: exports, once they have left. */
async function takeLooseBytes(slice: Slice, now: number): Promise<boolean> {
  const { store, workspace } = slice;
  const named = [
    some(store, attachments, and(eq(attachments.workspace, workspace), eq(attachments.blobId, blobs.id))),
    some(store, submissions, and(eq(submissions.workspace, workspace), eq(submissions.rawBlobId, blobs.id))),
    some(store, resumes, and(eq(resumes.workspace, workspace), eq(resumes.blobId, blobs.id))),
  ];
  const rows = await store.db
    .select({ id: blobs.id })
    .from(blobs)
    .where(
      and(
        eq(blobs.workspace, workspace),
        lt(blobs.createdAt, now - LOOSE_BYTES_KEPT_MS),
        ...named.map((name) => not(exists(name))),
      ),
    )
    .limit(50);
  for (const { id } of rows) takeBytes(slice, id);
  return rows.length === 0;
}
