/** Names of people in forms: halves in rows of their own, and what the form calls itself above them. */
import { describe, expect, it } from 'vitest';
import { isDocumentTitle } from '../../../src/pipeline/parse/heading-lookup.ts';
import { HEADING, type Placed, parse, pdfDocument } from './build-document.ts';

const page = (title: string, ...rows: (readonly [label: string, value: string])[]) =>
  parse(
    pdfDocument([
      [40, 56, title, { size: 20, bold: true }],
      ...rows.flatMap(([label, value], i): Placed[] => [
        [40, 90 + 15 * i, label],
        [180, 90 + 15 * i, value],
      ]),
      [40, 200, 'Skills', HEADING],
      [40, 220, 'Welding, Forklift'],
    ]),
  ).basics.name;

describe('a name in the rows of a form', () => {
  it.each([
    [
      'English',
      'Teaching Post – Application Form',
      ['Surname', 'Tamsin-Reed'],
      ['Forename(s)', 'Orla May'],
      'Orla May Tamsin-Reed',
    ],
    ['German, the name above the given name', 'Bewerbungsbogen', ['Name', 'Öztan'], ['Vorname', 'Mira'], 'Mira Öztan'],
    ['French', 'Dossier de candidature', ['Nom', 'LE BRAZ'], ['Prénom', 'Gwenn'], 'Gwenn Le Braz'],
    ['Spanish, the given name first', 'Solicitud de empleo', ['Nombre', 'Iria'], ['Apellidos', 'Souto Lema'], 'Iria Souto Lema'],
  ] as const)('is put together: %s', (_, title, one, two, name) => {
    expect(page(title, one, two, ['E-mail', 'orla@example.org'])).toBe(name);
  });

  it.each([
    ['Russian', 'Анкета', 'ФИО', 'Громова Вера Ильинична'],
    ['Turkish', 'Bilgiler', 'Ad Soyad', 'Defne Aksoylu'],
    ['Czech', 'Údaje', 'Jméno a příjmení', 'Hana Veselková'],
  ])('is what stands behind the word for it, whatever is set larger above: %s', (_, title, label, name) => {
    expect(page(title, [label, name], ['E-mail', 'office@example.org'])).toBe(name);
    expect(page(title, ['', `${label}: ${name}`], ['E-mail', 'office@example.org'])).toBe(name);
  });

  it.each(['C.V. van Loenen', 'CV Di Salvo', 'C.V. de Ruyter'])('keeps initials that are those of a document: %s', (name) => {
    const text = `${name}\noffice@example.org\n\nEXPERIENCE\nBaker, Millstone Bakery, Leeds\n2019 – 2020`;
    expect(parse(text).basics.name).toBe(name);
  });

  it.each([['Профиль кандидата'], ['Perfil del candidato'], ['Aday Profili']])('is not %s', (title) => {
    expect(isDocumentTitle(title)).toBe(true);
  });

  it('is not what the document calls itself', () => {
    expect(
      parse(
        pdfDocument([
          [40, 56, 'Beraterprofil', { size: 22 }],
          [40, 80, 'Orla Tamsin', { size: 16 }],
          [40, 110, 'office@example.org'],
          [40, 200, 'Kenntnisse', HEADING],
          [40, 220, 'Schweißen'],
        ]),
      ).basics.name,
    ).toBe('Orla Tamsin');
  });
});

describe('a name below its labels', () => {
  it('is put together as well', () => {
    expect(
      parse(
        pdfDocument([
          [40, 50, 'Application for Employment', { size: 18, bold: true }],
          [40, 90, 'Last name', { size: 8 }],
          [40, 101, 'Tamsin'],
          [40, 120, 'First name', { size: 8 }],
          [40, 131, 'Orla May'],
          [40, 150, 'Email', { size: 8 }],
          [40, 161, 'orla@example.org'],
          [40, 200, 'Skills', HEADING],
          [40, 220, 'Welding, Forklift'],
        ]),
      ).basics.name,
    ).toBe('Orla May Tamsin');
  });
});
