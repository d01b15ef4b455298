/** For the doctor: do both tokens open what they should? Changes nothing in Slack. */
import { createSlackApi, type SlackAccount } from './slack-api.ts';
import { setupFix, slackErrorCode } from './slack-problem.ts';

export type SlackProbe = { team: string } | { token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'; error: string; fix: string };

const REACH = 'Check that this machine may connect to slack.com (port 443).';

export async function probeSlack(account: SlackAccount): Promise<SlackProbe> {
  const failed = (token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN') => (error: unknown) => ({
    token,
    error: slackErrorCode(error),
    fix: setupFix(error) ?? REACH,
  });
  const bot = await createSlackApi(account).auth.test().catch(failed('SLACK_BOT_TOKEN'));
  if ('fix' in bot) return { ...bot, token: 'SLACK_BOT_TOKEN', error: String(bot.error), fix: String(bot.fix) };
  const app = await createSlackApi(account, account.appToken).apps.connections.open({}).catch(failed('SLACK_APP_TOKEN'));
  if ('fix' in app) return { token: 'SLACK_APP_TOKEN', error: String(app.error), fix: String(app.fix) };
  return { team: bot.team ?? 'a workspace' };
}
