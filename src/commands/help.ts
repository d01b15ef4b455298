import { buildUsageCard } from '../messages/error-card.ts';
import { buildHelpCard } from '../messages/help-card.ts';
import { findCommand } from './find-command.ts';
import { type Command, type CommandResult, defineCommand, mayUse } from './registry.ts';

/** `help` needs the list it is part of, so it is made with it. */
export function createHelp(others: readonly Command[]): Command {
  return defineCommand<{ about?: Command; all?: boolean }>({
    name: 'help',
    usage: 'help [command, or all]',
    summary: 'what I can do',
    examples: ['help', 'help digest', 'help all'],
    role: 'candidate',
    slash: 'help',
    options: [{ name: 'command', summary: 'One command; all shows every one', kind: 'words' }],
    parse([word, ...more]) {
      if (word === undefined) return {};
      if (word.toLowerCase() === 'all' && more.length === 0) return { all: true };
      const about = more.length === 0 ? findCommand(word, others) : undefined;
      return about && { about };
    },
    async run({ viewer, channel }, { about, all }): Promise<CommandResult> {
      if (about && mayUse(viewer.role, about)) return { card: usageOf(about), json: [describe(about)] };
      const usable = others.filter((command) => mayUse(viewer.role, command));
      const commands = usable.map(({ usage, summary, slash }) => ({ command: usage, does: summary, slash }));
      return { card: buildHelpCard({ commands, channel, all }), json: usable.map(describe) };
    },
  });
}

const describe = ({ name, usage, summary, examples, role }: Command) => ({ name, usage, summary, examples, role });

function usageOf(command: Command) {
  const [example = command.usage] = command.examples;
  return buildUsageCard({
    command: command.name,
    problem: `"${command.name}" shows ${command.summary}`,
    usage: command.usage,
    example,
  });
}
