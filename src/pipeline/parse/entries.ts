/** Groups the lines of a dated section into entries: dates anchor them, style and counts say which lines above belong to which date. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { joinWrapped } from './clean-text.ts';
import type { DateSpan } from './date-range.ts';
import { type Item, readItems } from './entry-items.ts';
import { isDegreeWithField } from './field-cues.ts';
import { isGrade, isGradeNumber } from './grades.ts';
import { type HeaderLine, headerLine, type SplitHabits } from './header-atoms.ts';
import type { Lexicon } from './lexicon.ts';
import { BLOCK_START_GAP, type Line } from './line.ts';
import { hasLegalForm, schoolCue } from './organisation-cues.ts';

/** A bullet or a paragraph with the lines it stands on. */
export interface BodyText {
  text: string;
  bullet: boolean;
  lines: Line[];
}

export interface EntryDraft {
  header: HeaderLine[];
  span?: DateSpan;
  dateLine?: Line;
  body: BodyText[];
}

const MAX_ABOVE = 3;
const MAX_BELOW = 3;

function bodyTexts(items: readonly Item[], lexicon: Lexicon): BodyText[] {
  const texts: BodyText[] = [];
  for (const item of items) {
    const text = item.segments.map((s) => s.text).join(' ');
    const last = texts.at(-1);
    const joins =
      item.kind === 'wrap' ||
      (item.kind === 'text' && last && !last.bullet && item.line.gap < 2 && !/[.!?]$/.test(last.text) && !item.line.flow);
    if (last && joins) {
      last.text = joinWrapped(last.text, text, lexicon.knows);
      last.lines.push(item.line);
    } else texts.push({ text, bullet: item.kind === 'bullet', lines: [item.line] });
  }
  return texts.map((t) => ({ ...t, text: t.text.replace(/\u00ad$/, '-') }));
}

const isBody = (item: Item): boolean => item.kind === 'bullet' || item.kind === 'text' || item.kind === 'wrap';

const studyHabits = (taxonomy: Taxonomy): SplitHabits => ({
  keeps: isGradeNumber,
  firms: false,
  studies: (text) => isDegreeWithField(text, taxonomy),
  isOne: isGrade,
});
const JOBS: SplitHabits = { keeps: () => false, firms: true };

interface Reading {
  lexicon: Lexicon;
  habits: SplitHabits;
}

/** What says where the head of an entry begins that has lines above its date. */
const WEIGHTS = { likeFirst: 1.2, learnt: 1, behindText: 1.5, loneGap: 1.3 } as const;
/** In lines: wider than between the lines of one entry. */
const WIDE_GAP = 1.85;

const changesStyle = (item: Item): boolean => item.segments.some((s) => s.styleBreaks.length > 0);

/** The same size, colour, weight and edge; where both change their weight on the line, how much of it is bold says nothing. */
function looksLike(a: Item, b: Item): boolean {
  if (Math.abs(a.line.size - b.line.size) >= 0.3 || Math.abs(a.line.x - b.line.x) >= 4) return false;
  if (changesStyle(a) !== changesStyle(b)) return false;
  return changesStyle(a) || (a.line.bold === b.line.bold && a.line.italic === b.line.italic && a.line.color === b.line.color);
}

/** How the first entry of the section begins. */
interface Opening {
  /** Its lines above its date. */
  above: number;
  first: Item;
}

/** The most likely first line of the next head among the items from `from`: siblings begin alike, have as many lines, stand apart. */
function headStart(items: readonly Item[], from: number, opening: Opening): number {
  const wide = items.flatMap(({ line }, i) => (line.gap >= WIDE_GAP && line.gap < BLOCK_START_GAP ? [i] : []));
  const lone = wide.length === 1 ? wide[0] : undefined;
  const scoreAt = (i: number): number => {
    const item = items[i];
    const like = item && looksLike(item, opening.first) ? WEIGHTS.likeFirst : 0;
    const learnt = items.length - i === opening.above ? WEIGHTS.learnt : 0;
    return like + learnt + (from > 0 && i === from ? WEIGHTS.behindText : 0) + (i === lone ? WEIGHTS.loneGap : 0);
  };
  let best = Math.max(from, items.length - MAX_ABOVE);
  for (let i = best + 1; i < items.length; i++) if (scoreAt(i) > scoreAt(best)) best = i;
  return best;
}

/** In the widest white of the lines above it. */
const APART = 2;

/** Far below what stands above it, with the head of its entry below: a date at the margin, a little higher than the school beside it. */
function opensApart(date: Item | undefined, below: Item | undefined, items: readonly Item[]): boolean {
  if (!date || below?.kind !== 'head' || date.line.gap >= BLOCK_START_GAP) return false;
  const white = ({ line }: Item): number => line.gap * line.size;
  return date.line.gap >= WIDE_GAP && items.every((item) => white(date) >= APART * white(item));
}

/** Index behind the last body item that ends what belongs to the entry above; `items` lie between two dated lines. */
function splitBetween(items: readonly Item[], opening: Opening): number {
  const start = items.findLastIndex(isBody) + 1;
  if (opening.above > 0) return start < items.length ? headStart(items, start, opening) : items.length;
  if (start > 0) {
    // No entry had its head above the date so far: plain lines behind text are text unless they stand out from it.
    const usual = Math.max(...items.slice(1, start).map((item) => item.line.gap));
    const outstanding = items
      .slice(start)
      .findIndex(({ line }) => line.bold || line.heading !== undefined || line.gap >= Math.max(WIDE_GAP, 1.2 * usual));
    return Math.max(outstanding < 0 ? items.length : start + outstanding, items.length - MAX_ABOVE);
  }
  const found = items.findIndex(
    (item, i) =>
      i > 0 && item.line.gap >= WIDE_GAP && (item.line.heading !== undefined || (item.line.bold && !items[i - 1]?.line.bold)),
  );
  return found > 0 && items.length - found <= MAX_ABOVE ? found : items.length;
}

