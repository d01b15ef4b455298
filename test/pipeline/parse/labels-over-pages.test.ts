import { describe, expect, it } from 'vitest';
import { headOf, type Placed, parse, pdfDocument } from './build-document.ts';

const LABEL = { size: 12, color: '#884400' } as const;
const first: Placed[] = [
  ...headOf('Tilde Marrow'),
  [50, 130, 'who i am', LABEL],
  [160, 130, 'Bookbinder with a weakness for marbled paper and old glue, at home in'],
  [160, 145, 'museums and in the back rooms of printers.'],
  [50, 180, 'experience', LABEL],
  [160, 180, 'Senior Bookbinder, Lanternfold Press Ltd, Bath', { bold: true }],
  [440, 180, '2016 – 2021'],
  [170, 195, 'Rebound four hundred ledgers for the county archive', { bullet: true }],
  [50, 230, 'qualifications', LABEL],
  [160, 230, 'BA Book Arts, University of Leeds', { bold: true }],
  [440, 230, '2013 – 2016'],
];

describe('headings in the margin', () => {
  it('stand beside the middles of their texts where those come out even, in one line or two', () => {
    const label = { bold: true, size: 12 } as const;
    const texts: [y: number, text: string, date?: string][] = [
      [108, 'Bookbinder with a weakness for marbled paper and old glue, at home in museums'],
      [121.5, 'and in the back rooms of printers.'],
      [147, 'Senior Bookbinder, Lanternfold Press Ltd, Bath', '2019 – present'],
      [162.8, 'Rebound four hundred ledgers for the county archive'],
      [176.3, 'Trained two apprentices'],
      [189.8, 'Bought the leather'],
      [206.3, 'Bookbinder, Avon Paper Mill Ltd, Bristol', '2015 – 2019'],
      [220.5, 'Folded and sewed by hand'],
      [236.3, 'Porter, Quire Museum, York', '2012 – 2015'],
      [251.3, 'Opened the doors'],
      [264.8, 'Carried the crates'],
      [292.5, 'BA Book Arts, University of Leeds', '2009 – 2012'],
      [318, 'Gilding, Marbling, Sewing'],
    ];
    const resume = parse(
      pdfDocument([
        [51, 71, 'Tilde Marrow', { size: 22, bold: true }],
        [51, 89, 'Bookbinder · tilde.marrow@example.org · +44 113 496 0012'],
        [51, 114.8, 'Profile', label],
        [51, 199.3, 'Professional', label],
        [51, 213.3, 'experience', label],
        [51, 292.5, 'Education', label],
        [51, 318, 'Skills', label],
        ...texts.flatMap(([y, text, date]): Placed[] => [
          [date || y > 300 || y < 140 ? 175 : 189, y, text, date || y > 300 || y < 140 ? {} : { bullet: true }],
          ...(date ? [[480, y, date] as Placed] : []),
        ]),
      ]),
    );
    expect(resume.work.map(({ name, position }) => [position, name])).toEqual([
      ['Senior Bookbinder', 'Lanternfold Press Ltd'],
      ['Bookbinder', 'Avon Paper Mill Ltd'],
      ['Porter', 'Quire Museum'],
    ]);
    expect(resume.basics.summary).toContain('back rooms of printers');
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual(['Gilding', 'Marbling', 'Sewing']);
  });

  it('are no items of a list where each is the second line of one', () => {
    const label = { bold: true, size: 12 } as const;
    const resume = parse(
      pdfDocument([
        [51, 71, 'Jonas Wildgruber', { size: 22, bold: true }],
        [51, 89, 'Buchbinder · jonas@example.org · +44 113 496 0012'],
        ...['Beruflicher', 'Werdegang', 'Schule und', 'Ausbildung', 'Fachliche', 'Kenntnisse'].map(
          (text, i): Placed => [51, 120 + 40 * Math.floor(i / 2) + 13 * (i % 2), text, label],
        ),
        [165, 120, 'Buchbinder, Weserpapier AG, Bremen', { bold: true }],
        [460, 120, '09/2012 – heute'],
        [165, 160, 'Ausbildung zum Buchbinder, Berufsschule Stade'],
        [460, 160, '2009 – 2012'],
        [165, 200, 'Prägen, Vergolden'],
      ]),
    );
    expect(resume.education.map(({ institution }) => institution)).toEqual(['Berufsschule Stade']);
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual(['Prägen', 'Vergolden']);
  });

  it('may break after a first word that is none by itself, below a short head', () => {
    const label = { bold: true, color: '#884400' } as const;
    const resume = parse(
      pdfDocument([
        [51, 71, 'Tilde Marrow', { size: 18, width: 109 }],
        [51, 89, 'Bookbinder — tilde.marrow@example.org — 0812 5550 0162 — Bath, Somerset, England'],
        [51, 114, 'Professional', label],
        [161, 114, 'Bookbinder with a weakness for marbled paper and old glue, at home in'],
        [51, 129, 'summary', label],
        [161, 129, 'museums.'],
        [51, 158, 'Experience', label],
        [161, 158, 'Senior Bookbinder, Lanternfold Press Ltd', { bold: true }],
        [473, 158, '2016 – 2021'],
        [175, 173, 'Rebound four hundred ledgers for the county archive', { bullet: true }],
        [51, 200, 'Academic', label],
        [161, 200, 'BA Book Arts, University of Leeds', { bold: true }],
        [473, 200, '2013 – 2016'],
        [51, 215, 'background', label],
        [51, 245, 'Core skills', label],
        [161, 245, 'Gilding • Marbling'],
      ]),
    );
    expect(resume.education.map(({ institution }) => institution)).toEqual(['University of Leeds']);
    expect(resume.skills.flatMap((group) => group.keywords)).toEqual(['Gilding', 'Marbling']);
  });

  it('go on over the page, in words that no list knows', () => {
    const second: Placed[] = [
      [160, 80, 'Certificate in Paper Conservation, Bath College', { bold: true }],
      [440, 80, '2012 – 2013'],
      [160, 95, 'Distinction'],
      [50, 120, 'gadgets i tame', LABEL],
      [160, 120, 'Guillotine, nipping press, board chopper'],
      [50, 150, 'i speak', LABEL],
      [160, 150, 'English – Native'],
      [160, 165, 'Danish – Basic'],
    ];
    const resume = parse(pdfDocument(first, second));
    expect(resume.education).toHaveLength(2);
    expect(resume.other).toEqual([{ heading: 'gadgets i tame', lines: ['Guillotine, nipping press, board chopper'] }]);
    expect(resume.languages.map((one) => one.language)).toEqual(['English', 'Danish']);
  });

  it('are one where a known pair stands in two lines', () => {
    const second: Placed[] = [
      [50, 80, 'volunteer', LABEL],
      [160, 80, 'Mender, Avon Repair Café', { bold: true }],
      [440, 80, '2019 – 2020'],
      [50, 99, 'experience', LABEL],
      [170, 97, 'Mended atlases on the first Sunday of the month', { bullet: true }],
    ];
    const resume = parse(pdfDocument(first, second));
    expect(resume.work.map((w) => w.name)).toEqual(['Lanternfold Press Ltd']);
    expect(resume.volunteer.map((v) => v.organization)).toEqual(['Avon Repair Café']);
  });

  it('are none where their words are those of an item among others in its own style', () => {
    const items = ['Rédaction web', 'Relations presse', 'Réseaux sociaux', 'Gestion de crise', 'InDesign', 'WordPress'];
    const page: Placed[] = [
      [220, 56, 'Tilde Marrow', { size: 20, bold: true }],
      [23, 260, 'SAVOIR-FAIRE', { size: 12, bold: true }],
      [221, 130, 'EXPÉRIENCES', { size: 12, bold: true }],
      ...items.map((text, i): Placed => [23, 284.3 + 22.5 * i, text, { size: 9.2, width: i === 2 ? 64.2 : 65.6 }]),
      ...[0, 1, 2].flatMap((i): Placed[] => [
        [221, 230 + 60.7 * i, 'Attachée de presse', { bold: true }],
        [479, 230 + 60.7 * i, `${2019 - 2 * i} – ${2020 - 2 * i}`, { size: 8.5 }],
        [221, 243.8 + 60.7 * i, `Port ${'ABC'[i]} SARL | Brest`, { size: 9.2 }],
        [233, 257.3 + 60.7 * i, 'Relations avec les journaux', { size: 9.2, bullet: true }],
        [233, 270.1 + 60.7 * i, 'Organisation de trois conférences', { size: 9.2, bullet: true }],
      ]),
    ];
    const resume = parse(pdfDocument(page));
    expect(resume.skills.flatMap((group) => group.keywords ?? [])).toContain('Réseaux sociaux');
    expect(resume.work.map((w) => w.highlights?.length)).toEqual([2, 2, 2]);
  });
});
