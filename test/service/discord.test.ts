/** Discord, all the way through, against our own Discord on loopback. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { createLog } from '../../src/log.ts';
import { runService } from '../../src/main.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { stats } from '../../src/store/stats.ts';
import {
  idOf,
  presses,
  reacts,
  says,
  saysDirectly,
  tellMessage,
  usesCommand,
  usesOnMessage,
  type Written,
} from '../bots/discord/discord-people.ts';
import { checkForLeaks } from '../leak-check.ts';
import { type DiscordServer, startDiscord } from '../servers/discord-server.ts';
import { ALL_RIGHTS, BOT, BOT_TOKEN, GUILD, SHARED, type WorldMessage } from '../servers/discord-world.ts';
import { ANA_RESUME, feedOf, INVOICE_TEXT, POSTINGS } from './people.ts';
import { runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();

const ANA = '310000000000000001';
const RITA = '310000000000000002';
const NAMES = /ana|prado|tarnside|900555|\b[crms][0-9a-hjkmnp-tv-z]{8}\b/i;

let discord: DiscordServer;
let test: TestService;
const environment = () => ({
  SMTP_LISTEN: 'off',
  DISCORD_TOKEN: BOT_TOKEN,
  DISCORD_API_URL: discord.url,
  DISCORD_GUILDS: GUILD,
  RECRUITERS: `discord:${RITA}`,
});
beforeEach(async () => {
  discord = await startDiscord();
  discord.users.set(ANA, {}).set(RITA, {});
  test = await runTestService(environment(), { discordTimings: { retryMs: 10 } });
});
afterEach(async () => {
  await test.close();
  await discord.close();
});

const viewer = serviceViewer(DEFAULT_WORKSPACE);
const counts = () => stats(test.service.store, viewer);
const candidates = () => listCandidates(test.service.store, viewer);
const idle = () => test.service.worker.idle();
const importJobs = () =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(POSTINGS));
    })(),
  });
const taken = async () => {
  const { resume, application, command, feedback, other } = (await counts()).submissions;
  return resume + application + command + feedback + other;
};
const ours = () => discord.messages.filter((message) => message.author === BOT);
const toDirectly = (user: string) => ours().filter((message) => message.channel === discord.directOf(user));
/** What everybody in the channel reads. */
const inPublic = () => ours().filter((message) => message.channel === SHARED && message.visibleTo === undefined);
const publicText = () =>
  inPublic()
    .map((message) => message.shown)
    .join('\n');

const cv = (text = ANA_RESUME, name = 'cv.txt'): Written => ({ files: [{ name, bytes: text }] });

async function sends(user: string, what: Written): Promise<WorldMessage> {
  const message = await saysDirectly(discord, user, what);
  await idle();
  return message;
}

async function mentions(user: string, what: Written): Promise<WorldMessage> {
  const message = await says(discord, user, SHARED, { mentions: true, ...what });
  await idle();
  return message;
}

async function uses(user: string, command: string, options: Record<string, string> = {}, channel = SHARED) {
  const used = usesCommand(discord, { user, channel, command, options });
  expect(used.sequence && (await discord.gateway.taken(used.sequence, 5_000))).toBe('acknowledged');
  await idle();
  return used.interaction;
}

