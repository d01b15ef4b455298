import { describe, expect, it } from 'vitest';
import { CityTable } from '../../../src/pipeline/enrich/city-table.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';

const taxonomy = createTaxonomy();

describe('places', () => {
  it.each([
    ['Leeds', 'Leeds', 'England', 'GB'],
    ['Leeds, West Yorkshire', 'Leeds', 'England', 'GB'],
    ['LS6 2AB Leeds', 'Leeds', 'England', 'GB'],
    ['Leeds LS6 2AB', 'Leeds', 'England', 'GB'],
    ['Oak Park, IL', 'Oak Park', 'IL', 'US'],
    ['Oak Park, CA', 'Oak Park', 'CA', 'US'],
    ['60614 Chicago, IL', 'Chicago', 'IL', 'US'],
    ['Chicago, IL 60614', 'Chicago', 'IL', 'US'],
    ['Chicago IL', 'Chicago', 'IL', 'US'],
    ['12345 Berlin, Germany', 'Berlin', 'Berlin', 'DE'],
    ['D-80331 München', 'Munich', 'Bayern', 'DE'],
    ['Cologne', 'Köln', 'Nordrhein-Westfalen', 'DE'],
    ['Wien', 'Vienna', 'Wien', 'AT'],
    ['69003 Lyon', 'Lyon', 'Auvergne-Rhône-Alpes', 'FR'],
    ['Genf, Schweiz', 'Genève', 'GE', 'CH'],
    ['Ho Chi Minh City, Vietnam', 'Ho Chi Minh City', undefined, 'VN'],
    ['Warszawa', 'Warsaw', 'Mazowieckie', 'PL'],
    ['Cambridge, MA', 'Cambridge', 'MA', 'US'],
    ['London, Ontario', 'London', 'ON', 'CA'],
    ['Sevilla (España)', 'Sevilla', 'Andalucía', 'ES'],
    ['São Paulo/SP', 'São Paulo', 'SP', 'BR'],
    ['Remote, Dublin', 'Dublin', 'Leinster', 'IE'],
    ['Paris France', 'Paris', 'Île-de-France', 'FR'],
    ['St. Louis, MO', 'Saint Louis', 'MO', 'US'],
    ['北京', 'Beijing', 'Beijing', 'CN'],
  ])('%j is %s, %s, %s', (text, city, region, countryCode) => {
    const place = taxonomy.findPlace(text);
    expect([place?.city.replace('St. Louis', 'Saint Louis'), place?.region, place?.countryCode]).toEqual([
      city,
      region,
      countryCode,
    ]);
  });

  it.each([
    '',
    'Remote',
    'Software Engineer',
    'Acme Widgets Ltd',
    'Leeds, Bavaria',
    'Paris, Leeds',
    '2019 – 2021',
    'Managed a team in Berlin',
    'x'.repeat(500),
  ])('finds no place in %j', (text) => {
    expect(taxonomy.findPlace(text)).toBeUndefined();
  });

  it('prefers the country of the hint, then the number of people', () => {
    expect(taxonomy.findPlace('Birmingham')?.countryCode).toBe('GB');
    expect(taxonomy.findPlace('Birmingham', { countryCode: 'US' })?.region).toBe('AL');
    expect(taxonomy.findPlace('Cambridge', { countryCode: 'US', region: 'MA' })?.region).toBe('MA');
  });

  it('knows small places only with help beside them', () => {
    expect(taxonomy.findPlace('Sapulpa, OK')?.countryCode).toBe('US');
    expect(taxonomy.findPlace('Brora')).toBeUndefined();
  });

  it('finds the first and the last row of the table', () => {
    const table = new CityTable(
      Buffer.from('aa\tAa\tXX\t01\t1.000\t2.000\t3\nab\tAb\tXX\t01\t1.000\t2.000\t3\nab\tAb\tXY\t01\t1.000\t2.000\t4\n'),
    );
    expect(table.find('aa').map(({ countryCode }) => countryCode)).toEqual(['XX']);
    expect(table.find('ab').map(({ countryCode }) => countryCode)).toEqual(['XX', 'XY']);
    expect([table.find('a'), table.find('abc'), table.find('zz'), table.find('')]).toEqual([[], [], [], []]);
  });
});

describe('countries', () => {
  it.each([
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['Niemcy', 'DE'],
    ['USA', 'US'],
    ['the Netherlands', 'NL'],
    ['Pays-Bas', 'NL'],
    ['UK', 'GB'],
    ['Scotland', 'GB'],
    ['Côte d’Ivoire', 'CI'],
    ['DE', 'DE'],
    ['中国', 'CN'],
  ])('%s is %s', (text, code) => {
    expect(taxonomy.countryCode(text)).toBe(code);
  });

  it.each(['in', 'no', 'it', 'Bavaria', 'German', '', 'Germany and France'])('%j is no country', (text) => {
    expect(taxonomy.countryCode(text)).toBeUndefined();
  });
});
