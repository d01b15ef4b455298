/** Changes about postings and feeds. */
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Plan } from '#dialect';
import { foldWords } from '../domain/fold-text.ts';
import type { Posting } from '../domain/posting.ts';
import { type Applying, type ChangeOf, plainly } from './applying.ts';
import { feedRuns, postingSources, postings, postingVersions } from './schema/postings.ts';

export function feedRunFinished({ tx }: Applying, change: ChangeOf<'feedRunFinished'>): Plan {
  const { workspace, feed, runId: id, startedAt, report } = change;
  return plainly(
    tx.insert(feedRuns).values({ id, workspace, feed, startedAt, report }).onConflictDoNothing({ target: feedRuns.id }),
  );
}

/**
 * A list that was made from an older version than the one that is there changes nothing; the same version with other content (two
 * imports at once) is a conflict, so that the later one reads again. The code of the first time stays.
 */
export function postingSaved({ tx }: Applying, { workspace, posting }: ChangeOf<'postingSaved'>): Plan {
  const { id, code, version, status, data, contentHash, at } = posting;
  const row = {
    version,
    status,
    title: data.title,
    company: data.company ?? null,
    searchText: searchTextOf(data),
    canonicalUrl: posting.canonicalUrl ?? null,
    requisitionKey: posting.requisitionKey ?? null,
    contentHash,
    confidence: data.confidence,
    updatedAt: at,
  };
  const content = tx
    .insert(postingVersions)
    .values({ workspace, postingId: id, version, data, createdAt: at })
    .onConflictDoUpdate({
      target: [postingVersions.workspace, postingVersions.postingId, postingVersions.version],
      set: { version },
      setWhere: sql`${postingVersions.data} = excluded.data`,
    })
    .returning({ version: postingVersions.version });
  const head = tx
    .insert(postings)
    .values({ ...row, id, workspace, code, createdAt: at })
    .onConflictDoUpdate({
      target: postings.id,
      set: row,
      setWhere: sql`${postings.workspace} = excluded.workspace and ${postings.version} <= excluded.version`,
    });
  return [{ must: content, otherwise: 'conflict' }, { run: head }];
}

/** What one would search a posting by, folded; the description is left out: every second one names half of the dictionary. */
function searchTextOf(data: Posting): string {
  const places = data.locations.flatMap(({ city, region, countryCode }) => [city, region, countryCode]);
  const asked = [...data.mustHave, ...data.niceToHave, ...data.requirements.flatMap((requirement) => requirement.skills)];
  const words = [
    data.title,
    data.normalizedTitle,
    data.company,
    ...places,
    data.workplace,
    data.function,
    data.industry,
    ...asked,
  ];
  return ` ${foldWords(words.filter((word) => word !== undefined).join(' '))} `;
}

export function postingSourceSeen({ tx }: Applying, change: ChangeOf<'postingSourceSeen'>): Plan {
  const { workspace, feed, sourceKey, externalId, url, postingId, contentHash, at } = change;
  const seen = { externalId: externalId ?? null, url: url ?? null, postingId, contentHash, lastSeen: at };
  return plainly(
    tx
      .insert(postingSources)
      .values({ workspace, feed, sourceKey, ...seen, firstSeen: at })
      .onConflictDoUpdate({ target: [postingSources.workspace, postingSources.feed, postingSources.sourceKey], set: seen }),
  );
}

export function posterForgotten({ tx }: Applying, change: ChangeOf<'posterForgotten'>): Plan {
  const { workspace, postingId, personId } = change;
  const theirs = and(eq(postings.workspace, workspace), eq(postings.id, postingId), eq(postings.postedBy, personId));
  return plainly(tx.update(postings).set({ postedBy: null }).where(theirs));
}

export function postingRedacted({ tx }: Applying, change: ChangeOf<'postingRedacted'>): Plan {
  const { workspace, postingId, version, data } = change;
  const content = and(
    eq(postingVersions.workspace, workspace),
    eq(postingVersions.postingId, postingId),
    eq(postingVersions.version, version),
  );
  const head = and(eq(postings.workspace, workspace), eq(postings.id, postingId), eq(postings.version, version));
  const words = { title: data.title, company: data.company ?? null, searchText: searchTextOf(data) };
  const link = data.url === undefined ? { canonicalUrl: null } : {};
  return plainly(
    tx.update(postingVersions).set({ data }).where(content),
    tx
      .update(postings)
      .set({ ...words, ...link })
      .where(head),
  );
}

export function postingClosed({ tx }: Applying, { workspace, postingId, at }: ChangeOf<'postingClosed'>): Plan {
  const open = and(eq(postings.workspace, workspace), eq(postings.id, postingId), ne(postings.status, 'closed'));
  return plainly(tx.update(postings).set({ status: 'closed', updatedAt: at }).where(open));
}

export function postingReopened({ tx }: Applying, { workspace, postingId, at }: ChangeOf<'postingReopened'>): Plan {
  const closed = and(eq(postings.workspace, workspace), eq(postings.id, postingId), eq(postings.status, 'closed'));
  return plainly(tx.update(postings).set({ status: 'approved', updatedAt: at }).where(closed));
}
