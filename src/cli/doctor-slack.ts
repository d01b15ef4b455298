/** The doctor's look at Slack. */
import type { Settings } from './settings.ts';

export async function checkSlack({
  config,
}: Pick<Settings, 'config'>): Promise<{ check: string; ok: boolean; detail: string; fix?: string }> {
  const check = 'slack';
  const { slack, http } = config;
  if (!slack) return { check, ok: true, detail: 'off (SLACK_BOT_TOKEN and SLACK_APP_TOKEN turn it on; see docs/slack.md)' };
  const { probeSlack } = await import('../bots/slack/probe-slack.ts');
  const probe = await probeSlack(slack);
  if (probe.outcome === 'token')
    return { check, ok: false, detail: `${probe.token} does not work: ${probe.error}`, fix: probe.fix };
  if (probe.outcome === 'scopes')
    return {
      check,
      ok: false,
      detail: `the app lacks scopes: ${probe.missing.join(', ')}`,
      fix: probe.fix,
    };
  const way =
    slack.appToken !== undefined
      ? 'events come over a socket'
      : `events come to ${http.publicUrl ?? 'the public address of this service'}/slack/events`;
  return { check, ok: true, detail: `the workspace is ${probe.team}; every scope is there; ${way}` };
}
