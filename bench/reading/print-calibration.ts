/** How far the stated confidences can be believed: over all values, by field, and where they lie. */
import { calibrationError, type Forecast, reliability } from './calibration.ts';
import { printRow } from './print-tables.ts';
import type { ReadDocument } from './read-dataset.ts';
import { FIELDS, type Field } from './score-resume.ts';

/** A forecast a judged value; neutral ones say nothing. */
function forecastsOf(documents: readonly ReadDocument[], field?: Field): Forecast[] {
  return documents.flatMap(({ score, resume }) =>
    score.judged.flatMap((one) => {
      const stated = resume?.meta.shortlist.confidence[one.path];
      return stated === undefined || (field && one.field !== field) ? [] : [{ stated, true: one.right }];
    }),
  );
}

export function printReliability(forecasts: readonly Forecast[]): void {
  printRow('  stated', ['n', 'stated', 'right']);
  for (const bin of reliability(forecasts))
    printRow(`  ${bin.from.toFixed(1)}–${(bin.from + 0.1).toFixed(1)}`, [
      String(bin.n),
      bin.stated.toFixed(3),
      bin.observed.toFixed(3),
    ]);
}

export function printCalibration(documents: readonly ReadDocument[]): void {
  const all = forecastsOf(documents);
  console.log(`  confidence: expected calibration error ${calibrationError(all).toFixed(3)} over ${all.length} values`);
  printReliability(all);
  const errors = FIELDS.map((field) => ({ field, forecasts: forecastsOf(documents, field) })).filter(
    (one) => one.forecasts.length > 0,
  );
  console.log(`  by field: ${errors.map((one) => `${one.field} ${calibrationError(one.forecasts).toFixed(3)}`).join(', ')}`);
}
