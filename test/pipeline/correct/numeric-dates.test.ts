import { describe, expect, it } from 'vitest';
import type { ResumeMeta } from '../../../src/domain/resume.ts';
import { dateAt } from '../../../src/pipeline/ask/judge-value.ts';
import { applyCorrections } from '../../../src/pipeline/correct/apply-corrections.ts';
import { parseCorrections } from '../../../src/pipeline/correct/parse-corrections.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { blankResume } from '../../blank-resume.ts';
import { parse } from '../parse/build-document.ts';

const taxonomy = createTaxonomy();

/** What a line makes of a resume with one job, `start/end`, or the problem. */
function said(line: string, countryCode: string | undefined, reading: Partial<ResumeMeta> = {}): string {
  const resume = blankResume(
    {
      basics: countryCode ? { location: { countryCode } } : {},
      work: [{ position: 'Welder', name: 'Acme Ltd', startDate: '2001', endDate: '2030' }],
    },
    reading,
  );
  const { corrections } = parseCorrections(line, { taxonomy });
  const done = applyCorrections(resume, corrections, { taxonomy, author: 'candidate' });
  expect(done.applied.every(({ correction }) => correction.monthFirst === undefined)).toBe(true);
  const [job] = done.resume.work;
  return done.problems[0] ?? `${job?.startDate ?? ''}/${job?.endDate ?? ''}`;
}

describe('numeric dates that a person gives', () => {
  it('are read as people write them where the candidate lives, whatever the channel knows', () => {
    expect(said('job 1 start=06/01/2016', 'US')).toBe('2016-06-01/2030');
    expect(said('job 1 start=06/01/2016', 'GB')).toBe('2016-01-06/2030');
    expect(said('job 1 dates=06/01/2016 - 05/01/2019', 'US')).toBe('2016-06-01/2019-05-01');
    expect(said('job 1 dates=06/01/2016 - now', 'US')).toBe('2016-06-01/');
    expect(said('add job: Fitter, Brook Ltd, 06/01/2031 - 05/01/2032', 'US')).toBe('2031-06-01/2032-05-01');
  });

  it('are read as the resume itself writes them', () => {
    expect(said('job 1 start=06/01/2016', 'GB', { dateOrder: 'monthFirst' })).toBe('2016-06-01/2030');
    expect(
      parse('Nora Berg\nBoston, MA | nora@example.com\n\nExperience\n\nWelder, Acme Ltd\n2016 - 2019\n').meta.shortlist,
    ).toMatchObject({
      dateOrder: 'monthFirst',
    });
  });

  it('are asked back where nothing tells, and taken where only one reading is possible', () => {
    expect(said('job 1 start=06/01/2016', undefined)).toContain('2016-01-06 or 2016-06-01');
    expect(said('job 1 start=28/01/2016', undefined)).toBe('2016-01-28/2030');
    expect(said('job 1 start=01/28/2016', 'GB')).toBe('2016-01-28/2030');
    expect(said('job 1 start=06.01.2016', undefined)).toBe('2016-01-06/2030');
    expect(said('job 1 start=05/05/2016', undefined)).toBe('2016-05-05/2030');
  });
});

describe('a date that a model points to', () => {
  it('is read in the order of the resume, and as a year where nothing tells', () => {
    const line = 'Welder, Acme Ltd, 06/01/2016 - 05/02/2019';
    const at = { from: line.indexOf('06'), to: line.length };
    expect(dateAt(line, at, 'startDate', 'monthFirst')).toBe('2016-06-01');
    expect(dateAt(line, at, 'endDate', 'monthFirst')).toBe('2019-05-02');
    expect(dateAt(line, at, 'startDate', 'dayFirst')).toBe('2016-01-06');
    expect(dateAt(line, at, 'endDate', 'unclear')).toBe('2019');
  });
});
