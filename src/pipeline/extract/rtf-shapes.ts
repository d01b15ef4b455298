/** Shapes of an RTF: `\shpinst` with its edges, and properties as pairs of a name and a value. */
import type { HidingTechnique } from '../../domain/document.ts';
import type { Rgb } from './color.ts';
import { type Backdrops, type Ground, PAGE_GROUND } from './text-grounds.ts';
import { hidingOfRoom, type PageSize, type Room } from './text-room.ts';

const TWIP = 20;
const LONGEST = 200;

/** How text in a box is placed: what is behind it, and how it is hidden. */
export interface RtfBox {
  ground: Ground;
  room: HidingTechnique | undefined;
}

export class RtfShape {
  private readonly properties = new Map<string, string>();
  private readonly edges: Record<string, number> = {};
  private name = '';

  /** `\shpleft`, `\shptop`, `\shpright`, `\shpbottom` in twips. */
  edgeWord(word: string, value: number): void {
    this.edges[word.slice(3)] = value / TWIP;
  }

  /** The name and the value of a property come in pieces, each in a group of its own. */
  nameText(text: string): void {
    this.name = (this.name + text).trim().slice(0, LONGEST);
  }

  valueText(text: string): void {
    this.properties.set(this.name, ((this.properties.get(this.name) ?? '') + text).slice(0, LONGEST));
  }

  startProperty(): void {
    this.name = '';
  }

  /** For the text in it, where `around` is behind the text around it. */
  box(around: Ground, page: PageSize): RtfBox {
    const hidden = this.properties.get('fHidden') === '1' ? 'vanish' : hidingOfRoom(this.room(), page);
    const fill = this.fill();
    return { ground: fill === 'none' ? around : fill, room: hidden };
  }

  /** Text that follows may stand on it. */
  addTo(backdrops: Backdrops, page: PageSize): void {
    const fill = this.fill();
    if (fill === 'none' || this.properties.get('fHidden') === '1' || hidingOfRoom(this.room(), page)) return;
    const { width, height } = this.room();
    backdrops.add(fill, { width, height });
  }

  private room(): Room {
    const { left, top, right, bottom } = this.edges;
    const span = (from: number | undefined, to: number | undefined) =>
      from === undefined || to === undefined ? undefined : to - from;
    return { left, top, width: span(left, right), height: span(top, bottom) };
  }

  /** White where nothing is said; a picture or a run of colours may be anything. */
  private fill(): Ground | 'none' {
    const get = (name: string) => this.properties.get(name)?.trim();
    if (get('pib') !== undefined || !['0', undefined].includes(get('fillType'))) return undefined;
    if (get('fFilled') === '0' || get('shapeType') === '20' || Number(get('fillOpacity') ?? 65_536) < 6000) return 'none';
    const color = Number(get('fillColor') ?? 0xffffff);
    if (get('fillColor') === undefined) return PAGE_GROUND;
    const rgb: Rgb = [color & 255, (color >> 8) & 255, (color >> 16) & 255];
    return Number.isFinite(color) ? [rgb] : undefined;
  }
}
