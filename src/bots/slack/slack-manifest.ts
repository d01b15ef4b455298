/** The app as Slack is told of it: from the faces of the commands, and from what the code needs of a workspace. */
import type { CommandFace } from '../../commands/registry.ts';
import { MAIN_COMMAND } from './read-slack-command.ts';
import { SLACK_PATHS } from './slack-http.ts';
import { BOT_SCOPES, EVENT_SCOPES } from './slack-methods.ts';
import { ADD_TO_PIPELINE, SEND_A_RESUME } from './slack-shortcuts.ts';
import { cutText } from './slack-text.ts';

/** https://docs.slack.dev/reference/app-manifest */
const LIMITS = { slashCommands: 50, command: 32, description: 2_000, usageHint: 1_000, shortDescription: 140 };

/** Slack's own commands of these names win; `help` everybody would take for Slack's. */
const TAKEN = new Set(
  'active apps archive away call collapse dm expand feed feedback help huddle invite join kick leave me msg mute open prefs remind remove rename search shortcuts shrug star status topic unarchive unstar who workflow'.split(
    ' ',
  ),
);

/** At least 174 characters: Slack refuses shorter ones. */
const LONG_DESCRIPTION =
  'Send Shortlist a resume: in a direct message, in a channel that it was invited to, with the shortcut or with a form. It reads the file, ' +
  'shows what it understood, finds the open jobs that fit and says why. Reactions and buttons move what it shows next, and once a day it ' +
  'sends what is new. It is an automated assistant: whatever is about a person is answered privately, and "/shortlist privacy" says what is kept.';

/** `publicUrl` for events over HTTP, without a slash at the end; without it they come over a socket (Socket Mode). */
export function slackManifest(commands: readonly CommandFace[], publicUrl?: string): object {
  const [events, slash, interactions] = SLACK_PATHS.map((path) => (publicUrl === undefined ? undefined : `${publicUrl}${path}`));
  const at = (name: string, url: string | undefined) => (url === undefined ? {} : { [name]: url });
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Shortlist',
      description: 'Reads resumes, finds the jobs that fit and says why.',
      long_description: LONG_DESCRIPTION,
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Shortlist', always_online: true },
      shortcuts: [SEND_A_RESUME, ADD_TO_PIPELINE].map(({ name, type, callback_id, description }) => ({
        name,
        type,
        callback_id,
        description,
      })),
      slash_commands: slashCommands(commands).map((command) => ({ ...command, ...at('url', slash), should_escape: false })),
    },
    oauth_config: { scopes: { bot: BOT_SCOPES } },
    settings: {
      event_subscriptions: { ...at('request_url', events), bot_events: Object.keys(EVENT_SCOPES).sort() },
      interactivity: { is_enabled: true, ...at('request_url', interactions) },
      org_deploy_enabled: false,
      socket_mode_enabled: publicUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** `/shortlist` and the short names, as far as Slack has room for them; the others are reached through the first. */
function slashCommands(commands: readonly CommandFace[]): { command: string; description: string; usage_hint: string }[] {
  const main = {
    command: MAIN_COMMAND,
    description: 'Everything Shortlist can do: "help" shows it',
    usage_hint: 'help | match | why <match> | jobs | profile | digest',
  };
  const short = commands.flatMap(({ slash, summary, usage }) => {
    if (slash === undefined || TAKEN.has(slash) || `/${slash}`.length > LIMITS.command) return [];
    const hint = usage.split(' ').slice(1).join(' ');
    return [
      {
        command: `/${slash}`,
        description: cutText(summary, LIMITS.shortDescription),
        usage_hint: cutText(hint, LIMITS.usageHint),
      },
    ];
  });
  return [main, ...short.filter(({ command }) => command !== MAIN_COMMAND)].slice(0, LIMITS.slashCommands);
}
