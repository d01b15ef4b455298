import { describe, expect, it } from 'vitest';
import { lookupHeading } from '../../../src/pipeline/parse/heading-lookup.ts';
import { jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const bold = { bold: true } as const;
const item = { bullet: true } as const;
const heading = { size: 14, bold: true } as const;
const HEAD: Placed[] = [
  [40, 50, 'Ottilie Varnholt', { size: 22, bold: true }],
  [40, 74, 'ottilie.varnholt@example.org'],
];

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

  it('are headed by their large bold dots, which are no items', () => {
    expect(jobs(parse(pdfDocument([...HEAD, ...experience])))).toEqual(expected);
  });

  it('count once where the template prints the section twice', () => {
    const again = experience.map(([x, y, text, style]): Placed => [x, y + 190, text, style]);
    expect(jobs(parse(pdfDocument([...HEAD, ...experience, ...again])))).toEqual(expected);
  });
});

describe('columns', () => {
  it('stay apart where a long address all but touches the next one', () => {
    const resume = parse(
      pdfDocument([
        [40, 50, 'Ottilie Varnholt', { size: 22, bold: true }],
        [40, 110, 'ABOUT', heading],
        [200, 110, 'PROFESSIONAL EXPERIENCE', heading],
        [40, 123, 'Leeds, UK', { size: 8 }],
        [40, 137, 'ottilie.varnholt@example.co.uk', { size: 8, width: 158 }],
        [40, 151, '020 7946 0112', { size: 8 }],
        [200, 130, 'Cabinet maker', bold],
        [440, 130, '03/2019 to 06/2026'],
        [200, 144, 'Fernbank Joinery Ltd'],
        [215, 158, 'Made oak kitchens to measure', item],
        [40, 186, 'SKILLS', heading],
        [40, 206, 'Marquetry'],
        [40, 220, 'Veneering'],
        [40, 234, 'AutoCAD'],
        [200, 186, 'Joiner', bold],
        [440, 186, '09/2014 to 02/2019'],
        [200, 200, 'Rudlow Timber GmbH'],
        [215, 214, 'Hung doors and windows', item],
        [215, 228, 'Drove the van', item],
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Cabinet maker @ Fernbank Joinery Ltd [2019-03/2026-06]',
      'Joiner @ Rudlow Timber GmbH [2014-09/2019-02]',
    ]);
    expect(resume.skills.flatMap((group) => group.keywords ?? [])).toEqual(['Marquetry', 'Veneering', 'AutoCAD']);
  });

  const beside: Placed[] = [
    [40, 110, 'PROFILES', heading],
    [300, 110, 'CONTACT', heading],
    [40, 130, 'https://example.org/ottilie'],
    [300, 130, 'ottilie.varnholt@example.org'],
    [300, 144, '020 7946 0112'],
    [40, 176, 'EXPERIENCE', heading],
    [40, 200, 'Fernbank Joinery Ltd', bold],
    [40, 214, '2019-03 - Present'],
    [40, 228, 'Cabinet maker'],
    [300, 200, 'Made oak kitchens to measure', item],
    [300, 214, 'Taught two apprentices', item],
    [300, 228, 'Bought the timber', item],
    [300, 242, 'Kept the machines', item],
    [40, 280, 'Rudlow Timber GmbH', bold],
    [40, 294, '2014-09 - 2019-02'],
    [40, 308, 'Joiner'],
    [300, 280, 'Hung doors and windows', item],
    [300, 294, 'Drove the van', item],
  ];

  it('are none where what was done stands beside each entry', () => {
    const resume = parse(pdfDocument([[40, 50, 'Ottilie Varnholt', { size: 22, bold: true }], ...beside]));
    expect(resume.work.map((w) => [w.name, w.position, w.highlights])).toEqual([
      [
        'Fernbank Joinery Ltd',
        'Cabinet maker',
        ['Made oak kitchens to measure', 'Taught two apprentices', 'Bought the timber', 'Kept the machines'],
      ],
      ['Rudlow Timber GmbH', 'Joiner', ['Hung doors and windows', 'Drove the van']],
    ]);
    expect(resume.basics.email).toBe('ottilie.varnholt@example.org');
  });

  it('stay columns where the text on the right does not start with the entries', () => {
    const moved = beside.map(([x, y, text, style]): Placed => [x, x === 300 && y > 180 ? y - 21 : y, text, style]);
    const resume = parse(pdfDocument([[40, 50, 'Ottilie Varnholt', { size: 22, bold: true }], ...moved]));
    expect(resume.work.flatMap((w) => w.highlights ?? [])).toEqual([]);
  });
});

describe('the head', () => {
  it('holds the title behind the name on one line in another weight', () => {
    const resume = parse(
      pdfDocument([
        [40, 50, 'Ottilie Varnholt ', { size: 20, width: 170 }],
        [210, 50, 'Cabinet Maker', { size: 20, bold: true }],
        [40, 74, 'ottilie.varnholt@example.org'],
      ]),
    );
    expect([resume.basics.name, resume.basics.label]).toEqual(['Ottilie Varnholt', 'Cabinet Maker']);
  });

  it('may follow a page of its own style, and the headings below it another', () => {
    const resume = parse(
      pdfDocument(
        [
          [40, 50, 'CONTACT', { size: 18, bold: true, color: '#ffffff' }],
          [40, 76, 'ottilie.varnholt@example.org'],
          [40, 110, 'EDUCATION', { size: 18, bold: true, color: '#ffffff' }],
          [40, 136, 'Aldmoor College of Craft', bold],
          [40, 150, '2011 – 2014'],
          [40, 190, 'SKILLS', { size: 18, bold: true, color: '#ffffff' }],
        ],
        [
          [150, 50, 'OTTILIE VARNHOLT', { size: 28, bold: true }],
          [170, 84, 'CABINET MAKER', { size: 13.5, bold: true }],
          [40, 120, 'SUMMARY', { size: 13.5, bold: true }],
          [40, 142, 'Makes furniture that lasts longer than its owners do.'],
          [40, 170, 'EXPERIENCE', { size: 13.5, bold: true }],
          [40, 192, 'Cabinet maker', bold],
          [40, 206, 'Fernbank Joinery Ltd | Mar 2019 - Present'],
          [60, 220, 'Made oak kitchens to measure', item],
        ],
      ),
    );
    expect([resume.basics.name, resume.basics.label]).toEqual(['Ottilie Varnholt', 'CABINET MAKER']);
    expect(jobs(resume)).toEqual(['Cabinet maker @ Fernbank Joinery Ltd [2019-03/]']);
    expect(resume.skills.flatMap((group) => group.keywords ?? [])).not.toContain('CABINET MAKER');
    expect(resume.basics.summary).toBe('Makes furniture that lasts longer than its owners do.');
  });
});

describe('a field of study', () => {
  it('ends before a slash or a grade, and may hold a semicolon', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 110, 'EDUCATION', heading],
        [40, 134, 'Aldmoor University', bold],
        [440, 134, 'Sep 2011 – Jun 2014'],
        [40, 148, 'Furniture Design / BA'],
        [40, 176, 'Harwell University', bold],
        [440, 176, 'Sep 2014 – Jun 2016'],
        [40, 190, 'Wood Science / MSc'],
      ]),
    );
    expect(resume.education.map((e) => [e.institution, e.studyType, e.area])).toEqual([
      ['Aldmoor University', 'BA', 'Furniture Design'],
      ['Harwell University', 'MSc', 'Wood Science'],
    ]);
    const graded = parse(
      pdfDocument([
        ...HEAD,
        [40, 110, 'EDUCATION', heading],
        [40, 134, 'Aldmoor University', bold],
        [440, 134, 'Sep 2011 – Jun 2014'],
        [40, 148, 'B.Tech - Wood Science and Engineering, GPA: 8.4/10'],
      ]),
    );
    expect(graded.education.map((e) => [e.studyType, e.area])).toEqual([['B.Tech', 'Wood Science and Engineering']]);
  });
});

