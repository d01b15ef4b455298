import { describe, expect, it } from 'vitest';
import { extractMarkdown } from '../../../src/pipeline/extract/extract-markdown.ts';
import { headingsByLevel } from '../../../src/pipeline/parse/headings-by-level.ts';
import type { Line } from '../../../src/pipeline/parse/line.ts';
import { processorMs } from '../../processor-ms.ts';
import { jobs, parse } from './build-document.ts';

const read = (...lines: string[]) => parse(extractMarkdown(new TextEncoder().encode(lines.join('\n'))));

describe('headings of one level', () => {
  it('that read as jobs and studies are entries, no sections', () => {
    const resume = read(
      ...['# Ida Brandt', '', 'ida.brandt@example.org', ''],
      ...['## Lorva Freight Ltd – Forklift operator', '', 'May 2020 – present', '', '- Loaded', ''],
      ...['## Quarl Stores Ltd – Warehouse worker', '', '2016 – 2020', '', '- Picked', ''],
      ...['## Tindel College – BSc Logistics', '', '2013 – 2016', ''],
      ...['## Skills', '', 'Excel, SAP'],
    );
    expect(jobs(resume)).toEqual([
      'Forklift operator @ Lorva Freight Ltd [2020-05/]',
      'Warehouse worker @ Quarl Stores Ltd [2016/2020]',
    ]);
    expect(resume.education).toMatchObject([{ institution: 'Tindel College' }]);
  });

  it('that hold a place are no sections among those that are', () => {
    const resume = read(
      ...['# Ida Brandt', '', 'ida.brandt@example.org', '', '## Hull, United Kingdom', '', 'Nine years in stores.', ''],
      ...['## Blorn ta vel sir', '### Clerk, Lorva Foods Ltd', 'March 2019 – present', '- Paid on time', ''],
      ...['## Dorn ta vel sir', '### BA Economics, Tindel University', '2011 – 2015', ''],
      ...['## Skorn ta vel', '- Excel', '- SAP'],
    );
    expect(resume.basics.location?.city).toBe('Hull');
    expect([resume.work[0]?.name, resume.education[0]?.institution]).toEqual(['Lorva Foods Ltd', 'Tindel University']);
  });
});

const lines = (headings: readonly (number | undefined)[]): Line[] =>
  headings.map((heading) => ({ flow: true, text: '', ...(heading ? { heading } : {}) }) as Line);

it('takes the highest level that has several headings, each over something', () => {
  expect(headingsByLevel(lines([1, undefined, 2, undefined, 2, 3, 2, undefined]), [])).toEqual([2, 4, 6]);
  expect(headingsByLevel(lines([1, undefined, 2, undefined, 2, 2, undefined]), [])).toEqual([]);
  expect(headingsByLevel(lines([1, 2, undefined, 2, undefined, 2]), [])).toEqual([]);
});

it('leaves what is lower than a known section', () => {
  expect(headingsByLevel(lines([1, undefined, 3, undefined, 3, undefined, 3, undefined]), [0])).toEqual([]);
});

it('takes time in proportion to the headings (P6)', () => {
  const many = lines(Array.from({ length: 400_001 }, (_, i) => (i % 2 ? 2 : undefined)));
  const started = processorMs();
  expect(headingsByLevel(many, many.keys())).toHaveLength(200_000);
  expect(processorMs() - started).toBeLessThan(4000);
}, 60_000);
