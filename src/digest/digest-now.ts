/** `digest now`: what the digest would say now, as an answer; its items count as shown, and the day's digest still comes (F7.1). */
import type { Change } from '../domain/changes.ts';
import { newId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import type { Card } from '../messages/card.ts';
import { buildDigest, buildQuietDigest } from './build-digest.ts';
import type { DigestOptions } from './digest-options.ts';
import { type DigestItem, hasDigestSource, loadDigest } from './load-digest.ts';
import { describeLocal, localDate, nextDigestAt } from './local-day.ts';
import { scheduleOf, written } from './send-digest.ts';

export interface DigestNow {
  card: Card;
  items: DigestItem[];
  /** Empty when there is nothing to show: nothing was shown then. */
  changes: Change[];
}

export async function digestNow(options: DigestOptions, person: Person): Promise<DigestNow> {
  const { store } = options;
  const at = store.clock.now().getTime();
  const loaded = await loadDigest(options, person);
  if (!loaded) return { card: await quiet(options, person, at), items: [], changes: [] };
  const { content, items } = loaded;
  const change = written(person, localDate(at, person.timeZone), { id: newId(store.clock), at, items, onRequest: true });
  return { card: buildDigest({ ...content, schedule: scheduleOf(person), onRequest: true }), items, changes: [change] };
}

async function quiet(options: DigestOptions, person: Person, at: number): Promise<Card> {
  const next = person.digest === 'on' ? describeLocal(nextDigestAt(person, at), person.timeZone) : undefined;
  const hasSource = await hasDigestSource(options, person);
  return buildQuietDigest({ personId: person.id, hasSource, recruiter: person.role !== 'candidate', next });
}
