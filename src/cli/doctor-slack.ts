/** The doctor's look at Slack. */
import type { Settings } from './settings.ts';

export async function checkSlack({
  config,
}: Pick<Settings, 'config'>): Promise<{ check: string; ok: boolean; detail: string; fix?: string }> {
  const check = 'slack';
  if (!config.slack) return { check, ok: true, detail: 'off (SLACK_BOT_TOKEN and SLACK_APP_TOKEN turn it on)' };
  const { probeSlack } = await import('../bots/slack/probe-slack.ts');
  const probe = await probeSlack(config.slack);
  if ('team' in probe) return { check, ok: true, detail: `both tokens are good; the workspace is ${probe.team}` };
  return { check, ok: false, detail: `${probe.token} does not work: ${probe.error}`, fix: probe.fix };
}
