/**
 * Whether a message holds a resume, found out before anything of it is kept: in a place that people share, what is no resume must leave no
 * trace. Removing it afterwards was rejected: rows, their person, blobs and the pages of the write-ahead log would all have held it. The
 * price is that a resume in a shared mailbox is read twice.
 */
import { dateOf } from '../domain/clock.ts';
import type { IncomingMessage } from '../messages/channel.ts';
import type { ResumeReader } from '../pipeline/ingest/resume-reader.ts';
import type { Route } from './route-message.ts';
import { nameSaysResume, saysResume } from './says-resume.ts';

export type FileJudge = Pick<ResumeReader, 'read' | 'unpack' | 'isZip'>;

interface File {
  name: string;
  bytes: Uint8Array;
}

/** Of one message; what comes after them is not looked at. */
const MOST_FILES = 20;
/** Smaller pictures are signs and signatures, unless their name says otherwise. */
const SCAN_FROM_BYTES = 30_000;

export async function holdsResume(judge: FileJudge, message: IncomingMessage, route: Route, now: Date): Promise<boolean> {
  const announced = message.automatic === undefined && (saysResume(message.subject) || saysResume(message.text));
  const files = await filesOf(judge, message, route);
  for (const file of files.slice(0, MOST_FILES)) {
    const outcome = await judge.read(file.bytes, file.name, { asOf: dateOf(now) });
    if (outcome.ok) return true;
    if (outcome.error.code === 'not_a_resume' || message.automatic !== undefined) continue;
    // Nobody can say what is in it: the words around it decide.
    if (nameSaysResume(file.name) || (announced && !isSmallPicture(message, file))) return true;
  }
  return false;
}

async function filesOf(judge: FileJudge, message: IncomingMessage, route: Route): Promise<File[]> {
  if (route.pasted) return [{ name: 'message.txt', bytes: new TextEncoder().encode(message.text) }];
  const files = route.read.flatMap((index) => {
    const attachment = message.attachments[index];
    return attachment && 'bytes' in attachment.content ? [{ name: attachment.name, bytes: attachment.content.bytes }] : [];
  });
  const opened = await Promise.all(files.slice(0, MOST_FILES).map((file) => membersOf(judge, file)));
  return opened.flat();
}

/** A zip that cannot be opened stands for itself. */
async function membersOf(judge: FileJudge, file: File): Promise<File[]> {
  if (!judge.isZip(file.bytes)) return [file];
  const unpacked = await judge.unpack(file.bytes, { from: 0, count: MOST_FILES });
  if ('error' in unpacked) return [file];
  return unpacked.files.flatMap((member) =>
    'bytes' in member ? [{ name: `${file.name}/${member.path}`, bytes: member.bytes }] : [],
  );
}

function isSmallPicture(message: IncomingMessage, file: File): boolean {
  const declared = message.attachments.find((attachment) => attachment.name === file.name)?.type ?? '';
  return (
    (/^image\//i.test(declared) || /\.(?:png|jpe?g|gif|bmp|webp|tiff?)$/i.test(file.name)) &&
    file.bytes.byteLength < SCAN_FROM_BYTES
  );
}
