/** Exact merging: what a batch of postings means for what is stored. Pure; the order of the feed decides. */
import type { Change, PostingStatus } from '../../domain/changes.ts';
import type { Posting, PostingLocation } from '../../domain/posting.ts';
import type { SamePosting, SourceKeys } from '../../store/find-same-posting.ts';

export interface Incoming {
  posting: Posting;
  closed: boolean;
  url?: string;
  keys: SourceKeys;
}

export interface StoredPosting {
  id: string;
  code: string;
  version: number;
  status: PostingStatus;
  data: Posting;
}

export interface Batch {
  changes: Change[];
  /** Ids of open postings that are new or changed. */
  toMatch: string[];
  counts: { closed: number; new: number; updated: number; unchanged: number; merged: number; approved: number };
}

export interface MergeContext {
  workspace: string;
  feed: string;
  at: number;
  newPosting(): { id: string; code: string };
}

interface Working extends StoredPosting {
  keys: SourceKeys;
  /** Written in this batch. */
  dirty: boolean;
  fresh: boolean;
}

export function mergeBatch(
  incoming: readonly Incoming[],
  same: readonly (SamePosting | undefined)[],
  stored: ReadonlyMap<string, StoredPosting>,
  context: MergeContext,
): Batch {
  const batch: Batch = {
    changes: [],
    toMatch: [],
    counts: { closed: 0, new: 0, updated: 0, unchanged: 0, merged: 0, approved: 0 },
  };
  const working = new Map<string, Working>();
  const sources: Change[] = [];
  for (const [index, one] of incoming.entries()) {
    const known = same[index];
    const target = withinBatch(working, one.keys) ?? (known && open(working, stored, known, one.keys));
    const kept = take(batch, working, one, target, known, context);
    sources.push(sourceSeen(one, kept, context));
  }
  for (const posting of working.values()) if (posting.dirty) save(batch, posting, context);
  batch.changes.push(...sources);
  return batch;
}

/** Another posting of this very batch that has one of the keys: the store cannot know it yet. */
function withinBatch(working: ReadonlyMap<string, Working>, keys: SourceKeys): Working | undefined {
  for (const posting of working.values()) {
    const { canonicalUrl, requisitionKey, contentHash, feed, sourceKey } = posting.keys;
    if (feed === keys.feed && sourceKey === keys.sourceKey) return posting;
    if (canonicalUrl !== undefined && canonicalUrl === keys.canonicalUrl) return posting;
    if (requisitionKey !== undefined && requisitionKey === keys.requisitionKey) return posting;
    if (contentHash === keys.contentHash) return posting;
  }
  return undefined;
}

function open(
  working: Map<string, Working>,
  stored: ReadonlyMap<string, StoredPosting>,
  known: SamePosting,
  keys: SourceKeys,
): Working | undefined {
  const before = working.get(known.postingId);
  if (before) return before;
  const row = stored.get(known.postingId);
  if (!row) return undefined;
  const posting: Working = { ...row, keys, dirty: false, fresh: false };
  working.set(row.id, posting);
  return posting;
}

function take(
  batch: Batch,
  working: Map<string, Working>,
  one: Incoming,
  target: Working | undefined,
  known: SamePosting | undefined,
  context: MergeContext,
): Working {
  const { counts } = batch;
  if (!target) {
    const posting: Working = {
      ...context.newPosting(),
      version: 1,
      status: one.closed ? 'closed' : 'approved',
      data: one.posting,
      keys: one.keys,
      dirty: true,
      fresh: true,
    };
    working.set(posting.id, posting);
    counts[one.closed ? 'closed' : 'new'] += 1;
    return posting;
  }
  const fromSameSource = known?.by === 'source' && known.postingId === target.id;
  if (one.closed) {
    counts.closed += 1;
    if (fromSameSource && target.status !== 'closed') change(target, { ...target.data }, 'closed');
    return target;
  }
  if (fromSameSource) {
    const again = target.status === 'closed';
    if (known.changed || again) {
      // What other originals added to the merged posting (their places) is not this source's to take away.
      change(target, { ...one.posting, locations: union(one.posting.locations, target.data.locations) }, 'approved');
      target.keys = one.keys;
    }
    counts[known.changed || again ? 'updated' : 'unchanged'] += 1;
    return target;
  }
  counts.merged += 1;
  const locations = union(target.data.locations, one.posting.locations);
  if (locations.length > target.data.locations.length) change(target, { ...target.data, locations }, target.status);
  return target;
}

function change(target: Working, data: Posting, status: PostingStatus): void {
  if (!target.dirty && !target.fresh) target.version += 1;
  target.data = data;
  target.status = status;
  target.dirty = true;
}

/** Merged postings keep every place (F4.4). */
function union(a: readonly PostingLocation[], b: readonly PostingLocation[]): PostingLocation[] {
  const seen = new Set<string>();
  return [...a, ...b].filter((place) => {
    const key = JSON.stringify([place.city?.toLowerCase(), place.region?.toLowerCase(), place.countryCode]);
    return !seen.has(key) && seen.add(key);
  });
}

function save(batch: Batch, posting: Working, { workspace, at }: MergeContext): void {
  const { id, code, version, status, data, keys } = posting;
  const { canonicalUrl, requisitionKey, contentHash } = keys;
  batch.changes.push({
    kind: 'postingSaved',
    workspace,
    posting: { id, code, version, status, data, canonicalUrl, requisitionKey, contentHash, at },
  });
  if (status !== 'approved') return;
  batch.counts.approved += 1;
  batch.toMatch.push(id);
}

function sourceSeen(one: Incoming, posting: Working, { workspace, feed, at }: MergeContext): Change {
  return {
    kind: 'postingSourceSeen',
    workspace,
    feed,
    sourceKey: one.keys.sourceKey,
    externalId: one.posting.externalId,
    url: one.url,
    postingId: posting.id,
    contentHash: one.keys.contentHash,
    at,
  };
}
