/** For the doctor: does each token open what it should, and was the app given its scopes? Changes nothing in Slack. */
import { createSlackApi, type SlackAccount } from './slack-api.ts';
import { setupFix, slackErrorCode } from './slack-problem.ts';
import { askWhoWeAre, scopeFix } from './slack-self.ts';

type Token = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';
export type SlackProbe =
  | { outcome: 'good'; team: string }
  | { outcome: 'token'; token: Token; error: string; fix: string }
  | { outcome: 'scopes'; missing: readonly string[]; fix: string };

const REACH = 'Check that this machine may connect to slack.com (port 443).';

export async function probeSlack(account: SlackAccount): Promise<SlackProbe> {
  const failed = (token: Token, error: unknown): SlackProbe => ({
    outcome: 'token',
    token,
    error: slackErrorCode(error),
    fix: setupFix(error) ?? REACH,
  });
  const us = await askWhoWeAre(createSlackApi(account)).catch((error: unknown) => failed('SLACK_BOT_TOKEN', error));
  if ('outcome' in us) return us;
  if (account.appToken !== undefined) {
    const socket = await createSlackApi(account, account.appToken)
      .apps.connections.open({})
      .catch((error: unknown) => failed('SLACK_APP_TOKEN', error));
    if (isProbe(socket)) return socket;
  }
  const { missingScopes: missing } = us;
  return missing.length > 0 ? { outcome: 'scopes', missing, fix: scopeFix(missing) } : { outcome: 'good', team: us.teamName };
}

const isProbe = (answer: object): answer is SlackProbe => 'outcome' in answer;
