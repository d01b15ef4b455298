/** A zip becomes attachments of its own, one level deep (rule P2): a member's bytes go to the blob store before the commit that names them. */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { newId } from '../../domain/ids.ts';
import type { ReadError } from '../../domain/read-error.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { Store } from '../../store/store.ts';
import type { StepResult } from '../../tasks/queue.ts';
import type { ResumeReader, Unpacked } from './resume-reader.ts';
import { wakeAnswer } from './wake-answer.ts';

interface Parent {
  id: string;
  submissionId: string;
  personId: string;
  parentId: string | null;
  name: string;
  position: number;
}
interface Envelope {
  id: string;
  workspace: string;
  automatic: string | null;
}

export async function unpackAttachment(
  options: { store: Store; reader: ResumeReader; clock: Clock },
  parent: Parent,
  submission: Envelope,
  bytes: Uint8Array,
): Promise<StepResult> {
  if (parent.parentId !== null) return failed(parent, submission, nested(parent.name));
  const unpacked = await options.reader.unpack(bytes);
  if ('error' in unpacked) return failed(parent, submission, unpacked.error);
  if (unpacked.members.length === 0) return failed(parent, submission, emptyZip(parent.name, unpacked));
  return membersFound(options, parent, submission, unpacked);
}

async function membersFound(
  options: { store: Store; clock: Clock },
  parent: Parent,
  submission: Envelope,
  unpacked: Unpacked,
): Promise<StepResult> {
  const { store, clock } = options;
  const { workspace } = submission;
  const changes: Change[] = [{ kind: 'attachmentRead', workspace, attachmentId: parent.id, state: 'unpacked', format: 'zip' }];
  const tasks: NewTask[] = [];
  for (const [index, member] of unpacked.members.entries()) {
    const id = newId(clock);
    const blobId = await store.blobs.put(workspace, member.bytes);
    const size = member.bytes.byteLength;
    changes.push({ kind: 'blobStored', workspace, blobId, size, personId: parent.personId, createdAt: clock.now().getTime() });
    changes.push({
      kind: 'attachmentReceived',
      workspace,
      attachment: {
        id,
        submissionId: parent.submissionId,
        personId: parent.personId,
        parentId: parent.id,
        name: `${parent.name}!${member.path}`,
        type: 'application/octet-stream',
        size,
        blobId,
        state: 'waiting',
        // Intake leaves room for the members between this attachment and the next one.
        position: parent.position + index + 1,
      },
    });
    tasks.push({ id: `read:${id}`, workspace, step: 'readAttachment', payload: { attachmentId: id } });
  }
  return { changes, tasks: [...tasks, ...wakeAnswer(submission)], messages: [] };
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
const emptyZip = (name: string, unpacked: Unpacked): ReadError => ({
  code: 'empty',
  message:
    unpacked.skipped.length > 0
      ? `${name}: no file in it could be taken out (${unpacked.skipped[0]?.reason ?? ''}).`
      : `${name} holds no files.`,
  fix: 'Send the resumes as PDF or DOCX, or a zip that holds them.',
});
