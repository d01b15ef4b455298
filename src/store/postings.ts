/** Reads of postings. They are nobody's personal data: whoever is of the workspace may see them. */
import { and, asc, desc, eq, gt, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PostingStatus } from '../domain/changes.ts';
import { foldWords } from '../domain/fold-text.ts';
import type { PersonId, PostingId, WorkspaceId } from '../domain/ids.ts';
import type { Posting } from '../domain/posting.ts';
import { postingSources, postings, postingVersions } from './schema/postings.ts';
import type { Store } from './store.ts';

export interface PostingRow {
  id: PostingId;
  code: string;
  version: number;
  status: PostingStatus;
  data: Posting;
  /** Who posted it here; null for postings of feeds. For the service and the poster: it is shown to nobody else. */
  postedBy: PersonId | null;
  /** Every original of a merged posting, oldest first. */
  sources: { feed: string; externalId: string | null; url: string | null }[];
}

export interface ListPostingsOptions {
  status?: PostingStatus;
  /** Each must begin a word of title, company, places or requirements. */
  words?: readonly string[];
  limit?: number;
  /** The last posting of the page before. */
  after?: PostingId;
}

const DEFAULT_LIMIT = 50;
/** Postings are some kB each: so many are read between two turns of the event loop (rule R1). */
const PAGE = 100;

export async function getPosting(store: Store, workspace: WorkspaceId, idOrCode: string): Promise<PostingRow | undefined> {
  const one = or(eq(postings.id, idOrCode), eq(postings.code, idOrCode));
  return (await rowsOf(store, and(eq(postings.workspace, workspace), one), desc(postings.id), 1))[0];
}

/** Several at once, in no order; what is not there is left out. */
export async function getPostings(store: Store, workspace: WorkspaceId, ids: readonly PostingId[]): Promise<PostingRow[]> {
  const found: PostingRow[] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    const some = and(eq(postings.workspace, workspace), inArray(postings.id, ids.slice(at, at + PAGE)));
    found.push(...(await rowsOf(store, some, asc(postings.id), PAGE)));
  }
  return found;
}

export async function getPostingVersion(
  store: Store,
  workspace: WorkspaceId,
  postingId: PostingId,
  version: number,
): Promise<Posting | undefined> {
  const rows = await store.db
    .select({ data: postingVersions.data })
    .from(postingVersions)
    .where(
      and(
        eq(postingVersions.workspace, workspace),
        eq(postingVersions.postingId, postingId),
        eq(postingVersions.version, version),
      ),
    )
    .limit(1);
  return rows[0]?.data;
}

/** What a person posted, newest first. */
export async function postingsBy(store: Store, workspace: WorkspaceId, personId: PersonId): Promise<PostingId[]> {
  const rows = await store.db
    .select({ id: postings.id })
    .from(postings)
    .where(and(eq(postings.workspace, workspace), eq(postings.postedBy, personId)))
    .orderBy(desc(postings.id))
    .limit(500);
  return rows.map((row) => row.id);
}

/** Newest first (ids sort by time). */
export async function listPostings(
  store: Store,
  workspace: WorkspaceId,
  options: ListPostingsOptions = {},
): Promise<PostingRow[]> {
  const { status, limit = DEFAULT_LIMIT } = options;
  const asked = and(eq(postings.workspace, workspace), status && eq(postings.status, status), ...wordsIn(options.words ?? []));
  const found: PostingRow[] = [];
  let after = options.after;
  while (found.length < limit) {
    const size = Math.min(PAGE, limit - found.length);
    const page = await rowsOf(
      store,
      and(asked, after === undefined ? undefined : lt(postings.id, after)),
      desc(postings.id),
      size,
    );
    found.push(...page);
    after = page.at(-1)?.id;
    if (page.length < size) break;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return found;
}

/** Approved ones in order of their ids; a page shorter than `limit` is the last. */
export async function openPostingsPage(
  store: Store,
  workspace: WorkspaceId,
  after: PostingId | undefined,
  limit: number,
): Promise<PostingRow[]> {
  const open = and(eq(postings.workspace, workspace), eq(postings.status, 'approved'));
  return rowsOf(store, and(open, after === undefined ? undefined : gt(postings.id, after)), asc(postings.id), limit);
}

/** Those of one status, or all. */
export async function countPostings(store: Store, workspace: WorkspaceId, status?: PostingStatus): Promise<number> {
  const rows = await store.db
    .select({ count: sql<number>`cast(count(*) as integer)` })
    .from(postings)
    .where(and(eq(postings.workspace, workspace), status && eq(postings.status, status)));
  return rows[0]?.count ?? 0;
}

/** Approved ones. */
export const countOpen = (store: Store, workspace: WorkspaceId): Promise<number> => countPostings(store, workspace, 'approved');

/** `search_text` is folded and begins with a space, so ` nurs%` finds what begins with it on both engines alike. */
function wordsIn(words: readonly string[]): SQL[] {
  return words
    .flatMap((word) => foldWords(word).split(' '))
    .filter(Boolean)
    .map((word) => like(postings.searchText, `% ${word}%`));
}

async function rowsOf(store: Store, where: SQL | undefined, order: SQL, limit: number): Promise<PostingRow[]> {
  const rows = await store.db
    .select({
      id: postings.id,
      code: postings.code,
      version: postings.version,
      status: postings.status,
      postedBy: postings.postedBy,
      data: postingVersions.data,
    })
    .from(postings)
    .innerJoin(
      postingVersions,
      and(
        eq(postingVersions.workspace, postings.workspace),
        eq(postingVersions.postingId, postings.id),
        eq(postingVersions.version, postings.version),
      ),
    )
    .where(where)
    .orderBy(order)
    .limit(limit);
  const sources = await sourcesOf(
    store,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, sources: sources.get(row.id) ?? [] }));
}

async function sourcesOf(store: Store, ids: readonly PostingId[]): Promise<Map<PostingId, PostingRow['sources']>> {
  const found = new Map<PostingId, PostingRow['sources']>();
  if (ids.length === 0) return found;
  const rows = await store.db
    .select()
    .from(postingSources)
    .where(inArray(postingSources.postingId, [...ids]))
    .orderBy(asc(postingSources.firstSeen), asc(postingSources.feed), asc(postingSources.sourceKey));
  for (const { postingId, feed, externalId, url } of rows) {
    found.set(postingId, [...(found.get(postingId) ?? []), { feed, externalId, url }]);
  }
  return found;
}
