/** From how sure the rules are of a value to how often such a value is right: the stated confidence is the second. */
import { CALIBRATION } from './calibration-table.ts';

/** Rises from (0.5, y) to (1, y): `[raw, right]` in order of raw. */
export type Curve = readonly (readonly [raw: number, right: number])[];

/** `work.0.highlights.2` → `work.highlights`. */
export const kindOfPath = (path: string): string => path.replace(/\.\d+/g, '');

/** Between two points on the straight line; beyond the ends as at them. */
function valueAt(curve: Curve, raw: number): number {
  let before = curve[0];
  for (const point of curve) {
    if (raw <= point[0]) {
      if (!before || before === point || point[0] === before[0]) return point[1];
      return before[1] + ((raw - before[0]) / (point[0] - before[0])) * (point[1] - before[1]);
    }
    before = point;
  }
  return before?.[1] ?? raw;
}

/** 0.5…1 for what is kept at all, two decimals. Never reorders values of one kind. */
export function calibrate(path: string, raw: number): number {
  const curve = CALIBRATION[kindOfPath(path)] ?? CALIBRATION.any;
  return curve ? Math.round(Math.max(0.5, valueAt(curve, raw)) * 100) / 100 : raw;
}
