import { describe, expect, it } from 'vitest';
import { findTimeZone } from '../../src/commands/find-time-zone.ts';
import { isTimeZone } from '../../src/digest/local-day.ts';
import { createTaxonomy } from '../../src/pipeline/enrich/create-taxonomy.ts';

const places = createTaxonomy();
const NOW = Date.parse('2026-03-02T12:00:00Z');
const zone = (text: string): string => findTimeZone(text, places, NOW);

describe('a time zone in words', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['UTC', 'UTC'],
    ['gmt', 'UTC'],
    // Named by the database.
    ['berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['SÃO PAULO', 'America/Sao_Paulo'],
    ['Lord Howe', 'Australia/Lord_Howe'],
    // Newer or older names than those that Intl lists.
    ['Kyiv', 'Europe/Kyiv'],
    ['kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    // Cities and countries with one clock.
    ['Hamburg', 'Europe/Berlin'],
    ['Germany', 'Europe/Berlin'],
    ['Lyon', 'Europe/Paris'],
    ['Leeds', 'Europe/London'],
    ['Deutschland', 'Europe/Berlin'],
    ['Poland', 'Europe/Warsaw'],
    ['Japan', 'Asia/Tokyo'],
  ])('%s is %s', (text, expected) => {
    expect(zone(text)).toBe(expected);
    expect(isTimeZone(zone(text))).toBe(true);
  });

  it.each([
    ['Dallas', 'America/Chicago'],
    ['San Francisco', 'America/Los_Angeles'],
    ['Spain', 'Europe/Madrid'],
  ])('%s is in a country with several clocks: the answer offers them, the nearest or largest first', (text, nearest) => {
    expect(() => zone(text)).toThrow(/may mean one of \d+ time zones/);
    try {
      zone(text);
    } catch (error) {
      expect(error).toMatchObject({ fix: expect.stringContaining(`Answer with yours: digest zone ${nearest}`) });
    }
  });

  it.each([
    'EST',
    'PST',
    'cet',
    'CEST',
    'UTC+2',
    '+02:00',
    'GMT-5',
  ])('%s says nothing of summer: the city is asked for', (text) => {
    expect(() => zone(text)).toThrow(/summer/);
  });

  it.each([
    'Mars/Olympus',
    'Atlantisburg',
    'qqqq',
    '../etc/passwd',
    'a'.repeat(200),
  ])('%s is refused with what to write', (text) => {
    expect(() => zone(text)).toThrow(/no time zone that I know/);
  });
});
