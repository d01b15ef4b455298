import { describe, expect, it } from 'vitest';
import type { ResumeWork } from '../../../src/domain/resume.ts';
import { joinWrapped } from '../../../src/pipeline/parse/clean-text.ts';
import { deriveFacts } from '../../../src/pipeline/parse/derive.ts';
import { findPhones } from '../../../src/pipeline/parse/phone.ts';
import { readPlace } from '../../../src/pipeline/parse/place.ts';
import { blankResume } from '../../blank-resume.ts';
import { type Placed, parse, pdfDocument, taxonomy } from './build-document.ts';

describe('contacts', () => {
  it.each([
    [
      'large print',
      pdfDocument([
        [40, 40, 'ADA MCWREN', { size: 24, bold: true }],
        [40, 60, 'Baker'],
        [40, 75, 'ada@example.org'],
      ]),
      'Ada McWren',
    ],
    [
      'a name broken in two',
      pdfDocument([
        [40, 40, 'Maximiliana', { size: 28 }],
        [40, 72, 'Featherstonehaugh', { size: 28 }],
        [40, 95, 'Baker'],
        [40, 110, 'mf@example.org'],
      ]),
      'Maximiliana Featherstonehaugh',
    ],
    ['one name only', 'Wiratama\nWarehouse Supervisor\nMedan | wiratama@example.org', 'Wiratama'],
    ['a name behind the title of the document', 'CURRICULUM VITAE\n\nAda Wren\nada@example.org', 'Ada Wren'],
    ['a label', 'Lebenslauf\nName: Ada von der Wren\nE-Mail: ada@example.org', 'Ada von der Wren'],
    ['letters behind it', 'Ada Wren, RN, BSN\nStaff Nurse\nada@example.org', 'Ada Wren'],
    ['the title on the same line', 'Ada Wren, Pastry Chef\nada@example.org | Leeds, GB', 'Ada Wren'],
  ])('find the name by %s', (_how, document, name) => {
    expect(parse(document).basics.name).toBe(name);
  });

  it('find the title under the name', () => {
    expect(parse('Ada Wren\nPastry Chef\nLeeds, GB | ada@example.org').basics.label).toBe('Pastry Chef');
  });

  it('take no reference for the person', () => {
    const resume = parse(
      'Ada Wren\n\nExperience\nBaker, Millstone Ltd (2019 – 2020)\n\nReferences\nIvo Quill, ivo.quill@example.org, +44 20 5550 0100',
    );
    expect(resume.basics.email).toBeUndefined();
    expect(resume.basics.phone).toBeUndefined();
  });

  it.each([
    ['14 Orchard Rise, LS7 3CD Leeds, West Yorkshire', 'Leeds', 'GB'],
    ['2218 N Alder Ave, 60614 Chicago, IL', 'Chicago', 'US'],
    ['Boise, ID 83702 US', 'Boise', 'US'],
    ['Wexcombeville, CA 94588', 'Wexcombeville', 'US'],
    ['Musterweg 3, 10437 Berlin', 'Berlin', 'DE'],
    ['8 rue des Tilleuls, 69002 Lyon', 'Lyon', 'FR'],
    ['H2X 1Y4 Vancouver, BC', 'Vancouver', 'CA'],
    ['München', 'München', 'DE'],
    ['Wexcombe, GB', 'Wexcombe', 'GB'],
    ['Address Chicago, IL, United States', 'Chicago', 'US'],
  ])('read the place in %s as printed', (text, city, countryCode) => {
    expect(readPlace(text, taxonomy)).toMatchObject({ city, countryCode });
  });

  it('read a large town before a region that nobody knows, beside a postal code', () => {
    expect(readPlace('MEDAN WEST WEXCOMBE 20111', taxonomy)?.city).toBe('MEDAN');
    expect(readPlace('Wexcombe West Moor 17113', taxonomy)?.city).toBe('Wexcombe West Moor');
  });

  it('gives a number in E.164 where it is valid and as printed where it is not', () => {
    expect(findPhones('Tel. 030 23125 042', 'DE').map((p) => p.value)).toEqual(['+493023125042']);
    expect(findPhones('(555) 555-0102', 'US').map((p) => p.value)).toEqual(['(555) 555-0102']);
  });

  it.each([
    '2015-2019, 03',
    '01/2015 – 12/2017',
    'Fax: +49 30 23125 043',
    '60614 Chicago',
    'x4711',
  ])('takes %s for no telephone number', (text) => {
    expect(findPhones(text, 'DE')).toEqual([]);
  });
});

