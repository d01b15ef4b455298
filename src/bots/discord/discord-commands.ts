/** The commands of the registry as Discord's: typed options, choices, completion. Pure. */
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandFace, CommandOption } from '../../commands/registry.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { cutText } from './discord-text.ts';

type Definition = RESTPutAPIApplicationCommandsJSONBody[number];

/** Every command, also those without a name of their own: `/shortlist command:…`. */
export const MAIN_COMMAND = 'shortlist';
export const LINE_OPTION = 'command';
/** On a message, by a right-click: its files. */
export const ADD_TO_PIPELINE = 'Add to pipeline';
export const RESUME_COMMAND = 'resume';

/** In the servers where the bot is and in its direct conversations; nobody installs it for themselves alone. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};
const NAME = /^[\p{Ll}\p{N}_-]{1,32}$/u;

/** What is registered. Commands of recruiters are there for everybody, as Discord knows no roles of ours; who may not use one is told so. */
export function commandDefinitions(faces: readonly CommandFace[]): Definition[] {
  const own = faces.filter((face) => face.slash !== undefined && face.slash !== MAIN_COMMAND && NAME.test(face.slash));
  const once = own.filter((face, index) => own.findIndex((other) => other.slash === face.slash) === index);
  return [mainCommand(), addToPipeline(), ...once.slice(0, DISCORD_LIMITS.commands - 2).map(ownCommand)];
}

const describe = (text: string): string => cutText(text.replace(/\s+/g, ' ').trim(), DISCORD_LIMITS.description) || '…';

const mainCommand = (): Definition => ({
  ...EVERYWHERE,
  type: ApplicationCommandType.ChatInput,
  name: MAIN_COMMAND,
  description: 'Everything that Shortlist can do; "help" lists it',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: LINE_OPTION,
      description: 'What to do, for example: match',
      autocomplete: true,
    },
  ],
});

const addToPipeline = (): Definition => ({ ...EVERYWHERE, type: ApplicationCommandType.Message, name: ADD_TO_PIPELINE });

function ownCommand({ slash = '', summary, options = [] }: CommandFace): Definition {
  const valid = options.filter((option) => NAME.test(option.name)).slice(0, DISCORD_LIMITS.options);
  // Discord wants what is required first.
  const ordered = [...valid.filter((option) => option.required === true), ...valid.filter((option) => option.required !== true)];
  return {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: slash,
    description: describe(summary),
    options: ordered.map(optionOf),
  };
}

function optionOf({
  name,
  summary,
  kind,
  required = false,
  choices = [],
  suggests,
}: CommandOption): APIApplicationCommandBasicOption {
  const base = { name, description: describe(summary), required };
  if (kind === 'number') return { ...base, type: ApplicationCommandOptionType.Integer, min_value: 0 };
  if (kind === 'file') return { ...base, type: ApplicationCommandOptionType.Attachment };
  if (suggests !== undefined) return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
  return { ...base, type: ApplicationCommandOptionType.String, ...(choices.length > 0 ? { choices: choicesOf(choices) } : {}) };
}

/** Also of completions. */
export const choicesOf = (choices: readonly { name: string; value: string }[]): { name: string; value: string }[] =>
  choices
    .filter(({ name, value }) => name.trim() !== '' && value !== '' && value.length <= DISCORD_LIMITS.choiceName)
    .slice(0, DISCORD_LIMITS.choices)
    .map(({ name, value }) => ({ name: cutText(name, DISCORD_LIMITS.choiceName), value }));

/** Completes the line of `/shortlist`: commands whose name or purpose holds what was typed, names first. */
export function suggestCommands(faces: readonly CommandFace[], typed: string): { name: string; value: string }[] {
  const [first = '', ...rest] = typed.trim().toLowerCase().split(/\s+/);
  if (rest.length > 0) return choicesOf([{ name: typed.trim(), value: typed.trim() }]);
  const begins = faces.filter((face) => face.name.startsWith(first));
  const holds = faces.filter((face) => !begins.includes(face) && face.summary.toLowerCase().includes(first));
  return choicesOf([...begins, ...holds].map(({ name, summary }) => ({ name: `${name} – ${summary}`, value: name })));
}
