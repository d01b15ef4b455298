/** A grey picture in memory, and turning and scaling it. Pure; one byte a pixel, 0 is black, rows from the top. */

export interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

export type QuarterTurn = 0 | 90 | 180 | 270;

export function blankRaster(width: number, height: number): Raster {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** Turned clockwise. */
export function turnRaster(raster: Raster, turn: QuarterTurn): Raster {
  if (turn === 0) return raster;
  const { width, height, data } = raster;
  const across = turn !== 180;
  const turned = blankRaster(across ? height : width, across ? width : height);
  for (let y = 0; y < turned.height; y++) {
    for (let x = 0; x < turned.width; x++) {
      const from =
        turn === 180
          ? (height - 1 - y) * width + (width - 1 - x)
          : turn === 90
            ? (height - 1 - x) * width + y
            : x * width + (width - 1 - y);
      turned.data[y * turned.width + x] = data[from] ?? 255;
    }
  }
  return turned;
}

/** Mirrored left to right: EXIF knows such pictures. */
export function mirrorRaster({ width, height, data }: Raster): Raster {
  const mirrored = blankRaster(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) mirrored.data[y * width + x] = data[y * width + width - 1 - x] ?? 255;
  return mirrored;
}

/** By means of areas when it shrinks and between neighbours when it grows: both keep thin strokes. */
export function scaleRaster(raster: Raster, factor: number): Raster {
  if (Math.abs(factor - 1) < 0.02) return raster;
  return factor < 1 ? shrink(raster, factor) : resample(raster, factor);
}

function shrink(raster: Raster, factor: number): Raster {
  const small = blankRaster(Math.max(1, Math.round(raster.width * factor)), Math.max(1, Math.round(raster.height * factor)));
  const left = edges(small.width, raster.width);
  const top = edges(small.height, raster.height);
  for (let y = 0; y < small.height; y++) {
    const y0 = top[y] ?? 0;
    const y1 = Math.max(y0 + 1, top[y + 1] ?? raster.height);
    for (let x = 0; x < small.width; x++) {
      const x0 = left[x] ?? 0;
      const x1 = Math.max(x0 + 1, left[x + 1] ?? raster.width);
      let sum = 0;
      for (let v = y0; v < y1; v++) for (let u = x0; u < x1; u++) sum += raster.data[v * raster.width + u] ?? 255;
      small.data[y * small.width + x] = Math.round(sum / ((y1 - y0) * (x1 - x0)));
    }
  }
  return small;
}

function edges(steps: number, length: number): Int32Array {
  return Int32Array.from({ length: steps + 1 }, (_, i) =>
    Math.min(length - 1 + (i === steps ? 1 : 0), Math.floor((i * length) / steps)),
  );
}

function resample(raster: Raster, factor: number): Raster {
  const large = blankRaster(Math.round(raster.width * factor), Math.round(raster.height * factor));
  for (let y = 0; y < large.height; y++) {
    const v = (y + 0.5) / factor - 0.5;
    for (let x = 0; x < large.width; x++) large.data[y * large.width + x] = sample(raster, (x + 0.5) / factor - 0.5, v);
  }
  return large;
}

/** The picture turned clockwise by a small angle (radians) around its middle; what comes from outside is paper. */
export function rotateRaster(raster: Raster, angle: number): Raster {
  const { width, height } = raster;
  const rotated = blankRaster(width, height);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = cx + (x - cx) * cos + (y - cy) * sin;
      const v = cy - (x - cx) * sin + (y - cy) * cos;
      if (u > -1 && v > -1 && u < width && v < height) rotated.data[y * width + x] = sample(raster, u, v);
    }
  }
  return rotated;
}

function sample({ width, height, data }: Raster, u: number, v: number): number {
  const x = u < 0 ? 0 : u > width - 1 ? width - 1 : u;
  const y = v < 0 ? 0 : v > height - 1 ? height - 1 : v;
  const x0 = x | 0;
  const y0 = y | 0;
  const a = x - x0;
  const b = y - y0;
  const i = y0 * width + x0;
  const right = a > 0 ? 1 : 0;
  const below = b > 0 ? width : 0;
  const upper = (data[i] ?? 255) * (1 - a) + (data[i + right] ?? 255) * a;
  const lower = (data[i + below] ?? 255) * (1 - a) + (data[i + below + right] ?? 255) * a;
  return upper * (1 - b) + lower * b + 0.5;
}
