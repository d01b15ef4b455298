/** Discord, all the way through: resumes, servers, bad days. Against our own Discord on loopback. */
import { describe, expect, it } from 'vitest';
import { idOf, says, saysDirectly, tellMessage, usesCommand, writeMessage } from '../bots/discord/discord-people.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ALL_RIGHTS, SHARED } from '../servers/discord-world.ts';
import { ANA, cv, discordService, NAMES, RITA } from './discord-service.ts';
import { ANA_RESUME, INVOICE_TEXT } from './people.ts';

checkForLeaks();

const {
  candidates,
  committed,
  counts,
  discord,
  idle,
  importJobs,
  inPublic,
  mentions,
  ours,
  publicText,
  restart,
  sends,
  taken,
  test,
  toDirectly,
} = discordService();

describe('a resume in a direct message', () => {
  it('is answered as a reply with what was understood and the jobs that fit, and marked', async () => {
    await importJobs();
    const message = await sends(ANA, cv());
    const [answer] = toDirectly(ANA);
    expect(answer).toMatchObject({ reference: { channel: message.channel, message: message.id } });
    expect(answer?.shown).toMatch(/Ana Prado[\s\S]*Tarnside Software/);
    expect(discord().marks).toEqual([`${message.channel}:${message.id} ✅`]);
    expect(discord().refusals).toEqual([]);
  });

  it('is fetched at receipt: the answer comes though the address has expired and the message is gone (D3)', async () => {
    const message = await saysDirectly(discord(), ANA, cv());
    for (const file of discord().files.values()) file.gone = true;
    discord().messages.splice(discord().messages.indexOf(message), 1);
    await idle();
    expect(toDirectly(ANA)[0]?.shown).toContain('Ana Prado');
  });

  it('whose address has expired before it could be fetched is found by its message, once (D3)', async () => {
    const message = await saysDirectly(discord(), ANA, { text: 'hello' });
    await idle();
    const id = discord().addFile('cv.txt', 'text/plain', new TextEncoder().encode(ANA_RESUME));
    message.files.push(id);
    const again = { ...message, id: discord().next() };
    discord().messages.push(again);
    const sequence = tellMessage(discord(), again);
    const file = discord().files.get(id);
    if (file) file.generation++;
    await committed(sequence);
    expect(toDirectly(ANA).at(-1)?.shown).toContain('Ana Prado');
    expect(discord().calls.filter((call) => call === `GET /channels/${again.channel}/messages/${again.id}`)).toHaveLength(1);
  });

  it('that is gone gets an answer that says so', async () => {
    const message = await saysDirectly(discord(), ANA, { text: 'hello' });
    await idle();
    const id = discord().addFile('cv.txt', 'text/plain', new TextEncoder().encode(ANA_RESUME));
    const again = { ...message, id: discord().next(), files: [id] };
    discord().messages.push(again);
    for (const file of discord().files.values()) file.gone = true;
    const sequence = tellMessage(discord(), again);
    await committed(sequence);
    expect(toDirectly(ANA).at(-1)?.shown).toMatch(/cv\.txt.*could not be fetched.*send the file again/is);
    expect(await candidates()).toEqual([]);
  });

  it('counts once, told four times', async () => {
    const message = await sends(ANA, cv());
    for (let time = 0; time < 3; time++) {
      const sequence = tellMessage(discord(), message);
      await committed(sequence);
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
    const first = await saysDirectly(discord(), RITA, { text: 'hello' });
    await sends(ANA, { ...cv(), inReplyTo: idOf(first), forwarded: true });
    expect(toDirectly(ANA).at(-1)?.shown).toContain('Ana Prado');
  });
});

describe('a channel of a server', () => {
  it('sees that a resume was received and nothing of what is in it (A7, A12)', async () => {
    await importJobs();
    const message = await mentions(RITA, { ...cv(ANA_RESUME, 'ana-prado.txt'), text: 'please look' });
    expect(inPublic()).toMatchObject([{ reference: { message: message.id }, shown: expect.stringContaining('direct message') }]);
    expect(publicText()).not.toMatch(NAMES);
    expect(toDirectly(RITA)[0]?.shown).toContain('Ana Prado');
    expect(discord().refusals).toEqual([]);
  });

  it('gets no answer to a file that is no resume, and nothing of it is kept (A7)', async () => {
    await mentions(ANA, { text: 'the bill', files: [{ name: 'bill.txt', bytes: INVOICE_TEXT }] });
    expect(ours()).toEqual([]);
    expect(await taken()).toBe(0);
  });

  it('is not read where nobody calls us: Discord does not even show us what is said (D2)', async () => {
    await says(discord(), ANA, SHARED, { ...cv(), text: 'help' });
    await idle();
    expect(await taken()).toBe(0);
    expect(ours()).toEqual([]);
  });

  it('of a server that is not set up is told so, privately, and nothing is kept (A7)', async () => {
    const elsewhere = '220000000000000009';
    const channel = '230000000000000009';
    discord().guilds.set(elsewhere, ALL_RIGHTS);
    discord().channels.set(channel, { id: channel, guild: elsewhere });
    for (let time = 0; time < 2; time++) await says(discord(), ANA, channel, { ...cv(), mentions: true });
    const used = usesCommand(discord(), { user: ANA, channel, command: 'profile' });
    await committed(used.sequence);
    expect(used.interaction.original).toMatchObject({ visibleTo: ANA, shown: expect.stringContaining('not set up') });
    expect(toDirectly(ANA)).toMatchObject([{ shown: expect.stringContaining('not set up') }]);
    expect(ours().filter((message) => message.channel === channel && message.visibleTo === undefined)).toEqual([]);
    expect(await taken()).toBe(0);
  });
});

describe('when Discord has a bad day', () => {
  it('reads after a long stop what was written meanwhile to somebody it knows (D9)', async () => {
    await sends(ANA, { text: 'help' });
    await restart(() => {
      discord().gateway.endSession();
      writeMessage(discord(), ANA, discord().directOf(ANA), cv());
    });
    await expect
      .poll(() => toDirectly(ANA).some((message) => message.shown.includes('Ana Prado')), { timeout: 30_000 })
      .toBe(true);
    expect(discord().gateway.identified()).toBe(2);
  });

  it('waits as long as Discord asks for, without using up a try (D6)', async () => {
    discord().fail('POST', /\/messages$/, { status: 503 });
    await sends(ANA, cv());
    expect(toDirectly(ANA)).toEqual([]);
    test().clock.advanceTo(new Date(test().clock.now().getTime() + 31_000));
    await idle();
    expect(toDirectly(ANA)).toHaveLength(1);
    expect((await counts()).tasks.dead).toBe(0);
  });

  it('repeats what may have arrived, and it is one message (D8)', async () => {
    discord().fail('POST', /\/messages$/, { hangUp: true });
    await sends(ANA, cv());
    test().clock.advanceTo(new Date(test().clock.now().getTime() + 5_000));
    await idle();
    expect(discord().calls.filter((call) => call.startsWith('POST /channels/'))).toHaveLength(2);
    expect(toDirectly(ANA)).toHaveLength(1);
    expect((await counts()).outbox.waiting).toBe(0);
  });

  it('gives up a conversation that takes no messages, and goes on (D5)', async () => {
    discord().users.set(ANA, { closed: true });
    await sends(ANA, cv());
    expect((await counts()).tasks.dead).toBe(0);
    discord().users.set(RITA, {});
    await sends(RITA, { text: 'help' });
    expect(discord().refusals.filter((one) => !one.includes('50007'))).toEqual([]);
    expect(toDirectly(RITA)).toHaveLength(1);
  });
});
