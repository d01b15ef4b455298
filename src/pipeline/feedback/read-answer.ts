/** A whole reply to a message of ours: reactions, corrections, wishes and comments, line by line (F2.5, F2.6, F6.1, O11). Pure. */
import type { ResumeCorrection } from '../../domain/correction.ts';
import { isCode } from '../../domain/ids.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type CorrectionProblem, parseCorrections } from '../correct/parse-corrections.ts';
import { type PreferenceChange, parsePreferenceLine } from '../correct/parse-preferences.ts';
import { readIdeal } from './read-ideal.ts';
import { type NumberedReaction, readCommentText, readReactionText } from './read-reactions.ts';

export interface ReadAnswer {
  reactions: NumberedReaction[];
  corrections: ResumeCorrection[];
  preferences: PreferenceChange[];
  /** Lines that were meant as a correction and cannot be taken. */
  problems: CorrectionProblem[];
  /** Lines that say none of these, courtesies left out: shown, so that nothing seems taken that was not. */
  ignored: string[];
  /** `r4f7k2m9q title=…`: which resume, where the message was about several. */
  resumeCode?: string;
}

export interface AnswerContext {
  taxonomy: Taxonomy;
  /** How many matches the message answered lists. */
  items: number;
  /** Companies that it names. */
  companies?: readonly string[];
  /** ISO 3166-1 alpha-2 of the candidate's place, for phone numbers. */
  country?: string;
}

const LONGEST = 8_000;
const GREETING = /^(?:hi|hello|hey|dear|hallo|bonjour|hola|ciao|good (?:morning|afternoon|evening))\b[\p{L}\s]{0,30}[,.!]*$/iu;
/** What stands below is a name and a signature. */
const CLOSING =
  /^(?:(?:many )?(?:thanks?|thank you|thx|cheers|danke|merci|gracias|grazie|obrigad[oa]|bedankt)\b[\p{L}\s]{0,30}|(?:best|kind|warm|many)?\s?(?:regards|wishes|greetings)|best|sincerely|yours\b[\p{L}\s]{0,20}|viele grüße|mit freundlichen grüßen|cordialement|saludos)[,.!]*$/iu;
/** `Thanks, Nora` */
const SIGNED =
  /^(?:[Tt]hanks?|[Tt]hank you|[Bb]est|[Cc]heers|(?:[Kk]ind|[Bb]est) regards|[Dd]anke|[Mm]erci|[Gg]racias), \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?[.!]?$/u;
const OPENING =
  /^(?:please\b[\p{L}\s]{0,40}:|(?:a )?(?:few|some|my|two|three)?\s?(?:corrections?|changes?|preferences?|wishes)\s?:)$/iu;

/** Undefined: the text says nothing that an answer can say, so it is something else. */
export function readAnswer(text: string, context: AnswerContext): ReadAnswer | undefined {
  const plain = text.trim();
  if (plain === '' || plain.length > LONGEST) return undefined;
  const ideal = context.items > 0 ? readIdeal(plain) : undefined;
  if (ideal) return { ...NOTHING_READ, reactions: [ideal] };
  const lines = plain
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const said = readLines(lines, context);
  if (!said) {
    const own = withoutCourtesies(lines);
    const reactions = readReactionText(own.join('\n')) ?? (own.length > 0 ? readCommentText(plain, context.items) : undefined);
    return reactions && { ...NOTHING_READ, reactions: reactions.reactions };
  }
  const ignored = withoutCourtesies(said.ignored);
  const reactions = readReactionText(ignored.join('\n'))?.reactions;
  return reactions ? { ...said, reactions, ignored: [] } : { ...said, ignored };
}

const NOTHING_READ: ReadAnswer = { reactions: [], corrections: [], preferences: [], problems: [], ignored: [] };

/** Corrections and wishes; what is neither is in `ignored`. Undefined when there is none. */
function readLines(lines: readonly string[], context: AnswerContext): ReadAnswer | undefined {
  const said: ReadAnswer = { ...NOTHING_READ, corrections: [], preferences: [], problems: [], ignored: [] };
  /** `Phone: …` counts only where nothing else stands: else it may be a signature. */
  const doubtful: { line: string; corrections: ResumeCorrection[] }[] = [];
  let certain = false;
  let closed = false;
  for (const whole of lines) {
    closed ||= isClosing(whole);
    const { code, line } = withoutCode(whole);
    if (code) said.resumeCode = code;
    const corrected = parseCorrections(line, context);
    const isCorrection = corrected.corrections.length + corrected.problems.length > 0;
    const wish = isCorrection || readReactionText(line) ? undefined : parsePreferenceLine(line, context);
    if (isCorrection && !corrected.certain && !code && !closed) doubtful.push({ line, corrections: corrected.corrections });
    else if (isCorrection && !corrected.certain && !code) said.ignored.push(line);
    else if (isCorrection) {
      said.corrections.push(...corrected.corrections);
      said.problems.push(...corrected.problems);
      certain = true;
    } else if (wish) said.preferences.push(wish);
    else said.ignored.push(line);
  }
  const alone = certain || withoutCourtesies(said.ignored).every((line) => readReactionText(line) !== undefined);
  for (const { line, corrections } of doubtful) {
    if (alone) said.corrections.push(...corrections);
    else said.ignored.push(line);
  }
  const found = said.corrections.length + said.problems.length + said.preferences.length;
  return found > 0 ? said : undefined;
}

function withoutCode(line: string): { code?: string; line: string } {
  const [, first = '', rest = ''] = /^(\S{9})[:,]?\s+(.+)$/.exec(line) ?? [];
  return isCode(first.toLowerCase(), 'r') ? { code: first.toLowerCase(), line: rest } : { line };
}

const isClosing = (line: string): boolean => CLOSING.test(line) || (SIGNED.test(line) && readReactionText(line) === undefined);

/** Greetings and thanks say nothing, nor does the name and address below a closing. */
function withoutCourtesies(lines: readonly string[]): string[] {
  const end = lines.findIndex(isClosing);
  const below = end < 0 ? [] : lines.slice(end + 1);
  // A closing in the middle, as a greeting (`Thanks!` and then the matter), closes nothing: below one there are few short lines.
  const isSignature = below.length <= 6 && below.every((line) => line.length <= 60 && readReactionText(line) === undefined);
  const own = end >= 0 && isSignature ? lines.slice(0, end) : lines;
  return own.filter((line) => !GREETING.test(line) && !isClosing(line) && !OPENING.test(line));
}
