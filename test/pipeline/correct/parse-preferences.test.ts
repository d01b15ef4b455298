import { describe, expect, it } from 'vitest';
import { applyPreferences } from '../../../src/pipeline/correct/apply-preferences.ts';
import { parsePreferenceLine } from '../../../src/pipeline/correct/parse-preferences.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';

const taxonomy = createTaxonomy();
const parse = (line: string) => parsePreferenceLine(line, { taxonomy });

describe('a line that says a wish (F2.6)', () => {
  it.each([
    ['remote only', { set: { remote: 'only' } }],
    ['Remote preferred.', { set: { remote: 'preferred' } }],
    ['no remote', { set: { remote: 'no' } }],
    ['not Acme', { exclude: ['Acme'] }],
    ['Not Acme or Brook & Sons', { exclude: ['Acme', 'Brook & Sons'] }],
    ['exclude Acme', { exclude: ['Acme'] }],
    ['include Acme', { include: ['Acme'] }],
    ['roles: Data Engineer, Backend Developer', { set: { titles: ['Data Engineer', 'Backend Developer'] } }],
    ['in Berlin or Leeds', { set: { cities: ['Berlin', 'Leeds'] } }],
    ['relocate yes', { set: { willingToRelocate: true } }],
    ['no relocation', { set: { willingToRelocate: false } }],
    ['at least 60k EUR', { pay: { kind: 'floor', amount: 60_000, currency: 'EUR' } }],
    ['minimum €60,000', { pay: { kind: 'floor', amount: 60_000, currency: 'EUR' } }],
    ['at least 60.000 euros a year', { pay: { kind: 'floor', amount: 60_000, currency: 'EUR', period: 'year' } }],
    ['target 75000 EUR', { pay: { kind: 'target', amount: 75_000, currency: 'EUR' } }],
    ['at least £25.50 an hour', { pay: { kind: 'floor', amount: 25.5, currency: 'GBP', period: 'hour' } }],
    ['at least 60k', { pay: { kind: 'floor', amount: 60_000 } }],
    ['full-time or part-time', { set: { employmentTypes: ['full-time', 'part-time'] } }],
    ['company size: 50-200', { set: { companySizes: ['50-200'] } }],
    ['work authorization: UK, EU', { set: { workAuthorisation: ['UK', 'EU'] } }],
    ['need visa sponsorship', { set: { needsSponsorship: true } }],
    ['work language: German or English', { set: { workLanguages: ['German', 'English'] } }],
    ['preferences clear', { clear: true }],
  ])('reads %j', (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });

  it.each([
    'not sure',
    'Not Now',
    'at least 3 years',
    'from 2019',
    'in short',
    'In Summer',
    'target',
    'roles can change',
    'remote',
    'job language: nonsense',
  ])('takes %j for none', (line) => {
    expect(parse(line)).toBeUndefined();
  });
});

describe('wishes with what a message changed', () => {
  it('are the next version, keep what was not spoken of, and forget what was cleared', () => {
    const first = applyPreferences(undefined, [{ set: { remote: 'only' } }, { exclude: ['Acme'] }]);
    expect(first).toMatchObject({ changed: true, preferences: { version: 1, remote: 'only', excludedCompanies: ['Acme'] } });
    const second = applyPreferences(first.preferences, [{ exclude: ['ACME Ltd', 'Brook'] }, { set: { cities: [] } }]);
    expect(second.preferences).toEqual({ version: 2, remote: 'only', excludedCompanies: ['ACME Ltd', 'Brook'] });
    expect(applyPreferences(second.preferences, [{ include: ['acme'] }]).preferences.excludedCompanies).toEqual(['Brook']);
    expect(applyPreferences(second.preferences, [{ clear: true }]).preferences).toEqual({ version: 3 });
    expect(applyPreferences(second.preferences, [{ set: { remote: 'only' } }]).changed).toBe(false);
  });

  it('another currency starts the pay anew, the same one keeps floor and target together', () => {
    const floor = applyPreferences(undefined, [{ pay: { kind: 'floor', amount: 60_000, currency: 'EUR' } }]).preferences;
    expect(applyPreferences(floor, [{ pay: { kind: 'target', amount: 75_000 } }]).preferences.salary).toEqual({
      floor: 60_000,
      target: 75_000,
      currency: 'EUR',
      period: 'year',
    });
    expect(applyPreferences(floor, [{ pay: { kind: 'target', amount: 70_000, currency: 'GBP' } }]).preferences.salary).toEqual({
      target: 70_000,
      currency: 'GBP',
      period: 'year',
    });
    expect(applyPreferences(undefined, [{ pay: { kind: 'floor', amount: 60_000 } }]).problems).toHaveLength(1);
  });
});
