/** Commands among others, forms, buttons and the Home of Slack, all the way through. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import {
  buttonPressed,
  directMessage,
  formSubmitted,
  globalShortcut,
  homeOpened,
  slashCommand,
} from '../bots/slack/slack-events.ts';
import { checkForLeaks } from '../leak-check.ts';
import { APP_TOKEN, BOT_TOKEN, directOf, type SlackServer, startSlack } from '../servers/slack-server.ts';
import { ANA_RESUME, feedOf, POSTINGS } from './people.ts';
import { runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
const ANA = 'U0ANA';
const SHARED = 'C0TEAM';
let slack: SlackServer;
let test: TestService;
beforeEach(async () => {
  slack = await startSlack({ spacingMs: 0, ackWithinMs: 20_000 });
  slack.users.set(ANA, { email: 'ana.prado@example.com' });
  test = await runTestService(
    { SMTP_LISTEN: 'off', SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.url },
    { slackTimings: { spacingMs: 10, timings: { retryMs: 10 } } },
  );
});
afterEach(async () => {
  await test.close();
  await slack.close();
});

const bytes = (content: string) => new TextEncoder().encode(content);
const counts = () => stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE));
const importJobs = () =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield bytes(feedOf(POSTINGS));
    })(),
  });
function upload() {
  slack.files.set('F0CV', { name: 'cv.txt', type: 'text/plain', bytes: bytes(ANA_RESUME) });
  return { id: 'F0CV', name: 'cv.txt', mimetype: 'text/plain', size: ANA_RESUME.length };
}
async function happens(event: object, type = 'events_api'): Promise<void> {
  expect(await slack.deliver(type, event)).toBe('acknowledged');
  await test.service.worker.idle();
}
const command = (trigger: string, text: string, responseUrl?: string) =>
  happens(slashCommand(trigger, ANA, text, SHARED, { responseUrl }), 'slash_commands');
const sendsResume = () => happens(directMessage('Ev1', ANA, slack.ts(), { files: [upload()] }));

describe('a command among others', () => {
  it('is answered there, seen by nobody else; when that is used up, in the direct conversation (A12)', async () => {
    await importJobs();
    await sendsResume();
    const before = slack.messages.length;
    const responseUrl = slack.responseUrl();
    await command('t1', 'match', responseUrl);
    expect(slack.answers).toMatchObject([{ url: responseUrl, shown: expect.stringContaining('Roundhay Apps') }]);
    expect(slack.messages).toHaveLength(before);
    expect(Object.values(slack.answers[0]?.buttons ?? {}).some((value) => value.startsWith('fb:'))).toBe(true);
    slack.expire(responseUrl);
    await command('t2', 'profile', responseUrl);
    expect(slack.messages.slice(before)).toMatchObject([{ channel: directOf(ANA), shown: expect.stringContaining('Tarnside') }]);
    expect(slack.messages.filter(({ channel }) => channel === SHARED)).toEqual([]);
  });
});

describe('a form', () => {
  it('takes a resume in, by the shortcut as by the command, and it is answered (F1.1)', async () => {
    await happens(globalShortcut(slack.trigger(), ANA), 'interactive');
    const view = slack.modals[0]?.view;
    if (!view) throw expect.unreachable('no form opened');
    const submitted = formSubmitted('V1', ANA, view, { files: [upload()], text: null });
    await happens(submitted, 'interactive');
    await happens(submitted, 'interactive');
    expect(await listCandidates(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).toHaveLength(1);
    expect(slack.messages.map(({ shown }) => shown).join()).toContain('Ana Prado');
    expect((await counts()).tasks.dead).toBe(0);
  });

  it('corrects what was understood', async () => {
    await sendsResume();
    await command(slack.trigger(), 'correct', slack.responseUrl());
    const view = slack.modals[0]?.view;
    if (!view) throw expect.unreachable('no form opened');
    await happens(formSubmitted('V1', ANA, view, { name: 'Ana Maria Prado' }), 'interactive');
    expect(slack.answers.at(-1)?.shown).toContain('Ana Maria Prado');
    expect(slack.refusals).toEqual([]);
  });
});

describe('a button', () => {
  it('counts once for the match that it stands beneath, however often it is pressed (F6.1)', async () => {
    await importJobs();
    await sendsResume();
    const message = slack.messages.find(({ buttons }) => '👍 Interested' in buttons);
    if (!message) throw expect.unreachable('no match has buttons');
    const target = `${message.channel}:${message.ts}`;
    for (const trigger of ['p1', 'p1', 'p2'])
      await happens(buttonPressed(trigger, ANA, target, message.buttons['👍 Interested'] ?? ''), 'interactive');
    expect((await counts()).feedback).toBe(1);
    await happens(buttonPressed('p3', ANA, target, message.buttons['Why?'] ?? ''), 'interactive');
    expect(slack.messages.at(-1)?.shown).toMatch(/python/i);
  });
});

describe('the Home', () => {
  it('shows what is known, once it is opened', async () => {
    await importJobs();
    await sendsResume();
    await happens(homeOpened('Ev2', ANA));
    expect(slack.homes.get(ANA)?.shown).toContain('Ana Prado');
    expect(slack.refusals).toEqual([]);
  });
});
