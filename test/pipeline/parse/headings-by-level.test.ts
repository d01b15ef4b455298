import { describe, expect, it } from 'vitest';
import { extractMarkdown } from '../../../src/pipeline/extract/extract-markdown.ts';
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
