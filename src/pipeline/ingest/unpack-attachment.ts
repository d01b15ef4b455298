/** A zip becomes attachments of its own, one level deep (rule P2): a member's bytes go to the blob store before the commit that names them. */
import type { AttachmentRow, Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import type { ReadError } from '../../domain/read-error.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { Store } from '../../store/store.ts';
import type { StepResult } from '../../tasks/queue.ts';
import type { ZipPage, ZippedFile } from '../extract/unpack-zip.ts';
import type { ResumeReader } from './resume-reader.ts';
import { wakeAnswer } from './wake-answer.ts';

interface Parent {
  id: string;
  submissionId: string;
  personId: string;
  parentId: string | null;
  name: string;
  position: number;
  blobId: string;
}
interface Envelope {
  id: string;
  workspace: string;
  automatic: string | null;
}

/** Each member makes four rows; no transaction holds more than 200 (rule R1), so a large zip is taken in by pages. */
const MEMBERS_A_PAGE = 45;

/** `from` is the number of members taken in by earlier runs of the step. */
export async function unpackAttachment(
  options: { store: Store; reader: ResumeReader; clock: Clock },
  parent: Parent,
  submission: Envelope,
  bytes: Uint8Array,
  from: number,
): Promise<StepResult> {
  if (parent.parentId !== null) return failed(parent, submission, nested(parent.name));
  const unpacked = await options.reader.unpack(bytes, { from, count: MEMBERS_A_PAGE });
  if ('error' in unpacked) return failed(parent, submission, unpacked.error);
  return membersFound(options, parent, submission, unpacked, from);
}

async function membersFound(
  options: { store: Store; clock: Clock },
  parent: Parent,
  submission: Envelope,
  { files, more }: ZipPage,
  from: number,
): Promise<StepResult> {
  const { workspace } = submission;
  const changes: Change[] = [];
  const tasks: NewTask[] = [];
  for (const [offset, member] of files.entries()) {
    const attachment = await memberAttachment(options.store, workspace, parent, member, from + offset);
    const { blobId, size } = attachment;
    if ('bytes' in member) {
      const createdAt = options.clock.now().getTime();
      changes.push({ kind: 'blobStored', workspace, blobId, size, personId: parent.personId, createdAt });
      tasks.push({ id: `read:${attachment.id}`, workspace, step: 'readAttachment', payload: { attachmentId: attachment.id } });
    }
    changes.push({ kind: 'attachmentReceived', workspace, attachment });
    if ('reason' in member) {
      changes.push({ kind: 'attachmentRead', workspace, attachmentId: attachment.id, state: 'failed', error: member.reason });
    }
  }
  if (more) {
    const next = from + files.length;
    // The zip itself stays `waiting`, so that the answer waits for the rest of it.
    const payload = { attachmentId: parent.id, from: next };
    return {
      changes,
      tasks: [...tasks, { id: `read:${parent.id}:${next}`, workspace, step: 'readAttachment', payload }],
      messages: [],
    };
  }
  changes.push({ kind: 'attachmentRead', workspace, attachmentId: parent.id, state: 'unpacked', format: 'zip' });
  return { changes, tasks: [...tasks, ...wakeAnswer(submission)], messages: [] };
}

/** The id follows from the zip and the place in it: a step that runs twice finds its own rows. */
async function memberAttachment(
  store: Store,
  workspace: string,
  parent: Parent,
  member: ZippedFile,
  index: number,
): Promise<AttachmentRow> {
  const bytes = 'bytes' in member ? member.bytes : undefined;
  return {
    id: `${parent.id}.${index}`,
    submissionId: parent.submissionId,
    personId: parent.personId,
    parentId: parent.id,
    name: `${parent.name}!${member.path}`,
    type: 'application/octet-stream',
    size: bytes?.byteLength ?? 0,
    blobId: bytes ? await store.blobs.put(workspace, bytes) : parent.blobId,
    state: 'waiting',
    // Intake leaves room for the members between this attachment and the next one.
    position: parent.position + index + 1,
  };
}

function failed(parent: Parent, submission: Envelope, error: ReadError): StepResult {
  return {
    changes: [
      { kind: 'attachmentRead', workspace: submission.workspace, attachmentId: parent.id, state: 'failed', format: 'zip', error },
    ],
    tasks: wakeAnswer(submission),
    messages: [],
  };
}

const nested = (name: string): ReadError => ({
  code: 'unsupported',
  message: `${name} is a zip inside a zip.`,
  fix: 'Put the resumes into one zip, or send them as they are.',
});
