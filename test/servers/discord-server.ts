/** Our own Discord on loopback: REST v10, the gateway, files with addresses that expire. Strict where Discord is, and it remembers everything. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createDiscordGateway, type DiscordGateway } from './discord-gateway-server.ts';
import { createInteractions, type DiscordInteractions } from './discord-interactions.ts';
import { buttonsOf, commandProblems, isObject, messageProblems, readShown, textOf, type Value } from './discord-message-rules.ts';
import { createLimits } from './discord-rates.ts';
import {
  APPLICATION,
  BOT,
  BOT_TOKEN,
  createDiscordWorld,
  type DiscordWorld,
  messageJson,
  type WorldMessage,
} from './discord-world.ts';
import { acceptWebSocket } from './websocket-server.ts';

interface Fault {
  status?: number;
  code?: number;
  /** The request is done and its answer lost. */
  hangUp?: boolean;
}

export interface DiscordServer extends DiscordWorld {
  /** For DISCORD_API_URL. */
  url: string;
  root: string;
  token: string;
  gateway: DiscordGateway;
  interactions: DiscordInteractions;
  /** `POST /channels/1/messages`, in order, with ids as they are. */
  calls: string[];
  /** What was refused, with the reason: empty in a good test. */
  refusals: string[];
  /** `channel:message emoji`. */
  marks: string[];
  /** Commands by place: a server's id or `everywhere`. */
  commands: Map<string, Value[]>;
  /** The next request that fits gets this instead. */
  fail(method: string, path: RegExp, fault: Fault): void;
  /** Most requests within any second. */
  busiestSecond(): number;
  close(): Promise<void>;
}

export interface DiscordServerOptions {
  heartbeatMs?: number;
  identifyEveryMs?: number;
  /** Messages in five seconds and channel; Discord's own is 5. */
  burst?: number;
  port?: number;
}

interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Value;
  list: unknown;
  uploads: WorldMessage['uploads'];
}

export interface Answer {
  status: number;
  json?: unknown;
  headers?: Record<string, string>;
}

const refusal = (status: number, code: number, message = 'refused'): Answer => ({ status, json: { code, message } });
/** Of the bot in a server: see, send, reactions, history, embeds. */
const RIGHT = { view: 1n << 10n, send: 1n << 11n, react: 1n << 6n, history: 1n << 16n, embed: 1n << 14n, attach: 1n << 15n };

