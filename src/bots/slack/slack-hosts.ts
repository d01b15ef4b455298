/** Which addresses are Slack's: nobody else is given a token, a file or an answer (rule S7). */

/** `apiUrl` is another root of the API, whose host then counts as well. */
export function isSlackAddress(url: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined && url.origin === new URL(apiUrl).origin) return true;
  return url.protocol === 'https:' && url.port === '' && /(?:^|\.)slack\.com$/.test(url.hostname);
}
