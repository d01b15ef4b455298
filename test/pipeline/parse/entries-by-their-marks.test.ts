/** Bullets, dots and rings: which of them head an entry, which are items of it, and entries that have none. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = headOf('Orla Tamsin');
const HEAD_B = headOf('Ottilie Varnholt');

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

describe('entries of a list', () => {
  const dot = { bullet: true, bold: true, size: 13 } as const;
  const experience: Placed[] = [
    [40, 110, 'Experience', { size: 13, bold: true }],
    [60, 135, 'Fernbank Joinery Ltd', dot],
    [60, 152, 'March 2019 – Present', { size: 10 }],
    [60, 166, 'Cabinet maker', { size: 9, bold: true }],
    [90, 180, 'Made oak kitchens to measure'],
    [90, 194, 'Taught two apprentices'],
    [60, 225, 'Rudlow Timber GmbH', dot],
    [60, 242, 'May 2014 – February 2019', { size: 10 }],
    [60, 256, 'Joiner', { size: 9, bold: true }],
    [90, 270, 'Hung doors and windows'],
  ];
  const expected = ['Cabinet maker @ Fernbank Joinery Ltd [2019-03/]', 'Joiner @ Rudlow Timber GmbH [2014-05/2019-02]'];

  it('are headed by their large BOLD dots, which are no items', () => {
    expect(jobs(parse(pdfDocument([...HEAD_B, ...experience])))).toEqual(expected);
  });

  it('count once where the template prints the section twice', () => {
    const again = experience.map(([x, y, text, style]): Placed => [x, y + 190, text, style]);
    expect(jobs(parse(pdfDocument([...HEAD_B, ...experience, ...again])))).toEqual(expected);
  });
});

describe('text without bullets', () => {
  it('is that of its entry where a change of weight parts title and employer', () => {
    const at = (y: number, title: string, employer: string): Placed[] => [
      [40, y, `${title} `, { ...BOLD, width: 90 }],
      [130, y, 'at ', { width: 12 }],
      [142, y, employer, BOLD],
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD_B,
        [40, 110, 'Work Experience', HEADING],
        [40, 134, '2019-03 to Present', { size: 7, bold: true }],
        ...at(152, 'Cabinet maker', 'Fernbank Joinery Ltd'),
        [40, 176, 'Oak kitchens to measure, veneers, repairs of old chairs'],
        [40, 198, 'Two apprentices, timber orders, the machines'],
        [40, 222, '2014-09 to 2019-02', { size: 7, bold: true }],
        ...at(240, 'Joiner', 'Rudlow Timber GmbH'),
        [40, 264, 'Doors and windows in listed houses'],
      ]),
    );
    expect(resume.work.map((w) => [w.name, w.position, w.highlights?.length])).toEqual([
      ['Fernbank Joinery Ltd', 'Cabinet maker', 2],
      ['Rudlow Timber GmbH', 'Joiner', 1],
    ]);
  });
});

describe('plain text', () => {
  it('rules off its headings with signs, and marks heads with one sign and items with another', () => {
    const resume = parse(
      [
        'ORLA TAMSIN',
        'orla@example.org',
        '',
        'WORK EXPERIENCE',
        '---------------',
        '',
        '* 3/2016 - present   Harbour Crane Ltd, Leeds',
        '  Crane Operator',
        '  - lifted containers in all weathers',
        '',
        '* 9/2006 - 2/2016   Quayside Ferries Ltd, Hull',
        '  Deckhand',
        '  - moored the ferry',
      ].join('\n'),
    );
    expect(resume.work.map(({ name, position, highlights }) => [name, position, highlights?.length])).toEqual([
      ['Harbour Crane Ltd', 'Crane Operator', 1],
      ['Quayside Ferries Ltd', 'Deckhand', 1],
    ]);
  });

  it('head the jobs at the outer edge, where lists of what was done are bulleted further in', () => {
    const resume = parse(
      [
        'Orla Tamsin',
        'orla@example.org',
        '',
        'WORK EXPERIENCE',
        '',
        '* Crane Operator | Harbour Crane Ltd | Leeds | 03/2016 - today',
        '    - Lifted containers in all weathers',
        '    - Kept the log of the wind',
        '    - Trained four apprentices',
        '',
        '* Deckhand | Quayside Ferries Ltd | Hull | 09/2006 - 02/2016',
        '    - Moored the ferry',
        '    - Sold tickets',
        '    - Painted the hull',
      ].join('\n'),
    );
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Ltd, Leeds [2016-03/]',
      'Deckhand @ Quayside Ferries Ltd, Hull [2006-09/2016-02]',
    ]);
    expect(resume.work.map(({ highlights }) => highlights?.length)).toEqual([3, 3]);
  });
});
