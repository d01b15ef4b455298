/** Native reactions of mail programs (rule O11): RFC 9078 and Gmail. */
import { z } from 'zod';
import { decodeText } from './decode-text.ts';
import { isSingleEmoji } from './single-emoji.ts';
import type { MailPart } from './walk-parts.ts';

export interface MailReaction {
  /** The Message-ID reacted to. */
  target: string;
  emoji: string;
}

/** Gmail's documented part: any other version is a format nobody knows yet. */
const gmailReaction = z.object({ emoji: z.string(), version: z.literal(1) });
const GMAIL_TYPE = 'text/vnd.google.email-reaction+json';

/**
 * The reaction that a mail carries, or undefined: then the mail is an ordinary message, so that nothing said is lost.
 * Several emoji in one RFC 9078 part are a text too: the reader of replies knows what to do with them.
 */
export function readReaction(parts: readonly MailPart[], inReplyTo: readonly string[]): MailReaction | undefined {
  const target = inReplyTo.length === 1 ? inReplyTo[0] : undefined;
  if (target === undefined) return undefined;
  const gmail = parts.filter((part) => part.type === GMAIL_TYPE);
  const native = parts.filter((part) => part.disposition === 'reaction' && part.type === 'text/plain');
  const emoji = gmail.length === 1 ? gmailEmoji(gmail[0]) : native.length === 1 ? nativeEmoji(native[0]) : undefined;
  return emoji === undefined ? undefined : { target, emoji };
}

function gmailEmoji(part: MailPart | undefined): string | undefined {
  if (part === undefined || part.disposition === 'attachment') return undefined;
  const parsed = gmailReaction.safeParse(parseJson(decodeText(part.bytes, 'utf-8')));
  return parsed.success && isSingleEmoji(parsed.data.emoji) ? parsed.data.emoji : undefined;
}

function nativeEmoji(part: MailPart | undefined): string | undefined {
  const text = part === undefined ? '' : decodeText(part.bytes, part.charset).trim();
  return isSingleEmoji(text) ? text : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
