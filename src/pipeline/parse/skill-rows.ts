/** Skills set as tags, grids and wrapped items: every keyword, or printed list of them, as a segment of its own. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line, Segment } from './line.ts';
import { mergeLines } from './merge-lines.ts';
import { leavesBracketOpen } from './wrap-cues.ts';

const LISTED = /[,，、;；|•·:：]/;
/** Words that a phrase never ends with; `van` and `in` may. */
const OPEN_END = /(?:\s(?:and|or|of|for|to|the|with|und|oder|für|von|et|de|des|du|pour|del|para|per|&)|[&/])$/u;

/** Tags in a row stand further apart than words; in a printed list the signs say where an item ends. */
function tagsOf(segment: Segment): Segment[] {
  const { pieces, ...plain } = segment;
  if (!pieces || LISTED.test(segment.text) || pieces.map((piece) => piece.text).join(' ') !== segment.text) return [segment];
  return pieces.filter((piece) => piece.text !== '').map((piece) => ({ ...plain, ...piece, styleBreaks: [] }));
}

const LONGEST_NAME = 4;
/** Share of a column's width. */
const AMPLE = 0.5;

/** The words as names of skills that the dictionary knows, each as long as possible; what it does not know stands alone. */
function namesIn(words: readonly string[], taxonomy: Taxonomy): { text: string; known: boolean }[] {
  const names: { text: string; known: boolean }[] = [];
  for (let at = 0; at < words.length; ) {
    const lengths = Array.from({ length: Math.min(LONGEST_NAME, words.length - at) }, (_, i) => i + 1).reverse();
    const length = lengths.find((n) => taxonomy.lookupSkill(words.slice(at, at + n).join(' ')) !== undefined);
    const last = names.at(-1);
    const text = words.slice(at, at + (length ?? 1)).join(' ');
    if (length === undefined && last && !last.known) last.text += ` ${text}`;
    else names.push({ text, known: length !== undefined });
    at += length ?? 1;
  }
  return names;
}

/** `Kubernetes Terraform AWS Helm`: three names or more in a row with nothing between, nearly all of them known. */
export function splitKnown(text: string, taxonomy: Taxonomy): string[] {
  const words = text.split(/\s+/);
  if (words.length < 3 || words.length > 24 || LISTED.test(text) || taxonomy.lookupSkill(text)) return [text];
  if (words.some((word) => /^\p{Ll}{1,3}$/u.test(word))) return [text];
  const names = namesIn(words, taxonomy);
  const known = names.filter((name) => name.known);
  const covered = known.reduce((n, name) => n + name.text.split(' ').length, 0);
  return known.length >= 3 && covered >= 0.75 * words.length ? names.map((name) => name.text) : [text];
}

const withSegments = (line: Line, segments: Segment[]): Line => ({
  ...line,
  segments,
  text: segments.map((s) => s.text).join(line.flow ? '  ' : '   '),
});

/** Every line with its tags apart. */
export function partTags(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const segments = line.flow ? line.segments : line.segments.flatMap(tagsOf);
    return segments.length === line.segments.length ? line : withSegments(line, segments);
  });
}

interface Band {
  x: number;
  right: number;
  rows: { line: Line; segment: Segment }[];
}

/** Columns that no segment reaches across, from left to right. */
function bandsOf(lines: readonly Line[]): Band[] {
  const all = lines.flatMap((line) => line.segments.map((segment) => ({ line, segment })));
  const bands: Band[] = [];
  for (const row of all.sort((a, b) => a.segment.x - b.segment.x)) {
    const last = bands.at(-1);
    if (last && row.segment.x < last.right + 1) {
      last.rows.push(row);
      last.right = Math.max(last.right, row.segment.right);
    } else bands.push({ x: row.segment.x, right: row.segment.right, rows: [row] });
  }
  return bands;
}

/** A line of its own for each segment of a column, with its distance to the one above. */
function linesOfBand(band: Band): Line[] {
  const rows = band.rows.sort((a, b) => a.segment.y - b.segment.y);
  return rows.map(({ line, segment }, i) => {
    const above = rows[i - 1]?.segment;
    const gap = above ? (segment.y - above.y) / Math.max(1, segment.size) : line.gap;
    const { text, x, right, size, bold, italic, bullet } = segment;
    return { ...line, segments: [segment], gap, text, x, right, size, bold, italic, bullet, edge: band.right };
  });
}

