/** Batches and digests in a chat, through the whole service (F1.3, F7.4). */
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { directConversations } from '../../src/store/direct-conversations.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA_RESUME, feedOf, NURSE_RESUME, POSTINGS } from './people.ts';
import { runTestService, START, type TestService } from './run-test-service.ts';
import { file, itemsIn, itemsSeen, type ScriptedChat, scriptedChat } from './scripted-chat.ts';

checkForLeaks();

let chat: ScriptedChat;
let test: TestService;
/** Files are read only when this is open. */
let gate: { open(): void; wait: Promise<void> };
beforeEach(async () => {
  gate = closedGate();
  chat = scriptedChat(() => START.getTime());
  test = await runTestService(
    { SMTP_LISTEN: 'off' },
    {
      channels: [chat.channel],
      wrapReader: (reader) => ({
        ...reader,
        read: async (...given) => {
          if (!given[1].includes('first')) await gate.wait;
          return reader.read(...given);
        },
      }),
    },
  );
});
afterEach(async () => {
  gate.open();
  await test.close();
});

function closedGate(): typeof gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: () => resolve(), wait: promise };
}

const pass = (ms: number) => {
  test.clock.advanceTo(new Date(test.clock.now().getTime() + ms));
  test.service.worker.wake();
};
const bytes = (text: string) => new TextEncoder().encode(text);
const progress = () => chat.messages.filter((one) => one.dedupeKey.startsWith('progress:'));

describe('a batch in a chat (F1.3)', () => {
  it('says how far it is in one message that is edited, and ends with what became of it', async () => {
    const attachments = [file('first.txt', ANA_RESUME), file('b.txt', NURSE_RESUME), file('c.txt', 'nothing')];
    await chat.writes('ana', '', { attachments });
    await expect.poll(() => chat.marks).toEqual([expect.stringMatching(/seen$/)]);
    pass(3_000);
    await expect.poll(() => progress()[0]?.text, { timeout: 10_000 }).toMatch(/[01]\/3 done/);
    gate.open();
    await test.service.worker.idle();
    // The clock moves when nothing runs: a lease that is over would be read twice.
    pass(3_000);
    await test.service.worker.idle();
    expect(progress()[0]?.text).toMatch(/2\/3 done, 1 failed|3\/3 done/);
    expect(progress()[0]?.text).toMatch(/All files are read/);
    expect(progress()).toHaveLength(1);
    expect(progress()[0]?.where).toBe('D-ana');
    expect(progress()[0]?.edits).toBeGreaterThan(0);
    expect(JSON.stringify(progress())).not.toMatch(/Prado|Lund|first\.txt/);
    expect(chat.last('ana')?.text).toMatch(/Your 3 files/);
  });

  it('of a zip counts what is in it, in the direct conversation; its answer goes where it was asked for', async () => {
    const zip = zipSync({
      'first.txt': bytes(ANA_RESUME),
      'b.txt': bytes(NURSE_RESUME),
      'c.txt': bytes(NURSE_RESUME.replaceAll('Beatriz', 'Bettina')),
    });
    await chat.commands('ana', 'resume', { attachments: [file('all.zip', zip)] });
    await expect
      .poll(
        () => {
          test.service.worker.wake();
          return progress()[0];
        },
        { timeout: 15_000, interval: 200 },
      )
      .toMatchObject({ where: 'D-ana', text: expect.stringMatching(/[01]\/3 done/) });
    gate.open();
    await test.service.worker.idle();
    expect(chat.last('ana')).toMatchObject({ where: 'only ana', text: expect.stringMatching(/3 resumes/) });
  });
});

describe('a digest in a chat (F7.4)', () => {
  it('is a head and a message a match, once; the archive shows it whole', async () => {
    gate.open();
    await chat.writes('ana', '', { attachments: [file('first.txt', ANA_RESUME)] });
    await test.service.worker.idle();
    await chat.writes('ana', 'me');
    await chat.writes('ana', 'digest on');
    await test.service.worker.idle();
    await importFeed(test.service, {
      workspace: DEFAULT_WORKSPACE,
      feed: 'board',
      source: (async function* () {
        yield bytes(feedOf(POSTINGS));
      })(),
    });
    await test.service.worker.idle();
    const before = chat.messages.length;
    pass(24 * 3_600_000);
    await test.service.tick();
    await test.service.worker.idle();
    const digest = chat.messages.slice(before);
    expect(digest[0]?.text).toMatch(/new jobs for you[\s\S]*React to those below/);
    expect(itemsIn(digest[0])).toEqual([]);
    expect(itemsSeen(digest).length).toBe(digest.length - 1);
    expect(itemsSeen(digest).length).toBeGreaterThan(1);
    await chat.commands('ana', 'digest', { words: ['show', '2026-11-11'] });
    await test.service.worker.idle();
    expect(itemsIn(chat.last('ana')).length).toBe(digest.length - 1);
    expect(await directConversations(test.service.store, DEFAULT_WORKSPACE, 'chat')).toEqual(['D-ana']);
  });
});
