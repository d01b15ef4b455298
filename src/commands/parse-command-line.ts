/** A line of text → a command and its words, or undefined. Pure; mail and chat use it before anything is stored. */
import type { Command } from './registry.ts';

export interface ParsedLine {
  command: Command;
  words: readonly string[];
}

/** Longer lines are prose that happens to begin with a command's name. */
const LONGEST_LINE = 120;

/** `shortlist` alone and a leading `/` are for people who also use the terminal and chats. */
function wordsOf(line: string): string[] {
  const words = line
    .trim()
    .replace(/^\//, '')
    .replace(/[.!?]+$/, '')
    .split(/\s+/)
    .filter(Boolean);
  return words[0]?.toLowerCase() === 'shortlist' && words.length > 1 && !isId(words[1]) ? words.slice(1) : words;
}

const isId = (word: string | undefined): boolean => word !== undefined && /^j[0-9a-z]{8}$/i.test(word);

/** Exactly a command: its name and words that it accepts. "Help me with my application" is none, because `help` knows no such topic. */
export function parseCommandLine(line: string, commands: readonly Command[]): ParsedLine | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const [name, ...words] = wordsOf(line);
  const asked = name?.toLowerCase() ?? '';
  const command = commands.find((one) => one.textual !== false && (one.name === asked || one.aliases?.includes(asked)));
  return command?.accepts(words) ? { command, words } : undefined;
}
