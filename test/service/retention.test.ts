import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { findByAddress } from '../../src/store/people.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, NURSE_RESUME, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';
import { searchBytes } from './search-bytes.ts';

checkForLeaks();
let test: TestService;
afterEach(() => test.close());
const viewer = serviceViewer(DEFAULT_WORKSPACE);
const DAY = 86_400_000;
const text = (from: string, subject: string, body = '') => textMail({ from, to: INBOX, subject, date: START }, body);
const bytes = (content: string) => new TextEncoder().encode(content);
const resume = (from: string, content: string | Uint8Array, name = 'cv.txt', type = 'text/plain') =>
  mailWithFile({ from, to: INBOX, subject: 'A resume', date: START }, 'See attached.', {
    name,
    type,
    bytes: typeof content === 'string' ? bytes(content) : content,
  });
async function daysLater(days: number): Promise<void> {
  test.clock.advanceTo(new Date(test.clock.now().getTime() + days * DAY));
  await test.service.tick();
  await test.service.worker.idle();
}
const names = async () => (await listCandidates(test.service.store, viewer)).map((one) => one.name).sort();
const blobFiles = async () =>
  (await readdir(path.join(test.folder, 'blobs'), { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length;

describe('retention (A9)', () => {
  it('takes what nobody used for so many days: rows, bytes, mails, people; not a day before', async () => {
    test = await runTestService({ RETENTION_DAYS: '30' });
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(text(ANA, 'digest off'));
    await daysLater(29);
    expect(await names()).toEqual(['Ana Prado']);
    await daysLater(2);
    await daysLater(1);
    expect(await names()).toEqual([]);
    expect(await stats(test.service.store, viewer)).toMatchObject({
      submissions: { resume: 0, command: 0 },
      resumes: 0,
      outbox: { sent: 0 },
      tasks: { waiting: 0, dead: 0 },
    });
    expect(await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'ana.prado@example.com')).toBeUndefined();
    expect(await searchBytes(test.folder, ['Ana Prado', 'ana.prado@example.com', 'Tarnside'])).toEqual([]);
  });

  it('keeps a candidate as long as their owner writes, and a recruiter whatever happens', async () => {
    test = await runTestService({ RETENTION_DAYS: '30' });
    await test.deliver(resume(ANA, ANA_RESUME));
    await test.deliver(text(ANA, 'digest off'));
    await test.deliver(resume(RITA, NURSE_RESUME));
    await daysLater(20);
    await test.deliver(text(ANA, 'profile'));
    await daysLater(15);
    await daysLater(1);
    expect(await names()).toEqual(['Ana Prado']);
    // Its first message stays as the envelope that says how the resume came; its words are gone.
    const counts = await stats(test.service.store, viewer);
    expect(counts.submissions.resume).toBe(1);
    expect(counts.resumes).toBe(1);
    expect(await searchBytes(test.folder, ['See attached', 'Beatriz Lund'])).toEqual([]);
    expect((await findByAddress(test.service.store, DEFAULT_WORKSPACE, 'email', 'rita@talent.example.com'))?.person.role).toBe(
      'recruiter',
    );
    const profile = await test.ask(text(ANA, 'profile'));
    expect(profile.text).toContain('Tarnside');
  });

  it('goes through once a day, however often it is asked', async () => {
    test = await runTestService();
    await test.service.tick();
    await test.service.worker.idle();
    await test.service.tick();
    expect((await stats(test.service.store, viewer)).tasks.waiting).toBe(0);
    await daysLater(1);
    expect((await stats(test.service.store, viewer)).tasks).toEqual({ waiting: 0, running: 0, dead: 0 });
  });

  it('an export is gone from the store a week after it was made', async () => {
    test = await runTestService();
    await test.deliver(resume(ANA, ANA_RESUME));
    const before = await blobFiles();
    await test.deliver(text(ANA, 'export'));
    expect(await blobFiles()).toBe(before + 2);
    await daysLater(9);
    expect(await blobFiles()).toBe(before + 1);
  });
});

describe('KEEP_ORIGINALS=no (A9)', () => {
  it('keeps no bytes of files and messages once they are answered, and what was read all the same', async () => {
    test = await runTestService({ KEEP_ORIGINALS: 'no' });
    const answer = await test.ask(resume(ANA, ANA_RESUME));
    expect(answer.text).toContain('Tarnside');
    await test.deliver(text(ANA, 'profile'));
    await test.deliver(resume(RITA, 'Minutes of the meeting of the quarry committee, nothing about anybody.', 'minutes.txt'));
    expect(await blobFiles()).toBe(0);
    expect(await names()).toEqual(['Ana Prado']);
    // The same file once more is the same resume.
    expect((await test.ask(resume(ANA, ANA_RESUME))).text).toContain('Tarnside');
    expect(await blobFiles()).toBe(0);
  });

  it('lets a file that cannot be read yet wait thirty days for the update that can', async () => {
    test = await runTestService({ KEEP_ORIGINALS: 'no' });
    const photo = new Uint8Array([0, 0, 0, 24, ...bytes('ftypheic'), ...bytes('a picture of a resume')]);
    await test.deliver(resume(ANA, photo, 'scan.heic', 'image/heic'));
    expect(await blobFiles()).toBe(1);
    await daysLater(29);
    expect(await blobFiles()).toBe(1);
    await daysLater(2);
    expect(await blobFiles()).toBe(0);
  });

  it('keeps them otherwise', async () => {
    test = await runTestService();
    await test.deliver(resume(ANA, ANA_RESUME));
    expect(await blobFiles()).toBe(2);
  });
});
