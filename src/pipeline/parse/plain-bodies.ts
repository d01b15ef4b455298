/** Sentences below the head of an entry that carry no bullets: the style that several lines an entry share is that of its text. */
import type { Item } from './entry-items.ts';
import { hadNoRoom } from './wrap-cues.ts';

/** An entry has one title, one place; a style with more lines an entry than this is text. */
const LINES_AN_ENTRY = 1.5;
const SHARE = 0.8;

const styleOf = ({ line }: Item): string =>
  [Math.round(line.size * 2), line.bold, line.italic, line.color ?? '', Math.round(line.x / 4)].join('/');

const hasText = (item: Item): boolean => item.segments.some((s) => s !== item.date?.segment && s.text.length > 2);

/** Whether the heads have two parts an entry without the lines of `style`. */
function headsRemain(items: readonly Item[], anchors: readonly number[], style: string): boolean {
  const own = anchors.map((at) => items[at]).filter((item) => item !== undefined);
  if (own.some((item) => hasText(item) && styleOf(item) === style)) return false;
  const parts = own.reduce((n, item) => n + (hasText(item) ? (/[,|·–@]/.test(item.line.text.slice(0, -1)) ? 2 : 1) : 0), 0);
  const heads = items.filter((item) => item.kind === 'head' && styleOf(item) !== style);
  // `**Nurse** at **Hilltop Clinic**`: two parts, as the change of weight says.
  const others = heads.reduce((n, item) => n + (item.segments.some((s) => s.styleBreaks.length > 0) ? 2 : 1), 0);
  return parts + others >= 2 * SHARE * anchors.length;
}

const isSentence = ({ segments }: Item): boolean => /[.!?。]$/u.test(segments.map((s) => s.text).join(' '));
/** Letters of a title. */
const MAX_TITLE = 60;

/**
 * Lines right below the dated ones that are titles, though they look like the text below them: none of them is a sentence, and that text
 * is sentences.
 */
function titlesAmong(items: readonly Item[], anchors: readonly number[], isOwn: (item: Item) => boolean): ReadonlySet<Item> {
  const firsts = anchors.flatMap((at) => items[at + 1] ?? []).filter(isOwn);
  const titles = firsts.filter((item) => !isSentence(item) && item.line.text.length <= MAX_TITLE);
  if (firsts.length < SHARE * anchors.length || titles.length < firsts.length) return new Set();
  const rest = items.filter((item, i) => isOwn(item) && !titles.includes(item) && !goesOnBelow(items[i + 1], isOwn));
  return rest.length > 0 && rest.filter(isSentence).length >= SHARE * rest.length ? new Set(titles) : new Set();
}

/** The next line is of the same text, whose end says whether it is a sentence. */
const goesOnBelow = (next: Item | undefined, isOwn: (item: Item) => boolean): boolean =>
  next !== undefined && (next.kind === 'wrap' || (isOwn(next) && /^\p{Ll}/u.test(next.line.text)));

/** Items as they are, or with plain lines made the text of their entries. */
export function readPlainBodies(items: readonly Item[]): Item[] {
  const anchors = items.flatMap((item, i) => (item.kind === 'dated' ? [i] : []));
  const bodies = items.filter((item) => item.kind === 'bullet').length;
  if (anchors.length < 2 || bodies > 0.5 * anchors.length || items.some((item) => item.line.flow)) return [...items];
  const counts = new Map<string, number>();
  for (const item of items) {
    const plain = item.kind === 'head' || item.kind === 'text';
    if (plain && !item.line.bold && item.segments.length === 1) counts.set(styleOf(item), (counts.get(styleOf(item)) ?? 0) + 1);
  }
  const [style, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (style === undefined || count === undefined || count < LINES_AN_ENTRY * anchors.length) return [...items];
  if (!headsRemain(items, anchors, style)) return [...items];
  const first = anchors[0] ?? 0;
  const titles = titlesAmong(items, anchors, (item) => (item.kind === 'head' || item.kind === 'text') && styleOf(item) === style);
  return items.map((item, i): Item => {
    if (i < first || titles.has(item) || (item.kind !== 'head' && item.kind !== 'text') || styleOf(item) !== style) return item;
    const above = items[i - 1];
    const wraps = above && styleOf(above) === style && hadNoRoom(above.line, item.line) && item.line.gap < 1.5;
    return { ...item, kind: wraps ? 'wrap' : 'bullet' };
  });
}
