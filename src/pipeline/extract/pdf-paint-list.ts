/** Notes what a PDF page fills, strokes and places, with the graphics state of the moment. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { type Box, intersect, type Matrix, NOWHERE, transformBox } from './matrix.ts';
import { boxOf, flattenPath, isUprightRectangle, type Paint } from './pdf-paint.ts';
import type { PdfState } from './pdf-state.ts';

/** More shapes than any page of text has; the rest is drawing. Bounds the work on vector art. */
const MAX_PAINTS = 20_000;
const OPAQUE = 0.95;

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

/** Points. */
const RING = 8;
const MAX_RINGS = 1000;

export class PaintList {
  readonly paints: Paint[] = [];
  /** Small shapes that are drawn as an outline only: the rings of a list. */
  readonly rings: Box[] = [];
  /** Paints so far, also those beyond the cap. */
  count = 0;

  /** Fills and strokes a path of pdfjs as the painting operator says. `box` is its box in page space. Returns whether it left ink. */
  path(op: number, data: Float32Array, box: Box, state: PdfState): boolean {
    const filled = FILLS.has(op) && this.fill(data, box, EVEN_ODD.has(op), state);
    const stroked = STROKES.has(op) && this.stroke(data, state);
    if (!filled && STROKES.has(op)) this.ring(box, state);
    return filled || stroked;
  }

  /** A picture, a stencil or a shading. undefined: the operator is none of these. */
  picture(op: number, state: PdfState): boolean | undefined {
    const box = transformBox(state.ctm, [0, 0, 1, 1]);
    if (op === OPS.shadingFill) return this.add(state, { box: state.clip, kind: 'fill', opaque: false });
    if (op === OPS.paintSolidColorImageMask) return this.add(state, { box, color: state.fill, kind: 'fill', opaque: true });
    if (STENCILS.has(op)) return this.add(state, { box, kind: 'stencil', opaque: false });
    if (!PICTURES.has(op)) return undefined;
    const placed = op === OPS.paintImageXObject || op === OPS.paintInlineImageXObject;
    const opaque = placed && !state.maskedPicture && isUpright(state.ctm);
    return this.add(state, { box: placed ? box : state.clip, kind: 'picture', opaque });
  }

  private fill(data: Float32Array, box: Box, evenOdd: boolean, state: PdfState): boolean {
    const polygons = flattenPath(data, state.ctm)?.filter((polygon) => polygon.length > 2);
    if (!polygons?.length) return false;
    const solid = polygons.length === 1 && isUprightRectangle(polygons[0] ?? []);
    const outline = solid ? undefined : { polygons, evenOdd };
    return this.add(state, { box, outline, color: state.fill, kind: 'fill', opaque: state.fill !== undefined });
  }

  /** Straight upright lines only: thick ones are grounds, thin ones rules. */
  private stroke(data: Float32Array, state: PdfState): boolean {
    const { stroke: color, strokeAlpha: alpha, lineWidth, ctm } = state;
    const half = (lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))) / 2;
    let inked = false;
    for (const polygon of flattenPath(data, ctm) ?? []) {
      for (let i = 1; i < polygon.length; i++) {
        const [x0, y0, x1, y1] = boxOf(polygon.slice(i - 1, i + 1));
        if (x1 - x0 >= 0.1 && y1 - y0 >= 0.1) continue;
        const box: Box = x1 - x0 > y1 - y0 ? [x0, y0 - half, x1, y1 + half] : [x0 - half, y0, x1 + half, y1];
        inked = this.add(state, { box, color, alpha, kind: 'fill', opaque: color !== undefined }) || inked;
      }
    }
    return inked;
  }

  private ring(box: Box, { clip, strokeAlpha }: PdfState): void {
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    const small = width > 1 && width < RING && height > 1 && height < RING && strokeAlpha > 0.5;
    if (small && this.rings.length < MAX_RINGS && intersect(clip, box) !== NOWHERE) this.rings.push(box);
  }

  private add(state: PdfState, paint: Omit<Paint, 'order' | 'alpha' | 'blends'> & { alpha?: number }): boolean {
    const box = intersect(state.clip, thicken(paint.box));
    if (box === NOWHERE) return false;
    this.count++;
    if (this.paints.length >= MAX_PAINTS) return true;
    const alpha = (paint.alpha ?? state.fillAlpha) * state.groupAlpha;
    // What blending, a mask or a crooked clip make of it, we do not know: neither a ground nor a cover.
    const blends = state.groupVeiled || !state.plainBlend;
    const plain = !blends && !state.softMask && state.clipIsBox;
    const color = plain ? paint.color : undefined;
    const opaque = paint.opaque && plain && alpha >= OPAQUE;
    this.paints.push({ ...paint, box, alpha, order: this.count, color, opaque, blends });
    return true;
  }
}

/** A line without thickness is drawn one device pixel wide. */
function thicken([x0, y0, x1, y1]: Box): Box {
  const [dx, dy] = [x1 - x0 < 0.2 ? 0.1 : 0, y1 - y0 < 0.2 ? 0.1 : 0];
  return [x0 - dx, y0 - dy, x1 + dx, y1 + dy];
}

function isUpright(m: Matrix): boolean {
  return (Math.abs(m[1]) < 1e-3 && Math.abs(m[2]) < 1e-3) || (Math.abs(m[0]) < 1e-3 && Math.abs(m[3]) < 1e-3);
}
