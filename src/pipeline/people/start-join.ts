/** Two people become one (F8.2): the first commit. From then on all their addresses are one person's; what they have follows in slices. */
import type { Change } from '../../domain/changes.ts';
import type { PersonId } from '../../domain/ids.ts';
import { higherRole, type Person } from '../../domain/people.ts';
import type { NewTask } from '../../domain/steps.ts';
import { joinTaskId, olderOf } from '../../store/joins.ts';
import { identitiesOf } from '../../store/people.ts';
import type { Store } from '../../store/store.ts';

export interface StartedJoin {
  /** Who stays: the older of the two. */
  to: PersonId;
  changes: Change[];
  tasks: NewTask[];
}

/** Both have to be proven to be who they say; `linkId` is the code that joins them, and works once. */
export async function startJoin(store: Store, people: readonly [Person, Person], linkId: string): Promise<StartedJoin> {
  const [a, b] = people;
  const { workspace } = a;
  const older = await olderOf(store, workspace, a.id, b.id);
  const [to, from] = older === a.id ? [a, b] : [b, a];
  const at = store.clock.now().getTime();
  const moved = (await identitiesOf(store, workspace, from.id)).map(
    ({ id }): Change => ({ kind: 'identityMoved', workspace, identityId: id, from: from.id, to: to.id }),
  );
  return {
    to: to.id,
    changes: [
      { kind: 'linkCodeUsed', workspace, linkId, at },
      { kind: 'linkCodesDropped', workspace, personId: from.id },
      { kind: 'linkCodesDropped', workspace, personId: to.id },
      ...moved,
      ...settled(from, to),
    ],
    tasks: [joinTask(workspace, from.id, to.id)],
  };
}

export const joinTask = (workspace: string, from: PersonId, to: PersonId, waitFor?: string[]): NewTask => ({
  id: joinTaskId(from),
  workspace,
  step: 'joinPersons',
  payload: { from, to, ...(waitFor === undefined ? {} : { waitFor }) },
  priority: 3,
});

/** What one person has only once: the older one's, else the other's; of the roles the higher. */
function settled(from: Person, to: Person): Change[] {
  const { workspace } = to;
  const digest =
    to.digest === 'unset' && from.digest !== 'unset'
      ? {
          digest: from.digest,
          digestTime: from.digestTime,
          digestWeekday: from.digestWeekday ?? null,
          digestPausedUntil: from.digestPausedUntil ?? null,
          digestChannel: from.digestChannel ?? null,
          timeZone: from.timeZone,
        }
      : {};
  const changes: Change[] = [
    {
      kind: 'personSettingsChanged',
      workspace,
      personId: to.id,
      name: to.name ?? from.name,
      role: higherRole(from.role, to.role),
      preferences: to.preferences === undefined ? from.preferences : undefined,
      ...digest,
    },
    // No digest leaves on the way.
    { kind: 'personSettingsChanged', workspace, personId: from.id, digest: 'off' },
  ];
  if (from.noticedAt !== undefined) changes.push({ kind: 'personNoticed', workspace, personId: to.id, at: from.noticedAt });
  if (to.ownCandidateId === undefined && from.ownCandidateId !== undefined)
    changes.push({ kind: 'ownCandidateSet', workspace, personId: to.id, candidateId: from.ownCandidateId });
  return changes;
}
