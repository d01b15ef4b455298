/**
 * What changed in the list that somebody sees, at once: the pairs that are stored for them are scored again in the step that takes
 * their word, and the rest of the open jobs by a task behind it. So the answer can say what changed and the next list is right already.
 */

import type { Change } from '../../domain/changes.ts';
import { type Clock, dateOf } from '../../domain/clock.ts';
import type { Preferences, Score } from '../../domain/match.ts';
import type { Viewer } from '../../domain/people.ts';
import type { Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type MatchRow, matchesForCandidate } from '../../store/matches.ts';
import { getPostings, type PostingRow } from '../../store/postings.ts';
import type { Store } from '../../store/store.ts';
import { isExcluded } from '../match/leave-out-excluded.ts';
import { scorePairs } from '../match/match-steps.ts';
import { prepareCandidate } from '../match/prepare-candidate.ts';
import { createPreparedPostings } from '../match/prepared-postings.ts';
import { readFacts } from '../match/read-facts.ts';

export interface RescoreOptions {
  store: Store;
  taxonomy: Taxonomy;
  clock: Clock;
  /** 0…100 (STORE_FROM, SHOW_FROM). */
  storeFrom: number;
  showFrom: number;
}

/** The resume as it is from now on. */
export interface RescoredResume {
  id: string;
  candidateId: string;
  version: number;
  audience: string;
  data: Resume;
}

export interface ChangedMatch {
  title: string;
  company?: string;
  /** Candidate totals, 0…100; undefined: not in the list. */
  before?: number;
  after?: number;
}

export interface Rescored {
  changes: Change[];
  /** Of those in the list before or after, best first. */
  changed: ChangedMatch[];
  /** How many were looked at. */
  compared: number;
}

/** As many as an answer can speak of, and few enough for one transaction (rule R1). */
const MOST = 60;

/** `wishes` are the owner's from now on; left out: those stored. */
export async function rescoreShown(
  options: RescoreOptions,
  viewer: Viewer,
  resume: RescoredResume,
  wishes?: Preferences,
): Promise<Rescored> {
  const { store, taxonomy, clock, showFrom } = options;
  const rows = await matchesForCandidate(store, viewer, resume.candidateId, { minScore: 0, limit: MOST });
  const ofThis = rows.filter((row) => row.resumeId === resume.id);
  const postings = await getPostings(
    store,
    viewer.workspace,
    ofThis.map((row) => row.postingId),
  );
  const candidate = prepareCandidate(readFacts(resume.data, taxonomy, dateOf(clock.now())), taxonomy);
  const prepared = createPreparedPostings(taxonomy, MOST);
  const signal = new AbortController().signal;
  const changes = await scorePairs({ ...options, prepared }, viewer.workspace, { resume, candidate }, postings, signal, {
    wishes,
  });
  return { changes, changed: changedOf(ofThis, postings, changes, showFrom), compared: ofThis.length };
}

function changedOf(rows: readonly MatchRow[], postings: readonly PostingRow[], changes: readonly Change[], showFrom: number) {
  const scores = new Map<string, Score>();
  for (const change of changes) if (change.kind === 'matchScored') scores.set(change.match.postingId, change.match.score);
  const shown = (score: Score | undefined): number | undefined =>
    score && score.totals.candidate >= showFrom && !isExcluded({ score }) ? score.totals.candidate : undefined;
  const found = rows.flatMap((row): ChangedMatch[] => {
    const posting = postings.find((one) => one.id === row.postingId);
    const [before, after] = [shown(row.score), shown(scores.get(row.postingId))];
    if (!posting || points(before) === points(after)) return [];
    return [{ title: posting.data.title, company: posting.data.company, before, after }];
  });
  return found.sort((a, b) => (b.after ?? 0) - (a.after ?? 0) || (b.before ?? 0) - (a.before ?? 0));
}

/** What a person sees of a score: a change behind the point is none. */
const points = (score: number | undefined): number => (score === undefined ? -1 : Math.floor(score));
