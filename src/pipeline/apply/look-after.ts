/** Taking a job on: by posting or selecting it (F4.10). And the step that opens the applications that are there already. */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Person } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import { standingApplications } from '../../store/applications.ts';
import { readersOf } from '../../store/selections.ts';
import type { Store } from '../../store/store.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';

/** Each makes two rows, and no transaction holds more than 200 (rule R1). */
const A_PAGE = 80;

/** The digest is on from the first job on, unless it was ever switched: not before now, and never on Discord, where it is opt-in. */
export function lookAfter(
  person: Person,
  job: { postingId: string; channel: string; at: number },
): { changes: Change[]; tasks: NewTask[]; switchesDigestOn: boolean } {
  const { workspace, id: personId } = person;
  const { postingId, channel, at } = job;
  const switchesDigestOn = person.digest === 'unset' && channel !== 'discord';
  const changes: Change[] = [{ kind: 'postingSelected', workspace, postingId, personId, channel, at }];
  if (switchesDigestOn) changes.push({ kind: 'personSettingsChanged', workspace, personId, digest: 'on', digestPausedUntil: at });
  return { changes, tasks: [openTask(workspace, postingId, personId, undefined)], switchesDigestOn };
}

/** One page of it, from a cursor on. */
export const openTask = (workspace: string, postingId: string, personId: string, after: string | undefined): NewTask => ({
  id: `open:${workspace}:${postingId}:${personId}:${after ?? ''}`,
  workspace,
  step: 'openApplications',
  payload: { postingId, personId, ...(after === undefined ? {} : { after }) },
  priority: 4,
});

/** What was there when they took the job on stands in `applications`; only what comes later is worth a message. */
export function createOpenApplications({ store, clock }: { store: Store; clock: Clock }): StepHandler<'openApplications'> {
  return async (task) => {
    const { workspace } = task;
    const { postingId, personId, after } = task.payload;
    if (!(await readersOf(store, workspace, [postingId])).get(postingId)?.includes(personId)) return NOTHING;
    const page = await standingApplications(store, workspace, postingId, after, A_PAGE);
    const at = clock.now().getTime();
    const changes = page.flatMap(({ id, candidateId, resumeId, submissionId, personId: applicant, updatedAt }): Change[] => {
      if (applicant === personId) return [];
      const granted: Change = {
        kind: 'accessGranted',
        workspace,
        candidateId,
        personId,
        submissionId,
        resumeId,
        reason: 'application',
        at,
      };
      const told: Change = { kind: 'applicationTold', workspace, applicationId: id, personId, told: resumeId, at: 0 };
      return updatedAt <= task.createdAt ? [granted, told] : [granted];
    });
    const last = page.at(-1);
    const tasks = last && page.length === A_PAGE ? [openTask(workspace, postingId, personId, last.id)] : [];
    return { changes, tasks, messages: [] };
  };
}
