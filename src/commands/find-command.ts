/** A command by what people call it, and the nearest one to what they mistyped. Pure. */
import type { Role } from '../domain/people.ts';
import { type Command, mayUse } from './registry.ts';

/** By its name, another word for it, or its short name of a platform. */
export function findCommand(name: string, commands: readonly Command[]): Command | undefined {
  const asked = name.trim().toLowerCase().replace(/^\//, '');
  return commands.find((one) => one.name === asked || one.slash === asked || one.aliases?.includes(asked));
}

/** Longer texts are sentences, not commands. */
const LONGEST_TEXT = 60;
const MOST_WORDS = 5;
const SHORTEST_NAME = 3;
/** Two slips only in longer words: "hello" is no "help". */
const LONG_NAME = 6;

/** What a short text that is no command may have been meant to be, of those that the role may use. */
export function nearestCommand(text: string, role: Role, commands: readonly Command[]): string | undefined {
  const line = text.trim();
  const [first = '', ...more] = line
    .toLowerCase()
    .replace(/^\/?(?:shortlist\s+)?/, '')
    .split(/\s+/);
  if (line.length > LONGEST_TEXT || line.includes('\n') || more.length >= MOST_WORDS || first.length < SHORTEST_NAME)
    return undefined;
  const names = commands
    .filter((command) => command.textual !== false && mayUse(role, command))
    .flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => ({ name, command: command.name })));
  const rated = names.map(({ name, command }) => ({
    command,
    away: distance(first, name),
    allowed: name.length >= LONG_NAME ? 2 : 1,
  }));
  const near = rated.filter(({ away, allowed }) => away <= allowed);
  return near.sort((a, b) => a.away - b.away)[0]?.command;
}

/** Insertions, deletions, substitutions and swaps of neighbours. Both are short: a name, and a word of at most sixty letters. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const at = (x: number, y: number) => (x === i ? row[y] : rows[x]?.[y]) ?? Number.POSITIVE_INFINITY;
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY;
}
