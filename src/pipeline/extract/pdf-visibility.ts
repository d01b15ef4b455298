/** Which spans of a PDF page a reader can see, and how the others were hidden (rule A1). */
import type { HidingTechnique } from '../../domain/document.ts';
import { blend, isUnseen, type Rgb, WHITE } from './color.ts';
import { type Box, contains, type Point } from './matrix.ts';
import { INKED, type PageInk } from './page-ink.ts';
import { PaintIndex } from './paint-index.ts';
import { boxOf, type Paint, paintsAt } from './pdf-paint.ts';
import { endOf, pointOn, type Span } from './pdf-span.ts';

/** Rule A1: smaller than this nobody reads. */
const TINY = 4;
const TRANSPARENT = 0.06;
const OPAQUE = 0.95;
/** Where along a span to look: enough to tell "all of it" from "an end of it". */
const STATIONS = [0.04, 0.2, 0.35, 0.5, 0.65, 0.8, 0.96];
/** Heights above the baseline in ems: a strike-through or an underline covers one of them, never both. */
const HEIGHTS = [0.12, 0.42];
/** A paint thinner than this is a line; it neither hides a word nor is it its ground. */
const LINE_THICKNESS = 2.5;
/** Hiding that a program also uses for text whose letters it draws as shapes. */
const INKLESS: ReadonlySet<HidingTechnique> = new Set(['transparent', 'render-mode']);
/** Share of the length of a span that the shapes of its letters take (spaces take none), and contours a letter. */
const OUTLINED_SHARE = 0.6;
const CONTOURS_A_LETTER = 0.8;
/** Share of the page that pictures cover on a scan. */
const SCAN_SHARE = 0.6;
/** A scan has next to no text of its own: a stamp or a page number, in characters and as a share of the hidden layer. */
const SCAN_OWN_TEXT = 120;
const SCAN_OWN_SHARE = 0.1;

/** Nobody sees a smaller difference of grey. */
const FLAT = 10;
/** Of the cells of a recognised line: the boxes of OCR programs are not exact. */
const INKED_SHARE = 0.4;
/** A line with so many gaps between its words, of which less than this share are gaps on the picture, says something else than the picture. */
const GAPS = 5;
const GAPS_SHARE = 0.6;
/** Letters that take less room than this (ems a letter) are squeezed until nobody reads them; an `l` takes 0.22. */
const SQUEEZED = 0.06;
const SQUEEZED_LETTERS = 4;

interface SightPage {
  /** Crop box in page space. */
  crop: Box;
  paints: readonly Paint[];
  /** What a picture of the page shows; absent as long as nobody needed one. */
  ink?: PageInk;
}

export interface Sight {
  /** A span that is absent can be seen. */
  hidden: Map<Span, HidingTechnique>;
  /** The text layer of a scan was let through. */
  scan: boolean;
  /** Some line of the text layer has its words elsewhere than the picture has them. */
  doubtful: boolean;
  /** Only `ink` would tell whether some text can be seen; it is taken for visible. */
  unsure: boolean;
}

/** What is hidden, by span. */
export function findHidden(spans: readonly Span[], page: SightPage): Sight {
  const areas = page.paints.filter((p) => p.box[2] - p.box[0] > LINE_THICKNESS && p.box[3] - p.box[1] > LINE_THICKNESS);
  const hidden = new Map<Span, HidingTechnique>();
  const index = new PaintIndex(areas, page.crop);
  let unsure = false;
  for (const span of spans) {
    const technique = techniqueOf(span, page.crop, index);
    if (technique === 'unknown' || (span.veiled && (technique === undefined || technique === 'color'))) {
      unsure = true;
      if (page.ink ? isFlat(page.ink.contrasts(span)) : technique === 'color') hidden.set(span, 'color');
    } else if (technique && !(INKLESS.has(technique) && isDrawnAsOutlines(span, index))) hidden.set(span, technique);
  }
  const scan = isScan(spans, hidden, page);
  if (scan) letTextLayerThrough(hidden, page);
  const doubtful = scan && spans.some((span) => !hidden.has(span) && isElsewhere(span, page.ink));
  return { hidden, scan, doubtful, unsure: (unsure || scan) && !page.ink };
}

