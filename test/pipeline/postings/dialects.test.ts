import { describe, expect, it } from 'vitest';
import { isClosed } from '../../../src/pipeline/postings/dialects/read-closed.ts';
import { readFeedDate } from '../../../src/pipeline/postings/dialects/read-feed-date.ts';
import { RecordFields } from '../../../src/pipeline/postings/dialects/record-fields.ts';

describe('dates of feeds', () => {
  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026-11-03T08:30:00+02:00', '2026-11-03T06:30:00Z'],
    ['2026-11-03T08:30', '2026-11-03T08:30:00Z'],
    ['Tue, 03 Nov 2026 08:30:00 GMT', '2026-11-03T08:30:00Z'],
    ['Tue, 03 Nov 2026 08:30:00 -0500', '2026-11-03T13:30:00Z'],
    ['03/11/2026', '2026-11-03'],
    ['11/23/2026', '2026-11-23'],
    ['3.11.2026', '2026-11-03'],
    ['November 3, 2026', '2026-11-03'],
    ['20261103', '2026-11-03'],
    [1793692800, '2026-11-03T08:00:00Z'],
    ['1793692800000', '2026-11-03T08:00:00Z'],
  ])('%s → %s', (value, iso) => {
    expect(readFeedDate(value)).toBe(iso);
  });

  it.each(['', 'soon', 'ASAP', '2026-13-40', '31/02/2026', 'Room 2026', 0, undefined])('%s is none', (value) => {
    expect(readFeedDate(value)).toBeUndefined();
  });
});

describe('closed openings', () => {
  it.each([
    [{ status: 'closed' }, true],
    [{ state: 'Filled' }, true],
    [{ isListed: false }, true],
    [{ published: 'no' }, true],
    [{ expired: true }, true],
    [{ status: 'published' }, false],
    [{ state: 'CO' }, false],
    [{ active: '1' }, false],
    [{}, false],
  ])('%j → %s', (record, closed) => {
    expect(isClosed(new RecordFields(record))).toBe(closed);
  });
});
