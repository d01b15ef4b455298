/** A job that a person posts: like a feed of one posting, `posted:<person>`, so that the same ad twice is the same posting (F4.10). */
import { randomBytes } from 'node:crypto';
import type { Change } from '../../domain/changes.ts';
import { newCode, newId } from '../../domain/ids.ts';
import type { Posting, RawPosting } from '../../domain/posting.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findSamePosting } from '../../store/find-same-posting.ts';
import { getPosting, type PostingRow } from '../../store/postings.ts';
import type { Store } from '../../store/store.ts';
import { canonicalUrl } from './canonical-url.ts';
import { contentHash } from './content-hash.ts';
import { enrichPosting } from './enrich-posting.ts';
import { type Incoming, mergeBatch } from './merge-batch.ts';

export interface PostedJob {
  /** As it will be stored. */
  posting: Pick<PostingRow, 'id' | 'code' | 'version' | 'status' | 'data' | 'sources' | 'postedBy'>;
  /** `same`: this ad, or the same job from elsewhere, is here already. */
  outcome: 'new' | 'same' | 'reopened';
  changes: Change[];
  tasks: NewTask[];
}

/** `poster` is the person's code, `operator` at the terminal. Open whatever its confidence: a person stands behind it, and sees what was understood. */
export async function postJob(
  parts: { store: Store; taxonomy: Taxonomy },
  raw: RawPosting,
  options: { workspace: string; poster: string; personId: string | null },
): Promise<PostedJob> {
  const { store } = parts;
  const { workspace, personId } = options;
  const feed = `posted:${options.poster}`;
  const incoming = incomingOf(feed, raw, enrichPosting(raw, parts.taxonomy));
  const same = await findSamePosting(store, workspace, incoming.keys);
  const stored = same && (await getPosting(store, workspace, same.postingId));
  const at = store.clock.now().getTime();
  const fresh = { id: newId(store.clock), code: newCode('j') };
  const known = new Map(stored ? [[stored.id, stored]] : []);
  const batch = mergeBatch([incoming], [same], known, { workspace, feed, at, newPosting: () => fresh });
  const posted: Change[] =
    personId === null ? [] : [{ kind: 'postingPosted', workspace, postingId: stored?.id ?? fresh.id, personId }];
  const saved = batch.changes.find((change) => change.kind === 'postingSaved')?.posting;
  const source = { feed, externalId: raw.externalId ?? null, url: raw.url ?? null };
  const posting = stored
    ? {
        ...stored,
        status: saved?.status ?? stored.status,
        data: saved?.data ?? stored.data,
        version: saved?.version ?? stored.version,
      }
    : { ...fresh, version: 1, status: 'approved' as const, data: incoming.posting, sources: [source], postedBy: personId };
  const outcome = !stored ? 'new' : stored.status === 'closed' && posting.status !== 'closed' ? 'reopened' : 'same';
  return { posting, outcome, changes: [...batch.changes, ...posted], tasks: rescoreTasks(workspace, batch.toMatch) };
}

function incomingOf(feed: string, raw: RawPosting, posting: Posting): Incoming {
  const hash = contentHash(posting);
  const canonical = canonicalUrl(raw.url);
  // By the text, not by the address in it: an employer names one page for all of its jobs.
  return {
    posting,
    closed: false,
    url: raw.url,
    keys: {
      feed,
      sourceKey: raw.externalId ?? hash,
      canonicalUrl: raw.externalId === undefined ? undefined : canonical,
      contentHash: hash,
    },
  };
}

/** Before what feeds bring: somebody waits for it. */
export function rescoreTasks(workspace: string, postingIds: readonly string[]): NewTask[] {
  if (postingIds.length === 0) return [];
  const id = `postings:${workspace}:${randomBytes(12).toString('hex')}`;
  return [{ id, workspace, step: 'matchPostings', payload: { postingIds: [...postingIds] }, priority: 6 }];
}

/** What whoever posted it should look at: in words that name the field of `jobs edit`. */
export function uncertainties(posting: Posting, taxonomy: Taxonomy): string[] {
  const known = taxonomy.readTitle(posting.normalizedTitle) ?? taxonomy.readTitle(posting.title);
  return [
    ...(known && known.coverage >= 0.5 ? [] : [`The title "${posting.title}" is not one that I know (title=…).`]),
    ...(posting.company === undefined ? ['I found no company (company=…).'] : []),
    ...(posting.locations.length === 0 && posting.workplace !== 'remote'
      ? ['I found no place (place=…, or workplace=remote).']
      : []),
    ...(posting.requirements.length === 0
      ? ['I found nothing that it asks for (must=…, nice=…): without it only title, place and years count.']
      : []),
  ];
}
