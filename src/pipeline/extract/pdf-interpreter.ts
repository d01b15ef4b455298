/**
 * Walks the operator list of a PDF page (pdfjs) and notes what it shows: spans of glyphs and paints, in order.
 * The state machine follows `CanvasGraphics` of pdfjs; getTextContent() would be less work but knows neither colour nor
 * render mode, and nothing of what was painted before or after.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parseHexColor, type Rgb } from './color.ts';
import {
  type Box,
  EVERYWHERE,
  IDENTITY,
  intersect,
  type Matrix,
  multiply,
  NOWHERE,
  toBox,
  toMatrix,
  transformBox,
} from './matrix.ts';
import { type PdfFont, readFont } from './pdf-fonts.ts';
import { boxOf, flattenPath, isUprightRectangle, type Paint } from './pdf-paint.ts';
import { continues, type Glyph, type Span, startSpan } from './pdf-span.ts';
import { initialState, type PdfState } from './pdf-state.ts';

export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** What the page asks of the file around it. */
export interface PdfResources {
  /** Font object of pdfjs by its loaded name. */
  font(name: string): unknown;
  /** True when the optional content group (layer) is switched off. */
  isLayerOff(group: unknown): boolean;
}

export interface PdfSight {
  spans: Span[];
  paints: Paint[];
}

/** More shapes than any page of text has; the rest is drawing. Bounds the work on vector art. */
const MAX_PAINTS = 20_000;
const MAX_SAVES = 10_000;

const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const EVEN_ODD: ReadonlySet<number> = new Set([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);
const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
]);
const STENCILS: ReadonlySet<number> = new Set([
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
]);

export class PdfInterpreter {
  private readonly spans: Span[] = [];
  private readonly paints: Paint[] = [];
  private readonly stack: PdfState[] = [];
  private readonly layers: boolean[] = [];
  private readonly fonts = new Map<string, PdfFont | undefined>();
  private state: PdfState;
  private open: Span | undefined;
  private through: Span[] = [];
  private clipPending = false;
  private maskDepth = 0;
  private painted = 0;
  private readonly base: Matrix;
  private readonly resources: PdfResources;

  /** `base` maps the user space of the page to page space. */
  constructor(base: Matrix, resources: PdfResources) {
    this.base = base;
    this.resources = resources;
    this.state = initialState(base, EVERYWHERE);
  }

  run(list: OperatorList): PdfSight {
    list.fnArray.forEach((op, i) => {
      const args = list.argsArray[i];
      this.step(op, Array.isArray(args) ? args : []);
    });
    return { spans: this.spans, paints: this.paints };
  }

  private step(op: number, args: readonly unknown[]): void {
    if (op === OPS.showText) this.showText(args[0]);
    else if (op === OPS.constructPath) this.drawPath(args);
    else if (PICTURES.has(op) || STENCILS.has(op) || op === OPS.paintSolidColorImageMask) this.drawPicture(op);
    else if (op === OPS.shadingFill) this.addPaint({ box: this.state.clip, kind: 'fill', opaque: false });
    else if (!this.textOperator(op, args) && !this.colorOperator(op, args)) this.structureOperator(op, args);
  }

  private textOperator(op: number, args: readonly unknown[]): boolean {
    const s = this.state;
    const n = number(args[0]);
    if (op === OPS.beginText) this.setTextMatrix(IDENTITY);
    else if (op === OPS.setTextMatrix) this.setTextMatrix(toMatrix(args[0]) ?? IDENTITY);
    else if (op === OPS.moveText) this.moveText(n, number(args[1]));
    else if (op === OPS.setLeadingMoveText) {
      s.leading = number(args[1]);
      this.moveText(n, number(args[1]));
    } else if (op === OPS.nextLine) this.moveText(0, s.leading);
    else if (op === OPS.setLeading) s.leading = -n;
    else if (op === OPS.setCharSpacing) s.charSpacing = n;
    else if (op === OPS.setWordSpacing) s.wordSpacing = n;
    else if (op === OPS.setHScale) s.horizontalScale = n / 100;
    else if (op === OPS.setTextRise) s.rise = n;
    else if (op === OPS.setTextRenderingMode) s.mode = n;
    else if (op === OPS.setFont) this.setFont(args[0], args[1]);
    else return false;
    return true;
  }

