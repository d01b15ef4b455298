/** `digest preview`: the card that would be sent now, for an operator; writes and sends nothing. */
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/people.ts';
import type { Card } from '../messages/card.ts';
import { buildDigest } from './build-digest.ts';
import type { DigestOptions } from './digest-options.ts';
import { type DigestItem, loadDigest } from './load-digest.ts';
import { type LocalDate, localDate } from './local-day.ts';
import { scheduleOf } from './send-digest.ts';

export interface DigestPreview {
  localDate: LocalDate;
  items: DigestItem[];
  card: Card;
}

/** Undefined when none would be sent. `date` only labels it: what is new is decided by what is in the database now. */
export async function previewDigest(
  options: DigestOptions & { clock: Clock },
  person: Person,
  date?: LocalDate,
): Promise<DigestPreview | undefined> {
  const loaded = await loadDigest(options, person);
  return (
    loaded && {
      localDate: date ?? localDate(options.clock.now().getTime(), person.timeZone),
      items: loaded.items,
      card: buildDigest({ ...loaded.content, schedule: scheduleOf(person), onRequest: false }),
    }
  );
}
