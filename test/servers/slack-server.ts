/** Our own Slack on loopback: the Web API, files behind a token, and Socket Mode. Strict where Slack is, and it remembers everything. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { blockProblems, readBlocks } from './slack-block-rules.ts';
import { acceptWebSocket, type WebSocketPeer } from './websocket-server.ts';

export const TEAM = 'T0001';
export const BOT = 'U0BOT';
export const BOT_TOKEN = 'xoxb-test';
export const APP_TOKEN = 'xapp-test';

export interface SlackFile {
  name: string;
  type: string;
  bytes: Uint8Array;
  /** A login page where the file should be (rule S6). */
  login?: boolean;
  /** Redirects before the bytes; to another host when it is an address (rule S7). */
  redirects?: number | string;
  gone?: boolean;
}

export interface PostedMessage {
  channel: string;
  ts: string;
  threadTs?: string;
  text: string;
  /** What a person reads. */
  shown: string;
  edited: boolean;
}

interface Fault {
  status?: number;
  retryAfter?: number;
  error?: string;
}

export interface SlackServer {
  url: string;
  messages: PostedMessage[];
  /** `channel:ts name`. */
  marks: string[];
  /** Methods called, in order. */
  calls: string[];
  /** What was refused, with the reason: empty in a good test. */
  refusals: string[];
  /** Acknowledgements: envelope and how long it took, in ms. */
  acks: { envelope: string; ms: number; payload: unknown }[];
  files: Map<string, SlackFile>;
  users: Map<string, { email?: string; team?: string }>;
  scopes: Set<string>;
  /** The next call of the method gets this instead. */
  fail(method: string, fault: Fault): void;
  connected(): boolean;
  /** How often a socket was opened. */
  connections(): number;
  /** Slack recycles its connections (rule S8). */
  refresh(): void;
  drop(): void;
  /** One delivery; `refused` when no acknowledgement came in time, and at once without a socket. */
  deliver(type: string, payload: object): Promise<'acknowledged' | 'refused'>;
  /** The next timestamp of a message. */
  ts(): string;
  close(): Promise<void>;
}

const SCOPES: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'files.info': 'files:read',
  'reactions.add': 'reactions:write',
  'users.info': 'users:read',
};

type Arguments = Record<string, string>;

