import { describe, expect, it } from 'vitest';
import { makeSamples } from '../../../bench/others/make-samples.ts';
import { areaUnderCurve, calibrationError } from '../../../bench/reading/calibration.ts';
import { extractDocument } from '../../../src/pipeline/extract/extract-document.ts';
import { IS_RESUME_FROM } from '../../../src/pipeline/ingest/resume-reader.ts';
import { judgeResume } from '../../../src/pipeline/parse/is-resume.ts';
import { resumeSigns } from '../../../src/pipeline/parse/read-document.ts';
import { parse, taxonomy } from './build-document.ts';

/** Another seed than the one that the weights were fitted to, and only wordings that they never saw. */
const held = makeSamples('is-resume.test').filter((sample) => sample.held);
const judged = await Promise.all(
  held.map(async ({ name, kind, resume, bytes }) => ({
    name,
    kind,
    true: resume,
    stated: judgeResume(resumeSigns(await extractDocument(bytes, name), taxonomy)),
  })),
);

describe('whether a file is a resume (F1.5)', () => {
  it('is told of documents of everyday life and of odd resumes that were held back', () => {
    expect(judged.filter((one) => one.true).length).toBeGreaterThan(20);
    expect(judged.filter((one) => !one.true).length).toBeGreaterThan(80);
    expect(areaUnderCurve(judged)).toBeGreaterThan(0.99);
  });

  it('takes no resume for something else', () => {
    expect(judged.filter((one) => one.true && one.stated < IS_RESUME_FROM).map((one) => one.name)).toEqual([]);
  });

  it('takes nearly nothing else for a resume', () => {
    const wrong = judged.filter((one) => !one.true && one.stated >= IS_RESUME_FROM);
    expect(wrong.length).toBeLessThanOrEqual(0.03 * judged.filter((one) => !one.true).length);
  });

  it('is stated as a probability that can be believed', () => expect(calibrationError(judged)).toBeLessThan(0.08));

  it('is no for an empty page, a few letters, and punctuation', () => {
    for (const text of ['', '  \n ', 'Page 1', '— — —\n* * *\n. . .']) expect(parse(text).meta.shortlist.isResume).toBe(0);
  });
});
