/**
 * One connection to Discord's gateway, from greeting to end. Not the library's own: it reports an event as taken when it arrives, and some of
 * its failures (op 9 behind a resume) belong to nobody and end the process (rule D4). Ours names as its position the last event that
 * is committed, so that Discord tells the rest again to whoever resumes (docs/decisions/0023).
 */
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { z } from 'zod';
import type { Positions, Ticket } from './gateway-positions.ts';

/** Rule D2: none of the three that Discord has to approve (members, presences, message content). */
const INTENTS =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.DirectMessages |
  GatewayIntentBits.GuildMessageReactions |
  GatewayIntentBits.DirectMessageReactions;

export interface GatewaySession {
  id: string;
  /** Where it is resumed. */
  url: string;
  ourUser: string;
  application: string;
}

export interface GatewayEvent {
  type: string;
  data: unknown;
  /** Of its session. Told again after a resume, it has the same. */
  sequence: number;
  session: GatewaySession;
  ticket: Ticket;
}

export interface GatewayOptions {
  url: string;
  token: string;
  /** Resumed when given. */
  session: GatewaySession | undefined;
  positions: Positions;
  /** Greeting and answer to our identification together. */
  helloWithinMs: number;
  onSession(session: GatewaySession | undefined): void;
  /** Ready after READY or RESUMED. */
  onUp(): void;
  onEvent(event: GatewayEvent): void;
}

export interface GatewayConnection {
  /** Resolves with the code that it closed with; 0 for the network's. */
  ended: Promise<number>;
  /** The session stays and can be resumed: Discord ends it at 1000 and 1001 only. */
  close(): void;
}

const Frame = z.object({ op: z.number(), d: z.unknown(), s: z.number().nullish(), t: z.string().nullish() });
const Hello = z.object({ heartbeat_interval: z.number().positive() });
const Ready = z.object({
  session_id: z.string(),
  resume_gateway_url: z.string(),
  user: z.object({ id: z.string() }),
  application: z.object({ id: z.string() }),
});

/** Any of 3000–4999 keeps the session. */
const KEEP_SESSION = 4_200;
/** What Discord says of a session that is over. */
const SESSION_OVER: ReadonlySet<number> = new Set([
  GatewayCloseCodes.NotAuthenticated,
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidSeq,
  GatewayCloseCodes.SessionTimedOut,
  GatewayCloseCodes.DisallowedIntents,
  GatewayCloseCodes.InvalidIntents,
]);
/** A server that does not answer our goodbye is not waited for. */
const GOODBYE_MS = 1_000;

export function openGateway(options: GatewayOptions): GatewayConnection {
  const { positions, token } = options;
  const address = new URL(options.session?.url ?? options.url);
  address.search = 'v=10&encoding=json';
  const socket = new WebSocket(address);
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  let session = options.session;
  let beat: NodeJS.Timeout | undefined;
  let answered = true;
  const greeting = setTimeout(close, options.helloWithinMs);

  const send = (op: number, d: unknown) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d }));
  };
  const heartbeat = () => send(GatewayOpcodes.Heartbeat, session ? positions.committed() : null);

  function close(): void {
    finish();
    if (socket.readyState === WebSocket.OPEN) socket.close(KEEP_SESSION);
    else if (socket.readyState === WebSocket.CONNECTING) socket.close();
    setTimeout(end, GOODBYE_MS, 0).unref();
  }
  function finish(): void {
    clearTimeout(greeting);
    clearTimeout(beat);
    socket.removeEventListener('message', onMessage);
  }
  function forget(): void {
    session = undefined;
    options.onSession(undefined);
  }
  function keepBeating(everyMs: number, firstMs: number): void {
    beat = setTimeout(() => {
      // No answer since the last one: the other side is gone and nobody said so.
      if (!answered) return close();
      answered = false;
      heartbeat();
      keepBeating(everyMs, everyMs);
    }, firstMs);
  }
  function introduce(): void {
    if (session) send(GatewayOpcodes.Resume, { token, session_id: session.id, seq: positions.committed() });
    else
      send(GatewayOpcodes.Identify, {
        token,
        intents: INTENTS,
        properties: { os: process.platform, browser: 'shortlist', device: 'shortlist' },
      });
  }
  function up(): void {
    clearTimeout(greeting);
    options.onUp();
  }
  function onDispatch(type: string, data: unknown, sequence: number): void {
    if (type === 'READY') {
      const ready = Ready.parse(data);
      const { session_id: id, resume_gateway_url: url, user, application } = ready;
      session = { id, url, ourUser: user.id, application: application.id };
      positions.begin(sequence - 1);
      options.onSession(session);
      up();
    }
    const ticket = positions.arrived(sequence);
    if (type === 'RESUMED') up();
    if (ticket && session) options.onEvent({ type, data, sequence, session, ticket });
  }
  const handlers: Readonly<Record<number, (frame: z.infer<typeof Frame>) => void>> = {
    [GatewayOpcodes.Hello]({ d }) {
      const { heartbeat_interval: every } = Hello.parse(d);
      keepBeating(every, every * Math.random());
      introduce();
    },
    [GatewayOpcodes.Dispatch]({ d, s, t }) {
      if (typeof t === 'string' && typeof s === 'number') onDispatch(t, d, s);
    },
    [GatewayOpcodes.Heartbeat]: heartbeat,
    [GatewayOpcodes.HeartbeatAck]() {
      answered = true;
    },
    [GatewayOpcodes.InvalidSession]({ d }) {
      // True: the session stands, another connection may resume it.
      if (d !== true) forget();
      close();
    },
    [GatewayOpcodes.Reconnect]: close,
  };
  function onMessage({ data }: MessageEvent): void {
    try {
      const frame = Frame.parse(JSON.parse(String(data)));
      handlers[frame.op]?.(frame);
    } catch {
      // Not what the protocol says: another connection begins anew.
      close();
    }
  }

  socket.addEventListener('message', onMessage);
  socket.addEventListener('error', () => {});
  socket.addEventListener('close', ({ code }) => {
    finish();
    if (SESSION_OVER.has(code) || code === 1000 || code === 1001) forget();
    end(code === 1006 ? 0 : code);
  });
  return { ended, close };
}
