/** What is behind the text of a DOCX or ODT, as far as the file tells, and whether the text can be told from it (rule A1). */
import type { HidingTechnique } from '../../domain/document.ts';
import { isUnseen, parseHexColor, type Rgb, WHITE } from './color.ts';

/** A colour, or undefined where a shape, a picture or a table style decides it. */
export type Ground = Rgb | undefined;

/** Rule A1. */
const TINY = 4;
/** Letters squeezed to less than this share of their width are no text. */
const SQUEEZED = 10;

/** `fill` of a shading: a colour, `auto` (what was there before) or a theme colour that we do not resolve. */
export function groundOf(fill: string | undefined, before: Ground): Ground {
  if (fill === undefined || fill === 'auto') return before;
  return parseHexColor(fill);
}

/** What of a run decides whether it is seen. Sizes in points. */
export interface SightLook {
  size?: number;
  /** `RRGGBB`, `#rrggbb`, or `auto`. */
  color?: string;
  /** Shading right behind the letters. */
  ground?: string;
  vanish?: boolean;
  /** Width of the letters in percent. */
  stretch?: number;
}

/** How the run is hidden, if it is. `exactHeight` is the fixed height of its line in points. */
export function hidingOf(look: SightLook, ground: Ground, exactHeight: number | undefined): HidingTechnique | undefined {
  if (look.vanish) return 'vanish';
  if ((look.size ?? 11) < TINY || (look.stretch ?? 100) < SQUEEZED || (exactHeight ?? 12) < TINY / 2) return 'tiny';
  const behind = groundOf(look.ground, ground);
  const color = look.color === undefined || look.color === 'auto' ? undefined : parseHexColor(look.color);
  // Automatic text is black or white, whichever can be seen.
  return color && behind && isUnseen(color, behind) ? 'color' : undefined;
}

/**
 * Shapes and pictures may lie behind the text, wherever they are anchored: white letters on a dark banner are usual. After such an
 * anchor the ground is unknown for as many paragraphs as fit into its height.
 */
export class Backdrops {
  private until = -1;
  private paragraph = 0;

  nextParagraph(): void {
    this.paragraph++;
  }

  /** `height` in points; undefined: for the rest of the part. */
  add(height: number | undefined): void {
    const lines = height === undefined ? Number.POSITIVE_INFINITY : Math.ceil(height / 12) + 1;
    this.until = Math.max(this.until, this.paragraph + lines);
  }

  /** The ground of the page at this paragraph. */
  ground(page: Ground): Ground {
    return this.paragraph <= this.until ? undefined : page;
  }
}

export const PAGE_GROUND: Ground = WHITE;
