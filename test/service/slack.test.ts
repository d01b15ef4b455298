/** Slack, all the way through, against our own Slack on loopback. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { directMessage, fileShared, mention, reaction, slashCommand } from '../bots/slack/slack-events.ts';
import { checkForLeaks } from '../leak-check.ts';
import { APP_TOKEN, BOT_TOKEN, directOf, type SlackServer, startSlack } from '../servers/slack-server.ts';
import { ANA_RESUME, feedOf, INVOICE_TEXT, POSTINGS } from './people.ts';
import { runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();

const ANA_ID = 'U0ANA';
const RITA_ID = 'U0RITA';
const SHARED = 'C0TEAM';
const SPACING_MS = 20;

let slack: SlackServer;
let test: TestService;
beforeEach(async () => {
  slack = await startSlack({ spacingMs: 0, ackWithinMs: 20_000 });
  slack.users.set(ANA_ID, { email: 'ana.prado@example.com' });
  slack.users.set(RITA_ID, { email: 'rita@talent.example.com' });
  test = await runTestService(
    {
      SMTP_LISTEN: 'off',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.url,
      RECRUITERS: `slack:${RITA_ID}`,
    },
    { slackTimings: { spacingMs: SPACING_MS, timings: { retryMs: 10 } } },
  );
});
afterEach(async () => {
  await test.close();
  await slack.close();
});

const bytes = (content: string) => new TextEncoder().encode(content);
const viewer = serviceViewer(DEFAULT_WORKSPACE);
const counts = () => stats(test.service.store, viewer);
const candidates = () => listCandidates(test.service.store, viewer);
const importJobs = () =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield bytes(feedOf(POSTINGS));
    })(),
  });

function upload(id: string, name: string, content: string, type = 'text/plain') {
  slack.files.set(id, { name, type, bytes: bytes(content) });
  return { id, name, mimetype: type, size: content.length };
}

async function happens(event: object, type = 'events_api'): Promise<void> {
  expect(await slack.deliver(type, event)).toBe('acknowledged');
  await test.service.worker.idle();
}

const later = (ms: number) => test.clock.advanceTo(new Date(test.clock.now().getTime() + ms));
const taken = async () => {
  const { resume, application, command, feedback, other } = (await counts()).submissions;
  return resume + application + command + feedback + other;
};

async function anaSendsHerResume(): Promise<string> {
  const ts = slack.ts();
  await happens(directMessage('Ev1', ANA_ID, ts, { files: [upload('F0CV', 'cv.txt', ANA_RESUME)] }));
  return ts;
}

describe('a resume in a direct message', () => {
  it('is answered in its thread with what was understood and the jobs that fit, and marked', async () => {
    await importJobs();
    const ts = await anaSendsHerResume();
    expect(new Set(slack.messages.map(({ channel, threadTs }) => `${channel} ${threadTs}`))).toEqual(
      new Set([`${directOf(ANA_ID)} ${ts}`]),
    );
    expect(slack.messages.map(({ shown }) => shown).join('\n')).toMatch(/Ana Prado[\s\S]*Roundhay Apps/);
    expect(slack.messages[0]?.text).toContain('Ana Prado');
    await test.service.worker.idle();
    // 👀 while it is read.
    expect(slack.calls.filter((call) => call.startsWith('reactions.'))).toEqual([
      'reactions.add',
      'reactions.add',
      'reactions.remove',
    ]);
    expect(slack.marks).toEqual([`${directOf(ANA_ID)}:${ts} white_check_mark`]);
    expect(slack.refusals).toEqual([]);
  });

  it('is acknowledged before its bytes are fetched, and the file is read once it is there (S1, S2)', async () => {
    slack.fail('files.info', { status: 503 });
    await happens(directMessage('Ev1', ANA_ID, slack.ts(), { files: [upload('F0CV', 'cv.txt', ANA_RESUME)] }));
    expect(slack.acks).toHaveLength(1);
    expect(slack.messages).toEqual([]);
    later(60_000);
    await test.service.worker.idle();
    expect(slack.messages).toHaveLength(1);
  });

  it("is the sender's own when their profile has the address in it", async () => {
    await importJobs();
    await anaSendsHerResume();
    expect(slack.messages[0]?.shown).not.toMatch(/is this you/i);
    await happens(slashCommand('t1', ANA_ID, 'profile'), 'slash_commands');
    expect(slack.messages.at(-1)?.shown).toContain('Tarnside Software');
  });

  it("is not the sender's own when the address is somebody else's or comes from another workspace", async () => {
    for (const user of [{ email: 'someone@example.org' }, { email: 'ana.prado@example.com', team: 'T0999' }]) {
      slack.users.set(ANA_ID, user);
      await happens(directMessage(`Ev ${user.email}`, ANA_ID, slack.ts(), { files: [upload('F0CV', 'cv.txt', ANA_RESUME)] }));
      expect(slack.messages.at(-1)?.shown).toMatch(/is this you/i);
    }
  });

  it('counts once, delivered four times and told by two events in either order (S3, S4)', async () => {
    const message = directMessage('Ev1', ANA_ID, slack.ts(), { files: [upload('F0CV', 'cv.txt', ANA_RESUME)] });
    await happens(fileShared('Ev0', ANA_ID, 'F0CV'));
    await Promise.all([1, 2, 3, 4].map(() => slack.deliver('events_api', message)));
    await happens(fileShared('Ev2', ANA_ID, 'F0CV'));
    await happens(message);
    expect(slack.acks).toHaveLength(7);
    expect(await taken()).toBe(1);
    expect(await candidates()).toHaveLength(1);
    expect(slack.messages).toHaveLength(1);
  });

  it('that is gone, or a login page, gets an answer that says so (S6)', async () => {
    const file = upload('F0CV', 'cv.txt', ANA_RESUME);
    slack.files.set('F0CV', { name: 'cv.txt', type: 'text/plain', bytes: bytes(ANA_RESUME), login: true });
    await happens(directMessage('Ev1', ANA_ID, slack.ts(), { files: [file] }));
    expect(slack.messages.at(-1)?.shown).toMatch(/cv\.txt.*could not be fetched.*send the file again/is);
    expect(await candidates()).toEqual([]);
  });
});

describe('answers and commands', () => {
  it('counts a 👍 on the answer and takes it back with the reaction, whatever its skin tone (S12)', async () => {
    await importJobs();
    await anaSendsHerResume();
    const match = slack.messages.find(({ buttons }) => '👍 Interested' in buttons);
    const answer = `${directOf(ANA_ID)}:${match?.ts}`;
    await happens(reaction('Ev2', ANA_ID, answer, '+1::skin-tone-5'));
    expect((await counts()).feedback).toBe(1);
    expect(slack.messages.at(-1)?.shown).toMatch(/interested/i);
    await happens(reaction('Ev2', ANA_ID, answer, '+1::skin-tone-5'));
    expect((await counts()).feedback).toBe(1);
    await happens(reaction('Ev3', ANA_ID, answer, '+1', { removed: true }));
    expect(slack.messages.at(-1)?.shown).toMatch(/took|taken|undone|back/i);
  });

  it("leaves other people's messages and reactions alone (S12, S10)", async () => {
    await importJobs();
    await anaSendsHerResume();
    await happens(reaction('Ev2', RITA_ID, `${SHARED}:${slack.ts()}`, '+1', { of: ANA_ID }));
    await happens(reaction('Ev3', 'U0BOT', `${directOf(ANA_ID)}:${slack.messages[0]?.ts}`, 'eyes'));
    expect(await taken()).toBe(1);
  });

  it('takes a comment in the thread of the resume as an answer to its list', async () => {
    await importJobs();
    const ts = await anaSendsHerResume();
    await happens(directMessage('Ev2', ANA_ID, slack.ts(), { text: '2👍', thread: ts }));
    expect((await counts()).feedback).toBe(1);
    expect(slack.messages.at(-1)).toMatchObject({ threadTs: ts });
  });

  it('runs commands of the registry, typed with the slash or as a message', async () => {
    await importJobs();
    await anaSendsHerResume();
    await happens(slashCommand('t1', ANA_ID, 'match', SHARED), 'slash_commands');
    expect(slack.acks.at(-1)?.payload).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringMatching(/direct message/),
    });
    const listed = slack.messages.find(({ shown, threadTs }) => threadTs === undefined && shown.includes('Roundhay Apps'));
    expect(listed?.channel).toBe(directOf(ANA_ID));
    await happens(directMessage('Ev3', ANA_ID, slack.ts(), { text: 'jobs list' }));
    expect(slack.messages.at(-1)?.shown).toContain('Staff Nurse');
  });

  it('gives the role of the settings to a user id (F8.1)', async () => {
    await anaSendsHerResume();
    await happens(slashCommand('t1', RITA_ID, 'candidates'), 'slash_commands');
    expect(slack.messages.at(-1)?.shown).not.toMatch(/not a command/);
    await happens(slashCommand('t2', ANA_ID, 'candidates'), 'slash_commands');
    expect(slack.messages.at(-1)?.shown).toMatch(/not a command/);
  });
});

describe('a shared channel', () => {
  const inChannel = () => slack.messages.filter((message) => message.channel === SHARED);

  it('sees that a resume was received and nothing of what is in it (A7, A12)', async () => {
    await importJobs();
    const ts = slack.ts();
    await happens(mention('Ev1', RITA_ID, SHARED, ts, 'please look', [upload('F0CV', 'ana-prado.txt', ANA_RESUME)]));
    expect(inChannel()).toMatchObject([{ threadTs: ts, shown: expect.stringContaining('direct message') }]);
    expect(JSON.stringify(inChannel())).not.toMatch(/ana|prado|tarnside|900555|[crm][0-9a-hjkmnp-tv-z]{8}/i);
    const [details] = slack.messages.filter((message) => message.channel === directOf(RITA_ID));
    expect(details?.shown).toContain('Ana Prado');
    expect(details?.threadTs).toBeUndefined();
  });

  it('gets no answer to a file that is no resume, and nothing of it is kept (A7)', async () => {
    await happens(mention('Ev1', ANA_ID, SHARED, slack.ts(), 'the bill', [upload('F0BILL', 'bill.txt', INVOICE_TEXT)]));
    expect(slack.messages).toEqual([]);
    expect(await taken()).toBe(0);
  });

  it('is not read where nobody mentions us', async () => {
    const event = directMessage('Ev1', ANA_ID, slack.ts(), { text: 'help' });
    await happens({ ...event, event: { ...event.event, channel: SHARED, channel_type: 'channel' } });
    expect(await taken()).toBe(0);
  });
});

describe('when Slack has a bad day', () => {
  it('connects again after Slack recycles or drops the socket, and loses nothing in between (S8)', async () => {
    slack.refresh();
    await expect.poll(() => slack.connections()).toBe(2);
    slack.drop();
    await expect.poll(() => slack.connections() === 3 && slack.connected()).toBe(true);
    await anaSendsHerResume();
    expect(slack.messages).toHaveLength(1);
  });

  it('waits as long as Slack asks for, without using up a try (S9)', async () => {
    slack.fail('chat.postMessage', { status: 429, retryAfter: 30 });
    await anaSendsHerResume();
    expect(slack.messages).toEqual([]);
    later(31_000);
    await test.service.worker.idle();
    expect(slack.messages).toHaveLength(1);
    expect((await counts()).tasks.dead).toBe(0);
  });

  it('does not send again what may have arrived (O4)', async () => {
    slack.fail('chat.postMessage', { status: 500 });
    await anaSendsHerResume();
    later(3_600_000);
    await test.service.worker.idle();
    expect(slack.calls.filter((call) => call === 'chat.postMessage')).toHaveLength(1);
  });
});
