/** What became of the jobs that somebody liked, saved or applied to since their last digest (F7.2). */
import type { PostingId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import type { Posting } from '../domain/posting.ts';
import { oneLine } from '../messages/phrases.ts';
import { type LikedPosting, likedPostings, postingThenAndNow } from '../store/liked-postings.ts';
import { getPostings } from '../store/postings.ts';
import type { Store } from '../store/store.ts';
import { describeChange } from './describe-change.ts';

export interface LikedNews {
  /** Titles. */
  closed: string[];
  /** `Ward Manager, Fernhill Care: pay is now 48,000 EUR a year`. */
  changed: string[];
}

const MOST = 5;

export const titleOf = ({ title, company }: Posting): string => oneLine(company ? `${title}, ${company}` : title, 120);

/** `since` in milliseconds; a job counts from the moment it was liked. Those in `shown` tell their change themselves. */
export async function likedNews(
  store: Store,
  viewer: Viewer,
  options: { since: number; shown: ReadonlySet<PostingId> },
): Promise<LikedNews> {
  const moved = (await likedPostings(store, viewer)).filter(
    (one) => one.changedAt > Math.max(options.since, one.likedAt) && !options.shown.has(one.postingId),
  );
  const closed = moved.filter((one) => one.status === 'closed').slice(0, MOST);
  const open = moved.filter((one) => one.status === 'approved').slice(0, MOST);
  const titles = await getPostings(
    store,
    viewer.workspace,
    closed.map((one) => one.postingId),
  );
  const changed = await Promise.all(open.map((one) => changeOf(store, viewer, one, options.since)));
  return { closed: titles.map(({ data }) => titleOf(data)).sort(), changed: changed.flat().sort() };
}

async function changeOf(store: Store, viewer: Viewer, liked: LikedPosting, since: number): Promise<string[]> {
  const { postingId, likedAt } = liked;
  const { before, after } = await postingThenAndNow(store, viewer.workspace, postingId, Math.max(since, likedAt));
  if (!before || !after) return [];
  const notes = describeChange(before, after).map((note) => note.replace(/^changed: /, ''));
  return [`${titleOf(after)}: ${notes.join('; ')}`];
}
