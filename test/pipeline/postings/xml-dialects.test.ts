import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAll, titles } from './feed-source.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url), 'utf8');

describe('dialects of XML', () => {
  it('reads an Indeed-style job with every field it carries', async () => {
    const { postings, errors, positions } = await readAll(fixture('indeed.xml'));
    expect(errors).toEqual([]);
    expect(positions).toEqual(['4:3', '22:3']);
    expect(postings[0]).toMatchObject({
      externalId: 'PV-118',
      title: 'Ward Sister, Paediatrics',
      company: 'Penhallow Infirmary',
      locations: [{ city: 'Truro', region: 'Cornwall', country: 'GB' }],
      workplace: 'hybrid',
      employmentType: 'fulltime, parttime',
      salaryText: '£41,000 - £46,500 per year',
      url: 'https://jobs.example.com/pv-118?source=Indeed&utm_medium=feed',
      postedAt: '2026-10-06T07:30:00Z',
      validThrough: '2026-12-01',
      yearsText: '3+ years',
      tags: ['Nursing', 'Children'],
      closed: false,
    });
    expect(postings[0]?.description).toContain('<li>NMC registration</li>');
    expect(postings[1]?.closed).toBe(true);
  });

  it('reads Jobrapido dates day first and its location as the city', async () => {
    const feed = `<source><jobs><job><title><![CDATA[Tile Setter]]></title><location>Graz</location><country>AT</country><company>Fliesen Ortner</company>
      <publishdate>04/11/2026</publishdate><expirydate>24/12/2026</expirydate><url>https://jobs.example.com/7</url><reference_id>ad-7</reference_id><description>Fliesen legen</description></job></jobs></source>`;
    const { postings } = await readAll(feed);
    expect(postings[0]).toMatchObject({
      externalId: 'ad-7',
      postedAt: '2026-11-04',
      validThrough: '2026-12-24',
      locations: [{ text: 'Graz', country: 'AT' }],
    });
  });

  it('takes base pay from LinkedIn-style salaries, not the additional pay, and brackets that lost their CDATA', async () => {
    const pay = (low: string, high: string, type: string): string =>
      `<salary><highEnd><amount>![CDATA[${high}]]</amount><currencyCode>CAD</currencyCode></highEnd><lowEnd><amount>![CDATA[${low}]]</amount><currencyCode>CAD</currencyCode></lowEnd><period>![CDATA[yearly]]</period><type>![CDATA[${type}]]</type></salary>`;
    const feed = `<source><job><partnerJobId>p9</partnerJobId><company>Borealis Mills</company><title>Millwright</title><description>Keep it turning</description><location>Trail, BC, CA</location><city>Trail</city><state>BC</state><country>CA</country>
      <isRemote>Yes</isRemote><experienceLevel>MID_SENIOR_LEVEL</experienceLevel><salaries>${pay('5000', '9000', 'TOTAL_ADDITIONAL')}${pay('71000', '84000', 'BASE_SALARY')}</salaries></job></source>`;
    const { postings } = await readAll(feed);
    expect(postings[0]).toMatchObject({
      externalId: 'p9',
      workplace: 'remote',
      salary: { min: 71000, max: 84000, currency: 'CAD', period: 'year' },
      locations: [{ city: 'Trail', region: 'BC', country: 'CA' }],
    });
  });

  it('joins the parts of a Personio position under their headings', async () => {
    const { postings } = await readAll(fixture('personio.xml'));
    expect(postings).toHaveLength(1);
    expect(postings[0]).toMatchObject({
      externalId: '7741',
      title: 'Kranführer (m/w/d)',
      company: 'Hebewerk Nord',
      employmentType: 'full-time',
      yearsText: '1-2',
      locations: [{ text: 'Bremen' }, { text: 'Emden' }],
    });
    expect(postings[0]?.description).toMatch(/<h3>Ihr Profil<\/h3><ul><li>Kranschein/);
    expect(postings[0]?.seniorityText).toBeUndefined();
  });

  it('takes the company from the title of an RSS item that has no element for it', async () => {
    const item = (title: string): string =>
      `<item><title>${title}</title><link>https://board.example.org/1</link><guid>g1</guid><description>&lt;p&gt;Text&lt;/p&gt;</description><region>Anywhere in the World</region></item>`;
    const { postings } = await readAll(
      `<rss version="2.0"><channel><title>Board</title><description>All jobs</description>${item('Quietwater Labs: Support Lead')}${item('Baker at Ovenbird Bakery (Cork, Ireland)')}${item('Nurse: night shift')}</channel></rss>`,
    );
    expect(postings.map((p) => [p.title, p.company])).toEqual([
      ['Support Lead', 'Quietwater Labs'],
      ['Baker (Cork, Ireland)', 'Ovenbird Bakery'],
      ['Nurse: night shift', undefined],
    ]);
    expect(postings[0]?.locations).toEqual([{ text: 'Anywhere in the World' }]);
  });

  it('reads Atom entries with links in attributes and content as XHTML', async () => {
    const feed = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title><entry><id>tag:1</id><title>Beekeeper</title><link href="https://jobs.example.net/bees"/><published>2026-09-01T10:00:00Z</published><author><name>Heather Apiaries</name></author><content type="xhtml"><div><p>Care for <b>forty</b> hives &amp; more</p><ul><li>Calm hands</li></ul></div></content></entry></feed>`;
    const { postings } = await readAll(feed);
    expect(postings[0]).toMatchObject({
      externalId: 'tag:1',
      title: 'Beekeeper',
      company: 'Heather Apiaries',
      url: 'https://jobs.example.net/bees',
      postedAt: '2026-09-01T10:00:00Z',
    });
    expect(postings[0]?.description).toContain('<p>Care for <b>forty</b> hives &amp; more</p><ul><li>Calm hands</li></ul>');
  });

  it('finds the items of an XML feed whose names nobody knows, by their shape', async () => {
    const feed =
      '<export><head><made>today</made></head><werkplek><jobtitle>Lasser</jobtitle><firma>Staal BV</firma><ort>Breda</ort><beschreibung>Lassen</beschreibung></werkplek><werkplek><jobtitle>Slotenmaker</jobtitle><firma>Staal BV</firma><ort>Tilburg</ort></werkplek></export>';
    expect(titles(await readAll(feed))).toEqual(['Lasser', 'Slotenmaker']);
  });

  it('keeps an element apart from a field of the same name', async () => {
    const feed =
      '<root><position><position>Diver</position><id>1</id></position><position><position>Rigger</position><id>2</id></position></root>';
    expect(titles(await readAll(feed))).toEqual(['Diver', 'Rigger']);
  });
});
