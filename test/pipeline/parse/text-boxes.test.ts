/** A text box or sidebar that a flow (DOCX) tells before the page it stands on. */
import { expect, it } from 'vitest';
import type { Document, TextRun } from '../../../src/domain/document.ts';
import { parse } from './build-document.ts';

type Told = [indent: number, text: string, style?: Partial<TextRun>];
const BOX = { bold: true, size: 10.5 } as const;
const PAGE = { bold: true, size: 14, heading: 1 } as const;

function flow(told: readonly Told[]): Document {
  const runs = told.map(([x, text, style], i): TextRun => {
    const size = style?.size ?? 10;
    return { text, x, y: 14 * (i + 1), width: text.length * 5, size, bold: false, italic: false, ...style };
  });
  const page = { number: 1, width: 612, height: 14 * told.length + 14, flow: true, runs, rules: [] };
  return { format: 'docx', pages: [page], hiddenText: [], links: [], warnings: [] };
}

const TOLD: Told[] = [
  [0, 'Contacts', BOX],
  [0, 'odalys@example.org'],
  [0, 'Core skills', BOX],
  [0, 'Shift scheduling'],
  [0, 'Coaching'],
  [0, 'Languages', BOX],
  [0, 'Spanish: fluent'],
  [0, 'Hobbies', BOX],
  [0, 'ice fishing'],
  [0, 'Odalys Brandvold', { size: 24 }],
  [0, 'Production Supervisor', { size: 12 }],
  [155, 'Professional experience', PAGE],
  [155, 'Production Supervisor', BOX],
  [155, 'Fox Hollow Foods, LLC, Green Bay, WI (Jun 2019 – Present)'],
  [170, 'Lead 38 operators', { bullet: true }],
  [155, 'Line Lead', BOX],
  [155, 'Shawfield Creamery, Shawano, WI (Sep 2015 – May 2019)'],
  [155, 'Education', PAGE],
  [155, 'High School Diploma', BOX],
  [155, 'Bonwell High School (2010)'],
];

it('has headings of its own, lesser than those of the page and like the titles of jobs further right', () => {
  const resume = parse(flow(TOLD));
  expect(resume.skills.flatMap(({ keywords }) => keywords)).toEqual(['Shift scheduling', 'Coaching']);
  expect(resume.languages.map(({ language }) => language)).toEqual(['Spanish']);
  expect(resume.work.map(({ position }) => position)).toEqual(['Production Supervisor', 'Line Lead']);
});

it('ends where the name stands, larger than every heading', () => {
  const { basics, interests } = parse(flow(TOLD));
  expect(basics).toMatchObject({ name: 'Odalys Brandvold', label: 'Production Supervisor', email: 'odalys@example.org' });
  expect(interests).toEqual(['ice fishing']);
});
