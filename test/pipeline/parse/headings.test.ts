/** Headings that stand, float or are worded in ways of their own. */
import { describe, expect, it } from 'vitest';
import { lookupHeading } from '../../../src/pipeline/parse/heading-lookup.ts';
import { BOLD, HEADING, headOf, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = headOf('Orla Tamsin');

describe('headings in the margin', () => {
  it('head the text beside them on a page that has one of them only, and pages without any have an edge of their own', () => {
    const first: Placed[] = [
      [40, 60, 'Orla Tamsin', { size: 20 }],
      [40, 90, 'Address Quay Lane 4, Leeds', { size: 8 }],
      [40, 101, 'Email orla.tamsin@example.org', { size: 8 }],
      [40, 112, 'Phone +44 113 496 0012', { size: 8 }],
      [40, 150, 'Work', { size: 12, bold: true }],
      [160, 150, 'Harbour Crane Company', { size: 12 }],
      [460, 150, '2019 - present', { size: 8 }],
      [160, 168, 'Crane Operator'],
      [190, 188, 'Lifted containers in all weathers', { bullet: true, size: 8 }],
      [190, 200, 'Kept the log of the wind', { bullet: true, size: 8 }],
    ];
    const second: Placed[] = [
      [40, 40, 'Quayside Ferries Ltd', { size: 12 }],
      [460, 40, '2015 - 2018', { size: 8 }],
      [40, 58, 'Deckhand'],
      [70, 78, 'Moored the ferry', { bullet: true, size: 8 }],
    ];
    expect(jobs(parse(pdfDocument(first, second)))).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Deckhand @ Quayside Ferries Ltd [2015/2018]',
    ]);
  });
});

describe('headings of a sidebar', () => {
  const page: Placed[] = [
    [200, 60, 'Orla Tamsin', { size: 24 }],
    [200, 84, 'Crane Operator', { size: 11 }],
    [20, 60, 'Contact', { size: 11 }],
    [20, 80, 'orla.tamsin@example.org', { size: 8.5 }],
    [20, 94, '+44 113 496 0012', { size: 8.5 }],
    [20, 124, 'Dockside Skills', { size: 11 }],
    [20, 144, 'Rigging', { size: 8.5 }],
    [20, 158, 'Signalling', { size: 8.5 }],
    [20, 188, 'Languages', { size: 11 }],
    [20, 208, 'English', { size: 8.5 }],
    [200, 120, 'Experience', { size: 15 }],
    [200, 144, 'Harbour Crane Company', { size: 12 }],
    [200, 158, 'Crane Operator'],
    [200, 172, '2019 - Present'],
    [200, 190, 'Education', { size: 15 }],
    [200, 214, 'Northgate College', { size: 12 }],
    [200, 228, 'BSc Logistics'],
  ];

  it('are what has the style that it gives to headings alone, smaller than those beside it', () => {
    const { skills } = parse(pdfDocument(page));
    expect(skills.flatMap((group) => group.keywords)).toEqual(['Rigging', 'Signalling']);
  });
});

describe('a heading that floats above the name', () => {
  it('heads what stands below the contacts, not the contacts', () => {
    const resume = parse(
      pdfDocument([
        [420, 40, 'Work Experience', HEADING],
        [40, 70, 'Orla Tamsin', { size: 20 }],
        [180, 70, 'Crane Operator', { size: 16 }],
        [40, 92, 'Lifting in all weathers.'],
        [40, 106, 'Phone: +44 113 496 0012'],
        [40, 118, 'Email: orla.tamsin@example.org'],
        [40, 140, 'Harbour Crane Company', BOLD],
        [40, 154, 'Crane Operator'],
        [40, 168, '2019 - Present'],
        [40, 210, 'Education', HEADING],
        [40, 230, 'Northgate College', BOLD],
        [40, 244, 'BSc Logistics'],
        [40, 258, '2011 - 2014'],
      ]),
    );
    expect(resume.basics).toMatchObject({ name: 'Orla Tamsin', email: 'orla.tamsin@example.org', phone: '+441134960012' });
    expect(jobs(resume)).toEqual(['Crane Operator @ Harbour Crane Company [2019/]']);
  });
});

