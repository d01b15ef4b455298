/** One resume goes, whoever sent it: what was read and scored of it, the files and messages that carried it, and at the end its candidate. */
import { and, eq, inArray, ne, notInArray, or, type SQL } from 'drizzle-orm';
import { RetryLater } from '../domain/errors.ts';
import { fullNameOf } from '../domain/full-name.ts';
import type { CandidateId, PersonId, ResumeId } from '../domain/ids.ts';
import { type Slice, takeAttachments, takeBytes, taken, takeRow, takeRows, takeUnneededBytes } from './erase-slice.ts';
import { lookupHash } from './personal-columns.ts';
import { applicationNotices, applications } from './schema/applications.ts';
import { candidateAccess, candidateLookups, candidates, resumes, resumeVersions, termMentions } from './schema/candidates.ts';
import { corrections } from './schema/corrections.ts';
import { outboxMatches, tasks } from './schema/delivery.ts';
import { digestItems, feedback, matches } from './schema/matches.ts';
import { modelAnswers } from './schema/models.ts';
import { resumeOffers } from './schema/offers.ts';
import { persons } from './schema/people.ts';
import { attachments, submissions } from './schema/submissions.ts';

/**
 * Puts what fits into the slice; true when nothing of the resume is left. `sender`: whose own messages are left alone here, because they
 * go as a whole (or, with retention, in their own time).
 */
export async function takeResume(slice: Slice, resumeId: ResumeId, sender: PersonId | null): Promise<boolean> {
  const { store, workspace } = slice;
  const [resume] = await store.db
    .select({ id: resumes.id, blobId: resumes.blobId, candidateId: resumes.candidateId })
    .from(resumes)
    .where(and(eq(resumes.workspace, workspace), eq(resumes.id, resumeId)))
    .limit(1);
  if (!resume) return true;
  const of = <
    T extends
      | typeof resumeVersions
      | typeof termMentions
      | typeof candidateAccess
      | typeof matches
      | typeof corrections
      | typeof modelAnswers
      | typeof resumeOffers,
  >(
    table: T,
  ) => and(eq(table.workspace, workspace), eq(table.resumeId, resumeId));
  const scored = store.db.select({ id: matches.id }).from(matches).where(of(matches));
  return (
    (await takeRows(slice, feedback, inArray(feedback.matchId, scored))) &&
    (await takeRows(slice, outboxMatches, inArray(outboxMatches.matchId, scored))) &&
    (await takeRows(slice, digestItems, inArray(digestItems.matchId, scored))) &&
    (await takeRows(slice, matches, of(matches))) &&
    (await takeApplications(slice, and(eq(applications.workspace, workspace), eq(applications.resumeId, resumeId)))) &&
    (await takeCarriers(slice, resume, sender)) &&
    (await takeRows(slice, termMentions, of(termMentions))) &&
    (await takeRows(slice, candidateAccess, of(candidateAccess))) &&
    (await takeRows(slice, corrections, of(corrections))) &&
    (await takeRows(slice, modelAnswers, of(modelAnswers))) &&
    (await takeRows(slice, resumeOffers, of(resumeOffers))) &&
    (await takeRows(slice, resumeVersions, of(resumeVersions))) &&
    (await takeHead(slice, resume))
  );
}

/** Applications and who was told of them, whoever sent them. */
export async function takeApplications(slice: Slice, which: SQL | undefined): Promise<boolean> {
  const ids = slice.store.db.select({ id: applications.id }).from(applications).where(which);
  return (
    (await takeRows(slice, applicationNotices, inArray(applicationNotices.applicationId, ids))) &&
    (await takeRows(slice, applications, which))
  );
}

/** The row itself, its bytes, and what of its candidate nothing else holds up. */
async function takeHead(slice: Slice, resume: { id: ResumeId; blobId: string; candidateId: CandidateId }): Promise<boolean> {
  if (slice.left < 20) return false;
  takeRow(slice, resumes, { workspace: slice.workspace, id: resume.id });
  await takeUnneededBytes(slice, resume.blobId);
  await takeCandidate(slice, resume.candidateId);
  return true;
}

