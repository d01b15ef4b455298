/** Tells Discord our commands: in the configured servers, where a change shows at once, else everywhere. Only what changed is sent. */
import { createHash } from 'node:crypto';
import { type REST, type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import type { ChannelState } from '../../messages/channel.ts';

export interface RegisterOptions {
  api: REST;
  state: Pick<ChannelState, 'cursor' | 'moveCursor'>;
  application: string;
  guilds: readonly string[];
  definitions: RESTPutAPIApplicationCommandsJSONBody;
  /** A server that the bot is not in, for one. */
  onProblem(guild: string | undefined, error: unknown): void;
}

export async function registerCommands(options: RegisterOptions): Promise<void> {
  const { api, application, guilds, definitions, onProblem } = options;
  const global = Routes.applicationCommands(application);
  const targets: [string | undefined, `/${string}`, RESTPutAPIApplicationCommandsJSONBody][] =
    guilds.length === 0
      ? [[undefined, global, definitions]]
      : [
          // What an earlier configuration left there would show every command twice.
          [undefined, global, []],
          ...guilds.map((guild): [string, `/${string}`, RESTPutAPIApplicationCommandsJSONBody] => [
            guild,
            Routes.applicationGuildCommands(application, guild),
            definitions,
          ]),
        ];
  for (const [guild, route, body] of targets)
    await overwrite(options, `discord:commands:${application}:${guild ?? 'everywhere'}`, api, route, body).catch(
      (error: unknown) => onProblem(guild, error),
    );
}

/** Discord counts registrations a day, and takes seconds for each. */
async function overwrite(
  { state }: RegisterOptions,
  source: string,
  api: REST,
  route: `/${string}`,
  body: RESTPutAPIApplicationCommandsJSONBody,
): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 32);
  const before = await state.cursor(source);
  if (before === hash || (before === undefined && body.length === 0)) return;
  await api.put(route, { body });
  await state.moveCursor(source, hash);
}
