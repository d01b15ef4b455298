/** Reads of what came in. A submission as a whole is its verified sender's and the admins'; a file also of whoever got its resume by it. */
import { and, asc, desc, eq, gt, inArray, or } from 'drizzle-orm';
import type { AttachmentId, SubmissionId, WorkspaceId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { eventHash } from './personal-columns.ts';
import { erasedEvents } from './schema/privacy.ts';
import { attachments, submissions } from './schema/submissions.ts';
import type { Store } from './store.ts';
import { ownSubmission, visibleAttachment } from './viewer-conditions.ts';

/** Every column; what was not said is null. */
export type SubmissionView = typeof submissions.$inferSelect;
export type AttachmentView = typeof attachments.$inferSelect;

/** Unknown and forbidden are both undefined. */
export async function getSubmission(store: Store, viewer: Viewer, idOrCode: string): Promise<SubmissionView | undefined> {
  const rows = await store.db
    .select()
    .from(submissions)
    .where(and(ownSubmission(viewer), or(eq(submissions.id, idOrCode), eq(submissions.code, idOrCode))))
    .limit(1);
  return rows[0];
}

/** Latest first. */
export async function recentSubmissions(store: Store, viewer: Viewer, limit: number): Promise<SubmissionView[]> {
  return store.db
    .select()
    .from(submissions)
    .where(ownSubmission(viewer))
    .orderBy(desc(submissions.receivedAt), desc(submissions.id))
    .limit(limit);
}

/** In their order within the message; those that the viewer may see. */
export async function attachmentsOf(store: Store, viewer: Viewer, submissionId: SubmissionId): Promise<AttachmentView[]> {
  const rows = await store.db
    .select({ attachment: attachments })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .where(and(visibleAttachment(store, viewer), eq(attachments.submissionId, submissionId)))
    .orderBy(asc(attachments.position), asc(attachments.id));
  return rows.map((row) => row.attachment);
}

/** Unknown and forbidden are both undefined. */
export async function getAttachment(store: Store, viewer: Viewer, id: AttachmentId): Promise<AttachmentView | undefined> {
  const rows = await store.db
    .select({ attachment: attachments })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .where(and(visibleAttachment(store, viewer), eq(attachments.id, id)))
    .limit(1);
  return rows[0]?.attachment;
}

const MOST_UNREAD = 1_000;

/**
 * Files that an update of the service may be able to read: a format that was not known, a page without text. Oldest first. Not the
 * members that never came out of their zip: of those there are no bytes.
 */
export async function unreadAttachments(
  store: Store,
  viewer: Viewer,
  options: { submissionId?: SubmissionId; after?: string; limit?: number } = {},
): Promise<(AttachmentView & { submissionCode: string })[]> {
  const rows = await store.db
    .select({ attachment: attachments, submissionCode: submissions.code })
    .from(attachments)
    .innerJoin(submissions, eq(submissions.id, attachments.submissionId))
    .where(
      and(
        visibleAttachment(store, viewer),
        options.submissionId === undefined ? undefined : eq(attachments.submissionId, options.submissionId),
        options.after === undefined ? undefined : gt(attachments.id, options.after),
        eq(attachments.state, 'failed'),
        gt(attachments.size, 0),
        inArray(attachments.errorCode, ['unsupported', 'no_text']),
      ),
    )
    .orderBy(asc(attachments.id))
    .limit(options.limit ?? MOST_UNREAD);
  return rows.map(({ attachment, submissionCode }) => ({ ...attachment, submissionCode }));
}

/** Whether the event was taken in before (rules S3, E7), also when it was erased since. For intake: the answer goes to nobody. */
export async function eventSeen(store: Store, workspace: WorkspaceId, channel: string, eventKey: string): Promise<boolean> {
  const kept = await submissionOfEvent(store, workspace, channel, eventKey);
  return kept !== undefined || wasErased(store, workspace, channel, eventKey);
}

/** Where an event is kept that was taken in; undefined for an erased one. For intake. */
export async function submissionOfEvent(
  store: Store,
  workspace: WorkspaceId,
  channel: string,
  eventKey: string,
): Promise<{ id: SubmissionId; location: string | null } | undefined> {
  const rows = await store.db
    .select({ id: submissions.id, location: submissions.location })
    .from(submissions)
    .where(and(eq(submissions.workspace, workspace), eq(submissions.channel, channel), eq(submissions.eventKey, eventKey)))
    .limit(1);
  return rows[0];
}

async function wasErased(store: Store, workspace: WorkspaceId, channel: string, eventKey: string): Promise<boolean> {
  const event = eventHash(store.keys.lookup, workspace, channel, eventKey);
  const rows = await store.db
    .select({ at: erasedEvents.at })
    .from(erasedEvents)
    .where(and(eq(erasedEvents.workspace, workspace), eq(erasedEvents.event, event)))
    .limit(1);
  return rows.length > 0;
}
