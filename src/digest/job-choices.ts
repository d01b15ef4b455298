/** Jobs for the person's own candidate, as options of a digest, with what else the same matches tell. */
import { dateOf } from '../domain/clock.ts';
import type { PostingId } from '../domain/ids.ts';
import type { Person } from '../domain/people.ts';
import { jobItem } from '../messages/match-items.ts';
import type { Taste } from '../pipeline/feedback/learn-taste.ts';
import { explainScore } from '../pipeline/match/explain-score.ts';
import { isExcluded } from '../pipeline/match/leave-out-excluded.ts';
import { createPreparedPostings } from '../pipeline/match/prepared-postings.ts';
import { rankForViewer } from '../pipeline/match/rank-for-viewer.ts';
import { readFacts } from '../pipeline/match/read-facts.ts';
import { matchesWithIds, matchHeads } from '../store/match-heads.ts';
import type { MatchRow } from '../store/matches.ts';
import { getPostings, getPostingVersion, type PostingRow } from '../store/postings.ts';
import { currentResume } from '../store/resumes.ts';
import type { ShownPosting } from '../store/shown-postings.ts';
import { newPairs } from './choose-digest-items.ts';
import { describeChange } from './describe-change.ts';
import type { DigestOption } from './digest-option.ts';
import { type DigestOptions, viewerOf } from './digest-options.ts';
import { chooseTrends, createDemandReader, type Trend } from './market-trends.ts';
import { createRescore, RESCORED_MATCHES, type SkillSuggestion, suggestSkills } from './suggest-skills.ts';

/** All there are in a large market; a head has some hundred bytes. */
const HEADS = 5000;
/** Of the new ones so many are read and put into the person's order: twice what can be weighed against each other. */
const READ = 120;

export interface JobChoices {
  choices: DigestOption[];
  /** New ones beyond those that were read. */
  unread: number;
  taste: Taste;
}

/** New ones from the threshold on, best first. */
export async function jobChoices(
  options: DigestOptions,
  person: Person,
  shown: readonly ShownPosting[],
): Promise<JobChoices | undefined> {
  const { store, taxonomy, showFrom } = options;
  const viewer = viewerOf(person);
  if (person.ownCandidateId === undefined) return undefined;
  const heads = await matchHeads(store, viewer, person.ownCandidateId, { minScore: showFrom, limit: HEADS });
  const fresh = newPairs(heads, shown);
  const read = await matchesWithIds(store, viewer, fresh.slice(0, READ));
  const rows = read.filter((row) => !isExcluded(row));
  const postings = await postingsOf(options, person, rows);
  const { ranked, taste } = await rankForViewer(store, taxonomy, viewer, rows, 'candidate');
  const changes = await changeNotes(options, person, rows, shown);
  const choices = ranked.flatMap(({ match: { row }, order, mark }): DigestOption[] => {
    const posting = postings.get(row.postingId);
    const notes = changes.get(row.postingId) ?? [];
    return posting ? [optionOf(row, posting, { order, turnedDown: mark === 'not-interested', notes })] : [];
  });
  return { choices, unread: Math.max(0, fresh.length - READ), taste };
}

async function postingsOf(
  { store }: DigestOptions,
  person: Person,
  rows: readonly MatchRow[],
): Promise<ReadonlyMap<PostingId, PostingRow>> {
  const ids = [...new Set(rows.map((row) => row.postingId))];
  return new Map((await getPostings(store, person.workspace, ids)).map((one) => [one.id, one]));
}

/** What the person's own resume tells beside the jobs: read only when there is a digest, because it costs most of it. */
export async function jobAdvice(
  options: DigestOptions,
  person: Person,
): Promise<{ suggestions: SkillSuggestion[]; trends: Trend[] }> {
  const { store, taxonomy } = options;
  const viewer = viewerOf(person);
  const resume = person.ownCandidateId === undefined ? undefined : await currentResume(store, viewer, person.ownCandidateId);
  if (!resume || person.ownCandidateId === undefined) return { suggestions: [], trends: [] };
  const facts = readFacts(resume.data, taxonomy, dateOf(store.clock.now()));
  const best = await matchHeads(store, viewer, person.ownCandidateId, { minScore: 0, limit: RESCORED_MATCHES });
  const rows = await matchesWithIds(store, viewer, best);
  const postings = await postingsOf(options, person, rows);
  const scored = rows.flatMap((row) => {
    const posting = postings.get(row.postingId);
    return posting ? [{ score: row.score, posting }] : [];
  });
  const prepared = options.prepared ?? createPreparedPostings(taxonomy);
  const rescore = createRescore(facts, { taxonomy, prepared, preferences: person.preferences });
  const skillOf = (id: string) => taxonomy.skill(id);
  const demand = await (options.demand ?? createDemandReader(store))(person.workspace, store.clock.now().getTime());
  const known = [...facts.skills.map((use) => use.skill), ...facts.listedSkills];
  return { suggestions: suggestSkills(scored, skillOf, rescore), trends: chooseTrends(demand, known, skillOf) };
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
  person: Person,
  rows: readonly MatchRow[],
  shown: readonly ShownPosting[],
): Promise<Map<string, string[]>> {
  const notes = new Map<string, string[]>();
  const versions = new Map<string, number>();
  for (const one of shown) versions.set(one.postingId, Math.max(one.postingVersion, versions.get(one.postingId) ?? 0));
  for (const row of rows) {
    const before = versions.get(row.postingId) ?? 0;
    if (before === 0 || before >= row.postingVersion) continue;
    const [was, is] = [
      await getPostingVersion(store, person.workspace, row.postingId, before),
      await getPostingVersion(store, person.workspace, row.postingId, row.postingVersion),
    ];
    if (was && is) notes.set(row.postingId, describeChange(was, is));
  }
  return notes;
}