describe('an unknown heading in the look of the others', () => {
  const page = (heading: string): Placed[] => [
    ...HEAD,
    [40, 120, heading, HEADING],
    [40, 140, 'Crane Operator, Harbour Crane Company', BOLD],
    [430, 140, '2019 – Present'],
    [52, 154, 'Lifted containers in all weathers', { bullet: true }],
    [40, 190, 'Education', HEADING],
    [40, 210, 'BSc Logistics, Northgate College', BOLD],
    [430, 210, '2011 – 2014'],
    [40, 250, 'Skills', HEADING],
    [40, 270, 'Forklift, Rigging'],
    [40, 310, 'Boats and sheds', HEADING],
    [40, 330, 'Deckhand, Quayside Ferries Ltd', BOLD],
    [430, 330, '2015 – 2018'],
    [52, 344, 'Moored the ferry', { bullet: true }],
  ];

  it('heads the work where no other section does', () => {
    expect(jobs(parse(pdfDocument(page('Summary').filter(([, y]) => y < 130 || y > 160))))).toEqual([
      'Deckhand @ Quayside Ferries Ltd [2015/2018]',
    ]);
  });

  it('heads the studies where no other section does', () => {
    const resume = parse(
      pdfDocument(page('Experience').map(([x, y, text, style]) => [x, y, text === 'Education' ? 'Quiet years' : text, style])),
    );
    expect(resume.education).toMatchObject([
      { studyType: 'BSc', institution: 'Northgate College', startDate: '2011', endDate: '2014' },
    ]);
  });

  it('says nothing beside a section of work', () => {
    expect(jobs(parse(pdfDocument(page('Experience'))))).toEqual(['Crane Operator @ Harbour Crane Company [2019/]']);
  });
});

describe('headings', () => {
  it('are known behind a word that says whose or which they are', () => {
    for (const text of ['Professional Skills Summary', 'Weitere Fähigkeiten', 'Autres compétences', 'Mijn vaardigheden'])
      expect(lookupHeading(text)?.kinds, text).toEqual(['skills']);
    for (const text of ['Personal Trainer', 'Key Account Manager', 'My employer'])
      expect(lookupHeading(text)?.by, text).not.toBe('compound');
  });

  it('say what their known part says, where a list lacks the other, and are prose where they end in such a word', () => {
    expect(lookupHeading('Registrations & Checks')).toEqual({ kinds: ['certificates'], by: 'keyword' });
    expect(lookupHeading('Cursos y diplomados')).toEqual({ kinds: ['training'], by: 'keyword' });
    expect(lookupHeading('Professional memberships & training')?.kinds[0]).toBe('training');
    expect(lookupHeading('Career change statement')).toEqual({ kinds: ['summary'], by: 'keyword' });
    expect(lookupHeading('Publications overview')?.kinds).toEqual(['publications']);
    expect(lookupHeading('Employment overview')?.kinds).toEqual(['work']);
  });

  it('stand over a rail of dates as well, in the look of the others with a rule below, whatever they say', () => {
    const row = (y: number, date: string, text: string): Placed[] => [
      [60, y, date],
      [175, y, text],
    ];
    const made = pdfDocument([
      ...headOf('Orla Tamsin'),
      [60, 96, 'SUMMARY', BOLD],
      [60, 112, 'Former sergeant, two years into a second career on building sites.'],
      [60, 142, 'WHAT I CAN DO FOR YOU', BOLD],
      ...row(160, 'Safety', 'Risk assessment, Toolbox talks'),
      ...row(178, 'Leading people', 'Shift planning, Instruction'),
      ...row(196, 'Plant', 'Excavator operation, Temporary works'),
      [60, 227, 'WHERE I HAVE BEEN', BOLD],
      ...row(245, 'Oct 2024 – now', 'Safety Adviser, Cromar Civils Ltd, Leeds'),
      [175, 259, 'Cover five road and water sites, carry out weekly inspections.'],
      ...row(276, 'Jun 2015 – Sep 2024', 'Sergeant, Harbour Crane Ltd, Leeds'),
      [175, 290, 'Responsible for 30 people.'],
      ...row(307, 'Aug 2004 – May 2015', 'Engineer, Harbour Crane Ltd, York'),
      [175, 321, 'Served in three countries.'],
      [60, 360, 'EDUCATION', BOLD],
      [60, 378, 'Sep 2023 – Jun 2024', BOLD],
      [175, 378, 'Diploma in Safety, University of Harwell', BOLD],
      ...row(394, 'Sep 2000 – Jun 2004', 'BSc Physics, University of Harwell'),
      [60, 420, 'CERTIFICATES', BOLD],
      ...row(438, 'Mar 2024', 'Crane Pass'),
      ...row(452, 'Nov 2024', 'Rope Pass'),
      [60, 480, 'LANGUAGES', BOLD],
      [60, 498, 'German'],
    ]);
    const rules = [96, 142, 227, 360, 420, 480].map((y) => ({ x: 60, y: y + 4, width: 475, height: 1 }));
    const resume = parse({ ...made, pages: made.pages.map((page) => ({ ...page, rules })) });
    expect(resume.work.map(({ position }) => position)).toEqual(['Safety Adviser', 'Sergeant', 'Engineer']);
    expect(resume.skills.flatMap(({ keywords }) => keywords)).toContain('Toolbox talks');
  });
});

