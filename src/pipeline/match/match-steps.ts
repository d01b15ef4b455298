/** The steps that score: one resume against the open postings, and new postings against the candidates. Pages keep transactions and pauses short (rule R1). */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { dateOf } from '../../domain/clock.ts';
import { newCode } from '../../domain/ids.ts';
import type { Preferences } from '../../domain/match.ts';
import { serviceViewer } from '../../domain/people.ts';
import type { Posting } from '../../domain/posting.ts';
import type { NewTask, StepPayloads } from '../../domain/steps.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { existingPairs } from '../../store/matches.ts';
import { ownersOf } from '../../store/people.ts';
import { getPosting, openPostingsPage } from '../../store/postings.ts';
import { resumesPage } from '../../store/resumes.ts';
import { inEveryAudience, resumeOfAudience } from '../../store/scored-versions.ts';
import type { Store } from '../../store/store.ts';
import { getSubmission } from '../../store/submissions.ts';
import type { StepHandler } from '../../tasks/handlers.ts';
import { wakeAnswer } from '../ingest/wake-answer.ts';
import { type PreparedCandidate, prepareCandidate } from './prepare-candidate.ts';
import type { PreparedPostings } from './prepared-postings.ts';
import { readFacts } from './read-facts.ts';
import { scorePair } from './score-match.ts';

export interface MatchOptions {
  store: Store;
  taxonomy: Taxonomy;
  /** Shared by both steps. */
  prepared: PreparedPostings;
  clock: Clock;
  storeFrom: number;
  /** Resolves when a piece of work may be done (`GiveWay.turn`). Without it: when the event loop went round. */
  turn?(): Promise<void>;
}

interface PostingRow {
  id: string;
  version: number;
  data: Posting;
}
interface ResumeRow {
  id: string;
  candidateId: string;
  version: number;
  /** Who sees this version: its scores are theirs alone. */
  audience: string;
}

const POSTINGS_A_PAGE = 100;
/** Fifty kept matches are 15 ms of a transaction (measured); a page of resumes ends early when it has found so many. */
const RESUMES_A_PAGE = 20;
/**
 * After so many milliseconds the event loop gets a turn: SMTP and timers must not wait for scoring. By the clock, not by a number of
 * pairs: a posting that has to be prepared first takes twenty times as long as one that is ready.
 */
const PAUSE_AFTER_MS = 4;
const wentRound = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createMatchResume(options: MatchOptions): StepHandler<'matchResume'> {
  const { store, taxonomy, clock } = options;
  return async (task, signal) => {
    const viewer = serviceViewer(task.workspace);
    const { resumeId, audience = '', submissionId, after } = task.payload;
    const resume = await resumeOfAudience(store, task.workspace, resumeId, audience);
    const submission = submissionId ? await getSubmission(store, viewer, submissionId) : undefined;
    const wake = submission ? wakeAnswer(submission) : [];
    if (!resume) return { changes: [], tasks: wake, messages: [] };
    const page = await openPostingsPage(store, task.workspace, after, POSTINGS_A_PAGE);
    const last = page.at(-1);
    // Before any posting is there, a folder of resumes comes in: reading the facts of each would be a tenth of its import.
    if (!last) return { changes: [], tasks: wake, messages: [] };
    const candidate = prepareCandidate(readFacts(resume.data, taxonomy, dateOf(clock.now())), taxonomy);
    const changes = await scorePairs(options, task.workspace, { resume, candidate }, page, signal);
    if (page.length < POSTINGS_A_PAGE) return { changes, tasks: wake, messages: [] };
    return { changes, tasks: [matchResumeTask(task.workspace, { ...task.payload, after: last.id })], messages: [] };
  };
}

/** One a resume, submission and page: the same resume in two mails has two answers to wake. */
export const matchResumeTask = (workspace: string, payload: StepPayloads['matchResume'], priority?: number): NewTask => {
  const { resumeId, audience, submissionId, after } = payload;
  const page = [audience, after].filter((part) => part !== undefined);
  return {
    id: ['match', workspace, resumeId, submissionId ?? '', ...page].join(':'),
    workspace,
    step: 'matchResume',
    payload,
    priority,
  };
};

