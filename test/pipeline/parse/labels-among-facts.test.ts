/** Words that only announce a date or a degree in entries that are written without labels otherwise. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, ITEM, jobs, parse, pdfDocument } from './build-document.ts';

describe('an entry', () => {
  it('has no employer called `Dates Employed`, nor one called by a time', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 120, 'Work experience', HEADING],
        [40, 142, 'Budget Analyst GS-0560-12', BOLD],
        [40, 156, 'Harbour Squadron'],
        [40, 170, 'Quayside SFB, CO 80914 United States'],
        [40, 184, 'Dates Employed: 06/2021 - Present'],
        [52, 200, 'Prepared the yearly budget', ITEM],
        [40, 224, 'Loan Processor', BOLD],
        [40, 238, 'Larkfield Credit Union'],
        [40, 252, 'Fountain, CO 80817'],
        [40, 266, 'Dates Employed: 11/2016 - 08/2018'],
        [52, 282, 'Verified the income of borrowers', ITEM],
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Budget Analyst @ Harbour Squadron, Quayside SFB, CO 80914 United States [2021-06/]',
      'Loan Processor @ Larkfield Credit Union, Fountain, CO 80817 [2016-11/2018-08]',
    ]);
  });

  it('has the employer above a remark and its dates', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 120, 'Work experience', HEADING],
        [40, 142, 'Branch: Larkfield Army'],
        [40, 156, 'Rank: Specialist (E-4)'],
        [40, 170, 'June 2006 to June 2010'],
        [40, 184, 'Motor transport operator'],
      ]),
    );
    expect(jobs(resume)).toEqual(['Motor transport operator @ Larkfield Army [2006-06/2010-06]']);
  });

  it('has no school called `Finished` or `Abschluss`', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 120, 'Ausbildung', HEADING],
        [40, 142, '08 / 2016 - 07 / 2018'],
        [40, 156, 'Fachkraft für Lagerlogistik', BOLD],
        [40, 170, 'Berufsbildende Schulen Nordhafen'],
        [40, 184, 'Abschluss: Facharbeiterbrief'],
        [40, 206, 'Finished 2008'],
        [40, 220, 'Mittlere Reife', BOLD],
        [40, 234, 'Realschule Nordhafen'],
      ]),
    );
    expect(resume.education.map((e) => e.institution)).toEqual(['Berufsbildende Schulen Nordhafen', 'Realschule Nordhafen']);
  });
});

describe('the very bottom of a page', () => {
  it('holds what the printer says, in small letters', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Orla Tamsin'),
        [40, 120, 'Work history', HEADING],
        [40, 142, 'Sous Chef', BOLD],
        [40, 156, 'Salt & Smoke Pty Ltd'],
        [40, 170, 'Jul 2021 - Present'],
        [40, 660, 'Certificates', HEADING],
        [40, 682, 'First aid', BOLD],
        [40, 696, 'Safety Board'],
        [40, 710, 'Mar 2022'],
        [40, 732, 'Alcohol service', BOLD],
        [43, 825, 'Candidate printout – do not forward', { size: 7 }],
      ]),
    );
    expect(resume.certificates.map((c) => [c.name, c.issuer])).toEqual([
      ['First aid', 'Safety Board'],
      ['Alcohol service', undefined],
    ]);
  });
});
