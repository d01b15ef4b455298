import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/domain/document.ts';
import { countPeople } from '../../../src/pipeline/parse/several-people.ts';
import { type Placed, pdfDocument, taxonomy, textDocument } from './build-document.ts';

const ONE = [
  'Mira Holm',
  'mira.holm@example.org',
  '+47 555 01 234',
  '',
  'EXPERIENCE',
  'Head Baker, Nordlys Bakery, Bergen',
  '03/2019 - present',
  '- Baked rye bread for two hundred guests a day',
  'Baker, Fjord Bread, Voss',
  '01/2015 - 02/2019',
  '- Planned the night shift',
  '',
  'EDUCATION',
  'Trade certificate in baking, Bergen Trade School',
  '2011 - 2014',
  '',
  'SKILLS',
  'Sourdough, pastry, planning',
];
const OTHER = [
  'Tomas Reiter',
  'tomas.reiter@example.com',
  '+43 555 098 765',
  '',
  'WORK EXPERIENCE',
  'Accountant, Alpenblick GmbH, Graz',
  '05/2018 - present',
  '- Closes the books of four companies',
  '',
  'EDUCATION',
  'Bachelor of Business Administration, University of Eastmere',
  '2014 - 2018',
  '',
  'SKILLS',
  'Excel, SAP, bookkeeping',
];
const REFERENCES = ['', 'REFERENCES', 'Ida Berg, Nordlys Bakery', 'ida.berg@example.net', '+47 555 09 876'];

const text = (...lines: (readonly string[])[]): Document => textDocument(lines.map((part) => part.join('\n')).join('\n\n'));
const page = (lines: readonly string[]): Placed[] =>
  lines.flatMap((line, i): Placed[] => (line ? [[60, 60 + i * 16, line, i === 0 ? { size: 20, bold: true } : {}]] : []));
const people = (document: Document): number => countPeople(document, taxonomy);

describe('a file with one resume after the other', () => {
  it('is that of two people, on pages', () => expect(people(pdfDocument(page(ONE), page(OTHER)))).toBe(2));
  it('is that of two people, in text without pages', () => expect(people(text(ONE, OTHER))).toBe(2));
  it('is that of three people', () => {
    const third = OTHER.map((line) =>
      line.replace('Tomas Reiter', 'Iris Vale').replace('tomas.reiter', 'iris.vale').replace('098 765', '011 222'),
    );
    expect(people(pdfDocument(page(ONE), page(OTHER), page(third)))).toBe(3);
  });
});

describe('a file of one person', () => {
  it('may have pages, and contacts of others as references', () => {
    expect(people(pdfDocument(page(ONE), page([...REFERENCES, ...ONE.slice(4)])))).toBe(1);
    expect(people(text(ONE, REFERENCES))).toBe(1);
  });
  it('may hold the same resume twice, in two languages or with another address', () => {
    const again = ONE.map((line) => line.replace('EXPERIENCE', 'BERUFSERFAHRUNG').replace('mira.holm@', 'holm@'));
    expect(people(pdfDocument(page(ONE), page(again)))).toBe(1);
  });
  it('may come with a letter of somebody else', () => {
    const letter = [
      'Ida Berg',
      'ida.berg@example.net',
      '',
      'To whom it may concern,',
      'Mira Holm worked with us from 03/2019 and did so very well.',
      'Yours sincerely',
      'Ida Berg',
    ];
    expect(people(pdfDocument(page(ONE), page(letter)))).toBe(1);
  });
  it('is also what is no resume at all', () => {
    expect(people(text(['Price list', 'a@example.org', 'b@example.org', 'c@example.org']))).toBe(1);
    expect(people(textDocument(''))).toBe(1);
  });
});
