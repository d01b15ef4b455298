/** Which postings a recruiter's digest is about: those they posted or selected, and those they asked shortlists of (F7.2). */
import type { Viewer } from '../domain/people.ts';
import { getPosting, getPostings } from '../store/postings.ts';
import { selectionsOf } from '../store/selections.ts';
import type { Store } from '../store/store.ts';
import { recentSubmissions } from '../store/submissions.ts';
import type { DigestOptions, WatchedPosting } from './digest-options.ts';

const LOOKED_AT = 500;
const POSTINGS = 20;

/** Open ones only, at most twenty, those of the latest interest first; one that was both selected and asked for counts from the later. */
export async function watchedPostings({ store }: Pick<DigestOptions, 'store'>, viewer: Viewer): Promise<WatchedPosting[]> {
  const watched = new Map<string, WatchedPosting>();
  for (const one of [...(await selectedPostings(store, viewer)), ...(await askedPostings(store, viewer))]) {
    const since = Math.max(one.since, watched.get(one.posting.id)?.since ?? 0);
    if (one.posting.status === 'approved') watched.set(one.posting.id, { ...one, since });
  }
  return [...watched.values()].sort((a, b) => b.since - a.since || (a.posting.id < b.posting.id ? -1 : 1)).slice(0, POSTINGS);
}

/** Posted ones are selected too, until they are let go. */
async function selectedPostings(store: Store, { workspace, personId }: Viewer): Promise<WatchedPosting[]> {
  const selections = personId === null ? [] : (await selectionsOf(store, workspace, personId)).slice(0, POSTINGS);
  const ids = selections.map((one) => one.postingId);
  const postings = new Map((await getPostings(store, workspace, ids)).map((posting) => [posting.id, posting]));
  return selections.flatMap(({ postingId, at }) => {
    const posting = postings.get(postingId);
    return posting ? [{ posting, since: at }] : [];
  });
}

/** Newest first. Found in the commands that the person sent. */
async function askedPostings(store: Store, viewer: Viewer): Promise<WatchedPosting[]> {
  // As themselves: an admin's own questions, not everybody's.
  const commands = await recentSubmissions(store, { ...viewer, role: 'candidate' }, LOOKED_AT);
  const asked = new Map<string, number>();
  for (const one of commands) {
    const command = one.kind === 'command' && one.personId === viewer.personId ? one.detail?.command : undefined;
    const code =
      typeof command === 'string' ? /^shortlist\s.*?\b(j[0-9a-hjkmnp-tv-z]{8})\b/i.exec(command.slice(0, 200))?.[1] : undefined;
    if (code !== undefined && !asked.has(code.toLowerCase())) asked.set(code.toLowerCase(), one.receivedAt);
  }
  const found: WatchedPosting[] = [];
  for (const [code, since] of asked) {
    const posting = found.length < POSTINGS ? await getPosting(store, viewer.workspace, code) : undefined;
    if (posting?.status === 'approved') found.push({ posting, since });
  }
  return found;
}
