/** What our own mail server found out about the sender: `Authentication-Results` (RFC 8601). */
import { normalAddress } from './mail-address.ts';
import { type MailHeader, valuesOf } from './mail-header.ts';
import { domainOf } from './same-organisation.ts';

/**
 * True when our server says that DMARC passed for the domain of the From address. Only the topmost field of the mail is read, and only
 * when it is spelled as our server spells it: every line below it, and every id that is only like ours, may have come with the mail.
 */
export function dmarcPassed(header: MailHeader, from: string, authserv: string): boolean {
  const fields = valuesOf(header, 'authentication-results');
  const [top = ''] = fields;
  if (!isOurs(top, authserv)) return false;
  const verdicts = methodsOf(top).filter(isDmarc);
  const [verdict = ''] = verdicts;
  // Servers with one filter for DKIM and one for DMARC write two fields under one id; two verdicts of one kind are one too many.
  const others = fields.slice(1).filter((field) => isOurs(field, authserv) && methodsOf(field).some(isDmarc));
  if (verdicts.length !== 1 || others.length > 0) return false;
  return /^\s*dmarc(?:\s*\/\s*1)?\s*=\s*pass(?=\s|$)/.test(verdict) && headerFromOf(verdict) === domainOf(from);
}

/** The id to the letter, with version 1 or none. A comment before it, another case: a server writes its name the same way every time. */
function isOurs(value: string, authserv: string): boolean {
  if (!value.startsWith(authserv)) return false;
  return /^(?:\s+1)?\s*;/.test(value.slice(authserv.length));
}

const methodsOf = (value: string): string[] => withoutComments(value).split(';').slice(1);
const isDmarc = (method: string): boolean => /^\s*dmarc\b/i.test(method);

/** The one `header.from` of a method. */
function headerFromOf(method: string): string {
  const named = [...method.matchAll(/(?<=\s)header\.from\s*=\s*([^\s;]+)/gi)].map((match) => match[1] ?? '');
  const [only = ''] = named;
  return named.length === 1 ? domainOf(normalAddress(only.includes('@') ? only : `x@${only}`)) : '';
}

/** Comments and quoted strings may hold anything a stranger wrote, also `; dmarc=pass`: neither is read. */
function withoutComments(value: string): string {
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let out = '';
  for (const char of value.slice(0, 20_000)) {
    if (escaped) escaped = false;
    else if (char === '\\') escaped = true;
    else if (char === '"' && depth === 0) quoted = !quoted;
    else if (quoted) continue;
    else if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) out += char;
  }
  return out;
}