/** Groups side by side, each with its name above its keywords, are read one after the other. */
function columnwise(lines: readonly Line[]): Line[] {
  const bands = bandsOf(lines);
  const multiple = lines.filter((line) => line.segments.length > 1).length;
  const listed = lines.some((line) => line.flow || line.segments.some((s) => s.cell !== undefined || LISTED.test(s.text)));
  if (listed || multiple < 2 || bands.length < 2 || bands.some((band) => band.rows.length < 2)) return [...lines];
  return bands.flatMap(linesOfBand);
}

/** Lines of one column of one page, in order. */
function stretches(lines: readonly Line[]): Line[][] {
  const all: Line[][] = [];
  for (const line of lines) {
    const last = all.at(-1);
    if (last && last[0]?.lane === line.lane && last[0].page === line.page) last.push(line);
    else all.push([line]);
  }
  return all;
}

const alike = (a: Segment, b: Segment): boolean =>
  a.bold === b.bold && a.italic === b.italic && Math.abs(a.size - b.size) < 0.3 && a.color === b.color;

/** The second line of a keyword is nearer to the first than the next keyword is, or lacks the bullet that keywords have. */
function wraps(line: Line, above: Line, lines: readonly Line[]): boolean {
  const [own, ...more] = line.segments;
  const [first, ...others] = above.segments;
  if (!own || !first || more.length > 0 || others.length > 0 || own.bullet || line.flow || !alike(own, first)) return false;
  if (line.gap > 2 || LISTED.test(above.text) || LISTED.test(line.text)) return false;
  if (OPEN_END.test(above.text) || leavesBracketOpen(above.text)) return true;
  const near = Math.abs(own.x - first.x) < 3 || Math.abs(own.right - first.right) < 3;
  // One bullet before many lines belongs to all of them.
  const bulleted = lines.filter((one) => one.bullet).length;
  if (first.bullet) return near && line.gap < 1.6 && bulleted >= Math.max(2, 0.4 * lines.length);
  const items = lines.filter((one) => one.segments[0] && alike(one.segments[0], own) && one !== line);
  const loose = items.filter((one) => one.gap > line.gap * 1.2 + 0.1).length;
  if (!near || line.gap >= 1.6 || !filled(first, own, lines)) return false;
  const small = items.filter((one) => /^\p{Ll}/u.test(one.text)).length;
  // Where keywords begin with capitals, a small letter goes on.
  const goesOn = /^\p{Ll}/u.test(own.text) && small <= 0.35 * items.length;
  return (goesOn && !hadAmpleRoom(above, own)) || loose >= Math.max(2, 0.5 * items.length);
}

/** The first word of `next` would have made `item` wider than its column, whichever edge it is aligned to. */
function filled(item: Segment, next: Segment, lines: readonly Line[]): boolean {
  const width = Math.max(...lines.map((one) => one.right)) - Math.min(...lines.map((one) => one.x));
  const perChar = (item.right - item.x) / Math.max(1, item.text.length);
  const word = next.text.split(/\s/)[0]?.length ?? 0;
  return item.right - item.x + perChar * (word + 1) > width;
}

/** So much of the column was left that nobody breaks a line there: a short list beside nothing. */
function hadAmpleRoom(above: Line, next: Segment): boolean {
  const perChar = (above.right - above.x) / Math.max(1, above.text.length);
  const word = next.text.split(/\s/)[0]?.length ?? 0;
  return above.right + perChar * (word + 1) < above.x + AMPLE * (above.edge - above.x);
}

/** No page lists more keywords; comparing all lines with each other must not take long (rule P6). */
const MOST_ITEMS = 300;

function joinItems(lines: readonly Line[], lexicon: Lexicon): Line[] {
  if (lines.length > MOST_ITEMS) return [...lines];
  const joined: Line[] = [];
  const columns = Map.groupBy(lines, (line) => line.edge);
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const last = joined.at(-1);
    if (above && last && wraps(line, above, columns.get(line.edge) ?? lines))
      joined[joined.length - 1] = mergeLines(last, line, lexicon);
    else joined.push(line);
  });
  return joined;
}

/** Columns one after the other, wrapped keywords whole. */
export function arrangeSkills(lines: readonly Line[], lexicon: Lexicon): Line[] {
  return stretches(lines).flatMap((stretch) => joinItems(columnwise(stretch), lexicon));
}
