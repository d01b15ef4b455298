import { describe, expect, it } from 'vitest';
import { type Placed, parse, pdfDocument } from './build-document.ts';

const heading = { size: 14, bold: true } as const;
const HEAD: Placed[] = [
  [40, 50, 'Ada Wren', { size: 22, bold: true }],
  [40, 70, 'ada.wren@example.org'],
];
const JOB: Placed[] = [
  [40, 340, 'Education', heading],
  [40, 360, 'Harwell University, BSc Physics (2015 – 2018)'],
  [40, 400, 'Experience', heading],
  [40, 420, 'Baker, Millstone Bakery (2019 – 2020)'],
];

const groups = (placed: Placed[]) =>
  parse(pdfDocument([...HEAD, ...placed, ...JOB])).skills.map((one) => one.keywords.join(', '));

describe('skills that no heading announces', () => {
  const contact: Placed[] = [
    [40, 100, 'Contact', heading],
    [40, 116, 'Harwell'],
    [40, 130, '+44 1632 960 148'],
  ];

  it('are a list set apart below the contacts', () => {
    const list: Placed[] = ['Payroll', 'Beekeeping', 'Sour dough'].map((text, i) => [40, 175 + 13 * i, text]);
    expect(groups([...contact, ...list])).toEqual(['Payroll, Beekeeping, Sour dough']);
  });

  it('are many words that no dictionary knows, one of them the name of a town', () => {
    const words = ['ESt', 'GewSt', 'KSt', 'Addison', 'Einspruch', 'Fristen'];
    const list: Placed[] = words.map((text, i) => [40, 175 + 13 * i, text]);
    expect(groups([...contact, ...list])).toEqual([words.join(', ')]);
  });

  it('are no lines that stand with the contacts, nor an address set apart from them', () => {
    const near: Placed[] = ['Married', 'British', 'Non-smoker'].map((text, i) => [40, 144 + 13 * i, text]);
    expect(groups([...contact, ...near])).toEqual([]);
    const address: Placed[] = ['14 Mill Lane', 'Harwell', 'OX11 0QX'].map((text, i) => [40, 175 + 13 * i, text]);
    expect(groups([...contact, ...address])).toEqual([]);
  });

  it('are left where another section lists skills', () => {
    const list: Placed[] = ['Payroll', 'Beekeeping', 'Sour dough'].map((text, i) => [40, 175 + 13 * i, text]);
    const named: Placed[] = [
      [40, 300, 'Skills', heading],
      [40, 316, 'Excel, Word'],
    ];
    expect(groups([...contact, ...list, ...named])).toEqual(['Excel, Word']);
  });

  it('may be called languages', () => {
    const coded: Placed[] = [
      [40, 100, 'Languages', heading],
      [40, 116, 'Go, Python, Bash'],
    ];
    expect(groups(coded)).toEqual(['Go, Python, Bash']);
    const spoken = parse(pdfDocument([...HEAD, [40, 100, 'Languages', heading], [40, 116, 'Basque, Python'], ...JOB]));
    expect(spoken.languages.map((one) => one.language)).toEqual(['Basque']);
  });

  it('go on under the next heading that says nothing, whatever the dictionary knows of them', () => {
    const lists: Placed[] = [
      [40, 90, 'Summary', heading],
      [40, 106, 'Looks after old data and old stones, in Harwell and by the sea.'],
      [40, 130, 'Databases', heading],
      [40, 146, 'PostgreSQL'],
      [40, 159, 'MySQL'],
      [40, 190, 'Odds', heading],
      [40, 206, 'Quern, Millstone dressing'],
    ];
    expect(groups(lists)).toEqual(['PostgreSQL, MySQL', 'Quern, Millstone dressing']);
  });
});

describe('languages in the head', () => {
  const languages = (text: string) =>
    parse(pdfDocument([...HEAD, [40, 84, '+44 1632 960 148'], [300, 84, text], ...JOB])).languages.map((l) => l.language);

  it('are read where a piece of a line lists nothing else', () => {
    expect(languages('Arabic, English (fluent)')).toEqual(['Arabic', 'English']);
  });

  it('are no words of a title', () => {
    expect(languages('English teacher, French chef')).toEqual([]);
    expect(languages('Polish')).toEqual([]);
  });

  it('are lists under a heading that says nothing, a year in the name of one', () => {
    const rows: Placed[] = [
      [40, 130, 'Profile', heading],
      [40, 150, 'Keeps sites safe.'],
      [40, 190, 'How I can help', heading],
      [40, 210, 'Safety'],
      [140, 210, 'Risk assessment, Toolbox talks, CDM 2015'],
      [40, 226, 'People'],
      [140, 226, 'Shift planning, Instruction'],
      [40, 242, 'Plant'],
      [140, 242, 'Excavators, Temporary works'],
    ];
    expect(groups(rows)).toEqual([
      'Risk assessment, Toolbox talks, CDM 2015',
      'Shift planning, Instruction',
      'Excavators, Temporary works',
    ]);
  });
});
