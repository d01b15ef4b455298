/** The channel-neutral half of chats, through the whole service: a scripted chat behind the Channel port. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA_RESUME, feedOf, NURSE_RESUME, POSTINGS } from './people.ts';
import { runTestService, START, type TestService } from './run-test-service.ts';
import { file, itemsIn, itemsSeen, type ScriptedChat, scriptedChat } from './scripted-chat.ts';

checkForLeaks();

let chat: ScriptedChat;
let test: TestService;
beforeEach(async () => {
  let now = () => START.getTime();
  chat = scriptedChat(() => now());
  test = await runTestService(
    { SMTP_LISTEN: 'off', RECRUITERS: 'rita@talent.example.com', DIGEST_TIME: '07:30' },
    { channels: [chat.channel] },
  );
  now = () => test.clock.now().getTime();
});
afterEach(() => test.close());

const feedback = async () => (await stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).feedback;
const idle = () => test.service.worker.idle();
const later = async (ms: number) => {
  test.clock.advanceTo(new Date(test.clock.now().getTime() + ms));
  await idle();
};
const importJobs = () =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(POSTINGS));
    })(),
  });

/** Her answer says "Is this you?"; the yes brings the list. */
async function anaHasHerList(): Promise<void> {
  await importJobs();
  await chat.writes('ana', '', { attachments: [file('cv.txt', ANA_RESUME)] });
  await idle();
  await chat.writes('ana', 'me');
  await idle();
}
const items = () => itemsSeen(chat.seenBy('ana'));
const does = async (action: Promise<void>) => {
  const before = chat.messages.length;
  await action;
  await idle();
  return chat.messages.slice(before);
};

describe('a list in a chat (F6.1)', () => {
  it('is a message a match; a reaction to one means that match, its removal takes back exactly that', async () => {
    await anaHasHerList();
    expect(items().map((one) => itemsIn(one)[0]?.number)).toEqual([1, 2, 3]);
    const [, second] = items();
    const [noted] = await does(chat.reacts('ana', second, '👍🏽'));
    expect(noted?.text).toContain(itemsIn(second)[0]?.title);
    expect(noted?.text).toMatch(/interested/);
    await does(chat.reacts('ana', second, '⭐'));
    await does(chat.reacts('ana', second, '❤️'));
    expect(await feedback()).toBe(2);
    expect(await does(chat.reacts('ana', second, '👍🏽', { removed: true }))).toEqual([]);
    expect(await feedback()).toBe(2);
    expect((await does(chat.reacts('ana', second, '❤️', { removed: true })))[0]?.text).toMatch(/Taken back/);
    expect((await does(chat.writes('ana', 'match')))[2]?.text).not.toMatch(/you said: interested/);
  });

  it('takes a bare 👍 on its head for none and says how; "2👍" and "why 2" mean its numbers', async () => {
    await anaHasHerList();
    const head = chat.seenBy('ana').find((one) => /React to those below/.test(one.text));
    expect(head?.text).not.toMatch(/Answer with numbers|A 👍 alone/);
    expect((await does(chat.reacts('ana', head, '👍')))[0]?.text).toMatch(/lists several matches.*React to the message/s);
    expect(await feedback()).toBe(0);
    expect(await does(chat.reacts('ana', head, '👍', { removed: true }))).toEqual([]);
    const title = itemsIn(items()[1])[0]?.title;
    expect((await does(chat.writes('ana', '2👍', { inReplyTo: [head?.id ?? ''] })))[0]?.text).toContain(title);
    await does(chat.reacts('ana', items()[0], '👎'));
    expect((await does(chat.writes('ana', 'why 2')))[0]?.text).toContain(title);
  });

  it('takes a reply under a match for that match, and a reaction that means nothing for nothing', async () => {
    await anaHasHerList();
    const [, , third] = items();
    const [noted] = await does(chat.writes('ana', 'not for me', { inReplyTo: [third?.id ?? ''] }));
    expect(noted?.text).toMatch(/number 3|not for you/);
    expect(await does(chat.reacts('ana', third, '🦆'))).toEqual([]);
    expect(await does(chat.reacts('ana', third, ':partyparrot:'))).toEqual([]);
    expect(await feedback()).toBe(1);
  });
});

