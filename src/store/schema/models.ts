/** What was asked of a language model, and what it cost. */
import { count, index, instant, primaryKey, table, text } from '#dialect';
import { lookup, personal } from '../personal-columns.ts';
import { workspace } from './workspace-column.ts';

/**
 * `calling`: money is set aside, and a call may be under way. `open`: it ended without an answer, and may be asked again. `answered`, and
 * `given-up`: the same content is not asked again.
 */
export type ModelAnswerState = 'calling' | 'open' | 'answered' | 'given-up';

/** One row a resume and content: the answers are a cache that hangs on the resume and goes with it (rule A11). */
export const modelAnswers = table(
  'model_answers',
  {
    workspace: workspace(),
    resumeId: text('resume_id').notNull(),
    candidateId: text('candidate_id').notNull(),
    /** HMAC under the workspace's key of all that was sent, and to which model. */
    contentHash: lookup('content_hash').notNull(),
    state: text('state').$type<ModelAnswerState>().notNull(),
    /** Calls begun. */
    tries: count('tries').notNull(),
    /** Micro-dollars set aside for the call that is under way, and the day (UTC) out of whose money, and its month's. */
    reserved: count('reserved').notNull(),
    day: text('day').notNull(),
    answer: personal<unknown>('answer'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.resumeId, t.contentHash] }),
    index('model_answers_candidate').on(t.workspace, t.candidateId),
  ],
);

/** The ledger: a row a day (`2026-11-21`) and a row a month (`2026-11`). Micro-dollars. Nothing of anybody. */
export const modelSpending = table(
  'model_spending',
  {
    workspace: workspace(),
    period: text('period').notNull(),
    /** Set aside for calls that are under way; of calls that were never settled it stays. */
    reserved: count('reserved').notNull(),
    spent: count('spent').notNull(),
    calls: count('calls').notNull(),
    failed: count('failed').notNull(),
    inputTokens: count('input_tokens').notNull(),
    outputTokens: count('output_tokens').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.period] })],
);
