import { expect, it } from 'vitest';
import { BOLD, HEADING, headOf, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

it('Letters of a province behind a town that no list knows are no title', () => {
  const job = (y: number, dates: string, where: string, title: string): Placed[] => [
    [40, y, where, BOLD],
    [420, y, dates],
    [40, y + 14, title],
    [52, y + 28, 'Ran a crew of six on vessels of forty tonnes', ITEM],
  ];
  const resume = parse(
    pdfDocument([
      ...headOf('Una Fairlock'),
      [40, 110, 'Work Experience', HEADING],
      ...job(140, '04/2019 – Present', 'Wyre Pressure Systems Ltd., Nettlow, AB', 'Lead Hand, Pressure Welding'),
      ...job(200, '01/2016 – 11/2018', 'Tarn Pipeline Contractors Inc., Little Foss, AB', 'Pipeline Welder'),
    ]),
  );
  expect(resume.work.map((w) => [w.position, w.name])).toEqual([
    ['Lead Hand, Pressure Welding', 'Wyre Pressure Systems Ltd.'],
    ['Pipeline Welder', 'Tarn Pipeline Contractors Inc.'],
  ]);
});

it('An able seaman is one where nothing else is the title', () => {
  const text =
    'Una Fairlock\nuna@example.org\n\nEXPERIENCE\nAB, Wyre Shipping Ltd\nMarch 2014 – June 2016\n- Stood the night watch';
  expect(jobs(parse(text))).toEqual(['AB @ Wyre Shipping Ltd [2014-03/2016-06]']);
});

it('A state behind a town is no employer of a role that has none of its own: that is the employer above', () => {
  const role = (y: number, title: string, dates: string, place: string): Placed[] => [
    [40, y, title],
    [40, y + 14, dates, { size: 9 }],
    [40, y + 28, place, { size: 9, color: '#999999' }],
    [52, y + 42, 'Ran a crew of six on a night shift', ITEM],
  ];
  const resume = parse(
    pdfDocument([
      ...headOf('Una Fairlock'),
      [40, 92, 'Memphis, TN'],
      [40, 110, 'Experience', HEADING],
      [40, 130, 'Bluffside Fulfillment', { size: 12 }],
      [40, 144, '12 years 9 months', { size: 9 }],
      ...role(158, 'Warehouse Operations Lead', 'August 2019 – Present (7 years 4 months)', 'Memphis, TN'),
      ...role(220, 'Shift Supervisor', 'March 2014 – July 2019 (5 years 5 months)', 'Memphis, TN'),
      [40, 282, 'Tarn Cold Storage', { size: 12 }],
      ...role(296, 'Receiving Lead', 'November 2010 – February 2014 (3 years 4 months)', 'Memphis, TN'),
    ]),
  );
  expect(resume.work.map(({ name, position, location }) => [position, name, location])).toEqual([
    ['Warehouse Operations Lead', 'Bluffside Fulfillment', 'Memphis, TN'],
    ['Shift Supervisor', 'Bluffside Fulfillment', 'Memphis, TN'],
    ['Receiving Lead', 'Tarn Cold Storage', 'Memphis, TN'],
  ]);
});
