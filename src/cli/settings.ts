/** What every subcommand gets from the global options. */
import { Command, InvalidArgumentError } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { type Clock, clockStartingAt, systemClock } from '../domain/clock.ts';
import { createTerminal, type Terminal } from './terminal.ts';

export interface Settings {
  config: Config;
  clock: Clock;
  terminal: Terminal;
  as?: string;
}

/** Throws ConfigError. */
function settingsOf(command: Command): Settings {
  const options: { data?: string; database?: string; json?: boolean; as?: string } = command.optsWithGlobals();
  const config = readConfig({ dataFolder: options.data, databaseUrl: options.database });
  const clock = config.startAt ? clockStartingAt(config.startAt) : systemClock;
  return { config, clock, terminal: createTerminal(options.json === true), as: options.as };
}

/** Runs a subcommand and gives its exit code to the process. */
export function action<A extends readonly unknown[]>(
  run: (settings: Settings, ...args: A) => Promise<void>,
): (...args: unknown[]) => Promise<void> {
  return async (...args) => {
    const command = args.at(-1);
    if (!(command instanceof Command)) throw new TypeError('commander gives the command last');
    const settings = settingsOf(command);
    // Commander knows the arguments by the command's declaration only; whoever calls `action` repeats it as A.
    await run(settings, ...(args.slice(0, -1) as unknown as A));
    if (settings.terminal.exitCode !== 0) process.exitCode = settings.terminal.exitCode;
  };
}

/** A whole number from `low` to `high`; commander shows the message with the option's name. */
export const wholeNumber =
  (low: number, high: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high)
      throw new InvalidArgumentError(`a whole number from ${low} to ${high} is needed`);
    return value;
  };
