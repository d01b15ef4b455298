/** Rules D9, R3: Discord tells an event once. What was told survives SIGKILL at any instant, and counts once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import { tellMessage, usesCommand, writeMessage } from '../bots/discord/discord-people.ts';
import { type DiscordServer, startDiscord } from '../servers/discord-server.ts';
import { BOT, BOT_TOKEN, SHARED } from '../servers/discord-world.ts';
import { ANA_RESUME } from './people.ts';
import { type ServiceProcess, startProcess } from './service-process.ts';

const KILLS = Number(process.env.KILLS ?? 2);
const SETTLE_MS = 30_000;

let folder: string;
let discord: DiscordServer;
let service: ServiceProcess;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-discord-'));
  discord = await startDiscord();
});
afterEach(async () => {
  await service.end('SIGKILL');
  await discord.close();
  await rm(folder, { recursive: true, force: true });
});

describe('kill -9 at any instant (D9, R3)', () => {
  it(`loses and doubles nothing over ${KILLS} kills`, { timeout: 60_000 + KILLS * 15_000 }, async () => {
    service = await startProcess({ folder, environment: { DISCORD_TOKEN: BOT_TOKEN, DISCORD_API_URL: discord.url } });
    for (let number = 0; number < KILLS; number++) {
      await expect.poll(() => discord.gateway.connected(), { timeout: 30_000 }).toBe(true);
      tellResume(number);
      usesCommand(discord, { user: userOf(number), channel: SHARED, command: 'help' });
      // Up to the moment when the answer is being sent.
      await delay(Math.random() * 900);
      await service.end('SIGKILL');
      await service.start();
    }
    await expect.poll(candidates, { timeout: SETTLE_MS, interval: 200 }).toBe(KILLS);
    await service.settled();
    await service.withStore(async (store) => {
      const { submissions, tasks } = await stats(store, serviceViewer(DEFAULT_WORKSPACE));
      expect([submissions.resume, submissions.command, tasks.dead]).toEqual([KILLS, KILLS, 0]);
    });
    for (let number = 0; number < KILLS; number++) {
      const answers = discord.messages.filter(
        (message) => message.author === BOT && message.channel === discord.directOf(userOf(number)),
      );
      // Exactly one: what is in doubt is repeated with its number, and Discord knows it.
      expect(answers.filter((message) => message.shown.includes('Person'))).toHaveLength(1);
      // At most one: an answer to a command has no number, so that what is in doubt is not repeated.
      const toCommand = discord.messages.filter(
        (message) => message.author === BOT && (message.visibleTo === userOf(number) || answers.includes(message)),
      );
      expect(toCommand.filter((message) => message.shown.includes('What I can do')).length).toBeLessThanOrEqual(1);
    }
  });
});

const candidates = () =>
  service.withStore(async (store) => (await listCandidates(store, serviceViewer(DEFAULT_WORKSPACE), { limit: 1_000 })).length);

const userOf = (number: number) => `31000000000000${1_000 + number}`;

function tellResume(number: number): void {
  const letter = 'ABCDEFGHIJ'.charAt(number % 10);
  const text = ANA_RESUME.replaceAll('Ana Prado', `Person ${letter}elling`)
    .replaceAll('ana.prado@example.com', `person${number}@example.com`)
    .replace('900555', String(900_600 + number));
  const user = userOf(number);
  discord.users.set(user, {});
  const message = writeMessage(discord, user, discord.directOf(user), { files: [{ name: 'cv.txt', bytes: text }] });
  if (tellMessage(discord, message) === undefined) throw new Error('nobody was there to be told');
}
