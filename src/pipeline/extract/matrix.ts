/** Affine transforms `[a b c d e f]` as in PDF, and axis-aligned boxes `[x0 y0 x1 y1]`. */
export type Matrix = readonly [number, number, number, number, number, number];
export type Box = readonly [number, number, number, number];
export type Point = readonly [number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
export const EVERYWHERE: Box = [-1e9, -1e9, 1e9, 1e9];
export const NOWHERE: Box = [0, 0, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply(m: Matrix, x: number, y: number): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The box around a transformed box. */
export function transformBox(m: Matrix, box: Box): Box {
  const corners = [apply(m, box[0], box[1]), apply(m, box[2], box[1]), apply(m, box[0], box[3]), apply(m, box[2], box[3])];
  const xs = corners.map((p) => p[0]);
  const ys = corners.map((p) => p[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The common part; `NOWHERE` when there is none. */
export function intersect(a: Box, b: Box): Box {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[2] > box[0] && box[3] > box[1] ? box : NOWHERE;
}

export function contains(box: Box, [x, y]: Point): boolean {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

/** Reads six finite numbers out of what a library handed over. */
export function toMatrix(value: unknown): Matrix | undefined {
  const n = toNumbers(value, 6);
  return n && [n[0] ?? 1, n[1] ?? 0, n[2] ?? 0, n[3] ?? 1, n[4] ?? 0, n[5] ?? 0];
}

/** Reads a box and orders its corners. */
export function toBox(value: unknown): Box | undefined {
  const n = toNumbers(value, 4);
  if (!n) return undefined;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = n;
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

function toNumbers(value: unknown, length: number): number[] | undefined {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return undefined;
  const numbers = Array.from<unknown, number>(value, Number);
  return numbers.length === length && numbers.every(Number.isFinite) ? numbers : undefined;
}
