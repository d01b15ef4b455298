import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/pipeline/parse/calibrate.ts';
import { CALIBRATION } from '../../../src/pipeline/parse/calibration-table.ts';
import { parse } from './build-document.ts';

const kinds = [...Object.keys(CALIBRATION), 'projects.name'];

describe('a stated confidence', () => {
  it.each(kinds)('rises with how sure the rules are, and stays between what is kept and certainty: %s', (kind) => {
    const stated = Array.from({ length: 51 }, (_, i) => calibrate(kind, 0.5 + i / 100));
    expect(stated).toEqual([...stated].sort((a, b) => a - b));
    expect(Math.min(...stated)).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...stated)).toBeLessThan(1);
  });

  it.each(kinds)('can be accepted for every kind: what is as plain as it gets is not asked about (0.86): %s', (kind) => {
    expect(calibrate(kind, 1)).toBeGreaterThanOrEqual(0.86);
  });

  it('of a degree and its subject in a plain line is accepted', () => {
    const { education, meta } = parse(
      'Nora Sedge\nnora@example.org\n\nEducation\n\nBSc Mechanical Engineering, University of Leeds, 2011 - 2014\n',
    );
    expect(education[0]).toMatchObject({ studyType: 'BSc', area: 'Mechanical Engineering' });
    for (const path of ['studyType', 'area', 'institution'])
      expect(meta.shortlist.confidence[`education.0.${path}`], path).toBeGreaterThanOrEqual(0.86);
  });

  it('is that of its kind, whatever its place in the resume', () => {
    expect(calibrate('work.3.highlights.7', 0.95)).toBe(calibrate('work.0.highlights.0', 0.95));
  });

  it('of a name that the rules chose without doubt is accepted, of a bare guess is not (0.86)', () => {
    expect(calibrate('basics.name', 1)).toBeGreaterThan(0.86);
    expect(calibrate('work.0.name', 0.53)).toBeLessThan(0.86);
  });
});
