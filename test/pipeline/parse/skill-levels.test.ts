import { describe, expect, it } from 'vitest';
import { HEADING, headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const page = (skills: string): string => `Nora Brandvold\nnora@example.com\n\nSkills\n\n${skills}\n`;
/** `Python=expert, SQL`; a level of the whole group is `[level]`. */
const skills = (text: string): string[] =>
  parse(page(text)).skills.map(({ name, level, keywords, levels = [] }) => {
    const of = (keyword: string) => levels.find((one) => one.keyword === keyword)?.level;
    const all = keywords.map((keyword) => (of(keyword) ? `${keyword}=${of(keyword)}` : keyword)).join(', ');
    return `${name ? `${name}: ` : ''}${level ? `[${level}] ` : ''}${all}`;
  });

describe('how well a skill is known', () => {
  it.each([
    ['Python (expert), SQL', 'Python=expert, SQL'],
    ['Java – 5 years, SQL (5+ years)', 'Java=5 years, SQL=5+ years'],
    ['Excel: advanced', 'Excel=advanced'],
    ['AutoCAD (Grundkenntnisse), Excel (sehr gute Kenntnisse)', 'AutoCAD=Grundkenntnisse, Excel=sehr gute Kenntnisse'],
    ['Photoshop - avancé; Word - notions', 'Photoshop=avancé, Word=notions'],
    ['SQL (3 Jahre), Excel (4/5), Word 80 %', 'SQL=3 Jahre, Excel=4/5, Word 80 %'],
    ['Python（精通）、SQL（熟练）', 'Python=精通, SQL=熟练'],
    ['Expert: Python, SQL', '[Expert] Python, SQL'],
    ['Tools: Excel (advanced), Word', 'Tools: Excel=advanced, Word'],
    [
      'T-SQL, React (Hooks), Azure (AZ-104), Object-oriented design - SOLID',
      'T-SQL, React (Hooks), Azure (AZ-104), Object-oriented design - SOLID',
    ],
  ])('is told apart from it: %s', (text, expected) => {
    expect(skills(text)).toEqual([expected]);
  });

  it('stands beside it in a column or below it', () => {
    const HEAD: Placed[] = [
      [40, 50, 'Maren Tolvik', { size: 20, bold: true }],
      [40, 70, 'maren.tolvik@example.org'],
      [40, 110, 'SKILLS', { size: 12, bold: true }],
    ];
    const beside = parse(
      pdfDocument([...HEAD, [40, 130, 'Glazing'], [240, 130, 'Expert'], [40, 146, 'Raku'], [240, 146, 'Basic']]),
    );
    expect(beside.skills).toEqual([
      {
        keywords: ['Glazing', 'Raku'],
        levels: [
          { keyword: 'Glazing', level: 'Expert' },
          { keyword: 'Raku', level: 'Basic' },
        ],
      },
    ]);
  });

  it('has confidence and its line, as every value', () => {
    const { confidence, sources } = parse(page('SQL, Python (expert)')).meta.shortlist;
    expect(sources['skills.0.levels.0.level']?.[0]?.text).toBe('SQL, Python (expert)');
    expect(confidence['skills.0.levels.0.level']).toBeGreaterThan(0.8);
  });

  it('of a language is never a skill that slipped in', () => {
    const { languages } = parse('Nora Brandvold\nnora@example.com\n\nLanguages\n\nEnglish - native\nLatin\nPython\n');
    expect(languages).toEqual([{ language: 'English', fluency: 'native' }, { language: 'Latin' }]);
  });

  it('in dots beside each is none of a bullet, so that no skill becomes the name of a group', () => {
    const rows = ['Rigging', 'Signalling', 'Slinging'].flatMap((name, i): Placed[] => [
      [40, 130 + 14 * i, name],
      [400, 130 + 14 * i, ['●●●●●', '●●●○○', '●●●●●'][i] ?? ''],
    ]);
    const resume = parse(pdfDocument([...headOf('Nora Brandvold'), [40, 110, 'Skills', HEADING], ...rows]));
    expect(resume.skills.map(({ keywords }) => keywords)).toEqual([['Rigging', 'Signalling', 'Slinging']]);
  });
});
