/** Drawn lines of a picture: headings often stand on one. */
import type { Rule } from '../../domain/document.ts';
import type { Raster } from './raster.ts';

const INK_BELOW = 150;
/** In points. */
const LEAST_LENGTH = 40;
const MOST_THICKNESS = 4;
/** Pixels of paper that a line may have in it (noise, compression). */
const HOLE = 3;

/** Level lines. `scale` is points a pixel. Rows of one line become one rule. */
export function findRules(raster: Raster, scale: number): Rule[] {
  const rules: (Rule & { bottom: number })[] = [];
  for (let y = 0; y < raster.height; y++) {
    for (const [x0, x1] of longRuns(raster, y, LEAST_LENGTH / scale)) {
      const rule = { x: x0 * scale, y: y * scale, width: (x1 - x0) * scale, height: scale, bottom: y };
      const above = rules.find(
        (other) => y - other.bottom <= 3 && other.x < rule.x + rule.width && rule.x < other.x + other.width,
      );
      if (!above) {
        rules.push(rule);
        continue;
      }
      const right = Math.max(above.x + above.width, rule.x + rule.width);
      above.x = Math.min(above.x, rule.x);
      above.width = right - above.x;
      above.bottom = y;
      above.height = (y + 1) * scale - above.y;
    }
    if (rules.length > 500) return [];
  }
  return rules.filter((rule) => rule.height <= MOST_THICKNESS).map(({ bottom: _bottom, ...rule }) => rule);
}

/** Takes frames and lines of tables out, upright and level: the engine takes what stands in a frame for a picture. In place. */
export function eraseLines(raster: Raster): void {
  const { width, height } = raster;
  erase(raster, height, (y) => [y * width, 1, width]);
  erase(raster, width, (x) => [x, width, height]);
}

/** Pixels: longer than any stroke of a letter at the resolution of recognition, and thinner than a bar of ground. */
const FRAME_LENGTH = 150;
const FRAME_THICKNESS = 14;
const STEM_BELOW = 60;

function erase({ data }: Raster, lines: number, lineAt: (i: number) => [start: number, step: number, length: number]): void {
  for (let i = 0; i < lines; i++) {
    const [start, step, length] = lineAt(i);
    for (const [from, to] of darkRuns(data, start, step, length, FRAME_LENGTH)) {
      const across = i + FRAME_THICKNESS < lines ? (lineAt(i + 1)[0] - start) * FRAME_THICKNESS : 0;
      if (across === 0 || isThick(data, start, step, from, to, across)) continue;
      for (let at = from; at < to; at++) data[start + at * step] = 255;
      const beside = across / FRAME_THICKNESS;
      for (const side of [-2 * beside, -beside, beside, 2 * beside])
        for (let at = from; at < to; at++) fade(data, start + at * step + side);
    }
  }
}

/** The blurred edge of a line goes with it; the stem of a letter that stands on it is darker and stays. */
function fade(data: Uint8Array, at: number): void {
  if ((data[at] ?? 0) > STEM_BELOW) data[at] = 255;
}

/** Dark some way below as well: no line but a surface. */
function isThick(data: Uint8Array, start: number, step: number, from: number, to: number, across: number): boolean {
  let dark = 0;
  const stations = 16;
  for (let i = 0; i < stations; i++) {
    const at = start + Math.floor(from + ((i + 0.5) * (to - from)) / stations) * step;
    if ((data[at + across] ?? 255) < INK_BELOW && (data[at + (across >> 1)] ?? 255) < INK_BELOW) dark++;
  }
  return dark > stations / 2;
}

function longRuns({ width, data }: Raster, y: number, least: number): [number, number][] {
  return darkRuns(data, y * width, 1, width, least);
}

function darkRuns(data: Uint8Array, first: number, step: number, length: number, least: number): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  let last = -1;
  for (let x = 0; x <= length; x++) {
    const dark = x < length && (data[first + x * step] ?? 255) < INK_BELOW;
    if (dark) {
      if (start < 0) start = x;
      last = x;
    } else if (start >= 0 && (x - last > HOLE || x === length)) {
      if (last - start >= least) runs.push([start, last + 1]);
      start = -1;
    }
  }
  return runs;
}