/** Or only what nothing but the resumes of this slice was known by. */
async function takeCandidate(slice: Slice, candidateId: CandidateId): Promise<void> {
  const { store, workspace } = slice;
  const others = await store.db
    .select({ data: resumeVersions.data })
    .from(resumes)
    .innerJoin(resumeVersions, and(eq(resumeVersions.workspace, resumes.workspace), eq(resumeVersions.resumeId, resumes.id)))
    .where(
      and(eq(resumes.workspace, workspace), eq(resumes.candidateId, candidateId), notInArray(resumes.id, taken(slice, resumes))),
    );
  const theirs = and(eq(candidateLookups.workspace, workspace), eq(candidateLookups.candidateId, candidateId));
  if (others.length > 0) {
    const { lookup } = store.keys;
    const kept = others.flatMap(({ data: { basics } }) => [
      ...(basics.email ? [lookupHash(lookup, workspace, 'email', basics.email)] : []),
      ...(basics.phone ? [lookupHash(lookup, workspace, 'phone', basics.phone)] : []),
      ...(fullNameOf(basics.name) ? [lookupHash(lookup, workspace, 'name', fullNameOf(basics.name)?.key ?? '')] : []),
    ]);
    await takeRows(slice, candidateLookups, and(theirs, notInArray(candidateLookups.hash, ['', ...kept])));
    return;
  }
  await takeRows(slice, candidateLookups, theirs);
  const owners = await store.db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(persons.workspace, workspace), eq(persons.ownCandidateId, candidateId)));
  for (const { id } of owners) slice.changes.push({ kind: 'ownCandidateSet', workspace, personId: id, candidateId: null });
  takeRow(slice, candidates, { id: candidateId });
}

const UNPACKING_MS = 1_000;

/** The files with those bytes in anybody's messages, and what held them: the zip, the message as it came, the words beside it. */
async function takeCarriers(slice: Slice, resume: { id: ResumeId; blobId: string }, sender: PersonId | null): Promise<boolean> {
  if (slice.left < 20) return false;
  const { store, workspace } = slice;
  const carries = and(
    eq(attachments.workspace, workspace),
    or(eq(attachments.resumeId, resume.id), eq(attachments.blobId, resume.blobId)),
  );
  const [carrier] = await store.db
    .select({ submissionId: attachments.submissionId })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .where(and(carries, sender === null ? undefined : ne(submissions.personId, sender)))
    .limit(1);
  if (!carrier) return true;
  await takeFromMessage(slice, carrier.submissionId, carries);
  // The next one when this one is committed: what a slice has taken is still there to be read.
  return false;
}

async function takeFromMessage(slice: Slice, submissionId: string, carries: ReturnType<typeof and>): Promise<void> {
  const { store, workspace } = slice;
  const inMessage = eq(attachments.submissionId, submissionId);
  const files = await store.db
    .select({ id: attachments.id, parentId: attachments.parentId })
    .from(attachments)
    .where(and(inMessage, carries));
  for (const zip of await zipsOf(slice, files)) {
    takeBytes(slice, zip.blobId);
    slice.changes.push({ kind: 'attachmentRenamed', workspace, attachmentId: zip.id, name: 'erased.zip' });
  }
  const [message] = await store.db
    .select({ rawBlobId: submissions.rawBlobId })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  if (message?.rawBlobId) takeBytes(slice, message.rawBlobId);
  slice.changes.push({ kind: 'submissionRedacted', workspace, submissionId });
  slice.left -= 1;
  const ids = files.map((file) => file.id);
  const others = await store.db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(inMessage, eq(attachments.state, 'resume'), notInArray(attachments.id, ids)))
    .limit(1);
  // With nobody else's resume in it, what lies beside is about the same person: a letter, a certificate. The resume last: it leads here.
  const beside = and(inMessage, notInArray(attachments.id, ids));
  if (others.length > 0 || (await takeAttachments(slice, beside))) await takeAttachments(slice, inArray(attachments.id, ids));
}

/** Throws RetryLater while one of them is still being unpacked: the other people's files in it come first. */
async function zipsOf(slice: Slice, files: readonly { parentId: string | null }[]) {
  const parents = files.flatMap((file) => (file.parentId === null ? [] : [file.parentId]));
  if (parents.length === 0) return [];
  const zips = await slice.store.db
    .select({ id: attachments.id, blobId: attachments.blobId, state: attachments.state })
    .from(attachments)
    .where(inArray(attachments.id, parents));
  const waiting = zips.filter((zip) => zip.state === 'waiting').map((zip) => zip.id);
  const working = await slice.store.db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.step, 'readAttachment'), ne(tasks.state, 'dead'), eq(tasks.workspace, slice.workspace)));
  if (waiting.some((id) => working.some((task) => task.id.startsWith(`read:${id}`))))
    throw new RetryLater('a zip is still being unpacked', { afterMs: UNPACKING_MS, countsAsAttempt: false });
  return zips;
}
