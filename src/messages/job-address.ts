/** A job's own mail address: `jobs+j4f7k2m9q@example.com` (F1.8). */

/** `inbox` is the address that mail to the service goes to, with or without a plus part. */
export function jobAddress(inbox: string, code: string): string {
  const at = inbox.lastIndexOf('@');
  return `${inbox.slice(0, at).replace(/\+.*$/, '')}+${code}${inbox.slice(at)}`;
}
