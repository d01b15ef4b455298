/** Puts the bytes of a message into the blob store (before the commit that names them) and builds the rows of its attachments. */
import type { Change } from '../domain/changes.ts';
import { newId } from '../domain/ids.ts';
import type { NewTask } from '../domain/steps.ts';
import type { IncomingMessage } from '../messages/channel.ts';
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
  bytes: Uint8Array;
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
    const blobId = await keep(part.bytes);
    received.changes.push({
      kind: 'attachmentReceived',
      workspace,
      attachment: {
        id,
        submissionId,
        personId,
        name: part.name,
        type: part.type,
        size: part.bytes.byteLength,
        blobId,
        state: part.read ? 'waiting' : 'ignored',
        // Room for the members of a zip (2,000 at most, rule P2) before the next attachment.
        position: index * POSITIONS_EACH,
      },
    });
    if (part.read) received.tasks.push({ id: `read:${id}`, workspace, step: 'readAttachment', payload: { attachmentId: id } });
  }
  return received;
}

function partsOf(message: IncomingMessage, route: Route): Part[] {
  const wanted = new Set(route.read);
  const files = message.attachments.flatMap((attachment, index) =>
    'bytes' in attachment.content
      ? [{ name: attachment.name, type: attachment.type, bytes: attachment.content.bytes, read: wanted.has(index) }]
      : [],
  );
  return route.pasted
    ? [...files, { name: 'message.txt', type: 'text/plain', bytes: new TextEncoder().encode(message.text), read: true }]
    : files;
}
