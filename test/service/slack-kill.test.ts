/** Rules S1, R3: what Slack got an acknowledgement for survives SIGKILL, and counts once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { directMessage } from '../bots/slack/slack-events.ts';
import { APP_TOKEN, BOT_TOKEN, directOf, type SlackServer, startSlack } from '../servers/slack-server.ts';
import { ANA_RESUME } from './people.ts';
import { type ServiceProcess, startProcess } from './service-process.ts';

const KILLS = Number(process.env.KILLS ?? 4);

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

describe('kill -9 after an acknowledgement (S1, R3)', () => {
  it(`loses and doubles nothing over ${KILLS} kills`, { timeout: 60_000 + KILLS * 15_000 }, async () => {
    service = await startProcess({
      folder,
      environment: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.url },
    });
    for (let number = 0; number < KILLS; number++) {
      const event = resumeOf(number);
      await untilAcknowledged(event);
      await delay(Math.random() * 400);
      await service.end('SIGKILL');
      await service.start();
      // As after a lost acknowledgement.
      await untilAcknowledged(event);
    }
    await service.settled();
    await service.withStore(async (store) => {
      const viewer = serviceViewer(DEFAULT_WORKSPACE);
      expect(await listCandidates(store, viewer, { limit: 100 })).toHaveLength(KILLS);
      const { submissions, tasks } = await stats(store, viewer);
      expect([submissions.resume, tasks.dead]).toEqual([KILLS, 0]);
    });
    for (let number = 0; number < KILLS; number++) {
      const answers = slack.messages.filter((message) => message.channel === directOf(userOf(number)));
      // None where the kill came while it was being sent: that is uncertain, and not repeated (rule O4).
      expect(answers.length).toBeLessThanOrEqual(1);
    }
    expect(slack.messages.length).toBeGreaterThan(0);
  });
});

const userOf = (number: number) => `U0PERSON${number}`;

function resumeOf(number: number): object {
  const letter = 'ABCDEFGHIJ'.charAt(number % 10);
  const text = ANA_RESUME.replaceAll('Ana Prado', `Person ${letter}elling`)
    .replaceAll('ana.prado@example.com', `person${number}@example.com`)
    .replace('900555', String(900_600 + number));
  const id = `F0CV${number}`;
  slack.users.set(userOf(number), {});
  slack.files.set(id, { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(text) });
  return directMessage(`Ev${number}`, userOf(number), slack.ts(), { files: [{ id, name: 'cv.txt', size: text.length }] });
}

async function untilAcknowledged(event: object): Promise<void> {
  await expect.poll(() => slack.deliver('events_api', event), { timeout: 30_000, interval: 50 }).toBe('acknowledged');
}
