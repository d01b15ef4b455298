/** An item or sentence that stands under a heading for requirements or for wishes. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import type { FoundCue } from './detect-cue.ts';
import { isOnlyDuration } from './read-durations.ts';
import { readProse } from './read-prose.ts';
import type { Evidence } from './requirement-evidence.ts';
import { type Piece, splitPieces, splitSentences } from './split-clauses.ts';
import { splitEnumeration } from './split-enumeration.ts';
import type { Clause } from './to-requirement.ts';

/** @param kind what the heading says; wording inside the item goes before it ("BSN required, MSN preferred") */
export function readListed(text: string, kind: 'must' | 'nice', evidence: Evidence): Clause[] {
  const [first = '', ...more] = splitSentences(text);
  const segments = first.split(/\s?[;；]\s?/u).filter((segment) => segment.trim() !== '');
  const clauses = segments.flatMap((segment, index) => readSegment(segment.trim(), kind, index, evidence));
  return [...clauses, ...more.flatMap((sentence) => readFurther(sentence, kind, text, evidence))];
}

/** Sentences behind the first explain it, unless they are whole requirements of a paragraph under the heading. */
function readFurther(sentence: string, kind: 'must' | 'nice', text: string, evidence: Evidence): Clause[] {
  const cue = evidence.cueIn(sentence);
  if (cue?.kind === 'denied') return [];
  if (cue !== undefined) return readProse(sentence, evidence, { weak: true });
  const isParagraph = text.length > 160;
  return isParagraph && evidence.isStrong(sentence) ? readSegment(sentence, kind, 0, evidence) : [];
}

function readSegment(segment: string, kind: 'must' | 'nice', index: number, evidence: Evidence): Clause[] {
  const cue = evidence.cueIn(segment);
  // Behind a semicolon stand further requirements, or remarks ("buildings are not bridges").
  if (index > 0 && cue?.kind !== 'nice' && (cue?.kind === 'denied' || !evidence.isAny(segment))) return [];
  if (kind === 'must' && cue?.kind === 'nice') return readMixed(segment, evidence);
  const phrase = cue && cue.kind !== 'denied' && !cue.weak ? withoutCue(segment, cue) : segment;
  const kindHere = kind;
  if (isOnlyDuration(phrase)) return [{ kind: kindHere, phrase: '', full: segment }];
  return splitEnumeration(dropTail(phrase, evidence), evidence, kind === 'nice').map((part) => ({
    kind: kindHere,
    phrase: part,
    full: segment,
  }));
}

const TAIL =
  /^(?:in|on|at|with|including|from|for|by|under|not|recently|ideally|where|auf|mit|bei|nicht|gerne|auch|en|dans|sur|avec|pas|con|sin|da|nel|met|niet|z|w)(?!\p{L})/u;

/** `Five years of paid search, in the accounts yourself`: a last piece that names nothing and only places the rest. */
function dropTail(phrase: string, evidence: Evidence): string {
  const pieces = splitPieces(phrase, evidence.language);
  const last = pieces.at(-1);
  if (
    last === undefined ||
    pieces.length < 2 ||
    last.joint !== ',' ||
    !TAIL.test(foldSameLength(last.text)) ||
    evidence.isAny(last.text)
  )
    return phrase;
  const rest = phrase.slice(0, phrase.length - last.text.length - last.glue.length);
  return isOnlyDuration(rest) || !evidence.isAny(rest) ? phrase : rest;
}

/** Must and nice in one item: by pieces, unless the wish is said of all of them at once. */
function readMixed(segment: string, evidence: Evidence): Clause[] {
  const pieces = splitPieces(segment, evidence.language);
  const cues = pieces.map((piece) => evidence.cueIn(piece.text));
  const last = pieces.length - 1;
  const onlyLast = cues.slice(0, last).every((cue) => cue === undefined || cue.weak);
  const ofAll =
    last === 0 ||
    (onlyLast && cues[last]?.side === 'before' && pieces[last]?.joint === 'and') ||
    (onlyLast && cues[last]?.kind !== 'nice');
  if (ofAll) return nicePhrases(segment, evidence);
  return pieces.flatMap((piece, i) => readPiece(piece, cues[i], evidence));
}

function readPiece(piece: Piece, cue: FoundCue | undefined, evidence: Evidence): Clause[] {
  if (cue?.kind === 'denied') return [];
  if (cue?.kind === 'nice') return nicePhrases(piece.text, evidence);
  const phrase = cue && !cue.weak ? withoutCue(piece.text, cue) : piece.text;
  return [{ kind: 'must', phrase, full: piece.text }];
}

function nicePhrases(text: string, evidence: Evidence): Clause[] {
  const cue = evidence.cueIn(text);
  const phrase = cue?.kind === 'nice' ? withoutCue(text, cue) : text;
  return splitEnumeration(phrase, evidence, true).map((part) => ({ kind: 'nice', phrase: part, full: text }));
}

/** What is left on the cue's side; all that is left when there is nothing on that side. */
function withoutCue(text: string, cue: { start: number; end: number; side: 'after' | 'before' }): string {
  const before = text.slice(0, cue.start).trim();
  const after = text.slice(cue.end).trim();
  const wanted = cue.side === 'before' ? before : after;
  const other = cue.side === 'before' ? after : before;
  return wanted.replace(/[\s,;:.!()\-–]/gu, '').length >= 2 ? wanted : other;
}
