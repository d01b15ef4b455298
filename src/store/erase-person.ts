/** A person's own rows, and the resumes of others that only they brought. */
import { and, eq, exists, getTableColumns, inArray, isNull, ne, not, or } from 'drizzle-orm';
import type { PersonId, ResumeId } from '../domain/ids.ts';
import { columnNamed, TABLES } from './all-tables.ts';
import { takeApplicationTellings } from './erase-applications.ts';
import { takeApplications, takeResume } from './erase-resume.ts';
import { takeApplicationAccess, takeCorrections } from './erase-sent.ts';
import { type Slice, takeAttachments, takeMessages, takeRows, takeSubmissions, takeUnneededBytes } from './erase-slice.ts';
import { joinedTo } from './joins.ts';
import { applications } from './schema/applications.ts';
import { candidateAccess, resumes } from './schema/candidates.ts';
import { outbox } from './schema/delivery.ts';
import { digestItems, digests } from './schema/matches.ts';
import { cursors, identities, persons } from './schema/people.ts';
import { erasures } from './schema/privacy.ts';
import { attachments, blobs, submissions } from './schema/submissions.ts';

/** Resumes that came by this person and that nobody else sent or has access to; what others have stays theirs. */
export async function takeSentResumes(slice: Slice, personId: PersonId): Promise<boolean> {
  // In a slice of its own: who has a resume by it must not keep it from going.
  if (!(await takeApplicationAccess(slice, personId)) || slice.changes.length > 0) return false;
  const resumeId = await sentToNobodyElse(slice, personId);
  if (resumeId === undefined) return takeCorrections(slice, personId);
  await takeResume(slice, resumeId, personId);
  return false;
}

async function sentToNobodyElse({ store: { db }, workspace }: Slice, personId: PersonId): Promise<ResumeId | undefined> {
  const [person] = await db.select({ role: persons.role }).from(persons).where(eq(persons.id, personId));
  const sent = db
    .select({ id: attachments.resumeId })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .where(and(eq(attachments.workspace, workspace), eq(submissions.personId, personId)));
  const seen = db
    .select({ id: candidateAccess.resumeId })
    .from(candidateAccess)
    .where(and(eq(candidateAccess.workspace, workspace), eq(candidateAccess.personId, personId)));
  const others = db
    .select({ id: candidateAccess.personId })
    .from(candidateAccess)
    .innerJoin(persons, eq(persons.id, candidateAccess.personId))
    .leftJoin(submissions, eq(submissions.id, candidateAccess.submissionId))
    .where(
      and(
        eq(candidateAccess.workspace, workspace),
        eq(candidateAccess.resumeId, resumes.id),
        ne(candidateAccess.personId, personId),
        // Readers of the inbox have what a candidate sent by that candidate's mail alone: it goes with the mail.
        person?.role === 'candidate' ? or(isNull(submissions.personId), ne(submissions.personId, personId)) : undefined,
      ),
    );
  const elsewhere = db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.workspace, workspace), eq(attachments.resumeId, resumes.id), ne(attachments.personId, personId)));
  for (const theirs of [sent, seen]) {
    const [row] = await db
      .select({ id: resumes.id })
      .from(resumes)
      .where(and(eq(resumes.workspace, workspace), inArray(resumes.id, theirs), not(exists(others)), not(exists(elsewhere))))
      .limit(1);
    if (row) return row.id;
  }
  return undefined;
}

/** True when nothing of the person is left. Resumes that go must be gone: what was scored of them hangs on them. */
export async function takePerson(slice: Slice, personId: PersonId): Promise<boolean> {
  const { store, workspace } = slice;
  const messages = store.db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.workspace, workspace), eq(submissions.personId, personId)));
  const written = store.db
    .select({ id: digests.id })
    .from(digests)
    .where(and(eq(digests.workspace, workspace), eq(digests.personId, personId)));
  return (
    (await takeRows(slice, digestItems, inArray(digestItems.digestId, written))) &&
    (await takeApplicationTellings(slice, personId)) &&
    (await takeApplications(slice, and(eq(applications.workspace, workspace), eq(applications.personId, personId)))) &&
    (await takeMessages(slice, eq(outbox.personId, personId))) &&
    (await takeAttachments(slice, inArray(attachments.submissionId, messages))) &&
    (await takeSubmissions(slice, eq(submissions.personId, personId))) &&
    (await takeOwnBytes(slice, personId)) &&
    (await takeRows(slice, cursors, joinedTo(workspace, personId))) &&
    (await takeOther(slice, personId)) &&
    (await takeRows(slice, persons, and(eq(persons.workspace, workspace), eq(persons.id, personId))))
  );
}

/** Bytes that were made for the person, such as an export. */
async function takeOwnBytes(slice: Slice, personId: PersonId): Promise<boolean> {
  if (slice.left < 2) return false;
  const rows = await slice.store.db
    .select({ id: blobs.id })
    .from(blobs)
    .where(and(eq(blobs.workspace, slice.workspace), eq(blobs.personId, personId)))
    .limit(Math.floor(slice.left / 2));
  for (const { id } of rows) await takeUnneededBytes(slice, id);
  return rows.length === 0;
}

/** Have their own way above, or tell by themselves when they are over. */
const NOT_PLAIN: ReadonlySet<unknown> = new Set([digestItems, outbox, attachments, submissions, blobs, persons, erasures]);

/** Every other table that names people, also those that come after this was written. */
async function takeOther(slice: Slice, personId: PersonId): Promise<boolean> {
  for (const table of TABLES.values()) {
    const column = columnNamed(getTableColumns(table), 'personId');
    if (column && !NOT_PLAIN.has(table) && !(await takeRows(slice, table, eq(column, personId)))) return false;
  }
  return true;
}

/** From the first moment what comes from their addresses is from somebody new. */
export const takeIdentities = (slice: Slice, personId: PersonId): Promise<boolean> =>
  takeRows(slice, identities, and(eq(identities.workspace, slice.workspace), eq(identities.personId, personId)));
