/** The words of a reaction: numbers of matches, meanings, separators. What is none of these is the beginning of a comment. */
import { longestPhrase, meaningOfEmoji, meaningOfWords, type Reaction, ratingOf } from './reaction-meanings.ts';

type TokenBody =
  | { kind: 'number'; number: number }
  | { kind: 'meaning'; reaction: Reaction; inWords: boolean; inDigits: boolean }
  | { kind: 'separator'; text: string };

/** `glued`: no white space before it. */
export type ReactionToken = TokenBody & { glued: boolean };

export interface ReactionTokens {
  tokens: ReactionToken[];
  /** From the first thing that is no token; empty when all of the line was read. */
  rest: string;
}

// All sticky, each with at most one unbounded class per step (rule P6).
const NUMBER = /(?:(?:number|nummer|numero|número|numéro|nr\.?|no\.|#|item|match|job) ?)?(\d{1,2})(?!\d|\u20e3|\ufe0f)[.)]?/iuy;
const KEYCAP = /([1-9])\ufe0f?\u20e3/uy;
const RATING =
  /([1-9])\s{0,2}(?:\/|of|out of|von|sur|de|su|van|z)\s{0,2}5(?!\d)|([1-9])\s{0,2}(?:stars?|sterne?n?|étoiles?|estrell?as?|stell[ae]|sterren|gwiazdk[ai])(?!\p{L})/iuy;
/** `1 4⭐`, `1: 4⭐`: behind the number of a match; `4⭐` alone is number 4, saved, and so is `2, 4 ⭐`. */
const STARRED = /([1-5])(?:★|⭐)\ufe0f?(?![★⭐])/uy;
const STARS = /((?:⭐\ufe0f?|★){2,9})|(★☆{1,4})/uy;
const EMPTY_STARS = /☆{1,4}/uy;
const EMOJI = /\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f]|\u200d[\u2640\u2642]\ufe0f?)*/uy;
const EMOJI_NAME = /:[a-z0-9_+-]{1,40}:(?::skin-tone-\d:)?/iuy;
const SEPARATOR = /[,;:&+.!–—-]|(?:and|und|et|y|e|en|i|also)(?!\p{L})/iuy;
const FILLER =
  /(?:thanks|thank you|thx|please|danke|bitte|merci|gracias|grazie|obrigad[oa]|bedankt|dziękuję|hi|hello|hey|hallo|bonjour|hola|ciao|shortlist|rated?|rating|bewertung|note|the|for|für|pour|para|per|voor)(?!\p{L})|🙏\p{Emoji_Modifier}?|[:;]-?\)/iuy;
const WORD = /[\p{L}\p{M}'’]{1,24}/uy;

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}

type Found = { length: number; token?: TokenBody };

function readRating(text: string, index: number, behindNumber: boolean): Found | undefined {
  const stars = at(STARS, text, index);
  if (stars) {
    const full = [...stars[0]].filter((char) => char === '⭐' || char === '★').length;
    const empty = at(EMPTY_STARS, text, index + stars[0].length)?.[0].length ?? 0;
    const reaction = ratingOf(String(full));
    return reaction && { length: stars[0].length + empty, token: meant(reaction) };
  }
  const starred = behindNumber ? ratingOf(at(STARRED, text, index)?.[1] ?? '') : undefined;
  if (starred) return { length: at(STARRED, text, index)?.[0].length ?? 0, token: meant(starred) };
  const found = at(RATING, text, index);
  const reaction = found && ratingOf(found[1] ?? found[2] ?? '');
  return found && reaction && { length: found[0].length, token: { ...meant(reaction), inDigits: true } };
}

const meant = (reaction: Reaction, inWords = false) => ({ kind: 'meaning' as const, reaction, inWords, inDigits: false });

function readNumber(text: string, index: number): Found | undefined {
  const found = at(KEYCAP, text, index) ?? at(NUMBER, text, index);
  const number = Number(found?.[1]);
  return found && number > 0 ? { length: found[0].length, token: { kind: 'number', number } } : undefined;
}

function readEmoji(text: string, index: number): Found | undefined {
  const found = at(EMOJI, text, index) ?? at(EMOJI_NAME, text, index);
  const reaction = found && meaningOfEmoji(found[0]);
  return found && reaction && { length: found[0].length, token: meant(reaction) };
}

/** The longest phrase of the table that begins here and ends with a whole word. */
function readPhrase(text: string, index: number): Found | undefined {
  let best: Found | undefined;
  let end = index;
  for (let count = 0; count < longestPhrase(); count++) {
    const word = at(WORD, text, end);
    if (!word) break;
    const wordEnd = end + word[0].length;
    const reaction = meaningOfWords(text.slice(index, wordEnd));
    if (reaction) best = { length: wordEnd - index, token: meant(reaction, true) };
    if (text[wordEnd] !== ' ' && text[wordEnd] !== '-') break;
    end = wordEnd + 1;
  }
  return best;
}

function readSeparator(text: string, index: number): Found | undefined {
  const found = at(SEPARATOR, text, index);
  return found && { length: found[0].length, token: { kind: 'separator', text: found[0] } };
}

function readFiller(text: string, index: number): Found | undefined {
  const found = at(FILLER, text, index);
  return found && { length: found[0].length };
}

function endsWithNumber(tokens: readonly ReactionToken[]): boolean {
  const [before, last] = [tokens.at(-2), tokens.at(-1)];
  return last?.kind === 'number' || (last?.kind === 'separator' && last.text === ':' && before?.kind === 'number');
}

/** Reads one line. A rating before a number, because `4/5` begins with one; words before separators, because `e` is a word too. */
export function readTokens(line: string): ReactionTokens {
  const tokens: ReactionToken[] = [];
  let index = 0;
  let glued = false;
  // Politeness in front of a comment is part of it.
  let read = 0;
  while (index < line.length) {
    if (/\s/.test(line.charAt(index))) {
      index += 1;
      glued = false;
      continue;
    }
    const found =
      readRating(line, index, endsWithNumber(tokens)) ??
      readNumber(line, index) ??
      readEmoji(line, index) ??
      readPhrase(line, index) ??
      readFiller(line, index) ??
      readSeparator(line, index);
    if (!found) return { tokens, rest: line.slice(read) };
    if (found.token) tokens.push({ ...found.token, glued });
    index += found.length;
    if (found.token) read = index;
    glued = true;
  }
  return { tokens, rest: '' };
}
