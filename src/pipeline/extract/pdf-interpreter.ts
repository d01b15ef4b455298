/**
 * Walks the operator list of a PDF page (pdfjs) and notes what it shows: spans of glyphs and paints, in order.
 * The state machine follows `CanvasGraphics` of pdfjs; getTextContent() would be less work but knows neither colour nor
 * render mode, and nothing of what was painted before or after.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { ActualText } from './actual-text.ts';
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
import { Ligatures } from './pdf-ligatures.ts';
import { flattenPath, isUprightRectangle, type Paint } from './pdf-paint.ts';
import { PaintList } from './pdf-paint-list.ts';
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
  /** Small outlines, in page space. */
  rings: readonly Box[];
}

const MAX_SAVES = 10_000;

export class PdfInterpreter {
  private readonly spans: Span[] = [];
  private readonly paints = new PaintList();
  private readonly ligatures = new Ligatures();
  private readonly actual = new ActualText();
  private readonly stack: PdfState[] = [];
  private readonly layers: boolean[] = [];
  private readonly fonts = new Map<string, PdfFont | undefined>();
  private state: PdfState;
  private open: Span | undefined;
  private through: Span[] = [];
  private clipPending = false;
  private maskDepth = 0;
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
    this.ligatures.resolve();
    this.actual.resolve(this.spans);
    return { spans: this.spans, paints: this.paints.paints, rings: this.paints.rings };
  }

  private step(op: number, args: readonly unknown[]): void {
    if (op === OPS.showText) this.showText(args[0]);
    else if (op === OPS.constructPath) this.drawPath(args);
    else if (!this.textOperator(op, args) && !this.colorOperator(op, args) && !this.drawPicture(op))
      this.structureOperator(op, args);
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
    else if (op === OPS.beginMarkedContentProps) {
      this.layers.push(args[0] === 'OC' && this.resources.isLayerOff(args[1]));
      this.actual.begin(args[0], args[1]);
    } else if (op === OPS.beginMarkedContent) {
      this.layers.push(false);
      this.actual.begin(args[0]);
    } else if (op === OPS.endMarkedContent) {
      this.layers.pop();
      this.actual.end();
    }
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
    this.state.groupVeiled ||= this.state.softMask || !this.state.plainBlend;
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
    const span = startSpan(state, font, { layerOff: this.layers.includes(true), order: this.paints.count });
    const length = span ? this.collect(list, font, span) : 0;
    if (font.vertical) state.y -= length;
    else state.x += length * state.horizontalScale;
    if (!span || span.glyphs.length === 0 || this.maskDepth > 0) return;
    this.append(span);
    if (state.mode >= 4) this.through.push(this.open ?? span);
    // What is painted from here on is as large as the letters, not as its own box.
    if (state.mode >= 4) state.clipIsBox = false;
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
        if (glyph.text || this.actual.open) {
          const placed = { text: glyph.text, at: x * scale, width: width * scale };
          span.glyphs.push(placed);
          this.ligatures.note(placed, font, glyph.width);
          this.actual.note(placed);
        }
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
    for (const glyph of span.glyphs) {
      glyph.at += offset;
      open.glyphs.push(glyph);
    }
  }

  /** Nothing is inked inside a soft mask or on a layer that is switched off. */
  private get inks(): boolean {
    return this.maskDepth === 0 && !this.layers.includes(true);
  }

  private drawPicture(op: number): boolean {
    if (!this.inks) return false;
    const inked = this.paints.picture(op, this.state);
    if (inked) this.paintThrough();
    return inked !== undefined;
  }

  /** Letters that clip (modes 4…7) show what is painted through them. */
  private paintThrough(): void {
    for (const span of this.through) span.paintedThrough = true;
    this.through = [];
  }

  private clipToPath(path: { data: Float32Array; box: Box } | undefined): void {
    const { state } = this;
    const polygons = path ? flattenPath(path.data, state.ctm)?.filter((polygon) => polygon.length > 2) : [];
    const isBox = polygons?.length === 0 || (polygons?.length === 1 && isUprightRectangle(polygons[0] ?? []));
    state.clip = path ? intersect(state.clip, path.box) : NOWHERE;
    state.clipIsBox &&= isBox;
  }

  private drawPath(args: readonly unknown[]): void {
    const op = number(args[0]);
    const data: unknown = Array.isArray(args[1]) ? args[1][0] : undefined;
    const box = toBox(args[2]);
    const path = data instanceof Float32Array && box ? { data, box: transformBox(this.state.ctm, box) } : undefined;
    if (path && this.inks && this.paints.path(op, path.data, path.box, this.state)) this.paintThrough();
    if (this.clipPending) this.clipToPath(path);
    this.clipPending = false;
  }
}

function readGlyph(item: unknown, font: PdfFont): (Omit<Glyph, 'at'> & { space: boolean }) | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const text = property(item, 'unicode');
  const metrics = property(item, 'vmetric') ?? font.verticalMetrics;
  const width = font.vertical && Array.isArray(metrics) ? -number(metrics[0]) : number(property(item, 'width'));
  return { text: typeof text === 'string' ? text : '', width, space: property(item, 'isSpace') === true };
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
