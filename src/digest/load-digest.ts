/** Reads and chooses what one person's digest says now, through that person's own eyes (rule A12). Shared by the daily one, `digest now` and the preview. */
import type { Person, Viewer } from '../domain/people.ts';
import { explainTaste } from '../pipeline/feedback/explain-taste.ts';
import { type DigestView, lastDigest } from '../store/digests.ts';
import { getPostings } from '../store/postings.ts';
import { listedPostings, shownPostings } from '../store/shown-postings.ts';
import type { Store } from '../store/store.ts';
import type { DigestContent, DigestSection } from './build-digest.ts';
import { candidateChoices } from './candidate-choices.ts';
import { chooseDigestItems, newChoices } from './choose-digest-items.ts';
import type { DigestOption } from './digest-option.ts';
import { type DigestOptions, viewerOf } from './digest-options.ts';
import { jobAdvice, jobChoices } from './job-choices.ts';
import { likedNews, titleOf } from './liked-news.ts';
import { NO_RECRUITER_NEWS, recruiterNews } from './recruiter-news.ts';
import { watchedPostings } from './watched-postings.ts';

export interface DigestItem {
  number: number;
  matchId: string;
  postingId: string;
  postingVersion: number;
  candidateId: string;
}

export interface LoadedDigest {
  content: Omit<DigestContent, 'schedule' | 'onRequest'>;
  items: DigestItem[];
}

/** True when the digest has something to choose from: an own resume, or a job that candidates are wanted for. */
export async function hasDigestSource(options: DigestOptions, person: Person): Promise<boolean> {
  if (person.ownCandidateId !== undefined) return true;
  return person.role !== 'candidate' && (await watchedPostings(options, viewerOf(person))).length > 0;
}

/**
 * Undefined when nothing is worth a message (quiet, F7.1): no new match from the threshold on, and no application. Trends, advice and the
 * review queue alone are none. Takes what is there: a feed or a score that is late comes tomorrow (F7.5). Writes nothing.
 */
export async function loadDigest(options: DigestOptions, person: Person): Promise<LoadedDigest | undefined> {
  const { store, showFrom } = options;
  const viewer = viewerOf(person);
  const shown = [...(await shownPostings(store, viewer, person.id, 0)), ...(await listedPostings(store, viewer, person.id))];
  const last = await lastDigest(store, viewer, person.id, { sent: true });
  const jobs = await jobChoices(options, person, shown);
  const watched = person.role === 'candidate' ? [] : await watchedPostings(options, viewer);
  const choices = [...(jobs?.choices ?? []), ...(await candidateChoices(options, viewer, watched))];
  const chosen = chooseDigestItems(choices, { shown, showFrom }) ?? [];
  const since = last?.createdAt ?? 0;
  const news = person.role === 'candidate' ? NO_RECRUITER_NEWS : await recruiterNews(store, viewer, last);
  if (chosen.length === 0 && news.applications.length === 0) return undefined;
  const numbered = numberSections(chosen);
  const liked = await likedNews(store, viewer, { since, shown: new Set(chosen.map((one) => one.postingId)) });
  // Advice is for those who look for a job, and only beside jobs.
  const advised = chosen.some((one) => one.section.kind === 'jobs');
  const advice = advised ? await jobAdvice(options, person) : { suggestions: [], trends: [] };
  return {
    content: {
      personId: person.id,
      about: chosen.map((one) => one.candidateId),
      sections: numbered.sections,
      more: newChoices(choices, { shown, showFrom }).length - chosen.length + (jobs?.unread ?? 0),
      closed: [...new Set([...(await closedSince(store, viewer, last)), ...liked.closed])].sort(),
      changed: liked.changed,
      taste: jobs ? explainTaste(jobs.taste).slice(0, 1) : [],
      ...advice,
      ...news,
    },
    items: numbered.items,
  };
}

/** Jobs first, then candidates by posting; numbers run through the whole message, because a reaction names only the number. */
function numberSections(chosen: readonly DigestOption[]): { sections: DigestSection[]; items: DigestItem[] } {
  const groups = Map.groupBy(chosen, (one) => (one.section.kind === 'jobs' ? '' : one.postingId));
  const ordered = [...groups].sort(([a], [b]) => Number(a !== '') - Number(b !== '')).map(([, options]) => options);
  let number = 0;
  const items: DigestItem[] = [];
  const sections = ordered.flatMap((options): DigestSection[] => {
    const [first] = options;
    if (!first) return [];
    const shown = options.map((one) => {
      number += 1;
      const { matchId, postingId, postingVersion, candidateId } = one;
      items.push({ number, matchId, postingId, postingVersion, candidateId });
      return one.item(number);
    });
    return [{ ...first.section, items: shown }];
  });
  return { sections, items };
}

/** What the last digest that was sent showed and what is closed now; said once, because the next one sent is then the last. */
async function closedSince(store: Store, viewer: Viewer, last: DigestView | undefined): Promise<string[]> {
  const postings = await getPostings(store, viewer.workspace, [...new Set(last?.items.map((item) => item.postingId))]);
  return postings.filter((posting) => posting.status === 'closed').map(({ data }) => titleOf(data));
}
