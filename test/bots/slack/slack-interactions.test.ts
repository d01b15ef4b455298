import { describe, expect, it } from 'vitest';
import { InvocationOver } from '../../../src/domain/errors.ts';
import type { Form } from '../../../src/messages/channel.ts';
import { CONTRACT_FORM } from '../../contracts/channel-harness.ts';
import { directOf } from '../../servers/slack-server.ts';
import { cardOf, ILSE, OTTO, optionsOf, useSlack } from './run-slack.ts';
import {
  buttonPressed,
  directMessage,
  formSubmitted,
  globalShortcut,
  homeButtonPressed,
  homeOpened,
  messageShortcut,
  slashCommand,
} from './slack-events.ts';

const running = useSlack();
const SHARED = 'C0TEAM';
const DIRECT = directOf(ILSE);

const interact = async (payload: object) => expect(await running.slack.deliver('interactive', payload)).toBe('acknowledged');
const command = async (payload: object) => {
  expect(await running.slack.deliver('slash_commands', payload)).toBe('acknowledged');
  return running.slack.acks.at(-1)?.payload;
};
const upload = (id: string) => {
  const bytes = new TextEncoder().encode(`resume ${id}`);
  running.slack.files.set(id, { name: `${id}.txt`, type: 'text/plain', bytes });
  return { id, name: `${id}.txt`, mimetype: 'text/plain', size: bytes.byteLength };
};

describe('a slash command', () => {
  it('is answered where it was used when others read there, and as a message in the own conversation', async () => {
    await running.open();
    const { slack, told } = running;
    const responseUrl = slack.responseUrl();
    expect(await command(slashCommand('t1', ILSE, 'match 3', SHARED, { responseUrl }))).toMatchObject({
      text: expect.stringContaining('Only you'),
    });
    // That `D…` could be a conversation of two other people: nobody wrote to us there yet.
    await command(slashCommand('t2', ILSE, 'match', DIRECT, { responseUrl }));
    await slack.deliver('events_api', directMessage('Ev1', ILSE, slack.ts(), { text: 'hello' }));
    expect(await command(slashCommand('t3', ILSE, 'match', DIRECT, { responseUrl }))).toEqual({});
    expect(told.commands).toMatchObject([
      { command: 'match', words: ['3'], conversation: ILSE, invocation: responseUrl },
      { conversation: ILSE, invocation: responseUrl },
      { conversation: DIRECT },
    ]);
    expect(told.commands[2]).not.toHaveProperty('invocation');
  });

  it('has short names, is help without words, and takes a job’s code for a shortlist', async () => {
    await running.open();
    await command(slashCommand('t1', ILSE, '5', SHARED, { command: '/match' }));
    await command(slashCommand('t2', ILSE, ''));
    await command(slashCommand('t3', ILSE, 'j4f7k2m9q'));
    expect(running.told.commands.map(({ command: name, words }) => [name, ...words].join(' '))).toEqual([
      'match 5',
      'help',
      'shortlist j4f7k2m9q',
    ]);
  });

  it('from a workspace that is not set up is told so, and nothing is kept', async () => {
    await running.open();
    expect(await command(slashCommand('t1', ILSE, 'match', SHARED, { team: 'T0999' }))).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('not set up for this workspace'),
    });
    expect(running.told.commands).toEqual([]);
  });
});

describe('an answer where it was asked', () => {
  it('is seen by one person, five times; then it says that it is over', async () => {
    const channel = await running.open();
    const to = { invocation: running.slack.responseUrl(), visibleTo: 'invoker' } as const;
    for (let number = 0; number < 5; number++)
      expect(await channel.send(to, cardOf({ title: `Answer ${number}` }), optionsOf(`a${number}`))).toMatchObject({
        outcome: 'sent',
      });
    await expect(channel.send(to, cardOf(), optionsOf('a5'))).rejects.toThrow(InvocationOver);
    expect(running.slack.answers.map(({ shown }) => shown)).toEqual([0, 1, 2, 3, 4].map((number) => `Answer ${number}`));
  });

  it('never goes to an address that is not Slack’s (S7)', async () => {
    const channel = await running.open();
    for (const invocation of ['https://evil.example/response', 'http://hooks.slack.com/x', 'no address'])
      await expect(channel.send({ invocation, visibleTo: 'invoker' }, cardOf(), optionsOf('a'))).rejects.toThrow(InvocationOver);
  });

  it('waits when Slack asks for a pause, and is not repeated when it may have arrived (S9, O4)', async () => {
    const channel = await running.open();
    const to = { invocation: running.slack.responseUrl(), visibleTo: 'invoker' } as const;
    running.slack.fail('response_url', { status: 429, retryAfter: 9 });
    await expect(channel.send(to, cardOf(), optionsOf('a'))).rejects.toMatchObject({ afterMs: 9_000, countsAsAttempt: false });
    running.slack.fail('response_url', { status: 500 });
    expect(await channel.send(to, cardOf(), optionsOf('a'))).toMatchObject({ outcome: 'uncertain' });
  });
});

