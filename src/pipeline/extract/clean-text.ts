/** Characters that do not show: out of the text, and reported where they change what is read (rule A1). */
import type { HidingTechnique } from '../../domain/document.ts';

interface CleanText {
  text: string;
  hidden: { technique: HidingTechnique; text: string }[];
}

/** Anything that needs more than a look. Plain Latin, Greek, Cyrillic, CJK text does not match and is returned as it is. */
const SPECIAL =
  /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u115f\u1160\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u2e80-\u2fd5\u3000\u3164\ue000-\uf8ff\ufb00-\ufb17\ufb1d-\ufdff\ufe70-\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e01ef}\u{f0000}-\u{10ffff}]|\p{Mn}/u;

/** Cleans one stretch of text. Pure; work is linear in its length. */
export function cleanText(raw: string): CleanText {
  if (!SPECIAL.test(raw)) return { text: raw, hidden: [] };
  const hidden: CleanText['hidden'] = [];
  const untagged = takeTags(raw, hidden);
  const ordered = takeOverrides(untagged, hidden);
  const joined = takeZeroWidth(ordered, hidden);
  return { text: compose(joined), hidden };
}

/** Tags spell ASCII, selectors spell bytes: both are used to smuggle text. A flag of a region (🏴 and tags) is an emoji. */
function takeTags(text: string, hidden: CleanText['hidden']): string {
  const keep = text.replace(/\u{1f3f4}[\u{e0020}-\u{e007e}]{1,16}\u{e007f}/gu, '\u{1f3f4}');
  return keep.replace(/[\u{e0000}-\u{e007f}]+|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu, (run) => {
    const points = [...run].map((c) => c.codePointAt(0) ?? 0);
    const isTag = (points[0] ?? 0) <= 0xe007f && (points[0] ?? 0) >= 0xe0000;
    // One selector after a character chooses its glyph (emoji style, variants of Han characters).
    if (!isTag && points.length < 3) return '';
    const payload = isTag
      ? points.map(tagToCharacter).join('')
      : new TextDecoder().decode(Uint8Array.from(points.map(selectorToByte)));
    hidden.push({ technique: 'unicode-tag', text: payload.trim() || codePoints(run) });
    return '';
  });
}

function tagToCharacter(point: number): string {
  return point >= 0xe0020 && point <= 0xe007e ? String.fromCharCode(point - 0xe0000) : '';
}

function selectorToByte(point: number): number {
  return point < 0xe0100 ? point - 0xfe00 : point - 0xe0100 + 16;
}

/**
 * A right-to-left override turns letters around: what is seen is not what is written, so the seen order goes on and the
 * written one is reported. Marks, embeddings and isolates (and overrides around digits, as phone books copy them) change nothing here.
 */
function takeOverrides(text: string, hidden: CleanText['hidden']): string {
  const turned = text.replace(/\u202e([^\u202a-\u202e\u2066-\u2069\n]*)[\u202c]?/g, (_all, inside: string) => {
    if (!/[\p{L}\p{N}]/u.test(inside) || /[\u0590-\u08ff]/.test(inside)) return inside;
    hidden.push({ technique: 'bidi', text: inside });
    return [...inside].reverse().join('');
  });
  return turned.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, '');
}

/** Scripts that need joiners or have no spaces between words: zero-width characters are their orthography. */
const JOINING =
  /[\u0600-\u08ff\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1800-\u18af\u1950-\u1aaf\ufb50-\ufdff\ufe70-\ufefc]/;
const ZERO_WIDTH = /(?:[\u200b-\u200d\u2060-\u2064\ufeff\u180e\u115f\u1160\u3164\uffa0\ufff9-\ufffb]|\u034f|\u17b4|\u17b5)+/g;

/** A single break hint beside a space or a mark is typography; inside a word, or in rows, it alters what is read. */
function takeZeroWidth(text: string, hidden: CleanText['hidden']): string {
  return text.replace(ZERO_WIDTH, (run, offset: number) => {
    const before = characterBefore(text, offset);
    const after = characterAt(text, offset + run.length);
    if (JOINING.test(before) || JOINING.test(after)) return /^[\u200c\u200d]$/.test(run) ? run : '';
    if (run === '\u200d' && /\p{Extended_Pictographic}/u.test(after)) return run;
    const insideWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    if (insideWord || run.length > 2) hidden.push({ technique: 'zero-width', text: codePoints(run) });
    return '';
  });
}

function characterBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? offset - 2 : offset - 1, offset);
}

function characterAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}

const SHOWN_POINTS = 24;

function codePoints(run: string): string {
  const points = [...run];
  const names = points
    .slice(0, SHOWN_POINTS)
    .map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return names.join(' ') + (points.length > SHOWN_POINTS ? ` … (${points.length})` : '');
}

/** Bullets of Symbol and Wingdings, in the private use area where Word and PDF leave them. */
const PRIVATE_BULLETS = /[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8\uf06e\uf071\uf0e0\uf02d\uf09f\uf077\uf075\uf0de\uf0f0]/g;

function compose(text: string): string {
  return text
    .replace(PRIVATE_BULLETS, '•')
    .replace(/[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu, ' ')
    .replace(/[\x85\u2028\u2029\x0b\x0c]/g, '\n')
    .replace(/[\xa0\u2000-\u200a\u202f\u205f\u3000\u2800]/g, ' ')
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad]/g, '')
    .replace(/[\ufb00-\ufb17\ufb1d-\ufdff\ufe70-\ufefc\u2e80-\u2fd5]+/g, (run) => run.normalize('NFKC'))
    .replace(/\P{M}\p{M}+/gu, (run) => run.normalize('NFC'));
}
