/** Accents that are drawn apart from their letters, as old TeX fonts have it. */
import { type Glyph, pointOn, type Span } from './pdf-span.ts';

/** Spacing accents and the marks they stand for. TeX draws `é` as an accent and then the letter under it. */
const COMBINING: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '´': '\u0301',
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '¨': '\u0308',
  '˚': '\u030a',
  ˇ: '\u030c',
  '¸': '\u0327',
  '˛': '\u0328',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '˝': '\u030b',
};

/** The letter with the accent that is drawn over it; undefined where the one is no accent or stands beside the other. */
export function accentOver(accent: Glyph, letter: Glyph, size: number): string | undefined {
  const mark = COMBINING[accent.text.trim()];
  const middle = accent.at + accent.width / 2;
  const over = middle > letter.at - 0.05 * size && middle < letter.at + letter.width + 0.05 * size;
  return mark && over && /^\p{L}$/u.test(letter.text) ? (dotted(letter.text) + mark).normalize('NFC') : undefined;
}

function dotted(letter: string): string {
  return letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
}

const BARE: Glyph = { text: '', at: 0, width: 0 };
/** In sizes: an accent over a capital is drawn that much higher than it stands in the font. */
const RAISED = 0.6;
/** The letter is drawn right before its accent or right after it. */
const NEIGHBOURS = [1, -1, 2, -2];

/** Spans without accents that stand over a letter of a span drawn beside them, alone or at the end of what was drawn before it: over capitals TeX lifts them off the baseline. */
export function withAccentsOnLetters(spans: readonly Span[]): readonly Span[] {
  if (!spans.some((span) => isAccent(span.glyphs.at(-1)))) return spans;
  const placed = new Set<Span>();
  for (const [i, span] of spans.entries()) {
    if (isLoneAccent(span)) {
      if (NEIGHBOURS.some((step) => putOn(span, spans[i + step]))) placed.add(span);
    } else if (isAccent(span.glyphs.at(-1)) && putOn(span, spans[i + 1])) {
      // `T¯` and, drawn from below the accent, `ui`: the letters that follow are a span by themselves. What is left keeps its place.
      span.glyphs.splice(-1, 1, { ...(span.glyphs.at(-1) ?? BARE), text: '' });
    }
  }
  return spans.filter((span) => !placed.has(span));
}

const isAccent = (glyph: Glyph | undefined): boolean => COMBINING[glyph?.text.trim() ?? ''] !== undefined;
const isLoneAccent = ({ glyphs }: Span): boolean => glyphs.length === 1 && isAccent(glyphs[0]);

function putOn(accent: Span, letters: Span | undefined): boolean {
  const mark = accent.glyphs.at(-1);
  if (!mark || !letters || isLoneAccent(letters)) return false;
  const [x, y] = pointOn(accent, mark.at, 0);
  const [dx, dy] = [x - letters.origin[0], y - letters.origin[1]];
  const at = dx * letters.along[0] + dy * letters.along[1];
  const height = dx * letters.up[0] + dy * letters.up[1];
  if (Math.abs(height) > RAISED * letters.size || accent.along[0] * letters.along[0] + accent.along[1] * letters.along[1] < 0.99)
    return false;
  for (const letter of letters.glyphs) {
    const accented = accentOver({ ...mark, at }, letter, letters.size);
    if (!accented) continue;
    letter.text = accented;
    return true;
  }
  return false;
}
