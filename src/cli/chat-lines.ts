/** What the start says of the chats: on, off and which settings turn them on, or not connected. */
import type { Config } from '../config.ts';
import type { Channel } from '../messages/channel.ts';

export function chatLines(
  { slack, discord }: Pick<Config, 'slack' | 'discord'>,
  channels: ReadonlyMap<string, Channel>,
): string[] {
  const over = slack?.appToken === undefined ? 'events over HTTP' : 'Socket Mode';
  const state = (name: string, how: string) =>
    channels.get(name)?.isUp?.() === true
      ? `  on   ${name.padEnd(10)} connected (${how})`
      : `  off  ${name.padEnd(10)} not connected yet: "shortlist doctor" says why`;
  return [
    slack ? state('slack', over) : '  off  slack      SLACK_BOT_TOKEN=xoxb-… and SLACK_APP_TOKEN=xapp-… turn it on',
    discord ? state('discord', serversOf(discord.guilds)) : '  off  discord    DISCORD_TOKEN and DISCORD_GUILDS turn it on',
  ];
}

const serversOf = ({ length }: readonly string[]): string =>
  length === 0 ? 'every server that it is in' : `${length} server${length === 1 ? '' : 's'}`;
