import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../src/pipeline/postings/canonical-url.ts';
import { contentHash } from '../../../src/pipeline/postings/content-hash.ts';
import { companyFromUrl } from '../../../src/pipeline/postings/dialects/company-from-url.ts';

describe('canonical addresses', () => {
  it.each([
    ['https://Jobs.Example.com/a/B/?utm_source=x&source=Indeed#apply', 'https://jobs.example.com/a/B'],
    ['http://www.example.com/jobs/17', 'https://example.com/jobs/17'],
    ['https://example.com/jobs/17/apply', 'https://example.com/jobs/17'],
    ['https://example.com//jobs///17', 'https://example.com/jobs/17'],
    ['https://example.com/careers?gh_jid=5512&gh_src=abc', 'https://example.com/careers?gh_jid=5512'],
    ['https://example.com/viewjob.cfm?JobId=a17&source=x', 'https://example.com/viewjob.cfm?jobid=a17'],
    ['https://example.com/careers?ref=newsletter', 'https://example.com/careers'],
    ['https://example.com/jobs/4711?id=9', 'https://example.com/jobs/4711'],
  ])('%s → %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });

  it.each([undefined, '', 'no address', 'mailto:a@example.com', 'javascript:alert(1)', '/jobs/1'])('%s has none', (url) => {
    expect(canonicalUrl(url)).toBeUndefined();
  });
});

describe('content hash', () => {
  const posting = {
    title: 'Baker',
    company: 'Ofen AG',
    locations: [{ city: 'Zürich', countryCode: 'CH' }],
    description: 'Bake bread.\n- Early hours',
  };

  it('does not see case, accents, punctuation and white space', () => {
    expect(
      contentHash({
        title: 'BAKER ',
        company: 'Ofen  AG',
        locations: [{ city: 'Zurich', countryCode: 'CH' }],
        description: '• bake bread\n\nEarly   hours!',
      }),
    ).toBe(contentHash(posting));
  });

  it.each([
    ['title', { ...posting, title: 'Cook' }],
    ['company', { ...posting, company: 'Herd AG' }],
    ['place', { ...posting, locations: [{ city: 'Bern', countryCode: 'CH' }] }],
    ['description', { ...posting, description: 'Bake cake.' }],
    ['a word that moved from the title into the company', { ...posting, title: 'Baker Ofen', company: 'AG' }],
  ])('sees another %s', (_, other) => {
    expect(contentHash(other)).not.toBe(contentHash(posting));
  });
});

describe('company by address', () => {
  it.each([
    ['https://boards.greenhouse.io/tin-whistle/jobs/1', 'Tin Whistle'],
    ['https://jobs.lever.co/ovenbird/aa', 'Ovenbird'],
    ['https://ovenbird.recruitee.com/o/x', 'Ovenbird'],
    ['https://jobs.example.com/ovenbird/1', undefined],
    ['https://evil.example/boards.greenhouse.io/x', undefined],
    [undefined, undefined],
  ])('%s → %s', (url, company) => {
    expect(companyFromUrl(url)).toBe(company);
  });
});
