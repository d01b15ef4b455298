import { describe, expect, it } from 'vitest';
import { readRows } from '../../../src/pipeline/parse/rows.ts';
import { joinStackedRails } from '../../../src/pipeline/parse/stacked-rails.ts';
import { BOLD, HEADING, headOf, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

/** Dates over a place in small letters that end at 140, beside a title over an employer at 160. */
function entry(y: number, [dates, place, title, employer]: readonly [string, string, string, string], item?: string): Placed[] {
  const flush = (line: number, text: string, style: Placed[3]): Placed => [
    140 - text.length * 4,
    line,
    text,
    { size: 8, ...style },
  ];
  return [
    flush(y, dates, BOLD),
    flush(y + 13, place, {}),
    [160, y + 4, title, { size: 12 }],
    [160, y + 20, employer, { size: 10, bold: true, color: '#0077cc' }],
    ...(item ? [[172, y + 36, item, ITEM] satisfies Placed] : []),
  ];
}

describe('dates over a place in a margin', () => {
  it('belong to the entry beside them, though no baseline is the same', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Teodora Wexcombe'),
        [40, 120, 'EXPERIENCE', HEADING],
        ...entry(146, ['05/2019 – Present', 'Halifax, NS', 'Pastry Chef', 'Gull Harbour Hotel'], 'Runs a bakery of nine'),
        ...entry(216, ['02/2014 – 04/2019', 'Moncton, NB', 'Baker', 'Two Mill Bread'], 'Opened the night shift'),
        [40, 290, 'EDUCATION', HEADING],
        ...entry(316, ['2011 – 2013', 'Truro, NS', 'Diploma in Baking and Pastry Arts', 'Cobequid Culinary College']),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Pastry Chef @ Gull Harbour Hotel, Halifax, NS [2019-05/]',
      'Baker @ Two Mill Bread, Moncton, NB [2014-02/2019-04]',
    ]);
    expect(resume.education).toMatchObject([{ institution: 'Cobequid Culinary College', endDate: '2013' }]);
  });

  it('are read so in other languages', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('윤가람'),
        [40, 120, '경력', HEADING],
        ...entry(146, ['2019.05 – 현재', '대전', '품질 엔지니어', '주식회사 한빛정밀'], '검사 절차를 새로 정리'),
        ...entry(216, ['2014.02 – 2019.04', '청주', '품질 검사원', '두레전자'], '측정 장비 관리'),
        [40, 290, '학력', HEADING],
        ...entry(316, ['2010 – 2014', '청주', '기계공학 학사', '무심대학교']),
      ]),
    );
    expect(jobs(resume)).toEqual([
      '품질 엔지니어 @ 주식회사 한빛정밀, 대전 [2019-05/]',
      '품질 검사원 @ 두레전자, 청주 [2014-02/2019-04]',
    ]);
    expect(resume.education).toMatchObject([{ institution: '무심대학교', endDate: '2014' }]);
  });

  it('belong to it as well where the place stands first and both begin at one edge', () => {
    const left = (y: number, [dates, place, title, employer]: readonly [string, string, string, string]): Placed[] => [
      [40, y, place, { size: 8 }],
      [40, y + 13, dates, { size: 8 }],
      [160, y + 4, title, { size: 12 }],
      [160, y + 20, employer, { bold: true }],
    ];
    const resume = parse(
      pdfDocument([
        ...headOf('Teodora Wexcombe'),
        [40, 120, 'EXPERIENCE', HEADING],
        ...left(146, ['05/2019 – Present', 'Halifax, NS', 'Pastry Chef', 'Gull Harbour Hotel']),
        ...left(196, ['02/2014 – 04/2019', 'Moncton, NB', 'Baker', 'Two Mill Bread']),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Pastry Chef @ Gull Harbour Hotel, Halifax, NS [2019-05/]',
      'Baker @ Two Mill Bread, Moncton, NB [2014-02/2019-04]',
    ]);
  });

  it('are left where they are in a column of their own', () => {
    const resume = parse(
      pdfDocument([
        ...headOf('Teodora Wexcombe'),
        [40, 120, 'EDUCATION', HEADING],
        [40, 140, '2011 – 2013', { size: 8 }],
        [40, 152, 'Truro, NS', { size: 8 }],
        [40, 164, 'Cobequid Culinary College'],
        [40, 190, '2009 – 2011', { size: 8 }],
        [40, 202, 'Halifax, NS', { size: 8 }],
        [40, 214, 'Gull Harbour School'],
        [250, 120, 'EXPERIENCE', HEADING],
        [250, 143, 'Pastry Chef, Gull Harbour Hotel', BOLD],
        [250, 157, '05/2019 – Present'],
        [262, 171, 'Runs a bakery of nine', ITEM],
        [262, 185, 'Plans the menus of four houses', ITEM],
        [250, 205, 'Baker, Two Mill Bread', BOLD],
        [250, 219, '02/2014 – 04/2019'],
        [262, 233, 'Opened the night shift', ITEM],
      ]),
    );
    expect(resume.education.map((study) => study.institution)).toEqual(['Cobequid Culinary College', 'Gull Harbour School']);
    expect(resume.work.map((job) => job.startDate)).toEqual(['2019-05', '2014-02']);
  });

  /** The heights on which what stands in the margin is left. */
  const marginOf = (placed: readonly Placed[]): string[] => {
    const [page] = pdfDocument(placed).pages;
    const rows = page ? joinStackedRails(readRows(page)) : [];
    return rows.flatMap((row) => row.segments.filter((s) => s.x < 100).map((s) => `${Math.round(row.y)} ${s.text}`));
  };
  const beside = (y: number): Placed[] => [
    [40, y, '2011 – 2013', { size: 8 }],
    [160, y + 4, 'Pastry Chef', { size: 12 }],
    [160, y + 20, 'Gull Harbour Hotel'],
  ];
  const place = (y: number, style?: Placed[3]): Placed => [40, y + 13, 'Truro, NS', { size: 8, ...style }];

  it('are none where more stands in the margin than they', () => {
    const dated = [...beside(146), place(146), ...beside(246), place(246)];
    expect(marginOf(dated)).toContain('166 Truro, NS');
    const more = [180, 192, 204, 216].map((y): Placed => [60, y, 'Sugar work', { size: 8 }]);
    expect(marginOf([...dated, ...more])).toContain('159 Truro, NS');
  });

  it('are none where what stands below them is set stronger', () => {
    const head = (style: Placed[3]): Placed[] => [...beside(146), place(146, style), ...beside(246), place(246, style)];
    expect(marginOf(head(BOLD))).toContain('159 Truro, NS');
    expect(marginOf(head({ size: 9 }))).toContain('159 Truro, NS');
  });
});
