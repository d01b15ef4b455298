import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { readConfig } from '../../src/config.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { createLog } from '../../src/log.ts';
import { runService } from '../../src/main.ts';
import type { Parts } from '../../src/service-parts.ts';
import { commit } from '../../src/store/commit.ts';
import { recentSubmissions } from '../../src/store/submissions.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, RITA } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const ADMIN = 'Ada Min <ada@talent.example.com>';
const viewer = serviceViewer(DEFAULT_WORKSPACE);
let test: TestService;
/** What the reader cannot read yet, as before an update. */
let unknown: RegExp;
const wrapReader = (reader: Parts['reader']): Parts['reader'] => ({
  ...reader,
  read: async (bytes, name, options) =>
    unknown.test(name)
      ? { ok: false, format: 'unknown', error: { code: 'unsupported', message: 'Not read yet.', fix: 'It is kept.' } }
      : reader.read(bytes, name, options),
});
beforeEach(async () => {
  unknown = /\.(?:png|xyz)$/;
  test = await runTestService({ ADMINS: 'ada@talent.example.com' }, { wrapReader });
});
afterEach(() => test.close());

const send = (from: string, name: string, content = ANA_RESUME) =>
  mailWithFile({ from, to: INBOX, subject: 'My resume', date: START }, 'see attached', {
    name,
    type: 'application/octet-stream',
    bytes: new TextEncoder().encode(content),
  });
const command = (from: string, line: string) => textMail({ from, to: INBOX, subject: line, date: START }, '');
const codeOf = async () =>
  (await recentSubmissions(test.service.store, viewer, 50)).find((one) => one.kind === 'resume')?.code ?? '';

describe('retry of files that could not be read yet', () => {
  it('reads them after an update and answers their sender once more, in the thread', async () => {
    const mail = send(ANA, 'cv.png');
    expect((await test.ask(mail)).text).not.toContain('Tarnside');
    expect((await test.ask(command(ADMIN, 'queue'))).text).toContain(await codeOf());

    unknown = /never/;
    expect((await test.ask(command(ADMIN, `retry ${await codeOf()}`))).text).toMatch(/Reading 1 file again/);
    const [, second, ...more] = await test.answersTo(mail);
    expect(more).toEqual([]);
    expect(second?.subject).toBe('Re: My resume');
    expect(second?.text).toContain('Tarnside Software Ltd');
    expect(second?.text.replace(/\s+/g, ' ')).toContain('You sent this on 2026-11-10. I could not read it then; now I can.');
    expect((await test.ask(command(ANA, 'profile'))).text).toContain('Tarnside Software Ltd');

    expect((await test.ask(command(ADMIN, 'retry'))).text).toMatch(/Nothing to read again/);
    expect(await test.answersTo(mail)).toHaveLength(2);
  });

  it('stays quiet towards the sender when nothing became readable, and keeps the file for the next update', async () => {
    const mail = send(ANA, 'cv.png');
    await test.deliver(mail);
    await test.deliver(command(ADMIN, 'retry'));
    expect(await test.answersTo(mail)).toHaveLength(1);
    unknown = /never/;
    await test.deliver(command(ADMIN, 'retry'));
    expect(await test.answersTo(mail)).toHaveLength(2);
  });

  it('tells only of what can be read now', async () => {
    const { zipSync } = await import('fflate');
    const bytes = new TextEncoder();
    const zip = zipSync({
      'ana.png': bytes.encode(ANA_RESUME),
      'other.xyz': bytes.encode('?'),
      'ana.txt': bytes.encode(ANA_RESUME),
    });
    const mail = mailWithFile({ from: RITA, to: INBOX, subject: 'People', date: START }, 'see attached', {
      name: 'people.zip',
      type: 'application/zip',
      bytes: zip,
    });
    await test.deliver(mail);
    unknown = /\.xyz$/;
    await test.deliver(command(ADMIN, `retry ${await codeOf()}`));
    const [, second] = await test.answersTo(mail);
    expect(second?.text).toContain('people.zip!ana.png');
    expect(second?.text).not.toContain('ana.txt');
    expect(second?.text).not.toContain('other.xyz');
  });

  it('is for administrators: to anybody else it is no command', async () => {
    await test.deliver(send(ANA, 'cv.png'));
    unknown = /never/;
    for (const who of [ANA, RITA])
      expect((await test.ask(command(who, `retry ${await codeOf()}`))).text).toMatch(/not a command that you can use/);
    expect((await test.ask(command(ANA, 'profile'))).text).toContain('I have no resume of yours');
  });
});

describe('the start of a version that can read more', () => {
  const restart = async () => {
    const config = readConfig({ dataFolder: test.folder }, { SMTP_LISTEN: '127.0.0.1:0', HTTP_LISTEN: 'off' });
    const service = await runService(config, test.clock, createLog('silent', false), { wrapReader });
    await service.worker.idle();
    return service;
  };

  it('reads what was kept, by itself and once, and answers its sender once more', async () => {
    const mail = send(ANA, 'cv.png');
    const other = send(RITA, 'notes.xyz', 'nothing that anybody reads');
    await test.deliver(mail);
    await test.deliver(other);
    // As the version before left it.
    const cursor = { kind: 'cursorMoved', workspace: DEFAULT_WORKSPACE, source: 'reader', value: '1' } as const;
    await commit(test.service.store, { changes: [cursor], tasks: [], messages: [] });
    await test.service.stop();

    unknown = /\.xyz$/;
    await (await restart()).stop();
    const [, second, ...more] = await test.answersTo(mail);
    expect(more).toEqual([]);
    expect(second?.text).toContain('Tarnside Software Ltd');
    expect(await test.answersTo(other)).toHaveLength(1);

    // Later starts leave alone what this version could not read.
    unknown = /never/;
    await (await restart()).stop();
    expect(await test.answersTo(mail)).toHaveLength(2);
    expect(await test.answersTo(other)).toHaveLength(1);
  });
});

describe('a stop while a file is being read (R4)', () => {
  it('gives the lease back within 10 s, and the next start reads it at once', async () => {
    await test.close();
    let reading = false;
    let letGo = () => {};
    const stuck = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const wrapReader = (reader: Parts['reader']): Parts['reader'] => ({
      ...reader,
      async read(bytes, name, options) {
        reading = true;
        await stuck;
        return reader.read(bytes, name, options);
      },
    });
    test = await runTestService({}, { wrapReader });
    const { service } = test;
    if (!service.smtpAddress) throw new Error('the listener is off');
    const { sendOverSmtp } = await import('../../src/cli/demo/send-over-smtp.ts');
    await sendOverSmtp(service.smtpAddress, 'ana.prado@example.com', INBOX, send(ANA, 'cv.txt').raw);
    while (!reading) await delay(10);
    const started = performance.now();
    await service.stop();
    expect(performance.now() - started).toBeLessThan(10_000);
    letGo();
    const { openStore } = await import('../../src/store/store.ts');
    const { createTaskQueue } = await import('../../src/store/task-queue.ts');
    const store = await openStore({ file: `${test.folder}/shortlist.db`, dataFolder: test.folder, clock: test.clock });
    const tasks = await createTaskQueue(store).list(DEFAULT_WORKSPACE);
    expect(tasks.filter((task) => task.step === 'readAttachment').map(({ state, attempts }) => ({ state, attempts }))).toEqual([
      { state: 'waiting', attempts: 0 },
    ]);
    await store.close();
  });
});