describe('a resume in a direct message', () => {
  it('is answered as a reply with what was understood and the jobs that fit, and marked', async () => {
    await importJobs();
    const message = await sends(ANA, cv());
    const [answer] = toDirectly(ANA);
    expect(answer).toMatchObject({ reference: { channel: message.channel, message: message.id } });
    expect(answer?.shown).toMatch(/Ana Prado[\s\S]*Tarnside Software/);
    expect(discord.marks).toEqual([`${message.channel}:${message.id} ✅`]);
    expect(discord.refusals).toEqual([]);
  });

  it('is fetched at receipt: the answer comes though the address has expired and the message is gone (D3)', async () => {
    const message = await saysDirectly(discord, ANA, cv());
    for (const file of discord.files.values()) file.gone = true;
    discord.messages.splice(discord.messages.indexOf(message), 1);
    await idle();
    expect(toDirectly(ANA)[0]?.shown).toContain('Ana Prado');
  });

  it('whose address has expired before it could be fetched is found by its message, once (D3)', async () => {
    const message = await saysDirectly(discord, ANA, { text: 'hello' });
    await idle();
    const id = discord.addFile('cv.txt', 'text/plain', new TextEncoder().encode(ANA_RESUME));
    message.files.push(id);
    const again = { ...message, id: discord.next() };
    discord.messages.push(again);
    const sequence = tellMessage(discord, again);
    const file = discord.files.get(id);
    if (file) file.generation++;
    expect(sequence && (await discord.gateway.taken(sequence, 5_000))).toBe('acknowledged');
    await idle();
    expect(toDirectly(ANA).at(-1)?.shown).toContain('Ana Prado');
    expect(discord.calls.filter((call) => call === `GET /channels/${again.channel}/messages/${again.id}`)).toHaveLength(1);
  });

  it('that is gone gets an answer that says so', async () => {
    const message = await saysDirectly(discord, ANA, { text: 'hello' });
    await idle();
    const id = discord.addFile('cv.txt', 'text/plain', new TextEncoder().encode(ANA_RESUME));
    const again = { ...message, id: discord.next(), files: [id] };
    discord.messages.push(again);
    for (const file of discord.files.values()) file.gone = true;
    const sequence = tellMessage(discord, again);
    expect(sequence && (await discord.gateway.taken(sequence, 5_000))).toBe('acknowledged');
    await idle();
    expect(toDirectly(ANA).at(-1)?.shown).toMatch(/cv\.txt.*could not be fetched.*send the file again/is);
    expect(await candidates()).toEqual([]);
  });

  it('counts once, told four times', async () => {
    const message = await sends(ANA, cv());
    for (let time = 0; time < 3; time++) {
      const sequence = tellMessage(discord, message);
      expect(sequence && (await discord.gateway.taken(sequence, 5_000))).toBe('acknowledged');
    }
    await idle();
    expect(await taken()).toBe(1);
    expect(toDirectly(ANA)).toHaveLength(1);
  });

  it("is nobody's own by Discord alone: the answer asks (who sees what)", async () => {
    await importJobs();
    await sends(ANA, cv());
    expect(toDirectly(ANA)[0]?.shown).toMatch(/is this you/i);
    await sends(ANA, { text: 'me' });
    expect(
      toDirectly(ANA)
        .map((message) => message.shown)
        .join('\n'),
    ).toMatch(/Roundhay Apps/);
  });

  it('that was forwarded by somebody is read as well', async () => {
    const first = await saysDirectly(discord, RITA, { text: 'hello' });
    await sends(ANA, { ...cv(), inReplyTo: idOf(first), forwarded: true });
    expect(toDirectly(ANA).at(-1)?.shown).toContain('Ana Prado');
  });
});

