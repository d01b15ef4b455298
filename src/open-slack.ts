/** Slack as the service wires it. */
import type { SlackChannel, SlackOptions } from './bots/slack/create-slack-channel.ts';
import { commandFaces } from './commands/command-faces.ts';
import { DEFAULT_WORKSPACE } from './domain/ids.ts';
import type { Parts } from './service-parts.ts';

/** Undefined when it is off. Its library is imported only when it is on: half a second of the start. */
export async function openSlack(
  { config, clock, log, store }: Pick<Parts, 'config' | 'clock' | 'log' | 'store'>,
  timings: Pick<SlackOptions, 'timings' | 'spacingMs'> | undefined,
): Promise<SlackChannel | undefined> {
  if (!config.slack) return undefined;
  const { createSlackChannel } = await import('./bots/slack/create-slack-channel.ts');
  const readBlob = (blob: string) => store.blobs.get(DEFAULT_WORKSPACE, blob);
  return createSlackChannel({ account: config.slack, log, clock, commands: commandFaces(), readBlob, ...timings });
}
