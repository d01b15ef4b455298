/** What a recruiter's digest says besides new candidates: applications since the last one, and postings that wait for review (F7.2). */
import type { Viewer } from '../domain/people.ts';
import { applicationsSince } from '../store/applications-since.ts';
import { countPostings, getPostings } from '../store/postings.ts';
import type { Store } from '../store/store.ts';

export interface RecruiterNews {
  applications: readonly { code: string; title: string; count: number }[];
  /** Postings whose reading is to be checked by somebody. */
  inReview: number;
}

export const NO_RECRUITER_NEWS: RecruiterNews = { applications: [], inReview: 0 };

/** The first digest is not about everything that ever came. */
const FIRST_LOOKS_BACK_MS = 7 * 86_400_000;

/**
 * Applications are those that came to the viewer since the digest that was sent last; the review queue is the workspace's, and nobody's
 * personal data.
 */
export async function recruiterNews(
  store: Store,
  viewer: Viewer,
  last: { createdAt: number } | undefined,
): Promise<RecruiterNews> {
  const since = last?.createdAt ?? store.clock.now().getTime() - FIRST_LOOKS_BACK_MS;
  const counts = new Map((await applicationsSince(store, viewer, since)).map((one) => [one.postingId, one.count]));
  const postings = await getPostings(store, viewer.workspace, [...counts.keys()]);
  const applications = postings
    .map(({ id, code, data }) => ({ code, title: data.title, count: counts.get(id) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return { applications, inReview: await countPostings(store, viewer.workspace, 'manualReview') };
}
