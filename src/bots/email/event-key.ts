/** One mail, one key (rule E7). */
import { createHash } from 'node:crypto';
import { type MailHeader, messageIdsOf, valuesOf } from './mail-header.ts';

const LINE_FEED = 10;

/**
 * `mail:<id>:<hash>`; without a Message-ID `mail::<hash>`. The hash is over From, Date, Subject and the bytes of the body, not over the whole file:
 * the same mail that came by two routes (or was moved) differs in its trace fields (Received, Delivered-To) and nothing else.
 * The same id with another body has another key: both are kept.
 */
export function mailEventKey(header: MailHeader, raw: Uint8Array): string {
  const hash = createHash('sha256');
  for (const name of ['from', 'date', 'subject']) {
    const value = valuesOf(header, name).join('\n');
    hash.update(`${name}:${value.length}:${value}\n`);
  }
  hash.update(raw.subarray(header.bodyOffset));
  // SMTP ends every mail with a line break, a mailbox need not have one.
  if (raw.at(-1) !== LINE_FEED) hash.update('\r\n');
  const id = messageIdsOf(header, 'message-id')[0] ?? '';
  return `mail:${id}:${hash.digest('hex').slice(0, 32)}`;
}