function isElsewhere(span: Span, ink: PageInk | undefined): boolean {
  if (!ink || span.mode !== 3) return false;
  const { all, paper } = ink.gaps(span);
  return all >= GAPS && paper < GAPS_SHARE * all;
}

/** Text whose ground the operators do not tell, and that leaves no trace in a picture of the page. */
function isFlat(contrasts: readonly number[]): boolean {
  return contrasts.length > 0 && contrasts.every((contrast) => contrast < FLAT);
}

/** Recognised text stands where there is something to recognise. */
function isOverInk(contrasts: readonly number[]): boolean {
  return contrasts.filter((contrast) => contrast >= INKED).length >= INKED_SHARE * contrasts.length;
}

/**
 * Skia (Chrome's printing) draws letters that it had to embolden as paths and lays the text over them with alpha 0, so that
 * it can be selected; design programs do the same with render mode 3. Counted are shapes inside the line of the text, as many as letters.
 */
function isDrawnAsOutlines(span: Span, paints: PaintIndex): boolean {
  const length = endOf(span);
  const line = boxOf([
    pointOn(span, -0.3 * span.size, -0.45 * span.size),
    pointOn(span, length + 0.3 * span.size, 1.15 * span.size),
  ]);
  let contours = 0;
  const inked: Box[] = [];
  for (const paint of paints.touching(line)) {
    if (!paint.outline || !isInside(paint.box, line) || isInvisible(paint, paints)) continue;
    contours += paint.outline.polygons.length;
    inked.push(paint.box);
  }
  const steps = 20;
  let covered = 0;
  for (let i = 0; i < steps; i++) {
    const [x, y] = pointOn(span, ((i + 0.5) / steps) * length, 0.3 * span.size);
    if (inked.some((box) => x >= box[0] && x <= box[2] && y >= box[1] - span.size && y <= box[3] + span.size)) covered++;
  }
  return covered >= OUTLINED_SHARE * steps && contours >= CONTOURS_A_LETTER * count([span]);
}

