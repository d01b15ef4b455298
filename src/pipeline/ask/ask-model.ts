/**
 * The step `askModel`: what a language model could add to a reading. It takes an answer that is there, or sets the money aside for a call;
 * the call is a step of its own, so that a budget is never passed and an answer that was paid is never lost with a commit.
 */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { newCode, type ResumeId, type SubmissionId, type WorkspaceId } from '../../domain/ids.ts';
import type { LanguageModel } from '../../domain/language-model.ts';
import { serviceViewer } from '../../domain/people.ts';
import type { Resume } from '../../domain/resume.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { getModelAnswer, mayReserve } from '../../store/model-spending.ts';
import { nextVersion } from '../../store/scored-versions.ts';
import type { Store } from '../../store/store.ts';
import { getSubmission } from '../../store/submissions.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { correctAgain } from '../correct/correct-again.ts';
import type { ResumeReader } from '../ingest/resume-reader.ts';
import { termsOf } from '../ingest/resume-terms.ts';
import { wakeAnswer } from '../ingest/wake-answer.ts';
import { matchResumeTask } from '../match/match-steps.ts';
import { applyAnswer } from './apply-answer.ts';
import { findQuestions, hasQuestions } from './find-questions.ts';
import { readModelAnswer } from './make-request.ts';
import { type AskedModel, costOfAsking, type PreparedAsk, prepareAsk } from './prepare-ask.ts';

export interface AskOptions {
  store: Store;
  reader: Pick<ResumeReader, 'lines'>;
  taxonomy: Taxonomy;
  clock: Clock;
  /** Undefined: off. Tasks of a time when it was on end as done. */
  asked: AskedModel | undefined;
}

/** For whom: the submission whose answer waits for it a little. */
export interface AskPayload {
  resumeId: ResumeId;
  submissionId?: SubmissionId;
}

export function createAskModel(options: AskOptions): StepHandler<'askModel'> {
  const { store, clock, asked } = options;
  return async (task) => {
    const { workspace, payload } = task;
    const ask = asked && (await prepareAsk(options, asked.model, workspace, payload.resumeId));
    if (!ask) return wakeOnly(store, workspace, payload);
    const kept = await getModelAnswer(store, workspace, payload.resumeId, ask.hash);
    if (kept?.state === 'answered') return takeAnswer(options, asked.model, workspace, payload, ask, kept.answer);
    // Under way: the call asks again. Given up: as if there were no model.
    if (kept?.state === 'calling') return NOTHING;
    const at = clock.now().getTime();
    const cost = costOfAsking(asked.model, ask.request.question);
    const fits = await mayReserve(store, workspace, cost, asked.caps, at);
    if (kept?.state === 'given-up' || !fits) return wakeOnly(store, workspace, payload);
    const { id: resumeId, candidateId } = ask.resume;
    const tries = (kept?.tries ?? 0) + 1;
    const { caps } = asked;
    return {
      changes: [{ kind: 'modelCallReserved', workspace, resumeId, candidateId, contentHash: ask.hash, tries, cost, caps, at }],
      tasks: [callTask(workspace, payload, ask.hash, tries)],
      messages: [],
    };
  };
}

const callTask = (workspace: WorkspaceId, payload: AskPayload, content: string, tries: number): NewTask => ({
  id: `${askId(workspace, payload.resumeId)}:call:${content.slice(0, 16)}:${tries}`,
  workspace,
  step: 'callModel',
  payload: { ...payload, content, tries },
  priority: 6,
});

/** What an answer waits for has this id, or one that begins so. */
export const askId = (workspace: WorkspaceId, resumeId: ResumeId): string => `ask:${workspace}:${resumeId}`;

/** `later`: after a call that failed; no answer waits for it. */
export const askTask = (workspace: WorkspaceId, payload: AskPayload, later?: { dueAt: number }): NewTask => ({
  id: later ? `re${askId(workspace, payload.resumeId)}` : askId(workspace, payload.resumeId),
  workspace,
  step: 'askModel',
  payload,
  dueAt: later?.dueAt,
  priority: 6,
});

/** Whether the step could find something to ask; the page says more. */
export const isWorthAsking = (resume: Resume): boolean => hasQuestions(findQuestions(resume));

export async function wakeOnly(store: Store, workspace: WorkspaceId, { submissionId }: AskPayload): Promise<StepResult> {
  const submission = submissionId ? await getSubmission(store, serviceViewer(workspace), submissionId) : undefined;
  return { changes: [], tasks: submission ? wakeAnswer(submission) : [], messages: [] };
}

/** The next version for everybody who may see the resume, what people corrected on top of it, and its scores. */
async function takeAnswer(
  options: AskOptions,
  model: LanguageModel,
  workspace: WorkspaceId,
  payload: AskPayload,
  { resume, request }: PreparedAsk,
  kept: unknown,
): Promise<StepResult> {
  const { store, taxonomy, clock } = options;
  const answer = readModelAnswer(kept);
  const { resume: data, paths } = answer
    ? applyAnswer(resume.data, request, answer, { taxonomy, model: model.name })
    : { resume: resume.data, paths: [] };
  if (paths.length === 0) return wakeOnly(store, workspace, payload);
  const at = clock.now().getTime();
  const { id, candidateId, blobId } = resume;
  const version = await nextVersion(store, workspace, id);
  const { parserVersion } = data.meta.shortlist;
  const next = { id, workspace, candidateId, blobId, version, data };
  const corrected = await correctAgain({ store, taxonomy }, next, at);
  const changes: Change[] = [
    { kind: 'resumeParsed', resume: { ...next, code: newCode('r'), origin: 'model', parserVersion, createdAt: at } },
    { kind: 'termsMentioned', workspace, candidateId, resumeId: id, terms: termsOf(data), instead: true, at },
    ...corrected.changes,
  ];
  // Their end wakes the answer.
  const scored = matchResumeTask(workspace, { resumeId: id, submissionId: payload.submissionId });
  return { changes, tasks: [scored, ...corrected.tasks], messages: [] };
}
