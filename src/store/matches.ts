/** Reads of matches, each through a viewer's eyes. Unknown and forbidden are both undefined. */
import { and, asc, desc, eq, gte, inArray, or } from 'drizzle-orm';
import type { CandidateId, MatchId, PostingId, ResumeId } from '../domain/ids.ts';
import type { Score } from '../domain/match.ts';
import type { Viewer } from '../domain/people.ts';
import { matches } from './schema/matches.ts';
import { postings } from './schema/postings.ts';
import type { Store } from './store.ts';
import { seesAll, visibleMatch } from './viewer-conditions.ts';
import { visibleResumes } from './visible-resumes.ts';

export interface MatchRow {
  id: MatchId;
  code: string;
  candidateId: CandidateId;
  resumeId: ResumeId;
  resumeVersion: number;
  postingId: PostingId;
  postingVersion: number;
  /** 0: there were no wishes. */
  preferencesVersion: number;
  score: Score;
  candidateTotal: number;
  recruiterTotal: number;
  /** `YYYY-MM-DD`. */
  asOf: string;
}

export const MATCH_COLUMNS = {
  id: matches.id,
  code: matches.code,
  candidateId: matches.candidateId,
  resumeId: matches.resumeId,
  resumeVersion: matches.resumeVersion,
  postingId: matches.postingId,
  postingVersion: matches.postingVersion,
  preferencesVersion: matches.preferencesVersion,
  score: matches.score,
  candidateTotal: matches.candidateTotal,
  recruiterTotal: matches.recruiterTotal,
  asOf: matches.asOf,
};

export interface ListMatchesOptions {
  /** Of the list's preset. */
  minScore: number;
  limit: number;
}

/** Open postings for the candidate's current resume (as the viewer may see it), best candidate total first. */
export async function matchesForCandidate(
  store: Store,
  viewer: Viewer,
  candidateId: CandidateId,
  options: ListMatchesOptions & { preset?: 'candidate' },
): Promise<MatchRow[]> {
  const [current] = (await visibleResumes(store, viewer, [candidateId])).get(candidateId) ?? [];
  if (!current) return [];
  return store.db
    .select(MATCH_COLUMNS)
    .from(matches)
    .innerJoin(postings, and(eq(postings.id, matches.postingId), eq(postings.status, 'approved')))
    .where(
      and(
        eq(matches.workspace, viewer.workspace),
        eq(matches.resumeId, current.id),
        eq(matches.audience, current.audience),
        eq(matches.dropped, false),
        gte(matches.candidateTotal, options.minScore),
      ),
    )
    .orderBy(desc(matches.candidateTotal), asc(matches.id))
    .limit(options.limit);
}

/** The best open posting whatever its score: for "nothing from 70; the nearest is …". */
export async function nearestMatch(store: Store, viewer: Viewer, candidateId: CandidateId): Promise<MatchRow | undefined> {
  return (await matchesForCandidate(store, viewer, candidateId, { minScore: 0, limit: 1 }))[0];
}

/** So many rows are looked at between two turns of the event loop. */
const PAGE = 100;

/** Candidates for an open posting, best recruiter total first: one row a candidate, that of the resume that is current for the viewer. */
export async function matchesForPosting(
  store: Store,
  viewer: Viewer,
  postingId: PostingId,
  options: ListMatchesOptions,
): Promise<MatchRow[]> {
  const found: MatchRow[] = [];
  for (let offset = 0; found.length < options.limit; offset += PAGE) {
    const page = await store.db
      .select({ ...MATCH_COLUMNS, audience: matches.audience })
      .from(matches)
      .innerJoin(postings, and(eq(postings.id, matches.postingId), eq(postings.status, 'approved')))
      .where(
        and(
          visibleMatch(store, viewer),
          eq(matches.postingId, postingId),
          eq(matches.dropped, false),
          gte(matches.recruiterTotal, options.minScore),
        ),
      )
      .orderBy(desc(matches.recruiterTotal), asc(matches.id))
      .limit(PAGE)
      .offset(offset);
    const visible = await visibleResumes(store, viewer, [...new Set(page.map((row) => row.candidateId))]);
    for (const { audience, ...row } of page) {
      const current = visible.get(row.candidateId)?.[0];
      if (current?.id === row.resumeId && current.audience === audience) found.push(row);
    }
    if (page.length < PAGE) break;
  }
  return found.slice(0, options.limit);
}

/** Also of a closed posting or of a resume that is not current any more: `why` explains what was shown. */
export async function getMatch(store: Store, viewer: Viewer, idOrCode: string): Promise<MatchRow | undefined> {
  const rows = await store.db
    .select(MATCH_COLUMNS)
    .from(matches)
    .where(and(visibleMatch(store, viewer), or(eq(matches.id, idOrCode), eq(matches.code, idOrCode))))
    .limit(1);
  return rows[0];
}

/** Of the newest version of the resume that the viewer may see. */
export async function matchOfPair(
  store: Store,
  viewer: Viewer,
  resumeId: ResumeId,
  postingId: PostingId,
): Promise<MatchRow | undefined> {
  const rows = await store.db
    .select(MATCH_COLUMNS)
    .from(matches)
    .where(and(visibleMatch(store, viewer), eq(matches.resumeId, resumeId), eq(matches.postingId, postingId)))
    .orderBy(desc(matches.resumeVersion))
    .limit(1);
  return rows[0];
}

/**
 * Which of these postings the resume (as this audience sees it, when one is named) was scored against already, by posting. `askedFor` is for the service, which sees all: that
 * somebody else asked about a pair or reacted to it is not a viewer's to know.
 */
export async function existingPairs(
  store: Store,
  viewer: Viewer,
  resumeId: ResumeId,
  postingIds: readonly PostingId[],
  audience?: string,
): Promise<Map<PostingId, { matchId: MatchId; askedFor: boolean }>> {
  if (postingIds.length === 0) return new Map();
  const rows = await store.db
    .select({ matchId: matches.id, postingId: matches.postingId, askedFor: matches.askedFor })
    .from(matches)
    .where(
      and(
        visibleMatch(store, viewer),
        eq(matches.resumeId, resumeId),
        audience === undefined ? undefined : eq(matches.audience, audience),
        inArray(matches.postingId, [...postingIds]),
      ),
    );
  return new Map(rows.map(({ postingId, matchId, askedFor }) => [postingId, { matchId, askedFor: askedFor && seesAll(viewer) }]));
}
