/** The files of a mail, also of the mails forwarded in it (rule E12). */
import type { IncomingAttachment } from '../../messages/channel.ts';
import { chooseBody, type MailBody } from './choose-body.ts';
import { readWinmail } from './read-winmail.ts';
import { sealedRemark, sealedText } from './sealed-part.ts';
import { DEEPEST_PART, type MailPart, MOST_PARTS, walkParts } from './walk-parts.ts';

/** Below this a forwarded mail without files says "see below" and is no pasted resume. */
const SHORTEST_PASTED_RESUME = 400;
const LONGEST_NAME = 150;

/** Extensions for parts without a name; the bytes decide what a file is (rule P5), this is only what people read. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/msword': '.doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/rtf': '.rtf',
  'application/zip': '.zip',
  'text/rtf': '.rtf',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/tiff': '.tif',
};

export interface CollectedFiles {
  attachments: IncomingAttachment[];
  remarks: string[];
}

interface OpenMail {
  body: MailBody;
  depth: number;
  /** MIME levels used up by the mails around it: the cap of depth counts through them. */
  levels: number;
}

/**
 * Files in the order of the mail; those of a forwarded mail come after it, with a depth. A queue and not a recursion: the bytes of a mail are let go
 * before the mails inside it are opened, so twenty levels do not hold twenty copies.
 */
export async function collectFiles(body: MailBody, options: { openMails: boolean }): Promise<CollectedFiles> {
  const sealed = sealedText(body.text);
  const collected: CollectedFiles = { attachments: [], remarks: sealed === undefined ? [] : [sealed] };
  const queue: OpenMail[] = [{ body, depth: 0, levels: 0 }];
  let parts = 0;
  for (let open = queue.shift(); open !== undefined; open = queue.shift()) {
    for (const file of open.body.files.flatMap(unwrapWinmail)) {
      parts++;
      if (!options.openMails && isReportPart(file)) continue;
      const sealed = sealedRemark(file);
      if (sealed !== undefined) {
        collected.remarks.push(sealed);
        continue;
      }
      if (!isMail(file)) collected.attachments.push(toAttachment(file, open, collected.attachments.length + 1));
      else {
        const inner = await openMail(file, open, MOST_PARTS - parts, collected);
        if (inner !== undefined) queue.push(inner);
      }
    }
  }
  return collected;
}

async function openMail(
  file: MailPart,
  outer: OpenMail,
  partsLeft: number,
  collected: CollectedFiles,
): Promise<OpenMail | undefined> {
  const levels = outer.levels + Math.max(1, file.path.length);
  if (levels >= DEEPEST_PART || partsLeft <= 0) {
    collected.remarks.push(
      partsLeft <= 0 ? `Only the first ${MOST_PARTS} parts were read.` : 'A mail was nested too deep and was left out.',
    );
    return undefined;
  }
  const walked = await walkParts(file.bytes, partsLeft);
  collected.remarks.push(...walked.remarks);
  const body = chooseBody(walked.parts);
  const depth = outer.depth + 1;
  const pasted = pastedText(body, walked.subject ?? file.fileName, depth);
  if (pasted !== undefined) collected.attachments.push(pasted);
  return { body, depth, levels };
}

/** A forwarded mail without files may itself be the resume: its text becomes one. */
function pastedText(body: MailBody, subject: string | undefined, depth: number): IncomingAttachment | undefined {
  const hasFiles = body.files.some((file) => !file.type.startsWith('image/'));
  if (hasFiles || body.text.length < SHORTEST_PASTED_RESUME) return undefined;
  const name = `${cleanFileName(subject ?? '') || 'forwarded mail'}.txt`;
  return {
    name,
    type: 'text/plain',
    inline: true,
    embedded: false,
    depth,
    content: { bytes: new TextEncoder().encode(body.text) },
  };
}

/** Of a delivery report only what somebody attached counts; the rest is a quotation for machines. */
function isReportPart(part: MailPart): boolean {
  return part.type.startsWith('message/') || part.type === 'text/rfc822-headers';
}

/** The files inside of a winmail.dat stand in its place; one that cannot be read stays what it is. */
function unwrapWinmail(part: MailPart): MailPart[] {
  if (!/^application\/(?:vnd\.)?ms-tnef$/.test(part.type) && part.fileName?.toLowerCase() !== 'winmail.dat') return [part];
  const files = readWinmail(part.bytes);
  const inside = { ...part, type: 'application/octet-stream', disposition: 'attachment', cid: undefined };
  return files === undefined ? [part] : files.map(({ name, bytes }) => ({ ...inside, fileName: name || undefined, bytes }));
}

function isMail(part: MailPart): boolean {
  return part.type === 'message/rfc822' || part.type === 'message/global' || /\.eml$/i.test(part.fileName ?? '');
}

function toAttachment(file: MailPart, open: OpenMail, number: number): IncomingAttachment {
  const name = cleanFileName(file.fileName ?? '') || `attachment-${number}${EXTENSIONS[file.type] ?? ''}`;
  const inline = file.disposition === 'inline' || (file.disposition === undefined && file.cid !== undefined);
  return {
    name,
    type: file.type,
    inline,
    embedded: isEmbedded(file, open.body.html),
    depth: open.depth,
    content: { bytes: file.bytes },
  };
}

/** A picture that the HTML shows. A PDF with a Content-ID is a file all the same: Apple Mail gives every attachment one. */
function isEmbedded(file: MailPart, html: string): boolean {
  if (!file.type.startsWith('image/') || file.cid === undefined) return false;
  return html.includes(`cid:${file.cid}`) || (file.related && file.disposition !== 'attachment');
}

/** A label (rule P5): the last step of a path, without control characters and those that turn the direction of writing. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean.length <= LONGEST_NAME) return clean;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, LONGEST_NAME - extension.length) + extension;
}
