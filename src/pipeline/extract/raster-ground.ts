/** Dark writing on light ground, everywhere on a page: uneven light is evened out, white words on a dark column are turned. */
import type { Raster } from './raster.ts';

/** Side of a tile in pixels at the resolution of recognition: less than a line of text, so that a bar under a heading is a ground of its own. */
const TILE = 32;
/** Tiles on each side that have a say in what the ground of a tile is: the words on it never cover half of them. */
const REACH = 3;
/** Darker grounds than this carry light words. */
const DARK = 110;
/** Shares of full contrast: less is ground (shades, noise, a tinted bar), more is ink; the engine's threshold finds them apart. */
const GROUND_TO = 0.14;
const INK_FROM = 0.62;

/** Each pixel by how far it is from its ground: paper becomes white, ink black, whichever of the two was dark. */
export function flattenGround(raster: Raster): Raster {
  const across = Math.ceil(raster.width / TILE);
  const down = Math.ceil(raster.height / TILE);
  const grounds = smooth(tileGrounds(raster, across, down), across, down);
  const data = new Uint8Array(raster.data.length);
  for (let y = 0; y < raster.height; y++) {
    const row = Math.floor(y / TILE) * across;
    for (let x = 0; x < raster.width; x++) {
      const ground = grounds[row + Math.floor(x / TILE)] ?? 255;
      const value = raster.data[y * raster.width + x] ?? 255;
      data[y * raster.width + x] = level(value, ground);
    }
  }
  return { ...raster, data };
}

function level(value: number, ground: number): number {
  const range = ground < DARK ? 255 - ground : ground;
  const contrast = ground < DARK ? value - ground : ground - value;
  const share = (contrast / Math.max(1, range) - GROUND_TO) / (INK_FROM - GROUND_TO);
  return 255 - Math.max(0, Math.min(255, Math.round(share * 255)));
}

/** The commonest level of each tile: the ground takes more of a tile than the strokes on it. */
function tileGrounds(raster: Raster, across: number, down: number): Uint8Array {
  const grounds = new Uint8Array(across * down);
  const counts = new Uint32Array(32);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      counts.fill(0);
      const bottom = Math.min(raster.height, (row + 1) * TILE);
      const right = Math.min(raster.width, (column + 1) * TILE);
      for (let y = row * TILE; y < bottom; y += 2) {
        for (let x = column * TILE; x < right; x += 2) {
          const bin = (raster.data[y * raster.width + x] ?? 255) >> 3;
          counts[bin] = (counts[bin] ?? 0) + 1;
        }
      }
      grounds[row * across + column] = counts.indexOf(Math.max(...counts)) * 8 + 4;
    }
  }
  return grounds;
}

/** Light tiles are their own ground; a dark one is ground where its neighbours are, and else a part of a fat heading. */
function smooth(grounds: Uint8Array, across: number, down: number): Uint8Array {
  const medians = new Uint8Array(grounds.length);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const own = grounds[row * across + column] ?? 255;
      if (own >= DARK) {
        medians[row * across + column] = own;
        continue;
      }
      const near: number[] = [];
      for (let r = Math.max(0, row - REACH); r <= Math.min(down - 1, row + REACH); r++)
        for (let c = Math.max(0, column - 1); c <= Math.min(across - 1, column + 1); c++)
          near.push(grounds[r * across + c] ?? 255);
      near.sort((a, b) => a - b);
      medians[row * across + column] = near[near.length >> 1] ?? 255;
    }
  }
  return medians;
}
