/** Commands, buttons and forms of our own Discord, with its deadlines: three seconds for the first response, fifteen minutes for the rest. */
import { performance } from 'node:perf_hooks';
import type { DiscordGateway } from './discord-gateway-server.ts';
import {
  buttonsOf,
  isObject,
  listOf,
  messageProblems,
  modalProblems,
  readShown,
  textOf,
  type Value,
} from './discord-message-rules.ts';
import type { Answer } from './discord-server.ts';
import { APPLICATION, BOT, type DiscordWorld, messageJson, type WorldMessage } from './discord-world.ts';

export interface Interaction {
  id: string;
  token: string;
  user: string;
  channel: string;
  guild: string | undefined;
  type: number;
  /** The message with the button. */
  source?: string;
  at: number;
  /** Of the first response, in ms after it was told. */
  answeredAfter?: number;
  answeredWith?: number;
  original?: WorldMessage;
  modal?: Value;
  choices?: Value[];
  ended: boolean;
}

export interface DiscordInteractions {
  root: string;
  all: Interaction[];
  /** Tells the bot; the number of the event, undefined without a session. */
  begin(what: { id?: string; user: string; channel: string; type: number; data: object; source?: string }): {
    interaction: Interaction;
    sequence: number | undefined;
  };
  /** All that were begun so far are over. */
  end(): void;
  answer(request: { method: string; path: string; body: Value; uploads: WorldMessage['uploads'] }): Answer;
}

const FIRST_WITHIN_MS = 3_000;
const LASTS_MS = 15 * 60_000;
const refused = (status: number, code: number, message = 'refused'): Answer => ({ status, json: { code, message } });

export function createInteractions(
  world: DiscordWorld,
  gateway: DiscordGateway,
  refuse: (problem: string) => void,
  commands: () => ReadonlyMap<string, Value[]>,
): DiscordInteractions {
  const all: Interaction[] = [];

  function add(interaction: Interaction, body: Value, more: Partial<WorldMessage>): WorldMessage {
    const message: WorldMessage = {
      id: world.next(),
      channel: interaction.channel,
      author: BOT,
      body,
      content: textOf(body.content),
      files: [],
      mentions: [],
      edited: false,
      shown: readShown(body),
      buttons: buttonsOf(body),
      uploads: [],
      at: performance.now(),
      ...more,
    };
    world.messages.push(message);
    return message;
  }

  function callback(interaction: Interaction, { type, data: given }: Value): Answer {
    const data = isObject(given) ? given : {};
    const after = performance.now() - interaction.at;
    if (interaction.answeredWith !== undefined) return refused(400, 40060, 'Interaction has already been acknowledged.');
    if (after > FIRST_WITHIN_MS) return refused(404, 10062, 'Unknown interaction');
    const allowed: Readonly<Record<number, readonly number[]>> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6] };
    if (!allowed[interaction.type]?.includes(Number(type))) return refused(400, 50035, `a response ${String(type)}`);
    const visibleTo = (Number(data.flags ?? 0) & 64) === 0 ? undefined : interaction.user;
    if (type === 4) {
      const problems = messageProblems(data, []);
      if (problems.length > 0) return refused(400, 50035, problems.join(', '));
      interaction.original = add(interaction, data, { visibleTo });
    }
    if (type === 5) interaction.original = add(interaction, {}, { visibleTo, loading: true });
    if (type === 6) interaction.original = world.messages.find((one) => one.id === interaction.source);
    if (type === 8) interaction.choices = listOf(data.choices);
    if (type === 8 && (listOf(data.choices).length > 25 || listOf(data.choices).some((one) => textOf(one.name).length > 100)))
      return refused(400, 50035, 'choices');
    if (type === 9) {
      const problems = modalProblems(data);
      if (problems.length > 0) return refused(400, 50035, problems.join(', '));
      interaction.modal = data;
    }
    interaction.answeredWith = Number(type);
    interaction.answeredAfter = after;
    return { status: 204 };
  }

  function webhook(
    interaction: Interaction,
    method: string,
    path: string,
    body: Value,
    uploads: WorldMessage['uploads'],
  ): Answer {
    if (interaction.ended || performance.now() - interaction.at > LASTS_MS) return refused(401, 50027, 'Invalid Webhook Token');
    if (interaction.answeredWith === undefined) return refused(404, 10015, 'Unknown Webhook');
    const { original } = interaction;
    const isOriginal = path.endsWith('/messages/@original');
    if (isOriginal && !original) return refused(404, 10008, 'Unknown Message');
    if (method === 'GET' && original) return { status: 200, json: messageJson(world, api.root, original) };
    const problems = messageProblems(
      body,
      uploads.map((upload) => upload.name),
    );
    if (problems.length > 0) return refused(400, 50035, problems.join(', '));
    if (isOriginal && original) {
      const shown = { shown: readShown(body), buttons: buttonsOf(body), uploads };
      Object.assign(original, {
        body,
        content: textOf(body.content),
        ...shown,
        loading: false,
        edited: original.loading !== true,
      });
      return { status: 200, json: messageJson(world, api.root, original) };
    }
    const visibleTo = (Number(body.flags ?? 0) & 64) === 0 ? undefined : interaction.user;
    if (interaction.guild !== undefined && visibleTo === undefined) refuse('an answer to a command that everybody sees');
    return { status: 200, json: messageJson(world, api.root, add(interaction, body, { visibleTo, uploads })) };
  }

  /** A command that nobody registered cannot be used. */
  function checkCommand(data: object, guild: string | undefined): void {
    if (!('name' in data)) return;
    const known = [...(commands().get(guild ?? '') ?? []), ...(commands().get('everywhere') ?? [])];
    const direct = guild === undefined ? [...commands().values()].flat() : known;
    if (!direct.some((command) => command.name === data.name)) refuse(`the command ${String(data.name)} is not registered`);
  }

  const api: DiscordInteractions = {
    root: '',
    all,
    begin({ id = world.next(), user, channel, type, data, source }) {
      const guild = world.channels.get(channel)?.guild;
      const known = all.find((one) => one.id === id);
      const interaction: Interaction = known ?? {
        id,
        token: `token.${id}`,
        user,
        channel,
        guild,
        type,
        ...(source === undefined ? {} : { source }),
        at: performance.now(),
        ended: false,
      };
      if (!known) all.push(interaction);
      checkCommand(data, guild);
      const message = source === undefined ? undefined : { id: source, channel_id: channel };
      const who = guild === undefined ? { user: { id: user } } : { member: { user: { id: user } }, guild_id: guild };
      const told = {
        id,
        token: interaction.token,
        application_id: APPLICATION,
        type,
        channel_id: channel,
        data,
        message,
        ...who,
        version: 1,
      };
      return { interaction, sequence: gateway.tell('INTERACTION_CREATE', told, guild === undefined ? 'direct' : 'guild') };
    },
    end() {
      for (const interaction of all) interaction.ended = true;
    },
    answer({ method, path, body, uploads }) {
      const [, , first = '', token = ''] = path.split('/');
      const interaction = all.find((one) => one.token === token);
      if (!interaction) return path.startsWith('/interactions/') ? refused(404, 10062) : refused(404, 10015);
      if (path === `/interactions/${interaction.id}/${token}/callback`) return callback(interaction, body);
      return first === APPLICATION ? webhook(interaction, method, path, body, uploads) : refused(404, 10015);
    },
  };
  return api;
}
