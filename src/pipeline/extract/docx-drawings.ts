/** Shapes, pictures and text boxes of a DOCX, drawn in DrawingML or VML: what they put behind text, and whether a box shows at all (rule A1). */
import type { HidingTechnique } from '../../domain/document.ts';
import { blend, parseHexColor, type Rgb, WHITE } from './color.ts';
import type { Theme } from './docx-theme.ts';
import type { XmlElement } from './read-xml.ts';
import { type Backdrops, eitherGround, type Ground } from './text-grounds.ts';
import { hidingOfRoom, type PageSize, type Room } from './text-room.ts';
import { readVmlShape } from './vml-shape.ts';

/** What stands at one anchor, or in one line of text. */
interface Drawing {
  /** The element that ends it. */
  end: string;
  /** Beside, behind or before the text, and not one of its letters. */
  anchored: boolean;
  /** Text flows around it: nothing of it is behind text but its own. */
  aside: boolean;
  room: Room;
  hidden?: HidingTechnique;
  /** Colours of its shapes; undefined: a picture, or what we cannot read. */
  fills: Ground;
  shapes: number;
  /** Shapes that were open around it. */
  depth: number;
  offset?: 'left' | 'top';
}

interface Shape {
  /** undefined: anything; `none`: no fill of its own. */
  fill: Ground | 'none';
  said: boolean;
  /** The colour that is being read, with what changes it. */
  color?: { base: Rgb; opacity: number; light: number; lift: number };
}

const EMU = 12_700;
/** Thousandths of a percent. */
const WHOLE = 100_000;

export interface Box {
  ground: Ground;
  hidden?: HidingTechnique;
}

export class DocxDrawings {
  private readonly theme: Theme;
  private readonly page: PageSize;
  private readonly backdrops: Backdrops;
  private readonly everyPage: Backdrops | undefined;
  private readonly drawings: Drawing[] = [];
  private readonly shapes: Shape[] = [];

  /** `everyPage`: of the text that these drawings, of a header or footer, may lie behind on all pages. */
  constructor(theme: Theme, page: PageSize, backdrops: Backdrops, everyPage?: Backdrops) {
    this.theme = theme;
    this.page = page;
    this.backdrops = backdrops;
    this.everyPage = everyPage;
  }

  /** `path` ends with the element. */
  open(element: XmlElement, path: readonly string[]): void {
    const { name } = element;
    if (name === 'wp:anchor' || name === 'wp:inline') this.openDrawing(name, name === 'wp:anchor');
    else if (name === 'w:pict') this.openDrawing(name, false);
    else if (name.startsWith('wp:')) this.openPlace(element, path);
    else if (name === 'wps:wsp') this.shapes.push({ fill: 'none', said: false });
    else if (name === 'pic:pic') this.addFill(undefined);
    else if (name.startsWith('v:')) this.openVml(element);
    else if (name.startsWith('a:')) this.openFill(element, path);
  }

  close(name: string, path: readonly string[]): void {
    const shape = this.shapes.at(-1);
    if (shape?.color && (name === 'a:srgbClr' || name === 'a:schemeClr' || name === 'a:sysClr' || name === 'a:prstClr'))
      this.closeColor(shape);
    else if (name === 'wps:wsp' || (name.startsWith('v:') && FILLED.has(name))) this.closeShape();
    else if (name === this.drawings.at(-1)?.end) this.closeDrawing();
    else if (name === 'wp:posOffset') this.endOffset(path);
  }

  text(text: string): void {
    const drawing = this.drawings.at(-1);
    if (!drawing?.offset) return;
    const value = Number(text) / EMU;
    if (Number.isFinite(value)) drawing.room[drawing.offset] = value;
  }

  /** The text box that begins here: what is behind it where `around` is behind the text around it, and how it is hidden. */
  box(around: Ground): Box {
    const { fill } = this.shapes.at(-1) ?? { fill: 'none' as const };
    const drawing = this.drawings.at(-1);
    const hidden = this.drawings.find((one) => one.hidden)?.hidden ?? (drawing && hidingOfDrawing(drawing, this.page));
    // Nothing of its own behind it: the text around it, or other shapes of the group.
    const below = drawing?.fills && drawing.fills.length === 0 ? around : eitherGround(around, drawing?.fills);
    const own = fill === 'none' ? below : fill;
    return { ground: own?.length === 0 ? undefined : own, ...(hidden ? { hidden } : {}) };
  }

  private openDrawing(end: string, anchored: boolean): void {
    this.drawings.push({ end, anchored, aside: false, room: {}, fills: [], shapes: 0, depth: this.shapes.length });
  }

  private openPlace(element: XmlElement, path: readonly string[]): void {
    const drawing = this.drawings.at(-1);
    if (!drawing) return;
    const { name } = element;
    if (name === 'wp:extent') {
      drawing.room.width = emu(element.attribute('cx'));
      drawing.room.height = emu(element.attribute('cy'));
    } else if (name === 'wp:posOffset') drawing.offset = path.at(-2) === 'wp:positionH' ? 'left' : 'top';
    else if (name === 'wp:docPr' && isTrue(element.attribute('hidden'))) drawing.hidden = 'vanish';
    else if (name === 'wp:wrapSquare' || name === 'wp:wrapTight' || name === 'wp:wrapThrough' || name === 'wp:wrapTopAndBottom')
      drawing.aside = true;
  }

  private endOffset(path: readonly string[]): void {
    const drawing = this.drawings.at(-1);
    if (drawing && path.length > 0) drawing.offset = undefined;
  }

