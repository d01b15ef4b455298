/** Pages that draw an upright line between the heading of a section, set to the middle, and its text. */
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/domain/document.ts';
import type { Resume } from '../../../src/domain/resume.ts';
import { readRows } from '../../../src/pipeline/parse/rows.ts';
import { findRuledBands } from '../../../src/pipeline/parse/ruled-bands.ts';
import { BOLD, ITEM, jobs, type Placed, parse, pdfDocument } from './build-document.ts';

const LABEL = { size: 8 } as const;
const DATE = { size: 6, bold: true } as const;

function read(rules: readonly Rule[], ...placed: Placed[]): Resume {
  const made = pdfDocument([[240, 60, 'Wilma Tarnow', { size: 18 }], [240, 80, 'Night Nurse', LABEL], ...placed]);
  return parse({ ...made, pages: made.pages.map((page) => ({ ...page, rules: [...rules] })) });
}
const line = (y: number, height: number): Rule => ({ x: 200, y, width: 1, height });
const row = (y: number, label: string, value: string): Placed[] => [
  [215, y, label, BOLD],
  [310, y, value],
];

const CONTACT: Placed[] = [
  ...row(124, 'Email', 'wilma.tarnow@example.org'),
  [130, 132, 'CONTACT', LABEL],
  ...row(140, 'Phone', '+49 381 5550 193'),
];
const LANGUAGES: Placed[] = [
  ...row(384, 'German', 'Native'),
  [126, 400, 'LANGUAGES', LABEL],
  ...row(401, 'Danish', 'C1'),
  ...row(416, 'Polish', 'A2'),
];
const WORK: Placed[] = [
  [140, 200, 'WORK', LABEL],
  [215, 203, 'Charge Nurse at Dune Clinic', BOLD],
  [125, 212, 'EXPERIENCE', LABEL],
  [225, 218, 'Ran the ward of twelve beds', ITEM],
  [122, 227, '2019-03 TO PRESENT', DATE],
  [225, 232, 'Taught six students', ITEM],
  [122, 262, '2014-09 TO 2019-02', DATE],
  [215, 263, 'Staff Nurse at Harbour Hospital', BOLD],
  [225, 278, 'Took part in the protocol against pain', ITEM],
];
const EDUCATION: Placed[] = [
  [215, 323, 'Larkmoor University', BOLD],
  [127, 325, 'EDUCATION', LABEL],
  [225, 339, 'BSc: Nursing', ITEM],
  [122, 341, '2010-09 TO', DATE],
  [160, 341, '2014-06', DATE],
];
const RULES = [line(112, 36), line(190, 52), line(250, 40), line(312, 36), line(372, 54)];

describe('an upright line between a heading and its text', () => {
  const resume = read(RULES, ...CONTACT, ...WORK, ...EDUCATION, ...LANGUAGES);

  it('says where the text of a heading begins that stands beside its middle', () => {
    expect(resume.languages.map((l) => `${l.language} ${l.fluency}`)).toEqual(['German Native', 'Danish C1', 'Polish A2']);
  });

  it('gives dates below a heading to the text beside them', () => {
    expect(jobs(resume)).toEqual(['Charge Nurse @ Dune Clinic [2019-03/]', 'Staff Nurse @ Harbour Hospital [2014-09/2019-02]']);
    expect(resume.work.map((w) => w.highlights?.length)).toEqual([2, 1]);
    expect(resume.education.map((e) => [e.institution, e.studyType, e.area, e.startDate, e.endDate])).toEqual([
      ['Larkmoor University', 'BSc', 'Nursing', '2010-09', '2014-06'],
    ]);
  });

  it('may be missing beside the last rows of the page', () => {
    const skills: Placed[] = [
      [130, 450, 'SKILLS', LABEL],
      [215, 452, 'Tools: SAP, Orbis'],
    ];
    const cut = read(RULES, ...CONTACT, ...WORK, ...EDUCATION, ...LANGUAGES, ...skills);
    expect(cut.skills.flatMap((s) => s.keywords ?? [])).toEqual(['SAP', 'Orbis']);
    expect(cut.languages).toHaveLength(3);
  });

  it('is none where it is an edge of a table', () => {
    const cell = (x: number, y: number): Rule => ({ x, y, width: 1, height: 40 });
    const boxes = [cell(60, 190), cell(200, 190), cell(500, 190), cell(60, 240), cell(200, 240), cell(500, 240)];
    const table = read(
      boxes,
      [60, 170, 'SKILLS', { size: 14, bold: true }],
      [70, 209, 'Languages'],
      [215, 202, 'Java, Kotlin'],
      [215, 216, 'Rust'],
      [70, 254, 'Tools'],
      [215, 252, 'Docker'],
    );
    expect(table.languages).toEqual([]);
    expect(table.skills.flatMap((s) => s.keywords ?? [])).toEqual(expect.arrayContaining(['Java', 'Kotlin', 'Docker']));
  });

  it('says nothing where each heading stands on the first line of its text', () => {
    const bandsAt = (down: number): number | undefined => {
      const texts = [0, 60].flatMap((y): Placed[] => [
        [130, 124 + y + down, y ? 'LANGUAGES' : 'SKILLS', LABEL],
        [215, 124 + y, 'German'],
        [215, 140 + y, 'Danish'],
      ]);
      const [page] = pdfDocument(texts).pages;
      return page && findRuledBands(readRows(page), { ...page, rules: [line(112, 36), line(172, 36)] })?.length;
    };
    expect(bandsAt(8)).toBe(2);
    expect(bandsAt(0)).toBeUndefined();
  });
});
