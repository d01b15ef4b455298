/** A part of mailauth that comes without types. Its version is exact, and the tests of alignment fail when it moves. */
declare module 'mailauth/lib/tools.js' {
  /** Relaxed alignment: the entry with the same organisational domain (public suffix list), or false. */
  export function getAlignment(fromDomain: string, domains: readonly string[]): { domain: string } | false;
}
