/** The mail address in a person's profile: confirmed by the workspace's own people, so it counts as theirs. */
import { PermanentFailure } from '../../domain/errors.ts';
import type { SlackApi } from './slack-api.ts';
import { retryableProblem, setupFix } from './slack-problem.ts';

/** Undefined for programs, guests of other workspaces (nobody here confirmed theirs) and without the scope users:read.email. Throws RetryLater. */
export async function readProfileAddress(api: SlackApi, user: string): Promise<string | undefined> {
  try {
    const { user: found } = await api.users.info({ user: user.toUpperCase() });
    if (!found || found.is_bot || found.deleted || found.is_stranger || found.is_email_confirmed === false) return undefined;
    const { team_id: home } = await api.auth.test();
    return found.team_id === home ? found.profile?.email?.toLowerCase() : undefined;
  } catch (error) {
    if (setupFix(error) !== undefined) return undefined;
    const problem = retryableProblem(error);
    if (problem instanceof PermanentFailure) return undefined;
    throw problem;
  }
}
