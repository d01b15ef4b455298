/** Ways of setting entries that templates out of our sight have; each is told by evidence that a person would use. */
import { describe, expect, it } from 'vitest';
import { jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const BOLD = { bold: true };
const HEADING = { bold: true, size: 14 };
const HEAD: Placed[] = [
  [40, 60, 'Orla Tamsin', { size: 20 }],
  [40, 84, 'orla.tamsin@example.org'],
];

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

describe('pieces of an entry that only their style parts', () => {
  const page = (first: Placed, second: Placed, dates: string): Placed[] => [
    ...HEAD,
    [40, 120, 'Experience', HEADING],
    first,
    second,
    [40, 154, dates],
    [52, 170, 'Lifted containers in all weathers', { bullet: true }],
    [52, 184, 'Kept the log of the wind', { bullet: true }],
  ];

  it('are title and employer', () => {
    const placed = page([40, 140, 'CRANE OPERATOR'], [112, 140, ' TAMSIN TURNBULL', { color: '#888888' }], '2019 - 2021');
    expect(jobs(parse(pdfDocument(placed)))).toEqual(['CRANE OPERATOR @ TAMSIN TURNBULL [2019/2021]']);
  });

  it('are a name and a date without any space between them', () => {
    const placed = page([40, 140, 'Tamsin Turnbull', { size: 14 }], [145, 140, '2019 - 2021', { size: 9 }], 'Crane Operator');
    expect(jobs(parse(pdfDocument(placed)))).toEqual(['Crane Operator @ Tamsin Turnbull [2019/2021]']);
  });

  it('are no two names where a small word joins them', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Education', HEADING],
        [40, 140, 'BSc in', BOLD],
        [72, 140, ' Logistics'],
        [40, 154, 'Northgate College'],
        [40, 168, '2011 - 2014'],
        [40, 190, 'Languages', HEADING],
        [40, 210, 'English, which I speak at home, at sea and in my sleep, and a little Dutch'],
      ]),
    );
    expect(resume.education[0]).toMatchObject({ studyType: 'BSc', area: 'Logistics', institution: 'Northgate College' });
  });
});

describe('a degree that breaks behind a small word', () => {
  it('goes on in the next line', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Education', HEADING],
        [40, 140, 'Bachelor of Science in'],
        [40, 153, 'Mathematics and Logistics'],
        [40, 166, 'at Northgate College of the Upper Harbour'],
        [120, 180, 'Sep 2011 - Jun 2014'],
      ]),
    );
    expect(resume.education).toMatchObject([
      {
        studyType: 'Bachelor of Science',
        area: 'Mathematics and Logistics',
        institution: 'Northgate College of the Upper Harbour',
      },
    ]);
  });
});

describe('what a page prints behind its dates', () => {
  it.each(['(2 years 1 month)', '(2 years 1 month) current', '· current'])('is no employer: %s', (remark) => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        [40, 140, 'Crane Operator', BOLD],
        [40, 154, `Oct 2024 - now ${remark}`],
        [52, 170, 'Lifted containers in all weathers', { bullet: true }],
      ]),
    );
    expect(jobs(resume)).toEqual(['Crane Operator @ ? [2024-10/]']);
  });

  it('is nothing on a line of its own either', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Formation', HEADING],
        [40, 140, 'Sept. 2018 - Juin 2020'],
        [200, 140, 'CAP en Pâtissier'],
        [40, 154, '1 an 9 mois'],
        [200, 166, 'École des métiers de bouche du Rhône'],
      ]),
    );
    const institution = 'École des métiers de bouche du Rhône';
    expect(resume.education[0]).toMatchObject({ studyType: 'CAP', area: 'Pâtissier', institution });
  });
});

describe('facts of an entry in bullets below its title', () => {
  it('are its employer and its dates', () => {
    const entry = (y: number, title: string, employer: string, dates: string): Placed[] => [
      [40, y, title, { bold: true, size: 12 }],
      [60, y + 34, employer, { bullet: true }],
      [60, y + 46, dates, { bullet: true }],
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        ...entry(140, 'Crane Operator', 'Harbour Crane Company', '2019 – Present'),
        ...entry(224, 'Deckhand', 'Quayside Ferries Ltd', '2015 – 2018'),
        ...entry(308, 'Warehouse Assistant', 'Brack Storage Ltd', '2012 – 2015'),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Deckhand @ Quayside Ferries Ltd [2015/2018]',
      'Warehouse Assistant @ Brack Storage Ltd [2012/2015]',
    ]);
  });
});

