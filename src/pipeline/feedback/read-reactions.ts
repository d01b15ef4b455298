/** Reads a reply to a message of ours as reactions: `👍`, `1👍 3👎`, `1 undo`, `2 saved`, `1: too far away` (rules O11, S12). */
import { type Reaction, ratingOf } from './reaction-meanings.ts';
import { type ReactionToken, readTokens } from './reaction-tokens.ts';

export interface NumberedReaction {
  /** The item of the message; undefined: the only one, or the item numbered 1 where the message says so. */
  number: number | undefined;
  reaction: Reaction | { kind: 'given'; meaning: 'comment' | 'ideal'; comment: string };
}

export interface ParsedReaction {
  reactions: NumberedReaction[];
}

/** Behind a number these make a quantity, a time or a date of it: `2 years of React would do`, `3 pm works`. */
const UNITS =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|yrs?|times|stars?|jobs?|people|persons?|of|am|pm|a\.m|p\.m|o'clock|uhr|st|nd|rd|th|or|to|more|other|others|km|miles?|out|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|jahre?n?|monate?n?|wochen?|tage?n?|ans?|années?|mois|jours?|años?|meses|días?|anni|mesi|anos|jaar|maanden|lat|%|€|\$|£|k\b|\d)(?![\p{L}])/iu;

/** Longer texts are letters or resumes, not reactions. */
const LONGEST = 1_500;
const LONGEST_LINE = 300;
const MOST_REACTIONS = 60;

interface Group {
  numbers: number[];
  reaction: Reaction;
  inWords: boolean;
  /** A rating as `4/5`, which may be a date too. */
  inDigits: boolean;
  /** `👍 1 3`: further numbers belong to it. */
  open: boolean;
}

interface Line {
  groups: Group[];
  /** Numbers without a meaning at the end: what follows must be a comment. */
  pending: number[];
  rest: string;
  /** The last separator stands directly before the rest. */
  delimiter: string;
}

/** `3👎` after a blank is a pair of its own, also behind `👍 1`. */
function startsPair(tokens: readonly ReactionToken[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token?.kind === 'number' && !token.glued && next?.kind === 'meaning' && next.glued;
}

function groupTokens(tokens: readonly ReactionToken[]): { groups: Group[]; pending: number[] } {
  const groups: Group[] = [];
  let pending: number[] = [];
  tokens.forEach((token, at) => {
    const last = groups.at(-1);
    if (token.kind === 'number') {
      if (last?.open && pending.length === 0 && !startsPair(tokens, at)) last.numbers.push(token.number);
      else pending.push(token.number);
    } else if (token.kind === 'meaning') {
      const { reaction, inWords, inDigits } = token;
      const next = tokens[at + 1];
      const open = pending.length === 0 && next?.kind === 'number' && !startsPair(tokens, at + 1);
      // `1👍⭐`: a second meaning without a number of its own belongs to the numbers before it.
      const repeats = pending.length === 0 && !open && tokens[at - 1]?.kind === 'meaning' && last;
      groups.push({ numbers: repeats ? [...last.numbers] : pending, reaction, inWords, inDigits, open });
      pending = [];
    }
  });
  return { groups, pending };
}

function readLine(line: string): Line | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const { tokens, rest } = readTokens(line);
  const last = tokens.at(-1);
  const delimiter = last?.kind === 'separator' && rest !== '' ? last.text : '';
  return { ...groupTokens(tokens), rest: rest.trim(), delimiter };
}

/** The matches that the end of a line is about. */
const lastNumbers = (groups: readonly Group[]): (number | undefined)[] => {
  const numbers = groups.at(-1)?.numbers ?? [];
  return numbers.length > 0 ? numbers : [undefined];
};

const commentsOn = (numbers: readonly (number | undefined)[], comment: string): NumberedReaction[] =>
  numbers.map((number) => ({ number, reaction: { kind: 'given', meaning: 'comment', comment } }));

function expand(groups: readonly Group[]): NumberedReaction[] {
  return groups.flatMap(({ numbers, reaction }) =>
    (numbers.length > 0 ? numbers : [undefined]).map((number) => ({ number, reaction })),
  );
}

interface ReadLine {
  reactions: NumberedReaction[];
  /** More lines may follow as a comment: the line has no comment of its own, and it names its match or is an emoji. */
  open: boolean;
}

/** `no, I meant the other file` is no opinion on a match: words need the number of one to carry a comment. */
const carriesComment = (group: Group | undefined): boolean => group !== undefined && (!group.inWords || group.numbers.length > 0);

