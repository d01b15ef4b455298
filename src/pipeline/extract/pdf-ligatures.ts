/**
 * Ligatures that lost their name: web fonts cut down by a browser hold a glyph for `fi` that says it is character 0. Which
 * letters it joins shows in its width, since a ligature is about as wide as its letters.
 */
import type { PdfFont } from './pdf-fonts.ts';
import type { Glyph } from './pdf-span.ts';

/** The usual ones, the most frequent first; the first that fits wins, since `fi` and `fl` are often equally wide. */
const LIGATURES = ['fi', 'ff', 'fl', 'ffi', 'ti', 'tt', 'ffl'];
/** Kerning inside ligatures takes or gives this share of the width. */
const TOLERANCE = 0.08;
const NAMELESS = '\0';

export class Ligatures {
  private readonly letters = new Map<PdfFont, Map<string, number>>();
  private readonly nameless: { glyph: Glyph; font: PdfFont; units: number }[] = [];

  /** Notes a glyph; `units` is its width in units of the font. */
  note(glyph: Glyph, font: PdfFont, units: number): void {
    if (glyph.text === NAMELESS) this.nameless.push({ glyph, font, units });
    else if (glyph.text.length === 1 && 'filtj'.includes(glyph.text)) {
      const known = this.letters.get(font) ?? new Map<string, number>();
      this.letters.set(font, known.set(glyph.text, units));
    }
  }

  /** Gives the nameless glyphs of the page their letters; those that fit nothing stay nameless and are dropped later. */
  resolve(): void {
    for (const { glyph, font, units } of this.nameless) glyph.text = this.guess(font, units) ?? NAMELESS;
  }

  private guess(font: PdfFont, units: number): string | undefined {
    const known = this.letters.get(font);
    return LIGATURES.find((text) => {
      const widths = [...text].map((letter) => known?.get(letter) ?? Number.NaN);
      const sum = widths.reduce((total, width) => total + width, 0);
      return Math.abs(sum - units) < TOLERANCE * units;
    });
  }
}
