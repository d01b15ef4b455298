import { describe, expect, it } from 'vitest';
import type { RawPosting } from '../../../src/domain/posting.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { enrichPosting } from '../../../src/pipeline/postings/enrich-posting.ts';

const taxonomy = createTaxonomy();
const raw = (more: Partial<RawPosting>): RawPosting => ({
  title: 'Baker',
  description: '',
  locations: [],
  tags: [],
  closed: false,
  ...more,
});

describe('enriching a posting', () => {
  const posting = enrichPosting(
    raw({
      externalId: 'n-1',
      title: 'Staff Nurse, Theatre (m/f/d)',
      company: 'Heron &amp; Vale Hospital',
      locations: [{ text: 'Leeds, UK' }],
      employmentType: 'FULL_TIME',
      url: 'https://jobs.example.com/n-1?utm_source=x',
      postedAt: '2026-10-01',
      description:
        '<p>Our hospital looks after patients of two valleys.</p><h3>Requirements</h3><ul><li>NMC registration</li><li>Two years of theatre nursing</li><li>BSc in Nursing or equivalent experience</li></ul><h3>Nice to have</h3><ul><li>Scrub practice</li></ul><p>Salary: £33,000 - £39,000 per year. Two days a week of the admin work can be done in the office.</p><h3>About Heron</h3><p>Founded by nurses with 30 years of experience.</p>',
    }),
    taxonomy,
  );

  it('fills every part that the advertisement holds', () => {
    expect(posting).toMatchObject({
      externalId: 'n-1',
      title: 'Staff Nurse, Theatre (m/f/d)',
      normalizedTitle: 'Staff Nurse, Theatre',
      company: 'Heron & Vale Hospital',
      employmentType: 'full-time',
      salary: { min: 33000, max: 39000, currency: 'GBP', period: 'year' },
      mustHave: ['NMC registration', 'Two years of theatre nursing', 'BSc in Nursing or equivalent experience'],
      niceToHave: ['Scrub practice'],
      minYears: 2,
      degree: 'bachelor',
      degreeOrEquivalent: true,
      language: 'en',
      function: 'nursing',
      industry: 'Health Care and Social Assistance',
      postedAt: '2026-10-01',
    });
    expect(posting.locations).toEqual([
      expect.objectContaining({
        city: 'Leeds',
        countryCode: 'GB',
        latitude: expect.closeTo(53.8, 0),
        longitude: expect.closeTo(-1.5, 0),
      }),
    ]);
    expect(posting.description).toContain('Requirements\n- NMC registration\n- Two years of theatre nursing');
    expect(posting.description).not.toContain('<');
  });

  it('gives the same for the same input, and writes no undefined', () => {
    const again = enrichPosting(raw({ title: 'Baker' }), taxonomy);
    expect(JSON.stringify(enrichPosting(raw({ title: 'Baker' }), taxonomy))).toBe(JSON.stringify(again));
    expect(Object.values(again)).not.toContain(undefined);
    expect(again.salary).toBeNull();
  });

  it('is less sure of a title it does not know, of no text, and of no company', () => {
    const unknown = enrichPosting(raw({ title: 'Zorbulator Flimfram' }), taxonomy);
    expect(posting.confidence).toBeGreaterThanOrEqual(0.86);
    expect(unknown.confidence).toBeLessThan(0.5);
    expect(enrichPosting(raw({ title: 'Staff Nurse' }), taxonomy).confidence).toBeLessThan(posting.confidence);
  });

  it.each([
    [[{ text: 'Austin, TX' }], [{ city: 'Austin', countryCode: 'US' }]],
    [[{ city: 'München', country: 'Deutschland' }], [{ city: 'München', countryCode: 'DE' }]],
    [[{ text: 'Remote - Spain' }], [{ countryCode: 'ES' }]],
    [[{ text: 'Anywhere in the World' }], []],
    [
      [{ text: 'Paris' }, { text: 'Lyon, France' }, { text: 'paris' }],
      [
        { city: 'Paris', countryCode: 'FR' },
        { city: 'Lyon', countryCode: 'FR' },
      ],
    ],
    [[{ text: 'Nether Wobblington, TX' }], [{ city: 'Nether Wobblington', region: 'TX', countryCode: 'US' }]],
    [[{ country: 'UK' }], [{ countryCode: 'GB' }]],
  ])('places %j', (locations, expected) => {
    const found = enrichPosting(raw({ locations }), taxonomy).locations;
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });

  it.each([
    ['de', 'Wir suchen eine Person, die unsere Maschinen wartet und den Kolleginnen hilft.'],
    ['fr', 'Nous cherchons une personne qui répare nos machines et aide ses collègues.'],
    ['es', 'Buscamos una persona que repare nuestras máquinas y ayude a sus compañeros.'],
    ['zh', '我们正在寻找维修机器的人员'],
  ])('tells the language %s from the text, whatever the feed says', (language, description) => {
    expect(
      enrichPosting(raw({ title: 'X', description: `<p>${description}</p>`, languageHint: 'en-US' }), taxonomy).language,
    ).toBe(language);
  });
});

describe('pay', () => {
  it('takes the currency of the country for a feed that gives bare numbers, unless the text says another', () => {
    const bare = { salaryText: '32000 - 38000', locations: [{ text: 'Leeds, UK' }] };
    expect(enrichPosting(raw(bare), taxonomy).salary).toEqual({ min: 32000, max: 38000, currency: 'GBP', period: 'year' });
    expect(enrichPosting(raw({ ...bare, description: 'Salary: €40,000 - €44,000 per year' }), taxonomy).salary?.currency).toBe(
      'EUR',
    );
    expect(enrichPosting(raw({ salaryText: '32000 - 38000' }), taxonomy).salary).toBeNull();
  });
});

describe('hostile texts (P6)', () => {
  const million = 1_000_000;
  it.each([
    ['letters', 'a'.repeat(million)],
    ['spaces', `a${' '.repeat(million)}`],
    ['digits', '1 '.repeat(million / 2)],
    ['amounts', '$1,000 - '.repeat(million / 9)],
    ['commas', 'a, '.repeat(million / 3)],
    ['opening tags', '<p>'.repeat(million / 3)],
    ['angle brackets', '<'.repeat(million)],
    ['nested lists', '<ul><li>'.repeat(million / 8)],
    ['escapes', '&amp;lt;'.repeat(million / 8)],
    ['brackets', '('.repeat(million)],
    ['cues', 'you have a '.repeat(million / 11)],
    ['years', '5 years of '.repeat(million / 11)],
    ['full stops', 'a. B. '.repeat(million / 6)],
    ['bullets', '- a licence\n'.repeat(million / 12)],
    ['dashes', ' - '.repeat(million / 3)],
    ['quotes', '"\''.repeat(million / 2)],
  ])('a megabyte of %s as title, place, pay and description takes no more than 400 ms of the processor', (_, text) => {
    // Time of this thread, not of the clock: other work on the machine does not count.
    const started = process.threadCpuUsage();
    enrichPosting(
      raw({
        title: text,
        company: text,
        locations: [{ text }],
        description: text,
        salaryText: text,
        employmentType: text,
        yearsText: text,
        seniorityText: text,
      }),
      taxonomy,
    );
    const { user, system } = process.threadCpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(400);
  });
});
