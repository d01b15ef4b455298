/** Headings in a margin below an address, in boxes with a style of their own; cells of forms. */
import { describe, expect, it } from 'vitest';
import { BOLD, HEADING, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const green = { size: 14, color: '#22aa55' } as const;

describe('headings in a margin that begins with the address', () => {
  const contact: Placed[] = [
    [96, 94, '4 Quay Lane, Leeds', { size: 9 }],
    [60, 105, '+44 113 496 0012', { size: 9 }],
    [60, 116, 'orla.tamsin@example.org', { size: 9 }],
  ];
  const right: Placed[] = [
    [208, 94, 'Orla Tamsin', { size: 22 }],
    [208, 160, 'Moves what others cannot lift, in all weathers and at every hour.'],
    [208, 200, 'Crane operator, Harbour Crane Ltd', BOLD],
    [440, 200, 'since Mar 2019'],
    [208, 214, 'Lifted containers', { bullet: true }],
    [208, 236, 'Deckhand, Quayside Ferries Ltd', BOLD],
    [440, 236, 'May 2015 – Feb 2019'],
    [208, 280, 'BSc Logistics, Northgate College', BOLD],
    [440, 280, '2012 – 2015'],
    [208, 320, 'English: native'],
    [208, 334, 'Irish: basic'],
  ];
  const margin = (y: number, text: string): Placed => [190 - text.length * 7, y, text, green];

  it('head the text beside them', () => {
    const headings = [margin(160, 'Profile'), margin(200, 'Experience'), margin(280, 'Education'), margin(320, 'Languages')];
    const resume = parse(pdfDocument([...contact, ...headings, ...right]));
    expect(jobs(resume)).toEqual([
      'Crane operator @ Harbour Crane Ltd [2019-03/]',
      'Deckhand @ Quayside Ferries Ltd [2015-05/2019-02]',
    ]);
    expect(resume.education).toMatchObject([{ institution: 'Northgate College', studyType: 'BSc', area: 'Logistics' }]);
    expect(resume.languages.map(({ language }) => language)).toEqual(['English', 'Irish']);
  });

  it('head what stands below them where the margin is a sidebar with text of its own', () => {
    const sidebar: Placed[] = [
      [60, 200, 'Skills', green],
      [60, 216, 'Rigging', { size: 9 }],
      [60, 228, 'First aid', { size: 9 }],
      [60, 280, 'Languages', green],
      [60, 296, 'English', { size: 9 }],
      [60, 308, 'Irish', { size: 9 }],
    ];
    const resume = parse(
      pdfDocument([
        ...contact,
        ...sidebar,
        [208, 180, 'Experience', green],
        ...right.slice(0, 7),
        [208, 260, 'Education', green],
        ...right.slice(7, 9),
      ]),
    );
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toEqual(['Rigging', 'First aid']);
    expect(resume.languages.map(({ language }) => language)).toEqual(['English', 'Irish']);
  });
});

describe('bold capitals over sections of many kinds', () => {
  it('are headings in a sidebar whose letters are much smaller than those of the other headings', () => {
    const small = { size: 7, bold: true } as const;
    const resume = parse(
      pdfDocument([
        [20, 60, 'Orla Tamsin', { size: 20 }],
        [20, 120, 'SKILLS', small],
        [20, 132, 'Rigging', { size: 7 }],
        [20, 160, 'LANGUAGES', small],
        [20, 172, 'English', { size: 7 }],
        [20, 200, 'INTERESTS', small],
        [20, 212, 'Sailing', { size: 7 }],
        [200, 60, 'Experience', { size: 16 }],
        [200, 80, 'Crane operator, Harbour Crane Ltd, Leeds', BOLD],
        [440, 80, '2019 – present'],
        [200, 94, 'Lifted containers in all weathers, at every hour of the day', { bullet: true }],
        [200, 106, 'Kept the log of the wind and trained two apprentices', { bullet: true }],
        [200, 180, 'Education', { size: 16 }],
        [200, 200, 'BSc Logistics, Northgate College', BOLD],
        [440, 200, '2012 – 2015'],
      ]),
    );
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toEqual(['Rigging']);
    expect(resume.languages.map(({ language }) => language)).toEqual(['English']);
    expect(resume.interests).toEqual(['Sailing']);
  });
});

describe('cells of forms', () => {
  it('hold the name beside the word for it', () => {
    const resume = parse(
      '个人简历\n姓名    司马清川    性别    女\n民族    汉族    籍贯    四川绵阳\n电话    137 5550 0126\n\n工作经历\n2021.03-至今 四川云山机械有限公司 会计\n',
    );
    expect(resume.basics.name).toBe('司马清川');
  });

  it('hold languages with a level for each skill', () => {
    const cells = (y: number, ...texts: string[]): Placed[] =>
      texts.map((text, i): Placed => [[40, 160, 260, 340, 420][i] ?? 40, y, text]);
    const resume = parse(
      pdfDocument([
        [40, 60, 'Orla Tamsin', { size: 20 }],
        [40, 80, 'Profile', HEADING],
        [40, 94, 'Lifts containers in all weathers and at every hour of the day.'],
        [40, 110, 'Personal skills', HEADING],
        ...cells(130, 'Mother tongue', 'Irish'),
        ...cells(146, 'Other languages'),
        ...cells(162, 'Language', 'Listening', 'Reading', 'Writing').slice(1),
        ...cells(178, 'English', 'C1', 'C2', 'B2'),
        ...cells(194, 'Polish', 'A2', 'A2', 'A1'),
        ...cells(212, 'Digital skills', 'Excel, SAP'),
        [40, 240, 'Interests', HEADING],
        [40, 256, 'Sailing'],
      ]),
    );
    expect(resume.languages).toMatchObject([
      { language: 'Irish' },
      { language: 'English', fluency: 'C1' },
      { language: 'Polish', fluency: 'A2' },
    ]);
    expect(resume.skills).toEqual([{ name: 'Digital skills', keywords: ['Excel', 'SAP'] }]);
  });
});
