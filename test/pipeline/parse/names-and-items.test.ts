import { describe, expect, it } from 'vitest';
import { jobs, parse } from './build-document.ts';

const nameOf = (name: string) => parse([name, 'someone@example.org', '', 'EXPERIENCE', ''].join('\n')).basics.name;

describe('names', () => {
  it.each([
    ["Joost van 't Hoogland"],
    ['lic. iur. Verena Moosbrugger-Huber'],
    ['Bc. Zdeňka Hradilová'],
    ["Jean-Loup d'Estrelle de La Fayolle"],
    ['Khalid bin Rashid Al-Marwan'],
    ['Wen-Ling "Wendy" Tsao'],
    ['Caoimhe Ní Fhloinn'],
    ['佐伯 美緒'],
    ['김서윤'],
    ['Тарас Миколайович Гнатюк'],
    ['Gwenaëlle LE GOFF'],
    ['Er Wei Ling'],
  ])('%s is read whole', (name) => {
    expect(nameOf(name)).toBe(name);
  });

  it.each([
    ['Résumé of Nora Berglind', 'Nora Berglind'],
    ['Lebenslauf von Nora Berglind', 'Nora Berglind'],
    ['CV de Nora Berglind', 'Nora Berglind'],
  ])('%s names the document first', (printed, name) => expect(nameOf(printed)).toBe(name));

  it('lose what stands behind a surname in capitals', () => {
    expect(nameOf('Pierre DUPONT MBA')).toBe('Pierre DUPONT');
  });
});

describe('numbers and towns', () => {
  it('reads a national number by the ending of the mail address where no place is known', () => {
    const { phone } = parse('Inês Salvaterra\nines@example.pt · 912 555 184\n\nEXPERIENCE\n').basics;
    expect(phone).toBe('+351912555184');
  });

  it.each([
    ['Rua da Azenha 45, 3800-110 Aveiro', 'Aveiro', '3800-110'],
    ['Rua das Jabuticabeiras, 310, 04567-000 São Paulo', 'São Paulo', '04567-000'],
    ['Los Talas 1450, B1640 Mar del Plata', 'Mar del Plata', 'B1640'],
    ['9 HaNarkis St, 3200003 Haifa', 'Haifa', '3200003'],
    ['ул. Садовая, 15, кв. 8, 050010 Алматы', 'Алматы', '050010'],
  ])('%s is a town with its code, not a telephone number', (line, city, postalCode) => {
    const { location, phone } = parse(`Jane Quillfeather\n${line}\n\nEXPERIENCE\n`).basics;
    expect({ ...location, phone }).toMatchObject({ city, postalCode, phone: undefined });
  });
});

describe('one certificate alone', () => {
  const certificates = (line: string) => parse(`CERTIFICATES\n${line}`).certificates.map((c) => [c.name, c.issuer, c.date]);

  it.each([
    ['Food Handler Certificate, Dinas Merapi Selatan, 2021', 'Food Handler Certificate', 'Dinas Merapi Selatan'],
    ['Praxisanleiter, Bildungszentrum Rheinaue, 2019', 'Praxisanleiter', 'Bildungszentrum Rheinaue'],
    ['視覺傳達設計乙級, 勞動部, 2017', '視覺傳達設計乙級', '勞動部'],
  ])('%s has its issuer behind the comma', (line, name, issuer) => {
    expect(certificates(line)).toEqual([[name, issuer, expect.stringMatching(/^20/)]]);
  });

  it('keeps a class behind the comma in the name', () => {
    expect(certificates('Forklift licence, class A, 2019')[0]?.[0]).toBe('Forklift licence, class A');
  });
});

describe('skills and languages', () => {
  it('keeps a colon inside a name, and takes the one before a list for a label', () => {
    const keywords = (line: string) => parse(`SKILLS\n${line}`).skills.map((s) => [s.name, s.keywords]);
    expect(keywords('1C:ERP; Excel')).toEqual([[undefined, ['1C:ERP', 'Excel']]]);
    expect(keywords('Tools:Excel, Word')).toEqual([['Tools', ['Excel', 'Word']]]);
  });

  it('drops the empty bracket of a level that was not given, and what stands behind a bracket', () => {
    const resume = parse('Skills\nWelding (): MIG, TIG, Plasma\n\nLanguages\nEnglish (Native speaker) .');
    expect(resume.skills[0]?.name).toBe('Welding');
    expect(resume.languages).toEqual([{ language: 'English', fluency: 'Native speaker' }]);
  });

  it('reads written languages', () => {
    expect(parse('語言能力\n英文（流利）\n德文（中等）').languages.map((l) => l.language)).toEqual(['英文', '德文']);
  });
});

describe('names of organisations with words that part others', () => {
  const jobOf = (line: string) =>
    jobs(parse(['Nora Quill', 'nora@example.org', '', 'EXPERIENCE', line, '2015 – 2019'].join('\n')));

  it.each([
    ['Lecturer, The University of Texas at Austin', 'Lecturer @ The University of Texas at Austin [2015/2019]'],
    ['Lecturer at University of Leeds', 'Lecturer @ University of Leeds [2015/2019]'],
    ['Attorney | Hale, Okafor & Lund LLP', 'Attorney @ Hale, Okafor & Lund LLP [2015/2019]'],
    ['Attorney, Okafor & Lund LLP', 'Attorney @ Okafor & Lund LLP [2015/2019]'],
  ])('are whole: %s', (line, expected) => {
    expect(jobOf(line)).toEqual([expected]);
  });
});