describe('lines that a template puts elsewhere', () => {
  it('are the end of an address that broke before the last letters', () => {
    const resume = parse(
      pdfDocument([
        [40, 50, 'Ottilie Varnholt', { size: 22, bold: true }],
        [40, 90, 'CONTACT', heading],
        [40, 110, 'ottilie.varnholt@example.c', { size: 6 }],
        [40, 117, 'o.uk', { size: 6 }],
        [40, 130, '020 7946 0112', { size: 6 }],
      ]),
    );
    expect(resume.basics.email).toBe('ottilie.varnholt@example.co.uk');
  });

  it('are no school where they hold nothing but a mailbox', () => {
    const resume = parse(
      pdfDocument(
        [
          [40, 50, 'Ottilie Varnholt', { size: 22, bold: true }],
          [40, 90, 'CONTACT', heading],
          [40, 112, '020 7946 0112'],
        ],
        [
          [40, 50, 'EDUCATION', heading],
          [40, 72, 'ottilie.varnholt@example.co.uk', bold],
          [40, 92, '2011 – 2014'],
          [40, 108, 'Aldmoor University', bold],
          [40, 122, 'MEng'],
          [40, 136, 'Wood Science'],
        ],
      ),
    );
    expect(resume.education.map((e) => [e.institution, e.studyType, e.area])).toEqual([
      ['Aldmoor University', 'MEng', 'Wood Science'],
    ]);
    expect(resume.basics.email).toBe('ottilie.varnholt@example.co.uk');
  });

  it('are a field where they name a degree below the degree', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 110, 'EDUCATION', heading],
        [40, 130, '2018 – 2021'],
        [40, 146, 'Aldmoor Skills Centre', { size: 12, bold: true }],
        [40, 162, 'Level 3'],
        [40, 178, 'Cabinetmaking apprenticeship'],
      ]),
    );
    expect(resume.education.map((e) => [e.institution, e.studyType, e.area])).toEqual([
      ['Aldmoor Skills Centre', 'Level 3', 'Cabinetmaking apprenticeship'],
    ]);
  });

  it('are keywords of their own where a small letter follows a short one', () => {
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 90, 'Cabinet maker with fifteen years at the bench, most of them in oak and ash, all of them in Leeds.'],
        [40, 120, 'SKILLS', heading],
        [40, 140, 'RA-MICRO'],
        [40, 154, 'beA'],
        [40, 168, 'MS Office'],
      ]),
    );
    expect(resume.skills.flatMap((group) => group.keywords ?? [])).toEqual(['RA-MICRO', 'beA', 'MS Office']);
  });
});

describe('text without bullets', () => {
  it('is that of its entry where a change of weight parts title and employer', () => {
    const at = (y: number, title: string, employer: string): Placed[] => [
      [40, y, `${title} `, { ...bold, width: 90 }],
      [130, y, 'at ', { width: 12 }],
      [142, y, employer, bold],
    ];
    const resume = parse(
      pdfDocument([
        ...HEAD,
        [40, 110, 'Work Experience', heading],
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

describe('headings', () => {
  it('are known behind a word that says whose or which they are', () => {
    for (const text of ['Professional Skills Summary', 'Weitere Fähigkeiten', 'Autres compétences', 'Mijn vaardigheden'])
      expect(lookupHeading(text)?.kinds, text).toEqual(['skills']);
    for (const text of ['Personal Trainer', 'Key Account Manager', 'My employer'])
      expect(lookupHeading(text)?.by, text).not.toBe('compound');
  });
});

describe('places', () => {
  it('are known in South Korea, whose code stands behind the town', () => {
    const resume = parse(pdfDocument([...HEAD, [40, 88, 'Incheon KR']]));
    expect([resume.basics.location?.city, resume.basics.location?.countryCode]).toEqual(['Incheon', 'KR']);
  });
});
