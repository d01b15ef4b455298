/** Entries whose values stand behind labels (Europass, forms): each label says what its value is, so nothing has to be weighed. */
import { joinWrapped } from './clean-text.ts';
import { type DateSpan, onlyDates } from './date-range.ts';
import { joinHalves, spanOf } from './dates-in-halves.ts';
import { leadsOfLists } from './entry-label-lines.ts';
import { type LabelledKind, roleOfLabel, roleOfUnlisted } from './entry-labels.ts';
import { formOf } from './label-column.ts';
import type { EntryRole } from './label-words.ts';
import type { Lexicon } from './lexicon.ts';
import { type Line, makeLine, type Segment } from './line.ts';
import { hadNoRoom } from './wrap-cues.ts';

/** A text and the lines that it stands on. */
export interface LabelledText {
  text: string;
  bullet: boolean;
  lines: Line[];
}

export interface LabelledEntry {
  values: Partial<Record<Exclude<EntryRole, 'text' | 'aside'>, LabelledText>>;
  span?: DateSpan;
  texts: LabelledText[];
}

/** A line with what its label says of it; without a label it goes on with the one above, or heads an entry. */
interface Piece {
  role?: EntryRole;
  /** It stands in the column of values, below the value of a label. */
  below?: boolean;
  /** It stands alone across a form: a caption over what follows. */
  caption?: boolean;
  line: Line;
  /** What is behind the label. */
  rest: Segment[];
}

const COLON = /^([^:：]{2,60}?)\s?[:：]\s*(.*)$/su;
const BETWEEN = /\s+[|•·¦]\s+/;

/** The values that an entry is made of; two of them behind labels make a labelled entry. */
const MAIN: Record<LabelledKind, readonly EntryRole[]> = {
  work: ['dates', 'from', 'title', 'employer'],
  education: ['dates', 'from', 'to', 'degree', 'field', 'school'],
};

function labelled(segment: Segment, kind: LabelledKind): { role: EntryRole; rest: Segment[] } | undefined {
  const [, label = '', value = ''] = COLON.exec(segment.text) ?? [];
  const role = label ? roleOfLabel(label, kind) : undefined;
  return role && { role, rest: value ? [{ ...segment, text: value, styleBreaks: [] }] : [] };
}

/** `Position: Welder | Employer: Harbour Steel` is two values on one line. */
function partsOfSegment(segment: Segment, kind: LabelledKind): Segment[] {
  const parts = segment.text.split(BETWEEN);
  if (parts.length < 2 || parts.filter((text) => labelled({ ...segment, text }, kind)).length < 2) return [segment];
  return parts.map((text) => ({ ...segment, text, styleBreaks: [] }));
}

/** Labels break in their narrow column: `Name und Adresse des` over `Arbeitgebers`. */
function brokenLabel(line: Line, next: Line | undefined, kind: LabelledKind): EntryRole | undefined {
  const [first] = line.segments;
  const [below] = next?.segments ?? [];
  if (!first || !below || line.segments.length < 2 || next?.page !== line.page || roleOfLabel(below.text, kind)) return undefined;
  return roleOfLabel(`${first.text} ${below.text}`, kind);
}

