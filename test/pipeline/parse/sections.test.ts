import { describe, expect, it } from 'vitest';
import { lookupHeading } from '../../../src/pipeline/parse/heading-lookup.ts';
import { readLines } from '../../../src/pipeline/parse/read-lines.ts';
import { splitSections } from '../../../src/pipeline/parse/sections.ts';
import { type Placed, pdfDocument, textDocument } from './build-document.ts';

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

  it('are known behind a word that says whose or which', () => {
    expect(['Professional Skills Summary', 'My Work Experience'].map((t) => lookupHeading(t)?.kinds)).toEqual([
      ['skills'],
      ['work'],
    ]);
    expect(lookupHeading('My Ada Wren')).toBeUndefined();
  });

  it('are words for the time besides work', () => {
    expect(['À côté', 'Off the clock', 'In der Freizeit'].map((t) => lookupHeading(t))).toEqual(
      Array.from({ length: 3 }, () => ({ kinds: ['interests'], by: 'exact' })),
    );
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

  it('without the capitals of the others are headings all the same where they are as large, bold and of one colour', () => {
    const heading = { size: 14, bold: true };
    const document = pdfDocument([
      [40, 60, 'EXPERIENCE', heading],
      [40, 80, 'Baker, Millstone (2019 – 2020)'],
      [40, 120, 'SKILLS', heading],
      [40, 140, 'Certificates', heading],
      [40, 155, 'Crane Pass, 2019'],
      [40, 190, 'EDUCATION', heading],
      [40, 210, 'BSc, Physics, Harwell University (2015 – 2018)'],
    ]);
    expect(splitSections(readLines(document)).map((s) => `${s.kinds.join()}:${s.lines.length}`)).toEqual([
      'header:0',
      'work:1',
      'skills:0',
      'certificates:1',
      'education:1',
    ]);
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

describe('lines of a section', () => {
  const heading = { size: 14, bold: true };
  const label = { bold: true };

  it('may end a page far below the others with a range of dates, which is no telephone number', () => {
    const jobs = Array.from({ length: 10 }, (_, i): Placed => [40, 90 + 14 * i, `- Baked bread number ${i}`]);
    const document = pdfDocument([
      [40, 40, 'Ada Wren', { size: 20, bold: true }],
      [40, 60, 'EXPERIENCE', heading],
      [40, 76, 'Baker, Millstone (2019 – 2020)'],
      ...jobs,
      [40, 250, 'EDUCATION', heading],
      [40, 300, 'Harwell University'],
      [40, 314, '09/2015 - 07/2018'],
    ]);
    const sections = splitSections(readLines(document));
    expect(sections.map((s) => `${s.kinds.join()}:${s.lines.length}`)).toEqual(['header:1', 'work:11', 'education:2']);
  });

  it('include groups of skills side by side below the heading, each read as a column', () => {
    const document = pdfDocument([
      [40, 40, 'Ada Wren', { size: 20, bold: true }],
      [40, 60, 'ada.wren@example.org'],
      [40, 100, 'SKILLS', heading],
      [40, 120, 'Factory', label],
      [40, 132, 'motors · drives'],
      [40, 144, 'sensors · pumps'],
      [40, 156, 'packing lines'],
      [200, 120, 'Homes', label],
      [200, 132, 'rewires · testing'],
      [200, 144, 'smoke alarms'],
      [200, 156, 'lighting'],
      [40, 200, 'EXPERIENCE', heading],
      [40, 216, 'Baker in a small town by the sea, Millstone Works of the North (2019 – 2020)'],
    ]);
    const sections = splitSections(readLines(document));
    expect(sections.map((s) => s.kinds.join())).toEqual(['header', 'skills', 'work']);
    expect(sections[1]?.lines.map((line) => line.text).join()).toContain('smoke alarms');
  });
});
