import { describe, expect, it } from 'vitest';
import { lookupHeading } from '../../../src/pipeline/parse/heading-lookup.ts';
import { readLines } from '../../../src/pipeline/parse/read-lines.ts';
import { splitSections } from '../../../src/pipeline/parse/sections.ts';
import { pdfDocument, textDocument } from './build-document.ts';

function kinds(text: string): string[] {
  return splitSections(readLines(textDocument(text))).map((s) => `${s.kinds.join('+')}:${s.lines.length}`);
}

describe('headings', () => {
  it.each([
    ['en', 'Employment history', 'Academic background', 'Core competencies', 'Languages'],
    ['de', 'Beruflicher Werdegang', 'Aus- und Weiterbildung', 'Fachkenntnisse', 'Sprachkenntnisse'],
    ['fr', 'Parcours professionnel', 'Formation', 'Compétences clés', 'Langues'],
    ['es', 'Experiencia laboral', 'Formación académica', 'Competencias', 'Idiomas'],
    ['pt', 'Experiência profissional', 'Formação académica', 'Competências', 'Línguas'],
    ['it', 'Esperienze lavorative', 'Istruzione e formazione', 'Competenze', 'Lingue'],
    ['nl', 'Werkervaring', 'Opleidingen', 'Vaardigheden', 'Talen'],
    ['pl', 'Doświadczenie zawodowe', 'Wykształcenie', 'Umiejętności', 'Języki'],
    ['zh', '工作经历', '教育背景', '专业技能', '语言能力'],
    ['ja', '職歴', '学歴', 'スキル', '語学'],
  ])('are known in %s', (_language, ...headings) => {
    expect(headings.map((heading) => lookupHeading(heading)?.kinds)).toEqual([
      ['work'],
      ['education'],
      ['skills'],
      ['languages'],
    ]);
  });

  it('are known letter by letter', () => {
    expect(kinds('Ada Wren\n\nE X P E R I E N C E\nBaker, Millstone (2019 – 2020)\n\nS K I L L S\nBread')).toEqual([
      'header:1',
      'work:1',
      'skills:1',
    ]);
  });

  it('are split when they name two sections', () => {
    expect(lookupHeading('Skills & Languages')).toEqual({ kinds: ['skills', 'languages'], by: 'compound' });
  });

  it('are not made of names, titles or sentences', () => {
    expect(
      ['Ada Wren', 'Senior Engineer', 'I have experience with large kitchens and small ones'].map((t) => lookupHeading(t)?.by),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('in a lesser style than the others are labels inside a section', () => {
    const heading = { size: 16, bold: true };
    const label = { size: 11, bold: true };
    const document = pdfDocument([
      [40, 60, 'EXPERIENCE', heading],
      [40, 80, 'Baker, Millstone (2019 – 2020)'],
      [40, 120, 'SKILLS', heading],
      [40, 140, 'Languages', label],
      [40, 155, 'Go, Python'],
      [40, 190, 'EDUCATION', heading],
      [40, 210, 'BSc, Physics, Harwell University (2015 – 2018)'],
    ]);
    const sections = splitSections(readLines(document));
    expect(sections.map((s) => s.kinds.join())).toEqual(['header', 'work', 'skills', 'education']);
    expect(sections[2]?.lines.map((l) => l.text)).toEqual(['Languages', 'Go, Python']);
  });

  it('in the style of the others but with unknown words open a section of their own', () => {
    const heading = { size: 15, bold: true };
    const document = pdfDocument([
      [40, 60, 'Experience', heading],
      [40, 80, 'Baker, Millstone (2019 – 2020)'],
      [40, 120, 'Beekeeping', heading],
      [40, 140, 'Three hives on the roof'],
      [40, 180, 'Education', heading],
      [40, 200, 'BSc, Physics, Harwell University (2015 – 2018)'],
    ]);
    expect(splitSections(readLines(document)).map((s) => `${s.kinds.join()}:${s.heading ?? ''}`)).toEqual([
      'header:',
      'work:Experience',
      'other:Beekeeping',
      'education:Education',
    ]);
  });

  it('may stand as a label before one line outside of the skills', () => {
    expect(kinds('Ada Wren\nLanguages: English, Welsh\n\nExperience\nBaker, Millstone (2019 – 2020)')).toEqual([
      'header:1',
      'languages:1',
      'work:1',
    ]);
  });
});
