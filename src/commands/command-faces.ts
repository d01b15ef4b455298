/** What channels show of the commands: names, options, examples, no handlers. `main.ts` hands it to them. */
import { COMMANDS } from './all-commands.ts';
import type { Command, CommandFace, CommandOption } from './registry.ts';

/** In the order that help shows them. `options` is always given: empty for a command without arguments. */
export function commandFaces(): readonly CommandFace[] {
  return COMMANDS.map(({ name, aliases, usage, summary, examples, role, options, slash, form, ...command }) => ({
    name,
    aliases,
    usage,
    summary,
    examples,
    role,
    slash,
    options: options ?? wordsOption({ ...command, name, usage }),
    hasForm: form !== undefined,
  }));
}

/** Without options of its own a command takes its words as they are; it needs some when it accepts none. */
function wordsOption({ name, usage, accepts }: Pick<Command, 'name' | 'usage' | 'accepts'>): CommandOption[] {
  if (usage === name) return [];
  return [{ name: 'words', summary: usage.slice(0, 100), kind: 'words', required: !accepts([]) }];
}
