/** One sentence about the daily digest: whether it comes, when, and how to change that (F7.1). */
import type { DigestState } from '../domain/people.ts';

export interface DigestSetting {
  state: DigestState;
  /** `HH:MM`, local. */
  time: string;
  timeZone: string;
  /** This very message switched it on. */
  justSwitchedOn?: boolean;
}

const WHEN_QUIET = 'It stays quiet when there is nothing new.';

export function digestSentence(setting: DigestSetting): string {
  const when = `at ${setting.time} (${setting.timeZone})`;
  if (setting.state !== 'on') return `You get no daily digest. "digest on" sends you new ones every day ${when}.`;
  return setting.justSwitchedOn
    ? `From now on a daily digest brings you what is new ${when}. ${WHEN_QUIET} "digest off" stops it.`
    : `Your daily digest comes ${when}. ${WHEN_QUIET} "digest off" stops it.`;
}

/** How further matches reach the reader: through the digest, or through switching it on. */
export function newOnesSentence(setting: DigestSetting): string {
  if (setting.state !== 'on') {
    return 'The daily digest can bring you new ones as soon as there are any: answer "digest on" (it is off now).';
  }
  const subject = setting.justSwitchedOn ? 'From now on a daily digest brings you' : 'Your daily digest will bring you';
  return `${subject} new ones as soon as there are any (at ${setting.time}, ${setting.timeZone}; "digest off" stops it).`;
}