describe('siblings', () => {
  it('begin alike: a plain line behind the bullets is text of the entry above', () => {
    const entry = (y: number, employer: string, title: string, dates: string, tools: string): Placed[] => [
      [40, y, employer, { bold: true, size: 12 }],
      [40, y + 14, title],
      [430, y + 14, dates],
      [52, y + 28, 'Kept the log of the wind', { bullet: true }],
      [40, y + 44, tools],
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        ...entry(140, 'Harbour Crane Company', 'Crane Operator', '2019 – Present', 'Radio, winch'),
        ...entry(210, 'Quayside Ferries Ltd', 'Deckhand', '2015 – 2018', 'Ropes, flags'),
        ...entry(280, 'Brack Storage Ltd', 'Warehouse Assistant', '2012 – 2015', 'Pallets'),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Deckhand @ Quayside Ferries Ltd [2015/2018]',
      'Warehouse Assistant @ Brack Storage Ltd [2012/2015]',
    ]);
    expect(resume.work.map((job) => job.summary)).toEqual(['Radio, winch', 'Ropes, flags', 'Pallets']);
  });

  it('whose date opens them keep their lines without bullets, however far apart those stand', () => {
    const entry = (y: number, dates: string, head: string, ...texts: string[]): Placed[] => [
      [40, y, dates, { bold: true, size: 8 }],
      [40, y + 22, head, BOLD],
      ...texts.map((text, i): Placed => [40, y + 44 + 22 * i, text]),
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        ...entry(
          140,
          '2019 to Present',
          'Crane Operator at Harbour Crane Company',
          'Lifted containers and wind turbine blades in all weathers, for nine years, day and night and at sea.',
          'Load charts: wind, tide, sling',
          'Chartered membership of the lifting institute',
        ),
        ...entry(256, '2015 to 2018', 'Deckhand at Quayside Ferries Ltd', 'Moored the ferry'),
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Deckhand @ Quayside Ferries Ltd [2015/2018]',
    ]);
  });
});

describe('a school at the foot of a page', () => {
  it('is no contact because its years look like a number', () => {
    const bullets = Array.from(
      { length: 12 },
      (_, i): Placed => [52, 160 + 14 * i, 'Kept the log of the wind', { bullet: true }],
    );
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 120, 'Experience', HEADING],
        [40, 140, 'Crane Operator, Harbour Crane Company', BOLD],
        [430, 140, '2015 – 2018'],
        ...bullets,
        [40, 380, 'Education', HEADING],
        [40, 420, 'Northgate College', BOLD],
        [40, 434, '2011 - 2014'],
        [40, 448, 'BSc Logistics'],
      ]),
    );
    expect(resume.education[0]).toMatchObject({ institution: 'Northgate College', startDate: '2011', endDate: '2014' });
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

describe('jobs and studies on one line of time', () => {
  const page: Placed[] = [
    ...HEAD,
    [40, 120, 'Experience and education', HEADING],
    [40, 140, 'Crane Operator, Harbour Crane Company', BOLD],
    [430, 140, '2019 – Present'],
    [52, 154, 'Lifted containers in all weathers', { bullet: true }],
    [40, 176, 'BSc Logistics, Northgate College', BOLD],
    [430, 176, '2015 – 2019'],
    [40, 200, 'Lecturer, Quayside School of Navigation', BOLD],
    [430, 200, '2012 – 2015'],
  ];

  it('go where their words belong', () => {
    const resume = parse(pdfDocument(page));
    expect(jobs(resume)).toEqual([
      'Crane Operator @ Harbour Crane Company [2019/]',
      'Lecturer @ Quayside School of Navigation [2012/2015]',
    ]);
    expect(resume.education).toMatchObject([{ studyType: 'BSc', area: 'Logistics', institution: 'Northgate College' }]);
  });
});

describe('names', () => {
  it('that break twice in a small sidebar are whole', () => {
    const large = { size: 11, color: '#d9534f' };
    const resume = parse(
      pdfDocument([
        [61, 53, 'TORVALD', large],
        [46, 66, 'ASHGROVE-', large],
        [66, 79, 'PENN', large],
        [61, 99, 'ENGINEER', { size: 8 }],
        [44, 130, 'torvald.ap@example.org', { size: 5.5 }],
        [160, 153, 'EXPERIENCE', { size: 9 }],
        [160, 170, 'Bridge Engineer, Wyre Contracting Ltd', { size: 7.5 }],
        [160, 180, '2019 - 2021', { size: 7.5 }],
        [160, 192, 'Designed footbridges in steel and in wood', { size: 7.5, bullet: true }],
        [160, 202, 'Checked the bridges of others', { size: 7.5, bullet: true }],
      ]),
    );
    expect(resume.basics.name).toBe('Torvald Ashgrove-Penn');
  });

  it('may stand beside pictures or an empty bracket', () => {
    const named = (name: string): string | undefined =>
      parse(
        pdfDocument([
          [40, 60, name, { size: 20 }],
          [40, 84, 'mail@example.org'],
          [40, 120, 'Skills', HEADING],
          [40, 140, 'Forklift'],
        ]),
      ).basics.name;
    expect(named('Orla Tamsin 🌑🌕')).toBe('Orla Tamsin');
    expect(named('Orla Tamsin ()')).toBe('Orla Tamsin');
  });
});
