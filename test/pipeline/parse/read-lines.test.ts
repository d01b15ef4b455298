import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/pipeline/parse/read-lines.ts';
import { jobs, type Placed, parse, pdfDocument, textDocument } from './build-document.ts';

const texts = (...pages: (readonly Placed[])[]): string[] =>
  readLines(pdfDocument(...pages)).map((l) => l.segments.map((s) => s.text).join(' | '));
const H = { size: 14, bold: true };
const FILL = 'carried sacks of flour and cleaned the ovens every evening';

/** A main column beside a sidebar, drawn row by row as some programs do. */
const SIDEBAR: Placed[] = [
  [40, 40, 'Ada Wren', { size: 24, bold: true }],
  [40, 80, 'Contact', H],
  [220, 80, 'Experience', H],
  [40, 100, 'ada.wren@example.org'],
  [220, 100, 'Head Baker', { bold: true }],
  [40, 115, '+44 7700 900555'],
  [220, 115, 'Millstone Bakery, Leeds'],
  [40, 130, 'Leeds, UK'],
  [220, 130, 'March 2019 – Present'],
  [40, 160, 'Skills', H],
  [220, 145, `• ${FILL}`],
  [40, 180, 'Sourdough'],
  [220, 160, '• trained four apprentices in lamination and shaping'],
  [40, 195, 'Lamination'],
  [220, 190, 'Baker', { bold: true }],
  [40, 210, 'Pastry'],
  [220, 205, 'Harwell Bread Ltd, York'],
  [220, 220, 'May 2015 – February 2019'],
  [220, 235, '• night shift, four hundred loaves'],
];

describe('columns', () => {
  it('are read one after the other though drawn line by line', () => {
    const resume = parse(pdfDocument(SIDEBAR));
    expect(jobs(resume)).toEqual([
      'Head Baker @ Millstone Bakery, Leeds [2019-03/]',
      'Baker @ Harwell Bread Ltd, York [2015-05/2019-02]',
    ]);
    expect(resume.skills.flatMap((s) => s.keywords)).toEqual(['Sourdough', 'Lamination', 'Pastry']);
    expect(resume.basics).toMatchObject({
      name: 'Ada Wren',
      email: 'ada.wren@example.org',
      phone: '+44 7700 900555',
      location: { city: 'Leeds' },
    });
  });

  it('go on over the page break', () => {
    const second: Placed[] = [
      [220, 60, '• baked for two hundred guests every weekend'],
      [220, 90, 'Kitchen Porter', { bold: true }],
      [220, 105, 'Harbour Grill, Whitby'],
      [220, 120, 'June 2013 – April 2015'],
      [220, 135, '• washed up'],
    ];
    const resume = parse(pdfDocument(SIDEBAR, second));
    expect(resume.work.map((w) => w.position)).toEqual(['Head Baker', 'Baker', 'Kitchen Porter']);
    expect(resume.work[1]?.highlights).toEqual([
      'night shift, four hundred loaves',
      'baked for two hundred guests every weekend',
    ]);
  });

  it('are not made of dates at the right edge', () => {
    const rows: Placed[] = [0, 1, 2, 3, 4].flatMap((i): Placed[] => [
      [40, 100 + i * 40, `Baker number ${i}`, { bold: true }],
      [480, 100 + i * 40, `201${i} – 201${i + 1}`],
      [40, 115 + i * 40, `Firm ${i} Ltd`],
    ]);
    expect(texts(rows).slice(0, 2)).toEqual(['Baker number 0 | 2010 – 2011', 'Firm 0 Ltd']);
  });

  it('are not made of dates at the left edge', () => {
    const rows: Placed[] = [0, 1, 2, 3, 4].flatMap((i): Placed[] => [
      [40, 100 + i * 40, `201${i} – 201${i + 1}`],
      [160, 100 + i * 40, `Baker number ${i}`, { bold: true }],
      [160, 115 + i * 40, `Firm ${i} Ltd`],
    ]);
    expect(texts(rows).slice(0, 2)).toEqual(['2010 – 2011 | Baker number 0', 'Firm 0 Ltd']);
  });

  it('leave headings in the margin with the text beside them', () => {
    const page: Placed[] = [
      [160, 40, 'Ada Wren', { size: 24, bold: true }],
      [40, 101, 'Experience', { size: 14 }],
      [160, 100, 'Baker', { bold: true }],
      [160, 115, 'Millstone Ltd'],
      [160, 130, '2015 – 2019'],
      [160, 145, FILL],
      [40, 181, 'Skills', { size: 14 }],
      [160, 180, 'Sourdough, Pastry'],
      [40, 211, 'Languages', { size: 14 }],
      [160, 210, 'English, Welsh'],
    ];
    expect(texts(page)).toEqual([
      'Ada Wren',
      'Experience',
      'Baker',
      'Millstone Ltd',
      '2015 – 2019',
      FILL,
      'Skills',
      'Sourdough, Pastry',
      'Languages',
      'English, Welsh',
    ]);
  });

  it('put years that stand over each other into one range', () => {
    const page: Placed[] = [
      [40, 60, 'Education', H],
      [40, 90, '2008'],
      [40, 103, '2012'],
      [40, 125, 'Harwell University', { bold: true, size: 12 }],
      [40, 140, 'BSc'],
      [40, 155, 'Physics'],
    ];
    expect(parse(pdfDocument(page)).education).toEqual([
      { institution: 'Harwell University', studyType: 'BSc', area: 'Physics', startDate: '2008', endDate: '2012' },
    ]);
  });
});

