/** Slack where others read, and over HTTP, all the way through, against our own Slack on loopback. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { findByAddress } from '../../src/store/people.ts';
import { stats } from '../../src/store/stats.ts';
import {
  directMessage,
  fileShared,
  mention,
  messageIn,
  messageShortcut,
  reaction,
  slashCommand,
} from '../bots/slack/slack-events.ts';
import { checkForLeaks } from '../leak-check.ts';
import { APP_TOKEN, BOT_TOKEN, directOf, SIGNING_SECRET, type SlackServer, startSlack } from '../servers/slack-server.ts';
import { ANA_RESUME, INVOICE_TEXT, NURSE_RESUME } from './people.ts';
import { runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();

const ANA = 'U0ANA';
const RITA = 'U0RITA';
const SHARED = 'C0TEAM';
const ABOUT_ANA = /ana|prado|tarnside|900555|[crm][0-9a-hjkmnp-tv-z]{8}/i;

let slack: SlackServer;
let test: TestService;

async function open(mode: 'socket' | 'http'): Promise<void> {
  slack = await startSlack({ spacingMs: 0, ackWithinMs: 20_000 });
  slack.users.set(ANA, { email: 'ana.prado@example.com' });
  slack.users.set(RITA, { email: 'rita@talent.example.com' });
  const way: Record<string, string> =
    mode === 'socket'
      ? { SLACK_APP_TOKEN: APP_TOKEN }
      : { SLACK_SIGNING_SECRET: SIGNING_SECRET.padEnd(32, '0'), HTTP_LISTEN: '127.0.0.1:0' };
  test = await runTestService(
    { SMTP_LISTEN: 'off', SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: slack.url, RECRUITERS: `slack:${RITA}`, ...way },
    { slackTimings: { spacingMs: 10, timings: { retryMs: 10 } } },
  );
  if (mode === 'http')
    slack.target = { url: `http://127.0.0.1:${test.service.httpAddress?.port}`, secret: SIGNING_SECRET.padEnd(32, '0') };
}
afterEach(async () => {
  await test.close();
  await slack.close();
});

const viewer = serviceViewer(DEFAULT_WORKSPACE);
const candidates = () => listCandidates(test.service.store, viewer);
const taken = async () => {
  const { resume, application, command, feedback, other } = (await stats(test.service.store, viewer)).submissions;
  return resume + application + command + feedback + other;
};

function upload(id: string, name: string, content: string) {
  slack.files.set(id, { name, type: 'text/plain', bytes: new TextEncoder().encode(content) });
  return { id, name, mimetype: 'text/plain', size: content.length };
}

async function happens(event: object, type = 'events_api'): Promise<void> {
  expect(await slack.deliver(type, event)).toBe('acknowledged');
  await test.service.worker.idle();
}

const inChannel = () => slack.messages.filter((message) => message.channel === SHARED);
const toRita = () => slack.messages.filter((message) => message.channel === directOf(RITA)).map(({ shown }) => shown);

describe('a file in a channel that we are in', () => {
  beforeEach(() => open('socket'));

  it('F1.1, A7, A12: needs no mention; the channel sees a receipt that names nobody, its sender the details', async () => {
    const ts = slack.ts();
    const file = upload('F0CV', 'ana-prado.txt', ANA_RESUME);
    await happens(messageIn('Ev1', RITA, SHARED, ts, { text: 'have a look', files: [file] }));
    expect(inChannel()).toMatchObject([{ threadTs: ts, shown: expect.stringContaining('direct message') }]);
    expect(JSON.stringify(inChannel())).not.toMatch(ABOUT_ANA);
    expect(toRita().join()).toContain('Ana Prado');
    expect(slack.refusals).toEqual([]);
  });

  it('A7: whoever only reacts to a receipt is nobody here: nothing is kept of them', async () => {
    await happens(messageIn('Ev1', RITA, SHARED, slack.ts(), { files: [upload('F0CV', 'ana-prado.txt', ANA_RESUME)] }));
    const receipt = inChannel()[0];
    await happens(reaction('Ev2', ANA, `${SHARED}:${receipt?.ts}`, '+1'));
    expect(await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'slack', ANA)).toBeUndefined();
    expect(await taken()).toBe(1);
  });

  it('A12: a recruiter does not watch channels that others may read and they may not', async () => {
    await happens(directMessage('Ev1', RITA, slack.ts(), { text: `source add slack:${SHARED}` }));
    expect(toRita().join()).toContain('Only administrators watch channels');
  });

  it('S4: is one submission, told as message, as mention and as file, in either order', async () => {
    const file = upload('F0CV', 'cv.txt', ANA_RESUME);
    const other = upload('F0CV2', 'cv2.txt', NURSE_RESUME);
    const [first, second] = [slack.ts(), slack.ts()];
    const asMessage = (id: string, ts: string, of: typeof file) =>
      messageIn(id, RITA, SHARED, ts, { text: '<@U0BOT> this', files: [of] });
    await happens(fileShared('Ev1', RITA, 'F0CV'));
    await happens(asMessage('Ev2', first, file));
    await happens(mention('Ev3', RITA, SHARED, first, 'this', [file]));
    await happens(mention('Ev4', RITA, SHARED, second, 'this', [other]));
    await happens(asMessage('Ev5', second, other));
    await happens(fileShared('Ev6', RITA, 'F0CV2'));
    expect(await taken()).toBe(2);
    expect(await candidates()).toHaveLength(2);
    expect(inChannel()).toHaveLength(2);
  });

  it('S3: delivered again while it is being looked at, is looked at once', async () => {
    const message = messageIn('Ev1', RITA, SHARED, slack.ts(), { files: [upload('F0CV', 'cv.txt', ANA_RESUME)] });
    await Promise.all([1, 2, 3, 4].map(() => slack.deliver('events_api', message)));
    await test.service.worker.idle();
    expect(slack.acks).toHaveLength(4);
    expect(slack.calls.filter((call) => call === 'files.info').length).toBe(1);
    expect(await taken()).toBe(1);
  });

  it('A7: that is no resume gets neither an answer nor a sign, and leaves no trace', async () => {
    await happens(messageIn('Ev1', ANA, SHARED, slack.ts(), { files: [upload('F0BILL', 'bill.txt', INVOICE_TEXT)] }));
    await happens(messageIn('Ev2', ANA, SHARED, slack.ts(), { text: 'lunch at noon?' }));
    expect([slack.messages, slack.marks, await taken()]).toEqual([[], [], 0]);
  });

  it('S5: of a guest of another workspace comes without a name or an address, and belongs to a person of ours', async () => {
    const guest = 'U0GUEST';
    slack.users.set(guest, { email: 'ana.prado@example.com', team: 'T0999' });
    upload('F0CV', 'cv.txt', ANA_RESUME);
    const event = messageIn('Ev1', guest, SHARED, slack.ts());
    const files = [{ id: 'F0CV', file_access: 'check_file_info', mode: 'file_access' }];
    await happens({ ...event, event: { ...event.event, subtype: 'file_share', files } });
    const [details] = slack.messages.filter((message) => message.channel === directOf(guest));
    expect(details?.shown).toContain('Ana Prado');
    // Nobody of ours confirmed that address.
    expect(details?.shown).toMatch(/is this you/i);
  });

  it('that somebody points at with "Add to pipeline" is theirs alone to see, and no resume is not kept (A7)', async () => {
    const responseUrl = slack.responseUrl();
    const point = (id: string, target: string, file: ReturnType<typeof upload>) =>
      happens(messageShortcut(id, RITA, target, { responseUrl, files: [file], author: ANA }), 'interactive');
    await point('t1', `${SHARED}:1700000000.000100`, upload('F0CV', 'cv.txt', ANA_RESUME));
    expect(toRita().join()).toContain('Ana Prado');
    const before = await taken();
    await point('t2', `${SHARED}:1700000000.000200`, upload('F0BILL', 'bill.txt', INVOICE_TEXT));
    expect(await taken()).toBe(before);
    expect(inChannel()).toEqual([]);
    expect(slack.answers.map(({ url }) => url)).toEqual([responseUrl, responseUrl]);
    expect(JSON.stringify(slack.answers)).not.toMatch(ABOUT_ANA);
  });
});

describe('Slack over HTTP', () => {
  beforeEach(() => open('http'));

  it('S1, S3: takes a resume once, however often it is delivered, and answers it', async () => {
    const message = directMessage('Ev1', ANA, slack.ts(), { files: [upload('F0CV', 'cv.txt', ANA_RESUME)] });
    await Promise.all([1, 2, 3, 4].map(() => slack.deliver('events_api', message)));
    await happens(message);
    expect(slack.acks).toHaveLength(5);
    expect(await taken()).toBe(1);
    expect(slack.messages.map(({ shown }) => shown).join()).toContain('Ana Prado');
  });

  it('runs commands, and listens to nobody else', async () => {
    await happens(slashCommand('t1', ANA, 'help'), 'slash_commands');
    expect(slack.messages).toHaveLength(1);
    slack.target = { url: slack.target?.url ?? '', secret: 'not the secret at all' };
    expect(await slack.deliver('slash_commands', slashCommand('t2', ANA, 'help'))).toBe('refused');
    expect(await taken()).toBe(1);
  });
});
