/** Layouts in which entries are set in unusual ways: like headings, along a timeline, with their items in two columns. */
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/pipeline/parse/read-lines.ts';
import { splitSections } from '../../../src/pipeline/parse/sections.ts';
import { jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const BIG = { bold: true, size: 14 };
const BOLD = { bold: true };
const SMALL = { size: 8 };

describe('entries set like headings', () => {
  const page: Placed[] = [
    [40, 60, 'Orla Tamsin', { bold: true, size: 24 }],
    [40, 90, 'orla.tamsin@example.org'],
    [40, 130, 'Work Experience', BIG],
    [40, 160, 'Harbour Crane Company', BIG],
    [40, 185, 'Crane Operator', BOLD],
    [40, 205, '2019 - Present'],
    [60, 225, '• Lifted containers in all weathers'],
    [40, 265, 'Quayside Education Trust', BIG],
    [40, 290, 'Teaching Assistant', BOLD],
    [40, 310, '2015 - 2018'],
    [60, 330, '• Read stories aloud'],
    [40, 370, 'Education', BIG],
    [40, 400, 'Northgate College', BIG],
    [40, 425, 'BSc Logistics', BOLD],
    [40, 445, '2011 - 2014'],
    [40, 485, 'Skills', BIG],
    [40, 510, 'Forklift, Rigging'],
  ];

  it('are entries of the section that they follow, even when they hold the word of another', () => {
    const resume = parse(pdfDocument(page));
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Teaching Assistant @ Quayside Education Trust [2015/2018]',
    ]);
    expect(resume.education[0]).toMatchObject({ institution: 'Northgate College', startDate: '2011', endDate: '2014' });
  });

  it('leave headings that we do not know alone where the section above has lines of its own', () => {
    const other: Placed[] = [
      [40, 60, 'Orla Tamsin', { bold: true, size: 24 }],
      [40, 130, 'Work Experience', BIG],
      [40, 160, 'Crane Operator, Harbour Crane Company'],
      [40, 175, '2019 - Present'],
      [40, 215, 'Boats I have restored', BIG],
      [40, 240, 'Dinghy Martha, 2020 - 2022'],
      [40, 280, 'Skills', BIG],
      [40, 300, 'Forklift, Rigging'],
    ];
    const sections = splitSections(readLines(pdfDocument(other)));
    expect(sections.map((s) => s.heading)).toEqual([undefined, 'Work Experience', 'Boats I have restored', 'Skills']);
  });
});

describe('timelines', () => {
  it('have a date behind a dot, which is no item of the entry above', () => {
    const page: Placed[] = [
      [40, 60, 'Orla Tamsin', { bold: true, size: 24 }],
      [40, 130, 'Work', BIG],
      [50, 155, '• 2019-04 - present'],
      [50, 175, 'Harbour Crane Company', { bold: true, size: 12 }],
      [50, 190, 'Crane Operator', { size: 11 }],
      [50, 210, '• Lifted containers in all weathers'],
      [50, 224, '• Trained four new operators'],
      [50, 250, '• 2015-09 - 2019-03'],
      [50, 270, 'Gull Ferries', { bold: true, size: 12 }],
      [50, 285, 'Deck Hand', { size: 11 }],
      [50, 305, '• Painted, spliced, painted again'],
      [40, 345, 'Skills', BIG],
      [40, 370, 'Forklift, Rigging'],
    ];
    expect(jobs(parse(pdfDocument(page)))).toEqual([
      'Crane Operator @ Harbour Crane Company [2019-04/]',
      'Deck Hand @ Gull Ferries [2015-09/2019-03]',
    ]);
  });

  it('head an entry with a lone month, however far the title below is indented', () => {
    const page: Placed[] = [
      [40, 60, 'Orla Tamsin', { bold: true, size: 24 }],
      [40, 130, 'Experience', BIG],
      [40, 155, 'April 2019', BOLD],
      [70, 178, 'Crane Operator'],
      [70, 192, 'Harbour Crane Company'],
      [90, 210, 'Lifted containers in all weathers'],
      [40, 250, 'September 2015', BOLD],
      [70, 273, 'Deck Hand'],
      [70, 287, 'Gull Ferries'],
      [90, 305, 'Painted, spliced, painted again'],
      [40, 345, 'Skills', BIG],
      [40, 370, 'Forklift, Rigging'],
    ];
    expect(jobs(parse(pdfDocument(page))).map((job) => job.replace(/\/.*/, ''))).toEqual([
      'Crane Operator @ Harbour Crane Company [2019-04',
      'Deck Hand @ Gull Ferries [2015-09',
    ]);
  });
});

