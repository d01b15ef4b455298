/** Headings in the margin go on over the pages: what stands there in their style is one on the next page too, known or not. */
import { isCaps, type Segment } from './line.ts';
import type { Row } from './rows.ts';

/** So many headings of a margin show its style; more say no more. */
const SAMPLES = 8;

/** The headings that stand in the margin of these rows. */
export function labelsIn(rows: readonly Row[]): Segment[] {
  return rows.flatMap((row) => row.segments.filter((s) => s.rail === true && s.named)).slice(0, SAMPLES);
}

/** On the edge that most of them share, in their style, beside text. */
function isLabel(segment: Segment, beside: readonly Segment[], labels: readonly Segment[]): boolean {
  const alike = labels.filter(
    (label) =>
      (Math.abs(label.x - segment.x) < 2 || Math.abs(label.right - segment.right) < 2) &&
      Math.abs(label.size - segment.size) < 0.2 &&
      label.bold === segment.bold &&
      label.color === segment.color &&
      isCaps(label.text) === isCaps(segment.text),
  );
  return (
    alike.length >= 2 &&
    beside.some((s) => s.x > segment.right && (s.size !== segment.size || s.bold !== segment.bold || s.color !== segment.color))
  );
}

/** Marks the headings of the margin among the rows of a later page. */
export function nameLabels(rows: readonly Row[], labels: readonly Segment[]): void {
  if (labels.length === 0) return;
  const known = labels.slice(0, SAMPLES);
  for (const { segments } of rows) {
    const [first, ...beside] = segments;
    if (first && !first.bullet && isLabel(first, beside, known)) first.named = true;
  }
}
