/** Web addresses and profiles in the text and behind it. Only http, https; nothing is ever fetched. */
import type { LinkPlace } from '../../domain/document.ts';
import type { ResumeProfile } from '../../domain/resume.ts';
import { decodeAddress } from './decode-address.ts';
import type { Line } from './line.ts';
import type { Section } from './sections.ts';

export interface LinkFound {
  url: string;
  profile?: ResumeProfile;
  line: Line;
  /** Of a link that covers no text. */
  box?: LinkPlace['box'];
}

/** A link behind an icon, with the line that stands nearest to it. */
interface LinkBeside extends LinkPlace {
  line: Line;
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

function linkOf(text: string, line: Line, box?: LinkPlace['box']): LinkFound | undefined {
  const url = asUrl(text);
  return url ? { url: url.href.replace(/\/$/, ''), profile: profileOf(url), line, ...(box && { box }) } : undefined;
}

/** From the middle of the rectangle to the line, the way down counting more: icons stand in rows. */
function distance({ box: [left, top, right, bottom] }: LinkPlace, line: Line): number {
  const middle = (left + right) / 2;
  const across = middle < line.x ? line.x - middle : Math.max(0, middle - line.right);
  return Math.abs((top + bottom) / 2 - (line.y - line.size / 3)) + across / 10;
}

/** Links that cover no text and stand nearest to one of the lines; an icon beside a project is of the project. */
export function linksBeside(near: readonly Line[], sections: readonly Section[], loose: readonly LinkPlace[]): LinkBeside[] {
  if (loose.length === 0) return [];
  const all = sections.flatMap((section) => [...(section.headingLine ? [section.headingLine] : []), ...section.lines]);
  const own = new Set(near);
  for (const { kinds, headingLine, lines } of sections)
    if (headingLine && (kinds[0] === 'contact' || kinds[0] === 'profiles' || (lines[0] && own.has(lines[0]))))
      own.add(headingLine);
  return loose.slice(0, MOST_LOOSE).flatMap((place) => {
    const [line] = all.filter((one) => one.page === place.page).sort((a, b) => distance(place, a) - distance(place, b));
    return line && own.has(line) ? [{ ...place, line }] : [];
  });
}
/** Nobody has more icons. */
const MOST_LOOSE = 30;

const withoutMail = (text: string): string => (text.includes('@') ? text.replace(/\S{1,64}@\S{1,64}/g, ' ') : text);

/** Addresses in the lines, then behind them, then behind icons; each once. */
export function findLinks(lines: readonly Line[], beside: readonly LinkBeside[]): LinkFound[] {
  const all: (LinkFound | undefined)[] = [];
  for (const line of lines) {
    for (const match of withoutMail(line.text).matchAll(IN_TEXT)) all.push(linkOf(match[0], line));
    for (const segment of line.segments) if (segment.link && /^https?:/i.test(segment.link)) all.push(linkOf(segment.link, line));
  }
  for (const { link, line, box } of beside) if (/^https?:/i.test(link)) all.push(linkOf(link, line, box));
  const seen = new Set<string>();
  return all
    .filter((l) => l !== undefined)
    .filter((l) => {
      const key = l.url.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '');
      return !seen.has(key) && seen.add(key);
    });
}
