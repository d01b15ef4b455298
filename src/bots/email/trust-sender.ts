/** Whether the From address may be believed (rule E10). */
import { type FromAddress, normalAddress } from './mail-address.ts';
import { type MailHeader, valuesOf } from './mail-header.ts';

/**
 * `local`: the listener is reached by trusted programs only. `{ authserv }`: our own mail server wrote Authentication-Results under that id.
 * `verify`: nobody vouches; until a verifier is wired, nobody is believed.
 */
export type MailTrust = 'local' | 'verify' | { authserv: string };

/** True when the sender is who From says. A double or garbled From never is. */
export function isVerifiedSender(header: MailHeader, from: FromAddress, trust: MailTrust): boolean {
  if (!from.wellFormed) return false;
  if (trust === 'local') return true;
  if (trust === 'verify') return false;
  return dmarcPassed(header, from, trust.authserv);
}

/** Only the topmost result of our server counts: everything below may have come with the mail. */
function dmarcPassed(header: MailHeader, from: FromAddress, authserv: string): boolean {
  const result = valuesOf(header, 'authentication-results').find((value) => authservOf(value) === authserv.toLowerCase());
  if (result === undefined) return false;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return withoutComments(result)
    .split(';')
    .slice(1)
    .some((method) => /^\s*dmarc\s*=\s*pass\b/i.test(method) && headerFromOf(method) === domain);
}

function authservOf(value: string): string {
  return (withoutComments(value).split(';')[0] ?? '').trim().split(/\s/)[0]?.toLowerCase() ?? '';
}

function headerFromOf(method: string): string {
  const named = /\bheader\.from\s*=\s*([^\s;]+)/i.exec(method)?.[1] ?? '';
  const address = normalAddress(named.includes('@') ? named : `x@${named}`);
  return address.slice(address.lastIndexOf('@') + 1);
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
