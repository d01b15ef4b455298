/** Rule P8: only http, https and mailto links survive, whatever a posting or a resume brought. */

/** The address as a URL parser writes it (spaces and quotes percent-encoded), or undefined when it must not be a link. */
export function safeLink(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2000 || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol === 'mailto:') return parsed.href;
  const isWeb = parsed.protocol === 'http:' || parsed.protocol === 'https:';
  // `https://bank.example@evil.example` reads like another place than it leads to.
  return isWeb && parsed.username === '' && parsed.password === '' ? parsed.href : undefined;
}
