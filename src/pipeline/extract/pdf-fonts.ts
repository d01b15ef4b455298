/** Weight and slant of a PDF font. pdfjs tells them of substituted fonts only, so the PostScript name has to. */
export interface PdfFont {
  bold: boolean;
  italic: boolean;
  vertical: boolean;
  type3: boolean;
  /** Text space per glyph unit. */
  unit: number;
  /** Height of a glyph in units of the font size, for Type 3 fonts that are shown at a size of 1 or less. */
  emHeight: number;
  /** Vertical origin and advance for vertical fonts: `[advance, x, y]`. */
  verticalMetrics?: readonly number[];
  /** Symbol fonts number their bullets as they like. */
  symbolic: boolean;
}

/** `F`, `Bd`, `BX` and `Blk` are short for bold: Adobe, Monotype, Computer Modern and ITC names. */
const BOLD_NAME =
  /bold|black|heavy|demi|extrab|ultra(?!light)|\bsemib|-(?:bd|blk|sb|xb|hv)|(?:^|\+)(?:cm|sf|ec|lm)[a-z]*b(?:x|sr|$)|(?:^|\+)(?:sfbx|ecbx|cmbx|cmssbx|cmb\d)/i;
const ITALIC_NAME =
  /italic|oblique|slanted|kursiv|-(?:it|bdit|obl)\b|(?:^|\+)(?:cm(?:ti|sl|bxti|ssi|mi)|sf(?:ti|sl|bi)|ec(?:ti|sl|bi))\d/i;

/** Reads the font object of pdfjs (its shape is not part of their public types). */
export function readFont(value: unknown): PdfFont | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const name = 'name' in value && typeof value.name === 'string' ? value.name : '';
  const matrix = numbers(value, 'fontMatrix');
  const type3 = flag(value, 'isType3Font');
  return {
    bold: flag(value, 'bold') || flag(value, 'black') || BOLD_NAME.test(name),
    italic: flag(value, 'italic') || ITALIC_NAME.test(name),
    vertical: flag(value, 'vertical'),
    type3,
    unit: matrix?.[0] || 0.001,
    emHeight: type3 ? type3Height(numbers(value, 'bbox'), matrix?.[3]) : 1,
    verticalMetrics: numbers(value, 'defaultVMetrics'),
    symbolic: /symbol|wingding|dingbat|awesome|icon|webding/i.test(name),
  };
}

/** Bitmap fonts of LaTeX have a font size of 1 and glyphs in device pixels: only the box of the glyphs tells how tall they are. */
function type3Height(box: readonly number[] | undefined, unit: number | undefined): number {
  const height = box && unit ? Math.abs(((box[3] ?? 0) - (box[1] ?? 0)) * unit) : 0;
  return height > 0 ? height : 1;
}

function flag(value: object, key: string): boolean {
  return key in value && Reflect.get(value, key) === true;
}

function numbers(value: object, key: string): readonly number[] | undefined {
  const list: unknown = key in value ? Reflect.get(value, key) : undefined;
  return Array.isArray(list) && list.every((n) => typeof n === 'number') ? list : undefined;
}
