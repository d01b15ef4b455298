/** What an emoji or a word means as an answer to a match (F6.1). Plain tables: one place for every channel. */
import type { Meaning } from '../../domain/feedback.ts';
import { foldText } from '../../domain/fold-text.ts';
import { MEANING_WORDS, type Plain, UNDO_WORDS } from './reaction-words.ts';

/** A reaction without its match. */
export type Reaction =
  | { kind: 'given'; meaning: Exclude<Meaning, 'rating' | 'comment' | 'ideal'> }
  | { kind: 'given'; meaning: 'rating'; rating: number }
  | { kind: 'undo' };

const EMOJI = {
  interested: [
    '👍',
    '❤',
    '🧡',
    '💛',
    '💚',
    '💙',
    '💜',
    '🖤',
    '🤍',
    '🤎',
    '♥',
    '💖',
    '💕',
    '😍',
    '🥰',
    '🤩',
    '🔥',
    '💯',
    '👏',
    '🙌',
    '🎉',
    '👌',
  ],
  'not-interested': ['👎', '❌', '✖', '🚫', '⛔', '🙅', '😞', '🙁', '☹', '😒', '🗑'],
  saved: ['⭐', '🌟', '★', '🔖', '📌', '📎', '💾', '📥'],
  applied: ['✅', '☑', '✔', '📨', '📩', '📤', '📮'],
} satisfies Record<Plain, readonly string[]>;

/** Names that chats and mail programs write for the same pictures. */
const EMOJI_NAMES = {
  interested: ['+1', 'thumbsup', 'thumbs_up', 'heart', 'hearts', 'heart_eyes', 'fire', '100', 'clap', 'tada', 'ok_hand'],
  'not-interested': ['-1', 'thumbsdown', 'thumbs_down', 'x', 'no_entry', 'no_entry_sign', 'no_good', 'wastebasket'],
  saved: ['star', 'star2', 'bookmark', 'pushpin', 'floppy_disk', 'inbox_tray'],
  applied: ['white_check_mark', 'heavy_check_mark', 'ballot_box_with_check', 'incoming_envelope', 'outbox_tray', 'postbox'],
} satisfies Record<Plain, readonly string[]>;

const UNDO_EMOJI = ['↩', '🔙'];
const PLAINS: readonly Plain[] = ['interested', 'not-interested', 'saved', 'applied'];

function index(tables: readonly Record<Plain, readonly string[]>[], undo: readonly string[]): ReadonlyMap<string, Reaction> {
  const entries = PLAINS.flatMap((meaning) =>
    tables.flatMap((table) => table[meaning].map((key): [string, Reaction] => [key, { kind: 'given', meaning }])),
  );
  return new Map([...entries, ...undo.map((key): [string, Reaction] => [key, { kind: 'undo' }])]);
}

const BY_EMOJI = index([EMOJI], UNDO_EMOJI);
const BY_NAME = index([EMOJI_NAMES], ['leftwards_arrow_with_hook', 'back']);
const BY_WORDS = index([MEANING_WORDS], UNDO_WORDS);
const LONGEST_PHRASE = Math.max(...[...BY_WORDS.keys()].map((key) => key.split(' ').length));
const NUMBER_NAMES = ['one', 'two', 'three', 'four', 'five'];

/** Without skin tone, variation selector, joiner and gender: 👍🏽 and ❤️ are 👍 and ❤ (rule S12). */
function plainEmoji(emoji: string): string {
  return emoji.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f]|\u200d[\u2640\u2642]/gu, '');
}

/** Folded, without apostrophes and without punctuation around words. */
function phraseKey(text: string): string {
  return foldText(text)
    .replace(/['`]/g, '')
    .replace(/[\s.,!?;:–—-]+/g, ' ')
    .trim();
}

/** The meaning of a single emoji, or of a name in colons (`:+1:`, `:thumbsup::skin-tone-3:`); undefined when it has none. */
export function meaningOfEmoji(emoji: string): Reaction | undefined {
  const name = /^:([a-z0-9_+-]{1,40}):/i.exec(emoji)?.[1]?.toLowerCase();
  if (name !== undefined) return BY_NAME.get(name) ?? ratingOf(String(NUMBER_NAMES.indexOf(name) + 1));
  const plain = plainEmoji(emoji.trim());
  // As a reaction of its own a keycap is a rating; in a text it is the number of a match.
  const keycap = /^([1-5])\u20e3$/.exec(plain)?.[1];
  return keycap === undefined ? BY_EMOJI.get(plain) : ratingOf(keycap);
}

/** The meaning of whole words (`not for me`, `gemerkt`); undefined when they are anything else. */
export function meaningOfWords(text: string): Reaction | undefined {
  return text.length > 60 ? undefined : BY_WORDS.get(phraseKey(text));
}

/** 1…5 as text, else undefined. */
export function ratingOf(text: string): Reaction | undefined {
  return /^[1-5]$/.test(text) ? { kind: 'given', meaning: 'rating', rating: Number(text) } : undefined;
}

/** How many words the longest phrase of the table has. */
export function longestPhrase(): number {
  return LONGEST_PHRASE;
}
