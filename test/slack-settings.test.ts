import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const read = (environment: Record<string, string>) => readConfig({}, environment).slack;

describe('the settings of Slack', () => {
  it('are off without a bot token', () => {
    expect(read({ SLACK_APP_TOKEN: 'xapp-1' })).toBeUndefined();
  });

  it('refuse to start without a way to know that events are from Slack: an empty signing secret is none (S16)', () => {
    expect(() => read({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(/SLACK_APP_TOKEN/);
    expect(() => read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '' })).toThrow(/signing secret that is empty/);
    expect(() => read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '   ' })).toThrow(/SLACK_SIGNING_SECRET/);
    expect(() => read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' })).toThrow(
      /SLACK_SIGNING_SECRET/,
    );
  });

  it('take events over HTTP with a signing secret and an address to listen on', () => {
    const secret = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
    expect(() => read(secret)).toThrow(/HTTP_LISTEN/);
    expect(() => read({ ...secret, HTTP_LISTEN: 'off' })).toThrow(/HTTP_LISTEN/);
    expect(read({ ...secret, HTTP_LISTEN: '127.0.0.1:8080' })).toMatchObject({ signingSecret: secret.SLACK_SIGNING_SECRET });
  });

  it('say when tokens are exchanged', () => {
    expect(() => read({ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' })).toThrow(/SLACK_BOT_TOKEN/);
    expect(() => read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' })).toThrow(/SLACK_APP_TOKEN/);
  });

  it('take another root of the API', () => {
    expect(read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:9/api' })?.apiUrl).toBe(
      'http://127.0.0.1:9/api/',
    );
    expect(() => read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'slack' })).toThrow(/SLACK_API_URL/);
  });
});
