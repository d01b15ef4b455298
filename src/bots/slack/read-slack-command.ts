/** A slash command → ours: `/shortlist match`, or a command under its own short name: `/match`. Pure. */
import { z } from 'zod';
import type { CommandFace } from '../../commands/registry.ts';
import { NOTHING, type ReadContext, type SlackEvent } from './slack-event.ts';
import { answerPlace } from './slack-invocation.ts';
import { plainSlackText } from './slack-text.ts';

const Command = z.object({
  team_id: z.string(),
  trigger_id: z.string(),
  user_id: z.string(),
  channel_id: z.string().optional(),
  response_url: z.string().optional(),
  command: z.string(),
  text: z.string().default(''),
});

/** The one command that takes all others as its words. */
export const MAIN_COMMAND = '/shortlist';
const POSTING_CODE = /^j[0-9a-z]{8}$/i;

export function readSlackCommand(body: unknown, context: ReadContext): SlackEvent {
  const read = Command.safeParse(body);
  if (!read.success) return NOTHING;
  const { team_id: team, trigger_id: trigger, user_id: user, channel_id: channel, response_url: responseUrl } = read.data;
  if (team !== context.us.team) return { kind: 'elsewhere' };
  const typed = plainSlackText(read.data.text, context.us.user).split(/\s+/).filter(Boolean);
  const [name, ...words] =
    read.data.command === MAIN_COMMAND ? mainWords(typed) : [nameOf(context.commands, read.data.command), ...typed];
  return {
    kind: 'command',
    trigger,
    asksForm: false,
    typed: true,
    command: {
      channel: 'slack',
      eventKey: `command:${team}:${trigger}`,
      ...answerPlace({ user, channel, responseUrl }, context),
      sender: { address: user, verified: true },
      command: name ?? 'help',
      words,
      options: {},
    },
  };
}

/** `/shortlist j4f7k2m9q` is the command `shortlist` itself. */
const mainWords = (typed: string[]): string[] => (POSTING_CODE.test(typed[0] ?? '') ? ['shortlist', ...typed] : typed);

/** The command behind a short name. */
function nameOf(commands: readonly CommandFace[], slash: string): string {
  const name = slash.replace(/^\//, '');
  return commands.find((face) => face.slash === name)?.name ?? name;
}
