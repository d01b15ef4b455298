/** What the person wrote: a mail's text without the quotation and the signature. */
import {
  ATTRIBUTION_STARTS,
  ATTRIBUTION_VERBS,
  DEVICE_SIGNATURE,
  FORWARD_SUBJECT,
  HEADER_BLOCK_LABELS,
  isForwardMark,
  ORIGINAL_MARK,
} from './quote-words.ts';

/** An attribution wraps over three lines at most (date, name, address). */
const ATTRIBUTION_LINES = 3;
const ATTRIBUTION_LENGTH = 300;
/** A longer stretch below `--` is not a signature but the rest of the text (resumes use such rules). */
const SIGNATURE_LINES = 12;
const SIGNATURE_LENGTH = 800;

/**
 * Removes quoted replies and signatures. What was *forwarded* stays and loses its quote marks: it was sent to be read.
 * `text` has `\n` line ends; the result is trimmed.
 */
export function stripQuoted(text: string, subject = ''): string {
  const lines = text.split('\n');
  const cut = firstCut(lines, FORWARD_SUBJECT.test(subject));
  if (cut.kind === 'forward') return tidy([...withoutSignature(lines.slice(0, cut.at)), ...lines.slice(cut.at).map(unquoteLine)]);
  const own = cut.kind === 'rest' ? lines.slice(0, cut.at) : withoutAttributedQuotes(lines);
  return tidy(withoutSignature(own.filter((line) => !isQuoted(line))));
}

type Cut = { kind: 'rest' | 'forward'; at: number } | { kind: 'none' };

/** The first line below which nothing is the writer's own, or below which everything was forwarded. */
function firstCut(lines: readonly string[], forwarding: boolean): Cut {
  for (const [at, line] of lines.entries()) {
    // A mark inside of a quotation was not made by this mail.
    if (isQuoted(line) && !forwarding) continue;
    if (isForwardMark(line)) return { kind: 'forward', at };
    const isMark = ORIGINAL_MARK.test(line) || headerBlockAt(lines, at);
    if (isMark) return { kind: forwarding ? 'forward' : 'rest', at: aboveRule(lines, at) };
    const length = attributionAt(lines, at);
    if (length === 0) continue;
    if (forwarding) return { kind: 'forward', at };
    if (!quoteFollows(lines, at + length)) return { kind: 'rest', at };
  }
  return forwarding ? { kind: 'forward', at: 0 } : { kind: 'none' };
}

/** Attributions above `> ` lines go alone: below the quotation the writer may go on (answers between the lines). */
function withoutAttributedQuotes(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const length = attributionAt(lines, at);
    if (length > 0) at += length - 1;
    else own.push(lines[at] ?? '');
  }
  return own;
}

/** How many lines the attribution (`On … wrote:`) that begins here has; 0 when none does. */
function attributionAt(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  const begins = startsLikeAttribution(first);
  // Only these wrap; otherwise the line above an attribution would be taken for its beginning.
  const longest = begins || first.includes('@') ? ATTRIBUTION_LINES : 1;
  for (let length = 1; length <= longest; length++) {
    const last = lines[at + length - 1] ?? '';
    if (last.trim() === '' || (length > 1 && startsLikeAttribution(last))) return 0;
    const joined = lines.slice(at, at + length).join(' ');
    if (joined.length > ATTRIBUTION_LENGTH) return 0;
    if (ATTRIBUTION_VERBS.test(joined)) return isAttribution(joined, begins) ? length : 0;
  }
  return 0;
}

function startsLikeAttribution(line: string): boolean {
  const lower = line
    .slice(0, 40)
    .replace(/^[\s>]*/, '')
    .toLowerCase();
  return ATTRIBUTION_STARTS.some((start) => lower.startsWith(start));
}

/** An address in brackets, or the usual beginning with a date in it: prose that ends in `wrote:` has neither. */
function isAttribution(joined: string, startsLikeOne: boolean): boolean {
  return (
    /[<([]?[^\s<>]+@[^\s<>]+[>)\]]?/.test(joined) ||
    (startsLikeOne && /\d/.test(joined)) ||
    /\b\d{4}\b.*\d{1,2}[:.h]\d{2}/.test(joined)
  );
}

function quoteFollows(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from).find((line) => line.trim() !== '');
  return next === undefined || isQuoted(next);
}

/** Outlook's block: `From:` with at least two more labels in the five lines below. */
function headerBlockAt(lines: readonly string[], at: number): boolean {
  if (!isLabel(lines[at] ?? '', HEADER_BLOCK_LABELS.from)) return false;
  const below = lines.slice(at + 1, at + 6).filter((line) => isLabel(line, HEADER_BLOCK_LABELS.others));
  return below.length >= 2;
}

function isLabel(line: string, labels: readonly string[]): boolean {
  // A non-breaking space before the colon is how French writes it.
  const label = /^[\s*>]*([^:*]{1,14}?)[\s\u00a0\u202f]*\*?:/u.exec(line.slice(0, 40))?.[1];
  return label !== undefined && labels.includes(label.trim().toLowerCase());
}

/** The rule that Outlook draws above its header block belongs to the quotation. */
function aboveRule(lines: readonly string[], at: number): number {
  const above = lines.slice(Math.max(0, at - 3), at).findLastIndex((line) => /^\s*[_-]{10,}\s*$/.test(line.slice(0, 200)));
  return above < 0 ? at : Math.max(0, at - 3) + above;
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

function unquoteLine(line: string): string {
  return line.replace(/^(?:\s?>\s?){1,5}/, '');
}

function withoutSignature(lines: readonly string[]): string[] {
  const mark = lines.findLastIndex((line) => /^-- ?$/.test(line) || /^\s?—\s?$/.test(line));
  const below = lines.slice(mark + 1);
  const isSignature = mark >= 0 && below.length <= SIGNATURE_LINES && below.join('\n').length <= SIGNATURE_LENGTH;
  return (isSignature ? lines.slice(0, mark) : lines).filter((line) => !DEVICE_SIGNATURE.test(line.slice(0, 200)));
}

function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