function draft(above: readonly Item[], anchor: Item, below: readonly Item[], { lexicon, habits }: Reading): EntryDraft {
  const firstBody = below.findIndex(isBody);
  const heads = (firstBody < 0 ? below : below.slice(0, firstBody)).slice(0, MAX_BELOW);
  const header = [
    ...above.map((item, i) => headerLine(item.line, i - above.length, item.segments, undefined, habits)),
    headerLine(anchor.line, 0, anchor.segments, anchor.date, habits),
    ...heads.map((item, i) => headerLine(item.line, i + 1, item.segments, undefined, habits)),
  ].filter((line) => line.atoms.length > 0);
  return { header, span: anchor.date?.span, dateLine: anchor.line, body: bodyTexts(below.slice(heads.length), lexicon) };
}

/** A line with a school and something beside it is an entry by itself: `BSc Physics, University of Leeds`. */
function isWhole(item: Item | undefined): boolean {
  const atoms = item ? headerLine(item.line, 0, item.segments).atoms : [];
  return atoms.length > 1 && atoms.some((atom) => schoolCue(atom.text) >= 1 || hasLegalForm(atom.text));
}

const namesSchool = ({ line }: Item): boolean => schoolCue(line.text) >= 1;

/**
 * Whether a line goes on with the head of the entry that begins with `first`. A school has its degree below it in another style, however
 * much white parts the two, and the next school begins an entry.
 */
function goesOn(first: Item, item: Item): boolean {
  if (first.line.bullet && item.line.bullet) return false;
  const [own, other] = [namesSchool(first), namesSchool(item)];
  if (own && other && looksLike(first, item)) return false;
  if (item.line.gap < WIDE_GAP) return !(isWhole(first) && isWhole(item));
  const near = item.line.gap < BLOCK_START_GAP || item.line.page > first.line.page;
  return own && !other && near && !isWhole(first) && !looksLike(first, item);
}

/** Sections without any date: a run of head lines followed by text is an entry. */
function undatedEntries(items: readonly Item[], { lexicon, habits }: Reading): EntryDraft[] {
  const drafts: EntryDraft[] = [];
  let at = 0;
  while (at < items.length) {
    const isHeadOf = (first: Item | undefined, item: Item | undefined): boolean =>
      item?.kind === 'head' && (item === first || (first !== undefined && goesOn(first, item)));
    let body = at;
    while (body - at < MAX_ABOVE && isHeadOf(items[at], items[body])) body++;
    let end = Math.max(body, at + 1);
    while (end < items.length && items[end] && items[end]?.kind !== 'head') end++;
    const heads = items.slice(at, body);
    if (heads.length > 0)
      drafts.push({
        header: heads.map((item, i) => headerLine(item.line, i, item.segments, undefined, habits)),
        body: bodyTexts(items.slice(body, end), lexicon),
      });
    at = end;
  }
  return drafts;
}

/** A date alone, with nothing but text around it: what stands above is its head, however long its lines are, where it names a school and is no sentence. */
function isDateAlone(items: readonly Item[], at: number, { habits }: Reading): boolean {
  const [item, above, below] = [items[at], items[at - 1], items[at + 1]];
  if (!item || !above || !isBody(above) || (below && below.kind !== 'dated')) return false;
  const heads = items.slice(Math.max(0, at - MAX_ABOVE), at);
  if (heads.some(({ line }) => /\p{L}{3}[.!?]$/u.test(line.text)) || !heads.some(({ line }) => schoolCue(line.text) >= 1))
    return false;
  return headerLine(item.line, 0, item.segments, item.date, habits).atoms.length === 0;
}

/**
 * Entries in order. `intro` is text above the first entry. `singles` as in `readItems`.
 */
export function groupEntries(
  lines: readonly Line[],
  singles: boolean,
  lexicon: Lexicon,
  taxonomy: Taxonomy,
): { intro: BodyText[]; entries: EntryDraft[] } {
  const items = readItems(lines, singles, lexicon, taxonomy);
  const reading = { lexicon, habits: singles ? studyHabits(taxonomy) : JOBS };
  const anchors = items.map((item, i) => (item.kind === 'dated' ? i : -1)).filter((i) => i >= 0);
  const [first] = anchors;
  if (first === undefined) return { intro: [], entries: undatedEntries(items, reading) };
  const bare = isDateAlone(items, first, reading);
  const start = Math.max(bare ? 0 : items.slice(0, first).findLastIndex(isBody) + 1, first - MAX_ABOVE);
  const head = items[start];
  if (!head) return { intro: [], entries: [] };
  const opening = { above: first - start, first: head };
  const entries: EntryDraft[] = [];
  let from = start;
  anchors.forEach((anchor, n) => {
    const next = anchors[n + 1];
    const between = items.slice(anchor + 1, next ?? items.length);
    const whole = next === undefined || opensApart(items[next], items[next + 1], between);
    const cut = whole ? between.length : splitBetween(between, opening);
    const item = items[anchor];
    if (item) entries.push(draft(items.slice(from, anchor), item, between.slice(0, cut), reading));
    from = anchor + 1 + cut;
  });
  return { intro: bodyTexts(items.slice(0, start), lexicon), entries };
}
