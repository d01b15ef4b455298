/** Bounces, delays and complaints about mails of ours (rule O7): RFC 3464, RFC 5965, and what older servers write in plain words. */
import type { DeliveryReport } from '../../messages/channel.ts';
import { normalAddress } from './mail-address.ts';
import { type MailHeader, messageIdsOf, readHeader, valuesOf } from './mail-header.ts';
import { readPlainBounce } from './read-plain-bounce.ts';
import { quotedIds, returnedHeaders } from './returned-mail.ts';
import type { MailPart } from './walk-parts.ts';

const MOST_RECIPIENTS = 20;

/** What the mail reports, or undefined for everything else. `emptySender`: its envelope says that nobody is to answer. */
export function readDeliveryReport(
  header: MailHeader,
  parts: readonly MailPart[],
  options: { emptySender: boolean },
): DeliveryReport | undefined {
  const type = valuesOf(header, 'content-type')[0]?.toLowerCase() ?? '';
  if (/^multipart\/report\b/.test(type)) {
    const status = parts.find((part) => /^message\/(?:global-)?delivery-status$/.test(part.type));
    const feedback = parts.find((part) => part.type === 'message/feedback-report');
    if (status) return readStatus(header, status, parts);
    if (feedback) return readComplaint(feedback, parts);
  }
  return readPlainBounce(header, parts, options);
}

/** RFC 3464: a group of fields for the message, then one for each recipient. */
function readStatus(header: MailHeader, status: MailPart, parts: readonly MailPart[]): DeliveryReport | undefined {
  const [, ...groups] = groupsOf(status.bytes);
  const said = groups.map((group) => ({ group, kind: kindOf(group) }));
  for (const kind of ['failed', 'delayed', 'delivered'] as const) {
    const about = said.filter((one) => one.kind === kind).map((one) => one.group);
    if (about.length === 0) continue;
    return {
      kind,
      status: about.map(statusOf).find(Boolean),
      recipients: recipientsOf(
        about.flatMap((group) => [...valuesOf(group, 'original-recipient'), ...valuesOf(group, 'final-recipient')]),
      ),
      originals: originalsOf(header, parts),
    };
  }
  return undefined;
}

function kindOf(group: MailHeader): DeliveryReport['kind'] | undefined {
  const action = valuesOf(group, 'action')[0]
    ?.toLowerCase()
    .replace(/[^a-z].*$/, '');
  if (action === 'failed' || action === 'delayed' || action === 'delivered') return action;
  // Handed on to somebody who reports nothing: more is never known.
  return action === 'relayed' || action === 'expanded' ? 'delivered' : undefined;
}

/** The status; some servers say it only in the words of the other side. */
function statusOf(group: MailHeader): string | undefined {
  const values = [...valuesOf(group, 'status'), ...valuesOf(group, 'diagnostic-code')];
  return values.map((value) => /(?:^|[\s;(#-])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(value)?.[1]).find(Boolean);
}

/** RFC 5965. `not-spam` takes a complaint back that we never heard of. */
function readComplaint(feedback: MailPart, parts: readonly MailPart[]): DeliveryReport | undefined {
  const fields = readHeader(feedback.bytes);
  const type = valuesOf(fields, 'feedback-type')[0]?.toLowerCase().trim();
  if (type === undefined || type === 'not-spam' || type === 'auth-failure') return undefined;
  const recipients = recipientsOf([
    ...valuesOf(fields, 'original-rcpt-to'),
    ...returnedHeaders(parts).flatMap((returned) => valuesOf(returned, 'to')),
  ]);
  return { kind: 'complaint', recipients, originals: quotedIds(parts) };
}

/** `rfc822; ilse@example.org`, `<ilse@example.org>`: addresses in their normal form. */
function recipientsOf(values: readonly string[]): string[] {
  const plain = values.map((value) => /<([^<>\s]+)>/.exec(value)?.[1] ?? value.replace(/^[\w-]{1,20}\s*;\s*/, ''));
  return [...new Set(plain.map(normalAddress).filter(Boolean))].slice(0, MOST_RECIPIENTS);
}

/** The Message-ID of the mail that came back; where it was not returned, the one that the report says it answers. */
function originalsOf(header: MailHeader, parts: readonly MailPart[]): string[] {
  const quoted = quotedIds(parts);
  return quoted.length > 0
    ? quoted
    : [...messageIdsOf(header, 'in-reply-to'), ...messageIdsOf(header, 'references')].slice(0, 20);
}

/** Groups of fields with empty lines between them. */
function groupsOf(bytes: Uint8Array): MailHeader[] {
  const text = Buffer.from(bytes.subarray(0, 200_000)).toString('utf8').replace(/\r\n?/g, '\n').trim();
  return text.split(/\n[ \t]*\n\s*/).map((group) => readHeader(Buffer.from(group)));
}
