/** Bounces of servers that follow no standard (qmail, Exim, old Exchange and Postfix): believed only as far as they quote the header of a mail. */
import type { DeliveryReport } from '../../messages/channel.ts';
import { decodeText } from './decode-text.ts';
import { addressesOf, fromOf, normalAddress } from './mail-address.ts';
import type { MailHeader } from './mail-header.ts';
import { UNKNOWN_USER } from './outgoing-smtp-outcome.ts';
import { quotedIds } from './returned-mail.ts';
import type { MailPart } from './walk-parts.ts';

const LONGEST = 200_000;
const FAILED =
  /this is the (?:qmail-send program|mail system at host)|message (?:could not|cannot) be delivered|could not be delivered|wasn't able to deliver|undeliverable|delivery (?:has )?failed|did not reach the following recipient|permanent (?:fatal )?error|mail delivery failed|returning message to sender/i;
const DELAYED =
  /(?:delivery|message) (?:is|has been|was) delayed|delay reason|not yet been delivered|will (?:continue|keep) (?:to try|trying)|this is a warning/i;

/** A bounce by its envelope or sender, its words, and the Message-ID field that it quotes. Anything less is somebody's mail. */
export function readPlainBounce(
  header: MailHeader,
  parts: readonly MailPart[],
  { emptySender }: { emptySender: boolean },
): DeliveryReport | undefined {
  if (!emptySender && !/^(?:mailer-daemon|postmaster|mail-daemon)@/.test(fromOf(header).address)) return undefined;
  const text = parts
    .filter((part) => part.type === 'text/plain')
    .map((part) => decodeText(part.bytes, part.charset))
    .join('\n')
    .slice(0, LONGEST);
  const delayed = DELAYED.test(text);
  if (!delayed && !FAILED.test(text)) return undefined;
  const originals = [...new Set([...quotedIds(parts), ...idsIn(text)])];
  if (originals.length === 0) return undefined;
  const status = statusIn(text);
  return { kind: delayed ? 'delayed' : 'failed', status, recipients: recipientsIn(header, text), originals };
}

/** The field as a header has it, at the beginning of a line, also of a quoted one. A mail that only talks of an id quotes nothing. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/^[ \t>]{0,10}message-id:[ \t]*(?:\n[ \t]+)?(<[^<>\s]{1,900}>)/gim)]
    .map((match) => match[1] ?? '')
    .slice(0, 20);
}

/** Exim names them in a field; the others at the beginning of a line, with what went wrong behind. */
function recipientsIn(header: MailHeader, text: string): string[] {
  const lines = [...text.matchAll(/^[ \t]{0,10}<?([^\s<>@:]{1,64}@[^\s<>@:,]{1,255})>?(?:[ \t]*:|[ \t]*$|\s+on\b)/gm)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set([...addressesOf(header, 'x-failed-recipients'), ...lines.map(normalAddress)])].filter(Boolean).slice(0, 20);
}

function statusIn(text: string): string | undefined {
  const status = /(?:^|[\s#(])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1];
  if (status !== undefined) return status;
  return UNKNOWN_USER.test(text) || /no mailbox here by that name|user .{1,80} does not exist/i.test(text) ? '5.1.1' : undefined;
}
