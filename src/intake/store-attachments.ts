/** Puts the bytes of a message into the blob store (before the commit that names them) and builds the rows of its attachments. */
import type { Change } from '../domain/changes.ts';
import { NOT_FETCHED, newId } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import type { IncomingAttachment, IncomingMessage } from '../messages/channel.ts';
import type { Store } from '../store/store.ts';
import type { Route } from './route-message.ts';

export interface AttachmentsReceived {
  changes: Change[];
  tasks: NewTask[];
  rawBlobId?: string;
}

interface Part {
  name: string;
  type: string;
  content: IncomingAttachment['content'];
  read: boolean;
}

const POSITIONS_EACH = 10_000;

/** A blob without a row is swept after a day; a row without a blob cannot be: so the bytes come first. */
export async function receiveAttachments(
  store: Store,
  options: { workspace: string; submissionId: string; personId: string; message: IncomingMessage; route: Route },
): Promise<AttachmentsReceived> {
  const { workspace, submissionId, personId, message, route } = options;
  const createdAt = store.clock.now().getTime();
  const received: AttachmentsReceived = { changes: [], tasks: [] };
  const keep = async (bytes: Uint8Array) => {
    const blobId = await store.blobs.put(workspace, bytes);
    received.changes.push({ kind: 'blobStored', workspace, blobId, size: bytes.byteLength, personId, createdAt });
    return blobId;
  };
  if (message.raw) received.rawBlobId = await keep(message.raw);
  for (const [index, part] of partsOf(message, route).entries()) {
    const id = newId(store.clock);
    const { content } = part;
    const kept =
      'bytes' in content
        ? { blobId: await keep(content.bytes), size: content.bytes.byteLength }
        : { blobId: NOT_FETCHED, size: 0, ref: content.ref };
    received.changes.push({
      kind: 'attachmentReceived',
      workspace,
      attachment: {
        id,
        submissionId,
        personId,
        name: part.name,
        type: part.type,
        ...kept,
        state: part.read ? 'waiting' : 'ignored',
        // Room for the members of a zip (2,000 at most, rule P2) before the next attachment.
        position: index * POSITIONS_EACH,
      },
    });
    if (part.read) received.tasks.push(nextTask(workspace, id, content));
  }
  return received;
}

const nextTask = (workspace: string, attachmentId: string, content: Part['content']): NewTask =>
  'bytes' in content
    ? { id: `read:${attachmentId}`, workspace, step: 'readAttachment', payload: { attachmentId } }
    : fetchTask(workspace, attachmentId);

export const fetchTask = (workspace: string, attachmentId: string): NewTask => ({
  id: `fetch:${attachmentId}`,
  workspace,
  step: 'fetchAttachment',
  payload: { attachmentId },
});

function partsOf(message: IncomingMessage, route: Route): Part[] {
  const wanted = new Set(route.read);
  const files = message.attachments.map(({ name, type, content }, index) => ({ name, type, content, read: wanted.has(index) }));
  return route.pasted
    ? [
        ...files,
        { name: 'message.txt', type: 'text/plain', content: { bytes: new TextEncoder().encode(message.text) }, read: true },
      ]
    : files;
}