  private colorOperator(op: number, args: readonly unknown[]): boolean {
    const s = this.state;
    if (op === OPS.setFillRGBColor) s.fill = parseHexColor(args[0]) ?? bytesToColor(args);
    else if (op === OPS.setStrokeRGBColor) s.stroke = parseHexColor(args[0]) ?? bytesToColor(args);
    else if (op === OPS.setFillColorN) s.fill = undefined;
    else if (op === OPS.setStrokeColorN) s.stroke = undefined;
    else if (op === OPS.setLineWidth) s.lineWidth = number(args[0]);
    else if (op === OPS.setGState) this.setGraphicsState(args[0]);
    else return false;
    return true;
  }

  private structureOperator(op: number, args: readonly unknown[]): void {
    if (op === OPS.save) this.save();
    else if (op === OPS.restore) this.restore();
    else if (op === OPS.transform) this.transform(toMatrix(args));
    else if (op === OPS.clip || op === OPS.eoClip) this.clipPending = true;
    else if (op === OPS.paintFormXObjectBegin) this.beginForm(args);
    else if (op === OPS.paintFormXObjectEnd) this.restore();
    else if (op === OPS.beginGroup) this.beginGroup(args[0]);
    else if (op === OPS.endGroup) this.endGroup(args[0]);
    else if (op === OPS.beginAnnotation) this.beginAnnotation(args);
    else if (op === OPS.beginMarkedContentProps) this.layers.push(args[0] === 'OC' && this.resources.isLayerOff(args[1]));
    else if (op === OPS.beginMarkedContent) this.layers.push(false);
    else if (op === OPS.endMarkedContent) this.layers.pop();
  }

  private save(): void {
    if (this.stack.length < MAX_SAVES) this.stack.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
    this.clipPending = false;
  }

  private transform(matrix: Matrix | undefined): void {
    if (matrix) this.state.ctm = multiply(this.state.ctm, matrix);
  }

  private clipTo(box: Box | undefined): void {
    if (box) this.state.clip = intersect(this.state.clip, transformBox(this.state.ctm, box));
  }

  private beginForm(args: readonly unknown[]): void {
    this.save();
    this.transform(toMatrix(args[0]));
    this.clipTo(toBox(args[1]));
  }

  /** A soft mask is drawn like a group, but what it draws is no ink. */
  private beginGroup(group: unknown): void {
    this.save();
    if (hasSoftMask(group)) this.maskDepth++;
    this.state.groupAlpha *= this.state.fillAlpha;
    this.state.fillAlpha = 1;
    this.state.strokeAlpha = 1;
    const box = toBox(property(group, 'bbox'));
    const matrix = toMatrix(property(group, 'matrix')) ?? IDENTITY;
    if (box) this.clipTo(transformBox(matrix, box));
  }

  private endGroup(group: unknown): void {
    if (hasSoftMask(group)) this.maskDepth--;
    this.restore();
  }

  /** `[id, rectangle, transform, matrix]`: the appearance of a form field or a text note, on the plain page again. */
  private beginAnnotation(args: readonly unknown[]): void {
    this.stack.length = 0;
    this.state = initialState(this.base, EVERYWHERE);
    this.clipTo(toBox(args[1]));
    this.transform(toMatrix(args[2]));
    this.transform(toMatrix(args[3]));
  }

