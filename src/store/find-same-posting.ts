/** Which posting a source belongs to: exact keys only. */
import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { PostingStatus } from '../domain/changes.ts';
import type { PostingId, WorkspaceId } from '../domain/ids.ts';
import { postingSources, postings } from './schema/postings.ts';
import type { Store } from './store.ts';

export interface SourceKeys {
  feed: string;
  /** The feed's id of the posting, else its canonical URL, else its content hash. */
  sourceKey: string;
  canonicalUrl?: string;
  requisitionKey?: string;
  contentHash: string;
}

export interface SamePosting {
  postingId: PostingId;
  code: string;
  version: number;
  status: PostingStatus;
  /** What it was recognised by. */
  by: 'source' | 'url' | 'requisition' | 'content';
  /** What the source says differs from what it said before; for a source seen for the first time, from what the posting says. */
  changed: boolean;
}

export async function findSamePosting(store: Store, workspace: WorkspaceId, keys: SourceKeys): Promise<SamePosting | undefined> {
  return (await findSamePostings(store, workspace, [keys]))[0];
}

/** For up to 200 sources at once, in their order. The same source first, then URL, requisition, content; of several postings the oldest. */
export async function findSamePostings(
  store: Store,
  workspace: WorkspaceId,
  sources: readonly SourceKeys[],
): Promise<(SamePosting | undefined)[]> {
  if (sources.length === 0) return [];
  const known = await knownSources(store, workspace, sources);
  const found = await candidatePostings(store, workspace, sources, [...known.values()]);
  return sources.map((keys) => {
    const seen = known.get(keyOf(keys));
    const before = seen && found.find((posting) => posting.id === seen.postingId);
    if (seen && before) return result(before, 'source', seen.contentHash !== keys.contentHash);
    const byUrl = found.find((posting) => keys.canonicalUrl !== undefined && posting.canonicalUrl === keys.canonicalUrl);
    if (byUrl) return result(byUrl, 'url', byUrl.contentHash !== keys.contentHash);
    const byNumber = found.find((posting) => keys.requisitionKey !== undefined && posting.requisitionKey === keys.requisitionKey);
    if (byNumber) return result(byNumber, 'requisition', byNumber.contentHash !== keys.contentHash);
    const byContent = found.find((posting) => posting.contentHash === keys.contentHash);
    return byContent && result(byContent, 'content', false);
  });
}

type Known = typeof postingSources.$inferSelect;
type Found = Awaited<ReturnType<typeof candidatePostings>>[number];

const keyOf = ({ feed, sourceKey }: { feed: string; sourceKey: string }) => `${feed}\0${sourceKey}`;

const result = (found: Found, by: SamePosting['by'], changed: boolean): SamePosting => ({
  postingId: found.id,
  code: found.code,
  version: found.version,
  status: found.status,
  by,
  changed,
});

async function knownSources(store: Store, workspace: WorkspaceId, sources: readonly SourceKeys[]): Promise<Map<string, Known>> {
  const byFeed = Map.groupBy(sources, (source) => source.feed);
  const known = new Map<string, Known>();
  for (const [feed, some] of byFeed) {
    const rows = await store.db
      .select()
      .from(postingSources)
      .where(
        and(
          eq(postingSources.workspace, workspace),
          eq(postingSources.feed, feed),
          inArray(
            postingSources.sourceKey,
            some.map((source) => source.sourceKey),
          ),
        ),
      );
    for (const row of rows) known.set(keyOf(row), row);
  }
  return known;
}

/** Every posting that one of the keys could mean, oldest first. */
async function candidatePostings(store: Store, workspace: WorkspaceId, sources: readonly SourceKeys[], known: readonly Known[]) {
  const urls = sources.flatMap(({ canonicalUrl }) => (canonicalUrl === undefined ? [] : [canonicalUrl]));
  const numbers = sources.flatMap(({ requisitionKey }) => (requisitionKey === undefined ? [] : [requisitionKey]));
  return store.db
    .select({
      id: postings.id,
      code: postings.code,
      version: postings.version,
      status: postings.status,
      canonicalUrl: postings.canonicalUrl,
      requisitionKey: postings.requisitionKey,
      contentHash: postings.contentHash,
    })
    .from(postings)
    .where(
      and(
        eq(postings.workspace, workspace),
        or(
          inArray(
            postings.contentHash,
            sources.map((source) => source.contentHash),
          ),
          urls.length > 0 ? inArray(postings.canonicalUrl, urls) : undefined,
          numbers.length > 0 ? inArray(postings.requisitionKey, numbers) : undefined,
          known.length > 0
            ? inArray(
                postings.id,
                known.map((row) => row.postingId),
              )
            : undefined,
        ),
      ),
    )
    .orderBy(asc(postings.createdAt), asc(postings.id));
}