describe('skills', () => {
  const skills = (lines: string) => parse(`Ada Wren\nada@example.org\n\nSKILLS\n${lines}`).skills;

  it.each([
    ['commas', 'Excel, Payroll, VAT returns'],
    ['bars', 'Excel | Payroll | VAT returns'],
    ['bullets', '• Excel\n• Payroll\n• VAT returns'],
    ['dots', 'Excel · Payroll · VAT returns'],
    ['columns', 'Excel    Payroll    VAT returns'],
  ])('are split at %s', (_how, lines) => {
    expect(skills(lines).flatMap((s) => s.keywords)).toEqual(['Excel', 'Payroll', 'VAT returns']);
  });

  it('keep brackets, slashes and plus signs whole', () => {
    expect(skills('C/C++, CI/CD, Cloud (AWS, GCP)')[0]?.keywords).toEqual(['C/C++', 'CI/CD', 'Cloud (AWS, GCP)']);
  });

  it('lose meters, levels and full stops', () => {
    expect(skills('Excel ●●●○○\nAdvanced\nPayroll.')[0]?.keywords).toEqual(['Excel', 'Payroll']);
  });

  it('in a sentence are those that the dictionary knows', () => {
    const keywords = skills('I have worked for many years with Docker and with Kubernetes on large machines.').flatMap(
      (s) => s.keywords,
    );
    expect(keywords).toEqual(['Docker', 'Kubernetes']);
  });

  it('group by bold labels in columns', () => {
    const bold = { bold: true, size: 12 };
    const page: Placed[] = [
      [40, 60, 'Skills', { size: 16, bold: true }],
      [40, 85, 'Tools', bold],
      [300, 85, 'Methods', bold],
      [40, 105, 'Excel'],
      [120, 105, 'Sage 50'],
      [300, 105, 'Budgeting'],
    ];
    expect(parse(pdfDocument(page)).skills).toEqual([
      { name: 'Tools', keywords: ['Excel', 'Sage 50'] },
      { name: 'Methods', keywords: ['Budgeting'] },
    ]);
  });

  it('are found in the jobs when no section lists them, and less surely', () => {
    const resume = parse(
      'Ada Wren\n\nEXPERIENCE\nEngineer, Quarry Systems Ltd, Leeds (2019 – now)\n- Ran Kubernetes and Terraform',
    );
    expect(resume.skills.flatMap((s) => s.keywords)).toEqual(['Kubernetes', 'Terraform']);
    expect(resume.meta.shortlist.confidence['skills.0.keywords.0']).toBeLessThan(0.86);
  });
});

