/** Commands, buttons and forms (rule D1), and what registers them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InvocationOver } from '../../../src/domain/errors.ts';
import type { Card } from '../../../src/messages/card.ts';
import type { Channel, ChannelEvents, CommandInvocation, Form, SuggestionRequest } from '../../../src/messages/channel.ts';
import { CONTRACT_FACES } from '../../contracts/channel-harness.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { isObject, listOf } from '../../servers/discord-message-rules.ts';
import { type DiscordServer, startDiscord } from '../../servers/discord-server.ts';
import { APPLICATION, BOT, GUILD, SHARED } from '../../servers/discord-world.ts';
import { recordedEvents } from '../email/recorded-events.ts';
import { fillsForm, idOf, presses, types, usesCommand, usesOnMessage, writeMessage } from './discord-people.ts';
import { openChannel, sendOptions } from './open-channel.ts';
import { rememberedState } from './remembered-state.ts';

checkForLeaks();
const ILSE = '310000000000000001';
const CARD: Card = { about: [], title: 'Hello', blocks: [], footer: [], attachments: [] };
const FACES = [
  ...CONTRACT_FACES,
  {
    name: 'resume',
    usage: 'resume',
    summary: 'send a resume',
    examples: [],
    role: 'candidate' as const,
    slash: 'resume',
    hasForm: true,
    options: [
      { name: 'note', summary: 'a note', kind: 'words' as const },
      { name: 'file', summary: 'the file', kind: 'file' as const, required: true },
    ],
  },
  {
    name: 'shortlist',
    usage: 'shortlist <job>',
    summary: 'candidates for a job',
    examples: [],
    role: 'recruiter' as const,
    slash: 'candidates',
    hasForm: false,
    options: [
      { name: 'job', summary: 'which job', kind: 'words' as const, suggests: 'posting' as const },
      { name: 'order', summary: 'how', kind: 'choice' as const, choices: [{ name: 'Best first', value: 'best' }] },
    ],
  },
];
const FORM: Form = {
  command: 'resume',
  words: ['s4f7k2m9q'],
  title: 'Send a resume to the people who read this form here',
  submit: 'Send',
  fields: [
    { name: 'file', label: 'Your resume', kind: 'files', required: true },
    { name: 'remote', label: 'Remote?', kind: 'choice', required: false, choices: [{ name: 'Yes', value: 'yes' }], value: 'yes' },
    { name: 'note', label: 'A note', kind: 'text', hint: 'anything', required: false },
  ],
};

let discord: DiscordServer;
let channel: Channel;
let commands: CommandInvocation[];
let suggested: SuggestionRequest[];
let form: Form | undefined;
let beforeCommit: () => Promise<void>;
const recorded = recordedEvents();
const events: ChannelEvents = {
  ...recorded,
  async commandInvoked(invocation) {
    await beforeCommit();
    commands.push(invocation);
  },
  formOf: async () => form,
  async suggest(request) {
    suggested.push(request);
    return Array.from({ length: 40 }, (_, index) => ({ name: `Welder ${index} ${'x'.repeat(120)}`, value: `j${index}` }));
  },
};
beforeEach(async () => {
  discord = await startDiscord();
  discord.users.set(ILSE, {});
  commands = [];
  suggested = [];
  form = undefined;
  beforeCommit = async () => {};
  channel = openChannel(discord, { faces: FACES });
  await channel.start(events, rememberedState());
  await expect.poll(() => discord.commands.size).toBe(1);
});
afterEach(async () => {
  await channel.stop();
  await discord.close();
});

const taken = async (sequence: number | undefined) =>
  expect(sequence !== undefined && (await discord.gateway.taken(sequence, 3_000))).toBe('acknowledged');
const direct = () => discord.directOf(ILSE);
async function uses(options: Partial<Parameters<typeof usesCommand>[1]> = {}) {
  const used = usesCommand(discord, { user: ILSE, channel: SHARED, command: 'match', ...options });
  await taken(used.sequence);
  return used.interaction;
}
const answer = (key: string, card = CARD) =>
  channel.send({ invocation: commands.at(-1)?.invocation ?? '', visibleTo: 'invoker' }, card, sendOptions(key));
const shown = () => discord.messages.filter((message) => message.author === BOT);

describe('a command of Discord', () => {
  it('is deferred before its commit, so that three seconds are enough however slow that is (D1)', async () => {
    const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
    beforeCommit = () => committed;
    const used = usesCommand(discord, { user: ILSE, channel: SHARED, command: 'match' });
    await expect.poll(() => used.interaction.answeredWith).toBe(5);
    expect(commands).toEqual([]);
    commit();
    await taken(used.sequence);
    expect(commands).toHaveLength(1);
  });

  it('in a server is answered in the place of "is thinking", further answers follow, all for the one who asked (D1, A12)', async () => {
    const { original } = await uses();
    expect(original).toMatchObject({ loading: true, visibleTo: ILSE });
    await answer('a', { ...CARD, title: 'First' });
    await answer('b', { ...CARD, title: 'Second' });
    expect(shown()).toMatchObject([
      { shown: 'First', loading: false, visibleTo: ILSE },
      { shown: 'Second', visibleTo: ILSE },
    ]);
    expect(discord.refusals).toEqual([]);
  });

  it('answered by a process that ended before it knew so is not answered twice, and one that was not is (D1, R3)', async () => {
    await uses();
    const account = { token: discord.token, guilds: [], apiUrl: discord.url, applicationId: APPLICATION };
    const again = (key: string, title: string) =>
      openChannel(discord, { account }).send(
        { invocation: commands.at(-1)?.invocation ?? '', visibleTo: 'invoker' },
        { ...CARD, title },
        sendOptions(key, { maybeSent: true }),
      );
    const first = await again('a', 'First');
    expect(first).toMatchObject({ outcome: 'sent' });
    expect(await again('a', 'First')).toEqual(first);
    expect(await again('b', 'Second')).toMatchObject({ outcome: 'uncertain' });
    expect(shown()).toHaveLength(1);
  });

  it('in the direct conversation is answered so that the answer stays', async () => {
    await uses({ channel: direct() });
    await answer('a');
    expect(shown()).toMatchObject([{ shown: 'Hello', channel: direct() }]);
    expect(shown()[0]?.visibleTo).toBeUndefined();
    expect(commands[0]).toMatchObject({ conversation: direct(), private: true });
  });

  it('is still answered in its place by a process that did not see it', async () => {
    await uses();
    await channel.stop();
    channel = openChannel(discord, { faces: FACES });
    await channel.start(events, rememberedState());
    await answer('a');
    await answer('b');
    expect(shown().map((message) => [message.shown, message.loading ?? false])).toEqual([
      ['Hello', false],
      ['Hello', false],
    ]);
  });

  it('whose fifteen minutes are over says so, as does one that Discord gave up before we answered (D1)', async () => {
    await uses();
    discord.interactions.end();
    await expect(answer('a')).rejects.toBeInstanceOf(InvocationOver);
    discord.fail('POST', /callback$/, { status: 404, code: 10062 });
    await uses();
    expect(commands).toHaveLength(2);
    await expect(answer('b')).rejects.toBeInstanceOf(InvocationOver);
  });

  it('comes again when its commit failed, and is the same one', async () => {
    let tries = 0;
    beforeCommit = async () => {
      if (++tries === 1) throw new Error('disk full');
    };
    const used = usesCommand(discord, { user: ILSE, channel: SHARED, command: 'match' });
    await expect.poll(() => commands.length, { timeout: 30_000 }).toBe(1);
    expect(commands[0]?.eventKey).toBe(`interaction:${used.interaction.id}`);
    await answer('a');
    expect(shown()).toMatchObject([{ shown: 'Hello', visibleTo: ILSE }]);
  });

  it('brings its typed options by name and its file with its bytes (D3)', async () => {
    const file = { name: 'ilse.pdf', bytes: 'the resume' };
    await uses({ command: 'resume', options: { note: 'for the yard' }, files: { file } });
    expect(commands).toMatchObject([
      {
        command: 'resume',
        options: { note: 'for the yard' },
        attachments: [{ name: 'ilse.pdf', type: 'application/pdf', content: { bytes: Buffer.from('the resume') } }],
      },
    ]);
  });

  it('on a message brings the files of that message', async () => {
    const message = writeMessage(discord, ILSE, SHARED, { files: [{ name: 'cv.pdf', bytes: 'the resume' }] });
    const { sequence } = usesOnMessage(discord, { user: ILSE, channel: SHARED, name: 'Add to pipeline', message });
    await taken(sequence);
    expect(commands).toMatchObject([
      {
        command: 'resume',
        messageId: idOf(message),
        attachments: [{ name: 'cv.pdf', content: { bytes: Buffer.from('the resume') } }],
      },
    ]);
  });

  it('that is not known any more is answered so, by a button of long ago too', async () => {
    const sent = await channel.send({ conversation: direct() }, CARD, sendOptions('a'));
    const target = sent.outcome === 'sent' ? sent.message : '';
    const { interaction, sequence } = presses(discord, { user: ILSE, channel: direct(), target, value: 'old-value' });
    await taken(sequence);
    expect(interaction.original).toMatchObject({ visibleTo: ILSE, shown: expect.stringContaining('/shortlist') });
    expect(commands).toEqual([]);
  });
});

describe('forms and completion', () => {
  it('open at once in place of the answer, within every limit, and come back with files and choices', async () => {
    form = FORM;
    const { modal } = await uses({ command: 'resume' });
    expect(commands).toEqual([]);
    expect(isObject(modal) && listOf(modal.components)).toHaveLength(3);
    const fields = { remote: 'yes', note: 'for the yard' };
    const filled = fillsForm(discord, {
      user: ILSE,
      channel: SHARED,
      modal,
      fields,
      files: [{ name: 'cv.pdf', bytes: 'the resume' }],
    });
    await taken(filled.sequence);
    expect(commands).toMatchObject([
      { command: 'resume', words: ['s4f7k2m9q'], options: fields, attachments: [{ name: 'cv.pdf' }] },
    ]);
    expect(filled.interaction.answeredWith).toBe(5);
    expect(discord.refusals).toEqual([]);
  });

  it('that take too long are left out: the command is run as it stands (D1)', async () => {
    const slow: ChannelEvents = { ...events, formOf: () => new Promise(() => {}) };
    await channel.stop();
    channel = openChannel(discord, { faces: FACES });
    await channel.start(slow, rememberedState());
    const { interaction } = usesCommand(discord, { user: ILSE, channel: SHARED, command: 'resume' });
    await expect.poll(() => commands.length, { timeout: 30_000 }).toBe(1);
    await expect.poll(() => interaction.answeredWith).toBe(5);
    expect(interaction.answeredAfter).toBeLessThan(3_000);
  });

  it('complete an option with what the person may see, at most 25 and none too long', async () => {
    const { interaction, sequence } = types(discord, {
      user: ILSE,
      channel: SHARED,
      command: 'candidates',
      option: 'job',
      text: 'wel',
    });
    await taken(sequence);
    expect(suggested).toMatchObject([{ command: 'shortlist', option: 'job', text: 'wel', sender: { address: ILSE } }]);
    expect(interaction.choices).toHaveLength(25);
    expect(discord.refusals).toEqual([]);
  });

  it('complete the line of /shortlist with commands', async () => {
    const { interaction, sequence } = types(discord, {
      user: ILSE,
      channel: SHARED,
      command: 'shortlist',
      option: 'command',
      text: 'ma',
    });
    await taken(sequence);
    expect(interaction.choices).toEqual([{ name: 'match – your best jobs now', value: 'match' }]);
  });
});

describe('the commands of the registry', () => {
  it('are registered once with their types, required options first', async () => {
    const resume = discord.commands.get('everywhere')?.find((command) => command.name === 'resume');
    expect(listOf(resume?.options).map((option) => [option.name, option.type, option.required])).toEqual([
      ['file', 11, true],
      ['note', 3, false],
    ]);
    const candidates = discord.commands.get('everywhere')?.find((command) => command.name === 'candidates');
    expect(listOf(candidates?.options)).toMatchObject([
      { name: 'job', autocomplete: true },
      { name: 'order', choices: [{ name: 'Best first', value: 'best' }] },
    ]);
    expect(discord.refusals).toEqual([]);
  });

  it('of a new version are there after its restart, though Discord resumes the session', async () => {
    await channel.stop();
    const state = rememberedState();
    discord.commands.clear();
    for (const faces of [CONTRACT_FACES, FACES]) {
      channel = openChannel(discord, { faces });
      await channel.start(events, state);
      const named = faces.flatMap((face) => face.slash ?? []);
      await expect
        .poll(() => discord.commands.get('everywhere')?.map((command) => command.name))
        .toEqual(expect.arrayContaining(named));
      await channel.stop();
    }
    expect([discord.gateway.resumed(), discord.refusals]).toEqual([1, []]);
  });

  it('move from everywhere to the configured servers, and nothing shows twice; unchanged they are not sent again', async () => {
    await channel.stop();
    const state = rememberedState();
    state.cursors.set('discord:commands:210000000000000001:everywhere', 'an earlier one');
    for (let time = 0; time < 2; time++) {
      channel = openChannel(discord, { faces: FACES, guilds: [GUILD] });
      discord.gateway.endSession();
      await channel.start(events, state);
      await expect.poll(() => discord.commands.get(GUILD)?.length).toBe(5);
      await channel.stop();
    }
    expect(discord.commands.get('everywhere')).toEqual([]);
    expect(discord.calls.filter((call) => call.startsWith('PUT /applications'))).toHaveLength(3);
  });
});
