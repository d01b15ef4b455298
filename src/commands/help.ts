import { buildUsageCard } from '../messages/error-card.ts';
import { buildHelpCard } from '../messages/help-card.ts';
import { type Command, type CommandResult, defineCommand, mayUse } from './registry.ts';

/** `help` needs the list it is part of, so it is made with it. */
export function createHelp(others: readonly Command[]): Command {
  return defineCommand<{ about?: Command }>({
    name: 'help',
    usage: 'help [command]',
    summary: 'what I can do',
    examples: ['help', 'help digest'],
    role: 'candidate',
    parse([word, ...more]) {
      if (word === undefined) return {};
      const about = more.length === 0 ? others.find((command) => command.name === word.toLowerCase()) : undefined;
      return about && { about };
    },
    async run({ viewer, channel }, { about }): Promise<CommandResult> {
      if (about && mayUse(viewer.role, about)) return { card: usageOf(about), json: [describe(about)] };
      const usable = others.filter((command) => mayUse(viewer.role, command));
      const commands = usable.map(({ usage, summary }) => ({ command: usage, does: summary }));
      return { card: buildHelpCard({ commands, channel }), json: usable.map(describe) };
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