function isInside(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

function isInvisible(paint: Paint, paints: PaintIndex): boolean {
  const center: Point = [(paint.box[0] + paint.box[2]) / 2, (paint.box[1] + paint.box[3]) / 2];
  const ground = groundAt(center, paint.order - 1, paints);
  return (
    paint.alpha < TRANSPARENT ||
    (paint.color !== undefined && ground !== undefined && isUnseen(blend(paint.color, paint.alpha, ground), ground))
  );
}

/** The text that OCR puts behind (or under) the picture of a page is what the reader sees in the picture. */
function letTextLayerThrough(hidden: Map<Span, HidingTechnique>, page: SightPage): void {
  for (const [span, technique] of hidden) {
    if (technique !== 'render-mode' && technique !== 'covered') continue;
    const other = span.size < TINY ? 'tiny' : isOutside(span, page.crop) ? 'outside-page' : undefined;
    if (!other && page.ink && !isOverInk(page.ink.contrasts(span))) continue;
    if (other) hidden.set(span, other);
    else hidden.delete(span);
  }
}

function isScan(spans: readonly Span[], hidden: ReadonlyMap<Span, HidingTechnique>, page: SightPage): boolean {
  const layer = count(spans.filter((span) => hidden.get(span) === 'render-mode' || hidden.get(span) === 'covered'));
  if (layer === 0) return false;
  const own = count(spans.filter((span) => !hidden.has(span)));
  return own <= SCAN_OWN_TEXT && own <= SCAN_OWN_SHARE * layer && pictureShare(page) >= SCAN_SHARE;
}

/** Share of the page under pictures, by looking at a grid of points. */
export function pictureShare({ crop, paints }: SightPage): number {
  const pictures = paints.filter((paint) => paint.kind !== 'fill');
  const steps = 20;
  let covered = 0;
  for (let i = 0; i < steps * steps; i++) {
    const x = crop[0] + ((Math.floor(i / steps) + 0.5) / steps) * (crop[2] - crop[0]);
    const y = crop[1] + (((i % steps) + 0.5) / steps) * (crop[3] - crop[1]);
    if (pictures.some((picture) => contains(picture.box, [x, y]))) covered++;
  }
  return covered / (steps * steps);
}

function count(spans: readonly Span[]): number {
  let n = 0;
  for (const span of spans) for (const glyph of span.glyphs) n += glyph.text.trim().length;
  return n;
}

function techniqueOf(span: Span, crop: Box, paints: PaintIndex): HidingTechnique | 'unknown' | undefined {
  if (span.layerOff) return 'layer-off';
  if (span.mode === 3 || (span.mode === 7 && !span.paintedThrough)) return 'render-mode';
  if (span.alpha < TRANSPARENT) return 'transparent';
  if (span.size < TINY || isSqueezed(span)) return 'tiny';
  if (isOutside(span, crop)) return 'outside-page';
  const stations = STATIONS.map((at) => HEIGHTS.map((height) => pointOn(span, at * endOf(span), height * span.size)));
  if (stations.every((points) => points.every((point) => isCovered(point, span, paints)))) return 'covered';
  if (stations.every((points) => points.some((point) => isBlendedOver(point, span, paints)))) return 'unknown';
  const seen = stations.map((points) => isLostInGround(points[1] ?? points[0] ?? span.origin, span, paints));
  if (seen.filter((lost) => lost).length >= STATIONS.length - 1) return 'color';
  return seen.filter((lost) => lost !== false).length >= STATIONS.length - 1 ? 'unknown' : undefined;
}

function isSqueezed(span: Span): boolean {
  return span.glyphs.length >= SQUEEZED_LETTERS && endOf(span) < SQUEEZED * span.size * span.glyphs.length;
}

function isOutside(span: Span, crop: Box): boolean {
  return STATIONS.every((at) =>
    HEIGHTS.every((height) => {
      const point = pointOn(span, at * endOf(span), height * span.size);
      return !contains(crop, point) || !contains(span.clip, point);
    }),
  );
}

function isCovered(point: Point, span: Span, paints: PaintIndex): boolean {
  for (const paint of paints.at(point)) {
    if (paint.order <= span.order) return false;
    if (paint.opaque && paintsAt(paint, point)) return true;
  }
  return false;
}

/** `Screen`, `Multiply` and others let shine through what they like. */
function isBlendedOver(point: Point, span: Span, paints: PaintIndex): boolean {
  for (const paint of paints.at(point)) {
    if (paint.order <= span.order) return false;
    if (paint.blends && paintsAt(paint, point)) return true;
  }
  return false;
}

/** undefined: the ground, or the colour of the letters, is a picture or a pattern. */
function isLostInGround(point: Point, span: Span, paints: PaintIndex): boolean | undefined {
  const ground = groundAt(point, span.order, paints);
  if (ground === undefined || span.colors.includes(undefined)) return undefined;
  return span.colors.every((color) => color !== undefined && isUnseen(blend(color, span.alpha, ground), ground));
}

/** The colour under a point at the time of an order; undefined when a picture or a pattern is there. */
export function groundAt(point: Point, order: number, paints: PaintIndex): Rgb | undefined {
  const layers: { color: Rgb; alpha: number }[] = [];
  let ground = WHITE;
  for (const paint of paints.at(point)) {
    if (paint.order > order || paint.alpha < 0.01 || !paintsAt(paint, point)) continue;
    if (!paint.color) return undefined;
    if (paint.alpha >= OPAQUE) {
      ground = paint.color;
      break;
    }
    layers.push({ color: paint.color, alpha: paint.alpha });
  }
  return layers.reduceRight((below, layer) => blend(layer.color, layer.alpha, below), ground);
}