describe('reactions and buttons', () => {
  async function anaHasAMatch(): Promise<WorldMessage> {
    await importJobs();
    await sends(ANA, cv());
    await sends(ANA, { text: 'me' });
    const match = toDirectly(ANA).find((message) => message.buttons.length === 5);
    if (!match) throw expect.unreachable('no match');
    return match;
  }

  it('count a 👍 with any skin tone and take it back with the reaction (F6.1, D4)', async () => {
    const match = await anaHasAMatch();
    expect(await reacts(discord, ANA, idOf(match), '👍🏽')).toBe('acknowledged');
    await idle();
    expect((await counts()).feedback).toBe(1);
    expect(await reacts(discord, ANA, idOf(match), '👍🏽', true)).toBe('acknowledged');
    await idle();
    expect(toDirectly(ANA).at(-1)?.shown).toMatch(/took|taken|undone|back/i);
  });

  it('to a message of before a restart count once, of somebody whom nothing of ours remembers (D4)', async () => {
    const match = await anaHasAMatch();
    await test.service.stop();
    const config = readConfig({ dataFolder: test.folder }, { HTTP_LISTEN: 'off', ...environment() });
    const again = await runService(config, test.clock, createLog('silent', false), { discordTimings: { retryMs: 10 } });
    test.service.stop = again.stop;
    for (let time = 0; time < 2; time++) expect(await reacts(discord, ANA, idOf(match), '👍')).toBe('acknowledged');
    await again.worker.idle();
    const { feedback, submissions } = await stats(again.store, viewer);
    expect([feedback, submissions.feedback]).toEqual([1, 2]);
  });

  it('leave no trace on messages of others, nor those of the bot itself', async () => {
    const others = await says(discord, RITA, SHARED, { text: 'lunch?' });
    await reacts(discord, ANA, idOf(others), '👍');
    await reacts(discord, ANA, idOf(others), '👍', true);
    const match = await anaHasAMatch();
    const before = await taken();
    await reacts(discord, BOT, idOf(match), '👀');
    expect([await taken(), (await counts()).submissions.feedback]).toEqual([before, 0]);
  });

  it('a pressed button is acknowledged within three seconds without changing the card (D1)', async () => {
    const match = await anaHasAMatch();
    const value = match.buttons.find((one) => one.startsWith('fb:')) ?? '';
    const { interaction, sequence } = presses(discord, { user: ANA, channel: match.channel, target: idOf(match), value });
    expect(sequence && (await discord.gateway.taken(sequence, 5_000))).toBe('acknowledged');
    await idle();
    expect(interaction.answeredWith).toBe(6);
    expect(interaction.answeredAfter).toBeLessThan(3_000);
    expect(discord.find(match.channel, match.id)?.edited).toBe(false);
    expect(discord.refusals).toEqual([]);
  });
});

describe('commands', () => {
  it('are answered at once, to the one who asked (D1, A12)', async () => {
    await importJobs();
    await sends(ANA, cv());
    const interaction = await uses(ANA, 'profile');
    expect(interaction.answeredWith).toBe(5);
    expect(interaction.answeredAfter).toBeLessThan(3_000);
    expect(interaction.original?.visibleTo).toBe(ANA);
    expect(publicText()).not.toMatch(NAMES);
  });

  it('are answered in their place once; what comes when that is over comes directly (D1)', async () => {
    await sends(ANA, cv());
    await sends(ANA, { text: 'me' });
    const before = toDirectly(ANA).length;
    const interaction = await uses(ANA, 'profile');
    expect(interaction.original).toMatchObject({ loading: false, shown: expect.stringContaining('Tarnside Software') });
    expect(toDirectly(ANA)).toHaveLength(before);
    discord.fail('PATCH', /@original$/, { status: 401, code: 50027 });
    await uses(ANA, 'profile');
    expect(toDirectly(ANA).at(-1)?.shown).toContain('Tarnside Software');
    expect(publicText()).not.toMatch(NAMES);
  });

  it('are registered in the configured servers, and only when they changed', async () => {
    await expect.poll(() => [...discord.commands.keys()]).toEqual([GUILD]);
    expect(discord.commands.get(GUILD)?.map((command) => command.name)).toEqual(
      expect.arrayContaining(['shortlist', 'Add to pipeline']),
    );
    discord.gateway.endSession();
    await expect.poll(() => discord.gateway.identified()).toBe(2);
    await sends(ANA, { text: 'help' });
    expect(discord.calls.filter((call) => call.startsWith('PUT /applications'))).toHaveLength(1);
  });

  it('give the role of the settings to a number of Discord (F8.1)', async () => {
    await sends(ANA, cv());
    await sends(RITA, { text: 'candidates' });
    expect(toDirectly(RITA).at(-1)?.shown).not.toMatch(/not a command/);
    await sends(ANA, { text: 'candidates' });
    expect(toDirectly(ANA).at(-1)?.shown).toMatch(/not a command/);
  });

  it('of a message take its files for the one who asked', async () => {
    const message = await says(discord, RITA, SHARED, cv());
    expect(await taken()).toBe(0);
    const used = usesOnMessage(discord, { user: RITA, channel: SHARED, name: 'Add to pipeline', message });
    expect(used.sequence && (await discord.gateway.taken(used.sequence, 5_000))).toBe('acknowledged');
    await idle();
    expect(await taken()).toBe(1);
    expect(publicText()).not.toMatch(NAMES);
  });
});

