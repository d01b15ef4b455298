/** Skills as rows of a table: what its heads say are years and levels is no skill. */
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../src/pipeline/extract/extract-document.ts';
import { HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const row = (y: number, ...cells: string[]): Placed[] => cells.map((text, i): Placed => [40 + 120 * i, y, text]);
const skillsOf = (...rows: string[][]) =>
  parse(
    pdfDocument([
      ...headOf('Brigid Hallorane'),
      [40, 120, 'SKILLS', HEADING],
      ...rows.flatMap((r, i) => row(140 + 14 * i, ...r)),
    ]),
  ).skills;

describe('a table of skills', () => {
  it.each([
    [
      ['Skill', 'Years', 'Last used', 'Level (1-5)'],
      ['Payroll', '9', '2026', '5'],
      ['Sage 50', '7', '2024', '3'],
    ],
    [
      ['Kenntnis', 'Jahre', 'Zuletzt genutzt', 'Niveau'],
      ['Payroll', '9', '2026', 'hoch'],
      ['Sage 50', '7', '2024', 'mittel'],
    ],
  ])('has its skills below %j', (...rows) => {
    expect(skillsOf(...rows).flatMap((group) => group.keywords)).toEqual(['Payroll', 'Sage 50']);
  });

  it('names groups and what is in them', () => {
    const skills = skillsOf(
      ['Domaine', 'Outils et méthodes', 'Niveau'],
      ['Finances', 'Sage, Cegid', 'Avancé'],
      ['Bureau', 'Excel, Word', 'Intermédiaire'],
    );
    expect(skills.map((group) => [group.name, group.keywords])).toEqual([
      ['Finances', ['Sage', 'Cegid']],
      ['Bureau', ['Excel', 'Word']],
    ]);
  });

  it('keeps a column of numbers apart where cells stand over each other', async () => {
    const cells = [
      ['Skill', 'Years'],
      ['Payroll', '9'],
      ['Rigging', '7'],
      ['Splicing', '3'],
    ];
    const html = `<h1>Brigid Hallorane</h1><p>brigid@example.org</p><h2>Skills</h2><table>${cells
      .map((c) => `<tr>${c.map((text) => `<td>${text}</td>`).join('')}</tr>`)
      .join('')}</table>`;
    const { skills } = parse(await extractDocument(new TextEncoder().encode(html), 'cv.html'));
    expect(skills.flatMap((group) => group.keywords)).toEqual(['Payroll', 'Rigging', 'Splicing']);
  });
});
