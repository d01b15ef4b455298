/** F1.7: watched folders and channels. */
import { appendFile, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PermanentFailure } from '../../src/domain/errors.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import type { Channel, IncomingMessage } from '../../src/messages/channel.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { findByAddress } from '../../src/store/people.ts';
import { getSource } from '../../src/store/sources.ts';
import { checkForLeaks } from '../leak-check.ts';
import { readTables } from '../store/read-tables.ts';
import { lineMail } from './job-mails.ts';
import { ANA_RESUME, INVOICE_TEXT, NURSE_RESUME, RITA } from './people.ts';
import { runTestService, type TestService } from './run-test-service.ts';

checkForLeaks();
const BOSS = 'Bo Lind <bo@talent.example.com>';
const HOUR = 3_600_000;
const W = DEFAULT_WORKSPACE;
let test: TestService;
let folder: string;
beforeEach(async () => {
  test = await runTestService({ ADMINS: 'bo@talent.example.com' });
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-watched-'));
});
afterEach(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

const say = async (from: string, line: string) => (await test.ask(lineMail(from, line))).text.replace(/\s+/g, ' ');
const put = (name: string, content: string) => writeFile(path.join(folder, name), content);
const source = async (name: string) => getSource(test.service.store, serviceViewer(W), name);
const candidates = () => listCandidates(test.service.store, serviceViewer(W));
const seenBy = async (address: string) => {
  const known = await findByAddress(test.service.store, W, 'email', address);
  if (!known) throw new Error(`${address} is not known`);
  return listCandidates(test.service.store, { workspace: W, personId: known.person.id, role: 'recruiter' });
};
async function later(ms: number): Promise<void> {
  test.clock.advanceTo(new Date(test.clock.now().getTime() + ms));
  await test.service.tick();
  await test.service.worker.idle();
}
const mails = async () => (await test.outbox()).length;

describe('a watched folder', () => {
  it('brings what is a resume to who asked, silently, and keeps nothing else (A7, A12)', async () => {
    await put('ana.txt', ANA_RESUME);
    await put('bill.txt', INVOICE_TEXT);
    await mkdir(path.join(folder, 'deeper'));
    await put('deeper/nurse.txt', NURSE_RESUME);
    expect(await say(BOSS, `source add folder:${folder} hourly as inbox`)).toContain('inbox is watched now');
    await test.service.worker.idle();
    expect(await seenBy('bo@talent.example.com')).toHaveLength(2);
    expect(await source('inbox')).toMatchObject({ lastStatus: 'ok: 2 new, 0 known, 1 no resumes', lastFound: 2 });
    // Whoever the settings name is a person from the start; Rita asked for nothing, and sees nothing.
    expect(await seenBy('rita@talent.example.com')).toEqual([]);
    expect(await mails()).toBe(1);
    expect(JSON.stringify(await readTables(test.service.store))).not.toContain('bill.txt');
    const bo = await findByAddress(test.service.store, W, 'email', 'bo@talent.example.com');
    expect(bo?.person.ownCandidateId).toBeUndefined();
  });

  it('is read again when it is due: new and changed files only, each once', async () => {
    await put('ana.txt', ANA_RESUME);
    await say(BOSS, `source add folder:${folder} hourly as inbox`);
    await later(59 * 60_000);
    expect(await source('inbox')).toMatchObject({ lastFound: 1 });
    await put('nurse.txt', NURSE_RESUME);
    await later(60_000);
    expect((await source('inbox'))?.lastStatus).toMatch(/^ok: 1 new/);
    await rename(path.join(folder, 'ana.txt'), path.join(folder, 'moved.txt'));
    await later(HOUR);
    expect((await source('inbox'))?.lastStatus).toMatch(/^ok: 0 new, [12] known/);
    await appendFile(path.join(folder, 'moved.txt'), '\nPUBLICATIONS\nA short note on queues, 2024\n');
    await later(HOUR);
    expect((await source('inbox'))?.lastStatus).toMatch(/^ok: 1 new/);
    expect(await candidates()).toHaveLength(2);
  });

  it('larger than a page is read to its end, once', async () => {
    for (let n = 0; n < 25; n++)
      await put(
        `cv${n}.txt`,
        ANA_RESUME.replaceAll('Prado', `Prado${'abcdefghij'.charAt(n % 10)}${'abcde'.charAt(n / 10)}`)
          .replace('ana.prado@', `ana${n}@`)
          .replace('900555', `9005${n + 10}`),
      );
    await say(BOSS, `source add folder:${folder} daily as many`);
    await later(1_000);
    expect(await source('many')).toMatchObject({ lastStatus: 'ok: 25 new, 0 known, 0 no resumes', lastFound: 25 });
    expect((await candidates()).length).toBe(25);
    const { tasks } = await readTables(test.service.store);
    expect(tasks?.filter((row) => String(row.id).startsWith('sync:'))).toEqual([]);
  });

  it('follows no links out of it', async () => {
    const outside = await mkdtemp(path.join(tmpdir(), 'shortlist-outside-'));
    try {
      await writeFile(path.join(outside, 'ana.txt'), ANA_RESUME);
      await symlink(path.join(outside, 'ana.txt'), path.join(folder, 'link.txt'));
      await symlink(outside, path.join(folder, 'linked-folder'));
      await say(BOSS, `source add folder:${folder} as inbox`);
      await test.service.worker.idle();
      expect(await candidates()).toEqual([]);
      expect(await source('inbox')).toMatchObject({ lastStatus: 'ok: 0 new, 0 known, 0 no resumes' });
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
  });

  it('that is gone says so once, in a mail and in the list, and goes on when it is back', async () => {
    await say(BOSS, `source add folder:${folder} hourly as inbox`);
    await test.service.worker.idle();
    const before = await mails();
    await rm(folder, { recursive: true });
    await later(HOUR);
    await later(HOUR);
    const news = (await test.outbox()).slice(before);
    expect(news).toHaveLength(1);
    expect(news[0]?.text.replace(/\s+/g, ' ')).toContain('the folder is not there. Make it again');
    expect(await say(BOSS, 'sources')).toContain('failed: the folder is not there');
    await mkdir(folder);
    await put('ana.txt', ANA_RESUME);
    await later(HOUR);
    expect((await source('inbox'))?.lastStatus).toMatch(/^ok: 1 new/);
  });

  it('is paused, resumed, renamed, read when asked for and removed by its name', async () => {
    await put('ana.txt', ANA_RESUME);
    expect(await say(BOSS, `source add folder:${folder} manual as inbox`)).toContain('read when asked for; not read yet');
    await later(48 * HOUR);
    expect(await source('inbox')).toMatchObject({ lastRunAt: null });
    expect(await say(BOSS, 'source sync inbox')).toContain('inbox is being read');
    await test.service.worker.idle();
    expect(await source('inbox')).toMatchObject({ lastFound: 1 });
    await say(BOSS, 'source edit inbox hourly');
    await say(BOSS, 'source pause inbox');
    await put('nurse.txt', NURSE_RESUME);
    await later(2 * HOUR);
    expect(await candidates()).toHaveLength(1);
    await say(BOSS, 'source resume inbox');
    await say(BOSS, 'source edit inbox as letters');
    await later(2 * HOUR);
    expect(await candidates()).toHaveLength(2);
    expect(await say(BOSS, 'source remove letters')).toContain('no longer watched');
    expect(await say(BOSS, 'sources')).toContain('No channel and no folder is watched');
    expect(await candidates()).toHaveLength(2);
  });
});

describe('source add', () => {
  it('says what to do about what cannot be watched', async () => {
    expect(await say(RITA, `source add folder:${folder}`)).toContain('Only administrators watch folders');
    expect(await say(BOSS, 'source add folder:/nowhere/at/all')).toContain('is no folder that this service can read');
    expect(await say(BOSS, 'source add folder:relative')).toContain('Write the whole path');
    expect(await say(BOSS, 'source add imap:INBOX/Resumes')).toContain('comes with a later release');
    expect(await say(BOSS, 'source add gdrive:resumes')).toContain('A Google Drive folder cannot be watched yet');
    expect(await say(RITA, 'source add slack:#resumes')).toContain('Only administrators watch channels');
    await say(BOSS, `source add folder:${folder} manual as inbox`);
    expect(await say(BOSS, `source add folder:${folder} as other`)).toContain('This place is watched already');
    expect(await say(RITA, 'source sync inbox')).toBe(await say(RITA, 'source sync inbox'));
    expect(await say(RITA, 'source sync inbox')).toContain('There is no source called inbox that you can see');
    expect(await say(RITA, 'sources')).toContain('No channel and no folder is watched');
  });
});

describe('a watched channel', () => {
  const attachment = (name: string, content: string) => ({
    name,
    type: 'text/plain',
    inline: false,
    embedded: false,
    depth: 0,
    content: { ref: `${name}\n${content}`, size: content.length },
  });
  const posted = (key: string, name: string, content: string): IncomingMessage => ({
    channel: 'discord',
    eventKey: key,
    conversation: 'C1',
    private: false,
    sender: { address: '99', verified: true },
    inReplyTo: [],
    references: [],
    recipients: [],
    text: 'look at this one',
    attachments: [attachment(name, content)],
    remarks: [],
  });
  const place = [
    posted('1', 'ana.txt', ANA_RESUME),
    posted('2', 'bill.txt', INVOICE_TEXT),
    posted('3', 'nurse.txt', NURSE_RESUME),
  ];
  let problem: Error | undefined;

  const discord: Channel = {
    name: 'discord',
    capabilities: {
      reactions: true,
      editing: true,
      threads: true,
      privateReplies: true,
      files: true,
      forms: true,
      itemMessages: false,
      home: false,
      idempotentSend: true,
    },
    start: async () => {},
    stop: async () => {},
    send: () => Promise.reject(new Error('nothing is said there')),
    openDirectConversation: async () => 'D1',
    async readPlace(_, { after = '0', limit }) {
      if (problem) throw problem;
      const messages = place.filter((one) => one.eventKey > after).slice(0, Math.min(limit, 2));
      return { messages, next: messages.at(-1)?.eventKey ?? after, more: (messages.at(-1)?.eventKey ?? '3') < '3' };
    },
    async *fetchAttachment(ref) {
      yield new TextEncoder().encode(ref.slice(ref.indexOf('\n') + 1));
    },
  };

  it('is read page by page; what is no resume leaves no trace, and nobody is answered (A7)', async () => {
    test.service.channels.set('discord', discord);
    problem = undefined;
    expect(await say(BOSS, 'source add discord:123456789012345678 hourly as community')).toContain('community is watched now');
    const before = await mails();
    await later(1_000);
    expect(await source('community')).toMatchObject({ lastStatus: 'ok: 2 new, 0 known, 1 no resumes', position: '3' });
    expect(await candidates()).toHaveLength(2);
    expect(await mails()).toBe(before);
    // Who posted them is nobody here: they did not write to us.
    expect(await findByAddress(test.service.store, W, 'discord', '99')).toBeUndefined();
    expect(JSON.stringify(await readTables(test.service.store))).not.toMatch(/bill\.txt|look at this one/);
    await later(HOUR);
    expect((await source('community'))?.lastStatus).toBe('ok: 0 new, 0 known, 0 no resumes');
  });

  it('that cannot be read says what to do, and so does a channel that is off', async () => {
    test.service.channels.set('discord', discord);
    problem = new PermanentFailure('the bot is not in that channel', 'Invite it: /invite @shortlist');
    await say(BOSS, 'source add discord:123456789012345678 hourly as community');
    await test.service.worker.idle();
    expect(await source('community')).toMatchObject({
      lastStatus: 'failed: the bot is not in that channel. Invite it: /invite @shortlist',
    });
    test.service.channels.delete('discord');
    await later(HOUR);
    expect((await source('community'))?.lastStatus).toContain('discord is switched off here');
  });
});
