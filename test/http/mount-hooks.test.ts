import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { mountHooks } from '../../src/http/mount-hooks.ts';
import type { HookRequest } from '../../src/messages/http-hook.ts';

function mounted() {
  const taken: HookRequest[] = [];
  const app = new Hono();
  mountHooks(app, [
    {
      paths: ['/slack/events', '/slack/commands'],
      async handle(request) {
        taken.push(request);
        return request.body === 'say' ? { status: 200, body: { text: 'hello' } } : { status: 200 };
      },
    },
  ]);
  const post = (path: string, body: string) =>
    app.request(path, { method: 'POST', body, headers: { 'X-Slack-Signature': 'v0=1' } });
  return { app, post, taken };
}

describe('events that a platform posts', () => {
  it('reach their channel with the very bytes and all headers, and take its answer back', async () => {
    const { post, taken } = mounted();
    const body = 'payload=%7B%22a%22%3A%22ü+%22%7D';
    const silent = await post('/slack/events', body);
    expect([silent.status, await silent.text()]).toEqual([200, '']);
    expect(taken).toMatchObject([{ body, headers: { 'x-slack-signature': 'v0=1' } }]);
    expect(await (await post('/slack/commands', 'say')).json()).toEqual({ text: 'hello' });
  });

  it('are refused when they are larger than any of Slack’s, and are nowhere else and in no other way', async () => {
    const { app, post, taken } = mounted();
    expect((await post('/slack/events', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    expect((await app.request('/slack/events')).status).toBe(404);
    expect((await post('/slack/other', 'x')).status).toBe(404);
    expect(taken).toEqual([]);
  });
});
