/** Pages as templates of sites and word processors set them: rails, columns, cards, feet; each a kind of failure that was seen once. */
import { describe, expect, it } from 'vitest';
import { jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const BIG = { size: 24, bold: true };
const HEAD = { size: 13, bold: true };
const BOLD = { bold: true };
const flush = (right: number, y: number, text: string, style: Placed[3] = {}): Placed => [
  right - text.length * (style?.size ?? 10) * 0.5,
  y,
  text,
  style,
];
const TOP: Placed[] = [
  [50, 60, 'Odile Marchbank', BIG],
  [50, 80, 'odile.marchbank@example.org'],
];

describe('columns', () => {
  it('keeps dates at the right edge of the wide column out of the column beside it', () => {
    const resume = parse(
      pdfDocument([
        ...TOP,
        [50, 120, 'Experience', HEAD],
        [50, 140, 'Harbour Pilot', BOLD],
        flush(380, 140, '2019 - 2023'),
        [50, 154, 'Port of Selwick'],
        [62, 168, 'Brought four hundred ships a year through the narrows', { bullet: true }],
        [50, 190, 'Deck Officer', BOLD],
        flush(380, 190, '2014 - 2019'),
        [50, 204, 'Tarn Ferries Ltd'],
        [62, 218, 'Kept watch on the night crossing', { bullet: true }],
        [50, 250, 'Education', HEAD],
        [50, 270, 'Selwick Nautical College', BOLD],
        flush(380, 270, '2010 - 2014'),
        [50, 284, 'BSc Nautical Science'],
        [420, 120, 'Skills', HEAD],
        ...['Pilotage', 'Radar', 'Mooring', 'Chart work', 'Stability', 'Ice navigation', 'Towage', 'Cargo', 'VHF'].map(
          (skill, i): Placed => [420, 139 + i * 15, skill],
        ),
      ]),
    );
    expect(jobs(resume)).toEqual(['Harbour Pilot @ Port of Selwick [2019/2023]', 'Deck Officer @ Tarn Ferries Ltd [2014/2019]']);
    expect(resume.skills.flatMap((group) => group.keywords)).toContain('Ice navigation');
  });

  it('finds the gutter although one address sticks out of the narrow column', () => {
    const left: Placed[] = [
      [40, 120, 'Contact', HEAD],
      [40, 138, '12 Weir Street'],
      [40, 152, '555-0164'],
      [40, 166, 'a.very.long.address.of.odile@example.org', { size: 8 }],
      [40, 180, 'Selwick'],
      [40, 210, 'Skills', HEAD],
      ...['Radar', 'Towage', 'Mooring', 'Stability', 'Cargo', 'VHF'].map((skill, i): Placed => [40, 230 + i * 15, skill]),
    ];
    const right: Placed[] = [
      [208, 120, 'Experience', HEAD],
      ...['First Mate', 'Second Mate', 'Third Mate'].flatMap((title, i): Placed[] => [
        [208, 140 + i * 62, title, BOLD],
        [208, 154 + i * 62, `Grebe Line ${i + 1} Ltd, ${2018 - 3 * i} - ${2021 - 3 * i}`],
        [220, 168 + i * 62, 'Stood watch and kept the log in all weathers', { bullet: true }],
      ]),
    ];
    const resume = parse(pdfDocument([[40, 60, 'Odile Marchbank', BIG], ...left, ...right]));
    expect(resume.work.map((job) => job.position)).toEqual(['First Mate', 'Second Mate', 'Third Mate']);
    expect(resume.basics.email).toBe('a.very.long.address.of.odile@example.org');
  });

  it('reads a name set over two large rows beside a smaller title', () => {
    const resume = parse(
      pdfDocument([
        [40, 60, 'Odile Sanderson-', { size: 28 }],
        [320, 60, 'Harbour Pilot', { size: 16 }],
        [40, 96, 'Marchbank', { size: 28 }],
        [40, 120, 'odile@example.org'],
        [40, 150, 'Experience', HEAD],
        [40, 170, 'Harbour Pilot, Port of Selwick, 2019 - 2023'],
        [52, 184, 'Brought ships through the narrows in all weathers', { bullet: true }],
        [40, 204, 'Deck Officer, Tarn Ferries Ltd, 2014 - 2019'],
        [52, 218, 'Kept watch on the night crossing', { bullet: true }],
      ]),
    );
    expect(resume.basics.name).toBe('Odile Sanderson-Marchbank');
  });
});

describe('rails', () => {
  it('reads labels, dates and wrapped headings set flush right as heads of the rows beside them', () => {
    const row = (y: number, label: string, text: string, style: Placed[3] = {}): Placed[] => [
      flush(170, y, label),
      [190, y, text, style],
    ];
    const resume = parse(
      pdfDocument([
        [190, 50, 'Odile Marchbank', { size: 15 }],
        ...row(80, 'Email', 'odile@example.org'),
        flush(170, 106, 'EXPERIENCE', BOLD),
        ...row(120, '2019 - 2023', 'Harbour Pilot', BOLD),
        [190, 134, 'Port of Selwick'],
        [202, 148, 'Brought ships through the narrows', { bullet: true }],
        ...row(166, '2014 - 2019', 'Deck Officer', BOLD),
        [190, 180, 'Tarn Ferries Ltd'],
        [202, 194, 'Kept watch on the night crossing', { bullet: true }],
        flush(170, 216, 'LICENCES AND', BOLD),
        flush(170, 230, 'CERTIFICATES', BOLD),
        ...row(244, '2021', 'Pilot Licence Class A, Selwick Harbour Board'),
        ...row(258, '2016', 'Radar Observer, Tarn Nautical School'),
      ]),
    );
    expect(jobs(resume)).toEqual(['Harbour Pilot @ Port of Selwick [2019/2023]', 'Deck Officer @ Tarn Ferries Ltd [2014/2019]']);
    expect(resume.certificates.map((c) => c.name)).toEqual(['Pilot Licence Class A', 'Radar Observer']);
  });

  it('gives titles and dates that stand flush right over two rows to the employer at the left', () => {
    const entry = (y: number, employer: string, title: string, dates: string): Placed[] => [
      [50, y, employer, BOLD],
      flush(550, y, title),
      [62, y + 14, 'Stood watch and kept the log'],
      flush(550, y + 14, dates),
      [62, y + 28, 'Taught two cadets'],
    ];
    const resume = parse(
      pdfDocument([
        ...TOP,
        [50, 110, 'Employment', HEAD],
        ...entry(130, 'Port of Selwick', 'Harbour Pilot', 'May 2019 - Jun 2023'),
        ...entry(180, 'Tarn Ferries Ltd', 'Deck Officer', 'Mar 2014 - Apr 2019'),
        ...entry(230, 'Grebe Line Ltd', 'Third Mate', 'Feb 2011 - Feb 2014'),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Harbour Pilot @ Port of Selwick [2019-05/2023-06]',
      'Deck Officer @ Tarn Ferries Ltd [2014-03/2019-04]',
      'Third Mate @ Grebe Line Ltd [2011-02/2014-02]',
    ]);
    expect(resume.work[1]?.highlights).toEqual(['Stood watch and kept the log', 'Taught two cadets']);
  });
});

describe('text without marks', () => {
  it('takes plain lines below title and employer for what was done there', () => {
    const entry = (y: number, employer: string, title: string, dates: string): Placed[] => [
      [50, y, employer, BOLD],
      flush(550, y, dates, BOLD),
      [50, y + 14, title, { italic: true }],
      [50, y + 30, 'Brought ships through the narrows'],
      [50, y + 46, 'Kept the tide tables'],
    ];
    const resume = parse(
      pdfDocument([
        ...TOP,
        [50, 110, 'Employment', HEAD],
        ...entry(130, 'Port of Selwick', 'Harbour Pilot', '2019 - 2023'),
        ...entry(200, 'Tarn Ferries Ltd', 'Deck Officer', '2014 - 2019'),
      ]),
    );
    expect(resume.work.map((job) => job.highlights)).toEqual([
      ['Brought ships through the narrows', 'Kept the tide tables'],
      ['Brought ships through the narrows', 'Kept the tide tables'],
    ]);
  });

  it('takes an address far below the text of the page for contact, not for the last certificate', () => {
    const resume = parse(
      pdfDocument([
        [50, 60, 'Odile Marchbank', BIG],
        [50, 110, 'Employment', HEAD],
        [50, 130, 'Harbour Pilot, Port of Selwick, 2019 - 2023'],
        [62, 144, 'Brought ships through the narrows', { bullet: true }],
        [62, 158, 'Kept the tide tables', { bullet: true }],
        [50, 174, 'Deck Officer, Tarn Ferries Ltd, 2014 - 2019'],
        [62, 188, 'Kept watch on the night crossing', { bullet: true }],
        [62, 202, 'Taught two cadets', { bullet: true }],
        [50, 226, 'Certificates', HEAD],
        [50, 244, 'Pilot Licence Class A, 2018'],
        [50, 258, 'Radar Observer, 2016'],
        [200, 800, '12 Weir Street, Leeds · odile@example.org'],
      ]),
    );
    expect(resume.basics.email).toBe('odile@example.org');
    expect(resume.certificates.map((c) => c.name)).toEqual(['Pilot Licence Class A', 'Radar Observer']);
  });

  it('joins items of a list that a narrow column breaks', () => {
    const items = ['Drawing up', 'tide tables', 'Mooring', 'Reading of', 'charts', 'Radar'];
    const resume = parse(
      pdfDocument([
        ...TOP,
        [50, 110, 'Skills', HEAD],
        ...items.map((text, i): Placed => [62, 130 + i * 14, text, /^\p{Lu}/u.test(text) ? { bullet: true } : {}]),
      ]),
    );
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual([
      'Drawing up tide tables',
      'Mooring',
      'Reading of charts',
      'Radar',
    ]);
  });

  it('takes short items under a heading of their own kind for skills when nothing else lists any', () => {
    const resume = parse(
      pdfDocument([
        ...TOP,
        [50, 110, 'Summary', { ...HEAD, color: '#224466' }],
        [50, 128, 'Harbour pilot who knows every buoy of the coast by name and by light.'],
        [50, 160, 'On deck', { ...HEAD, color: '#224466' }],
        ...['Mooring', 'Towage', 'Chart work'].map((text, i): Placed => [50, 178 + i * 14, text]),
        [50, 240, 'Education', { ...HEAD, color: '#224466' }],
        [50, 258, 'BSc Nautical Science, Selwick Nautical College, 2010 - 2014'],
      ]),
    );
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual(['Mooring', 'Towage', 'Chart work']);
  });

  it('joins lines of a certificate that stand nearer than certificates do', () => {
    const lines: [number, string][] = [
      [130, 'Pilot Licence, Selwick Harbour'],
      [142, 'Board, 2021'],
      [158, 'Radar Observer, Tarn Nautical'],
      [170, 'School, 2016'],
    ];
    const resume = parse(
      pdfDocument([...TOP, [50, 110, 'Certificates', HEAD], ...lines.map(([y, text]): Placed => [50, y, text])]),
    );
    expect(resume.certificates.map((c) => c.name)).toEqual(['Pilot Licence', 'Radar Observer']);
  });

  it('keeps labels of skill groups that only their weight sets apart', () => {
    const group = (y: number, label: string, list: string): Placed[] => [
      [50, y, label, BOLD],
      [50 + label.length * 5 + 4, y, list],
    ];
    const resume = parse(
      pdfDocument([
        ...TOP,
        [50, 110, 'Skills', HEAD],
        ...group(130, 'Deck', 'Mooring, Towage, Chart work'),
        ...group(144, 'Office', 'Excel, Payroll'),
      ]),
    );
    expect(resume.skills.map((g) => g.name)).toEqual(['Deck', 'Office']);
    expect(resume.skills[0]?.keywords).toEqual(['Mooring', 'Towage', 'Chart work']);
  });
});
