import { describe, expect, it } from 'vitest';
import { createSlackChannel } from '../../../src/bots/slack/create-slack-channel.ts';
import { ConfigError } from '../../../src/domain/errors.ts';
import { type ServedHook, serveHook } from '../../servers/serve-hook.ts';
import { type HttpTarget, postSigned, type Tampering } from '../../servers/slack-delivery.ts';
import { BOT_TOKEN, SIGNING_SECRET } from '../../servers/slack-server.ts';
import { SILENT_LOG } from '../email/recorded-events.ts';
import { ILSE, useSlack } from './run-slack.ts';
import { directMessage, fileShared, slashCommand } from './slack-events.ts';

const running = useSlack();

async function served(work: (target: HttpTarget, hook: ServedHook) => Promise<void>): Promise<void> {
  const channel = await running.open({
    account: { botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, apiUrl: running.slack.url },
  });
  const hook = await serveHook(() => channel.http);
  try {
    await work({ url: hook.url, secret: SIGNING_SECRET }, hook);
  } finally {
    await hook.close();
  }
}
const hello = (id = 'Ev1', ts = '1700000000.000100') => directMessage(id, ILSE, ts, { text: 'help' });
const now = () => Math.floor(Date.now() / 1000);

describe('events over HTTP', () => {
  it('S16: are believed only with the signature of these very bytes, made in the last five minutes', async () => {
    await served(async (target) => {
      const status = async (tamper: Tampering, secret = SIGNING_SECRET) =>
        (await postSigned({ ...target, secret }, 'events_api', hello(), { tamper })).status;
      expect(await status({ signature: '' })).toBe(401);
      expect(await status({ signature: `v0=${'0'.repeat(64)}` })).toBe(401);
      expect(await status({}, 'another secret, as long')).toBe(401);
      expect(await status({ body: JSON.stringify(hello('Ev2')) })).toBe(401);
      expect(await status({ timestamp: now() - 301 })).toBe(401);
      expect(await status({ timestamp: now() + 301 })).toBe(401);
      expect(running.told.messages).toEqual([]);
      expect(await status({ timestamp: now() - 290 })).toBe(200);
      expect(running.told.messages).toHaveLength(1);
    });
  });

  it('S16: are not even listened for with a secret that is empty', () => {
    for (const signingSecret of ['', '  '])
      expect(() => createSlackChannel({ account: { botToken: BOT_TOKEN, signingSecret }, log: SILENT_LOG })).toThrow(ConfigError);
  });

  it('answer the challenge of a new address, but only Slack’s', async () => {
    await served(async (target) => {
      const challenge = { type: 'url_verification', challenge: 'c4all3ng3' };
      expect(await postSigned(target, 'events_api', challenge)).toEqual({ status: 200, answer: { challenge: 'c4all3ng3' } });
      expect((await postSigned({ ...target, secret: 'x' }, 'events_api', challenge)).status).toBe(401);
    });
  });

  it('S1, S3: are answered after the commit, and refused when it fails, so that Slack sends them again', async () => {
    await served(async (target) => {
      const { told, slack } = running;
      slack.target = target;
      const order: string[] = [];
      told.beforeCommit = async () => {
        order.push('commit');
        if (order.length < 3) throw new Error('disk full');
      };
      expect(await slack.deliverWithRetries('events_api', hello())).toBe('acknowledged');
      expect(order).toHaveLength(3);
      expect(told.messages).toHaveLength(1);
    });
  });

  it('S3, S4: the same event four times has one key and gets 200 every time; file_shared is acknowledged and means nothing', async () => {
    await served(async (target) => {
      for (let retry = 0; retry < 4; retry++)
        expect((await postSigned(target, 'events_api', hello(), { retry })).status).toBe(200);
      expect((await postSigned(target, 'events_api', fileShared('Ev2', ILSE, 'F0CV'))).status).toBe(200);
      expect(new Set(running.told.messages.map((one) => one.eventKey)).size).toBe(1);
    });
  });

  it('carry what the person sees at once in the answer to a command', async () => {
    await served(async (target) => {
      const command = slashCommand('t1', ILSE, 'match', 'C0TEAM', { responseUrl: running.slack.responseUrl() });
      expect(await postSigned(target, 'slash_commands', command)).toMatchObject({
        status: 200,
        answer: { response_type: 'ephemeral', text: expect.stringContaining('Only you') },
      });
    });
  });

  it('are refused while Slack does not know us, and after the stop; what is no event at all is a bad request', async () => {
    running.slack.fail('auth.test', { status: 503 });
    const channel = await running.open({
      account: { botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, apiUrl: running.slack.url },
      timings: { retryMs: 300 },
    });
    const hook = await serveHook(() => channel.http);
    const target = { url: hook.url, secret: SIGNING_SECRET };
    expect(channel.isUp?.()).toBe(false);
    expect((await postSigned(target, 'events_api', hello())).status).toBe(503);
    await expect.poll(() => channel.isUp?.()).toBe(true);
    expect((await postSigned(target, 'events_api', hello())).status).toBe(200);
    expect((await postSigned(target, 'slash_commands', {})).status).toBe(400);
    await channel.stop();
    expect((await postSigned(target, 'events_api', hello())).status).toBe(503);
    await hook.close();
  });
});
