/** Text that has no room to show in, or stands off the page, in any format that says where things are (rule A1). Points. */
import type { HidingTechnique } from '../../domain/document.ts';

/** Where a paragraph, a row, a frame or a shape stands; what a file does not tell is absent. */
export interface Room {
  /** From the left edge of the page, or of what it stands in. */
  left?: number;
  top?: number;
  width?: number;
  /** A height that it keeps whatever is in it. */
  height?: number;
}

export interface PageSize {
  width: number;
  height: number;
}

/** A4: pages of files that name no size. */
export const A4: PageSize = { width: 595, height: 842 };

/** Half of the smallest text that counts: lines of letters twice as high still show. */
const NO_ROOM = 2;
/** What is placed beside its column or its paragraph and not on the page may start this far from the edge. */
const MARGIN = 120;

/** How text in this room is hidden, if it is. */
export function hidingOfRoom(room: Room, page: PageSize): HidingTechnique | undefined {
  if ((room.height ?? NO_ROOM) < NO_ROOM || (room.width ?? NO_ROOM) < NO_ROOM) return 'tiny';
  const { left = 0, top = 0, width = page.width, height = 0 } = room;
  const beside = left >= page.width || left + width + MARGIN <= 0;
  return beside || top >= page.height || top + height + MARGIN <= 0 ? 'outside-page' : undefined;
}

const UNITS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 7.2 / 2.54, pc: 12, px: 0.75 };

/** `2.5cm` in points; undefined for what is no length. */
export function toPoints(value: string | undefined): number | undefined {
  const match = /^(-?[\d.]{1,20})(pt|in|cm|mm|pc|px)$/.exec(value ?? '');
  const number = Number(match?.[1]) * (UNITS[match?.[2] ?? ''] ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}