export async function startSlack(options: { spacingMs?: number; ackWithinMs?: number } = {}): Promise<SlackServer> {
  const { spacingMs = 1_000, ackWithinMs = 3_000 } = options;
  const faults = new Map<string, Fault[]>();
  const lastPost = new Map<string, number>();
  const peers = new Set<WebSocketPeer>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let clock = 1_800_000_000;
  let envelopes = 0;
  let opened = 0;
  let tickets = 0;
  let url = '';

  const server: SlackServer = {
    url: '',
    messages: [],
    marks: [],
    calls: [],
    refusals: [],
    acks: [],
    files: new Map(),
    users: new Map(),
    scopes: new Set([...Object.values(SCOPES), 'users:read.email']),
    fail: (method, fault) => void faults.set(method, [...(faults.get(method) ?? []), fault]),
    connected: () => peers.size > 0,
    connections: () => opened,
    refresh() {
      for (const peer of peers) peer.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    drop() {
      for (const peer of peers) peer.drop();
    },
    ts: () => `${clock++}.000100`,
    deliver,
    async close() {
      server.drop();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };

  const http = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  http.on('upgrade', (request, socket) => {
    if (request.url !== `/link?ticket=${tickets}`) return void socket.destroy();
    const peer = acceptWebSocket(request, socket);
    opened++;
    peers.add(peer);
    peer.onEnd(() => peers.delete(peer));
    peer.onText((text) => {
      const { envelope_id: id, payload }: { envelope_id: string; payload?: unknown } = JSON.parse(text);
      waiting.get(id)?.(payload);
    });
    peer.send(JSON.stringify({ type: 'hello', num_connections: peers.size }));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  server.url = `${url}/api/`;
  return server;

  async function deliver(type: string, payload: object): Promise<'acknowledged' | 'refused'> {
    const [peer] = peers;
    if (!peer) return 'refused';
    const envelope = `e${++envelopes}`;
    const since = performance.now();
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        waiting.delete(envelope);
        resolve('refused');
      }, ackWithinMs);
      waiting.set(envelope, (answer) => {
        clearTimeout(late);
        waiting.delete(envelope);
        server.acks.push({ envelope, ms: performance.now() - since, payload: answer });
        resolve('acknowledged');
      });
      peer.send(JSON.stringify({ envelope_id: envelope, type, payload, accepts_response_payload: type === 'slash_commands' }));
    });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', url).pathname;
    if (path.startsWith('/files/')) return serveFile(path, request, response);
    const method = path.replace('/api/', '');
    const given = await argumentsOf(request);
    server.calls.push(method);
    const fault = faults.get(method)?.shift();
    if (fault?.status !== undefined) {
      response
        .writeHead(fault.status, fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) })
        .end('no');
      return;
    }
    const answer = fault?.error === undefined ? answerOf(method, given, request) : { error: fault.error };
    if (answer === 'slow down') return void response.writeHead(429, { 'retry-after': '1' }).end();
    if ('error' in answer) server.refusals.push(`${method}: ${String(answer.error)}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: !('error' in answer), ...answer }));
  }

  function answerOf(method: string, given: Arguments, request: IncomingMessage): object | 'slow down' {
    const wanted = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN;
    if ((request.headers.authorization ?? `Bearer ${given.token ?? ''}`) !== `Bearer ${wanted}`) return { error: 'invalid_auth' };
    const scope = SCOPES[method];
    if (scope !== undefined && !server.scopes.has(scope)) return { error: 'missing_scope', needed: scope };
    switch (method) {
      case 'auth.test':
        return { user_id: BOT, team_id: TEAM, team: 'Tarnside', user: 'shortlist' };
      case 'apps.connections.open':
        return { url: `${url.replace('http', 'ws')}/link?ticket=${++tickets}` };
      case 'chat.postMessage':
        return post(given);
      case 'chat.update':
        return update(given);
      case 'conversations.open':
        return server.users.has(given.users ?? '')
          ? { channel: { id: directOf(given.users ?? '') } }
          : { error: 'user_not_found' };
      case 'users.info':
        return userInfo(given.user ?? '');
      case 'files.info':
        return fileInfo(given.file ?? '');
      case 'reactions.add':
        server.marks.push(`${given.channel}:${given.timestamp} ${given.name}`);
        return {};
      default:
        return { error: 'unknown_method' };
    }
  }

  function post({ channel: to = '', text = '', blocks = '[]', thread_ts: threadTs }: Arguments): object | 'slow down' {
    const channel = to.startsWith('U') ? directOf(to) : to;
    if (!/^[CD][A-Z0-9]+$/.test(channel) || (to.startsWith('U') && !server.users.has(to))) return { error: 'channel_not_found' };
    const now = performance.now();
    // A timer may fire a little early by another clock.
    if (now - (lastPost.get(to) ?? Number.NEGATIVE_INFINITY) < spacingMs * 0.95) {
      server.refusals.push(`${to}: too fast`);
      return 'slow down';
    }
    lastPost.set(to, now);
    const parsed: unknown = JSON.parse(blocks);
    const problems = blockProblems(text, parsed);
    if (problems.length > 0) return { error: `invalid_blocks (${problems.join(', ')})` };
    const ts = server.ts();
    server.messages.push({ channel, ts, threadTs, text, shown: readBlocks(parsed), edited: false });
    return { channel, ts };
  }

  function update({ channel, ts, text = '', blocks = '[]' }: Arguments): object {
    const message = server.messages.find((one) => one.channel === channel && one.ts === ts);
    if (!message) return { error: 'message_not_found' };
    const parsed: unknown = JSON.parse(blocks);
    if (blockProblems(text, parsed).length > 0) return { error: 'invalid_blocks' };
    Object.assign(message, { text, shown: readBlocks(parsed), edited: true });
    return { channel, ts };
  }

  function userInfo(id: string): object {
    const user = server.users.get(id);
    if (!user) return { error: 'user_not_found' };
    const email = server.scopes.has('users:read.email') ? user.email : undefined;
    return { user: { id, team_id: user.team ?? TEAM, is_bot: false, profile: { email } } };
  }

  function fileInfo(id: string): object {
    const file = server.files.get(id);
    if (!file || file.gone) return { error: 'file_not_found' };
    const address = `${url}/files/${id}/0`;
    return { file: { id, name: file.name, mimetype: file.type, size: file.bytes.byteLength, url_private_download: address } };
  }

  function serveFile(path: string, request: IncomingMessage, response: ServerResponse): void {
    const [, , id = '', hop = '0'] = path.split('/');
    const file = server.files.get(id);
    if (!file || request.headers.authorization !== `Bearer ${BOT_TOKEN}` || file.login)
      return void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!DOCTYPE html><html>Sign in</html>');
    const { redirects = 0 } = file;
    if (typeof redirects === 'string') return void response.writeHead(302, { location: redirects }).end();
    if (Number(hop) < redirects) return void response.writeHead(302, { location: `/files/${id}/${Number(hop) + 1}` }).end();
    response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  }
}

/** A person's direct conversation with the bot. */
export const directOf = (user: string): string => `D${user.slice(1)}`;

async function argumentsOf(request: IncomingMessage): Promise<Arguments> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString();
  return Object.fromEntries(new URLSearchParams(body));
}
