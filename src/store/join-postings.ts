/** How jobs that somebody posted become somebody else's (F8.2). */
import { and, asc, eq, inArray } from 'drizzle-orm';
import { dropRows, type JoinSlice } from './join-moves.ts';
import { persons } from './schema/people.ts';
import { postingSources, postings } from './schema/postings.ts';

/** The postings, and the feed that a person who posts is: the same ad once more is then still the same job. */
export async function joinPostings(slice: JoinSlice): Promise<void> {
  const { store, workspace, from, to } = slice;
  const rows = await store.db
    .select({ id: postings.id })
    .from(postings)
    .where(and(eq(postings.workspace, workspace), eq(postings.postedBy, from)))
    .orderBy(asc(postings.id))
    .limit(slice.left);
  if (rows.length > 0) {
    const postingIds = rows.map(({ id }) => id);
    slice.changes.push({ kind: 'postingsPassedOn', workspace, postingIds, from, to });
    for (const id of postingIds) slice.jobs.add(id);
    slice.left -= rows.length;
  }
  if (slice.left > 0) await joinFeeds(slice);
}

async function joinFeeds(slice: JoinSlice): Promise<void> {
  const { store, workspace, from, to } = slice;
  const people = await store.db
    .select({ id: persons.id, code: persons.code })
    .from(persons)
    .where(and(eq(persons.workspace, workspace), inArray(persons.id, [from, to])));
  const feedOf = (id: string) => `posted:${people.find((one) => one.id === id)?.code ?? ''}`;
  const feed = feedOf(to);
  const of = (name: string) => and(eq(postingSources.workspace, workspace), eq(postingSources.feed, name));
  const rows = await store.db
    .select()
    .from(postingSources)
    .where(of(feedOf(from)))
    .limit(slice.left);
  const keys = rows.map((row) => row.sourceKey);
  const theirs = await store.db
    .select({ sourceKey: postingSources.sourceKey })
    .from(postingSources)
    .where(and(of(feed), inArray(postingSources.sourceKey, ['', ...keys])));
  for (const { sourceKey, externalId, url, postingId, contentHash, lastSeen: at } of rows) {
    const kept = { externalId: externalId ?? undefined, url: url ?? undefined, postingId, contentHash, at };
    // Both posted it: what `to` has stays.
    if (!theirs.some((one) => one.sourceKey === sourceKey))
      slice.changes.push({ kind: 'postingSourceSeen', workspace, feed, sourceKey, ...kept });
    dropRows(slice, postingSources, [{ workspace, feed: feedOf(from), sourceKey }]);
  }
}