describe('a button', () => {
  it('of a message of the own conversation is answered there; of a message that only they see, where that is (F6.1)', async () => {
    await running.open();
    const { slack, told } = running;
    await slack.deliver('events_api', directMessage('Ev1', ILSE, slack.ts(), { text: 'hello' }));
    const responseUrl = slack.responseUrl();
    const target = `${DIRECT}:1700000000.000100`;
    await interact(buttonPressed('t1', ILSE, target, 'fb:m4f7k2m9q:👍', { responseUrl }));
    await interact(buttonPressed('t2', ILSE, `${SHARED}:1700000000.000200`, 'fb:m4f7k2m9q:👎', { responseUrl, ephemeral: true }));
    await interact(homeButtonPressed('t3', ILSE, 'fb:m4f7k2m9q:↩'));
    expect(told.reactions).toMatchObject([
      { match: 'm4f7k2m9q', emoji: '👍', target, conversation: DIRECT },
      { match: 'm4f7k2m9q', emoji: '👎', conversation: ILSE, invocation: responseUrl },
      { match: 'm4f7k2m9q', emoji: '↩', conversation: ILSE },
    ]);
    expect([told.reactions[0], told.reactions[2]].map((one) => one && 'invocation' in one)).toEqual([false, false]);
  });

  it('that is none of ours, or carries what it should not, is acknowledged and means nothing', async () => {
    await running.open();
    for (const value of ['', 'fb:nothing:👍', 'drop table', `cmd:${'x'.repeat(200)}`])
      await interact(buttonPressed(`t ${value.slice(0, 20)}`, ILSE, `${DIRECT}:1700000000.000100`, value));
    expect([running.told.reactions, running.told.commands]).toEqual([[], []]);
  });

  it('of a form opens it, and runs the command where there is none', async () => {
    await running.open();
    const { slack, told } = running;
    told.form = CONTRACT_FORM;
    await interact(buttonPressed(slack.trigger(), ILSE, `${DIRECT}:1700000000.000100`, 'form:correct r4f7k2m9q'));
    expect(slack.modals).toHaveLength(1);
    told.form = undefined;
    await interact(buttonPressed(slack.trigger(), ILSE, `${DIRECT}:1700000000.000100`, 'form:correct r4f7k2m9q'));
    expect(told.commands).toMatchObject([{ command: 'correct', words: ['r4f7k2m9q'] }]);
  });
});

const UPLOAD: Form = {
  command: 'resume',
  words: [],
  title: 'Send a resume, whoever it is about',
  submit: 'Send',
  fields: [
    { name: 'file', label: 'Resume', kind: 'files', required: true },
    {
      name: 'job',
      label: 'For which job?',
      kind: 'choice',
      required: false,
      value: 'j4f7k2m9q',
      choices: [
        { name: 'Welder', value: 'j4f7k2m9q' },
        { name: 'x'.repeat(200), value: 'j00000002' },
      ],
    },
    { name: 'note', label: 'Note', kind: 'text', value: 'x'.repeat(4_000), required: false },
  ],
};

