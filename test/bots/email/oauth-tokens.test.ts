import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailboxProblem } from '../../../src/bots/email/imap-problem.ts';
import { OAUTH_ENDPOINTS } from '../../../src/bots/email/oauth-providers.ts';
import { createRefreshTokenSource, TokenRefused } from '../../../src/bots/email/oauth-tokens.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { SCRIPTED_TOKEN, type ScriptedImap, startScriptedImap } from '../../servers/scripted-imap.ts';
import { mailNamed, type Reading, startReading, until } from './imap-reading.ts';

checkForLeaks();

let server: Server;
let url: string;
let asked: URLSearchParams[];
let answer: { status: number; body: unknown };

beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: { access_token: SCRIPTED_TOKEN, expires_in: 3600 } };
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(body));
      response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/token`;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

const tokens = (provider: 'google' | 'microsoft' = 'google') =>
  createRefreshTokenSource({
    endpoint: { ...OAUTH_ENDPOINTS[provider], url },
    clientId: 'client-1',
    clientSecret: 'secret-1',
    refreshToken: 'refresh-1',
  });

describe('E8: access tokens', () => {
  it('are asked for with the refresh token, Microsoft with its scope', async () => {
    expect(await tokens('microsoft').accessToken()).toBe(SCRIPTED_TOKEN);
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      grant_type: 'refresh_token',
      client_id: 'client-1',
      client_secret: 'secret-1',
      refresh_token: 'refresh-1',
      scope: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
    });
  });

  it('a new refresh token takes the place of the old one', async () => {
    const source = tokens();
    answer.body = { access_token: 'a', refresh_token: 'refresh-2' };
    await source.accessToken();
    await source.accessToken();
    expect(asked.map((one) => one.get('refresh_token'))).toEqual(['refresh-1', 'refresh-2']);
  });

  it('invalid_grant says which setting to renew, and that asking again does not help', async () => {
    answer = { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been revoked.' } };
    const error = await tokens()
      .accessToken()
      .catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(TokenRefused);
    expect(mailboxProblem(error)).toMatchObject({ refused: true, fix: expect.stringContaining('IMAP_OAUTH_REFRESH_TOKEN') });
  });

  it('a failing endpoint is an outage, not a refusal', async () => {
    answer = { status: 503, body: 'busy' };
    const error = await tokens()
      .accessToken()
      .catch((problem: unknown) => problem);
    expect(mailboxProblem(error).refused).toBe(false);
  });
});

describe('E8: a mailbox with XOAUTH2', () => {
  let imap: ScriptedImap;
  let reading: Reading | undefined;
  beforeEach(async () => {
    imap = await startScriptedImap();
  });
  afterEach(async () => {
    await reading?.source.stop();
    await imap.close();
  });

  it('asks for a fresh token at each connection', async () => {
    reading = await startReading(imap.port, { account: { password: '' }, source: { tokens: tokens() } });
    await until(() => reading?.source.status().connected === true);
    await imap.die();
    await imap.comeBack();
    imap.mailbox.add(mailNamed('after the reconnect'));
    await until(() => reading?.taken.length === 1);
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(imap.commands).not.toContain('LOGIN');
  });
});
