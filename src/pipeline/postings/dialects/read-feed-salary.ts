/** Pay from fields of a record: numbers beside each other, or an object in one of many layouts. Text is left to `read-salary.ts`. */
import type { PayPeriod, Salary } from '../../../domain/posting.ts';
import { isRecord } from '../feed/find-postings.ts';
import type { FieldValue } from '../feed/xml-to-record.ts';
import { numberOf, RecordFields } from './record-fields.ts';

const OBJECTS = [
  ...[
    'basesalary',
    'salaryrange',
    'salary',
    'salaries',
    'compensation',
    'payinputranges',
    'payranges',
    'payrange',
    'salaryranges',
    'remuneration',
    'estimatedsalary',
  ],
  ...[
    'positionremuneration',
    'value',
    'summarycomponents',
    'compensationtiers',
    'components',
    'range',
    'gehalt',
    'salaryinfo',
    'pay',
    'fixed',
    'base',
  ],
];
const MIN = [
  'salarymin',
  'minsalary',
  'annualsalarymin',
  'salaryminimum',
  'minimumsalary',
  'salaryfrom',
  'min',
  'minvalue',
  'minimum',
  'from',
  'lowend',
  'minimumrange',
  'minamount',
  'salarylow',
];
const MAX = [
  'salarymax',
  'maxsalary',
  'annualsalarymax',
  'salarymaximum',
  'maximumsalary',
  'salaryto',
  'max',
  'maxvalue',
  'maximum',
  'to',
  'highend',
  'maximumrange',
  'maxamount',
  'salaryhigh',
];
const ONE = ['value', 'amount', 'salaryvalue'];
const CURRENCY = ['salarycurrency', 'currency', 'currencycode', 'currencytype', 'salarycurrencycode'];
const PERIOD = [
  'salaryperiod',
  'unittext',
  'interval',
  'period',
  'payperiod',
  'salaryinterval',
  'payfrequency',
  'rateintervalcode',
  'salarytype',
  'frequency',
  'per',
  'compensationinterval',
];
/** Other money than pay for the work (`TOTAL_ADDITIONAL`, equity, bonus). */
const OTHER_MONEY = /additional|equity|bonus|commission|stock/i;

/** Period named by a feed's own word (`per-hour-salary`, `1 YEAR`, `MON`, `yearly`, `PH`); undefined for other words. */
function payPeriod(word: string | undefined): PayPeriod | undefined {
  if (word === undefined) return undefined;
  const w = word.toLowerCase();
  if (/hour|hr\b|\bph\b|stunde|heure|hora|\bh\b/.test(w)) return 'hour';
  if (/\bday|daily|\bpd\b|\btag|jour|d[ií]a\b|diem/.test(w)) return 'day';
  if (/week|\bwk|woche|semaine|semana|biweek/.test(w)) return 'week';
  if (/mon(?:th|at)|\bmon\b|\bpm\b|mois|mensu|mes\b|m[eê]s\b/.test(w)) return 'month';
  if (/year|annu|\byr|\bpa\b|jahr|\ban\b|a[nñ]o|jaar/.test(w)) return 'year';
  return undefined;
}

/** Pay of a posting's record; undefined when its fields do not hold numbers, a currency, and a period that is said or plain. */
export function readFeedSalary(fields: RecordFields): Salary | undefined {
  return salaryOf(fields, {}, 0);
}

interface Context {
  currency?: string;
  period?: PayPeriod;
}

function salaryOf(fields: RecordFields, outer: Context, depth: number): Salary | undefined {
  const currency = fields.text(...CURRENCY)?.toUpperCase();
  const period = payPeriod(fields.text(...PERIOD)) ?? outer.period;
  const context: Context = {
    ...outer,
    ...(currency !== undefined && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...(period === undefined ? {} : { period }),
  };
  const kind = fields.text('type', 'compensationtype', 'salarytypename');
  if (depth > 0 && kind !== undefined && OTHER_MONEY.test(kind)) return undefined;
  const direct = fromNumbers(fields, context, depth);
  if (direct) return direct;
  if (depth >= 4) return undefined;
  for (const name of depth === 0
    ? OBJECTS.filter((n) => n !== 'value' && n !== 'range' && n !== 'base' && n !== 'fixed')
    : [...OBJECTS, 'salary']) {
    const found = fromValue(fields.value(name), context, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function fromValue(value: FieldValue | undefined, context: Context, depth: number): Salary | undefined {
  if (Array.isArray(value)) {
    for (const inner of value) {
      const found = fromValue(inner, context, depth);
      if (found) return found;
    }
    return undefined;
  }
  return isRecord(value) ? salaryOf(new RecordFields(value), context, depth) : undefined;
}

function fromNumbers(fields: RecordFields, context: Context, depth: number): Salary | undefined {
  const names = depth === 0 ? { min: MIN.slice(0, 7), max: MAX.slice(0, 7) } : { min: MIN, max: MAX };
  const cents = fields.number('mincents') !== undefined;
  const min = cents ? scaled(fields.number('mincents')) : amountIn(fields, names.min);
  const max = cents ? scaled(fields.number('maxcents')) : amountIn(fields, names.max);
  const one = depth > 0 ? fields.number(...ONE) : undefined;
  const low = positive(min) ?? positive(max) ?? positive(one);
  const high = positive(max) ?? low;
  const currency = context.currency ?? inner(fields, names.min);
  if (low === undefined || high === undefined || currency === undefined || high < low) return undefined;
  const period = context.period ?? plainPeriod(low);
  return period === undefined ? undefined : { min: low, max: high, currency, period };
}

const scaled = (cents: number | undefined): number | undefined => (cents === undefined ? undefined : cents / 100);
const positive = (value: number | undefined): number | undefined => (value !== undefined && value > 0 ? value : undefined);

/** A number, or an object such as `{ amount, currencyCode }`. */
function amountIn(fields: RecordFields, names: string[]): number | undefined {
  return (
    fields.number(...names) ??
    fields.record(...names)?.number('amount', 'value') ??
    numberOf(fields.record(...names)?.text('amount'))
  );
}

const inner = (fields: RecordFields, names: string[]): string | undefined => {
  const code = fields.record(...names)?.text(...CURRENCY);
  return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
};

/** Nobody is paid 20,000 an hour or 30 a year; between, a feed has to say what it means. */
const plainPeriod = (amount: number): PayPeriod | undefined => (amount >= 12_000 ? 'year' : amount <= 150 ? 'hour' : undefined);