describe('a form', () => {
  it('takes files, keeps where it was asked for, and says which lines were emptied (F1.1)', async () => {
    await running.open();
    const { slack, told } = running;
    told.form = UPLOAD;
    const responseUrl = slack.responseUrl();
    await command(slashCommand(slack.trigger(), ILSE, 'correct', SHARED, { responseUrl }));
    const view = slack.modals[0]?.view ?? {};
    await interact(formSubmitted('V1', ILSE, view, { file: [upload('F0A'), upload('F0B')], note: null }));
    await interact(formSubmitted('V1', ILSE, view, { file: [upload('F0A'), upload('F0B')], note: null }));
    expect(told.commands[0]).toMatchObject({
      command: 'resume',
      options: { note: '' },
      conversation: ILSE,
      invocation: responseUrl,
      attachments: [
        { name: 'F0A.txt', content: { ref: 'F0A' } },
        { name: 'F0B.txt', content: { ref: 'F0B' } },
      ],
    });
    expect(told.commands[1]?.eventKey).toBe(told.commands[0]?.eventKey);
    expect(slack.refusals).toEqual([]);
  });

  it('that cannot be opened in time leaves the command to be answered in words', async () => {
    await running.open();
    running.told.form = UPLOAD;
    await command(slashCommand('a trigger that is no more', ILSE, 'correct'));
    expect(running.told.commands).toMatchObject([{ command: 'correct', words: [] }]);
    expect(running.said.join()).toContain('a form could not be opened');
  });

  it('comes with the shortcut "Send a resume" as well', async () => {
    await running.open();
    const { slack, told } = running;
    told.form = UPLOAD;
    await interact(globalShortcut(slack.trigger(), ILSE));
    expect(slack.modals).toHaveLength(1);
    await interact(globalShortcut(slack.trigger(), ILSE, 'somebody else’s'));
    expect(told.commands).toEqual([]);
  });

  it('is nobody else’s: views of others and tags that we did not write are acknowledged and mean nothing', async () => {
    await running.open();
    await interact(formSubmitted('V1', ILSE, { callback_id: 'other', private_metadata: '{}' }, {}));
    await interact(formSubmitted('V2', ILSE, { callback_id: 'form', private_metadata: '{"command":1}' }, {}));
    await interact(formSubmitted('V3', ILSE, { callback_id: 'form', private_metadata: 'no json' }, {}));
    expect(running.told.commands).toEqual([]);
  });
});

describe('the shortcut "Add to pipeline"', () => {
  it('brings the files of a message, judged like those of a shared place, and tells the one who asked (A7)', async () => {
    await running.open();
    const { slack, told } = running;
    const responseUrl = slack.responseUrl();
    const target = `${SHARED}:1700000000.000100`;
    const shortcut = messageShortcut('t1', ILSE, target, {
      responseUrl,
      files: [upload('F0A')],
      author: OTTO,
      text: 'jobs list',
    });
    await interact(shortcut);
    expect(told.messages).toMatchObject([
      {
        sharedPlace: true,
        private: true,
        conversation: ILSE,
        sender: { address: ILSE },
        text: '',
        attachments: [{ name: 'F0A.txt' }],
      },
    ]);
    expect(told.messages[0]?.attachments[0]?.content).toHaveProperty('bytes');
    expect(told.messages[0]).not.toHaveProperty('publicPlace');
    expect(slack.answers).toMatchObject([{ url: responseUrl, shown: expect.stringContaining('nothing else is kept') }]);
    // Another person who points at it sends it as well.
    await interact(messageShortcut('t2', OTTO, target, { responseUrl, files: [upload('F0A')] }));
    expect(new Set(told.messages.map((one) => one.eventKey)).size).toBe(2);
  });

  it('says so when there is no file that can be opened', async () => {
    await running.open();
    const { slack, told } = running;
    const responseUrl = slack.responseUrl();
    await interact(messageShortcut('t1', ILSE, `${SHARED}:1700000000.000100`, { responseUrl }));
    slack.files.set('F0GONE', { name: 'cv.txt', type: 'text/plain', bytes: new Uint8Array(1), gone: true });
    await interact(
      messageShortcut('t2', ILSE, `${SHARED}:1700000000.000200`, { responseUrl, files: [{ id: 'F0GONE', name: 'cv.txt' }] }),
    );
    expect(told.messages).toEqual([]);
    expect(slack.answers).toHaveLength(2);
    expect(slack.answers.every(({ shown }) => shown.includes('no file in that message'))).toBe(true);
  });
});

describe('a Home', () => {
  it('is asked for when its own tab is opened, not when the messages are', async () => {
    const channel = await running.open();
    const { slack, told } = running;
    await slack.deliver('events_api', homeOpened('Ev1', ILSE, 'messages'));
    await slack.deliver('events_api', homeOpened('Ev2', ILSE));
    expect(told.homes).toMatchObject([{ sender: { address: ILSE, verified: true } }]);
    await channel.publishHome?.({ id: 'i1', address: ILSE.toLowerCase() }, cardOf({ title: 'Your page' }));
    expect(slack.homes.get(ILSE)).toMatchObject({ shown: 'Your page', times: 1 });
  });
});
