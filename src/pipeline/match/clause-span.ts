import { foldText } from '../../domain/fold-text.ts';
import { type MonthSpan, monthOf } from '../../domain/month-spans.ts';
import { type FoundDate, findDates } from './find-date.ts';

const SINCE = /(?:^|[^a-z])(?:since|from|as of|starting|seit|ab|depuis|a partir de|a partir du|desde|dal|da|sinds|vanaf|od)\s*$/;
const UNTIL =
  /(?:^|[^a-z])(?:until|till|to|up to|through|before|bis|jusqu'en|jusqu'a|jusque|hasta|ate|fino a|fino al|tot|do)\s*$/;

function firstMonthOf(date: string): number {
  return monthOf(date) ?? Number(date) * 12;
}

function lastMonthOf(date: string): number {
  return monthOf(date) ?? Number(date) * 12 + 11;
}

function cue(folded: string, found: FoundDate): 'since' | 'until' | undefined {
  const before = folded.slice(Math.max(0, found.start - 16), found.start);
  if (SINCE.test(before)) return 'since';
  return UNTIL.test(before) ? 'until' : undefined;
}

/**
 * The part of a role's stretch that a clause speaks of: "TypeScript since June 2019" in a role from 2015 counts from 2019 on.
 * A date outside the role changes nothing.
 */
export function clauseSpan(clause: string, role: MonthSpan): MonthSpan {
  const folded = foldText(clause);
  let { first, last } = role;
  for (const found of findDates(clause)) {
    const kind = cue(folded, found);
    if (kind === 'since') first = Math.max(first, firstMonthOf(found.date));
    if (kind === 'until') last = Math.min(last, lastMonthOf(found.date));
  }
  return first <= last ? { first, last } : role;
}