export async function startDiscord(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const world = createDiscordWorld();
  const faults: { method: string; path: RegExp; fault: Fault }[] = [];
  const limits = createLimits(options.burst ?? 1_000);
  const gateway = createDiscordGateway({
    token: () => server.token,
    url: () => `${server.root.replace('http', 'ws')}/gateway`,
    bot: BOT,
    application: APPLICATION,
    guilds: () => [...world.guilds.keys()],
    ...options,
  });
  const server: DiscordServer = {
    ...world,
    url: '',
    root: '',
    token: BOT_TOKEN,
    gateway,
    interactions: createInteractions(
      world,
      gateway,
      (problem) => server.refusals.push(problem),
      () => server.commands,
    ),
    calls: [],
    refusals: [],
    marks: [],
    commands: new Map(),
    fail: (method, path, fault) => void faults.push({ method, path, fault }),
    busiestSecond: limits.busiest,
    async close() {
      gateway.drop();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
  const http = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  http.on('upgrade', (request, socket) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', server.root);
    if (pathname !== '/gateway' || searchParams.get('v') !== '10' || searchParams.get('encoding') !== 'json')
      return void socket.destroy();
    gateway.accept(acceptWebSocket(request, socket));
  });
  http.listen(options.port ?? 0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  server.root = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  server.url = `${server.root}/api`;
  server.interactions.root = server.root;
  return server;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', server.root);
    if (pathname.startsWith('/attachments/')) return serveFile(pathname, searchParams, response);
    const request = await readRequest(incoming, pathname.replace('/api/v10', ''), searchParams);
    server.calls.push(`${request.method} ${request.path}`);
    const at = faults.findIndex(({ method, path }) => method === request.method && path.test(request.path));
    const [fault] = at < 0 ? [] : faults.splice(at, 1).map((one) => one.fault);
    const answer =
      fault?.status === undefined ? answerOf(request, incoming.headers.authorization) : refusal(fault.status, fault.code ?? 0);
    if (answer.status >= 400)
      server.refusals.push(`${request.method} ${request.path}: ${answer.status} ${JSON.stringify(answer.json)}`);
    if (fault?.hangUp) return void response.destroy();
    const type: Record<string, string> = answer.json === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(answer.status, { ...type, ...answer.headers });
    response.end(answer.json === undefined ? undefined : JSON.stringify(answer.json));
  }

  function answerOf(request: Request, authorization: string | undefined): Answer {
    const { path } = request;
    const [, kind = '', first = '', second = ''] = path.split('/');
    if (kind === 'interactions' || kind === 'webhooks') return server.interactions.answer(request);
    if (authorization !== `Bot ${server.token}`) return refusal(401, 0, '401: Unauthorized');
    const slow = limits.take(request.method === 'POST' && second === 'messages' ? first : undefined);
    if ('instead' in slow) return slow.instead;
    const answer = answerTo(request);
    return { ...answer, headers: { ...answer.headers, ...slow.headers } };
  }

  function answerTo(request: Request): Answer {
    const { method, path } = request;
    const [, kind = '', first = '', , third = ''] = path.split('/');
    if (path === '/gateway/bot')
      return ok({
        url: `${server.root.replace('http', 'ws')}/gateway`,
        shards: 1,
        session_start_limit: { total: 1_000, remaining: 999, reset_after: 3_600_000, max_concurrency: 1 },
      });
    if (path === '/users/@me') return ok({ id: BOT, username: 'shortlist', bot: true });
    if (path === '/applications/@me') return ok({ id: APPLICATION, name: 'Shortlist', flags: 0 });
    if (path === '/users/@me/guilds') return ok([...world.guilds.keys()].map((id) => ({ id, name: 'A server' })));
    if (path === '/users/@me/channels' && method === 'POST') return openDirect(textOf(request.body.recipient_id));
    if (kind === 'applications' && method === 'PUT') return register(path, request.list);
    if (kind === 'channels') return ofChannel(request, first, third);
    return refusal(404, 0);
  }

  function openDirect(user: string): Answer {
    if (!world.users.has(user)) return refusal(400, 50033, 'Invalid Recipient(s)');
    return ok({ id: world.directOf(user), type: 1 });
  }

  function register(path: string, list: unknown): Answer {
    const [, , application, , guild] = path.split('/');
    if (application !== APPLICATION) return refusal(403, 20012);
    const inGuild = /^\/applications\/\d+\/guilds\/(\d+)\/commands$/.exec(path)?.[1];
    if (inGuild !== undefined && !world.guilds.has(inGuild)) return refusal(403, 50001, 'Missing Access');
    const problems = commandProblems(list);
    if (problems.length > 0) return refusal(400, 50035, problems.join(', '));
    server.commands.set(inGuild ?? guild ?? 'everywhere', Array.isArray(list) ? list.filter(isObject) : []);
    return ok(list);
  }

  function may(channel: string, ...rights: bigint[]): Answer | undefined {
    const { guild } = world.channels.get(channel) ?? {};
    if (guild === undefined) return undefined;
    const granted = world.guilds.get(guild) ?? 0n;
    if ((granted & RIGHT.view) === 0n) return refusal(403, 50001, 'Missing Access');
    return rights.every((right) => (granted & right) !== 0n) ? undefined : refusal(403, 50013, 'Missing Permissions');
  }

  function ofChannel(request: Request, channel: string, messageId: string): Answer {
    const { method, path } = request;
    if (!world.channels.has(channel)) return refusal(404, 10003, 'Unknown Channel');
    if (path === `/channels/${channel}`)
      return ok({ id: channel, type: world.channels.get(channel)?.user === undefined ? 0 : 1 });
    if (path === `/channels/${channel}/messages`)
      return method === 'POST' ? post(channel, request) : list(channel, request.query);
    const message = world.find(channel, messageId);
    if (!message || message.visibleTo !== undefined) return refusal(404, 10008, 'Unknown Message');
    const emoji = /\/reactions\/([^/]+)\/@me$/.exec(path)?.[1];
    if (emoji !== undefined) return mark(channel, messageId, decodeURIComponent(emoji), method);
    if (method === 'GET') return may(channel, RIGHT.history) ?? ok(messageJson(world, server.root, message));
    if (method !== 'PATCH') return refusal(405, 0);
    if (message.author !== BOT) return refusal(403, 50005, 'Cannot edit a message authored by another user');
    const problems = messageProblems(request.body, []);
    if (problems.length > 0) return refusal(400, 50035, problems.join(', '));
    Object.assign(message, {
      body: request.body,
      shown: readShown(request.body),
      buttons: buttonsOf(request.body),
      edited: true,
    });
    return ok(messageJson(world, server.root, message));
  }

  function mark(channel: string, message: string, emoji: string, method: string): Answer {
    const name = `${channel}:${message} ${emoji}`;
    const at = server.marks.indexOf(name);
    if (method === 'PUT' && at < 0) server.marks.push(name);
    if (method === 'DELETE' && at >= 0) server.marks.splice(at, 1);
    return may(channel, RIGHT.react, RIGHT.history) ?? { status: 204 };
  }

  function post(channel: string, { body, uploads }: Request): Answer {
    const { user } = world.channels.get(channel) ?? {};
    if (user !== undefined && world.users.get(user)?.closed) return refusal(403, 50007, 'Cannot send messages to this user');
    const rights = [
      RIGHT.send,
      ...(body.embeds === undefined ? [] : [RIGHT.embed]),
      ...(uploads.length > 0 ? [RIGHT.attach] : []),
    ];
    const denied = may(channel, ...rights, ...(body.message_reference === undefined ? [] : [RIGHT.history]));
    if (denied) return denied;
    const nonce = textOf(body.nonce);
    if (nonce.length > 25) return refusal(400, 50035, 'nonce');
    const known =
      body.enforce_nonce === true && nonce !== ''
        ? world.messages.find((one) => one.nonce === nonce && one.channel === channel)
        : undefined;
    if (known) return ok(messageJson(world, server.root, known));
    const problems = messageProblems(
      body,
      uploads.map((upload) => upload.name),
    );
    if (problems.length > 0) return refusal(400, 50035, problems.join(', '));
    const message = addOwn(channel, body, uploads, nonce);
    return ok(messageJson(world, server.root, message));
  }

  function addOwn(channel: string, body: Value, uploads: WorldMessage['uploads'], nonce: string): WorldMessage {
    const reference = isObject(body.message_reference) ? textOf(body.message_reference.message_id) : undefined;
    const message: WorldMessage = {
      id: world.next(),
      channel,
      author: BOT,
      body,
      content: textOf(body.content),
      files: [],
      mentions: [],
      ...(reference === undefined ? {} : { reference: { channel, message: reference } }),
      ...(nonce === '' ? {} : { nonce }),
      edited: false,
      shown: readShown(body),
      buttons: buttonsOf(body),
      uploads,
      at: performance.now(),
    };
    world.messages.push(message);
    return message;
  }

  function list(channel: string, query: URLSearchParams): Answer {
    const limit = Number(query.get('limit') ?? 50);
    const after = BigInt(query.get('after') ?? 0);
    if (limit < 1 || limit > 100) return refusal(400, 50035, 'limit');
    const all = world.messages.filter((one) => one.channel === channel && one.visibleTo === undefined && BigInt(one.id) > after);
    const page = all.slice(0, limit).reverse();
    return may(channel, RIGHT.history) ?? ok(page.map((one) => messageJson(world, server.root, one)));
  }

  function serveFile(path: string, query: URLSearchParams, response: ServerResponse): void {
    const file = world.files.get(path.split('/')[2] ?? '');
    const fault = file?.faults?.shift();
    if (fault !== undefined) return void response.writeHead(fault).end();
    if (!file || file.gone || query.get('hm') !== String(file.generation))
      return void response.writeHead(404, { 'content-type': 'text/plain' }).end('This content is no longer available.');
    response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  }
}

const ok = (json: unknown): Answer => ({ status: 200, json });

async function readRequest(incoming: IncomingMessage, path: string, query: URLSearchParams): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const type = incoming.headers['content-type'] ?? '';
  const base = { method: incoming.method ?? 'GET', path, query };
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    const body: unknown = JSON.parse(String(form.get('payload_json') ?? '{}'));
    const uploads: WorldMessage['uploads'] = [];
    const described = isObject(body) && Array.isArray(body.attachments) ? body.attachments.filter(isObject) : [];
    for (let index = 0; form.has(`files[${index}]`); index++) {
      const file = form.get(`files[${index}]`);
      if (!(file instanceof File)) continue;
      const description = textOf(described.find((one) => Number(one.id) === index)?.description);
      uploads.push({ name: file.name, description, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
    return { ...base, body: isObject(body) ? body : {}, list: undefined, uploads };
  }
  const list: unknown = bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined;
  return { ...base, body: isObject(list) ? list : {}, list, uploads: [] };
}
