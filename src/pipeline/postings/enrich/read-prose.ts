/** Requirements in running text, by the wording around them. */
import { detectCue, type FoundCue } from './detect-cue.ts';
import { foldKeep } from './fold-keep.ts';
import { isOnlyDuration } from './read-durations.ts';
import type { Evidence } from './requirement-evidence.ts';
import { splitEnumeration } from './split-enumeration.ts';
import { type Piece, splitPieces, splitSentences } from './split-clauses.ts';
import type { Clause } from './to-requirement.ts';

export interface ProseOptions {
  /** Take `you have`, `we look for` where years, a licence, a degree or experience stand beside them. */
  weak: boolean;
  /** Take sentences without any wording when they hold years or a licence. */
  bare?: boolean;
}

const SUBORDINATE = /^(?:as|because|since|so|which|where|while|when|but|though|although|if|including|such as|for example|placements? count|not|nor|neither|weil|da|damit|denn|wobei|aber|sondern|und wer|car|puisque|parce|mais|afin|ya que|porque|pero|perche|poiche|ma|omdat|maar|poniewaz|ale)(?!\p{L})/u;
/** A piece with a subject and verb of its own is a requirement of its own. */
const OWN_SUBJECT = /^(?:you(?:'ve)?|sie|du|vous|tu|qui|who|has|have|hold|a |an |one |two |three |ein |eine |einen |un |une |una |uma |een |la |le |les |des |valid |current )/u;
const MAX_NICE_WORDS = 9;

export function readProse(text: string, evidence: Evidence, options: ProseOptions): Clause[] {
  return splitSentences(text).flatMap((sentence) => readSentence(sentence, evidence, options));
}

function readSentence(sentence: string, evidence: Evidence, options: ProseOptions): Clause[] {
  if (sentence.endsWith('?')) return [];
  const parts = sentence.split(/\s?[;；]\s?/u);
  if (parts.length > 1) return parts.flatMap((part) => readSentence(part, evidence, options));
  const cue = detectCue(sentence);
  if (cue === undefined) return options.bare && evidence.isStrong(sentence) ? mustClauses(sentence, evidence) : [];
  if (cue.kind === 'denied') return readAroundDenial(sentence, evidence, options);
  if (cue.kind === 'nice') return readNice(sentence, cue, evidence);
  const asked = cue.side === 'after' ? sentence.slice(cue.end) : sentence.slice(0, cue.start);
  const rest = cue.side === 'after' ? '' : sentence.slice(cue.end);
  if (cue.weak && (!options.weak || !(evidence.isStrong(asked) || evidence.speaksOfExperience(asked)))) return [];
  return [...mustClauses(asked, evidence), ...strongPieces(rest, evidence)];
}

/** "You have X, Y does not count": the pieces that deny nothing are read as a sentence of their own. */
function readAroundDenial(sentence: string, evidence: Evidence, options: ProseOptions): Clause[] {
  const pieces = sentence.split(/,\s|\s[-–—]\s/u);
  if (pieces.length < 2) return [];
  const kept = pieces.filter((piece) => detectCue(piece)?.kind !== 'denied');
  return kept.length === 0 || kept.length === pieces.length ? [] : readSentence(kept.join(', '), evidence, { ...options, bare: false });
}

function readNice(sentence: string, cue: FoundCue, evidence: Evidence): Clause[] {
  const side = cue.side === 'before' ? sentence.slice(0, cue.start) : sentence.slice(cue.end);
  const other = cue.side === 'before' ? sentence.slice(cue.end) : sentence.slice(0, cue.start);
  const pieces = splitPieces(side);
  const own = pieces.map((piece) => detectCue(piece.text));
  const clauses: Clause[] = [];
  // "A degree is required, a master's a plus": what has a must of its own in front of the wish stays one.
  const lastMust = own.findLastIndex((found) => found?.kind === 'must' && !found.weak);
  if (lastMust >= 0) clauses.push(...readSentence(joinPieces(pieces.slice(0, lastMust + 1)), evidence, { weak: false }));
  const wished = pieces.slice(lastMust + 1).filter((piece) => !SUBORDINATE.test(foldKeep(piece.text)));
  const phrase = joinPieces(wished);
  const parts = splitEnumeration(phrase, evidence, true).filter((part) => part.split(' ').length <= MAX_NICE_WORDS || evidence.isAny(part));
  clauses.push(...parts.map((part): Clause => ({ kind: 'nice', phrase: part, full: phrase })));
  const follow = splitPieces(other).filter((piece) => detectCue(piece.text)?.kind === 'nice');
  return [...clauses, ...follow.flatMap((piece) => readNice(piece.text, detectCue(piece.text) ?? cue, evidence))].filter((clause) => /\p{L}{2}/u.test(clause.phrase));
}

function mustClauses(asked: string, evidence: Evidence): Clause[] {
  const groups = groupPieces(splitPieces(asked), evidence);
  return groups.flatMap((group): Clause[] => {
    const phrase = printed(group);
    const full = joinPieces(group);
    if (isOnlyDuration(phrase)) return [{ kind: 'must', phrase: '', full }];
    if (!/\p{L}{2}/u.test(phrase) || !evidence.isAny(full)) return [];
    return splitEnumeration(phrase, evidence, false).map((part) => ({ kind: 'must', phrase: part, full }));
  });
}

const strongPieces = (rest: string, evidence: Evidence): Clause[] =>
  groupPieces(splitPieces(rest), evidence)
    .map(joinPieces)
    .filter((text) => evidence.isStrong(text) && detectCue(text)?.kind !== 'denied')
    .map((text) => ({ kind: 'must', phrase: text, full: text }));

/** Pieces that belong together: one that has years, a licence or a subject of its own begins a new group. */
function groupPieces(pieces: readonly Piece[], evidence: Evidence): Piece[][] {
  const groups: Piece[][] = [];
  let skipping = false;
  for (const piece of pieces) {
    const folded = foldKeep(piece.text);
    const own = evidence.isStrong(piece.text) || (OWN_SUBJECT.test(folded) && evidence.isAny(piece.text));
    if (SUBORDINATE.test(folded)) {
      skipping = true;
      continue;
    }
    if (groups.length === 0 || own) {
      skipping = false;
      groups.push([{ ...piece, joint: '' }]);
    } else if (!skipping) groups.at(-1)?.push(piece);
  }
  return groups;
}

/** The first piece with what "and" ties to it; long tails of examples are left out of print. */
function printed(group: readonly Piece[]): string {
  const whole = joinPieces(group);
  return whole.split(' ').length <= 14 ? whole : joinPieces(group.filter((piece, i) => i === 0 || (i === 1 && piece.joint === 'and')));
}

const joinPieces = (pieces: readonly Piece[]): string => pieces.map((piece, i) => (i === 0 ? piece.text : piece.glue + piece.text)).join('');
