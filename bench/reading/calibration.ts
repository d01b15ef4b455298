/** How far a stated probability is from what comes true. */
export interface Forecast {
  /** 0…1. */
  stated: number;
  true: boolean;
}

export interface Bin {
  from: number;
  n: number;
  stated: number;
  observed: number;
}

const BINS = 10;

/** Ten bins of equal width; empty ones are left out. */
export function reliability(forecasts: readonly Forecast[]): Bin[] {
  const bins: Bin[] = [];
  for (let b = 0; b < BINS; b++) {
    const inside = forecasts.filter(({ stated }) => Math.min(BINS - 1, Math.floor(stated * BINS)) === b);
    if (inside.length === 0) continue;
    const mean = (value: (one: Forecast) => number): number => inside.reduce((sum, one) => sum + value(one), 0) / inside.length;
    bins.push({ from: b / BINS, n: inside.length, stated: mean((one) => one.stated), observed: mean((one) => Number(one.true)) });
  }
  return bins;
}

/** Expected calibration error: the mean distance of the bins, by their size. */
export function calibrationError(forecasts: readonly Forecast[]): number {
  const bins = reliability(forecasts);
  return bins.reduce((sum, bin) => sum + bin.n * Math.abs(bin.stated - bin.observed), 0) / forecasts.length;
}

/** How often a true one is stated higher than a false one; equal ones count half. */
export function areaUnderCurve(forecasts: readonly Forecast[]): number {
  const [yes, no] = [forecasts.filter((one) => one.true), forecasts.filter((one) => !one.true)];
  let above = 0;
  for (const a of yes) for (const b of no) above += a.stated > b.stated ? 1 : a.stated === b.stated ? 0.5 : 0;
  return above / (yes.length * no.length);
}
