/**
 * How long Discord waits for the first response to a command (rule D1: three seconds; ours below one), alone and while 50 PDFs are being
 * read. The real service in a process of its own, our own Discord in this one. `bin/shortlist --node bench/discord-first-response.ts [PDFs]`.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DEFAULT_WORKSPACE } from '../src/domain/ids.ts';
import { serviceViewer } from '../src/domain/people.ts';
import { stats } from '../src/store/stats.ts';
import { tellMessage, usesCommand, writeMessage } from '../test/bots/discord/discord-people.ts';
import { type DiscordServer, startDiscord } from '../test/servers/discord-server.ts';
import { BOT_TOKEN, SHARED } from '../test/servers/discord-world.ts';
import { type ServiceProcess, startProcess } from '../test/service/service-process.ts';
import { print, quantile } from './print.ts';

const PDFS = Number(process.argv[2] ?? 50);
const ALONE = 100;
const EVERY_MS = 25;
const WITHIN_MS = 10_000;
const SAMPLES = fileURLToPath(new URL('../samples/resumes/', import.meta.url));
const pdfs = await Promise.all(
  (await readdir(SAMPLES)).filter((name) => name.endsWith('.pdf')).map((name) => readFile(path.join(SAMPLES, name))),
);
let made = 0;

function newcomer(discord: DiscordServer): string {
  const user = `3100000000000${10_000 + made++}`;
  discord.users.set(user, {});
  return user;
}

/** Between the interaction and "is thinking", in ms. */
async function responded(discord: DiscordServer): Promise<number> {
  const { interaction } = usesCommand(discord, { user: newcomer(discord), channel: SHARED, command: 'help' });
  const until = performance.now() + WITHIN_MS;
  while (interaction.answeredAfter === undefined) {
    if (performance.now() > until) throw new Error('a command got no response');
    await delay(1);
  }
  return interaction.answeredAfter;
}

/** A PDF of the samples, which what follows its end makes another file. Until it is committed. */
async function taken(discord: DiscordServer): Promise<number> {
  const user = newcomer(discord);
  const pdf = pdfs[made % pdfs.length] ?? Buffer.alloc(0);
  const bytes = Buffer.concat([pdf, Buffer.from(`\n% ${made}\n`)]);
  const files = [{ name: 'cv.pdf', type: 'application/pdf', bytes }];
  const sequence = tellMessage(discord, writeMessage(discord, user, discord.directOf(user), { files }));
  const began = performance.now();
  if (sequence === undefined || (await discord.gateway.taken(sequence, WITHIN_MS)) !== 'acknowledged')
    throw new Error('a resume was not taken in');
  return performance.now() - began;
}

const unread = (service: ServiceProcess): Promise<number> =>
  service.withStore(async (store) => {
    const { tasks } = await stats(store, serviceViewer(DEFAULT_WORKSPACE));
    return tasks.waiting + tasks.running;
  });

async function steadily(discord: DiscordServer, goOn: (sent: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goOn(times.length)) {
    times.push(await responded(discord));
    await delay(EVERY_MS);
  }
  return times;
}

function report(what: string, times: readonly number[], alone: readonly number[]): void {
  const p50 = quantile(times, 0.5);
  const p99 = quantile(times, 0.99);
  print(`${what}, p50 / p99`, `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`, {
    name: `alone ${quantile(alone, 0.5).toFixed(1)} /`,
    value: `${quantile(alone, 0.99).toFixed(1)} ms`,
    ratio: quantile(alone, 0.99) / p99,
  });
}

const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
const discord = await startDiscord();
const service = await startProcess({ folder, environment: { DISCORD_TOKEN: BOT_TOKEN, DISCORD_API_URL: discord.url } });
try {
  while (!discord.gateway.connected() || discord.commands.size === 0) await delay(50);
  await responded(discord);
  const alone = await steadily(discord, (sent) => sent < ALONE);
  await service.settled();
  const uploads = await Promise.all(Array.from({ length: PDFS }, () => taken(discord)));
  let busy = true;
  const watch = (async () => {
    while ((await unread(service)) > 0) await delay(200);
    busy = false;
  })();
  const during = await steadily(discord, (sent) => sent < 20 || (busy && sent < 1_000));
  busy = false;
  await watch;
  report(`${PDFS} PDFs at once, until committed`, uploads, alone);
  report(`first response to ${during.length} commands meanwhile`, during, alone);
} finally {
  await service.end('SIGTERM');
  await discord.close();
  await rm(folder, { recursive: true, force: true });
}
