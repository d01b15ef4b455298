import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/pipeline/parse/read-lines.ts';
import { type Placed, parse, pdfDocument } from './build-document.ts';

const bold = { bold: true } as const;
const HEAD: Placed[] = [
  [40, 50, 'Maren Tolvik', { size: 20, bold: true }],
  [40, 70, 'maren.tolvik@example.org'],
];
/** A work section that is long enough for the page to have a body. */
const WORK: Placed[] = [
  [40, 110, 'EXPERIENCE', { size: 12, bold: true }],
  [40, 130, 'Welder, Halden Steelworks Ltd, Leeds', bold],
  [460, 130, '2018 – 2021'],
  [52, 144, 'Welded frames for forty buses a month', { bullet: true }],
  [52, 158, 'Kept the gas store and its papers', { bullet: true }],
];
const lines = (...placed: Placed[]): string[] => readLines(pdfDocument(placed)).map((line) => line.text);

describe('dates that a narrow column breaks over lines', () => {
  it('become one date, whichever piece is broken off', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 110, 'EXPERIENCE', { size: 12, bold: true }],
        [40, 130, 'Halden Steelworks Ltd, Leeds', bold],
        [500, 130, 'September'],
        [40, 144, 'Welder'],
        [500, 144, '2013 – August'],
        [500, 158, '2019'],
        [52, 174, 'Welded frames for forty buses a month', { bullet: true }],
        [40, 190, 'Brack Fabrication Ltd, York', bold],
        [500, 190, 'June 2010 –'],
        [40, 204, 'Fitter'],
        [500, 204, 'May 2013'],
        [52, 220, 'Fitted pipes', { bullet: true }],
      ]),
    );
    expect(resume.work.map((w) => [w.position, w.name, w.startDate, w.endDate])).toEqual([
      ['Welder', 'Halden Steelworks Ltd', '2013-09', '2019-08'],
      ['Fitter', 'Brack Fabrication Ltd', '2010-06', '2013-05'],
    ]);
  });

  it('become one date whichever of the dashes the font has', () => {
    const dates = ['\u2012', '\u2015', '\u2010', '\u2011', '–'].map((dash) =>
      lines(
        ...HEAD,
        [40, 110, `2021/03 ${dash}`, { size: 9 }],
        [130, 110, '海河精工有限公司'],
        [60, 122, '至今', { size: 9 }],
      ).at(-1),
    );
    expect(dates.map((text) => text?.replace(/[-–]/, '–'))).toEqual(Array(5).fill('2021/03 – 至今   海河精工有限公司'));
  });

  it('stay two dates where each stands beside an item of its own', () => {
    expect(
      lines(
        ...HEAD,
        [40, 110, 'Forklift licence'],
        [460, 110, 'July 2013'],
        [40, 124, 'First aid at work'],
        [460, 124, 'April 2021'],
      ).slice(-2),
    ).toEqual(['Forklift licence   July 2013', 'First aid at work   April 2021']);
  });
});

describe('headings that a narrow column breaks in two', () => {
  it('head their section', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        ...WORK,
        [40, 200, 'LICENCES AND', { size: 12, bold: true }],
        [40, 214, 'CERTIFICATES', { size: 12, bold: true }],
        [40, 232, 'Forklift Licence, 2019'],
      ]),
    );
    expect(resume.certificates.map((c) => c.name)).toEqual(['Forklift Licence']);
  });
});

describe('skills that wrap at a comma or in the middle', () => {
  it('are whole when the next word had no room', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        ...WORK,
        [40, 200, 'SKILLS', { size: 12, bold: true }],
        [40, 216, 'Wound care, Medication'],
        [40, 229, 'administration, Triage,'],
        [40, 242, 'Arterial line placement'],
      ]),
    );
    expect(resume.skills.flatMap((s) => s.keywords)).toEqual([
      'Wound care',
      'Medication administration',
      'Triage',
      'Arterial line placement',
    ]);
  });

  it('end with a line that had room to spare', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        ...WORK,
        [40, 200, 'SKILLS', { size: 12, bold: true }],
        [40, 216, 'Docker, Kubernetes'],
        [40, 229, 'Python, TypeScript, PostgreSQL, Terraform, Ansible, Grafana'],
      ]),
    );
    expect(resume.skills.flatMap((s) => s.keywords).slice(0, 3)).toEqual(['Docker', 'Kubernetes', 'Python']);
  });
});

