/** Who we are in the workspace: asked before the first event is read. */
import type { SlackApi } from './slack-api.ts';
import { BOT_SCOPES } from './slack-methods.ts';

export interface SlackSelf {
  /** The user id of the bot. */
  user: string;
  team: string;
  teamName: string;
  /** Of BOT_SCOPES, those that the app was not given. */
  missingScopes: readonly string[];
}

export async function askWhoWeAre(api: SlackApi): Promise<SlackSelf> {
  const { user_id: user, team_id: team, team: teamName = 'a workspace', response_metadata } = await api.auth.test();
  if (user === undefined || team === undefined) throw new Error('auth.test names no user');
  const granted = response_metadata?.scopes;
  return {
    user,
    team,
    teamName,
    missingScopes: granted === undefined ? [] : BOT_SCOPES.filter((scope) => !granted.includes(scope)),
  };
}

/** What an administrator does about scopes that the app was not given. */
export const scopeFix = (missing: readonly string[]): string =>
  `Add ${missing.join(', ')} to the bot token scopes of the app ("OAuth & Permissions"), or paste docs/slack/manifest.json as its manifest, and install it again.`;