  private openVml(element: XmlElement): void {
    const drawing = this.drawings.at(-1);
    const shape = this.shapes.at(-1);
    if (!drawing) return;
    if (element.name === 'v:imagedata') this.addFill(undefined);
    else if (element.name === 'v:fill' && shape) {
      if (isFalse(element.attribute('on')) || Number.parseFloat(element.attribute('opacity') ?? '1') < 0.1) shape.fill = 'none';
      // Pictures and runs of colour: anything.
      else if (!/^(?:solid)?$/.test(element.attribute('type') ?? '')) shape.fill = undefined;
    } else if (FILLED.has(element.name)) {
      const { anchored, hidden, room, fill } = readVmlShape(element, this.theme);
      // Shapes of a group have coordinates of the group's own.
      if (this.shapes.length === drawing.depth) Object.assign(drawing, { anchored, room, hidden: drawing.hidden ?? hidden });
      this.shapes.push({ fill: element.name === 'v:group' ? 'none' : fill, said: true });
    }
  }

  private openFill(element: XmlElement, path: readonly string[]): void {
    const shape = this.shapes.at(-1);
    if (!shape) return;
    const { name } = element;
    const parent = path.at(-2);
    if (parent === 'wps:spPr' && name in FILLS) {
      shape.said = true;
      shape.fill = FILLS[name];
    } else if (name === 'a:fillRef' && !shape.said) shape.fill = element.attribute('idx') === '0' ? 'none' : [];
    else if (shape.color) changeColor(shape.color, name, Number(element.attribute('val')) / WHOLE);
    else if (isFillColor(path, shape)) {
      const base = this.colorOf(element);
      if (base) shape.color = { base, opacity: 1, light: 1, lift: 0 };
      else shape.fill = undefined;
    }
  }

  private colorOf(element: XmlElement): Rgb | undefined {
    const value = element.attribute('lastClr') ?? element.attribute('val') ?? '';
    return element.name === 'a:schemeClr' ? this.theme.get(value) : parseHexColor(value);
  }

  private closeColor(shape: Shape): void {
    const { color } = shape;
    shape.color = undefined;
    if (!color || shape.fill === undefined) return;
    const base = color.base;
    const channel = (value: number): number => Math.min(255, value * color.light + 255 * color.lift);
    const lit: Rgb = [channel(base[0]), channel(base[1]), channel(base[2])];
    const before = shape.fill === 'none' ? [] : shape.fill;
    shape.fill =
      color.opacity < 0.1 ? (before.length > 0 ? before : 'none') : eitherGround(before, [blend(lit, color.opacity, WHITE)]);
  }

  private closeShape(): void {
    const shape = this.shapes.pop();
    const drawing = this.drawings.at(-1);
    if (!shape || !drawing) return;
    drawing.shapes++;
    if (shape.fill !== 'none') this.addFill(shape.fill);
  }

  private addFill(fill: Ground): void {
    const drawing = this.drawings.at(-1);
    if (!drawing) return;
    drawing.shapes++;
    drawing.fills = eitherGround(drawing.fills, fill);
  }

  private closeDrawing(): void {
    const drawing = this.drawings.pop();
    if (!drawing?.anchored || drawing.hidden || drawing.aside || hidingOfDrawing(drawing, this.page)) return;
    const fills = drawing.shapes === 0 ? undefined : drawing.fills;
    if (fills?.length === 0) return;
    this.backdrops.add(fills, drawing.room);
    this.everyPage?.add(fills, drawing.room, true);
  }
}

/** Shapes of VML that have a fill. */
const FILLED: ReadonlySet<string> = new Set([
  'v:rect',
  'v:shape',
  'v:roundrect',
  'v:oval',
  'v:polyline',
  'v:group',
  'v:background',
]);

/** What a fill begins with: no colour yet, none at all, or anything. */
const FILLS: Readonly<Record<string, Ground | 'none'>> = {
  'a:solidFill': [],
  'a:gradFill': [],
  'a:pattFill': [],
  'a:noFill': 'none',
  'a:blipFill': undefined,
  'a:grpFill': undefined,
};

/** A colour of the shape's fill, and not of its line or its shadow. */
function isFillColor(path: readonly string[], shape: Shape): boolean {
  const name = path.at(-1) ?? '';
  if (!/^a:(?:srgb|scheme|sys|prst|hsl|scrgb)Clr$/.test(name)) return false;
  if (path.at(-2) === 'a:fillRef') return !shape.said && shape.fill !== 'none';
  return (
    (path.at(-2) === 'a:solidFill' && path.at(-3) === 'wps:spPr') ||
    (path.at(-3) === 'a:pattFill' && path.at(-4) === 'wps:spPr') ||
    (path.at(-2) === 'a:gs' && path.at(-4) === 'a:gradFill' && path.at(-5) === 'wps:spPr')
  );
}

function changeColor(color: NonNullable<Shape['color']>, name: string, share: number): void {
  if (!Number.isFinite(share)) return;
  if (name === 'a:alpha') color.opacity = share;
  else if (name === 'a:lumMod' || name === 'a:shade') color.light *= share;
  else if (name === 'a:lumOff') color.lift += share;
  else if (name === 'a:tint') {
    color.light *= share;
    color.lift += 1 - share;
  }
}

function hidingOfDrawing(drawing: Drawing, page: PageSize): HidingTechnique | undefined {
  if (drawing.hidden) return drawing.hidden;
  return hidingOfRoom(drawing.anchored ? drawing.room : { width: drawing.room.width, height: drawing.room.height }, page);
}

function emu(value: string | undefined): number | undefined {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number / EMU : undefined;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 't';
}

function isFalse(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'f';
}
