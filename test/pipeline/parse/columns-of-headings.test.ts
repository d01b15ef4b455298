/** Which lines a heading heads where columns of a page come one after the other. */
import { describe, expect, it } from 'vitest';
import { columnHeadings } from '../../../src/pipeline/parse/heading-style.ts';
import type { Line } from '../../../src/pipeline/parse/line.ts';
import { readLines } from '../../../src/pipeline/parse/read-lines.ts';
import { splitSections } from '../../../src/pipeline/parse/sections.ts';
import { HEADING, headOf, type Placed, pdfDocument } from './build-document.ts';

const linesOf = (...placed: Placed[]): Line[] => readLines(pdfDocument(placed));

describe('a heading in the middle of the page', () => {
  it('heads a column that begins far left of it, right below', () => {
    const lines = linesOf(
      ...headOf('Orla Tamsin'),
      [53, 110, 'Crane operator with nine years on quays and in yards, most at home where loads are long'],
      [250, 140, 'SKILLS', HEADING],
      [53, 160, 'Lifting'],
      [217, 160, 'Rigging'],
      [53, 220, 'Harbour Crane Company'],
    );
    // As columns are told apart: the list has a lane of its own below the heading of the wide text.
    const lanes = lines.map((line) => (line.y === 160 ? { ...line, lane: 1, edge: 317 } : { ...line, lane: 0 }));
    const skills = splitSections(lanes).find(({ kinds }) => kinds[0] === 'skills');
    expect(skills?.lines.map(({ y }) => y)).toContain(160);
  });
});

describe('a style that a column gives to headings', () => {
  const column = (...texts: string[]): Line[] =>
    linesOf(
      ...texts.flatMap((text, i): Placed[] => [
        [20, 60 + 40 * i, text, { size: 11 }],
        [20, 80 + 40 * i, `Text ${i}`, { size: 8 }],
      ]),
    );
  const found = (lines: Line[]): string[] => {
    const known = new Map<number, { kinds: ('contact' | 'languages')[] }>();
    for (const [i, { text }] of lines.entries()) {
      if (text === 'Contact') known.set(i, { kinds: ['contact'] });
      if (text === 'Languages') known.set(i, { kinds: ['languages'] });
    }
    return [...columnHeadings(lines, known, (line) => String(line.size))].map(({ text }) => text);
  };

  it('says that others in it are headings, where half of them are known', () => {
    expect(found(column('Contact', 'Dockside Matters', 'Languages'))).toEqual(['Contact', 'Dockside Matters', 'Languages']);
  });

  it('says nothing where most of them are not', () => {
    expect(found(column('Contact', 'One', 'Two', 'Three', 'Languages'))).toEqual([]);
  });
});
