/** Wishes with what a message changed of them. Pure. */
import type { Preferences } from '../../domain/match.ts';
import { companyKey } from '../match/same-company.ts';
import type { PayWish } from './parse-pay.ts';
import type { PreferenceChange } from './parse-preferences.ts';

export interface ChangedPreferences {
  /** The next version, also when nothing is left of the wishes. */
  preferences: Preferences;
  /** False: the message says what was wished before. */
  changed: boolean;
  /** What could not be done, a sentence each. */
  problems: string[];
}

const MOST_COMPANIES = 100;

/** Later lines win. The version is the next one, so that scores tell which wishes they were made with. */
export function applyPreferences(before: Preferences | undefined, changes: readonly PreferenceChange[]): ChangedPreferences {
  const version = (before?.version ?? 0) + 1;
  const problems: string[] = [];
  let wishes: Preferences = { ...before, version };
  for (const change of changes) {
    if (change.clear) wishes = { version };
    wishes = { ...wishes, ...change.set };
    if (change.exclude) wishes.excludedCompanies = without(wishes.excludedCompanies, change.exclude).concat(change.exclude);
    if (change.include) wishes.excludedCompanies = without(wishes.excludedCompanies, change.include);
    if (change.pay) {
      const salary = withPay(wishes.salary, change.pay);
      if (typeof salary === 'string') problems.push(salary);
      else wishes.salary = salary;
    }
  }
  if (wishes.excludedCompanies) wishes.excludedCompanies = wishes.excludedCompanies.slice(-MOST_COMPANIES);
  const preferences = withoutEmpty(wishes);
  return { preferences, changed: !sameWishes(before, preferences), problems };
}

function without(list: readonly string[] | undefined, names: readonly string[]): string[] {
  const gone = new Set(names.map(companyKey));
  return (list ?? []).filter((name) => !gone.has(companyKey(name)));
}

/** Floor and target are of one currency and period: naming another one starts anew. A sentence when the currency is not known. */
function withPay(before: Preferences['salary'], wish: PayWish): NonNullable<Preferences['salary']> | string {
  const currency = wish.currency ?? before?.currency;
  if (currency === undefined)
    return `In which currency? Write for example ${wish.kind === 'floor' ? 'at least' : 'target'} ${wish.amount} EUR.`;
  // Said without a period, an amount is of a year, unless the wish before is of the same size and another period.
  const period = wish.period ?? (before?.currency === currency ? before.period : 'year');
  const kept = before && before.currency === currency && before.period === period ? before : undefined;
  return { ...kept, currency, period, [wish.kind]: wish.amount };
}

function withoutEmpty(wishes: Preferences): Preferences {
  const copy = { ...wishes };
  for (const [key, value] of Object.entries(copy))
    if (value === undefined || (Array.isArray(value) && value.length === 0)) Reflect.deleteProperty(copy, key);
  return copy;
}

const sameWishes = (before: Preferences | undefined, after: Preferences): boolean =>
  JSON.stringify(sorted({ ...before, version: 0 })) === JSON.stringify(sorted({ ...after, version: 0 }));

const sorted = (wishes: Preferences) => Object.entries(wishes).sort(([a], [b]) => (a < b ? -1 : 1));