const RATE =
  /^(?:please )?rat(?:e|ing)(?: for)? (?:number |nr\.? ?|no\. ?|#)?(\d{1,2})\s?[:=,]?\s?(?:with |as |at )?([1-5])(?:\s?\/\s?5|\s?(?:stars?|★|⭐))?[.!]?$/iu;

/** `rate 1 5`: only behind the word are two numbers a match and its rating. */
function readRateLine(line: string): ReadLine | undefined {
  const [, number, rating = ''] = RATE.exec(line) ?? [];
  const reaction = number === undefined ? undefined : ratingOf(rating);
  return reaction && { reactions: [{ number: Number(number), reaction }], open: true };
}

/** `5/5 days in the office`, `3/5 at ten works`: without the number of a match, a quantity or a date sooner than a rating. */
function isQuantity(group: Group | undefined, rest: string, delimiter: string): boolean {
  const rating = group?.reaction.kind === 'given' && group.reaction.meaning === 'rating';
  return rating && (UNITS.test(rest) || (group.numbers.length === 0 && group.inDigits && delimiter === ''));
}

/** A line as reactions; undefined when it is something else. */
function readReactionLine(line: string): ReadLine | undefined {
  const rated = readRateLine(line);
  if (rated) return rated;
  const read = readLine(line);
  if (!read) return undefined;
  const { groups, pending, rest, delimiter } = read;
  const last = groups.at(-1);
  if (rest === '') return pending.length === 0 ? { reactions: expand(groups), open: carriesComment(last) } : undefined;
  if (pending.length > 0) {
    // `1: too far away`. A full stop or a bracket would take in the lines of a list, a blank `2 years of React`.
    const named = /^[:–—-]$/.test(delimiter) && pending.length === 1;
    return named ? { reactions: [...expand(groups), ...commentsOn(pending, rest)], open: false } : undefined;
  }
  // After words a stop is needed as well: `1 no remote work?` is a question.
  if (!last || !carriesComment(last) || (last.inWords && delimiter === '') || isQuantity(last, rest, delimiter)) return undefined;
  return { reactions: [...expand(groups), ...commentsOn(lastNumbers(groups), rest)], open: false };
}

function contradicts(reactions: readonly NumberedReaction[]): boolean {
  const meanings = new Map<number | undefined, Set<string>>();
  for (const { number, reaction } of reactions) {
    const word = reaction.kind === 'undo' ? 'undo' : reaction.meaning;
    meanings.set(number, (meanings.get(number) ?? new Set()).add(word));
  }
  return [...meanings.values()].some(
    (words) => (words.has('undo') && words.size > 1) || (words.has('interested') && words.has('not-interested')),
  );
}

function withoutRepeats(reactions: readonly NumberedReaction[]): NumberedReaction[] {
  const seen = new Set<string>();
  return reactions.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Reads what somebody answered to a message of ours. Understands emoji of every skin tone, names in colons, words in eight
 * languages, ratings (`4/5`, `★★★☆☆`), lists of numbers on either side (`1, 3 👍`, `👍 1 3`), `undo`, and a comment behind any
 * of them. Returns undefined for everything else, also for what can be read in two ways (`👍 2👎`).
 */
export function readReactionText(text: string): ParsedReaction | undefined {
  if (text.length > LONGEST) return undefined;
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const reactions: NumberedReaction[] = [];
  let open = false;
  for (const [index, line] of lines.entries()) {
    const read = readReactionLine(line);
    if (!read) return open ? finish([...reactions, ...trailing(reactions, lines.slice(index))]) : undefined;
    reactions.push(...read.reactions);
    open = read.reactions.length > 0 ? read.open : open;
  }
  return finish(reactions);
}

/** More lines behind a reaction are its comment. */
function trailing(reactions: readonly NumberedReaction[], lines: readonly string[]): NumberedReaction[] {
  return commentsOn([reactions.at(-1)?.number], lines.join('\n'));
}

function finish(found: readonly NumberedReaction[]): ParsedReaction | undefined {
  const reactions = withoutRepeats(found);
  const named = reactions.filter((one) => one.number !== undefined).length;
  const mixed = named > 0 && named < reactions.length;
  if (reactions.length === 0 || reactions.length > MOST_REACTIONS || mixed || contradicts(reactions)) return undefined;
  return { reactions };
}

/**
 * A free reply as a comment on a match, for what `readReactionText` does not know: when the message lists one match, or when the
 * text begins with the number of one. `items` is how many matches the message lists.
 */
export function readCommentText(text: string, items: number): ParsedReaction | undefined {
  const comment = text.trim();
  if (comment === '' || comment.length > LONGEST || items < 1) return undefined;
  const named = /^(?:(?:number|nummer|numero|número|numéro|nr\.?|no\.|#) ?)?(\d{1,2})(\s?[:.)–—-]\s?|\s)(?=\S)/iu.exec(comment);
  const number = Number(named?.[1]);
  const after = comment.slice(named?.[0].length ?? 0);
  if (named && number >= 1 && number <= items && !(/^\s$/.test(named[2] ?? '') && UNITS.test(after))) {
    return { reactions: commentsOn([number], after) };
  }
  return items === 1 ? { reactions: commentsOn([undefined], comment) } : undefined;
}
