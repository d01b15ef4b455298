/** What a PDF page paints besides text: shapes and pictures, in page space and in the order of painting. */
import type { Rule } from '../../domain/document.ts';
import type { Rgb } from './color.ts';
import { apply, type Box, contains, type Matrix, type Point } from './matrix.ts';

export interface Paint {
  order: number;
  box: Box;
  /** Outline when the shape is no upright rectangle. */
  outline?: Outline;
  /** Absent for patterns, shadings and pictures: nobody knows what is under a text there. */
  color?: Rgb;
  /** 0…1. */
  alpha: number;
  kind: 'fill' | 'picture' | 'stencil';
  /** Nothing shines through (plain blending, no soft mask). */
  opaque: boolean;
  /** What it makes of the text below it is not known. */
  blends: boolean;
}

interface Outline {
  polygons: Point[][];
  evenOdd: boolean;
}

// pdfjs: DrawOPS
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

/** A path of more corners is decoration; it neither hides text nor is it a ground. Bounds the work on vector art. */
const MAX_CORNERS = 20_000;
/** A curve is drawn as this many straight lines: enough to tell inside from outside at the size of a word. */
const CURVE_STEPS = 4;

/** Corners of a path of pdfjs in page space; undefined when there are too many. */
export function flattenPath(data: Float32Array, toPage: Matrix): Point[][] | undefined {
  const polygons: Point[][] = [];
  let current: Point[] = [];
  let corners = 0;
  for (let i = 0; i < data.length; ) {
    const op = data[i++];
    const at = (k: number): Point => apply(toPage, data[i + k] ?? 0, data[i + k + 1] ?? 0);
    if (op === MOVE) {
      current = [at(0)];
      polygons.push(current);
      i += 2;
    } else if (op === LINE) {
      current.push(at(0));
      i += 2;
    } else if (op === CURVE) {
      addCurve(current, at(0), at(2), at(4));
      i += 6;
    } else if (op === QUADRATIC) {
      addCurve(current, at(0), at(0), at(2));
      i += 4;
    }
    if (++corners > MAX_CORNERS) return undefined;
  }
  return polygons;
}

function addCurve(polygon: Point[], c1: Point, c2: Point, end: Point): void {
  const start = polygon.at(-1) ?? end;
  for (let step = 1; step <= CURVE_STEPS; step++) {
    const t = step / CURVE_STEPS;
    const u = 1 - t;
    const mix = (k: 0 | 1) => u ** 3 * start[k] + 3 * u * u * t * c1[k] + 3 * u * t * t * c2[k] + t ** 3 * end[k];
    polygon.push([mix(0), mix(1)]);
  }
}

export function boxOf(points: readonly Point[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return [x0, y0, x1, y1];
}

/** True when each corner lies on a corner of its box: an upright rectangle needs no outline. */
export function isUprightRectangle(polygon: readonly Point[]): boolean {
  const [x0, y0, x1, y1] = boxOf(polygon);
  const near = (a: number, b: number) => Math.abs(a - b) < 0.05;
  const turns = polygon.every(([x, y], i) => {
    const [nx, ny] = polygon[(i + 1) % polygon.length] ?? [x, y];
    return near(x, nx) || near(y, ny);
  });
  return polygon.length >= 4 && turns && polygon.every(([x, y]) => (near(x, x0) || near(x, x1)) && (near(y, y0) || near(y, y1)));
}

/** A rectangle, but for corners that may be round. */
export function isNearlyRectangle({ box, outline }: Paint): boolean {
  const [polygon, ...more] = outline?.polygons ?? [];
  if (!polygon) return true;
  const twice = polygon.reduce((sum, [x, y], i) => {
    const [nx, ny] = polygon[(i + 1) % polygon.length] ?? [x, y];
    return sum + x * ny - nx * y;
  }, 0);
  return more.length === 0 && Math.abs(twice) / 2 > NEARLY * (box[2] - box[0]) * (box[3] - box[1]);
}
/** Of its box: a circle fills 0.79. */
const NEARLY = 0.9;

/** True when the paint lies on this point. */
export function paintsAt(paint: Paint, point: Point): boolean {
  if (!contains(paint.box, point)) return false;
  if (!paint.outline) return true;
  const { polygons, evenOdd } = paint.outline;
  let winding = 0;
  for (const polygon of polygons) winding += evenOdd ? Math.abs(windingOf(polygon, point)) : windingOf(polygon, point);
  return evenOdd ? winding % 2 === 1 : winding !== 0;
}

function windingOf(polygon: readonly Point[], [x, y]: Point): number {
  let winding = 0;
  for (let i = 0; i < polygon.length; i++) {
    const [ax, ay] = polygon[i] ?? [0, 0];
    const [bx, by] = polygon[(i + 1) % polygon.length] ?? [0, 0];
    if (ay <= y === by <= y) continue;
    if (ax + ((y - ay) / (by - ay)) * (bx - ax) > x) winding += by > ay ? 1 : -1;
  }
  return winding;
}

const RULE_LENGTH = 20;
/** The sides of a table's row stand as tall as a line of its text. */
const SIDE_LENGTH = 10;
const RULE_THICKNESS = 3;

/** The box as a rule when it is long and thin enough. */
export function asRule(box: Box): Rule | undefined {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const lies = width >= RULE_LENGTH && height <= RULE_THICKNESS;
  const stands = height >= SIDE_LENGTH && width <= RULE_THICKNESS;
  return lies || stands ? { x: box[0], y: box[1], width, height } : undefined;
}
