/** Columns that nearly touch, and lines that a template puts elsewhere. */
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/pipeline/parse/read-lines.ts';
import { BOLD, HEADING, headOf, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const HEAD = headOf('Ottilie Varnholt');

describe('columns', () => {
  it('stay apart where a long address all but touches the next one', () => {
    const resume = parse(
      pdfDocument([
        [40, 50, 'Ottilie Varnholt', { size: 22, bold: true }],
        [40, 110, 'ABOUT', HEADING],
        [200, 110, 'PROFESSIONAL EXPERIENCE', HEADING],
        [40, 123, 'Leeds, UK', { size: 8 }],
        [40, 137, 'ottilie.varnholt@example.co.uk', { size: 8, width: 158 }],
        [40, 151, '020 7946 0112', { size: 8 }],
        [200, 130, 'Cabinet maker', BOLD],
        [440, 130, '03/2019 to 06/2026'],
        [200, 144, 'Fernbank Joinery Ltd'],
        [215, 158, 'Made oak kitchens to measure', ITEM],
        [40, 186, 'SKILLS', HEADING],
        [40, 206, 'Marquetry'],
        [40, 220, 'Veneering'],
        [40, 234, 'AutoCAD'],
        [200, 186, 'Joiner', BOLD],
        [440, 186, '09/2014 to 02/2019'],
        [200, 200, 'Rudlow Timber GmbH'],
        [215, 214, 'Hung doors and windows', ITEM],
        [215, 228, 'Drove the van', ITEM],
      ]),
    );
    expect(jobs(resume)).toEqual([
      'Cabinet maker @ Fernbank Joinery Ltd [2019-03/2026-06]',
      'Joiner @ Rudlow Timber GmbH [2014-09/2019-02]',
    ]);
    expect(resume.skills.flatMap((group) => group.keywords ?? [])).toEqual(['Marquetry', 'Veneering', 'AutoCAD']);
  });

  const textsOf = (...page: Placed[]): string[] => readLines(pdfDocument(page)).map((line) => line.text);

  it('stay apart where an address that cannot break runs into the next one in a row of its own', () => {
    const left = [
      '4 Fern Lane',
      'Hyde Park',
      'ottilie.varnholt@fernbank.example',
      '020 7946 0112',
      'Marquetry',
      'Veneering',
      'AutoCAD',
    ];
    const right = [
      'Cabinet maker with an eye for grain',
      'and a van full of tools.',
      'Fernbank Joinery Ltd',
      'Made oak kitchens',
      'Drove the van',
    ];
    const texts = textsOf(
      ...left.map((text, i): Placed => [39, 134 + 14 * i, text, text.includes('@') ? { width: 151 } : {}]),
      ...right.map((text, i): Placed => [185, 140 + 14 * i, text]),
    );
    expect(texts).toEqual([...left, ...right]);
  });

  it('begin with two headings side by side, though the left one leaves little white', () => {
    const left = ['EDUCATION AND TRAINING', 'Bateman College', 'Diploma in Joinery', '2012 – 2014', 'Hanmer School', 'A levels'];
    const right = ['EXPERIENCE', 'Fernbank Joinery Ltd', 'Cabinet maker', 'Made oak kitchens', 'Rudlow Timber GmbH', 'Joiner'];
    const texts = textsOf(
      ...left.map((text, i): Placed => [36, 120 + 14 * i, text, i === 0 ? { size: 16, width: 178 } : {}]),
      ...right.map((text, i): Placed => [228, (i === 0 ? 120 : 125) + 14 * i, text, i === 0 ? { size: 16 } : {}]),
    );
    expect(texts).toEqual([...left, ...right]);
  });

  const beside: Placed[] = [
    [40, 110, 'PROFILES', HEADING],
    [300, 110, 'CONTACT', HEADING],
    [40, 130, 'https://example.org/ottilie'],
    [300, 130, 'ottilie.varnholt@example.org'],
    [300, 144, '020 7946 0112'],
    [40, 176, 'EXPERIENCE', HEADING],
    [40, 200, 'Fernbank Joinery Ltd', BOLD],
    [40, 214, '2019-03 - Present'],
    [40, 228, 'Cabinet maker'],
    [300, 200, 'Made oak kitchens to measure', ITEM],
    [300, 214, 'Taught two apprentices', ITEM],
    [300, 228, 'Bought the timber', ITEM],
    [300, 242, 'Kept the machines', ITEM],
    [40, 280, 'Rudlow Timber GmbH', BOLD],
    [40, 294, '2014-09 - 2019-02'],
    [40, 308, 'Joiner'],
    [300, 280, 'Hung doors and windows', ITEM],
    [300, 294, 'Drove the van', ITEM],
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

describe('lines that a template puts elsewhere', () => {
  it('are the end of an address that broke before the last letters', () => {
    const resume = parse(
      pdfDocument([
        [40, 50, 'Ottilie Varnholt', { size: 22, bold: true }],
        [40, 90, 'CONTACT', HEADING],
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
          [40, 90, 'CONTACT', HEADING],
          [40, 112, '020 7946 0112'],
        ],
        [
          [40, 50, 'EDUCATION', HEADING],
          [40, 72, 'ottilie.varnholt@example.co.uk', BOLD],
          [40, 92, '2011 – 2014'],
          [40, 108, 'Aldmoor University', BOLD],
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
        [40, 110, 'EDUCATION', HEADING],
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
        [40, 120, 'SKILLS', HEADING],
        [40, 140, 'RA-MICRO'],
        [40, 154, 'beA'],
        [40, 168, 'MS Office'],
      ]),
    );
    expect(resume.skills.flatMap((group) => group.keywords ?? [])).toEqual(['RA-MICRO', 'beA', 'MS Office']);
  });
});

describe('places', () => {
  it('are known in South Korea, whose code stands behind the town', () => {
    const resume = parse(pdfDocument([...HEAD, [40, 88, 'Incheon KR']]));
    expect([resume.basics.location?.city, resume.basics.location?.countryCode]).toEqual(['Incheon', 'KR']);
  });
});
