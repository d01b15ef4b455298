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

function longRuns({ width, data }: Raster, y: number, least: number): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  let last = -1;
  for (let x = 0; x <= width; x++) {
    const dark = x < width && (data[y * width + x] ?? 255) < INK_BELOW;
    if (dark) {
      if (start < 0) start = x;
      last = x;
    } else if (start >= 0 && (x - last > HOLE || x === width)) {
      if (last - start >= least) runs.push([start, last + 1]);
      start = -1;
    }
  }
  return runs;
}
