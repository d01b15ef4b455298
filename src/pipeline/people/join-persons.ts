/** The step `joinPersons`: one slice after the other, each a transaction of its own, until nothing of the one that goes is left (F8.2, rule R1). */
import type { Change } from '../../domain/changes.ts';
import { RetryLater } from '../../domain/errors.ts';
import type { CandidateId } from '../../domain/ids.ts';
import { type Person, serviceViewer } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import { workUnderWay } from '../../store/erase-tasks.ts';
import { nextJoinSlice } from '../../store/join-slice.ts';
import { isJoinedInto, livingPersonId, openingsLeft } from '../../store/joins.ts';
import { getPerson } from '../../store/people.ts';
import { resumesOfCandidates } from '../../store/resumes.ts';
import { inEveryAudience } from '../../store/scored-versions.ts';
import type { Store } from '../../store/store.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { openTask } from '../apply/look-after.ts';
import { tellTask } from '../apply/score-for-jobs.ts';
import { matchResumeTask } from '../match/match-steps.ts';
import { joinTask } from './start-join.ts';

const WORK_MS = 250;

export function createJoinPersons({ store }: { store: Store }): StepHandler<'joinPersons'> {
  return async ({ workspace, leaseToken, payload }) => {
    const { from, waitFor } = payload;
    // Two codes were used at the same instant: who stays here goes elsewhere, or has gone.
    const to = await livingPersonId(store, workspace, payload.to);
    if (await isJoinedInto(store, workspace, from))
      throw new RetryLater('somebody is joined to them first', { afterMs: WORK_MS, countsAsAttempt: false });
    const gone = await getPerson(store, workspace, from);
    const stays = await getPerson(store, workspace, to);
    if (!gone || !stays) return NOTHING;
    const { changes, jobs } = await nextJoinSlice(store, { workspace, from, to });
    if (changes.length > 0) {
      const tasks = [joinTask(workspace, from, to, waitFor), ...(await jobTasks(store, workspace, [...jobs], from, to))];
      return { changes, tasks, messages: [] };
    }
    // Whatever was under way when the addresses changed hands read the old person, and may write of them still.
    const running = (await workUnderWay({ store, workspace })).filter((token) => token !== leaseToken);
    if (waitFor === undefined && running.length > 0) return { ...NOTHING, tasks: [joinTask(workspace, from, to, running)] };
    if (waitFor?.some((token) => running.includes(token)))
      throw new RetryLater('work that was under way is still running', { afterMs: WORK_MS, countsAsAttempt: false });
    return over(store, gone, stays);
  };
}

/** What waited to be told or opened to the one that goes is for the other now. */
async function jobTasks(store: Store, workspace: string, jobs: readonly string[], from: string, to: string): Promise<NewTask[]> {
  const tasks: NewTask[] = [];
  for (const postingId of jobs) {
    for (const after of await openingsLeft(store, workspace, postingId, from))
      tasks.push(openTask(workspace, postingId, to, after));
    tasks.push(tellTask(workspace, postingId, to));
  }
  return tasks;
}

async function over(store: Store, gone: Person, stays: Person): Promise<StepResult> {
  const { workspace, id: to, ownCandidateId } = stays;
  const changes: Change[] = [];
  // What was seen only because a candidate was theirs ends, when that one is not theirs any more.
  if (ownCandidateId !== undefined)
    changes.push({ kind: 'ownCandidateSet', workspace, personId: to, candidateId: ownCandidateId });
  changes.push({ kind: 'personsJoined', workspace, from: gone.id, to });
  const candidates = [...new Set([gone.ownCandidateId, ownCandidateId].filter((id) => id !== undefined))];
  return { changes, tasks: await rescoring(store, workspace, candidates, gone.id), messages: [] };
}

/** Whose wishes count for a candidate may be another's now. */
async function rescoring(store: Store, workspace: string, ids: readonly CandidateId[], from: string): Promise<NewTask[]> {
  const resumes = await resumesOfCandidates(store, serviceViewer(workspace), ids);
  return (await inEveryAudience(store, workspace, resumes)).map(({ id, audience }) => {
    const task = matchResumeTask(workspace, { resumeId: id, ...(audience === '' ? {} : { audience }) }, 6);
    return { ...task, id: `${task.id}:joined:${from}` };
  });
}
