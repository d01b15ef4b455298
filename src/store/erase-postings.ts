/**
 * Jobs that a person posted. Others were told of them, applied and reacted, so the job stays: nobody's, without the words that name whoever
 * posted it, and closed when nobody is left who looks after it. A feed's copy of the same job is the feed's.
 */
import { and, asc, eq, exists, isNull, ne, or, sql } from 'drizzle-orm';
import type { ErasureScope } from '../domain/erasure.ts';
import type { PersonId, PostingId } from '../domain/ids.ts';
import type { Posting } from '../domain/posting.ts';
import { wordsOf } from './erase-mentions.ts';
import { type Slice, takeRow } from './erase-slice.ts';
import { postingSelections } from './schema/applications.ts';
import { persons } from './schema/people.ts';
import { postingSources, postings, postingVersions } from './schema/postings.ts';

/** A job was corrected a few times at most: with its sources some ten rows. */
const JOBS_A_SLICE = 5;
const NOBODYS_FEED = 'posted:erased';

/** True when nothing says any more that the person posted it. `scope`: what names them. */
export async function takePosted(slice: Slice, personId: PersonId, scope: ErasureScope): Promise<boolean> {
  const { store, workspace } = slice;
  const [person] = await store.db.select({ code: persons.code }).from(persons).where(eq(persons.id, personId));
  if (!person) return true;
  const feed = `posted:${person.code}`;
  const bySource = store.db
    .select({ one: sql`1` })
    .from(postingSources)
    .where(
      and(eq(postingSources.workspace, workspace), eq(postingSources.postingId, postings.id), eq(postingSources.feed, feed)),
    );
  const jobs = await store.db
    .select({ id: postings.id, status: postings.status })
    .from(postings)
    .where(and(eq(postings.workspace, workspace), or(eq(postings.postedBy, personId), exists(bySource))))
    .orderBy(asc(postings.id))
    .limit(JOBS_A_SLICE);
  for (const { id, status } of jobs) {
    slice.changes.push({ kind: 'posterForgotten', workspace, postingId: id, personId });
    const others = await forgetSources(slice, id, feed, scope);
    const at = store.clock.now().getTime();
    if (status !== 'closed' && others === 0 && !(await isLookedAfter(slice, id, personId)))
      slice.changes.push({ kind: 'postingClosed', workspace, postingId: id, at });
    await redactVersions(slice, id, scope);
  }
  return jobs.length < JOBS_A_SLICE;
}

/** How many other sources say that the job is there. */
async function forgetSources(slice: Slice, postingId: PostingId, feed: string, scope: ErasureScope): Promise<number> {
  const { store, workspace } = slice;
  const sources = await store.db
    .select()
    .from(postingSources)
    .where(and(eq(postingSources.workspace, workspace), eq(postingSources.postingId, postingId)));
  const theirs = sources.filter((source) => source.feed === feed);
  for (const { sourceKey, externalId, url, contentHash, lastSeen: at } of theirs) {
    takeRow(slice, postingSources, { workspace, feed, sourceKey });
    const plainUrl = url !== null && !wordsOf(scope, url).address ? url : undefined;
    const kept = { externalId: externalId ?? undefined, url: plainUrl, contentHash, at };
    slice.changes.push({ kind: 'postingSourceSeen', workspace, feed: NOBODYS_FEED, sourceKey, postingId, ...kept });
  }
  return sources.filter((source) => source.feed !== feed && source.feed !== NOBODYS_FEED).length;
}

async function isLookedAfter({ store, workspace }: Slice, postingId: PostingId, personId: PersonId): Promise<boolean> {
  const { workspace: ws, postingId: id, personId: reader, endedAt } = postingSelections;
  const rows = await store.db
    .select({ id })
    .from(postingSelections)
    .where(and(eq(ws, workspace), eq(id, postingId), ne(reader, personId), isNull(endedAt)))
    .limit(1);
  return rows.length > 0;
}

async function redactVersions(slice: Slice, postingId: PostingId, scope: ErasureScope): Promise<void> {
  const { store, workspace } = slice;
  const rows = await store.db
    .select({ version: postingVersions.version, data: postingVersions.data })
    .from(postingVersions)
    .where(and(eq(postingVersions.workspace, workspace), eq(postingVersions.postingId, postingId)));
  for (const { version, data } of rows) {
    const redacted = withoutNames(data, scope);
    if (redacted) slice.changes.push({ kind: 'postingRedacted', workspace, postingId, version, data: redacted });
    slice.left -= 1;
  }
}

const ERASED = '[erased]';

/** Undefined when it says nothing of them. Lines that do are emptied; evidence in them is not found again when a score is replayed. */
function withoutNames(posting: Posting, scope: ErasureScope): Posting | undefined {
  const says = (text: string): boolean => {
    const { address, name } = wordsOf(scope, text);
    return address || name;
  };
  let found = false;
  const clean = (text: string): string => {
    if (!says(text)) return text;
    found = true;
    const lines = text.split('\n').map((line) => (says(line) ? ERASED : line));
    return says(lines.join(' ')) ? ERASED : lines.join('\n');
  };
  const requirements = posting.requirements.map((one) => ({ ...one, text: clean(one.text), words: one.words.map(clean) }));
  const cleaned: Posting = {
    ...posting,
    title: clean(posting.title),
    normalizedTitle: clean(posting.normalizedTitle),
    company: posting.company && clean(posting.company),
    description: clean(posting.description),
    mustHave: posting.mustHave.map(clean),
    niceToHave: posting.niceToHave.map(clean),
    url: posting.url && clean(posting.url) === posting.url ? posting.url : undefined,
    requirements,
  };
  return found ? cleaned : undefined;
}
