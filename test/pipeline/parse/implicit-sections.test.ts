import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/domain/document.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { parseResume } from '../../../src/pipeline/parse/parse-resume.ts';

const taxonomy = createTaxonomy();
const documentOf = (text: string): Document => ({
  format: 'txt',
  pages: [
    {
      number: 1,
      width: 595,
      height: 842,
      flow: true,
      rules: [],
      runs: text.split('\n').flatMap((line, index) =>
        line === ''
          ? []
          : [
              {
                text: line.replace(/^- /, ''),
                x: line.startsWith('- ') ? 18 : 0,
                y: index * 14,
                width: line.length * 5.5,
                size: 11,
                bold: false,
                italic: false,
                bullet: line.startsWith('- '),
              },
            ],
      ),
    },
  ],
  hiddenText: [],
  links: [],
  warnings: [],
});
const parse = (text: string) => parseResume(documentOf(text), { asOf: '2026-11-01', taxonomy });

const DRIVER = `Wade Hollander
Truck Driver
wade.hollander@example.com
(555) 555-0188
Class A driver, nine years without an accident.
Tanker Driver, Redclay Fuel Lines (2020-08 - present)
- Regional fuel delivery, five drops a day
Truck Driver, Longleaf Freight (2016-10 - 2020-07)
- Dry van and reefer, 48 states
Forklift Operator, Pinehurst Warehouse (2013-02 - 2016-09)
Central Piedmont Technical College: Certificate in Commercial Truck Driving`;

describe('a resume without headings', () => {
  it('has its jobs read from the dated titles below the contacts', () => {
    const resume = parse(DRIVER);
    expect(resume.work.map((job) => [job.position, job.name, job.startDate, job.endDate])).toEqual([
      ['Tanker Driver', 'Redclay Fuel Lines', '2020-08', undefined],
      ['Truck Driver', 'Longleaf Freight', '2016-10', '2020-07'],
      ['Forklift Operator', 'Pinehurst Warehouse', '2013-02', '2016-09'],
    ]);
    expect(resume.basics).toMatchObject({ name: 'Wade Hollander', email: 'wade.hollander@example.com' });
    expect(resume.education[0]?.institution).toBe('Central Piedmont Technical College');
    expect(resume.meta.shortlist.isResume).toBeGreaterThan(0.5);
  });

  it('does not make a career of one dated line', () => {
    const resume = parse('Wade Hollander\nTruck Driver since 2019\nwade.hollander@example.com\nI drive trucks.');
    expect(resume.work).toEqual([]);
  });
});
