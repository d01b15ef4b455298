import { describe, expect, it } from 'vitest';
import { readSalary } from '../../../../src/pipeline/postings/enrich/read-salary.ts';

const pay = (min: number, max: number, currency: string, period: string): object => ({ min, max, currency, period });

describe('pay in a field', () => {
  it.each([
    ['GBP 46,000 - 50,000 per year', pay(46000, 50000, 'GBP', 'year')],
    ['EUR 85,000 - 120,000 per year', pay(85000, 120000, 'EUR', 'year')],
    ['€2.900 – 3.400 brut/mois', pay(2900, 3400, 'EUR', 'month')],
    ['$38–44/hr', pay(38, 44, 'USD', 'hour')],
    ['$38.50 - $44.25 an hour', pay(38.5, 44.25, 'USD', 'hour')],
    ['£58k–66k', pay(58000, 66000, 'GBP', 'year')],
    ['£58-66k', pay(58000, 66000, 'GBP', 'year')],
    ['$50K per year', pay(50000, 50000, 'USD', 'year')],
    ['50.000 € brutto jährlich', pay(50000, 50000, 'EUR', 'year')],
    ['3 200 € brutto / Monat', pay(3200, 3200, 'EUR', 'month')],
    ["CHF 95'000 bis 110'000", pay(95000, 110000, 'CHF', 'year')],
    ['entre 32 000 et 38 000 € par an', pay(32000, 38000, 'EUR', 'year')],
    ['24.000 € - 28.000 € brutos anuales', pay(24000, 28000, 'EUR', 'year')],
    ['8 000 – 11 000 zł miesięcznie brutto', pay(8000, 11000, 'PLN', 'month')],
    ['GBP 230 - 260 per day', pay(230, 260, 'GBP', 'day')],
    ['INR 1,200,000 - 1,600,000 per year', pay(1200000, 1600000, 'INR', 'year')],
    ['₹12-16 LPA', pay(1200000, 1600000, 'INR', 'year')],
    ['50000 - 60000 / year (USD)', pay(50000, 60000, 'USD', 'year')],
    ['12,50 €/h', pay(12.5, 12.5, 'EUR', 'hour')],
  ])('reads %s', (text, expected) => {
    expect(readSalary(text, { field: true })).toEqual(expected);
  });

  it.each(['Competitive', 'DOE', 'nach Vereinbarung', '5+ years', '', '2026-10-01'])('finds none in %j', (text) => {
    expect(readSalary(text, { field: true })).toBeUndefined();
  });

  it('takes the dollar and the crown for those of the country', () => {
    expect(readSalary('$70,000 a year', { field: true, country: 'AU' })?.currency).toBe('AUD');
    expect(readSalary('520 000 kr per år, 500 000 kr', { field: true, country: 'NO' })?.currency).toBe('NOK');
  });
});

describe('pay in running text', () => {
  it.each([
    ['Salary: £31,000 to £34,500 per annum plus pension', pay(31000, 34500, 'GBP', 'year')],
    ['Wir zahlen ein Gehalt von 3.100 € bis 3.600 € im Monat.', pay(3100, 3600, 'EUR', 'month')],
    ['You will be paid $24.50 per hour.', pay(24.5, 24.5, 'USD', 'hour')],
    ['The base salary range is $120,000–$150,000.', pay(120000, 150000, 'USD', 'year')],
  ])('reads %s', (text, expected) => {
    expect(readSalary(text, { field: false })).toEqual(expected);
  });

  it.each([
    'You own a yearly budget of $4,000,000.',
    'We raised $30,000,000 last year and serve 3,000 customers.',
    'Tools up to £300 are paid back after six months.',
    'A sign-on bonus of $5,000 is paid after 90 days.',
    'Founded in 2012 with 50,000 users in 40 countries.',
  ])('does not take other money for pay: %s', (text) => {
    expect(readSalary(text, { field: false })).toBeUndefined();
  });
});
