/** One sentence about the digest: whether it comes, when, and how to change that (F7.1). */
import type { DigestState, Weekday } from '../domain/people.ts';

export interface DigestSetting {
  state: DigestState;
  /** `HH:MM`, local. */
  time: string;
  timeZone: string;
  /** Weekly, on that day; every day without it. */
  weekday?: Weekday;
  /** This very message switched it on. */
  justSwitchedOn?: boolean;
}

const WHEN_QUIET = 'It stays quiet when there is nothing new.';

const DAYS: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** `every day`, `every Monday`. */
export const describeRhythm = (weekday: Weekday | undefined): string => `every ${weekday === undefined ? 'day' : DAYS[weekday]}`;

const nameOf = ({ weekday }: Pick<DigestSetting, 'weekday'>): string => (weekday === undefined ? 'daily' : 'weekly');

function whenOf(setting: DigestSetting): string {
  const when = `at ${setting.time} (${setting.timeZone})`;
  return setting.weekday === undefined ? when : `${describeRhythm(setting.weekday)} ${when}`;
}

export function digestSentence(setting: DigestSetting): string {
  const when = whenOf(setting);
  if (setting.state !== 'on') {
    const often = setting.weekday === undefined ? 'every day ' : '';
    return `You get no ${nameOf(setting)} digest. "digest on" sends you new ones ${often}${when}.`;
  }
  return setting.justSwitchedOn
    ? `From now on a ${nameOf(setting)} digest brings you what is new ${when}. ${WHEN_QUIET} "digest off" stops it.`
    : `Your ${nameOf(setting)} digest comes ${when}. ${WHEN_QUIET} "digest off" stops it.`;
}

/** How further matches reach the reader: through the digest, or through switching it on. */
export function newOnesSentence(setting: DigestSetting): string {
  const name = nameOf(setting);
  if (setting.state !== 'on') {
    return `The ${name} digest can bring you new ones as soon as there are any: answer "digest on" (it is off now).`;
  }
  const subject = setting.justSwitchedOn ? `From now on a ${name} digest brings you` : `Your ${name} digest will bring you`;
  const day = setting.weekday === undefined ? '' : `${describeRhythm(setting.weekday)} `;
  return `${subject} new ones as soon as there are any (${day}at ${setting.time}, ${setting.timeZone}; "digest off" stops it).`;
}
