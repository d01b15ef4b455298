/** What may be behind the text of a file that flows, and whether the text can be told from it (rule A1). */
import type { HidingTechnique } from '../../domain/document.ts';
import { isUnseen, parseHexColor, type Rgb, toHexColor, WHITE } from './color.ts';

/** The colours one of which is behind the text; undefined where anything may be: a picture. */
export type Ground = readonly Rgb[] | undefined;

export const PAGE_GROUND: Ground = [WHITE];

/** Rule A1. */
const TINY = 4;
/** Letters squeezed to less than this share of their width are no text. */
const SQUEEZED = 10;
/** Letters drawn together by half of their size and more lie on each other. */
const PILED = 0.45;
const CLEAR = 0.06;
/** Letters lifted by more than this are above the page. */
const LIFTED = 700;

/** `fill` of a shading: a colour; `auto`, or what is none, leaves what was there before. */
export function groundOf(fill: string | undefined, before: Ground): Ground {
  const color = fill === 'auto' ? undefined : parseHexColor(fill);
  return color ? [color] : before;
}

/** Either of two. */
export function eitherGround(one: Ground, other: Ground): Ground {
  return one && other && [...one, ...other.filter((color) => !one.includes(color))].slice(0, MAX_COLORS);
}

/** What of a run decides whether it is seen. Sizes in points. */
export interface SightLook {
  size?: number;
  /** `RRGGBB`, `#rrggbb`, or `auto`. */
  color?: string;
  /** 0…1: how much of the letters' colour there is. */
  opacity?: number;
  /** Shading right behind the letters. */
  ground?: string;
  vanish?: boolean;
  /** Width of the letters in percent. */
  stretch?: number;
  /** Room added between letters. */
  spacing?: number;
  /** How far the letters are lifted above their line, or let down below it. */
  raise?: number;
  /** Colour of the line around the letters, like `color`. */
  contour?: string;
}

/** How the run is hidden, if it is. `room` is what the place of its paragraph does to it. */
export function hidingOf(look: SightLook, ground: Ground, room?: HidingTechnique): HidingTechnique | undefined {
  if (look.vanish) return 'vanish';
  if (room) return room;
  const size = look.size ?? 11;
  if (size < TINY || (look.stretch ?? 100) < SQUEEZED || (look.spacing ?? 0) < -PILED * size) return 'tiny';
  if (Math.abs(look.raise ?? 0) > LIFTED) return 'outside-page';
  return hidingOfColors(look, groundOf(look.ground, ground));
}

function hidingOfColors({ color, opacity = 1, contour }: SightLook, behind: Ground): HidingTechnique | undefined {
  const unseen = (paint: Rgb | undefined) => paint !== undefined && behind?.every((one) => isUnseen(paint, one)) === true;
  if (contour !== undefined && !unseen(parseHexColor(contour))) return undefined;
  if (opacity < CLEAR) return 'transparent';
  // Automatic text is black or white, whichever can be seen.
  return color !== 'auto' && unseen(parseHexColor(color)) ? 'color' : undefined;
}

const LINE = 12;
/** Points: what is lower or narrower is a line, not a ground. */
const LEAST_HEIGHT = 7;
const LEAST_WIDTH = 14;
const PAGE_HEIGHT = 842;
/** Different colours behind one paragraph that are told apart; bounds the work (rule P6). */
const MAX_COLORS = 32;

/**
 * Shapes and pictures may lie behind the text, wherever they are anchored: white letters on a dark banner are usual. After such an
 * anchor its colour is one of those that may be behind, for as many paragraphs as fit into its height.
 */
export class Backdrops {
  private readonly until = new Map<string, { color: Rgb | undefined; last: number }>();
  private paragraph = 0;

  nextParagraph(): void {
    this.paragraph++;
  }

  /** In points, each at most a page; an absent height is a page. What stands on every page and fills most of it never ends. */
  add(ground: Ground, size: { width?: number; height?: number }, everyPage = false): void {
    const height = Math.min(PAGE_HEIGHT, size.height ?? PAGE_HEIGHT);
    const endless = everyPage && height > PAGE_HEIGHT / 2;
    if (!(height >= LEAST_HEIGHT) || (size.width ?? LEAST_WIDTH) < LEAST_WIDTH) return;
    const last = endless ? Number.POSITIVE_INFINITY : this.paragraph + Math.ceil(height / LINE) + 1;
    for (const color of ground ?? [undefined]) {
      const key = color ? toHexColor(color) : '';
      const known = this.until.get(key);
      if (known) known.last = Math.max(known.last, last);
      else if (this.until.size < MAX_COLORS) this.until.set(key, { color, last });
    }
  }

  /** The ground at this paragraph, where it is `page` without them. */
  ground(page: Ground): Ground {
    let ground = page;
    for (const [key, { color, last }] of this.until) {
      if (last < this.paragraph) this.until.delete(key);
      else ground = color && eitherGround(ground, [color]);
      if (!ground) return undefined;
    }
    return ground;
  }
}
