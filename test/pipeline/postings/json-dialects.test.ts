import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAll, titles } from './feed-source.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url), 'utf8');

describe('dialects of JSON', () => {
  it('reads a Greenhouse board with metadata, offices and requisition ids', async () => {
    const { postings } = await readAll(fixture('greenhouse.json'));
    expect(postings[0]).toMatchObject({
      externalId: '5521',
      requisitionId: 'R-14',
      title: 'Glass Technologist',
      company: 'Lumenforge',
      employmentType: 'Part-time',
      locations: [{ text: 'Jena, Thuringia, Germany' }],
      url: 'https://boards.greenhouse.io/lumenforge/jobs/5521',
      postedAt: '2026-08-30T09:00:00Z',
    });
    expect(postings[1]).toMatchObject({
      title: 'Kiln Operator',
      salary: { min: 52000, max: 61000, currency: 'USD', period: 'year' },
    });
  });

  it('reads Lever postings: title in text, lists as sections, country beside the location', async () => {
    const { postings } = await readAll(fixture('lever.json'));
    expect(postings[0]).toMatchObject({
      title: 'Dramaturg',
      externalId: 'aa-1',
      employmentType: 'Temporary',
      workplace: 'hybrid',
      locations: [
        { text: 'Wien', country: 'AT' },
        { text: 'Linz', country: 'AT' },
      ],
      salary: { min: 3100, max: 3600, currency: 'EUR', period: 'month' },
      company: 'Stadttheater',
    });
    expect(postings[0]?.description).toContain('<h3>Profil</h3><ul><li>Studium</li></ul>');
  });

  it('passes over the legal notice of RemoteOK and knows that all of it is remote', async () => {
    const feed = JSON.stringify([
      { legal: 'link back' },
      {
        id: '9',
        slug: 'x',
        epoch: 1788253200,
        position: 'Cartographer',
        company: 'Meridian Maps',
        location: 'Oslo',
        tags: ['gis'],
        url: 'https://remote.example/9',
        description: '<p>Maps</p>',
        salary_min: 0,
        salary_max: 0,
      },
    ]);
    const { postings, errors } = await readAll(feed);
    expect(errors).toEqual([]);
    expect(postings[0]).toMatchObject({
      title: 'Cartographer',
      workplace: 'remote',
      tags: ['gis'],
      postedAt: '2026-09-01T09:00:00Z',
    });
    expect(postings[0]?.salary).toBeUndefined();
  });

  it('knows boards for remote work by their asking where one may live', async () => {
    const feed = JSON.stringify({
      jobs: [
        {
          id: 1,
          title: 'Proofreader',
          url: 'https://a.example/1',
          candidate_required_location: 'USA, Canada',
          salary_min: 40000,
          salary_max: 50000,
        },
      ],
    });
    expect((await readAll(feed)).postings[0]).toMatchObject({
      workplace: 'remote',
      locations: [{ text: 'USA, Canada' }],
      salaryText: '40000 - 50000',
    });
  });

  it('reads Ashby: compensation parts, listed or not, several locations', async () => {
    const job = (title: string, isListed: boolean): object => ({
      id: title,
      title,
      isListed,
      isRemote: false,
      workplaceType: 'Hybrid',
      location: 'Porto',
      secondaryLocations: [{ location: 'Braga' }],
      employmentType: 'FullTime',
      publishedAt: '2026-10-10T00:00:00.000Z',
      jobUrl: `https://jobs.ashbyhq.com/corkwood/${title}`,
      descriptionHtml: '<p>Text</p>',
      compensation: {
        summaryComponents: [
          { compensationType: 'EquityPercentage', minValue: 1, maxValue: 2 },
          { compensationType: 'Salary', interval: '1 YEAR', currencyCode: 'EUR', minValue: 38000, maxValue: 45000 },
        ],
      },
    });
    const { postings } = await readAll(JSON.stringify({ apiVersion: '1', jobs: [job('Luthier', true), job('Secret', false)] }));
    expect(postings[0]).toMatchObject({
      company: 'Corkwood',
      workplace: 'hybrid',
      locations: [{ text: 'Porto' }, { text: 'Braga' }],
      salary: { min: 38000, max: 45000, currency: 'EUR', period: 'year' },
      closed: false,
    });
    expect(postings[1]?.closed).toBe(true);
  });

  it('reads Workable and Recruitee by the names of their fields', async () => {
    const workable = {
      name: 'Tarn Hotels',
      jobs: [
        {
          title: 'Night Porter',
          shortcode: 'A1B2',
          employment_type: 'Part-time',
          telecommuting: false,
          url: 'https://apply.workable.com/tarn-hotels/j/A1B2',
          published_on: '2026-07-02',
          country: 'United Kingdom',
          city: 'Keswick',
          state: 'England',
          experience: 'Entry level',
          description: '<p>Doors</p>',
        },
      ],
    };
    const recruitee = {
      offers: [
        {
          id: 4,
          slug: 'x',
          title: 'Binder',
          status: 'published',
          city: 'Gent',
          country_code: 'BE',
          company_name: 'Drukkerij De Roos',
          description: '<p>Boeken</p>',
          requirements: '<ul><li>Handig</li></ul>',
          employment_type_code: 'fulltime_permanent',
          careers_url: 'https://deroos.recruitee.com/o/binder',
          hybrid: false,
          on_site: true,
        },
      ],
    };
    expect((await readAll(JSON.stringify(workable))).postings[0]).toMatchObject({
      externalId: 'A1B2',
      company: 'Tarn Hotels',
      locations: [{ city: 'Keswick', region: 'England', country: 'United Kingdom' }],
      postedAt: '2026-07-02',
    });
    const offer = (await readAll(JSON.stringify(recruitee))).postings[0];
    expect(offer).toMatchObject({
      externalId: '4',
      company: 'Drukkerij De Roos',
      locations: [{ city: 'Gent', country: 'BE' }],
      workplace: 'onsite',
      closed: false,
    });
    expect(offer?.description).toContain('<h3>Requirements</h3><ul><li>Handig</li></ul>');
  });

  const jobPosting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'Stonemason',
    identifier: { '@type': 'PropertyValue', name: 'x', value: 'SM-3' },
    hiringOrganization: { '@type': 'Organization', name: 'Minster Works' },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: 'York',
        addressRegion: 'England',
        addressCountry: { '@type': 'Country', name: 'GB' },
      },
    },
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'GBP',
      value: { '@type': 'QuantitativeValue', minValue: 17.5, maxValue: 21, unitText: 'HOUR' },
    },
    employmentType: ['FULL_TIME', 'CONTRACTOR'],
    datePosted: '2026-10-01',
    validThrough: '2026-12-31T23:59',
    experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: 36 },
    description: '<p>Stone</p>',
  };
  const expected = {
    externalId: 'SM-3',
    company: 'Minster Works',
    locations: [{ city: 'York', region: 'England', country: 'GB' }],
    salary: { min: 17.5, max: 21, currency: 'GBP', period: 'hour' },
    employmentType: 'FULL_TIME, CONTRACTOR',
    postedAt: '2026-10-01',
    validThrough: '2026-12-31T23:59:00Z',
    yearsText: '36 months',
  };

  it.each([
    ['alone', JSON.stringify(jobPosting)],
    [
      'in a graph',
      JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [{ '@type': 'WebSite', name: 'Site', url: 'https://x.example' }, jobPosting],
      }),
    ],
    [
      'in an item list',
      JSON.stringify({ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', position: 1, item: jobPosting }] }),
    ],
    [
      'in a page',
      `<!DOCTYPE html><html><head><script type="application/ld+json">${JSON.stringify(jobPosting)}</script></head><body>Job</body></html>`,
    ],
  ])('reads a schema.org JobPosting %s', async (_, feed) => {
    const { postings, errors } = await readAll(feed);
    expect(errors).toEqual([]);
    expect(postings).toHaveLength(1);
    expect(postings[0]).toMatchObject(expected);
  });

  it('reads JSON Lines with byte offsets and goes on behind a bad line', async () => {
    const feed =
      '{"id":1,"title":"Ümlaut tester","url":"https://a.example/1"}\n{"id":2,"title":"Broken\n{"id":3,"title":"Fuller","url":"https://a.example/3"}\n';
    const result = await readAll(feed);
    expect(titles(result)).toEqual(['Ümlaut tester', 'Fuller']);
    const offset = (text: string): string => String(Buffer.from(feed).indexOf(text));
    expect(result.positions).toEqual(['0', offset('{"id":3')]);
    expect(result.errors).toEqual([expect.objectContaining({ code: 'malformed', position: offset('{"id":2') })]);
  });

  it.each([
    ['data.jobs', { status: 'ok', data: { jobs: [{ title: 'Piper', url: 'https://a.example' }] } }],
    [
      'departments with jobs',
      {
        departments: [
          { id: 1, name: 'Arts', jobs: [{ id: 2, title: 'Piper', absolute_url: 'https://a.example' }] },
          { id: 3, name: 'Empty', jobs: [] },
        ],
      },
    ],
    ['JSON:API', { data: [{ id: '4', type: 'jobs', attributes: { title: 'Piper', body: 'Play' } }] }],
    ['search hits', { hits: { total: 1, hits: [{ _id: 'x', _source: { title: 'Piper', description: 'Play' } }] } }],
    ['an unknown key', { vacaturelijst: [{ titel: 'Piper', beschreibung: 'Play' }] }],
    ['names as titles', { content: [{ id: 'q', name: 'Piper', company: { name: 'Band' }, releasedDate: '2026-01-01' }] }],
  ])('finds the postings under %s', async (_, value) => {
    expect(titles(await readAll(JSON.stringify(value)))).toEqual(['Piper']);
  });

  it('does not take degrees, offices and departments for jobs', async () => {
    const result = await readAll(
      JSON.stringify({ items: [{ id: 1, text: 'High School' }], offices: [{ id: 8, name: 'Leeds', location: 'GB' }] }),
    );
    expect(result.postings).toEqual([]);
    expect(result.errors).toEqual([{ code: 'empty', message: 'the feed holds no posting' }]);
  });
});
