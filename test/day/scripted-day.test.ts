/** Thirty people on three channels, a whole day, against our own Slack and Discord and by mail; killed at random instants all the way (rule R3). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { stats } from '../../src/store/stats.ts';
import { startDiscord } from '../servers/discord-server.ts';
import { APPLICATION, BOT_TOKEN as DISCORD_TOKEN, GUILD } from '../servers/discord-world.ts';
import { APP_TOKEN, BOT_TOKEN as SLACK_TOKEN, startSlack } from '../servers/slack-server.ts';
import { type ServiceProcess, startProcess } from '../service/service-process.ts';
import {
  candidatesByEmail,
  codesOf,
  digestMessages,
  digestReaders,
  digestsOn,
  opinions,
  outboxSums,
  personOf,
  wronglyAnswered,
} from './day-checks.ts';
import { dayOnDiscord } from './day-discord.ts';
import { importDayJobs } from './day-jobs.ts';
import { dayByMail } from './day-mail.ts';
import { DAY_CHANNELS, type DayPerson, dayPeople, tellsWho } from './day-people.ts';
import { dayOnSlack } from './day-slack.ts';
import { killWhile } from './restless-service.ts';
import { type Day, expectedOpinions, give, link, opinionsToGive, retract, sendResumes, useCommands } from './run-day.ts';

const KILLS = Number(process.env.KILLS ?? 3);
/** Parts of the day that are killed in. */
const PARTS = 6;
const STARTS_MS = 60_000;
const DAY_MS = 86_400_000;
/** Of two channels each: their mail address is joined to the account. */
const LINKED = [9, 10, 15, 16];

const people = dayPeople();
const of = (channel: DayPerson['channel']) => people.filter((person) => person.channel === channel);
const nameOf = ({ channel, address }: DayPerson) => (channel === 'email' ? address : `${channel}:${address}`);

let folder: string;
let day: Day;
let environment: Record<string, string>;
let service: ServiceProcess;
const ready: number[] = [];
let kills = 0;

beforeEach(() => begin(), STARTS_MS);
afterEach(() => end());

async function begin(): Promise<void> {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-day-'));
  const slack = await startSlack({ spacingMs: 0, ackWithinMs: 3_000 });
  const discord = await startDiscord({ burst: 1_000 });
  await importDayJobs(folder, 1);
  environment = {
    SLACK_BOT_TOKEN: SLACK_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.url,
    DISCORD_TOKEN,
    DISCORD_APPLICATION_ID: APPLICATION,
    DISCORD_GUILDS: GUILD,
    DISCORD_API_URL: discord.url,
    RECRUITERS: people
      .filter(({ role }) => role === 'recruiter')
      .map(nameOf)
      .join(','),
    ADMINS: people
      .filter(({ role }) => role === 'admin')
      .map(nameOf)
      .join(','),
  };
  service = await startProcess({ folder, environment });
  day = {
    people,
    service,
    places: { slack: dayOnSlack(slack, of('slack')), discord: dayOnDiscord(discord, of('discord')), email: dayByMail(service) },
  };
}

async function end(): Promise<void> {
  await service.end('SIGKILL');
  await Promise.all(Object.values(day.places).map((place) => place.close()));
  await rm(folder, { recursive: true, force: true });
}

/** A part of the day and everything that follows from it, killed in. */
async function part(work: Promise<void>): Promise<void> {
  const most = Math.ceil((KILLS - kills) / PARTS);
  const killing = await killWhile(
    service,
    most,
    work.then(() => service.settled()),
  );
  kills += killing.kills;
  ready.push(...killing.ready);
}

const onePerEmail = Object.fromEntries(people.map(({ email }) => [email, 1]));

