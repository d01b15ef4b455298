/** Our own Slack on loopback: the Web API, files behind a token, and events both ways. Strict where Slack is, and it remembers everything. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  ANSWERS,
  type Answer,
  type Arguments,
  BOT,
  directOf,
  type Ledger,
  type PrivateAnswer,
  type SlackState,
  TEAM,
} from './slack-answers.ts';
import { blockProblems, buttonsOf, readBlocks } from './slack-block-rules.ts';
import { type Delivered, type HttpTarget, postSigned } from './slack-delivery.ts';
import { ALL_SCOPES, scopeOfEvent, scopesFor } from './slack-scopes.ts';
import { acceptWebSocket, type WebSocketPeer } from './websocket-server.ts';

export { BOT, directOf, TEAM };
export const BOT_TOKEN = 'xoxb-test';
export const APP_TOKEN = 'xapp-test';
export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

interface Fault {
  status?: number;
  retryAfter?: number;
  error?: string;
}

export interface SlackServer extends SlackState {
  url: string;
  /** Methods called, in order. */
  calls: string[];
  /** Acknowledgements: envelope and how long it took, in ms. */
  acks: { envelope: string; ms: number; payload: unknown }[];
  /** What was answered privately, in order. */
  answers: PrivateAnswer[];
  /** Where events go from now on; over the socket when it is undefined. */
  target: HttpTarget | undefined;
  /** The next call of the method gets this instead. */
  fail(method: string, fault: Fault): void;
  connected(): boolean;
  /** How often a socket was opened. */
  connections(): number;
  /** Slack recycles its connections (rule S8). */
  refresh(): void;
  /** Slack says goodbye for that reason. */
  disconnect(reason: string): void;
  drop(): void;
  /** The sockets of now answer no pings any more. */
  mute(): void;
  /** Answered on the sockets of now. */
  pings(): number;
  /** One delivery; `refused` when no acknowledgement came in time, and at once without a socket. */
  deliver(type: string, payload: object): Promise<Delivered>;
  /** As Slack does over HTTP: up to three more times, until it is acknowledged. */
  deliverWithRetries(type: string, payload: object): Promise<Delivered>;
  /** Opens a modal for three seconds, once. */
  trigger(): string;
  /** Takes five answers, until `expire`. */
  responseUrl(): string;
  expire(responseUrl: string): void;
  close(): Promise<void>;
}

const ANSWERS_TO_A_URL = 5;
/** The reaction stands, or does not stand, already: nobody did anything wrong. */
const AS_IT_IS = new Set(['already_reacted', 'no_reaction']);