describe('a channel of a server', () => {
  it('sees that a resume was received and nothing of what is in it (A7, A12)', async () => {
    await importJobs();
    const message = await mentions(RITA, { ...cv(ANA_RESUME, 'ana-prado.txt'), text: 'please look' });
    expect(inPublic()).toMatchObject([{ reference: { message: message.id }, shown: expect.stringContaining('direct message') }]);
    expect(publicText()).not.toMatch(NAMES);
    expect(toDirectly(RITA)[0]?.shown).toContain('Ana Prado');
    expect(discord.refusals).toEqual([]);
  });

  it('gets no answer to a file that is no resume, and nothing of it is kept (A7)', async () => {
    await mentions(ANA, { text: 'the bill', files: [{ name: 'bill.txt', bytes: INVOICE_TEXT }] });
    expect(ours()).toEqual([]);
    expect(await taken()).toBe(0);
  });

  it('is not read where nobody calls us: Discord does not even show us what is said (D2)', async () => {
    await says(discord, ANA, SHARED, { ...cv(), text: 'help' });
    await idle();
    expect(await taken()).toBe(0);
    expect(ours()).toEqual([]);
  });

  it('of a server that is not set up is told so, privately, and nothing is kept (A7)', async () => {
    const elsewhere = '220000000000000009';
    const channel = '230000000000000009';
    discord.guilds.set(elsewhere, ALL_RIGHTS);
    discord.channels.set(channel, { id: channel, guild: elsewhere });
    for (let time = 0; time < 2; time++) await says(discord, ANA, channel, { ...cv(), mentions: true });
    const used = usesCommand(discord, { user: ANA, channel, command: 'profile' });
    expect(used.sequence && (await discord.gateway.taken(used.sequence, 5_000))).toBe('acknowledged');
    await idle();
    expect(used.interaction.original).toMatchObject({ visibleTo: ANA, shown: expect.stringContaining('not set up') });
    expect(toDirectly(ANA)).toMatchObject([{ shown: expect.stringContaining('not set up') }]);
    expect(ours().filter((message) => message.channel === channel && message.visibleTo === undefined)).toEqual([]);
    expect(await taken()).toBe(0);
  });
});

describe('when Discord has a bad day', () => {
  it('waits as long as Discord asks for, without using up a try (D6)', async () => {
    discord.fail('POST', /\/messages$/, { status: 503 });
    await sends(ANA, cv());
    expect(toDirectly(ANA)).toEqual([]);
    test.clock.advanceTo(new Date(test.clock.now().getTime() + 31_000));
    await idle();
    expect(toDirectly(ANA)).toHaveLength(1);
    expect((await counts()).tasks.dead).toBe(0);
  });

  it('repeats what may have arrived, and it is one message (D8)', async () => {
    discord.fail('POST', /\/messages$/, { hangUp: true });
    await sends(ANA, cv());
    test.clock.advanceTo(new Date(test.clock.now().getTime() + 5_000));
    await idle();
    expect(discord.calls.filter((call) => call.startsWith('POST /channels/'))).toHaveLength(2);
    expect(toDirectly(ANA)).toHaveLength(1);
    expect((await counts()).outbox.waiting).toBe(0);
  });

  it('gives up a conversation that takes no messages, and goes on (D5)', async () => {
    discord.users.set(ANA, { closed: true });
    await sends(ANA, cv());
    expect((await counts()).tasks.dead).toBe(0);
    discord.users.set(RITA, {});
    await sends(RITA, { text: 'help' });
    expect(discord.refusals.filter((one) => !one.includes('50007'))).toEqual([]);
    expect(toDirectly(RITA)).toHaveLength(1);
  });
});
