import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { sendOverSmtp } from '../../src/cli/demo/send-over-smtp.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
let test: TestService;
beforeEach(async () => {
  test = await runTestService();
});
afterEach(() => test.close());

const mail = () =>
  mailWithFile({ from: ANA, to: INBOX, subject: 'My resume', date: START }, 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(ANA_RESUME),
  });
const counts = async () => (await stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE))).submissions;
const send = (raw: string) => {
  if (!test.service.smtpAddress) throw new Error('the listener is off');
  return sendOverSmtp(test.service.smtpAddress, 'ana.prado@example.com', INBOX, raw);
};

describe('what cannot be written is not acknowledged (R1)', () => {
  it('a disk that refuses the bytes: 451, nothing taken in; the same mail later is answered once', async () => {
    const blobs = path.join(test.folder, 'blobs');
    await rm(blobs, { recursive: true, force: true });
    // A file in the place of the folder refuses every write, also for root.
    await writeFile(blobs, '');
    const one = mail();
    await expect(send(one.raw)).rejects.toThrow(/451/);
    expect(await counts()).toMatchObject({ resume: 0, other: 0 });
    await rename(blobs, `${blobs}.gone`);
    await test.deliver(one);
    expect(await test.answersTo(one)).toHaveLength(1);
  });

  it('a database that cannot be written: 451, and the service goes on when it can', async () => {
    const one = textMail({ from: ANA, to: INBOX, subject: 'help', date: START }, '');
    // Another connection, as another program on the same file.
    const database = new Database(path.join(test.folder, 'shortlist.db'));
    database.exec("create trigger full before insert on submissions begin select raise(abort, 'database or disk is full'); end");
    await expect(send(one.raw)).rejects.toThrow(/451/);
    expect(await counts()).toMatchObject({ command: 0 });
    database.exec('drop trigger full');
    database.close();
    await test.deliver(one);
    expect(await test.answersTo(one)).toHaveLength(1);
  });
});

describe('a redelivered mail (E7)', () => {
  it('is acknowledged again and changes nothing, whatever it was', async () => {
    const mails = [
      mail(),
      textMail({ from: ANA, to: INBOX, subject: 'digest off', date: START }, ''),
      textMail({ from: ANA, to: INBOX, subject: 'hello', date: START }, 'hello'),
    ];
    for (const one of mails)
      for (let time = 0; time < 3; time++)
        await test.deliver({ ...one, raw: `Received: from relay${time}.example.net\r\n${one.raw}` });
    for (const one of mails) expect(await test.answersTo(one)).toHaveLength(1);
    expect(await counts()).toMatchObject({ resume: 1, command: 1, other: 1 });
  });

  it('with the same Message-ID and another body both are kept', async () => {
    const one = mail();
    await test.deliver(one);
    await test.deliver({ ...one, raw: one.raw.replace('see attached', 'see attached, please') });
    expect(await counts()).toMatchObject({ resume: 2 });
  });
});