  private setGraphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries) {
      if (!Array.isArray(entry)) continue;
      const [key, value]: unknown[] = entry;
      if (key === 'ca') this.state.fillAlpha = number(value);
      else if (key === 'CA') this.state.strokeAlpha = number(value);
      else if (key === 'LW') this.state.lineWidth = number(value);
      else if (key === 'BM') this.state.plainBlend = value === 'source-over' || value === 'Normal';
      else if (key === 'SMask') this.setSoftMask(value === true || (typeof value === 'object' && value !== null), entries.length);
      else if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], value[1]);
    }
  }

  private setSoftMask(on: boolean, entries: number): void {
    this.state.softMask = on;
    if (!on && entries === 1) this.state.maskedPicture = true;
  }

  private setFont(name: unknown, size: unknown): void {
    const key = String(name);
    if (!this.fonts.has(key)) this.fonts.set(key, readFont(this.resources.font(key)));
    this.state.font = this.fonts.get(key);
    this.state.fontSize = number(size);
  }

  private setTextMatrix(matrix: Matrix): void {
    const s = this.state;
    s.textMatrix = matrix;
    s.x = s.y = s.lineX = s.lineY = 0;
  }

  private moveText(x: number, y: number): void {
    const s = this.state;
    s.x = s.lineX += x;
    s.y = s.lineY += y;
  }

  private showText(list: unknown): void {
    const {
      state,
      state: { font },
    } = this;
    if (!Array.isArray(list) || !font) return;
    const span = startSpan(state, font, { layerOff: this.layers.includes(true), order: this.painted });
    const length = span ? this.collect(list, font, span) : 0;
    if (font.vertical) state.y -= length;
    else state.x += length * state.horizontalScale;
    if (!span || span.glyphs.length === 0 || this.maskDepth > 0) return;
    this.append(span);
    if (state.mode >= 4) this.through.push(this.open ?? span);
  }

  /** Fills the span and returns the advance in text space, before horizontal scaling. */
  private collect(list: readonly unknown[], font: PdfFont, span: Span): number {
    const { fontSize, charSpacing, wordSpacing, horizontalScale, ctm, textMatrix } = this.state;
    const m = multiply(ctm, textMatrix);
    const scale = font.vertical ? Math.hypot(m[2], m[3]) : Math.hypot(m[0], m[1]) * Math.abs(horizontalScale);
    const direction = fontSize < 0 ? -1 : 1;
    const size = Math.abs(fontSize);
    let x = 0;
    for (const item of list) {
      if (typeof item === 'number') x -= ((font.vertical ? -1 : 1) * item * size) / 1000;
      else {
        const glyph = readGlyph(item, font);
        if (!glyph) continue;
        const width = glyph.width * size * font.unit;
        if (glyph.text) span.glyphs.push({ text: glyph.text, at: x * scale, width: width * scale });
        x += width + ((glyph.space ? wordSpacing : 0) + charSpacing) * (font.vertical ? -direction : direction);
      }
    }
    return x * direction;
  }

  private append(span: Span): void {
    const open = this.open;
    if (!open || !continues(open, span)) {
      this.spans.push(span);
      this.open = span;
      return;
    }
    const offset = (span.origin[0] - open.origin[0]) * open.along[0] + (span.origin[1] - open.origin[1]) * open.along[1];
    for (const glyph of span.glyphs) open.glyphs.push({ ...glyph, at: glyph.at + offset });
  }

  private drawPath(args: readonly unknown[]): void {
    const op = number(args[0]);
    const data: unknown = Array.isArray(args[1]) ? args[1][0] : undefined;
    const box = toBox(args[2]);
    const path = data instanceof Float32Array && box ? { data, box: transformBox(this.state.ctm, box) } : undefined;
    if (path && FILLS.has(op)) this.fillPath(path.data, path.box, EVEN_ODD.has(op));
    if (path && STROKES.has(op)) this.strokePath(path.data);
    if (this.clipPending) this.state.clip = path ? intersect(this.state.clip, path.box) : NOWHERE;
    this.clipPending = false;
  }

  private fillPath(data: Float32Array, box: Box, evenOdd: boolean): void {
    const polygons = flattenPath(data, this.state.ctm)?.filter((polygon) => polygon.length > 2);
    if (!polygons?.length) return;
    const solid = polygons.length === 1 && isUprightRectangle(polygons[0] ?? []);
    const { fill: color, fillAlpha } = this.state;
    this.addPaint({
      box,
      outline: solid ? undefined : { polygons, evenOdd },
      color,
      alpha: fillAlpha,
      kind: 'fill',
      opaque: color !== undefined,
    });
  }

  /** Straight upright lines only: thick ones are grounds, thin ones rules. */
  private strokePath(data: Float32Array): void {
    const { stroke: color, strokeAlpha, lineWidth, ctm } = this.state;
    const half = (lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))) / 2;
    for (const polygon of flattenPath(data, ctm) ?? []) {
      for (let i = 1; i < polygon.length; i++) {
        const [x0, y0, x1, y1] = boxOf(polygon.slice(i - 1, i + 1));
        const upright = x1 - x0 < 0.1 || y1 - y0 < 0.1;
        const box: Box = x1 - x0 > y1 - y0 ? [x0, y0 - half, x1, y1 + half] : [x0 - half, y0, x1 + half, y1];
        if (upright) this.addPaint({ box, color, alpha: strokeAlpha, kind: 'fill', opaque: color !== undefined });
      }
    }
  }

  private drawPicture(op: number): void {
    const box = transformBox(this.state.ctm, [0, 0, 1, 1]);
    const known = op === OPS.paintImageXObject || op === OPS.paintInlineImageXObject;
    if (op === OPS.paintSolidColorImageMask) {
      const { fill: color, fillAlpha: alpha } = this.state;
      this.addPaint({ box, color, alpha, kind: 'fill', opaque: color !== undefined });
    } else if (STENCILS.has(op)) this.addPaint({ box, kind: 'stencil', opaque: false });
    else
      this.addPaint({
        box: known ? box : this.state.clip,
        kind: 'picture',
        opaque: known && !this.state.maskedPicture && isUpright(this.state.ctm),
      });
  }

  private addPaint(paint: Omit<Paint, 'order' | 'alpha'> & { alpha?: number }): void {
    const { clip, groupAlpha, plainBlend, softMask, fillAlpha } = this.state;
    const box = intersect(clip, thicken(paint.box));
    if (this.maskDepth > 0 || box === NOWHERE) return;
    for (const span of this.through) span.paintedThrough = true;
    this.through = [];
    if (this.layers.includes(true) || this.paints.length >= MAX_PAINTS) return;
    this.painted++;
    const alpha = (paint.alpha ?? fillAlpha) * groupAlpha;
    const plain = plainBlend && !softMask;
    this.paints.push({
      ...paint,
      box,
      alpha,
      order: this.painted,
      color: plain ? paint.color : undefined,
      opaque: paint.opaque && plain && alpha > 0.95,
    });
  }
}

function readGlyph(item: unknown, font: PdfFont): (Omit<Glyph, 'at'> & { space: boolean }) | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const text = property(item, 'unicode');
  const metrics = property(item, 'vmetric') ?? font.verticalMetrics;
  const width = font.vertical && Array.isArray(metrics) ? -number(metrics[0]) : number(property(item, 'width'));
  return { text: typeof text === 'string' ? text : '', width, space: property(item, 'isSpace') === true };
}

/** A line without thickness is drawn one device pixel wide. */
function thicken([x0, y0, x1, y1]: Box): Box {
  const [dx, dy] = [x1 - x0 < 0.2 ? 0.1 : 0, y1 - y0 < 0.2 ? 0.1 : 0];
  return [x0 - dx, y0 - dy, x1 + dx, y1 + dy];
}

function isUpright(m: Matrix): boolean {
  return (Math.abs(m[1]) < 1e-3 && Math.abs(m[2]) < 1e-3) || (Math.abs(m[0]) < 1e-3 && Math.abs(m[3]) < 1e-3);
}

function hasSoftMask(group: unknown): boolean {
  return Boolean(property(group, 'smask'));
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function bytesToColor(args: readonly unknown[]): Rgb {
  return [number(args[0]), number(args[1]), number(args[2])];
}
