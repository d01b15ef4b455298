/** A server that speaks the API of OpenAI as far as we use it, says what a test tells it to, and keeps what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
  /** The user's part, in either way of asking. */
  input: string;
  instructions: string;
}

export type Answer =
  /** What the model writes, as it stands: broken JSON too. */
  | { text: string; tokens?: { input: number; output: number } | null }
  | { refusal: string }
  | { status: number; code?: string; headers?: Record<string, string> }
  | { html: string }
  /** Says nothing until the client gives up or the server closes. */
  | { silent: true }
  | { hangUp: true };

export interface ModelServer {
  /** With `/v1`. */
  url: string;
  asked: Asked[];
  /** What it says from now on. */
  say(answer: (asked: Asked, number: number) => Answer | Promise<Answer>): void;
  close(): Promise<void>;
}

/** `chatOnly`: knows no `/responses`. */
export async function startModelServer({ chatOnly = false } = {}): Promise<ModelServer> {
  const asked: Asked[] = [];
  let answer: (asked: Asked, number: number) => Answer | Promise<Answer> = () => ({ text: '{"answers":[]}' });
  const server = createServer((request, response) => {
    void take(request, response).catch(() => response.destroy());
  });
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path === '/v1/models') return json(response, 200, { object: 'list', data: [] });
    const body = await bodyOf(request);
    const isChat = path === '/v1/chat/completions';
    if (!isChat && (chatOnly || path !== '/v1/responses')) return json(response, 404, { error: { message: 'not found' } });
    const one: Asked = { path, authorization: request.headers.authorization, body, ...textsOf(body) };
    asked.push(one);
    await send(response, isChat, await answer(one, asked.length));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    say(next) {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function textsOf(body: Record<string, unknown>): { input: string; instructions: string } {
  if (typeof body.input === 'string') return { input: body.input, instructions: String(body.instructions ?? '') };
  const messages: unknown[] = Array.isArray(body.messages) ? body.messages : [];
  const of = (role: string) =>
    messages.flatMap((one) =>
      typeof one === 'object' && one !== null && 'role' in one && one.role === role && 'content' in one
        ? [String(one.content)]
        : [],
    );
  return { input: of('user').join('\n'), instructions: of('system').join('\n') };
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function send(response: ServerResponse, isChat: boolean, answer: Answer): Promise<void> {
  if ('silent' in answer) return;
  if ('hangUp' in answer) return void response.destroy();
  if ('html' in answer) return void response.writeHead(200, { 'content-type': 'text/html' }).end(answer.html);
  if ('status' in answer)
    return json(response, answer.status, { error: { message: 'made up', code: answer.code ?? null } }, answer.headers);
  const text = 'text' in answer ? answer.text : undefined;
  const refusal = 'refusal' in answer ? answer.refusal : undefined;
  const tokens =
    'text' in answer && answer.tokens === null ? undefined : ('text' in answer && answer.tokens) || { input: 900, output: 60 };
  json(response, 200, isChat ? chatBody(text, refusal, tokens) : responseBody(text, refusal, tokens));
}

type Tokens = { input: number; output: number } | undefined;

const chatBody = (text: string | undefined, refusal: string | undefined, tokens: Tokens) => ({
  id: 'chat-1',
  object: 'chat.completion',
  created: 0,
  model: 'made-up',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text ?? null, refusal: refusal ?? null } }],
  ...(tokens && {
    usage: { prompt_tokens: tokens.input, completion_tokens: tokens.output, total_tokens: tokens.input + tokens.output },
  }),
});

const responseBody = (text: string | undefined, refusal: string | undefined, tokens: Tokens) => ({
  id: 'resp-1',
  object: 'response',
  created_at: 0,
  model: 'made-up',
  status: 'completed',
  output: [
    {
      type: 'message',
      id: 'msg-1',
      status: 'completed',
      role: 'assistant',
      content: [
        refusal === undefined ? { type: 'output_text', text: text ?? '', annotations: [] } : { type: 'refusal', refusal },
      ],
    },
  ],
  ...(tokens && {
    usage: { input_tokens: tokens.input, output_tokens: tokens.output, total_tokens: tokens.input + tokens.output },
  }),
});
