/** Rule O5 over what a simulation sent, said once more and in other words than in the code: each broken promise as a sentence. */
import { LEAST_BETWEEN_MS } from '../../src/digest/due-digests.ts';
import { addDays, instantOf, localDate, weekdayOf } from '../../src/digest/local-day.ts';
import type { Person } from '../../src/domain/people.ts';
import type { Epoch, Sent, Simulated } from './simulate-schedule.ts';

const HOUR = 3_600_000;
/** Over midnight a late one may still come so long after its time. */
const OVER_MIDNIGHT = 3 * HOUR;
/** A minute's tick and half a minute of the task. */
const SLACK = 91_000;

const text = (instant: number): string => new Date(instant).toISOString();

/** 0 doubled, none early, none on the wrong day, none too late, none within 12 h of one in another zone. */
export function brokenPromises({ sent, epochs }: Simulated): string[] {
  const broken: string[] = [];
  const dates = new Set<string>();
  for (const [index, one] of sent.entries()) {
    const person = personAt(epochs, one.at);
    if (dates.has(one.date)) broken.push(`two for ${one.date}`);
    dates.add(one.date);
    const due = instantOf(one.date, person.digestTime, person.timeZone);
    if (one.at < due) broken.push(`${one.date} came at ${text(one.at)}, before ${text(due)}`);
    if (one.at < (person.digestPausedUntil ?? 0) || person.digest !== 'on')
      broken.push(`${one.date} came while there was to be none`);
    if (due < (person.digestPausedUntil ?? 0)) broken.push(`${one.date} is a late one from before it was set so`);
    if (person.digestWeekday !== undefined && weekdayOf(one.date) !== person.digestWeekday)
      broken.push(`${one.date} is no ${person.digestWeekday}`);
    if (localDate(one.at, person.timeZone) !== one.date && one.at - due > OVER_MIDNIGHT)
      broken.push(`${one.date} came at ${text(one.at)}, too late`);
    const before = sent[index - 1];
    if (before && before.date >= one.date) broken.push(`${one.date} came after ${before.date}`);
    if (before && before.zone !== one.zone && one.at - before.at < LEAST_BETWEEN_MS)
      broken.push(`${text(before.at)} in ${before.zone} and ${text(one.at)} in ${one.zone} are too near`);
  }
  return broken;
}

const personAt = (epochs: readonly Epoch[], at: number): Person => {
  const found = epochs.find((epoch) => at >= epoch.from && at < epoch.to) ?? epochs.at(-1);
  if (!found) throw new Error('no settings');
  return found.person;
};

/** 0 missed: every date of every stretch of equal settings has its digest, unless one of the reasons below excuses it. */
export function missed(simulated: Simulated): string[] {
  return simulated.epochs.flatMap((epoch) =>
    epoch.person.digest === 'on'
      ? datesDue(epoch).flatMap((due) => (isMissed(simulated, epoch, due) ? [`${due.date} (${epoch.person.timeZone})`] : []))
      : [],
  );
}

interface Due {
  date: string;
  at: number;
  /** When the next one of the same settings is due. */
  next: number;
}

function datesDue({ from, to, person }: Epoch): Due[] {
  const { timeZone, digestTime, digestWeekday } = person;
  const found: { date: string; at: number }[] = [];
  const last = addDays(localDate(to, timeZone), 9);
  for (let date = addDays(localDate(from, timeZone), -1); date <= last; date = addDays(date, 1)) {
    // A date without a noon was skipped by the calendar there.
    if (localDate(instantOf(date, '12:00', timeZone), timeZone) !== date) continue;
    if (digestWeekday === undefined || weekdayOf(date) === digestWeekday)
      found.push({ date, at: instantOf(date, digestTime, timeZone) });
  }
  return found
    .map((one, index) => ({ ...one, next: found[index + 1]?.at ?? Number.POSITIVE_INFINITY }))
    .filter((one) => one.at >= Math.max(from, person.digestPausedUntil ?? 0) && one.at < to);
}

function isMissed({ sent, ticks, worksFromTo }: Simulated, epoch: Epoch, due: Due): boolean {
  if (sent.some((one) => one.date === due.date)) return false;
  // Over the date line: that date, or a later one, they had already.
  if (sent.some((one) => one.date > due.date && one.at < due.at)) return false;
  const { timeZone } = epoch.person;
  const chances = ticksBetween(ticks, due.at, Math.min(epoch.to, due.next) - SLACK).filter(
    (tick) => localDate(tick + SLACK, timeZone) === due.date || tick + SLACK - due.at <= OVER_MIDNIGHT,
  );
  // Down all the time, or set otherwise before anybody looked.
  return chances.some((tick) => {
    if (!worksFromTo(tick, tick + SLACK)) return false;
    const last = lastBefore(sent, tick);
    if (last === undefined || last.zone === timeZone) return true;
    // Held back after a move, or left out because the next one would follow at once.
    return tick - last.at >= LEAST_BETWEEN_MS && due.next - (tick + SLACK) >= LEAST_BETWEEN_MS;
  });
}

function ticksBetween(ticks: readonly number[], from: number, to: number): number[] {
  let [low, high] = [0, ticks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ticks[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let index = low; index < ticks.length && (ticks[index] ?? 0) < to; index += 1) found.push(ticks[index] ?? 0);
  return found;
}

const lastBefore = (sent: readonly Sent[], at: number): Sent | undefined =>
  sent.reduce<Sent | undefined>((last, one) => (one.at <= at && (!last || one.at > last.at) ? one : last), undefined);
