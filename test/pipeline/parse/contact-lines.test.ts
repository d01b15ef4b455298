import { describe, expect, it } from 'vitest';
import { type Placed, parse, pdfDocument } from './build-document.ts';

const basics = (...lines: string[]) =>
  parse([...lines, '', 'EXPERIENCE', 'Baker, Millstone Bakery, Leeds', '2019 – 2020'].join('\n')).basics;

describe('contact lines', () => {
  it('keep the postal code out of a number behind it', () => {
    const found = basics('Dana Whitlock', 'Pleasanton, CA 94588   (555) 123-4567', 'dana@example.org');
    expect(found.phone).toBe('(555) 123-4567');
    expect(found.location).toMatchObject({ city: 'Pleasanton', postalCode: '94588', countryCode: 'US' });
  });

  it.each([
    ['07700 900418 14 Ferry Brae, Greenock', '07700 900418'],
    ['07700 900418', '07700 900418'],
    ['(0161) 496 0814 15', '(0161) 496 0814 15'],
  ])('keep the number of a house out of that of a telephone: %s', (line, phone) => {
    expect(basics('Dana Whitlock', line, 'dana@example.org').phone).toBe(phone);
  });

  it.each([
    ['Rua das Flores, 230, 04567-000 São Paulo', 'São Paulo'],
    ['ul. Lipowa 14/3, 20-020 Lublin', 'Lublin'],
    ['8 Jarrah Court, Fremantle, WA 6163', 'Fremantle'],
    ['Fremantle, WA', 'Fremantle'],
    ['Columbus OH US', 'Columbus'],
    ['⌂ Cardiff', 'Cardiff'],
    ['⌂ Edmonton, AB', 'Edmonton'],
    ['Milan Lombardy 20121 IT', 'Milan'],
    ['3 Tanner Terrace Leeds, West Yorkshire LS6 2AB GB', 'Leeds'],
    ['9 rue des Lilas Lyon, 69002 FR', 'Lyon'],
    ['Americana, C.P. 44160, Guadalajara, Jalisco', 'Guadalajara'],
    ['Rua das Flores 230, CEP 01310-100, São Paulo, SP', 'São Paulo'],
    ['614000, г. Пермь, ул. Ленина, д. 4', 'Пермь'],
  ])('name the town in %s', (line, city) => {
    expect(basics('Dana Whitlock', line, 'dana@example.org').location?.city).toBe(city);
  });

  it('name the town where the address breaks behind a comma before it, and leave the postal code out of the street', () => {
    const found = parse(
      pdfDocument([
        [40, 50, 'Dana Whitlock', { size: 20 }],
        [40, 80, 'Calle Fresno 12, Col.'],
        [40, 94, 'Americana, C.P. 44160,'],
        [40, 108, 'Guadalajara, Jalisco'],
        [40, 122, 'dana@example.org'],
      ]),
    ).basics;
    expect(found.location).toMatchObject({ city: 'Guadalajara', postalCode: '44160', countryCode: 'MX', address: 'Americana' });
  });

  it('are no street where a title wraps behind a comma above the town', () => {
    const found = parse(
      pdfDocument([
        [40, 50, 'Dana Whitlock', { size: 20 }],
        [40, 80, 'Registered Nurse, Ward Lead,'],
        [40, 94, 'Utrecht, Netherlands'],
        [40, 108, 'dana@example.org'],
      ]),
    ).basics;
    expect(found.location).toMatchObject({ city: 'Utrecht', countryCode: 'NL' });
    expect(found.location?.address).toBeUndefined();
  });

  it('are no name where the town and its country stand alone, and the name is what is set largest below', () => {
    const found = parse(
      pdfDocument([
        [40, 50, 'CONTACT', { size: 12, bold: true }],
        [40, 66, 'Sheffield GB'],
        [40, 82, '07700 900120'],
        [40, 120, 'SKILLS', { size: 12, bold: true }],
        [40, 136, 'Slip casting, raku firing, packing'],
        [40, 200, 'EXPERIENCE', { size: 12, bold: true }],
        [40, 216, 'Potter, Halden Stoneware Ltd'],
        [400, 216, '2018 – 2021'],
        [40, 300, 'Petra Quillon', { size: 26 }],
      ]),
    ).basics;
    expect([found.name, found.location?.city]).toEqual(['Petra Quillon', 'Sheffield']);
  });

  it('hold the title among addresses', () => {
    expect(basics('Dana Whitlock', 'Registered Nurse — dana@example.org — (614) 555-0148').label).toBe('Registered Nurse');
  });

  it('have no label of theirs taken for the title', () => {
    const page: Placed[] = [
      [200, 50, 'Clara Vautour', { size: 20, bold: true }],
      [40, 62, 'Courriel', { bold: true }],
      [40, 75, 'clara@example.fr'],
      [200, 82, 'Sous-cheffe de cuisine'],
    ];
    expect(parse(pdfDocument(page)).basics.label).toBe('Sous-cheffe de cuisine');
  });
});

