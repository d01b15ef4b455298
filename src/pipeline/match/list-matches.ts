/** The lists that people get: jobs for a candidate and candidates for a job, in the order of score and the reader's taste, with reasons. */
import type { CandidateId, MatchId, PostingId } from '../../domain/ids.ts';
import type { Viewer } from '../../domain/people.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { CardItem } from '../../messages/card.ts';
import { candidateItem, jobItem } from '../../messages/match-items.ts';
import type { MatchSummary } from '../../messages/match-summary.ts';
import { feedbackOn } from '../../store/feedback.ts';
import { type MatchRow, matchesForCandidate, matchesForPosting } from '../../store/matches.ts';
import { countOpen, getPosting, type PostingRow } from '../../store/postings.ts';
import { getResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { feedbackNotes } from '../feedback/feedback-notes.ts';
import { explainScore } from './explain-score.ts';
import { isExcluded } from './leave-out-excluded.ts';
import { rankForViewer } from './rank-for-viewer.ts';

export interface ListOptions {
  taxonomy: Taxonomy;
  showFrom: number;
  limit: number;
}

export interface MatchList {
  summary: MatchSummary;
  numbered: { number: number; matchId: MatchId }[];
  rows: MatchRow[];
}

/** More than are shown are ranked: taste may lift one from below the cut. */
const RANKED = 200;
/** So many are looked through for the nearest that is wanted. */
const NEAREST = 20;

/** Open jobs for one candidate (candidate preset), as `viewer` may see them. */
export async function listJobs(store: Store, viewer: Viewer, candidateId: CandidateId, options: ListOptions): Promise<MatchList> {
  const all = await matchesForCandidate(store, viewer, candidateId, { minScore: options.showFrom, limit: RANKED });
  const rows = all.filter((row) => !isExcluded(row));
  const ranked = (await rankForViewer(store, options.taxonomy, viewer, rows, 'candidate')).ranked.map(({ match }) => match.row);
  const openPostings = await countOpen(store, viewer.workspace);
  const shown = ranked.slice(0, options.limit);
  const items = await jobItems(store, viewer, shown);
  const nearest = shown.length === 0 && openPostings > 0 ? await nearestWanted(store, viewer, candidateId) : undefined;
  const summary: MatchSummary = { items, total: rows.length, openPostings, showFrom: options.showFrom };
  if (!nearest) return { summary, numbered: numbersOf(items), rows: shown };
  const [nearestItem] = await jobItems(store, viewer, [nearest]);
  return { summary: { ...summary, nearest: nearestItem }, numbered: [{ number: 1, matchId: nearest.id }], rows: [nearest] };
}

/** Candidates for one job (recruiter preset), as `viewer` may see them; one line a candidate, their best resume first. */
export async function listCandidates(
  store: Store,
  viewer: Viewer,
  postingId: PostingId,
  options: ListOptions,
): Promise<{ items: CardItem[]; numbered: MatchList['numbered']; rows: MatchRow[]; total: number }> {
  const all = await matchesForPosting(store, viewer, postingId, { minScore: options.showFrom, limit: RANKED });
  const ranked = oneEach(
    (await rankForViewer(store, options.taxonomy, viewer, all, 'recruiter')).ranked.map(({ match }) => match.row),
  );
  const rows = ranked.slice(0, options.limit);
  const mine = await feedbackOn(
    store,
    viewer,
    rows.map((row) => row.id),
  );
  const items: CardItem[] = [];
  for (const [index, row] of rows.entries()) {
    const resume = await getResume(store, viewer, row.resumeId);
    const posting = await getPosting(store, viewer.workspace, row.postingId);
    if (!resume || !posting) continue;
    items.push(
      candidateItem(row, resume.data, {
        number: index + 1,
        reasons: explainScore(row.score, posting.data),
        notes: feedbackNotes(mine.get(row.id)),
      }),
    );
  }
  return { items, numbered: numbersOf(items), rows, total: ranked.length };
}

/** The best whatever its score, of a company that the person does not refuse. */
async function nearestWanted(store: Store, viewer: Viewer, candidateId: CandidateId): Promise<MatchRow | undefined> {
  const rows = await matchesForCandidate(store, viewer, candidateId, { minScore: 0, limit: NEAREST });
  return rows.find((row) => !isExcluded(row));
}

/** Two resumes of one candidate are one line. */
function oneEach(rows: MatchRow[]): MatchRow[] {
  const seen = new Set<CandidateId>();
  return rows.filter((row) => !seen.has(row.candidateId) && seen.add(row.candidateId));
}

async function jobItems(store: Store, viewer: Viewer, rows: readonly MatchRow[]): Promise<CardItem[]> {
  const mine = await feedbackOn(
    store,
    viewer,
    rows.map((row) => row.id),
  );
  const items: CardItem[] = [];
  for (const [index, row] of rows.entries()) {
    const posting: PostingRow | undefined = await getPosting(store, viewer.workspace, row.postingId);
    if (posting)
      items.push(
        jobItem(row, posting.data, {
          number: index + 1,
          reasons: explainScore(row.score, posting.data),
          notes: feedbackNotes(mine.get(row.id)),
        }),
      );
  }
  return items;
}

const numbersOf = (items: readonly CardItem[]): MatchList['numbered'] =>
  items.flatMap((item) => (item.matchId === undefined ? [] : [{ number: item.number, matchId: item.matchId }]));
