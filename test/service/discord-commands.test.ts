/** Discord, all the way through: reactions, buttons, commands. Against our own Discord on loopback. */
import { describe, expect, it } from 'vitest';
import { stats } from '../../src/store/stats.ts';
import { idOf, presses, reacts, says, usesCommand, usesOnMessage } from '../bots/discord/discord-people.ts';
import { checkForLeaks } from '../leak-check.ts';
import { BOT, GUILD, SHARED, type WorldMessage } from '../servers/discord-world.ts';
import { ANA, cv, discordService, NAMES, RITA, viewer } from './discord-service.ts';
import { ANA_RESUME, INVOICE_TEXT } from './people.ts';

checkForLeaks();

const { candidates, committed, counts, discord, idle, importJobs, publicText, restart, sends, taken, toDirectly, uses } =
  discordService();

describe('reactions and buttons', () => {
  async function anaHasAMatch(): Promise<WorldMessage> {
    await importJobs();
    await sends(ANA, cv());
    await sends(ANA, { text: 'me' });
    const match = toDirectly(ANA).findLast((message) => message.buttons.length === 5);
    if (!match) throw expect.unreachable('no match');
    return match;
  }

  it('count a 👍 with any skin tone and take it back with the reaction (F6.1, D4)', async () => {
    const match = await anaHasAMatch();
    expect(await reacts(discord(), ANA, idOf(match), '👍🏽')).toBe('acknowledged');
    await idle();
    expect((await counts()).feedback).toBe(1);
    expect(await reacts(discord(), ANA, idOf(match), '👍🏽', true)).toBe('acknowledged');
    await idle();
    expect(toDirectly(ANA).at(-1)?.shown).toMatch(/took|taken|undone|back/i);
  });

  it('to a message of before a restart count once, of somebody whom nothing of ours remembers (D4)', async () => {
    const match = await anaHasAMatch();
    const again = await restart();
    for (let time = 0; time < 2; time++) expect(await reacts(discord(), ANA, idOf(match), '👍')).toBe('acknowledged');
    await again.worker.idle();
    const { feedback, submissions } = await stats(again.store, viewer);
    expect([feedback, submissions.feedback]).toEqual([1, 2]);
  });

  it('leave no trace on messages of others, nor those of the bot itself', async () => {
    const others = await says(discord(), RITA, SHARED, { text: 'lunch?' });
    await reacts(discord(), ANA, idOf(others), '👍');
    await reacts(discord(), ANA, idOf(others), '👍', true);
    const match = await anaHasAMatch();
    const before = await taken();
    await reacts(discord(), BOT, idOf(match), '👀');
    expect([await taken(), (await counts()).submissions.feedback]).toEqual([before, 0]);
  });

  it('a pressed button is acknowledged within three seconds without changing the card (D1)', async () => {
    const match = await anaHasAMatch();
    const value = match.buttons.find((one) => one.startsWith('fb:')) ?? '';
    const { interaction, sequence } = presses(discord(), { user: ANA, channel: match.channel, target: idOf(match), value });
    await committed(sequence);
    expect(interaction.answeredWith).toBe(6);
    expect(interaction.answeredAfter).toBeLessThan(3_000);
    expect(discord().find(match.channel, match.id)?.edited).toBe(false);
    expect(discord().refusals).toEqual([]);
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
    discord().fail('PATCH', /@original$/, { status: 401, code: 50027 });
    await uses(ANA, 'profile');
    expect(toDirectly(ANA).at(-1)?.shown).toContain('Tarnside Software');
    expect(publicText()).not.toMatch(NAMES);
  });

  it('are registered in the configured servers, and only when they changed', async () => {
    await expect.poll(() => [...discord().commands.keys()]).toEqual([GUILD]);
    expect(
      discord()
        .commands.get(GUILD)
        ?.map((command) => command.name),
    ).toEqual(expect.arrayContaining(['shortlist', 'Add to pipeline']));
    discord().gateway.endSession();
    await expect.poll(() => discord().gateway.identified()).toBe(2);
    await sends(ANA, { text: 'help' });
    expect(discord().calls.filter((call) => call.startsWith('PUT /applications'))).toHaveLength(1);
  });

  it('give the role of the settings to a number of Discord (F8.1)', async () => {
    await sends(ANA, cv());
    await sends(RITA, { text: 'candidates' });
    expect(toDirectly(RITA).at(-1)?.shown).not.toMatch(/not a command/);
    await sends(ANA, { text: 'candidates' });
    expect(toDirectly(ANA).at(-1)?.shown).toMatch(/not a command/);
  });

  it('take a file as a resume, and answer in their place', async () => {
    await expect.poll(() => discord().commands.size).toBe(1);
    const used = usesCommand(discord(), {
      user: ANA,
      channel: SHARED,
      command: 'resume',
      files: { file: { name: 'cv.txt', bytes: ANA_RESUME } },
    });
    await committed(used.sequence);
    expect(used.interaction.original).toMatchObject({ visibleTo: ANA, shown: expect.stringContaining('Ana Prado') });
    expect(await candidates()).toHaveLength(1);
    expect(publicText()).not.toMatch(NAMES);
  });

  it('of a message without a resume keep nothing of its files (A7)', async () => {
    const message = await says(discord(), ANA, SHARED, cv(INVOICE_TEXT, 'invoice.txt'));
    const used = usesOnMessage(discord(), { user: RITA, channel: SHARED, name: 'Add to pipeline', message });
    await committed(used.sequence);
    expect(used.interaction.original).toMatchObject({ visibleTo: RITA, shown: expect.stringContaining('no resume with it') });
    expect(Object.values((await counts()).attachments).reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  it('of a message take its files for the one who asked', async () => {
    const message = await says(discord(), RITA, SHARED, cv());
    expect(await taken()).toBe(0);
    const used = usesOnMessage(discord(), { user: RITA, channel: SHARED, name: 'Add to pipeline', message });
    await committed(used.sequence);
    expect(used.interaction.original).toMatchObject({ visibleTo: RITA, shown: expect.stringContaining('Ana Prado') });
    expect(await candidates()).toHaveLength(1);
    expect(publicText()).not.toMatch(NAMES);
  });
});