describe('buttons', () => {
  const codeOf = (at: number) => itemsIn(items()[at])[0]?.code ?? '';

  it('say what a reaction says, privately where they were pressed; again is harmless; undo takes it back', async () => {
    await anaHasHerList();
    const press = { match: codeOf(0), invocation: 'ana b1', invocationExpiresAt: START.getTime() + 900_000 };
    const [noted] = await does(chat.reacts('ana', items()[0], '👍', press));
    expect(noted).toMatchObject({ where: 'only ana', text: expect.stringMatching(/Noted for ".*interested/s) });
    expect((await does(chat.reacts('ana', items()[0], '👍', press)))[0]?.text).toMatch(/Noted/);
    expect(await feedback()).toBe(1);
    const undo = /undo (m\w{8})/.exec(noted?.text ?? '')?.[1];
    expect(undo).toBe(codeOf(0));
    expect((await does(chat.commands('ana', 'undo', { words: [codeOf(0)] })))[0]?.text).toMatch(/Taken back/);
    expect((await does(chat.reacts('ana', items()[0], '↩', press)))[0]?.text).toMatch(/nothing to take back/);
  });

  it('of a match that was never shown to them are as unknown as one that does not exist (A12)', async () => {
    await anaHasHerList();
    const [known] = await does(chat.reacts('ben', undefined, '👍', { match: codeOf(0) }));
    const [unknown] = await does(chat.reacts('ben', undefined, '👍', { match: 'm00000000' }));
    expect(known?.text).toMatch(/do not know this match/);
    expect(known?.text).toBe(unknown?.text);
    expect(await feedback()).toBe(0);
  });
});

describe('commands', () => {
  it('are answered where they were used, seen by nobody else; once that is over, in the direct conversation (D1)', async () => {
    await anaHasHerList();
    const [answer, ...more] = await does(chat.commands('ana', 'match', { options: { limit: '2' } }));
    expect(more).toEqual([]);
    expect(answer?.where).toBe('only ana');
    expect(itemsIn(answer)).toHaveLength(2);
    expect(answer?.text).toMatch(/Press the button with its number/);
    chat.over.add('ana late');
    expect((await does(chat.commands('ana', 'jobs', { invocation: 'ana late' })))[0]?.where).toBe('D-ana');
  });

  it('with a typo are met with the one that was meant, with an unknown word with help (short in a chat)', async () => {
    expect((await does(chat.commands('ana', 'mtach')))[0]?.text).toMatch(/Did you mean "match"\?/);
    const [meant] = await does(chat.writes('ana', 'jbos'));
    expect(meant?.text).toMatch(/Did you mean "jobs"\?/);
    expect(meant?.text).not.toMatch(/candidates|profile/);
    const [help] = await does(chat.commands('ana', 'help'));
    expect(help?.text).toMatch(/\/match/);
    expect(help?.text).not.toMatch(/subject|erase/);
    expect((await does(chat.commands('ana', 'help', { options: { command: 'all' } })))[0]?.text).toMatch(/erase/);
  });

  it('with a file are a resume like any other; pasted text is one too; without either they say how', async () => {
    await importJobs();
    const [answer] = await does(chat.commands('ana', 'resume', { attachments: [file('cv.txt', ANA_RESUME)] }));
    expect(answer).toMatchObject({ where: 'only ana', text: expect.stringContaining('Ana Prado') });
    const [pasted] = await does(chat.commands('bea', 'resume', { options: { text: NURSE_RESUME } }));
    expect(pasted).toMatchObject({ where: 'only bea', text: expect.stringContaining('Beatriz Lund') });
    expect((await does(chat.commands('ana', 'resume')))[0]?.text).toMatch(/no resume/);
  });

  it('of a role that one does not have do not exist', async () => {
    expect((await does(chat.commands('ana', 'candidates')))[0]?.text).toMatch(/not a command/);
  });
});

describe('forms and suggestions', () => {
  const asks = (person: string, command: string, words: string[] = []) =>
    chat.events.formOf({ channel: 'chat', sender: { address: person, verified: true }, command, words });

  it('a correction form shows what was understood, and only what is changed is corrected', async () => {
    await anaHasHerList();
    const form = await asks('ana', 'correct');
    expect(form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['name', 'Ana Prado'],
      ['title', 'Backend Developer'],
      ['email', 'ana.prado@example.com'],
      ['phone', expect.stringContaining('900555')],
      ['location', expect.stringContaining('Leeds')],
    ]);
    const fields = Object.fromEntries((form?.fields ?? []).map(({ name, value = '' }) => [name, value]));
    const [done] = await does(
      chat.commands('ana', 'correct', { words: form?.words, options: { ...fields, title: 'Staff Engineer' } }),
    );
    expect(done?.text).toMatch(/Backend Developer → Staff Engineer/);
    expect(done?.text).not.toMatch(/Phone|Email/);
  });

  it('an untouched field of a form takes nothing back that was corrected while it was open', async () => {
    await anaHasHerList();
    const form = await asks('ana', 'correct');
    const fields = Object.fromEntries((form?.fields ?? []).map(({ name, value = '' }) => [name, value]));
    await does(chat.commands('ana', 'correct', { words: ['title=Staff', 'Engineer'] }));
    const sent = chat.commands('ana', 'correct', { words: form?.words, options: { ...fields, name: 'Ana M. Prado' } });
    const [done] = await does(sent);
    expect(done?.text).toMatch(/Ana Prado → Ana M. Prado/);
    expect(done?.text).not.toMatch(/title/);
    expect((await asks('ana', 'correct'))?.fields.find((one) => one.name === 'title')?.value).toBe('Staff Engineer');
  });

  it('of a form takes what can be read, and says what it could not', async () => {
    await anaHasHerList();
    const form = await asks('ana', 'correct');
    const fields = Object.fromEntries((form?.fields ?? []).map(({ name, value = '' }) => [name, value]));
    const options = { ...fields, title: 'Staff Engineer', email: 'ana at home' };
    const [done] = await does(chat.commands('ana', 'correct', { words: form?.words, options }));
    expect(done?.text).toMatch(/Backend Developer → Staff Engineer/);
    expect(done?.text).toMatch(/I could not read the address in "ana at home"; write/);
  });

  it('nobody gets the form of a resume that they may not see, of a command of another role, or unverified (A12)', async () => {
    await anaHasHerList();
    const [code = ''] = (await asks('ana', 'correct'))?.words ?? [];
    expect(await asks('ben', 'correct', [code])).toBeUndefined();
    expect(await asks('ana', 'job')).toBeUndefined();
    const unverified = { channel: 'chat', sender: { address: 'ana', verified: false }, command: 'correct', words: [] };
    expect(await chat.events.formOf(unverified)).toBeUndefined();
  });

  it('digest and wishes are set by their forms', async () => {
    await anaHasHerList();
    const form = await asks('ana', 'digest');
    expect(form?.fields.find((one) => one.name === 'clock')?.value).toBe('07:30');
    const options = { state: 'on', rhythm: 'fri', clock: '18:15', place: 'Europe/Berlin' };
    expect((await does(chat.commands('ana', 'digest', { options })))[0]?.text).toMatch(
      /every Friday[\s\S]*18:15 \(Europe\/Berlin\)/,
    );
    expect((await does(chat.commands('ana', 'digest', { options: { time: '06:45' } })))[0]?.text).toMatch(/06:45/);
    const wishes = {
      roles: 'Backend Developer',
      places: 'Leeds',
      remote: 'preferred',
      pay: '60k GBP',
      never: 'Airedale Banking',
    };
    expect((await does(chat.commands('ana', 'prefer', { options: wishes })))[0]?.text).toMatch(
      /Leeds[\s\S]*60,000 GBP[\s\S]*Airedale/,
    );
    expect((await asks('ana', 'prefer'))?.fields.map((one) => one.value)).toEqual([
      'Backend Developer',
      'Leeds',
      'preferred',
      'at least 60000 GBP a year',
      'Airedale Banking',
    ]);
  });

  it('suggests zones, jobs and own matches at once, and nothing of other people (A12)', async () => {
    await anaHasHerList();
    const suggest = (person: string, command: string, option: string, text: string) =>
      chat.events.suggest({ channel: 'chat', sender: { address: person, verified: true }, command, option, text });
    const begun = performance.now();
    expect((await suggest('ana', 'digest', 'zone', 'berl')).map((one) => one.value)).toContain('Europe/Berlin');
    expect((await suggest('ana', 'jobs', 'show', 'nurse')).map((one) => one.name)).toEqual([
      expect.stringContaining('Staff Nurse'),
    ]);
    expect((await suggest('ana', 'why', 'match', '')).length).toBeGreaterThan(2);
    expect((performance.now() - begun) / 3).toBeLessThan(100);
    expect(await suggest('ben', 'why', 'match', '')).toEqual([]);
    expect(await suggest('ana', 'candidate', 'candidate', 'ana')).toEqual([]);
    expect(await suggest('ben', 'match', 'candidate', 'ana')).toEqual([]);
  });
});

describe('while somebody waits', () => {
  it('a resume is marked as seen before it is read, and as done with its answer', async () => {
    await chat.writes('ana', '', { attachments: [file('cv.txt', ANA_RESUME)] });
    await idle();
    expect(chat.marks.map((mark) => mark.split(' ')[1])).toEqual(['seen', 'done']);
  });
});

describe('a home', () => {
  it('shows somebody their own state, and is put together anew after what they do', async () => {
    await anaHasHerList();
    await chat.events.homeOpened({ channel: 'chat', eventKey: 'h1', sender: { address: 'ana', verified: true } });
    await idle();
    const words = () => JSON.stringify(chat.homes.get('ana'));
    expect(words()).toMatch(/Ana Prado.*Roundhay Apps.*digest/s);
    expect(words()).not.toMatch(/Candidates|Work/);
    await does(chat.commands('ana', 'digest', { options: { time: '21:45' } }));
    expect(words()).not.toMatch(/21:45/);
    await later(2_000);
    expect(words()).toMatch(/21:45/);
    const first = itemsIn({ card: chat.homes.get('ana') })[0];
    expect((await does(chat.reacts('ana', undefined, '⭐', { match: first?.code })))[0]?.text).toMatch(/saved/);
  });
});