export async function startSlack(options: { spacingMs?: number; ackWithinMs?: number } = {}): Promise<SlackServer> {
  const { spacingMs = 1_000, ackWithinMs = 3_000 } = options;
  const faults = new Map<string, Fault[]>();
  const peers = new Set<WebSocketPeer>();
  const waiting = new Map<string, (payload: unknown) => void>();
  const urls = new Map<string, number>();
  const ledger: Ledger = { triggers: new Map(), uploads: new Map(), lastPost: new Map(), spacingMs, url: '' };
  let clock = 1_800_000_000;
  let envelopes = 0;
  let opened = 0;
  let tickets = 0;
  let made = 0;

  const server: SlackServer = {
    url: '',
    messages: [],
    marks: [],
    calls: [],
    refusals: [],
    acks: [],
    answers: [],
    files: new Map(),
    users: new Map(),
    channels: new Map(),
    modals: [],
    homes: new Map(),
    shared: [],
    scopes: new Set(ALL_SCOPES),
    target: undefined,
    fail: (method, fault) => void faults.set(method, [...(faults.get(method) ?? []), fault]),
    connected: () => peers.size > 0,
    connections: () => opened,
    refresh: () => server.disconnect('refresh_requested'),
    disconnect(reason) {
      for (const peer of peers) peer.send(JSON.stringify({ type: 'disconnect', reason }));
    },
    drop() {
      for (const peer of peers) peer.drop();
    },
    mute() {
      for (const peer of peers) peer.mute();
    },
    pings: () => [...peers].reduce((sum, peer) => sum + peer.pings(), 0),
    ts: () => `${clock++}.000100`,
    deliver,
    async deliverWithRetries(type, payload) {
      for (let retry = 0; retry < 4; retry++) if ((await deliver(type, payload, retry)) === 'acknowledged') return 'acknowledged';
      return 'refused';
    },
    trigger() {
      const trigger = `trigger.${++made}`;
      ledger.triggers.set(trigger, performance.now());
      return trigger;
    },
    responseUrl() {
      const address = `${ledger.url}/response/${++made}`;
      urls.set(address, ANSWERS_TO_A_URL);
      return address;
    },
    expire: (address) => void urls.set(address, 0),
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
  ledger.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  server.url = `${ledger.url}/api/`;
  return server;

  async function deliver(type: string, payload: object, retry = 0): Promise<Delivered> {
    const event = 'event' in payload && typeof payload.event === 'object' && payload.event !== null ? payload.event : {};
    const scope = scopeOfEvent(event);
    // Slack sends nothing that the app may not read.
    if (scope !== undefined && !server.scopes.has(scope)) return 'refused';
    return server.target ? overHttp(server.target, type, payload, retry) : overSocket(type, payload);
  }

  async function overHttp(target: HttpTarget, type: string, payload: object, retry: number): Promise<Delivered> {
    const since = performance.now();
    const done = await postSigned(target, type, payload, { retry, withinMs: ackWithinMs }).catch(() => undefined);
    if (done?.status !== 200) return 'refused';
    server.acks.push({ envelope: `h${++envelopes}`, ms: performance.now() - since, payload: done.answer });
    return 'acknowledged';
  }

  async function overSocket(type: string, payload: object): Promise<Delivered> {
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
    const path = new URL(request.url ?? '/', ledger.url).pathname;
    if (path.startsWith('/files/')) return serveFile(path, request, response);
    const body = await bodyOf(request);
    if (path.startsWith('/response/')) return takeAnswer(`${ledger.url}${path}`, body.toString(), response);
    if (path.startsWith('/upload/')) return takeUpload(path, body, response);
    const method = path.replace('/api/', '');
    server.calls.push(method);
    const fault = faults.get(method)?.shift();
    if (fault?.status !== undefined) return void refuse(response, fault.status, fault.retryAfter);
    const given = Object.fromEntries(new URLSearchParams(body.toString()));
    const answer = fault?.error === undefined ? answerOf(method, given, request) : { error: fault.error };
    if (answer === 'slow down') return void refuse(response, 429, 1);
    if ('error' in answer && !AS_IT_IS.has(String(answer.error))) server.refusals.push(`${method}: ${String(answer.error)}`);
    response
      .writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': [...server.scopes].join(',') })
      .end(JSON.stringify({ ok: !('error' in answer), ...answer }));
  }

  function answerOf(method: string, given: Arguments, request: IncomingMessage): Answer {
    const wanted = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN;
    if ((request.headers.authorization ?? `Bearer ${given.token ?? ''}`) !== `Bearer ${wanted}`) return { error: 'invalid_auth' };
    const scopes = scopesFor(method, given.channel);
    const missing = scopes?.find((scope) => !server.scopes.has(scope));
    if (missing !== undefined) return { error: 'missing_scope', needed: missing };
    if (method === 'apps.connections.open') return { url: `${ledger.url.replace('http', 'ws')}/link?ticket=${++tickets}` };
    return scopes === undefined
      ? { error: 'unknown_method' }
      : (ANSWERS[method]?.(server, ledger, given) ?? { error: 'unknown_method' });
  }

  /** Five times, and only what Slack would show. */
  function takeAnswer(url: string, body: string, response: ServerResponse): void {
    const fault = faults.get('response_url')?.shift();
    if (fault?.status !== undefined) return void refuse(response, fault.status, fault.retryAfter);
    const left = urls.get(url) ?? 0;
    if (left <= 0) return void response.writeHead(404).end(urls.has(url) ? 'used_url' : 'expired_url');
    const {
      text = '',
      blocks,
      response_type: type,
    }: { text?: string; blocks?: unknown; response_type?: string } = JSON.parse(body);
    const problems = type === 'ephemeral' ? blockProblems(text, blocks ?? []) : ['everybody would read it'];
    if (problems.length > 0) {
      server.refusals.push(`response_url: ${problems.join(', ')}`);
      return void response.writeHead(500).end('invalid_blocks');
    }
    urls.set(url, left - 1);
    server.answers.push({ url, text, shown: readBlocks(blocks) || text, buttons: buttonsOf(blocks) });
    response.writeHead(200).end('ok');
  }

  function takeUpload(path: string, bytes: Buffer, response: ServerResponse): void {
    const upload = ledger.uploads.get(path.replace('/upload/', ''));
    if (!upload) return void refuse(response, 404);
    upload.bytes = bytes;
    response.writeHead(200).end(`OK - ${bytes.length}`);
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

function refuse(response: ServerResponse, status: number, retryAfter?: number): void {
  response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }).end('no');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