export function createMatchPostings(options: MatchOptions): StepHandler<'matchPostings'> {
  const { store, taxonomy, clock } = options;
  return async (task, signal) => {
    const { postingIds, after } = task.payload;
    const found = await Promise.all(postingIds.map((id) => getPosting(store, task.workspace, id)));
    const postings = found.flatMap((posting) => (posting?.status === 'approved' ? [posting] : []));
    const resumes = postings.length > 0 ? await resumesPage(store, serviceViewer(task.workspace), after, RESUMES_A_PAGE) : [];
    const views = Map.groupBy(await inEveryAudience(store, task.workspace, resumes), (view) => view.id);
    const changes: Change[] = [];
    let done: ResumeRow | undefined;
    for (const head of resumes) {
      for (const resume of views.get(head.id) ?? []) {
        const candidate = prepareCandidate(readFacts(resume.data, taxonomy, dateOf(clock.now())), taxonomy);
        changes.push(...(await scorePairs(options, task.workspace, { resume, candidate }, postings, signal)));
      }
      done = head;
      if (changes.length > 50) break;
    }
    if (!done || (resumes.length < RESUMES_A_PAGE && done === resumes.at(-1))) return { changes, tasks: [], messages: [] };
    const next: NewTask = {
      id: `postings:${task.workspace}:${postingIds[0]}:${done.id}`,
      workspace: task.workspace,
      step: 'matchPostings',
      payload: { postingIds, after: done.id },
      priority: 9,
    };
    return { changes, tasks: [next], messages: [] };
  };
}

/** Kept from `storeFrom` on either total; a pair that somebody asked about or reacted to is kept whatever its score (F5.3). */
export async function scorePairs(
  options: MatchOptions,
  workspace: string,
  { resume, candidate }: { resume: ResumeRow; candidate: PreparedCandidate },
  postings: readonly PostingRow[],
  signal: AbortSignal,
  keep: { askedFor?: boolean; wishes?: Preferences } = {},
): Promise<Change[]> {
  const { store, taxonomy, prepared, clock, storeFrom, turn = wentRound } = options;
  const preferences = keep.wishes ?? (await ownersOf(store, workspace, resume.candidateId))[0]?.preferences;
  const known = await existingPairs(
    store,
    serviceViewer(workspace),
    resume.id,
    postings.map((posting) => posting.id),
    resume.audience,
  );
  const changes: Change[] = [];
  await turn();
  let since = performance.now();
  for (const posting of postings) {
    if (performance.now() - since > PAUSE_AFTER_MS) {
      await turn();
      since = performance.now();
    }
    signal.throwIfAborted();
    const score = scorePair(candidate, prepared.get(posting), { taxonomy, preferences, asOf: candidate.facts.asOf });
    const existing = known.get(posting.id);
    const askedFor = keep.askedFor === true || (existing?.askedFor ?? false);
    if (Math.max(score.totals.recruiter, score.totals.candidate) < storeFrom && !askedFor) {
      const { id: resumeId, audience } = resume;
      if (existing) changes.push({ kind: 'matchDropped', workspace, resumeId, postingId: posting.id, audience });
      continue;
    }
    changes.push({
      kind: 'matchScored',
      workspace,
      match: {
        id: matchId(workspace, resume, posting.id),
        code: newCode('m'),
        candidateId: resume.candidateId,
        resumeId: resume.id,
        resumeVersion: resume.version,
        postingId: posting.id,
        postingVersion: posting.version,
        preferencesVersion: preferences?.version ?? 0,
        score,
        at: clock.now().getTime(),
        askedFor,
      },
    });
  }
  return changes;
}

/**
 * A pair has one match for ever: reactions and messages that name it stay right when it is scored again; the code of the first time
 * stays. A corrected view is a pair of its own: its scores must not show to those who do not see the correction (rule A12).
 */
function matchId(workspace: string, { id, audience }: ResumeRow, postingId: string): string {
  return `match:${workspace}:${id}:${postingId}${audience === '' ? '' : `:${audience}`}`;
}
