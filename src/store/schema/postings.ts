/** Postings with their versions and sources, and the readings of feeds that brought them. */
import { count, index, instant, json, primaryKey, real, table, text, uniqueIndex } from '#dialect';
import type { FeedRunReport, PostingStatus } from '../../domain/changes.ts';
import type { Posting } from '../../domain/posting.ts';
import { workspace } from './workspace-column.ts';

export const feedRuns = table(
  'feed_runs',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    feed: text('feed').notNull(),
    startedAt: instant('started_at').notNull(),
    report: json<FeedRunReport>('report').notNull(),
  },
  (t) => [index('feed_runs_feed').on(t.workspace, t.feed, t.startedAt)],
);

export const postings = table(
  'postings',
  {
    id: text('id').primaryKey(),
    workspace: workspace(),
    code: text('code').notNull(),
    version: count('version').notNull(),
    status: text('status').$type<PostingStatus>().notNull(),
    title: text('title').notNull(),
    company: text('company'),
    /** Folded words of title, company, places and requirements: what `jobs search` looks through. */
    searchText: text('search_text').notNull(),
    canonicalUrl: text('canonical_url'),
    requisitionKey: text('requisition_key'),
    contentHash: text('content_hash').notNull(),
    confidence: real('confidence').notNull(),
    /** The person who posted it first; empty for postings of feeds. */
    postedBy: text('posted_by'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('postings_code').on(t.workspace, t.code),
    index('postings_status').on(t.workspace, t.status, t.id),
    index('postings_url').on(t.workspace, t.canonicalUrl),
    index('postings_requisition').on(t.workspace, t.requisitionKey),
    index('postings_hash').on(t.workspace, t.contentHash),
  ],
);

export const postingVersions = table(
  'posting_versions',
  {
    workspace: workspace(),
    postingId: text('posting_id').notNull(),
    version: count('version').notNull(),
    data: json<Posting>('data').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.postingId, t.version] })],
);

/** Each original of a merged posting (F4.4). */
export const postingSources = table(
  'posting_sources',
  {
    workspace: workspace(),
    feed: text('feed').notNull(),
    /** The feed's id of the posting, else its canonical URL, else its content hash. */
    sourceKey: text('source_key').notNull(),
    externalId: text('external_id'),
    url: text('url'),
    postingId: text('posting_id').notNull(),
    contentHash: text('content_hash').notNull(),
    firstSeen: instant('first_seen').notNull(),
    lastSeen: instant('last_seen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.feed, t.sourceKey] }), index('posting_sources_posting').on(t.postingId)],
);
