import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackChannel } from '../../../src/bots/slack/create-slack-channel.ts';
import { PermanentFailure, RetryLater } from '../../../src/domain/errors.ts';
import type { Channel } from '../../../src/messages/channel.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlack } from '../../servers/slack-server.ts';

checkForLeaks();
let slack: SlackServer;
let channel: Channel;
let said: string[];
beforeEach(async () => {
  slack = await startSlack();
  said = [];
  channel = createSlackChannel({
    account: { botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.url },
    log: { info: () => {}, warn: () => {}, error: (fields) => said.push(JSON.stringify(fields)) },
  });
});
afterEach(() => slack.close());

const CV = new TextEncoder().encode('Ilse Wanderstein, welder');
const offer = (more: object) => slack.files.set('F0CV', { name: 'cv.txt', type: 'text/plain', bytes: CV, ...more });
async function fetched(maxBytes = 1_000): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of channel.fetchAttachment('F0CV', { maxBytes, signal: new AbortController().signal }))
    chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
const failure = (maxBytes?: number) => fetched(maxBytes).catch((error: unknown) => error);

describe('a file of Slack', () => {
  it('is asked for by its id and followed over three redirects, not over four (S5, S7)', async () => {
    offer({ redirects: 3 });
    expect(await fetched()).toBe('Ilse Wanderstein, welder');
    offer({ redirects: 4 });
    expect(await failure()).toBeInstanceOf(PermanentFailure);
  });

  it('that is a login page is no resume, and an administrator is told which scope is missing (S6)', async () => {
    offer({ login: true });
    expect(await failure()).toBeInstanceOf(PermanentFailure);
    offer({ type: 'application/pdf', bytes: new TextEncoder().encode('\n<!DOCTYPE html><title>Sign in</title>') });
    expect(await failure()).toBeInstanceOf(PermanentFailure);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('files:read');
  });

  it('never takes the token, nor us, to another host (S7)', async () => {
    const asked: unknown[] = [];
    const other = createServer((request, response) => {
      asked.push(request.headers.authorization);
      response.end('caught');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    offer({ redirects: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/` });
    expect(await failure()).toBeInstanceOf(PermanentFailure);
    expect(asked).toEqual([]);
    await new Promise((resolve) => other.close(resolve));
  });

  it('that is too large, gone or not given to us for want of a scope fails with a fix; a busy server is asked again', async () => {
    offer({});
    expect(await failure(5)).toMatchObject({ message: expect.stringMatching(/larger/) });
    offer({ gone: true });
    expect(await failure()).toBeInstanceOf(PermanentFailure);
    slack.scopes.delete('files:read');
    expect(await failure()).toBeInstanceOf(RetryLater);
    expect(said.at(-1)).toContain('files:read');
    slack.fail('files.info', { status: 429, retryAfter: 7 });
    expect(await failure()).toMatchObject({ afterMs: 7_000, countsAsAttempt: false });
  });
});
