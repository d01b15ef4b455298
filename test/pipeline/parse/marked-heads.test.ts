import { describe, expect, it } from 'vitest';
import { jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const BOLD = { bold: true };
const HEADING = { bold: true, size: 14 };
const HEAD: Placed[] = [
  [40, 60, 'Orla Tamsin', { size: 20 }],
  [40, 84, 'orla.tamsin@example.org'],
];

describe('marks before the heads of entries', () => {
  const item = { bullet: true };
  const page = (...body: Placed[]) =>
    parse(
      pdfDocument([...HEAD, [40, 120, 'Work Experience', HEADING], ...body, [40, 300, 'Skills', HEADING], [40, 320, 'Forklift']]),
    );

  it('are none of what was done: the dates stand below each, the list within it', () => {
    const resume = page(
      [60, 140, 'Crane Operator, Harbour Crane Company', { ...item, bold: true }],
      [60, 156, '2019 - Present'],
      [140, 156, '6 years'],
      [80, 174, 'Lifted containers in all weathers', item],
      [80, 188, 'Kept the log of the wind', item],
      [60, 210, 'Deckhand, Quayside Ferries Ltd', { ...item, bold: true }],
      [60, 226, '2015 - 2018'],
      [80, 244, 'Moored the ferry', item],
    );
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Deckhand @ Quayside Ferries Ltd [2015/2018]',
    ]);
    expect(resume.work.map((job) => job.highlights)).toEqual([
      ['Lifted containers in all weathers', 'Kept the log of the wind'],
      ['Moored the ferry'],
    ]);
  });

  it('stay marks of a list below a head that has its dates', () => {
    const resume = page(
      [40, 140, 'Crane Operator, Harbour Crane Company', BOLD],
      [420, 140, '2019 - Present'],
      [60, 156, 'Lifted containers in all weathers', item],
      [60, 170, 'Kept the log of the wind', item],
    );
    expect(jobs(resume)).toEqual(['Crane Operator @ Harbour Crane Company [2019/]']);
    expect(resume.work[0]?.highlights).toHaveLength(2);
  });
});
