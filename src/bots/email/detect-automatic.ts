/** Which mails no person wrote just now, by their header (rule E9): they are taken in, and never answered. */
import { isOurs } from './mail-address.ts';
import { type MailHeader, valuesOf } from './mail-header.ts';

export interface AutomaticContext {
  ourAddresses: readonly string[];
  /** The From address. */
  sender: string;
  /** MAIL FROM of the envelope where it is known; `''` is the null sender of bounces. */
  envelopeFrom?: string;
}

/** What makes the mail automatic, such as `Auto-Submitted: auto-replied`, or undefined for a person's. */
export function automaticReason(header: MailHeader, context: AutomaticContext): string | undefined {
  if (context.envelopeFrom === '') return 'empty envelope sender';
  if (isOurs(context.sender, context.ourAddresses)) return 'from our own address';
  for (const { name, value } of header.lines) {
    if (isAutomatic(name, value.toLowerCase())) return `${name}: ${value.slice(0, 60)}`;
  }
  return undefined;
}

function isAutomatic(name: string, value: string): boolean {
  switch (name) {
    case 'auto-submitted':
      // `no` may carry a comment or parameters (RFC 3834, section 5.2).
      return !/^no(?![\w-])/.test(value);
    case 'return-path':
      return /^<\s*>$/.test(value);
    case 'precedence':
      return /^(?:bulk|list|junk|auto_reply)\b/.test(value);
    case 'x-auto-response-suppress':
      // MS-OXCMAIL 2.1.3.2.20: `None` suppresses nothing.
      return value !== 'none';
    case 'x-apple-action':
      // Not in the rule's list: iCloud's vacation answers carry nothing else.
      return value === 'vacation';
    case 'x-autoreply':
    case 'x-autorespond':
      return value !== 'no';
    case 'content-type':
      return /^multipart\/report\b/.test(value);
    default:
      return name.startsWith('list-');
  }
}

/** The null sender of bounces (RFC 5321, section 4.5.5), by the envelope or by the trace that the last server left of it. */
export function hasEmptySender(header: MailHeader, envelope: { from?: string } | undefined): boolean {
  return envelope?.from === '' || /^<\s*>$/.test(valuesOf(header, 'return-path')[0] ?? '');
}

/** True for delivery reports, read receipts and complaints: the mails inside are quotations, not post. */
export function isReport(header: MailHeader): boolean {
  return valuesOf(header, 'content-type').some((value) => /^multipart\/report\b/i.test(value));
}
