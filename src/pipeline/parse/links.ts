/** Web addresses and profiles in the text and behind it. Only http, https; nothing is ever fetched. */
import type { ResumeProfile } from '../../domain/resume.ts';
import { decodeAddress } from './decode-address.ts';
import type { Line } from './line.ts';

export interface LinkFound {
  url: string;
  profile?: ResumeProfile;
  line?: Line;
}

const NETWORKS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)linkedin\.com$/, 'LinkedIn'],
  [/^github\.(?:com|io)$/, 'GitHub'],
  [/^gitlab\.com$/, 'GitLab'],
  [/^bitbucket\.org$/, 'Bitbucket'],
  [/(?:^|\.)xing\.com$/, 'XING'],
  [/^(?:twitter|x)\.com$/, 'X'],
  [/(?:^|\.)stackoverflow\.com$/, 'Stack Overflow'],
  [/(?:^|\.)behance\.net$/, 'Behance'],
  [/^dribbble\.com$/, 'Dribbble'],
  [/(?:^|\.)medium\.com$/, 'Medium'],
  [/^orcid\.org$/, 'ORCID'],
  [/(?:^|\.)kaggle\.com$/, 'Kaggle'],
  [/(?:^|\.)instagram\.com$/, 'Instagram'],
  [/(?:^|\.)facebook\.com$/, 'Facebook'],
  [/(?:^|\.)youtube\.com$/, 'YouTube'],
  [/^t\.me$/, 'Telegram'],
  [/(?:^|\.)researchgate\.net$/, 'ResearchGate'],
];
const IN_TEXT =
  /(?:https?:\/\/|www\.)[^\s|,;<>()]{3,200}|(?<![\w@.-])(?:[a-z0-9-]{2,40}\.){1,3}(?:com|org|net|io|dev|me|co|de|fr|es|it|nl|pl|uk|in|app|ai|tech|eu|info|biz|cn|jp|br|pt|at|ch)(?:\/[^\s|,;<>()]{0,160})?(?![\w@])/gi;

function asUrl(text: string): URL | undefined {
  const plain = text.replace(/[.,;:)\]]+$/, '');
  const url = URL.parse(/^https?:\/\//i.test(plain) ? plain : `https://${plain}`);
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url : undefined;
}

function profileOf(url: URL): ResumeProfile | undefined {
  const host = url.hostname.replace(/^www\./, '');
  const network = NETWORKS.find(([pattern]) => pattern.test(host))?.[1];
  if (!network) return undefined;
  const username = url.pathname.split('/').filter(Boolean).at(-1);
  return username ? { network, username: decodeAddress(username), url: url.href } : undefined;
}

function linkOf(text: string, line?: Line): LinkFound | undefined {
  const url = asUrl(text);
  return url ? { url: url.href.replace(/\/$/, ''), profile: profileOf(url), line } : undefined;
}

/** Addresses in the lines, then behind them, then those of the file that cover no text; each once. */
export function findLinks(lines: readonly Line[], loose: readonly string[]): LinkFound[] {
  const all: (LinkFound | undefined)[] = [];
  for (const line of lines) {
    for (const match of line.text.replace(/\S{1,64}@\S{1,64}/g, ' ').matchAll(IN_TEXT)) all.push(linkOf(match[0], line));
    for (const segment of line.segments) if (segment.link && /^https?:/i.test(segment.link)) all.push(linkOf(segment.link, line));
  }
  for (const link of loose) if (/^https?:/i.test(link)) all.push(linkOf(link));
  const seen = new Set<string>();
  return all
    .filter((l) => l !== undefined)
    .filter((l) => {
      const key = l.url.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '');
      return !seen.has(key) && seen.add(key);
    });
}
