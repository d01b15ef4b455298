/** Rule R1, on a real file system that is really full. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMail, mailWithFile } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { stats } from '../../src/store/stats.ts';
import { ANA_RESUME } from './people.ts';
import { answersIn, type ServiceProcess, startProcess } from './service-process.ts';

const place = mkdtempSync(path.join(tmpdir(), 'shortlist-full-'));
const disk = path.join(place, 'disk');
mkdirSync(disk);
const mounts = (options: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', disk]).status === 0;
const canMount = mounts('size=1m');
if (canMount) execFileSync('umount', [disk]);
else console.warn('skipped: a small file system can be mounted only by root');

const MAILS = 30;
/** Room for the first start and some ten mails of 300 kB, each kept as it came and as its file. */
const SMALL = 'size=12m';

function mailOf(number: number): DemoMail {
  const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(number % 26);
  const text = ANA_RESUME.replaceAll('Ana Prado', `${letter}ora ${letter}elling${'sen'.repeat(Math.floor(number / 26))}`)
    .replaceAll('ana.prado@example.com', `person${number}@example.com`)
    .replace('900555', `9${10_000 + number}`);
  return mailWithFile(
    {
      from: `person${number}@example.com`,
      to: 'jobs@shortlist.localhost',
      subject: 'My resume',
      date: new Date('2026-11-10T10:00:00Z'),
    },
    'see attached',
    { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(`${text}${'\n'.repeat(200_000)}`) },
  );
}

describe.skipIf(!canMount)('a disk that is full (R1)', () => {
  let service: ServiceProcess;
  beforeEach(async () => {
    expect(mounts(SMALL)).toBe(true);
    service = await startProcess({ folder: path.join(disk, 'data') });
  });
  afterEach(async () => {
    await service.end('SIGKILL');
    execFileSync('umount', [disk]);
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('stops acknowledging and says so, goes on when there is room, and has lost nothing', { timeout: 120_000 }, async () => {
    const mails = Array.from({ length: MAILS }, (_, number) => mailOf(number));
    const refused: DemoMail[] = [];
    for (const mail of mails) {
      const answer = await service.send(mail).then(
        () => '250',
        (error: unknown) => String(error),
      );
      if (answer !== '250') refused.push(mail);
      expect(answer).toMatch(/250|452/);
    }
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(MAILS);
    expect(service.log()).toContain('the disk is full');
    execFileSync('mount', ['-o', 'remount,size=400m', disk]);
    for (const mail of refused) await service.send(mail);
    await service.settled();
    expect(await answersIn(path.join(disk, 'data', 'outbox'))).toEqual(Object.fromEntries(mails.map((mail) => [mail.id, 1])));
    const counts = await service.withStore((store) => stats(store, serviceViewer(DEFAULT_WORKSPACE)));
    expect(counts.tasks.dead).toBe(0);
    expect(counts.candidates).toBe(MAILS);
  });
});