describe('columns', () => {
  it('keep headings with their columns when both stand on one baseline', () => {
    const left = Array.from(
      { length: 8 },
      (_, i): Placed => [40, 130 + 14 * i, `Left line ${'abcdefgh'.charAt(i)} of a longer profile text`],
    );
    const right = ['Wound care', 'Triage', 'Telemetry', 'Suturing', 'Palliative care'].map(
      (s, i): Placed => [420, 130 + 14 * i, s],
    );
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 112, 'PROFILE', { size: 12, bold: true }],
        [420, 112, 'SKILLS', { size: 12, bold: true }],
        ...left,
        ...right,
      ]),
    );
    expect(resume.skills.flatMap((s) => s.keywords)).toEqual([
      'Wound care',
      'Triage',
      'Telemetry',
      'Suturing',
      'Palliative care',
    ]);
    expect(resume.basics.summary).toMatch(/^Left line a/);
  });

  it('are not cut through jobs whose dates alone stand on the right', () => {
    const jobs = [0, 1, 2].flatMap((n): Placed[] => [
      [40, 130 + 50 * n, ['Welder', 'Fitter', 'Helper'][n] ?? '', bold],
      [480, 130 + 50 * n, `0${n + 1}.201${n} – 0${n + 2}.201${n + 1}`],
      [40, 144 + 50 * n, `${['Halden', 'Brack', 'Orrin'][n] ?? ''} Works Ltd, Leeds`],
      [52, 158 + 50 * n, 'Short work', { bullet: true }],
    ]);
    const below = ['Surface grinding', 'Rigging', 'Brazing', 'Cutting'].map(
      (s, i): Placed => [52, 310 + 14 * i, s, { bullet: true }],
    );
    const beside = ['English (Native)', 'Norwegian (Fluent)', 'Danish (Basic)', 'German (Basic)'].map(
      (s, i): Placed => [320, 310 + 14 * i, s],
    );
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 112, 'EXPERIENCE', { size: 12, bold: true }],
        ...jobs,
        [40, 294, 'SKILLS', { size: 12, bold: true }],
        [320, 294, 'LANGUAGES', { size: 12, bold: true }],
        ...below,
        ...beside,
      ]),
    );
    expect(resume.work.map((w) => [w.position, w.startDate, w.endDate])).toEqual([
      ['Welder', '2010-01', '2011-02'],
      ['Fitter', '2011-02', '2012-03'],
      ['Helper', '2012-03', '2013-04'],
    ]);
    expect(resume.languages.map((l) => l.language)).toEqual(['English', 'Norwegian', 'Danish', 'German']);
  });

  it('are cells of a row where the left ones head the rows of a table', () => {
    const rows: [string, string, string][] = [
      ['2018 – 2021', 'Welder, Halden Works Ltd, Leeds', 'Welded frames for buses and trams'],
      ['2014 – 2018', 'Fitter, Brack Works Ltd, York', 'Fitted pipes in ships'],
    ];
    const resume = parse(
      pdfDocument([
        [40, 50, 'Maren Tolvik', { size: 20, bold: true }],
        [40, 80, 'Phone'],
        [160, 80, '07700 900417'],
        [40, 100, 'E-mail'],
        [160, 100, 'maren.tolvik@example.org'],
        [40, 130, 'Work experience', bold],
        ...rows.flatMap(([date, head, point], i): Placed[] => [
          [40, 150 + 60 * i, date],
          [160, 150 + 60 * i, head],
          [172, 166 + 60 * i, point, { bullet: true }],
          [172, 180 + 60 * i, 'Kept the store', { bullet: true }],
        ]),
      ]),
    );
    expect(resume.work.map((w) => [w.position, w.startDate, w.highlights?.length])).toEqual([
      ['Welder', '2018', 2],
      ['Fitter', '2014', 2],
    ]);
    expect(resume.basics.email).toBe('maren.tolvik@example.org');
  });

  it('end a certificate with its day, however full the line', () => {
    const narrow = (y: number, text: string): Placed => [40, y, text, { width: 140 }];
    const { certificates } = parse(
      pdfDocument([
        ...HEAD,
        [40, 110, 'Certificates', { size: 13, bold: true }],
        narrow(130, 'Crane Pass, Lorva, 2016'),
        narrow(142, 'Rope Pass, Tindel and'),
        [40, 154, 'Sons, 2023'],
      ]),
    );
    expect(certificates.map(({ name, date }) => [name, date])).toEqual([
      ['Crane Pass', '2016'],
      ['Rope Pass', '2023'],
    ]);
  });

  it('stand beside lines that end in dates flush with the gutter', () => {
    const job = (y: number, title: string, firm: string, dates: string): Placed[] => [
      [40, y, title, bold],
      [250, y, dates, { width: 80 }],
      [40, y + 13, firm],
      [52, y + 26, 'Kept the log', { bullet: true }],
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 110, 'Experience', { size: 13, bold: true }],
        ...job(130, 'Crane Operator', 'Harbour Crane Company', 'Mar 2019 – Jan 2024'),
        ...job(176, 'Deckhand', 'Quayside Ferries Ltd', 'Jun 2015 – Feb 2019'),
        ...job(222, 'Porter', 'Erie Shore Museum', 'Sep 2012 – May 2015'),
        [350, 118, 'Skills', { size: 13, bold: true }],
        [386, 138, 'Rigging'],
        [372, 152, 'Signalling'],
        [380, 166, 'Excel'],
        [350, 196, 'Languages', { size: 13, bold: true }],
        [378, 216, 'English'],
        [391, 230, 'Danish'],
      ]),
    );
    expect(resume.work.map(({ position, startDate }) => [position, startDate])).toEqual([
      ['Crane Operator', '2019-03'],
      ['Deckhand', '2015-06'],
      ['Porter', '2012-09'],
    ]);
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toEqual(['Rigging', 'Signalling', 'Excel']);
  });
});
