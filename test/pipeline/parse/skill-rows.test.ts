import { describe, expect, it } from 'vitest';
import { splitKnown } from '../../../src/pipeline/parse/skill-rows.ts';
import { type Placed, parse, pdfDocument, taxonomy } from './build-document.ts';

const bold = { bold: true } as const;
const HEAD: Placed[] = [
  [40, 50, 'Maren Tolvik', { size: 20, bold: true }],
  [40, 70, 'maren.tolvik@example.org'],
  [40, 110, 'SKILLS', { size: 12, bold: true }],
];
const skills = (...placed: Placed[]): [string | undefined, string[]][] =>
  parse(pdfDocument([...HEAD, ...placed])).skills.map((group) => [group.name, group.keywords]);

describe('skills', () => {
  it('set as tags in a row are one keyword each, though the gaps between them are narrower than those of columns', () => {
    expect(
      skills(
        [40, 130, 'Kilns', bold],
        [40, 146, 'Glazing'],
        [40 + 35 + 6, 146, 'Raku firing'],
        [40 + 35 + 6 + 55 + 6, 146, 'Cones'],
        [40, 174, 'Shop', bold],
        [40, 190, 'Till work'],
        [40 + 45 + 6, 190, 'Packing'],
      ),
    ).toEqual([
      ['Kilns', ['Glazing', 'Raku firing', 'Cones']],
      ['Shop', ['Till work', 'Packing']],
    ]);
  });

  it('in a printed list stay as its commas part them, however wide a gap is', () => {
    expect(skills([40, 130, 'Glazing, raku'], [40 + 65 + 6, 130, 'firing, cones'])[0]?.[1]).toEqual([
      'Glazing',
      'raku firing',
      'cones',
    ]);
  });

  it('are whole where a tag wraps in its narrow column', () => {
    expect(
      skills(
        [40, 130, 'Stacking of'],
        [40, 142, 'kilns'],
        [40, 162, 'Wheel throwing by'],
        [40, 174, 'daylight'],
        [40, 194, 'Cones'],
        [40, 214, 'Raku'],
        [40, 234, 'Slip casting'],
      ).flatMap(([, keywords]) => keywords),
    ).toEqual(['Stacking of kilns', 'Wheel throwing by daylight', 'Cones', 'Raku', 'Slip casting']);
  });

  it('of groups side by side stay with the name above them', () => {
    const grid: Placed[] = [
      [40, 130, 'Workshop', { size: 12 }],
      [200, 130, 'Front of house', { size: 12 }],
      [40, 146, 'Glazing'],
      [200, 146, 'Till work'],
      [40, 160, 'Slip casting'],
      [200, 160, 'Packing'],
    ];
    expect(skills(...grid)).toEqual([
      ['Workshop', ['Glazing', 'Slip casting']],
      ['Front of house', ['Till work', 'Packing']],
    ]);
  });

  it('begin with capitals where a small letter goes on, whichever edge of the column they are aligned to', () => {
    const right = (edge: number, y: number, text: string): Placed => [edge - text.length * 5, y, text];
    const grid: Placed[] = [
      right(120, 130, 'Earthenware'),
      right(300, 130, 'Till work'),
      right(120, 143, 'firing'),
      right(300, 143, 'Packing'),
      right(120, 156, 'Raku'),
      right(300, 156, 'Stock'),
      right(120, 169, 'Slips'),
    ];
    expect(skills(...grid).flatMap(([, keywords]) => keywords)).toEqual([
      'Earthenware firing',
      'Raku',
      'Slips',
      'Till work',
      'Packing',
      'Stock',
    ]);
  });

  it('below a single bullet are as many as there are lines', () => {
    const list: Placed[] = [
      [40, 130, 'Glazing', { bullet: true }],
      [40, 143, 'Raku'],
      [40, 156, 'Cones'],
    ];
    expect(skills(...list).flatMap(([, keywords]) => keywords)).toEqual(['Glazing', 'Raku', 'Cones']);
  });

  it('before a group that is bulleted further out are no name of a group', () => {
    expect(
      skills(
        [40, 130, 'Workshop', { bold: true, bullet: true }],
        [70, 146, 'Glazing'],
        [70, 160, 'Slip casting'],
        [40, 180, 'Shop', { bold: true, bullet: true }],
        [70, 196, 'Packing'],
      ),
    ).toEqual([
      ['Workshop', ['Glazing', 'Slip casting']],
      ['Shop', ['Packing']],
    ]);
  });
});

describe('names of skills with only spaces between them', () => {
  it('are parted where the dictionary knows nearly all of them', () => {
    expect(splitKnown('Python PostgreSQL Docker Git', taxonomy)).toEqual(['Python', 'PostgreSQL', 'Docker', 'Git']);
  });

  it.each([
    'Slip casting and raku firing',
    'Preparation of monthly accounts',
    'Docker Hollow Ware Stoneware Porcelain',
  ])('stay one phrase where it does not: %s', (text) => {
    expect(splitKnown(text, taxonomy)).toEqual([text]);
  });
});

describe('names of groups in a column of their own', () => {
  const heading = { size: 14, bold: true } as const;
  const label = { bold: true } as const;
  const groupsOf = (...placed: Placed[]) =>
    parse(
      pdfDocument([
        [40, 50, 'Ada Wren', { size: 22, bold: true }],
        [40, 70, 'ada.wren@example.org'],
        [40, 100, 'Skills', heading],
        ...placed,
        [40, 300, 'Experience', heading],
        [40, 316, 'Baker of bread and cakes for the town and the villages around it, Millstone Bakery (2019 – 2020)'],
      ]),
    ).skills.map((group) => `${group.name ?? ''}: ${group.keywords.join(', ')}`);

  it('belong to the lists that begin beside them', () => {
    expect(
      groupsOf(
        [40, 120, 'Bread', label],
        [200, 120, 'Sour dough, rye starters,'],
        [200, 132, 'cold proofing, milling'],
        [40, 155, 'Cakes', label],
        [200, 155, 'Sponge, icing'],
        [40, 178, 'Shop', label],
        [200, 178, 'Tills, stock'],
      ),
    ).toEqual(['Bread: Sour dough, rye starters, cold proofing, milling', 'Cakes: Sponge, icing', 'Shop: Tills, stock']);
  });

  it('are no keywords that happen to stand beside others', () => {
    const columns = groupsOf([40, 120, 'Bread'], [200, 120, 'Rye, oats'], [40, 133, 'Cakes'], [200, 133, 'Wheat, barley']);
    expect(columns.join()).toContain('Cakes');
  });

  it('belong to them as well where the lists were read as a column of their own', () => {
    const far = (y: number, name: string, list: string): Placed[] => [
      [40, y, name, { bold: true, size: 8 }],
      [300, y, list, { size: 8 }],
    ];
    expect(
      groupsOf(
        ...far(125, 'BREAD', 'Sour dough, rye'),
        ...far(150, 'CAKES', 'Sponge, icing'),
        ...far(175, 'SHOP', 'Tills, stock'),
      ),
    ).toEqual(['BREAD: Sour dough, rye', 'CAKES: Sponge, icing', 'SHOP: Tills, stock']);
  });
});
