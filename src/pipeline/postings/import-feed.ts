/** A feed → the store: new, updated, merged, closed; counted as the run report says (F4.3, F4.9). Streams; 50 postings a transaction. */
import { randomBytes } from 'node:crypto';
import type { FeedRunReport } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { newCode, newId } from '../../domain/ids.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { commit } from '../../store/commit.ts';
import { findSamePostings } from '../../store/find-same-posting.ts';
import { getPostings } from '../../store/postings.ts';
import type { Store } from '../../store/store.ts';
import { type Batch, type Incoming, mergeBatch } from './merge-batch.ts';
import { type PostingReading, readPostings } from './read-postings.ts';

export interface ImportParts {
  store: Store;
  taxonomy: Taxonomy;
  clock: Clock;
}

export interface ImportOptions {
  workspace: string;
  feed: string;
  source: AsyncIterable<Uint8Array>;
  /** Called now and then with the number of postings read so far. */
  onProgress?(read: number): void;
}

/** Each posting makes up to three rows; no transaction holds more than 200 (rule R1). */
const BATCH = 50;
const MOST_ERRORS = 100;
/** Somebody else wrote the same postings between our look and our commit: look again. */
const RACES = 20;

export async function importFeed(parts: ImportParts, options: ImportOptions): Promise<FeedRunReport> {
  const { clock, store } = parts;
  const startedAt = clock.now().getTime();
  const started = performance.now();
  const report = emptyReport(options.feed);
  let batch: PostingReading[] = [];
  const flush = async () => {
    await importBatch(parts, options, batch, report);
    batch = [];
    options.onProgress?.(report.read);
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  for await (const item of readPostings(options.source, parts.taxonomy, { name: options.feed })) {
    if ('error' in item) {
      report.malformed += 1;
      if (report.errors.length < MOST_ERRORS) report.errors.push(item.error);
      continue;
    }
    report.read += 1;
    batch.push(item);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  report.ms = Math.round(performance.now() - started);
  await commit(store, {
    changes: [
      { kind: 'feedRunFinished', workspace: options.workspace, feed: options.feed, runId: newId(clock), startedAt, report },
    ],
    tasks: [],
    messages: [],
  });
  return report;
}

function emptyReport(feed: string): FeedRunReport {
  return {
    feed,
    read: 0,
    closed: 0,
    malformed: 0,
    new: 0,
    updated: 0,
    unchanged: 0,
    merged: 0,
    approved: 0,
    manualReview: 0,
    archived: 0,
    failed: 0,
    ms: 0,
    errors: [],
  };
}

async function importBatch(
  parts: ImportParts,
  options: ImportOptions,
  readings: readonly PostingReading[],
  report: FeedRunReport,
): Promise<void> {
  const incoming = readings.map((reading) => incomingOf(options.feed, reading));
  for (let attempt = 0; attempt < RACES; attempt++) {
    const batch = await look(parts, options, incoming);
    const changes = batch.changes;
    const began = performance.now();
    const outcome = await commit(parts.store, { changes, tasks: matchTasks(options.workspace, batch.toMatch), messages: [] });
    // A rest as long as the commit took: a tight writer starves the service that runs beside it (rule R1).
    await new Promise((resolve) => setTimeout(resolve, performance.now() - began));
    if (outcome === 'conflict') continue;
    for (const key of ['closed', 'new', 'updated', 'unchanged', 'merged', 'approved'] as const) report[key] += batch.counts[key];
    return;
  }
  report.failed += readings.length;
  report.errors.push({
    code: 'busy',
    message: `${readings.length} postings were not saved: another import kept writing the same ones. Run the import again.`,
  });
}

/** What the store knows of these postings now, and what follows from it. */
async function look(
  { store, clock }: ImportParts,
  { workspace, feed }: ImportOptions,
  incoming: readonly Incoming[],
): Promise<Batch> {
  const same = await findSamePostings(
    store,
    workspace,
    incoming.map((one) => one.keys),
  );
  const stored = await getPostings(store, workspace, [...new Set(same.flatMap((one) => (one ? [one.postingId] : [])))]);
  return mergeBatch(incoming, same, new Map(stored.map((posting) => [posting.id, posting])), {
    workspace,
    feed,
    at: clock.now().getTime(),
    newPosting: () => ({ id: newId(clock), code: newCode('j') }),
  });
}

function incomingOf(feed: string, reading: PostingReading): Incoming {
  const { posting, canonicalUrl, contentHash, closed } = reading;
  const company = posting.company?.normalize('NFKC').toLowerCase().trim();
  // Requisition numbers are the employer's own: without the employer they mean nothing.
  const requisitionKey = posting.requisitionId && company ? `${company}\0${posting.requisitionId.toLowerCase()}` : undefined;
  const sourceKey = posting.externalId ?? canonicalUrl ?? contentHash;
  return { posting, closed, url: posting.url, keys: { feed, sourceKey, canonicalUrl, requisitionKey, contentHash } };
}

/** New and changed postings are scored against the candidates behind everything that a person waits for. */
function matchTasks(workspace: string, postingIds: readonly string[]): NewTask[] {
  if (postingIds.length === 0) return [];
  const id = `postings:${workspace}:${randomBytes(12).toString('hex')}`;
  return [{ id, workspace, step: 'matchPostings', payload: { postingIds: [...postingIds] }, priority: 9 }];
}
