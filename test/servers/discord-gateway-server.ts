/** The gateway of our own Discord: intents, heartbeats, sessions that can be resumed for a while, and everything told again that was not taken. */
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { WebSocketPeer } from './websocket-server.ts';

const INTENT = { guilds: 1, guildMessages: 512, guildReactions: 1_024, directMessages: 4_096, directReactions: 8_192 };
/** Members, presences, message content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN = (1 << 26) - 1;

interface Session {
  id: string;
  intents: number;
  sequence: number;
  events: { s: number; t: string; d: object }[];
  connection: Connection | undefined;
}

interface Connection {
  peer: WebSocketPeer;
  session: Session | undefined;
  /** The position of the client's last heartbeat. */
  position: number | null;
  ended: boolean;
}

export interface GatewayRules {
  token(): string;
  url(): string;
  bot: string;
  application: string;
  guilds(): readonly string[];
  heartbeatMs?: number;
  /** Between two identifications. */
  identifyEveryMs?: number;
}

export interface DiscordGateway {
  accept(peer: WebSocketPeer): void;
  /** One event for the bot. Its number in the session, or undefined when there is no session or no intent for it. */
  tell(type: string, data: object, where: 'direct' | 'guild'): number | undefined;
  /** Whether everything up to there was taken: asked by requests for a heartbeat. At once `refused` when the connection ends or there is none. */
  taken(sequence: number, withinMs: number): Promise<'acknowledged' | 'refused'>;
  connected(): boolean;
  connections(): number;
  identified(): number;
  resumed(): number;
  /** Close codes of ours, in order. */
  closed: number[];
  heartbeats(): number;
  drop(): void;
  /** Op 7. */
  askToReconnect(): void;
  /** Op 9: the session is over. */
  endSession(): void;
  /** Op 9 right behind the next RESUMED. */
  endAfterResume(): void;
  /** No acknowledgements of heartbeats from now on. */
  goSilent(): void;
}

export function createDiscordGateway(rules: GatewayRules): DiscordGateway {
  const connections = new Set<Connection>();
  const sessions = new Map<string, Session>();
  let current: Session | undefined;
  let opened = 0;
  let identified = 0;
  let resumed = 0;
  let beats = 0;
  let silent = false;
  let endAfterResume = false;
  let lastIdentify = Number.NEGATIVE_INFINITY;
  const closed: number[] = [];

  const send = (to: Connection, op: number, d: unknown, more: object = {}) =>
    to.peer.send(JSON.stringify({ op, d, s: null, t: null, ...more }));
  const close = (connection: Connection, code: number) => {
    closed.push(code);
    leave(connection);
    connection.peer.close(code);
  };

  function leave(connection: Connection): void {
    connection.ended = true;
    connections.delete(connection);
    if (connection.session?.connection === connection) connection.session.connection = undefined;
  }

  function add(session: Session, type: string, data: object): number {
    const event = { s: ++session.sequence, t: type, d: data };
    session.events.push(event);
    if (session.connection) send(session.connection, 0, event.d, { s: event.s, t: event.t });
    return event.s;
  }

  function identify(connection: Connection, { token, intents }: { token?: unknown; intents?: unknown }): void {
    const now = performance.now();
    if (connection.session) return void close(connection, 4005);
    if (token !== rules.token()) return void close(connection, 4004);
    if (typeof intents !== 'number' || intents > KNOWN) return void close(connection, 4013);
    if ((intents & PRIVILEGED) !== 0) return void close(connection, 4014);
    if (now - lastIdentify < (rules.identifyEveryMs ?? 0)) return void send(connection, 9, false);
    lastIdentify = now;
    identified++;
    const session: Session = { id: `session${identified}`, intents, sequence: 0, events: [], connection };
    sessions.set(session.id, session);
    current = session;
    connection.session = session;
    const guilds = rules.guilds().map((id) => ({ id, unavailable: true }));
    const { bot, application } = rules;
    add(session, 'READY', {
      v: 10,
      user: { id: bot, username: 'shortlist', bot: true },
      guilds,
      private_channels: [],
      session_id: session.id,
      resume_gateway_url: rules.url(),
      application: { id: application, flags: 0 },
    });
    for (const { id } of guilds)
      if ((intents & INTENT.guilds) !== 0) add(session, 'GUILD_CREATE', { id, name: 'A server', channels: [] });
  }

  function resume(connection: Connection, { token, session_id: id, seq }: Record<string, unknown>): void {
    const session = typeof id === 'string' ? sessions.get(id) : undefined;
    if (token !== rules.token()) return void close(connection, 4004);
    if (!session) return void send(connection, 9, false);
    if (typeof seq !== 'number' || seq > session.sequence) return void close(connection, 4007);
    session.connection = connection;
    connection.session = session;
    current = session;
    resumed++;
    for (const event of session.events) if (event.s > seq) send(connection, 0, event.d, { s: event.s, t: event.t });
    add(session, 'RESUMED', {});
    if (endAfterResume) {
      endAfterResume = false;
      sessions.delete(session.id);
      send(connection, 9, false);
    }
  }

  function onText(connection: Connection, text: string): void {
    const { op, d }: { op: number; d: unknown } = JSON.parse(text);
    const data = typeof d === 'object' && d !== null ? { ...d } : {};
    if (op === 1) {
      beats++;
      connection.position = typeof d === 'number' ? d : null;
      if (connection.session && Number(d ?? 0) > connection.session.sequence) return void close(connection, 4007);
      if (!silent) send(connection, 11, null);
    } else if (op === 2) identify(connection, data);
    else if (op === 6) resume(connection, data);
    else close(connection, connection.session ? 4001 : 4003);
  }

  const endSession = () => {
    const session = current;
    if (!session) return;
    sessions.delete(session.id);
    if (session.connection) send(session.connection, 9, false);
  };

  return {
    accept(peer) {
      const connection: Connection = { peer, session: undefined, position: null, ended: false };
      opened++;
      connections.add(connection);
      peer.onText((text) => onText(connection, text));
      peer.onClose((code) => {
        // The client's own goodbye ends its session.
        if ((code === 1000 || code === 1001) && connection.session) sessions.delete(connection.session.id);
      });
      peer.onEnd(() => leave(connection));
      send(connection, 10, { heartbeat_interval: rules.heartbeatMs ?? 45_000 });
    },
    tell(type, data, where) {
      const wanted = type.startsWith('MESSAGE_REACTION')
        ? where === 'direct'
          ? INTENT.directReactions
          : INTENT.guildReactions
        : where === 'direct'
          ? INTENT.directMessages
          : INTENT.guildMessages;
      if (!current || !sessions.has(current.id)) return undefined;
      if (type !== 'INTERACTION_CREATE' && (current.intents & wanted) === 0) return undefined;
      return add(current, type, data);
    },
    async taken(sequence, withinMs) {
      const session = current;
      const until = performance.now() + withinMs;
      const connection = session?.connection;
      while (connection && performance.now() < until) {
        if ((connection.position ?? 0) >= sequence) return 'acknowledged';
        if (connection.ended) return 'refused';
        send(connection, 1, null);
        await delay(5);
      }
      return 'refused';
    },
    connected: () => [...connections].some((connection) => connection.session !== undefined),
    connections: () => opened,
    identified: () => identified,
    resumed: () => resumed,
    closed,
    heartbeats: () => beats,
    drop() {
      for (const { peer } of connections) peer.drop();
    },
    askToReconnect() {
      for (const connection of connections) send(connection, 7, null);
    },
    endSession,
    endAfterResume() {
      endAfterResume = true;
    },
    goSilent() {
      silent = true;
    },
  };
}
