import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/pipeline/parse/calibrate.ts';
import { CALIBRATION } from '../../../src/pipeline/parse/calibration-table.ts';

const kinds = [...Object.keys(CALIBRATION), 'projects.name'];

describe('a stated confidence', () => {
  it.each(kinds)('rises with how sure the rules are, and stays between what is kept and certainty: %s', (kind) => {
    const stated = Array.from({ length: 51 }, (_, i) => calibrate(kind, 0.5 + i / 100));
    expect(stated).toEqual([...stated].sort((a, b) => a - b));
    expect(Math.min(...stated)).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...stated)).toBeLessThan(1);
  });

  it('is that of its kind, whatever its place in the resume', () => {
    expect(calibrate('work.3.highlights.7', 0.95)).toBe(calibrate('work.0.highlights.0', 0.95));
  });

  it('of a name that the rules chose without doubt is accepted, of a bare guess is not (0.86)', () => {
    expect(calibrate('basics.name', 1)).toBeGreaterThan(0.86);
    expect(calibrate('work.0.name', 0.53)).toBeLessThan(0.86);
  });
});