describe('page furniture', () => {
  it('includes what a tool says of itself, not what the person made with one', () => {
    const text =
      'Ada Wren\nMade websites with React at Millstone.com\nCV made with Quillform using theme Heron\nCreated with the Heron resume builder\nBuilt with React, deployed on millstone.io';
    expect(readLines(textDocument(text)).map((line) => line.text)).toEqual([
      'Ada Wren',
      'Made websites with React at Millstone.com',
      'Built with React, deployed on millstone.io',
    ]);
  });

  const body = (n: number): Placed[] => [0, 1, 2, 3].map((i): Placed => [40, 200 + i * 40, `Line ${n}.${i} of the text`]);

  it('is dropped: running names and page numbers', () => {
    const pages = [1, 2, 3].map((n): Placed[] => [[40, 30, 'Ada Wren – Resume'], ...body(n), [280, 820, `Page ${n} of 3`]]);
    expect(texts(...pages)).toEqual(['Ada Wren – Resume', ...[1, 2, 3].flatMap((n) => body(n).map((b) => b[2]))]);
  });

  it('is not a date that happens to stand at an edge', () => {
    expect(texts([...body(1), [40, 815, 'Sep 2012 – Jun 2016']], [[40, 30, 'Sep 2016 – Jun 2018'], ...body(2)])).toContain(
      'Sep 2016 – Jun 2018',
    );
  });

  it('is a row that the break drew twice', () => {
    expect(
      texts([...body(1), [40, 815, 'University of Harwell']], [[40, 20, 'University of Harwell'], ...body(2)]).filter((t) =>
        t.includes('Harwell'),
      ),
    ).toHaveLength(1);
  });
});

describe('letters', () => {
  it('on slightly different baselines are one line (mixed scripts)', () => {
    expect(
      texts([
        [40, 100, '2021'],
        [62, 101.8, '年'],
        [69, 100, '4'],
        [76, 101.8, '月'],
      ]),
    ).toEqual(['2021年4月']);
  });

  it('of ligatures, full width and radicals become plain letters', () => {
    expect(texts([[40, 100, 'Certiﬁed  ⻄湖 ＡＢＣ１２']])[0]?.replace(/[ |]+/g, ' ')).toBe('Certified 西湖 ABC12');
  });
});