describe('a style of the size of the text that only headings have', () => {
  const page = (...more: Placed[]): Placed[] => [
    ...headOf('Orla Tamsin'),
    [40, 110, 'EXPERIENCE'],
    [40, 124, 'Crane operator, Harbour Crane Ltd, Leeds'],
    [40, 136, '2019 – present'],
    [50, 148, 'Lifted containers and cars in all weathers for nine seasons without a scratch', { bullet: true }],
    [40, 178, 'EDUCATION'],
    [40, 184, 'BSc Logistics, Northgate College'],
    [40, 196, '2012 – 2015'],
    [40, 230, 'LANGUAGES'],
    [40, 244, 'English: native'],
    [40, 278, 'CERTIFICATES'],
    [40, 292, 'Slinger Licence, Quay Council, 2018'],
    [40, 304, 'First Aid, Quay Council, 2019'],
    ...more,
  ];

  it('makes a heading of a word that no list has: its lines are not those of the section above', () => {
    const resume = parse(pdfDocument(page([40, 338, 'WRITING'], [40, 352, 'Notes from a Crane, Dock Press, 2021'])));
    expect(resume.certificates.map(({ name }) => name)).toEqual(['Slinger Licence', 'First Aid']);
    expect(resume.other).toEqual([{ heading: 'WRITING', lines: ['Notes from a Crane, Dock Press, 2021'] }]);
  });

  it('makes none of a line without the white that headings have above them', () => {
    const resume = parse(pdfDocument(page([40, 316, 'IPAF, 2021'], [40, 328, 'CSCS, 2022'])));
    expect(resume.certificates.map(({ name }) => name)).toEqual(['Slinger Licence', 'First Aid', 'IPAF', 'CSCS']);
  });
});

describe('a style that most heads of entries have', () => {
  const HEAD = { bold: true, size: 12, color: '#111111' } as const;
  const SMALL = { bold: true, size: 9, color: '#555555' } as const;
  const page: Placed[] = [
    ...headOf('Orla Tamsin'),
    [40, 110, 'Work', SMALL],
    [40, 126, 'Site Painter', HEAD],
    [40, 142, 'Harbour Paints Ltd, Mar 2019 – Present'],
    [40, 168, 'Foreman', HEAD],
    [40, 184, 'Quay Works Ltd, Jun 2017 – Feb 2019'],
    [40, 194, 'Apprentice', HEAD],
    [40, 206, 'Quay Works Ltd, Jan 2016 – May 2017'],
    [40, 224, 'Education', SMALL],
    [40, 236, 'Certificate, Site Painter', HEAD],
    [40, 252, 'Larkmoor Trade School, Mar 2014 – Dec 2015'],
    [40, 278, 'School Diploma, General Studies', HEAD],
    [40, 294, 'Larkmoor High School, 2010 – 2014'],
    [40, 330, 'Skills', SMALL],
    [40, 346, 'Processes', HEAD],
    [40, 362, 'Spraying, Rolling'],
    [40, 388, 'Other', HEAD],
    [40, 404, 'Rigging, Stencils'],
  ];

  it('makes no heading of a word that names a section among others', () => {
    const resume = parse(pdfDocument(page));
    expect(resume.education.map(({ institution }) => institution)).toEqual(['Larkmoor Trade School', 'Larkmoor High School']);
    expect(resume.certificates).toEqual([]);
    expect(resume.skills.map(({ name, keywords }) => [name, ...keywords])).toEqual([
      ['Processes', 'Spraying', 'Rolling'],
      ['Other', 'Rigging', 'Stencils'],
    ]);
  });
});
