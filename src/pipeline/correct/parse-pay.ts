/** Wished pay: `at least 60k EUR`, `target 75000 EUR`, `minimum £25 an hour`. */
import type { Preferences } from '../../domain/match.ts';

export interface PayWish {
  kind: 'floor' | 'target';
  amount: number;
  /** ISO 4217; undefined: that of the wish before. */
  currency?: string;
  period?: NonNullable<Preferences['salary']>['period'];
}

const FLOOR = 'at least|min\\.?|minimum|from|no less than|not below|salary from|salary at least|pay from|pay at least|floor';
const TARGET = 'target|aiming at|aim for|target salary|target pay|ideally';
const NAMES = 'EUR|USD|GBP|CHF|PLN|SEK|DKK|NOK|CZK|HUF|RON|INR|AUD|CAD|NZD|JPY|SGD|ZAR|BRL|AED|MXN|TRY';
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '₹': 'INR',
  euro: 'EUR',
  euros: 'EUR',
  dollars: 'USD',
  pounds: 'GBP',
  zl: 'PLN',
  zł: 'PLN',
};
const WORDS = 'euros?|dollars|pounds|z[lł]';
const PERIODS = { year: 'year', annum: 'year', y: 'year', month: 'month', m: 'month', hour: 'hour', h: 'hour' } as const;

const LINE = new RegExp(
  `^(?:(${FLOOR})|(${TARGET}))\\s*[:=]?\\s*(?:(${NAMES})\\s*|([€$£₹])\\s*)?(\\d[\\d.,' ]{0,11}?)\\s*(k)?\\s*(?:(${NAMES})|([€$£₹]|${WORDS}))?(?:\\s*(?:a|an|per|\\/)\\s*(year|annum|y|month|m|hour|h)|\\s+(?:p\\.?a\\.?))?$`,
  'i',
);

/** `60,000`, `60.000`, `60 000`, `62.5`: a group of three digits is thousands. */
function amountOf(text: string, thousands: boolean): number | undefined {
  const digits = text.trim();
  const plain = /^\d{1,3}(?:[.,' ]\d{3})+$/.test(digits) ? digits.replace(/[.,' ]/g, '') : digits.replace(',', '.');
  const amount = Number(plain) * (thousands ? 1000 : 1);
  return /^\d+(?:\.\d+)?$/.test(plain) && amount > 0 && amount < 100_000_000 ? Math.round(amount * 100) / 100 : undefined;
}

/** Undefined for everything that is no pay, `at least 3 years` and `from 9` too: a small number needs a currency. */
export function parsePay(text: string): PayWish | undefined {
  const found = LINE.exec(text);
  if (!found) return undefined;
  const [, floor, , before, beforeSign, digits = '', k, after, afterSign, per] = found;
  const sign = (beforeSign ?? afterSign ?? '').toLowerCase();
  const currency = (before ?? after)?.toUpperCase() ?? SIGNS[sign];
  const amount = amountOf(digits, k !== undefined);
  const period = periodNamed(per?.toLowerCase());
  // `from 2019` is a year; `at least 3` could be anything.
  if (amount === undefined || (currency === undefined && amount < 5_000)) return undefined;
  return { kind: floor === undefined ? 'target' : 'floor', amount, ...(currency && { currency }), ...(period && { period }) };
}

function periodNamed(word: string | undefined): PayWish['period'] {
  return Object.entries(PERIODS).find(([name]) => name === word)?.[1];
}