describe('languages', () => {
  const languages = (lines: string) => parse(`Ada Wren\n\nLANGUAGES\n${lines}`).languages;
  const expected = [
    { language: 'English', fluency: 'Native speaker' },
    { language: 'German', fluency: 'C1' },
  ];

  it.each([
    ['brackets', 'English (Native speaker), German (C1)'],
    ['colons', 'English: Native speaker\nGerman: C1'],
    ['dashes', 'English – Native speaker\nGerman – C1'],
    ['lines below', 'English\nNative speaker\nGerman\nC1'],
    ['columns', 'English    German\nNative speaker    C1'],
  ])('have their level in %s', (_how, lines) => {
    expect(languages(lines)).toEqual(expected);
  });

  it('stand side by side a little further apart than words do', () => {
    const document = pdfDocument([
      [40, 50, 'Ada Wren', { size: 20, bold: true }],
      [40, 100, 'LANGUAGES', { bold: true }],
      [40, 120, 'Italian'],
      [83, 120, 'English'],
      [40, 132, 'Native'],
      [83, 132, 'C2'],
    ]);
    expect(parse(document).languages).toEqual([
      { language: 'Italian', fluency: 'Native' },
      { language: 'English', fluency: 'C2' },
    ]);
  });

  it('are told from skills under one heading', () => {
    const resume = parse('Ada Wren\n\nSKILLS & LANGUAGES\nExcel, Payroll\nEnglish (native), Dutch (B2)');
    expect(resume.languages.map((l) => l.language)).toEqual(['English', 'Dutch']);
    expect(resume.skills.flatMap((s) => s.keywords)).toEqual(['Excel', 'Payroll']);
  });
});

describe('certificates', () => {
  const certificates = (lines: string) => parse(`Ada Wren\n\nCERTIFICATIONS\n${lines}`).certificates;

  it.each([
    [
      'First aid at work, Example Red Cross Society, 03/2023',
      { name: 'First aid at work', issuer: 'Example Red Cross Society', date: '2023-03' },
    ],
    ['2021 Food hygiene level 3', { name: 'Food hygiene level 3', date: '2021' }],
    [
      'Forklift licence, expired May 2025, 05/2020',
      { name: 'Forklift licence, expired May 2025', date: '2020-05', validUntil: '2025-05' },
    ],
    ['Lifeguard card to August 2028, 08/2026', { name: 'Lifeguard card to August 2028', date: '2026-08', validUntil: '2028-08' }],
    ['OSHA 30, OSHA, June 2022', { name: 'OSHA 30', issuer: 'OSHA', date: '2022-06' }],
  ])('are read from %s', (text, expected) => {
    expect(certificates(text)).toEqual([expected]);
  });

  it('take issuer and date from the lines below', () => {
    expect(
      certificates('Food hygiene level 3\nIssued by Harwell College\nSep 2024\nFirst aid\nIssued by Example Society\nMay 2023'),
    ).toEqual([
      { name: 'Food hygiene level 3', issuer: 'Harwell College', date: '2024-09' },
      { name: 'First aid', issuer: 'Example Society', date: '2023-05' },
    ]);
  });
});

describe('months of experience', () => {
  const experienceMonths = (work: ResumeWork[], asOf: string): number =>
    deriveFacts(blankResume({ work }, { asOf }), taxonomy).experienceMonths;

  it('count first and last month and overlapping jobs once', () => {
    expect(
      experienceMonths(
        [
          { startDate: '2020-01', endDate: '2020-12' },
          { startDate: '2020-07', endDate: '2021-03' },
        ],
        '2026-11-01',
      ),
    ).toBe(15);
  });

  it('run to the month of the date, counted, while a job is held', () => {
    expect(experienceMonths([{ startDate: '2026-01' }], '2026-11-01')).toBe(11);
    expect(experienceMonths([{ startDate: '2026-01' }], '2026-11-20')).toBe(11);
  });

  it('ignore jobs without a start and jobs of the future', () => {
    expect(experienceMonths([{ endDate: '2020-01' }, { startDate: '2027-05' }], '2026-11-01')).toBe(0);
  });
});

describe('words broken at the end of a line', () => {
  const knows = (word: string): boolean => word === 'development';

  it('are joined only into known words', () => {
    expect(joinWrapped('the develop-', 'ment of', knows)).toBe('the development of');
    expect(joinWrapped('a cross-', 'functional team', knows)).toBe('a cross-functional team');
    expect(joinWrapped('soft\u00ad', 'ware', knows)).toBe('software');
    expect(joinWrapped('one', 'two', knows)).toBe('one two');
  });
});
