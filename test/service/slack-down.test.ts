/** With Slack out of reach, with a token that is refused, with scopes that are missing: the other channels go on. */
import { afterEach, describe, expect, it } from 'vitest';
import { mailWithFile } from '../../src/cli/demo/demo-mails.ts';
import { directMessage } from '../bots/slack/slack-events.ts';
import { checkForLeaks } from '../leak-check.ts';
import { freePort } from '../servers/free-port.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlack } from '../servers/slack-server.ts';
import { ANA, ANA_RESUME } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
let slack: SlackServer | undefined;
let test: TestService | undefined;
afterEach(async () => {
  await test?.close();
  await slack?.close();
  test = slack = undefined;
});

const open = async (url: string, botToken = BOT_TOKEN): Promise<TestService> => {
  test = await runTestService(
    { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: url, HTTP_LISTEN: '127.0.0.1:0' },
    { slackTimings: { spacingMs: 10, timings: { retryMs: 10, setupRetryMs: 100 } } },
  );
  return test;
};
const health = async ({ service }: TestService): Promise<unknown> =>
  (await fetch(`http://127.0.0.1:${service.httpAddress?.port}/healthz`)).json();
async function mailIsAnswered(service: TestService): Promise<void> {
  const file = { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(ANA_RESUME) };
  const answer = await service.ask(
    mailWithFile({ from: ANA, to: INBOX, subject: 'My resume', date: START }, 'see attached', file),
  );
  expect(answer.text).toContain('Ana Prado');
}

describe('a bad day of Slack is no bad day of mail', () => {
  it('when Slack cannot be reached', async () => {
    const service = await open(`http://127.0.0.1:${await freePort()}/api/`);
    expect(await health(service)).toMatchObject({ ok: true, channels: { email: 'up', slack: 'down' } });
    await mailIsAnswered(service);
  });

  it('when its token is refused', async () => {
    slack = await startSlack();
    const service = await open(slack.url, 'xoxb-refused');
    expect(await health(service)).toMatchObject({ ok: true, channels: { email: 'up', slack: 'down' } });
    await mailIsAnswered(service);
  });

  it('when scopes are missing: what needs none of them works, and the file waits for its scope', async () => {
    slack = await startSlack({ spacingMs: 0 });
    slack.users.set('U0ANA', {});
    slack.scopes.delete('files:read');
    const service = await open(slack.url);
    await mailIsAnswered(service);
    const bytes = new TextEncoder().encode(ANA_RESUME);
    slack.files.set('F0CV', { name: 'cv.txt', type: 'text/plain', bytes });
    const message = directMessage('Ev1', 'U0ANA', slack.ts(), { files: [{ id: 'F0CV', name: 'cv.txt' }] });
    expect(await slack.deliver('events_api', message)).toBe('acknowledged');
    await service.service.worker.idle();
    expect(slack.messages).toEqual([]);
    slack.scopes.add('files:read');
    service.clock.advanceTo(new Date(START.getTime() + 16 * 60_000));
    await service.service.worker.idle();
    expect(slack.messages.map(({ shown }) => shown).join()).toContain('Ana Prado');
  });
});
