/** Jobs for the person's own candidate, as options of a digest, with what else the same matches tell. */
import type { CandidateId } from '../domain/ids.ts';
import type { Viewer } from '../domain/people.ts';
import { jobItem } from '../messages/match-items.ts';
import type { Taste } from '../pipeline/feedback/learn-taste.ts';
import { explainScore } from '../pipeline/match/explain-score.ts';
import { isExcluded } from '../pipeline/match/leave-out-excluded.ts';
import { rankForViewer } from '../pipeline/match/rank-for-viewer.ts';
import type { MatchRow } from '../store/matches.ts';
import { matchesForCandidate } from '../store/matches.ts';
import { getPostings, getPostingVersion, type PostingRow } from '../store/postings.ts';
import type { ShownBefore } from './choose-digest-items.ts';
import { describeChange } from './describe-change.ts';
import type { DigestOption } from './digest-option.ts';
import type { DigestOptions } from './load-digest.ts';
import { type SkillSuggestion, suggestSkills } from './suggest-skills.ts';

/** As many as a person could look through; suggestions count over all of them. */
const MATCHES = 300;

export interface JobChoices {
  choices: DigestOption[];
  suggestions: SkillSuggestion[];
  taste: Taste;
}

/** Matches of every stored score: the threshold is the chooser's. */
export async function jobChoices(
  options: DigestOptions,
  viewer: Viewer,
  candidateId: CandidateId,
  shown: readonly ShownBefore[],
): Promise<JobChoices> {
  const { store, taxonomy } = options;
  const all = await matchesForCandidate(store, viewer, candidateId, { minScore: 0, limit: MATCHES });
  const rows = all.filter((row) => !isExcluded(row));
  const postings = new Map(
    (
      await getPostings(
        store,
        viewer.workspace,
        rows.map((row) => row.postingId),
      )
    ).map((one) => [one.id, one]),
  );
  const { ranked, taste } = await rankForViewer(store, taxonomy, viewer, rows, 'candidate');
  const changes = await changeNotes(options, viewer, rows, shown);
  const choices = ranked.flatMap(({ match: { row }, order, mark }): DigestOption[] => {
    const posting = postings.get(row.postingId);
    return posting
      ? [optionOf(row, posting, { order, turnedDown: mark === 'not-interested', notes: changes.get(row.postingId) ?? [] })]
      : [];
  });
  const scored = rows.flatMap((row) => {
    const posting = postings.get(row.postingId);
    return posting ? [{ score: row.score, posting: posting.data }] : [];
  });
  return { choices, suggestions: suggestSkills(scored, (id) => taxonomy.skill(id)), taste };
}

function optionOf(
  row: MatchRow,
  posting: PostingRow,
  extras: { order: number; turnedDown: boolean; notes: string[] },
): DigestOption {
  const { data } = posting;
  return {
    matchId: row.id,
    candidateId: row.candidateId,
    postingId: row.postingId,
    postingVersion: row.postingVersion,
    total: row.candidateTotal,
    order: extras.order,
    turnedDown: extras.turnedDown,
    title: data.normalizedTitle || data.title,
    company: data.company,
    group: data.function,
    section: { kind: 'jobs' },
    item: (number) => jobItem(row, data, { number, reasons: explainScore(row.score, data), notes: extras.notes }),
  };
}

/** For postings that were shown in an older version: what is different now. */
async function changeNotes(
  { store }: DigestOptions,
  viewer: Viewer,
  rows: readonly MatchRow[],
  shown: readonly ShownBefore[],
): Promise<Map<string, string[]>> {
  const notes = new Map<string, string[]>();
  for (const row of rows) {
    const versions = shown
      .filter((one) => one.postingId === row.postingId && one.candidateId === row.candidateId)
      .map((one) => one.postingVersion);
    const before = Math.max(0, ...versions);
    if (before === 0 || before >= row.postingVersion) continue;
    const [was, is] = [
      await getPostingVersion(store, viewer.workspace, row.postingId, before),
      await getPostingVersion(store, viewer.workspace, row.postingId, row.postingVersion),
    ];
    if (was && is) notes.set(row.postingId, describeChange(was, is));
  }
  return notes;
}
