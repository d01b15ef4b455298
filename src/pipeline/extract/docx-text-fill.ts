/** What Word's text effects do to letters: `w14:textFill` overrules their colour, `w14:textOutline` draws around them. */
import { parseHexColor, toHexColor } from './color.ts';
import type { RunLook } from './docx-styles.ts';
import type { Theme } from './docx-theme.ts';
import type { XmlElement } from './read-xml.ts';

/** Thousandths of a percent. */
const WHOLE = 100_000;

/** Reads an element below `w14:textFill` or `w14:textOutline` into the look of its run. `path` leads to it. */
export function readTextEffect(element: XmlElement, look: RunLook, theme: Theme, path: readonly string[]): void {
  const { name } = element;
  const outline = path.includes('w14:textOutline');
  if (!outline && !path.includes('w14:textFill')) return;
  const value = element.attribute('w14:val');
  if (name === 'w14:noFill') {
    if (outline) look.contour = undefined;
    else look.opacity = 0;
  } else if (name === 'w14:srgbClr' || name === 'w14:schemeClr') {
    const color = name === 'w14:srgbClr' ? parseHexColor(value) : theme.get(value ?? '');
    if (!color) return;
    const hex = toHexColor(color).slice(1);
    if (outline) look.contour = hex;
    // Of letters that fade from one colour to another the darker end counts.
    else look.color = path.includes('w14:gradFill') && isDarker(look.color, hex) ? look.color : hex;
  } else if (name === 'w14:alpha') {
    // How clear, and not how dense, as everywhere else.
    const opacity = 1 - Number(value) / WHOLE;
    if (outline) look.contour = opacity < 0.1 ? undefined : look.contour;
    else if (Number.isFinite(opacity)) look.opacity = opacity;
  }
}

function isDarker(one: string | undefined, other: string): boolean {
  const sum = (hex: string | undefined) => parseHexColor(hex)?.reduce((a, b) => a + b) ?? Number.POSITIVE_INFINITY;
  return sum(one) < sum(other);
}
