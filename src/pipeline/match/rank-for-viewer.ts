/** Puts stored matches into the order of score and the reader's own taste (F6.2). */
import { dateOf } from '../../domain/clock.ts';
import type { Preset } from '../../domain/match.ts';
import type { Viewer } from '../../domain/people.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type FeedbackWithMatch, feedbackBy } from '../../store/feedback.ts';
import type { MatchRow } from '../../store/matches.ts';
import { getPostings } from '../../store/postings.ts';
import { getResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { type FeedbackExample, learnTaste, type Taste } from '../feedback/learn-taste.ts';
import { candidateTraits, postingTraits, type Trait } from '../feedback/match-traits.ts';
import { type RankableMatch, type Ranked, rankMatches } from '../feedback/rank-matches.ts';
import { readFacts } from './read-facts.ts';

export interface RankableRow extends RankableMatch {
  row: MatchRow;
}

export interface RankedForViewer {
  ranked: Ranked<RankableRow>[];
  taste: Taste;
}

/** Candidate preset: jobs, told apart by traits of postings. Recruiter preset: people, told apart by what they can do (rule A4: never who they are). */
export async function rankForViewer(
  store: Store,
  taxonomy: Taxonomy,
  viewer: Viewer,
  rows: readonly MatchRow[],
  preset: Preset,
): Promise<RankedForViewer> {
  const given = viewer.personId === null ? [] : onThesePairs(await feedbackBy(store, viewer, viewer.personId), rows);
  const traits =
    preset === 'candidate'
      ? await jobTraits(store, taxonomy, viewer, rows)
      : await peopleTraits(store, taxonomy, viewer, given.length > 0 ? rows : []);
  const taste = learnTaste(await examplesOf(store, taxonomy, viewer, given, preset));
  const rankable = rows.map(
    (row): RankableRow => ({
      id: row.id,
      total: row.score.totals[preset],
      parts: row.score.parts,
      traits: traits.get(row.id) ?? [],
      row,
    }),
  );
  return { ranked: rankMatches(rankable, taste), taste };
}

/** What was said of a pair before the resume was corrected is said of it now: the corrected view has matches of its own. */
function onThesePairs(given: readonly FeedbackWithMatch[], rows: readonly MatchRow[]): FeedbackWithMatch[] {
  const pairOf = (one: { resumeId: string; postingId: string }) => `${one.resumeId}\0${one.postingId}`;
  const ids = new Map(rows.map((row) => [pairOf(row), row.id]));
  return given.map((one) => ({ ...one, feedback: { ...one.feedback, matchId: ids.get(pairOf(one)) ?? one.feedback.matchId } }));
}

async function examplesOf(
  store: Store,
  taxonomy: Taxonomy,
  viewer: Viewer,
  given: readonly FeedbackWithMatch[],
  preset: Preset,
): Promise<FeedbackExample[]> {
  const nameOf = skillName(taxonomy);
  if (preset === 'candidate')
    return given.map(({ feedback, parts, posting }) => ({ feedback, parts, traits: postingTraits(posting, nameOf) }));
  const traits = await traitsOfResumes(store, taxonomy, viewer, [...new Set(given.map((one) => one.resumeId))]);
  return given.map(({ feedback, parts, resumeId }) => ({ feedback, parts, traits: traits.get(resumeId) ?? [] }));
}

async function jobTraits(
  store: Store,
  taxonomy: Taxonomy,
  viewer: Viewer,
  rows: readonly MatchRow[],
): Promise<Map<string, Trait[]>> {
  const postings = await getPostings(store, viewer.workspace, [...new Set(rows.map((row) => row.postingId))]);
  const byPosting = new Map(postings.map((posting) => [posting.id, postingTraits(posting.data, skillName(taxonomy))]));
  return new Map(rows.map((row) => [row.id, byPosting.get(row.postingId) ?? []]));
}

async function peopleTraits(
  store: Store,
  taxonomy: Taxonomy,
  viewer: Viewer,
  rows: readonly MatchRow[],
): Promise<Map<string, Trait[]>> {
  const byResume = await traitsOfResumes(store, taxonomy, viewer, [...new Set(rows.map((row) => row.resumeId))]);
  return new Map(rows.map((row) => [row.id, byResume.get(row.resumeId) ?? []]));
}

async function traitsOfResumes(
  store: Store,
  taxonomy: Taxonomy,
  viewer: Viewer,
  resumeIds: readonly string[],
): Promise<Map<string, Trait[]>> {
  const traits = new Map<string, Trait[]>();
  for (const id of resumeIds) {
    const resume = await getResume(store, viewer, id);
    if (resume) traits.set(id, candidateTraits(readFacts(resume.data, taxonomy, dateOf(store.clock.now())), skillName(taxonomy)));
  }
  return traits;
}

const skillName =
  (taxonomy: Taxonomy) =>
  (id: string): string =>
    taxonomy.skill(id)?.name ?? id;
