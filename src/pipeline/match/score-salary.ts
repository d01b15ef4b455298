import type { Preferences } from '../../domain/match.ts';
import type { PayPeriod, Salary } from '../../domain/posting.ts';

/** Units of pay in a year of full-time work: 52 weeks of 40 hours, 5 days a week less holidays as usual in contracts (260). */
const PER_YEAR: Readonly<Record<PayPeriod, number>> = { hour: 2080, day: 260, week: 52, month: 12, year: 1 };
/** Between floor and target the value rises from here to 1. */
const AT_FLOOR = 0.5;
/** Below this share of the floor the pay is far below it. */
const FAR_BELOW = 0.8;

interface SalaryPart {
  /** null when the posting names no pay, the person none, or the currencies differ (no exchange rates: they would move scores). */
  value: number | null;
  farBelow: boolean;
}

/** The posting's upper end against floor and target of the person, both as pay of a year. */
export function scoreSalary(salary: Salary | null, wish: Preferences['salary']): SalaryPart {
  if (!salary || !wish || salary.currency !== wish.currency) return { value: null, farBelow: false };
  const offered = salary.max * PER_YEAR[salary.period];
  const lowest = wish.floor ?? wish.target;
  if (lowest === undefined || lowest <= 0) return { value: null, farBelow: false };
  const floor = lowest * PER_YEAR[wish.period];
  const target = Math.max(floor, (wish.target ?? lowest) * PER_YEAR[wish.period]);
  const farBelow = wish.floor !== undefined && offered < FAR_BELOW * floor;
  if (offered >= target) return { value: 1, farBelow };
  if (offered >= floor) return { value: AT_FLOOR + (1 - AT_FLOOR) * ((offered - floor) / (target - floor)), farBelow };
  // Falls from 0.5 at the floor to 0 where "far below" begins.
  return { value: Math.max(0, AT_FLOOR * ((offered / floor - FAR_BELOW) / (1 - FAR_BELOW))), farBelow };
}