describe('items in two columns', () => {
  it('stay with the entry whose date stands flush right above them', () => {
    const items = (y: number, left: string, right: string): Placed[] => [
      [45, y, `• ${left}`, SMALL],
      [220, y, `• ${right}`, SMALL],
    ];
    const page: Placed[] = [
      [40, 60, 'Orla Tamsin', { bold: true, size: 24 }],
      [40, 130, 'Experience', BIG],
      [40, 155, 'Crane Operator', BOLD],
      [310, 155, '2019-04 - present', SMALL],
      [40, 168, 'Harbour Crane Company'],
      ...items(185, 'Lifted containers', 'Trained four operators'),
      ...items(197, 'Checked ropes daily', 'Kept the log'),
      [40, 222, 'Deck Hand', BOLD],
      [310, 222, '2015-09 - 2019-03', SMALL],
      [40, 235, 'Gull Ferries'],
      ...items(252, 'Painted', 'Spliced'),
      ...items(264, 'Painted again', 'Made tea'),
    ];
    const resume = parse(pdfDocument(page));
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019-04/]',
      'Deck Hand @ Gull Ferries [2015-09/2019-03]',
    ]);
    expect(resume.work[0]?.highlights).toEqual([
      'Lifted containers',
      'Checked ropes daily',
      'Trained four operators',
      'Kept the log',
    ]);
  });
});

describe('labels in the margin', () => {
  const label = (y: number, first: string, rest: string): Placed[] => [
    [40, y, first, { size: 12 }],
    [46.5, y, rest, { size: 8 }],
  ];

  it('stand beside the middle of their text, and over the date of their first entry', () => {
    const page: Placed[] = [
      [200, 50, 'Orla Tamsin', { size: 18 }],
      ...label(112, 'C', 'ONTACT'),
      [200, 105, 'orla.tamsin@example.org', SMALL],
      [200, 120, '+44 20 7946 0555', SMALL],
      ...label(180, 'L', 'ANGUAGES'),
      [200, 165, 'English: native', SMALL],
      [200, 180, 'Dutch: fluent', SMALL],
      [200, 195, 'Danish: basic', SMALL],
      ...label(240, 'E', 'XPERIENCE'),
      [40, 255, '2019-04', { size: 6 }],
      [64, 255, 'T O', { size: 4.5 }],
      [74, 255, '2026-02', { size: 6 }],
      [200, 252, 'Crane Operator at Harbour Crane Company', { size: 8, bold: true }],
      [215, 264, 'Lifted containers in all weathers', SMALL],
      [40, 290, '2015-09', { size: 6 }],
      [64, 290, 'T O', { size: 4.5 }],
      [74, 290, '2019-03', { size: 6 }],
      [200, 290, 'Deck Hand at Gull Ferries', { size: 8, bold: true }],
      [215, 302, 'Painted, spliced, painted again', SMALL],
      ...label(335, 'S', 'KILLS'),
      [200, 335, 'Forklift, Rigging', SMALL],
    ];
    const resume = parse(pdfDocument(page));
    expect(resume.languages.map((l) => l.language)).toEqual(['English', 'Dutch', 'Danish']);
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019-04/2026-02]',
      'Deck Hand @ Gull Ferries [2015-09/2019-03]',
    ]);
  });
});

describe('lesser headings', () => {
  it('are headings with as much white above them as the others have, and labels of a group with less', () => {
    const page: Placed[] = [
      [40, 60, 'Orla Tamsin', { bold: true, size: 24 }],
      [40, 150, 'Skills', { bold: true, size: 20 }],
      [40, 175, 'Languages', { bold: true, size: 13 }],
      [40, 195, 'Python, SQL'],
      [40, 250, 'Work', { bold: true, size: 20 }],
      [40, 275, 'Crane Operator, Harbour Crane Company'],
      [40, 290, '2019 - 2022'],
      [40, 345, 'Languages', { bold: true, size: 13 }],
      [40, 365, 'Danish'],
    ];
    const sections = splitSections(readLines(pdfDocument(page)));
    expect(sections.map((s) => s.kinds[0])).toEqual(['header', 'skills', 'work', 'languages']);
  });
});
