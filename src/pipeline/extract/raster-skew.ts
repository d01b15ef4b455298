/** How a page lies: along or across, and by how many degrees it is crooked. By the profile of its ink: lines of text alternate with gaps. */
import { type Raster, scaleRaster, turnRaster } from './raster.ts';

/** Lines of text are some pixels high at this width, and the search is quick. */
const PROFILE_SIDE = 800;
const INK_BELOW = 150;
const DEGREE = Math.PI / 180;
/** Beyond this it is no longer a crooked page but a picture taken from the side. */
const MAX_DEGREES = 6;
/** Less than this the engine reads as well. */
const LEAST = 0.15 * DEGREE;

interface Ink {
  x: Float32Array;
  y: Float32Array;
  side: number;
}

/** The angle (radians, clockwise) by which to turn the page so that its lines are level; 0 where nothing is gained. */
export function findSkew(raster: Raster): number {
  const ink = inkOf(small(raster));
  if (ink.x.length < 200) return 0;
  const level = sharpness(ink, 0);
  let best = { angle: 0, score: level };
  for (const step of [1, 0.25, 0.05]) {
    const middle = best.angle;
    const reach = step === 1 ? MAX_DEGREES : step * 4;
    for (let degrees = -reach; degrees <= reach + 1e-9; degrees += step) {
      const angle = middle + degrees * DEGREE;
      const score = sharpness(ink, angle);
      if (score > best.score) best = { angle, score };
    }
  }
  return best.score > 1.03 * level && Math.abs(best.angle) >= LEAST ? best.angle : 0;
}

/** Whether the lines of text run from top to bottom. */
export function liesAcross(raster: Raster): boolean {
  const page = small(raster);
  const upright = inkOf(page);
  if (upright.x.length < 200) return false;
  const turned = inkOf(turnRaster(page, 90));
  // Crooked lines blur their profile: each way is judged at its best angle.
  const best = (ink: Ink) => Math.max(...[-4, -2, -1, -0.5, 0, 0.5, 1, 2, 4].map((degrees) => sharpness(ink, degrees * DEGREE)));
  return best(turned) > 1.25 * best(upright);
}

function small(raster: Raster): Raster {
  return scaleRaster(raster, Math.min(1, PROFILE_SIDE / Math.min(raster.width, raster.height)));
}

/** Ends of strokes, seen along the columns: the upper and lower edges of letters make the profile of a line sharp; areas say nothing. */
function inkOf({ width, height, data }: Raster): Ink {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 1; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const here = (data[y * width + x] ?? 255) < INK_BELOW;
      const above = (data[(y - 1) * width + x] ?? 255) < INK_BELOW;
      if (here === above) continue;
      xs.push(x - width / 2);
      ys.push(y - height / 2);
    }
  }
  return { x: Float32Array.from(xs), y: Float32Array.from(ys), side: Math.hypot(width, height) };
}

/** Mean square of the profile: large when ink falls on few levels. */
function sharpness({ x, y, side }: Ink, angle: number): number {
  const levels = new Float64Array(Math.ceil(side) + 2);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = levels.length / 2;
  for (let i = 0; i < x.length; i++) {
    const at = Math.round(middle + (y[i] ?? 0) * cos + (x[i] ?? 0) * sin);
    levels[at] = (levels[at] ?? 0) + 1;
  }
  let sum = 0;
  for (const level of levels) sum += level * level;
  return sum / Math.max(1, x.length);
}
