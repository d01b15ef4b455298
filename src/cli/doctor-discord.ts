/** The doctor's look at Discord. */
import type { Settings } from './settings.ts';

export async function checkDiscord({
  config,
}: Pick<Settings, 'config'>): Promise<{ check: string; ok: boolean; detail: string; fix?: string }> {
  const check = 'discord';
  if (!config.discord) return { check, ok: true, detail: 'off (DISCORD_TOKEN turns it on; see docs/discord.md)' };
  const { probeDiscord } = await import('../bots/discord/probe-discord.ts');
  const probe = await probeDiscord(config.discord);
  if ('error' in probe) return { check, ok: false, detail: `DISCORD_TOKEN does not work: ${probe.error}`, fix: probe.fix };
  const { name, missing, invite, guilds } = probe;
  const [first] = missing;
  if (first !== undefined)
    return {
      check,
      ok: false,
      detail: `the bot is not in the server ${missing.join(', ')}`,
      fix: `Invite it: ${invite} – or take the server out of DISCORD_GUILDS.`,
    };
  return { check, ok: true, detail: `the token is good; ${name} is in ${guilds} servers. To invite it: ${invite}` };
}
