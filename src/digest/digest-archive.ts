/** `digest archive` and `digest show`: what was sent, with what became of it (F7.4), through the person's own eyes. */
import { UserError } from '../domain/errors.ts';
import type { MatchId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import type { Card } from '../messages/card.ts';
import { type ArchiveLine, buildDigestArchiveCard, buildOldDigestCard } from '../messages/digest-archive-card.ts';
import { type ArchivedDigest, archivedDigests } from '../store/digests.ts';
import { getNumberedMatches, getOutbox, type OutboxRow } from '../store/outbox.ts';
import { itemCardsOf } from '../store/outbox-items.ts';
import type { Store } from '../store/store.ts';
import { viewerOf } from './digest-options.ts';
import { describeLocal, type LocalDate } from './local-day.ts';

interface Answer {
  card: Card;
  json: readonly unknown[];
  matches?: readonly { number: number; matchId: MatchId }[];
}

const lineOf = (person: Person, { localDate, onRequest, items, delivery, sentAt, createdAt }: ArchivedDigest): ArchiveLine => ({
  localDate,
  onRequest,
  items,
  delivery,
  at: describeLocal(sentAt ?? createdAt, person.timeZone),
});

export async function buildDigestArchive(store: Store, person: Person, count: number): Promise<Answer> {
  const found = await archivedDigests(store, viewerOf(person), person.id, { limit: count });
  return {
    card: buildDigestArchiveCard(
      person.id,
      found.map((one) => lineOf(person, one)),
    ),
    json: found.map(({ localDate, onRequest, items, delivery, sentAt }) => ({
      localDate,
      onRequest,
      items,
      delivery,
      sentAt: sentAt === null ? null : new Date(sentAt).toISOString(),
    })),
  };
}

/** Where each match was a message of its own, they stand first again, each list under its heading. */
async function wholeCard(store: Store, head: OutboxRow): Promise<Card> {
  const cards = await itemCardsOf(store, head.workspace, head);
  return { ...head.card, blocks: [...cards.flatMap((card) => card.blocks), ...head.card.blocks] };
}

const SAME_DAY = 20;

/** The day's digest as it was sent; its numbers mean the same matches again. Throws UserError when there is none to show. */
export async function buildSentDigest(store: Store, person: Person, date: LocalDate): Promise<Answer> {
  const sent = await archivedDigests(store, viewerOf(person), person.id, { limit: SAME_DAY, localDate: date });
  const daily = sent.find((one) => !one.onRequest);
  const message = daily?.outboxId ? await getOutbox(store, person.workspace, daily.outboxId) : undefined;
  if (!daily || message?.personId !== person.id) {
    const what = daily ? `Nothing was new on ${date}, so no digest was sent.` : `There is no digest of ${date}.`;
    throw new UserError(what, '"digest archive" lists what was sent.');
  }
  const card = await wholeCard(store, message);
  return {
    card: buildOldDigestCard(card, lineOf(person, daily)),
    json: [{ localDate: date, delivery: daily.delivery, card }],
    matches: await getNumberedMatches(store, person.workspace, message.id),
  };
}
