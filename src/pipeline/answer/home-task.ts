import type { NewTask } from '../../domain/steps.ts';

/** One a home, however often it is asked for. */
export const homeTask = ({
  workspace,
  personId,
  identityId,
}: {
  workspace: string;
  personId: string;
  identityId: string;
}): Extract<NewTask, { step: 'publishHome' }> => ({
  id: `home:${identityId}`,
  workspace,
  step: 'publishHome',
  payload: { personId, identityId },
});
