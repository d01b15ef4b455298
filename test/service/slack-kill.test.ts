/** Rules S1, R3: what Slack got an acknowledgement for survives SIGKILL, and counts once, over the socket and over HTTP. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { directMessage, messageIn, slashCommand } from '../bots/slack/slack-events.ts';
import { freePort } from '../servers/free-port.ts';
import { APP_TOKEN, BOT_TOKEN, directOf, type SlackServer, startSlack } from '../servers/slack-server.ts';
import { ANA_RESUME } from './people.ts';
import { type ServiceProcess, startProcess } from './service-process.ts';

/** Of each mode. */
const KILLS = Number(process.env.KILLS ?? 2);
const SECRET = '5e6f7a8b5e6f7a8b5e6f7a8b5e6f7a8b';
const SHARED = 'C0TEAM';

let folder: string;
let slack: SlackServer;
let service: ServiceProcess;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-slack-'));
  slack = await startSlack();
});
afterEach(async () => {
  await service.end('SIGKILL');
  await slack.close();
  await rm(folder, { recursive: true, force: true });
});

/** What tells the service how events come. */
async function wayOf(mode: 'socket' | 'http'): Promise<Record<string, string>> {
  if (mode === 'socket') return { SLACK_APP_TOKEN: APP_TOKEN };
  const port = await freePort();
  slack.target = { url: `http://127.0.0.1:${port}`, secret: SECRET };
  return { SLACK_SIGNING_SECRET: SECRET, HTTP_LISTEN: `127.0.0.1:${port}` };
}

describe.each(['socket', 'http'] as const)('kill -9 after an acknowledgement, events over %s (S1, R3)', (mode) => {
  it(`loses and doubles nothing over ${KILLS} kills`, { timeout: 60_000 + KILLS * 15_000 }, async () => {
    const environment = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: slack.url, ...(await wayOf(mode)) };
    service = await startProcess({ folder, environment });
    for (let number = 0; number < KILLS; number++) {
      const events: [string, object][] = [
        ['events_api', resumeOf(number)],
        ['slash_commands', slashCommand(`trigger${number}`, userOf(number), 'help')],
      ];
      for (const [type, event] of events) await untilAcknowledged(type, event);
      await delay(Math.random() * 400);
      await service.end('SIGKILL');
      await service.start();
      // As after a lost acknowledgement.
      for (const [type, event] of events) await untilAcknowledged(type, event);
    }
    await service.settled();
    await service.withStore(async (store) => {
      const viewer = serviceViewer(DEFAULT_WORKSPACE);
      expect(await listCandidates(store, viewer, { limit: 500 })).toHaveLength(KILLS);
      const { submissions, tasks } = await stats(store, viewer);
      expect([submissions.resume, submissions.command, tasks.dead]).toEqual([KILLS, KILLS, 0]);
    });
    for (let number = 0; number < KILLS; number++) {
      const told = slack.messages.filter((message) => message.channel === directOf(userOf(number)));
      // None where the kill came while it was being sent: that is uncertain, and not repeated (rule O4).
      expect(told.filter(({ shown }) => shown.includes('Tarnside')).length).toBeLessThanOrEqual(1);
      expect(told.length).toBeLessThanOrEqual(2);
    }
    expect(slack.messages.filter(({ channel }) => channel === SHARED).length).toBeLessThanOrEqual(Math.ceil(KILLS / 2));
    expect(slack.messages.length).toBeGreaterThan(0);
  });
});

const userOf = (number: number) => `U0PERSON${number}`;

/** In turn in a direct message and in a channel, where it is looked at before it is taken in. */
function resumeOf(number: number): object {
  const letter = 'ABCDEFGHIJ'.charAt(number % 10);
  const text = ANA_RESUME.replaceAll('Ana Prado', `Person ${letter}elling`)
    .replaceAll('ana.prado@example.com', `person${number}@example.com`)
    .replace('900555', String(900_600 + number));
  const id = `F0CV${number}`;
  const user = userOf(number);
  slack.users.set(user, {});
  slack.files.set(id, { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(text) });
  const files = [{ id, name: 'cv.txt', size: text.length }];
  return number % 2 === 0
    ? directMessage(`Ev${number}`, user, slack.ts(), { files })
    : messageIn(`Ev${number}`, user, SHARED, slack.ts(), { files });
}

async function untilAcknowledged(type: string, event: object): Promise<void> {
  await expect.poll(() => slack.deliver(type, event), { timeout: 30_000, interval: 50 }).toBe('acknowledged');
}
