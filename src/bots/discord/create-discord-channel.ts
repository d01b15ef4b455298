/** Discord as a channel: the gateway in, the REST API out. Loaded only when DISCORD_TOKEN is set. */
import type { REST } from 'discord.js';
import type { CommandFace } from '../../commands/registry.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Channel, ChannelEvents, ChannelState } from '../../messages/channel.ts';
import { createCatchUp } from './catch-up.ts';
import { createDiscordApi, type DiscordAccount } from './discord-api.ts';
import { commandDefinitions } from './discord-commands.ts';
import {
  createDiscordConnection,
  DISCORD_TIMINGS,
  type DiscordConnection,
  type DiscordLog,
  type DiscordTimings,
} from './discord-connection.ts';
import type { GatewayEvent } from './discord-gateway.ts';
import { discordErrorCode, setupFix } from './discord-problem.ts';
import { fetchDiscordFile } from './fetch-discord-file.ts';
import { openKnownPlaces } from './known-places.ts';
import { markDiscordMessage } from './mark-discord-message.ts';
import { createReadPage } from './read-pages.ts';
import { readWatchedPlace } from './read-watched-place.ts';
import { registerCommands } from './register-commands.ts';
import { createDiscordSender } from './send-discord.ts';
import { openSessionStore } from './session-store.ts';
import { takeDiscordEvent, takeMessage } from './take-discord-event.ts';
import { createTurns } from './take-turns.ts';
import { createStrangers } from './tell-strangers.ts';

export interface DiscordOptions {
  account: DiscordAccount;
  log: DiscordLog;
  clock: Clock;
  faces: readonly CommandFace[];
  readBlob?(blob: string): Promise<Uint8Array>;
  timings?: Partial<DiscordTimings>;
}

interface Running {
  connection: DiscordConnection;
  ourUser(): string | undefined;
  isShared(channel: string): boolean;
  stop(): Promise<void>;
}

export function createDiscordChannel(options: DiscordOptions): Channel {
  const { account, log } = options;
  const api = createDiscordApi(account);
  const source = { api, apiUrl: account.apiUrl };
  let application = account.applicationId;
  const sender = createDiscordSender({ api, readBlob: options.readBlob, application: () => application });
  let running: Running | undefined;
  return {
    name: 'discord',
    capabilities: {
      reactions: true,
      editing: true,
      threads: true,
      privateReplies: true,
      files: true,
      forms: true,
      itemMessages: true,
      home: false,
      idempotentSend: true,
    },
    async start(events, state) {
      running = await run({ ...options, api, sender, events, state, onApplication: (id) => (application ??= id) });
      await running.connection.start();
    },
    async stop() {
      await running?.stop();
    },
    isUp: () => running?.connection.isUp() ?? false,
    send: (to, card, sendOptions) =>
      'conversation' in to
        ? sender.toConversation(to.conversation, card, sendOptions)
        : sender.toInvocation(to.invocation, card, sendOptions),
    edit: (message, card) => sender.edit(message, card),
    async mark({ location }, mark) {
      const isShared = (channel: string) => running?.isShared(channel) ?? false;
      if (location !== undefined) await markDiscordMessage({ api, log, isShared }, location, mark);
    },
    openDirectConversation: ({ address }) => sender.openDirect(address),
    readPlace: (place, { after, limit, signal }) =>
      readWatchedPlace({ api, files: { source, log }, ourUser: running?.ourUser() ?? '' }, place, { after, limit, signal }),
    fetchAttachment: (ref, fetchOptions) => fetchDiscordFile(source, { ref }, fetchOptions),
  };
}

interface RunOptions extends DiscordOptions {
  api: REST;
  sender: ReturnType<typeof createDiscordSender>;
  events: ChannelEvents;
  state: ChannelState;
  onApplication(id: string): void;
}

async function run({
  account,
  log,
  clock,
  faces,
  timings,
  api,
  sender,
  events,
  state,
  onApplication,
}: RunOptions): Promise<Running> {
  const sessions = await openSessionStore(state);
  const places = await openKnownPlaces(state);
  const turns = createTurns();
  const files = { source: { api, apiUrl: account.apiUrl }, log };
  const ourUser = () => sessions.current()?.ourUser;
  let registering: Promise<void> = Promise.resolve();
  let isFirst = true;
  const catchUp = createCatchUp({
    state,
    places,
    turns,
    log,
    read: createReadPage(api),
    take: (message) => takeMessage({ events, files, places }, message, ourUser() ?? ''),
    onDone: sessions.caughtUp,
  });
  const taking = {
    events,
    files,
    guilds: account.guilds,
    turns,
    places,
    catchUp,
    strangers: createStrangers(api, log),
    interactions: { api, events, faces, log, files, now: () => clock.now().getTime(), onDeferred: sender.deferred },
  };
  async function take(event: GatewayEvent): Promise<boolean> {
    onApplication(event.session.application);
    // A process that ended in the middle of it left a session that is resumed: it goes on before the first event that is told again.
    if (event.type === 'READY' || (isFirst && sessions.isBehind())) catchUp.begin();
    isFirst = false;
    // After a resume too: the new version of an update has other commands, and Discord hardly noticed that we were away.
    if (event.type === 'READY' || event.type === 'RESUMED') register(event.session.application);
    return event.type === 'READY' || takeDiscordEvent(taking, event);
  }
  function register(application: string): void {
    const { guilds } = account;
    const definitions = commandDefinitions(faces);
    registering = registering.then(() => registerCommands({ api, state, application, guilds, definitions, onProblem }));
  }
  function onProblem(guild: string | undefined, error: unknown): void {
    const fix =
      setupFix(error) === undefined
        ? undefined
        : `Invite the bot to the server ${guild ?? ''} again (docs/discord.md), or take it out of DISCORD_GUILDS.`;
    log.error({ error: discordErrorCode(error), ...(fix === undefined ? {} : { fix }) }, 'commands could not be registered');
  }
  const connection = createDiscordConnection({
    api,
    token: account.token,
    log,
    timings: { ...DISCORD_TIMINGS, ...timings },
    sessions,
    take,
  });
  return {
    connection,
    ourUser,
    isShared: places.has,
    async stop() {
      await Promise.all([connection.stop(), catchUp.stop()]);
      await registering;
    },
  };
}
