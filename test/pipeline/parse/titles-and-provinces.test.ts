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
