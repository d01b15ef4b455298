/** Which parts of a mail are its text, and what that text is. Everything else is a file. */
import { decodeText, unflow } from './decode-text.ts';
import { htmlToPlain } from './html-to-plain.ts';
import type { MailPart } from './walk-parts.ts';

export interface MailBody {
  /** Plain text with `\n` line ends; quotations still in it. */
  text: string;
  /** All HTML of the body, to see which pictures it shows. */
  html: string;
  /** The parts that are no body. */
  files: MailPart[];
}

/** Other clothes of the same text (AMP, watch, rich text): neither the body nor a file. */
const OTHER_ALTERNATIVES = new Set([
  'text/x-amp-html',
  'text/watch-html',
  'text/enriched',
  'text/richtext',
  'text/vnd.google.email-reaction+json',
]);

/** Plain text where there is some, else the words of the HTML, in the order of the mail. */
export function chooseBody(parts: readonly MailPart[]): MailBody {
  const bodies = parts.filter((part) => isBody(part));
  const files = parts.filter((part) => !isBody(part) && !isOtherAlternative(part));
  const plain = bodies.filter((part) => part.type !== 'text/html');
  const texts = bodies.filter((part) => part.type !== 'text/html' || !hasPlainBefore(part, plain)).map(textOf);
  const html = bodies
    .filter((part) => part.type === 'text/html')
    .map((part) => decodeText(part.bytes, part.charset ?? metaCharset(part)));
  return { text: texts.filter((text) => text.trim() !== '').join('\n\n'), html: html.join('\n'), files };
}

/** Text without a name, not declared an attachment. A named one is a file that some programs show inline (rule E12). */
function isBody(part: MailPart): boolean {
  if (part.type !== 'text/plain' && part.type !== 'text/html') return false;
  if (part.disposition === 'attachment') return false;
  return part.fileName === undefined || part.path.length === 0;
}

function isOtherAlternative(part: MailPart): boolean {
  return OTHER_ALTERNATIVES.has(part.type) && part.fileName === undefined && part.disposition !== 'attachment';
}

/** In multipart/alternative the plain text comes before the HTML, beside it or beside the multipart that holds it. */
function hasPlainBefore(html: MailPart, plain: readonly MailPart[]): boolean {
  return plain.some((part) => {
    const level = part.path.length - 1;
    const isSibling = part.path.slice(0, level).every((number, index) => number === html.path[index]);
    return isSibling && level < html.path.length && (part.path[level] ?? 0) < (html.path[level] ?? 0) && part.bytes.length > 0;
  });
}

function textOf(part: MailPart): string {
  if (part.type === 'text/html') return htmlToPlain(decodeText(part.bytes, part.charset ?? metaCharset(part)));
  const text = decodeText(part.bytes, part.charset);
  return part.flowed ? unflow(text, part.delSp) : text;
}

/** HTML saved by old programs says its charset only inside itself. */
function metaCharset(part: MailPart): string | undefined {
  const head = Buffer.from(part.bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w:-]{2,30})/i.exec(head)?.[1];
}