function piecesOf(lines: readonly Line[], kind: LabelledKind): Piece[] {
  const pieces: Piece[] = [];
  const form = formOf(lines, kind);
  const counts = new Map<string, number>();
  for (const { segments } of lines) {
    const label = segments[0]?.text ?? '';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  // A label comes again with the next entry, a value seldom.
  const unlisted = ({ text }: Segment): EntryRole | undefined =>
    (counts.get(text) ?? 0) > 1 ? roleOfUnlisted(text, kind) : undefined;
  let half = false;
  for (const [i, line] of lines.entries()) {
    const [first, ...more] = line.segments;
    if (!first) continue;
    const broken = brokenLabel(line, lines[i + 1], kind);
    const own =
      roleOfLabel(first.text, kind) ??
      (more.length > 0
        ? (unlisted(first) ?? (form?.holds(line) ? (roleOfUnlisted(first.text, kind) ?? 'aside') : undefined))
        : undefined);
    if (half) {
      half = false;
      if (more.length > 0) pieces.push({ line, rest: more });
    } else if (broken) {
      half = true;
      pieces.push({ role: broken, line, rest: more });
    } else if (own && (more.length > 0 || /[:：]\s*$/.test(first.text))) pieces.push({ role: own, line, rest: more });
    else {
      const found = line.segments
        .flatMap((segment) => partsOfSegment(segment, kind))
        .map((segment) => ({ segment, label: labelled(segment, kind) }));
      if (!found.some(({ label }) => label))
        pieces.push({ line, rest: line.segments, below: form?.isBelow(line), caption: form?.isCaption(line) });
      for (const { segment, label } of found) {
        const last = pieces.at(-1);
        if (label) pieces.push({ role: label.role, line, rest: label.rest });
        else if (last?.line === line && last.role) last.rest.push(segment);
        else if (found.some((other) => other.label)) pieces.push({ line, rest: [segment] });
      }
    }
  }
  return pieces;
}

/** `START` and `END` are halves of the same. */
const sameRole = (role: EntryRole): EntryRole => (role === 'from' ? 'dates' : role);

/** A label that the entry has already opens the next one, and takes the lines right above that had no label. */
function entriesOf(pieces: readonly Piece[], kind: LabelledKind): Piece[][] {
  const [first] = pieces.filter(({ role }) => role && MAIN[kind].includes(role));
  const heads = first ? pieces.indexOf(first) : 0;
  const entries: Piece[][] = [[]];
  const seen = new Set<EntryRole>();
  for (const piece of pieces) {
    const { role } = piece;
    if (role && MAIN[kind].includes(role) && seen.has(sameRole(role))) {
      const above = entries.at(-1) ?? [];
      // As many unlabelled lines as stand above the first label stand above the next ones.
      const own =
        above.slice(above.length - heads).every((one) => !one.role && !one.below) && heads > 0
          ? above.splice(above.length - heads)
          : [];
      entries.push(own);
      seen.clear();
    }
    if (role) seen.add(sameRole(role));
    entries.at(-1)?.push(piece);
  }
  return entries.filter((entry) => entry.length > 0);
}

const textOf = (segments: readonly Segment[]): string =>
  segments
    .map(({ text }) => text)
    .join(' ')
    .replace(/^\s*[:：]\s*/, '')
    .trim();

function goesOn(last: LabelledText, piece: Piece): boolean {
  const above = last.lines.at(-1);
  if (!above || piece.line.bullet || piece.line.page !== above.page) return false;
  return /^[\p{Ll}(&]/u.test(textOf(piece.rest)) || hadNoRoom(restOf(above), restOf(piece.line));
}
/** A line as it stands beside its label. */
const restOf = (line: Line): Line => (line.segments.length > 1 ? makeLine(line.segments.slice(1), line) : line);

function readEntry(pieces: readonly Piece[], kind: LabelledKind, lexicon: Lexicon): LabelledEntry {
  const entry: LabelledEntry = { values: {}, texts: [] };
  let role: EntryRole | undefined;
  let last: LabelledText | undefined;
  for (const piece of pieces) {
    const text = textOf(piece.rest);
    // What stands behind the next caption of a form is none of the entry.
    if (piece.caption && role !== undefined) break;
    if (piece.role) [role, last] = [piece.role, undefined];
    if (text === '' || (role === 'aside' && piece.below)) continue;
    if (!piece.role && last && goesOn(last, piece)) {
      last.text = joinWrapped(last.text, text, lexicon.knows);
      last.lines.push(piece.line);
      continue;
    }
    const value: LabelledText = { text, bullet: piece.line.bullet || role === 'text', lines: [piece.line] };
    const free = !piece.role && last !== undefined;
    if (role === undefined) readHead(entry, piece, kind, pieces);
    else if (role === 'text' || free) entry.texts.push(value);
    else if (role !== 'aside' && !entry.values[role]) entry.values[role] = value;
    last = value;
  }
  const dates = joinHalves(entry.values);
  entry.span ??= spanOf(dates);
  if (dates) entry.values.dates = dates;
  return entry;
}

/** `2013 – 2015   Harbour College` above the labels: dates and a name are two values. */
function readHead(entry: LabelledEntry, piece: Piece, kind: LabelledKind, pieces: readonly Piece[]): void {
  const textFrom = (segments: readonly Segment[]): LabelledText => ({
    text: textOf(segments),
    bullet: false,
    lines: [piece.line],
  });
  const dated = entry.span ? undefined : piece.rest.find(({ text }) => onlyDates(text) !== undefined);
  if (dated) [entry.span, entry.values.dates] = [onlyDates(dated.text), textFrom([dated])];
  const rest = piece.rest.filter((segment) => segment !== dated);
  if (rest.length > 0) putHead(entry, { ...textFrom(rest), bullet: piece.line.bullet }, kind, pieces);
}

/** `2. Harbour Mills Ltd`: entries may be numbered. */
const ORDER = /^\d{1,2}[.)]\s+/;

/** A line above the labels is the value that has none of them: the employer over `Position:`, the school over `Degree:`. */
function putHead(entry: LabelledEntry, value: LabelledText, kind: LabelledKind, pieces: readonly Piece[]): void {
  const free = (kind === 'work' ? (['employer', 'title'] as const) : (['school', 'degree'] as const)).find(
    (role) => !entry.values[role] && !pieces.some((piece) => piece.role === role),
  );
  if (free) entry.values[free] = { ...value, text: value.text.replace(ORDER, '') };
  else if (!pieces.some(({ caption, line }) => caption && line === value.lines[0])) entry.texts.push(value);
}

/** undefined where the lines are not written behind labels. */
export function readLabelledEntries(printed: readonly Line[], kind: LabelledKind, lexicon: Lexicon): LabelledEntry[] | undefined {
  const leads = leadsOfLists(printed);
  const pieces = piecesOf(
    printed.filter((line) => !leads.has(line)),
    kind,
  );
  const main = new Set(pieces.map(({ role }) => role).filter((role) => role && MAIN[kind].includes(role)));
  if (main.size < 2) return undefined;
  const entries = entriesOf(pieces, kind);
  const whole = entries.filter((entry) => entry.filter(({ role }) => role).length >= 2);
  return whole.length >= 0.6 * entries.length ? entries.map((entry) => readEntry(entry, kind, lexicon)) : undefined;
}