describe('a day of thirty people on three channels', () => {
  it(`counts everything once, answers everything once and tells nobody what is not theirs, over ${KILLS} kills`, {
    timeout: 300_000 + KILLS * 15_000,
  }, async () => {
    await wholeDay();
    // A day's work is done before all of them came.
    while (kills < KILLS) {
      await end();
      await begin();
      await wholeDay();
    }
    const sorted = ready.toSorted((a, b) => a - b).map(Math.round);
    console.info(
      `${kills} kills; ready again after ${sorted[sorted.length >> 1] ?? 0} ms (median), ${sorted.at(-1) ?? 0} ms (worst)`,
    );
  });
});

async function wholeDay(): Promise<void> {
  await part(sendResumes(day, 1));
  expect(await service.withStore(candidatesByEmail)).toEqual(onePerEmail);
  await part(sendResumes(day, 2));
  expect(await service.withStore(candidatesByEmail)).toEqual(onePerEmail);

  const said = await opinionsToGive(day);
  expect(said.length).toBeGreaterThan(5);
  await part(give(day, said));
  expect(await service.withStore(opinions)).toEqual(await expectedOpinions(day, said));
  const kept = said.filter((_, index) => index % 2 === 0);
  await part(
    retract(
      day,
      said.filter((one) => !kept.includes(one)),
    ),
  );
  expect(await service.withStore(opinions)).toEqual(await expectedOpinions(day, kept));

  for (const person of people.filter(({ index }) => LINKED.includes(index))) await link(day, person);
  for (const { channel, address, email } of people.filter(({ index }) => LINKED.includes(index))) {
    const person = await service.withStore((store) => personOf(store, channel, address));
    expect(person).toBeDefined();
    expect(await service.withStore((store) => personOf(store, 'email', email)), email).toBe(person);
  }

  const codes = new Map(
    await service.withStore((store) =>
      Promise.all(people.map(async ({ email }) => [email, await codesOf(store, email)] as const)),
    ),
  );
  let used = 0;
  await part(
    useCommands(day, (person) => codes.get(person.email) ?? fail(person.email)).then((count) => {
      used = count;
    }),
  );
  expect(used).toBeGreaterThan(60);
  expect(await service.withStore(wronglyAnswered)).toEqual([]);

  await nextMorning();
  expect(await service.withStore(candidatesByEmail)).toEqual(onePerEmail);
  for (const channel of DAY_CHANNELS) {
    const { sent, uncertain, failed } = await service.withStore((store) => outboxSums(store, channel));
    const written = await day.places[channel].written();
    expect([channel, failed, day.places[channel].refusals()]).toEqual([channel, [], []]);
    // What was being sent at the instant of a kill is not repeated: it arrived or not.
    expect(written, channel).toBeGreaterThanOrEqual(sent);
    expect(written, channel).toBeLessThanOrEqual(sent + uncertain);
    const shared = day.places[channel].shared();
    // There is something to look through: everybody's receipts, where others read at all.
    expect(shared.some((text) => /received/i.test(text))).toBe(day.places[channel].ways.includes('mention'));
    for (const text of shared) expect(text).not.toMatch(tellsWho(people));
  }
  const { tasks } = await service.withStore((store) => stats(store, serviceViewer(DEFAULT_WORKSPACE)));
  expect(tasks.dead).toBe(0);
}

/** Other jobs came overnight; everybody who wants one gets one digest. */
async function nextMorning(): Promise<void> {
  await service.end('SIGTERM');
  await importDayJobs(folder, 2);
  const date = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  environment.SHORTLIST_NOW = `${date}T07:40:00Z`;
  await service.start();
  const readers = await service.withStore(digestReaders);
  expect(readers.length).toBeGreaterThan(15);
  const all = async () => (await service.withStore((store) => digestsOn(store, date))).size === readers.length;
  await part(expect.poll(all, { timeout: 120_000, interval: 100 }).toBe(true));
  const digests = await service.withStore((store) => digestsOn(store, date));
  expect([...digests.values()].every((count) => count === 1)).toBe(true);
  expect([...digests.keys()].sort()).toEqual(readers.sort());
  expect(await service.withStore((store) => digestMessages(store, date))).toBeGreaterThan(10);
}

function fail(what: string): never {
  throw new Error(`nothing for ${what}`);
}
