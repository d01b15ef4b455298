/** Requirements in running text, by the wording around them. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import type { FoundCue } from './detect-cue.ts';
import { findDurations, isOnlyDuration } from './read-durations.ts';
import type { Evidence } from './requirement-evidence.ts';
import { type Piece, splitPieces, splitSentences } from './split-clauses.ts';
import { splitEnumeration } from './split-enumeration.ts';
import type { Clause } from './to-requirement.ts';

interface ProseOptions {
  /** Take `you have`, `we look for` where years, a licence, a degree or experience stand beside them. */
  weak: boolean;
  /** Take sentences without any wording when they hold years or a licence. */
  bare?: boolean;
}

const SUBORDINATE =
  /^(?:as|because|since|so|which|where|while|when|but|though|although|if|including|such as|for example|placements? count|not|nor|neither|weil|da|damit|denn|wobei|aber|sondern|und wer|car|puisque|parce|mais|afin|ya que|porque|pero|perche|poiche|ma|omdat|maar|poniewaz|ale)(?!\p{L})/u;
/** A piece with a subject and verb of its own is a requirement of its own. */
const OWN_VERB = /^(?:you(?:'ve)? |you |sie |du |vous |tu |qui |who |has |have |hold |haben |hast |avez |tienes |hai )/u;
const OWN_ARTICLE = /^(?:a |an |one |two |three |ein |eine |einen |un |une |una |uma |een |la |le |les |des |valid |current )/u;
/** `apprenticeship years included`: how something is counted. */
const REMARK = /(?:included|counts?|counted|inbegriffen|inklusive|comprise?s?|incluse?s?)[.!]?$/u;
/** `We look for an experienced plumber to join our team`: the job, not what it asks for. */
const JOINING =
  /to (?:join|strengthen|support|reinforce|complete) (?:our|us|the)|zur verstarkung|pour (?:rejoindre|renforcer|completer)|para (?:incorporarse|unirse|formar parte)/u;
const MAX_NICE_WORDS = 12;
const MAX_STATED_WORDS = 14;
const MAX_LISTED_WORDS = 4;

export function readProse(text: string, evidence: Evidence, options: ProseOptions): Clause[] {
  const sentences = splitSentences(text);
  const read = sentences.map((sentence) => readSentence(sentence, evidence, options));
  const asks = read.some((clauses) => clauses.some((clause) => clause.kind === 'must'));
  // "A licence is required. Two years of crane work." The second asks because the first does.
  return read.flatMap((clauses, i) =>
    clauses.length === 0 && asks && isBareYears(sentences[i] ?? '')
      ? mustClauses(sentences[i] ?? '', evidence, { listed: true, stated: true })
      : clauses,
  );
}

const BARE_YEARS =
  /^(?:at least |a minimum of |mindestens |wenigstens |au moins |minimum |al menos |minimo |almeno |minimaal |co najmniej )?$/u;

/** A sentence that begins with a number of years and has no verb of its own to speak of. */
function isBareYears(sentence: string): boolean {
  const first = findDurations(sentence)[0];
  if (first === undefined || first.aside !== undefined || first.months < 12 || sentence.split(' ').length > 16) return false;
  return (
    BARE_YEARS.test(foldSameLength(sentence.slice(0, first.start))) &&
    /^\s(?:of|in|as|with|on|d'|de|en|als|in der|im|mit|di|van|w)\s?/u.test(foldSameLength(sentence.slice(first.end)))
  );
}

function readSentence(sentence: string, evidence: Evidence, options: ProseOptions): Clause[] {
  if (sentence.endsWith('?')) return [];
  const parts = sentence.split(/\s?[;；]\s?/u);
  if (parts.length > 1) return readParts(parts, evidence, options);
  const cue = evidence.cueIn(sentence);
  if (cue === undefined)
    return options.bare && evidence.isStrong(sentence) ? mustClauses(sentence, evidence, { listed: true, stated: false }) : [];
  if (cue.kind === 'denied') return readAroundDenial(sentence, evidence, options);
  if (cue.kind === 'nice') return readNice(sentence, cue, evidence);
  const asked = cue.side === 'after' ? sentence.slice(cue.end) : sentence.slice(0, cue.start);
  // "Holder of a bachelor's degree, you have …": what stands on the other side counts when it can be nothing else.
  const rest = cue.side === 'after' ? sentence.slice(0, cue.start) : sentence.slice(cue.end);
  if (
    cue.weak &&
    (!options.weak || JOINING.test(foldSameLength(asked)) || !(evidence.isStrong(asked) || evidence.speaksOfExperience(asked)))
  )
    return [];
  const listed = /[:：]\s*$/u.test(sentence.slice(0, cue.end)) || /^\s*[:：]/u.test(sentence.slice(cue.end));
  return [
    ...mustClauses(asked.replace(/^\s*[:：]/u, ''), evidence, { listed, stated: !cue.weak }),
    ...strongPieces(rest, evidence),
  ];
}

/** `Required: a; b; c`: what leads the first part holds for the others, unless they say otherwise. */
function readParts(parts: readonly string[], evidence: Evidence, options: ProseOptions): Clause[] {
  const lead = evidence.cueIn(parts[0] ?? '');
  const leads = lead?.kind === 'must' && lead.side === 'after' && !lead.weak;
  return parts.flatMap((part, i) => {
    const own = evidence.cueIn(part);
    const isItem = i > 0 && leads && own === undefined && evidence.isAny(part);
    return isItem ? mustClauses(part, evidence, { listed: true, stated: true }) : readSentence(part, evidence, options);
  });
}

/** "You have X, Y does not count": the pieces that deny nothing are read as a sentence of their own. */
function readAroundDenial(sentence: string, evidence: Evidence, options: ProseOptions): Clause[] {
  const pieces = sentence.split(/,\s|\s[-–—]\s/u);
  if (pieces.length < 2) return [];
  const kept = pieces.filter((piece) => evidence.cueIn(piece)?.kind !== 'denied');
  return kept.length === 0 || kept.length === pieces.length ? [] : readSentence(kept.join(', '), evidence, options);
}

function readNice(sentence: string, cue: FoundCue, evidence: Evidence): Clause[] {
  const side = cue.side === 'before' ? sentence.slice(0, cue.start) : sentence.slice(cue.end);
  const other = cue.side === 'before' ? sentence.slice(cue.end) : sentence.slice(0, cue.start);
  const pieces = splitPieces(side, evidence.language);
  const own = pieces.map((piece) => evidence.cueIn(piece.text));
  const clauses: Clause[] = [];
  // "A degree is required, a master's a plus": what has a must of its own in front of the wish stays one.
  const lastMust = own.findLastIndex((found) => found?.kind === 'must' && !found.weak);
  if (lastMust >= 0) clauses.push(...readSentence(joinPieces(pieces.slice(0, lastMust + 1)), evidence, { weak: false }));
  const wished = pieces.slice(lastMust + 1).filter((piece) => !SUBORDINATE.test(foldSameLength(piece.text)));
  const phrase = joinPieces(wished);
  const parts = splitEnumeration(phrase, evidence, true).filter(
    (part) => part.split(' ').length <= MAX_NICE_WORDS || evidence.isAny(part),
  );
  clauses.push(...parts.map((part): Clause => ({ kind: 'nice', phrase: part, full: phrase })));
  const follow = splitPieces(other, evidence.language).filter((piece) => evidence.cueIn(piece.text)?.kind === 'nice');
  return [...clauses, ...follow.flatMap((piece) => readNice(piece.text, evidence.cueIn(piece.text) ?? cue, evidence))].filter(
    (clause) => /\p{L}{2}/u.test(clause.phrase),
  );
}

interface Asking {
  /** The pieces are a list: each that names something stands for itself. */
  listed: boolean;
  /** The wording leaves no doubt: what stands there is asked for even when the dictionaries know nothing of it. */
  stated: boolean;
}

function mustClauses(asked: string, evidence: Evidence, how: Asking): Clause[] {
  const groups = groupPieces(splitPieces(asked, evidence.language), evidence, how.listed);
  return groups.flatMap((group, i): Clause[] => {
    const phrase = printed(group);
    const full = joinPieces(group);
    if (isOnlyDuration(phrase)) return [{ kind: 'must', phrase: '', full }];
    const own = i === 0 || OWN_VERB.test(foldSameLength(group[0]?.text ?? ''));
    const taken = evidence.isAny(full) || (how.stated && own && phrase.trim().split(' ').length <= MAX_STATED_WORDS);
    if (!/\p{L}{2}/u.test(phrase) || !taken) return [];
    return splitEnumeration(phrase, evidence, false).map((part) => ({ kind: 'must', phrase: part, full }));
  });
}

const strongPieces = (rest: string, evidence: Evidence): Clause[] =>
  groupPieces(splitPieces(rest, evidence.language), evidence, false)
    .map(joinPieces)
    .filter((text) => evidence.isStrong(text) && evidence.cueIn(text)?.kind !== 'denied')
    .map((text) => ({ kind: 'must', phrase: text, full: text }));

/** Pieces that belong together: one that has years, a licence or a subject of its own begins a new group. */
function groupPieces(pieces: readonly Piece[], evidence: Evidence, listed: boolean): Piece[][] {
  const groups: Piece[][] = [];
  let skipping = false;
  for (const piece of pieces) {
    const folded = foldSameLength(piece.text);
    if (SUBORDINATE.test(folded) || (groups.length > 0 && REMARK.test(folded))) {
      skipping = true;
      continue;
    }
    if (groups.length === 0 || standsAlone(piece, folded, evidence, listed)) {
      skipping = false;
      groups.push([{ ...piece, joint: '' }]);
    } else if (!skipping) groups.at(-1)?.push(piece);
  }
  return groups;
}

function standsAlone(piece: Piece, folded: string, evidence: Evidence, listed: boolean): boolean {
  if (OWN_VERB.test(folded) || evidence.isStrong(piece.text)) return true;
  return (OWN_ARTICLE.test(folded) || (listed && piece.joint !== 'and')) && evidence.isAny(piece.text);
}

/** The first piece with what an "and" ties to it (`a and b`, `a, b and c`); a tail of examples or a new thought (`…, and we`) is left out of print. */
function printed(group: readonly Piece[]): string {
  const short = (piece: Piece | undefined): boolean => (piece?.text.split(' ').length ?? 99) <= MAX_LISTED_WORDS;
  const end = group.findIndex(
    (piece, i) => i > 0 && piece.joint === 'and' && (!piece.glue.includes(',') || (i > 1 && short(piece))),
  );
  const isList = end > 0 && group.slice(1, end).every(short);
  return joinPieces(group.slice(0, isList ? end + 1 : 1));
}

const joinPieces = (pieces: readonly Piece[]): string =>
  pieces.map((piece, i) => (i === 0 ? piece.text : piece.glue + piece.text)).join('');
