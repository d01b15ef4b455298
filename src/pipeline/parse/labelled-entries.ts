/** Entries whose values stand behind labels (Europass, forms): each label says what its value is, so nothing has to be weighed. */
import { joinWrapped } from './clean-text.ts';
import { type DateSpan, findDateSpans, onlyDates } from './date-range.ts';
import { leadsOfLists } from './entry-label-lines.ts';
import { type LabelledKind, roleOfLabel, roleOfUnlisted } from './entry-labels.ts';
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
  line: Line;
  /** What is behind the label. */
  rest: Segment[];
}

const COLON = /^([^:：]{2,60}?)\s?[:：]\s*(.*)$/su;
const BETWEEN = /\s+[|•·¦]\s+/;

/** The values that an entry is made of; two of them behind labels make a labelled entry. */
const MAIN: Record<LabelledKind, readonly EntryRole[]> = {
  work: ['dates', 'title', 'employer'],
  education: ['dates', 'degree', 'field', 'school'],
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
    const own = roleOfLabel(first.text, kind) ?? (more.length > 0 ? unlisted(first) : undefined);
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
      if (!found.some(({ label }) => label)) pieces.push({ line, rest: line.segments });
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

/** A label that the entry has already opens the next one, and takes the lines right above that had no label. */
function entriesOf(pieces: readonly Piece[], kind: LabelledKind): Piece[][] {
  const [first] = pieces.filter(({ role }) => role && MAIN[kind].includes(role));
  const heads = first ? pieces.indexOf(first) : 0;
  const entries: Piece[][] = [[]];
  const seen = new Set<EntryRole>();
  for (const piece of pieces) {
    const { role } = piece;
    if (role && MAIN[kind].includes(role) && seen.has(role)) {
      const above = entries.at(-1) ?? [];
      // As many unlabelled lines as stand above the first label stand above the next ones.
      const own =
        above.slice(above.length - heads).every((one) => !one.role) && heads > 0 ? above.splice(above.length - heads) : [];
      entries.push(own);
      seen.clear();
    }
    if (role) seen.add(role);
    entries.at(-1)?.push(piece);
  }
  return entries.filter((entry) => entry.length > 0);
}

const textOf = (segments: readonly Segment[]): string =>
  segments
    .map(({ text }) => text)
    .join(' ')
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
    if (piece.role) [role, last] = [piece.role, undefined];
    if (text === '') continue;
    if (!piece.role && last && goesOn(last, piece)) {
      last.text = joinWrapped(last.text, text, lexicon.knows);
      last.lines.push(piece.line);
      continue;
    }
    const value: LabelledText = { text, bullet: piece.line.bullet || role === 'text', lines: [piece.line] };
    const free = !piece.role && last !== undefined;
    const span = role === undefined && !entry.span ? onlyDates(text) : undefined;
    if (span) [entry.span, entry.values.dates] = [span, value];
    else if (role === undefined) putHead(entry, value, kind, pieces);
    else if (role === 'text' || free) entry.texts.push(value);
    else if (role !== 'aside' && !entry.values[role]) entry.values[role] = value;
    last = value;
  }
  entry.span ??= findDateSpans(entry.values.dates?.text ?? '')[0];
  return entry;
}

/** A line above the labels is the value that has none of them: the employer over `Position:`, the school over `Degree:`. */
function putHead(entry: LabelledEntry, value: LabelledText, kind: LabelledKind, pieces: readonly Piece[]): void {
  const free = (kind === 'work' ? (['employer', 'title'] as const) : (['school', 'degree'] as const)).find(
    (role) => !entry.values[role] && !pieces.some((piece) => piece.role === role),
  );
  if (free) entry.values[free] = value;
  else entry.texts.push(value);
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
