import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSlack } from '../../src/cli/doctor-slack.ts';
import { readConfig } from '../../src/config.ts';
import { checkForLeaks } from '../leak-check.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlack } from '../servers/slack-server.ts';

checkForLeaks();
let slack: SlackServer;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.close());

const look = (environment: Record<string, string> = {}) =>
  checkSlack({
    config: readConfig(
      { dataFolder: 'nowhere' },
      { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.url, ...environment },
    ),
  });

describe('the doctor on Slack', () => {
  it('says which workspace it is, and how events come', async () => {
    expect(await look()).toMatchObject({ ok: true, detail: expect.stringMatching(/Tarnside.*over a socket/) });
    const http = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'f'.repeat(32), HTTP_LISTEN: '127.0.0.1:0' };
    expect(await look({ ...http, PUBLIC_URL: 'https://s.example.com' })).toMatchObject({
      ok: true,
      detail: expect.stringContaining('https://s.example.com/slack/events'),
    });
  });

  it('names the token that does not work, and where to copy it from', async () => {
    expect(await look({ SLACK_BOT_TOKEN: 'xoxb-other' })).toMatchObject({
      ok: false,
      detail: 'SLACK_BOT_TOKEN does not work: invalid_auth',
      fix: expect.stringContaining('copy SLACK_BOT_TOKEN'),
    });
    expect(await look({ SLACK_APP_TOKEN: 'xapp-other' })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('SLACK_APP_TOKEN'),
    });
  });

  it('names scopes that the app was not given, and what to do', async () => {
    slack.scopes.delete('files:write');
    expect(await look()).toMatchObject({
      ok: false,
      detail: 'the app lacks scopes: files:write',
      fix: expect.stringContaining('docs/slack/manifest.json'),
    });
  });

  it('says so when Slack cannot be reached', async () => {
    const { url } = slack;
    await slack.close();
    const found = await look({ SLACK_API_URL: url });
    slack = await startSlack();
    expect(found).toMatchObject({
      ok: false,
      detail: expect.stringContaining('ECONNREFUSED'),
      fix: expect.stringContaining('slack.com'),
    });
  });
});