describe('a paragraph in the head', () => {
  it('is the summary from its first line on, and the title above it is not part of it', () => {
    const page: Placed[] = [
      [40, 50, 'Dana Whitlock', { size: 20, bold: true }],
      [40, 70, 'Teacher of Chemistry'],
      [40, 84, 'Chemistry teacher who has turned round two departments in ten years of'],
      [40, 98, 'teaching. Keen on practical work.'],
      [40, 112, 'dana@example.org'],
    ];
    const { label, summary } = parse(pdfDocument(page)).basics;
    expect(label).toBe('Teacher of Chemistry');
    expect(summary?.replace(/\s+/g, ' ')).toBe(
      'Chemistry teacher who has turned round two departments in ten years of teaching. Keen on practical work.',
    );
  });
});

describe('studies', () => {
  it('take words in full that no dictionary knows for a degree as the field', () => {
    const [study] = parse(
      'Dana Whitlock\ndana@example.org\n\nEDUCATION\nPrinceton University, Computer Science\n2015 – 2019',
    ).education;
    expect(study).toMatchObject({ institution: 'Princeton University', area: 'Computer Science' });
    expect(study?.studyType).toBeUndefined();
  });

  it('put a degree and the field below it together', () => {
    const text =
      "Dana Whitlock\ndana@example.org\n\nEDUCATION\nBachelor's in\nComputer Science\nFairmont University\n2015 – 2019";
    expect(parse(text).education).toMatchObject([
      { studyType: "Bachelor's", area: 'Computer Science', institution: 'Fairmont University' },
    ]);
  });

  it.each([
    'j%FCrgen-meier',
    '100%',
    '%zz%',
    'a%C3',
    '%',
    'j%C3%BCrgen',
  ])('are read whatever an address escapes: %s', (escaped) => {
    const lines = [`linkedin.com/in/${escaped}`, `www.example.org/${escaped}`, `[Mail](mailto:dana${escaped}@example.org)`];
    const found = basics('Dana Whitlock', ...lines);
    expect(found).toMatchObject({ name: 'Dana Whitlock', profiles: [{ network: 'LinkedIn' }] });
    expect(found.profiles?.[0]?.username).toBe(escaped === 'j%C3%BCrgen' ? 'jürgen' : escaped);
  });

  it('are read where the address of mail stands behind the text with an escape that is none', () => {
    const link = { link: 'mailto:dana%FC%zz@example.org' };
    const found = parse(
      pdfDocument([
        [40, 40, 'Dana Whitlock', { size: 20 }],
        [40, 70, 'Write to me', link],
        [40, 90, 'Leeds'],
      ]),
    );
    expect(found.basics).toMatchObject({ name: 'Dana Whitlock', email: 'dana%FC%zz@example.org' });
  });
});
