import { describe, expect, it } from 'vitest';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { enrichPosting } from '../../../src/pipeline/postings/enrich-posting.ts';
import { editPosting, parseEdits } from '../../../src/pipeline/postings/post-edit.ts';
import { readAd } from '../../../src/pipeline/postings/post-read-ad.ts';
import { processorMs } from '../../processor-ms.ts';
import { ANA_RESUME, INVOICE_TEXT, NURSE_RESUME } from '../../service/people.ts';

const taxonomy = createTaxonomy();
const read = (text: string) => {
  const reading = readAd(text, taxonomy);
  return 'raw' in reading ? enrichPosting(reading.raw, taxonomy) : reading.problem;
};
const ASKS = 'We are looking for somebody with care for detail.\n\nRequirements:\n- 2 years of experience\n- Driving licence';

describe('a job ad as people write it (F4.10)', () => {
  it.each([
    [
      'title, then company and place',
      `Forklift Driver\nAire Logistics Ltd, Bradford\n\n${ASKS}`,
      'Forklift Driver',
      'Aire Logistics Ltd',
      'Bradford',
    ],
    [
      'all on one line',
      `Krankenpfleger (m/w/d) – Klinikum Ost – Hamburg\n\nWir suchen Verstärkung in Vollzeit.\nIhr Profil:\n- Examen\n- Deutsch B2\nWir bieten 30 Tage Urlaub.`,
      'Krankenpfleger (m/w/d)',
      'Klinikum Ost',
      'Hamburg',
    ],
    [
      'labels',
      `Job title: Payroll Clerk\nEmployer: Moor & Dale LLP\nLocation: York\nSalary: 30,000 GBP a year\n\n${ASKS}`,
      'Payroll Clerk',
      'Moor & Dale LLP',
      'York',
    ],
    [
      'a sentence',
      `We're hiring a Backend Developer at Roundhay Apps in Leeds!\n\nRequirements: Python, SQL. 3+ years of experience. Apply by mail.`,
      'Backend Developer',
      'Roundhay Apps',
      'Leeds',
    ],
    [
      'shift and place before the company',
      `Night Porter\nNight shift, Harrogate\nPump Room Hotel Ltd\n\n${ASKS}`,
      'Night Porter',
      'Pump Room Hotel Ltd',
      'Harrogate',
    ],
  ])('gives title, company and place: %s', (_, text, title, company, city) => {
    const posting = read(text);
    expect(posting).toMatchObject({ title, company });
    expect(typeof posting === 'string' ? '' : posting.locations[0]?.city).toBe(city);
  });

  it('keeps a part of the title that is neither company nor place', () => {
    expect(read(`Staff Nurse, Medical Ward\n\n${ASKS}`)).toMatchObject({ title: 'Staff Nurse, Medical Ward' });
    expect(read(`Staff Nurse, Medical Ward, York\n\n${ASKS}`)).toMatchObject({
      title: 'Staff Nurse, Medical Ward',
      locations: [{ city: 'York' }],
    });
  });

  it('reads pay, years and what is asked for', () => {
    expect(read(`Title: Welder\nCompany: Aire Metal Ltd\nPlace: Leeds\nPay: 38,000-45,000 GBP a year\n\n${ASKS}`)).toMatchObject({
      salary: { min: 38_000, max: 45_000, currency: 'GBP', period: 'year' },
      minYears: 2,
      mustHave: ['Driving licence'],
    });
  });

  it.each([
    ['nothing', '  \n ', 'empty'],
    ['a word', 'Need a plumber, quick', 'short'],
    ['a resume', ANA_RESUME, 'resume'],
    ['another resume', NURSE_RESUME, 'resume'],
    ['an invoice', INVOICE_TEXT, 'not-an-ad'],
    [
      'a letter',
      'Dear Rita, thank you for lunch yesterday. I will send you the figures of the last quarter on Monday, when Ben is back from his holidays.',
      'not-an-ad',
    ],
  ])('is not: %s', (_, text, problem) => expect(read(text)).toBe(problem));

  it('takes long lines of one letter in little time (P6)', () => {
    const began = processorMs();
    for (const text of [
      'a'.repeat(1_000_000),
      `Title: ${' -'.repeat(300_000)}`,
      'looking for a '.repeat(70_000),
      '\n'.repeat(1_000_000),
    ])
      read(text);
    expect(processorMs() - began).toBeLessThan(1500);
  });
});

describe('corrections of a posted job', () => {
  const posting = enrichPosting(
    { title: 'Welder', company: 'Aire Metal Ltd', locations: [{ text: 'Leeds' }], description: ASKS, tags: [], closed: false },
    taxonomy,
  );
  const edit = (text: string) => editPosting(posting, parseEdits(text) ?? [], taxonomy);

  it('are read field by field, with blanks in values', () => {
    expect(parseEdits('title=Senior Welder place= York company =Moor & Dale')).toEqual([
      { field: 'title', value: 'Senior Welder' },
      { field: 'place', value: 'York' },
      { field: 'company', value: 'Moor & Dale' },
    ]);
    expect(parseEdits('please change the title=x')).toBeUndefined();
    expect(parseEdits('')).toBeUndefined();
  });

  it('change what they name and leave the rest', () => {
    const edited = edit('place=York; Ripon type=part-time workplace=hybrid');
    expect('posting' in edited && edited.posting).toMatchObject({
      title: 'Welder',
      company: 'Aire Metal Ltd',
      employmentType: 'part-time',
      workplace: 'hybrid',
      minYears: 2,
    });
    expect('posting' in edited && edited.posting.locations.map((place) => place.city)).toEqual(['York', 'Ripon']);
    expect('posting' in edited && edited.posting.mustHave).toEqual(posting.mustHave);
  });

  it.each([
    'pay=lots',
    'years=many',
    'workplace=moon',
    'type=some',
    'link=javascript:alert(1)',
    'title=',
  ])('refuse %s with how to write it', (text) => {
    expect(edit(text)).toMatchObject({
      problem: expect.stringContaining('I do not know'),
      fix: expect.stringMatching(/=|Fields/),
    });
  });
});
