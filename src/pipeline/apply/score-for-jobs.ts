/** The step `scoreForJobs`: a resume against the very jobs it was sent to, kept whatever the score (F5.3); then who looks after them is told. */
import { dateOf } from '../../domain/clock.ts';
import { serviceViewer } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import { getPostings } from '../../store/postings.ts';
import { getResume } from '../../store/resumes.ts';
import { readersOf } from '../../store/selections.ts';
import { getSubmission } from '../../store/submissions.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import { wakeAnswer } from '../ingest/wake-answer.ts';
import { type MatchOptions, scorePairs } from '../match/match-steps.ts';
import { prepareCandidate } from '../match/prepare-candidate.ts';
import { readFacts } from '../match/read-facts.ts';

export function createScoreForJobs(options: MatchOptions): StepHandler<'scoreForJobs'> {
  const { store, taxonomy, clock } = options;
  return async (task, signal) => {
    const viewer = serviceViewer(task.workspace);
    const { resumeId, submissionId, postingIds } = task.payload;
    const resume = await getResume(store, viewer, resumeId);
    const submission = await getSubmission(store, viewer, submissionId);
    if (!resume || !submission) return NOTHING;
    const candidate = prepareCandidate(readFacts(resume.data, taxonomy, dateOf(clock.now())), taxonomy);
    const postings = await getPostings(store, task.workspace, postingIds);
    const changes = await scorePairs(options, task.workspace, { resume, candidate }, postings, signal, { askedFor: true });
    const readers =
      submission.kind === 'application' ? await readersOf(store, task.workspace, postingIds) : new Map<string, string[]>();
    const tell = [...readers].flatMap(([postingId, people]) =>
      people
        .filter((personId) => personId !== submission.personId)
        .map((personId) => tellTask(task.workspace, postingId, personId)),
    );
    return { changes, tasks: [...wakeAnswer(submission), ...tell], messages: [] };
  };
}

/** One a job and reader, however many applications come: the step itself waits until an hour has passed. */
export const tellTask = (workspace: string, postingId: string, personId: string): NewTask => ({
  id: `applications:${workspace}:${postingId}:${personId}`,
  workspace,
  step: 'tellApplications',
  payload: { postingId, personId },
  priority: 4,
});
