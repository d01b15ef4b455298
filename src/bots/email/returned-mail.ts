/** The mail that a report is about, as far as the report returns it: whole, or its header. */
import { type MailHeader, messageIdsOf, readHeader } from './mail-header.ts';
import type { MailPart } from './walk-parts.ts';

/** Message-IDs of the returned mails. */
export function quotedIds(parts: readonly MailPart[]): string[] {
  return [...new Set(returnedHeaders(parts).flatMap((returned) => messageIdsOf(returned, 'message-id')))];
}

const RETURNED = /^(?:message\/(?:rfc822|global|rfc822-headers|global-headers|partial)|text\/rfc822-headers?)$/;

export function returnedHeaders(parts: readonly MailPart[]): MailHeader[] {
  return parts.filter((part) => RETURNED.test(part.type)).map((part) => readHeader(part.bytes));
}
