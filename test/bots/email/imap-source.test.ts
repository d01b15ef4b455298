import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imapSourceName, oldMailSourceName } from '../../../src/bots/email/imap-location.ts';
import { oldMailRequestValue } from '../../../src/bots/email/imap-old-mails.ts';
import { readPosition } from '../../../src/bots/email/imap-position.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { type ScriptedImap, startScriptedImap } from '../../servers/scripted-imap.ts';
import { mailNamed, newCursors, type Reading, startReading, until } from './imap-reading.ts';

checkForLeaks();

const SOURCE = imapSourceName({ user: 'jobs', host: '127.0.0.1', folder: 'INBOX' });

let server: ScriptedImap;
let open: Reading[];
const begin = async (options: Parameters<typeof startReading>[1] = {}): Promise<Reading> => {
  const reading = await startReading(server.port, options);
  open.push(reading);
  return reading;
};
/** Started on an empty mailbox, connected and waiting. */
const beginWaiting = async (options: Parameters<typeof startReading>[1] = {}): Promise<Reading> => {
  const reading = await begin(options);
  await until(() => server.commands.includes('IDLE') && reading.source.status().connected);
  return reading;
};
const positionOf = (reading: Reading) => readPosition(reading.cursors.get(SOURCE));

beforeEach(async () => {
  server = await startScriptedImap();
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((reading) => reading.source.stop()));
  await server.close();
});

describe('reading', () => {
  it('E5: takes a new mail in with its position, and goes on behind it after a restart', async () => {
    const cursors = newCursors();
    const first = await beginWaiting({ cursors });
    server.deliver(mailNamed('one'));
    await until(() => first.taken.length === 1);
    await first.source.stop();
    server.deliver(mailNamed('two'));
    const second = await begin({ cursors });
    await until(() => second.taken.length === 1);
    expect([...first.subjects(), ...second.subjects()]).toEqual(['one', 'two']);
    expect(positionOf(second)).toMatchObject({ validity: '1700000001', last: 2, later: [] });
  });

  it('E5: leaves what was there before the first start alone, and says how to have it', async () => {
    for (let number = 0; number < 200; number++) server.mailbox.add(mailNamed(`old ${number}`));
    const reading = await beginWaiting();
    server.deliver(mailNamed('new'));
    await until(() => reading.taken.length === 1);
    expect(reading.subjects()).toEqual(['new']);
    expect(reading.logged.find((line) => line.fields.mails === 200)?.message).toContain('shortlist mailbox read-old');
  });

  it('E6: reads without marking as seen', async () => {
    const reading = await beginWaiting();
    server.deliver(mailNamed('one'));
    await until(() => reading.taken.length === 1);
    expect(server.commands.filter((line) => line.startsWith('UID FETCH') && /BODY\[/.test(line))).toEqual([]);
    expect([...(server.mailbox.inbox().mails[0]?.flags ?? [])]).toEqual([]);
  });

  it('E3: finds mail by UID when IDLE is not offered', async () => {
    server.capabilities.delete('IDLE');
    const reading = await begin();
    await until(() => reading.source.status().connected);
    server.deliver(mailNamed('one'));
    await until(() => reading.taken.length === 1);
    expect(server.commands).not.toContain('IDLE');
  });

  it('E11: of a mail over the limit only the header is fetched, and the limit goes with it', async () => {
    const reading = await beginWaiting();
    server.claimSize(1, 50_000_000);
    server.deliver(mailNamed('huge'));
    await until(() => reading.taken.length === 1);
    expect(reading.taken[0]?.origin.problem).toEqual({ code: 'too_large', limit: 100_000, fileNames: ['resume.pdf'] });
    expect(server.commands.some((line) => line.includes('BODY.PEEK[]'))).toBe(false);
  });

  it('E11: a mail that is larger than the server said is not read to its end', async () => {
    const reading = await beginWaiting();
    server.claimSize(1, 10);
    server.deliver(Buffer.concat([mailNamed('liar'), Buffer.alloc(5_000_000, 'x')]));
    await until(() => reading.taken.length === 1);
    expect(reading.taken[0]?.origin.problem?.code).toBe('too_large');
    expect(reading.taken[0]?.bytes).toBeLessThan(1_000);
  });

  it('E6: a mail that cannot be taken in is tried again, then left for later, and never lost', async () => {
    const reading = await beginWaiting();
    let refuse = true;
    reading.onTake = async ({ subject }) => {
      if (refuse && subject === 'stuck') throw new Error('no room');
    };
    server.deliver(mailNamed('stuck'));
    server.deliver(mailNamed('behind it'));
    await until(() => reading.taken.length === 1);
    expect(reading.subjects()).toEqual(['behind it']);
    expect(positionOf(reading)).toMatchObject({ last: 2, later: [1] });
    refuse = false;
    await until(() => reading.taken.length === 2);
    expect(reading.subjects()).toEqual(['behind it', 'stuck']);
    await until(() => positionOf(reading)?.later.length === 0);
  });

  it('E5: when the server numbers its mails anew, what arrived since is looked at, what lay there before is not', async () => {
    const cursors = newCursors();
    server.mailbox.add(mailNamed('long ago'), { arrived: new Date(Date.now() - 60 * 86_400_000) });
    const first = await beginWaiting({ cursors });
    server.deliver(mailNamed('one'));
    await until(() => first.taken.length === 1);
    await first.source.stop();
    server.mailbox.renumber();
    server.mailbox.add(
      mailNamed('two')
        .toString()
        .replace(/^Date: .*\r\n/m, ''),
    );
    const second = await begin({ cursors });
    await until(() => second.taken.some((one) => one.subject === 'two'));
    expect(second.subjects()).not.toContain('long ago');
    expect(positionOf(second)).toMatchObject({ validity: '1700000002', last: 3 });
  });

  it('E5: a lost position with our marks in the folder is no first start; what is marked gets no second answer', async () => {
    server.mailbox.add(mailNamed('answered'), { flags: ['$Shortlist'] });
    server.mailbox.add(mailNamed('not yet'));
    const reading = await begin();
    await until(() => reading.taken.length === 2);
    expect(reading.taken.map((one) => [one.subject, one.origin.answeredBefore])).toEqual([
      ['answered', true],
      ['not yet', false],
    ]);
  });

  it('takes older mails in when the operator asked for it, silently and behind new ones', async () => {
    const cursors = newCursors();
    server.mailbox.add(mailNamed('too old'), { arrived: new Date('2026-01-02T00:00:00Z') });
    server.mailbox.add(mailNamed('old'), { arrived: new Date('2026-03-02T00:00:00Z') });
    const reading = await beginWaiting({ cursors, timings: { poll: 60_000 } });
    cursors.set(oldMailSourceName(SOURCE), oldMailRequestValue({ since: '2026-02-01', answer: false }));
    await until(() => reading.taken.length === 1);
    expect(reading.taken[0]).toMatchObject({ subject: 'old', origin: { backlog: true, answeredBefore: true } });
    await until(() => JSON.parse(cursors.get(oldMailSourceName(SOURCE)) ?? '{}').finished === true);
  });
});

describe('marking', () => {
  const take = async (reading: Reading): Promise<string> => {
    server.deliver(mailNamed('one'));
    await until(() => reading.taken.length === 1);
    return reading.taken[0]?.origin.location ?? '';
  };

  it('E6: flag sets the keyword and nothing else', async () => {
    const reading = await beginWaiting();
    await reading.source.mark(await take(reading), 'done');
    expect([...(server.mailbox.inbox().mails[0]?.flags ?? [])]).toEqual(['$Shortlist']);
  });

  it('E6: move makes the folders when they are missing, and again is harmless', async () => {
    const reading = await beginWaiting({ account: { after: 'move' } });
    const location = await take(reading);
    await reading.source.mark(location, 'done');
    await reading.source.mark(location, 'done');
    expect(server.mailbox.inbox().mails).toEqual([]);
    expect(server.mailbox.folders.get('Processed')?.mails.length).toBe(1);
  });

  it('E6: without MOVE it copies and removes by UID, and keeps what people only marked as deleted', async () => {
    server.capabilities.delete('MOVE');
    server.mailbox.add(mailNamed('theirs'), { flags: ['\\Deleted'] });
    const reading = await beginWaiting({ account: { after: 'move' } });
    await reading.source.mark(await take(reading), 'failed');
    expect(server.mailbox.inbox().mails.length).toBe(1);
    expect(server.mailbox.folders.get('Failed')?.mails.length).toBe(1);
  });

  it('leave gives no location, so that nothing is ever marked', async () => {
    const reading = await beginWaiting({ account: { after: 'leave' } });
    await take(reading);
    expect(reading.taken[0]?.origin).toMatchObject({ sharedPlace: true });
    expect(reading.taken[0]?.origin.location).toBeUndefined();
  });

  it('a mail that somebody moved meanwhile is no error, and a location of another mailbox touches nothing', async () => {
    const reading = await beginWaiting({ account: { after: 'move' } });
    const location = await take(reading);
    server.mailbox.inbox().mails.length = 0;
    await reading.source.mark(location, 'done');
    server.deliver(mailNamed('other'));
    await reading.source.mark(location.replace(/^imap:\w{16}/, 'imap:0123456789abcdef'), 'done');
    await reading.source.mark(location.replace(/:\d+:\d+$/, ':99:2'), 'done');
    expect(server.mailbox.inbox().mails.length).toBe(1);
  });

  it('a server that takes no keywords is named once, and mails stay as they are', async () => {
    server.capabilities.add('X-NO-KEYWORDS');
    const reading = await beginWaiting();
    const location = await take(reading);
    await reading.source.mark(location, 'done');
    await reading.source.mark(location, 'done');
    expect(reading.logged.filter((line) => line.message.includes('no keywords')).length).toBe(1);
    expect([...(server.mailbox.inbox().mails[0]?.flags ?? [])]).toEqual([]);
  });

  it('with the mailbox down it asks for a later try that costs no attempt', async () => {
    const reading = await beginWaiting();
    const location = await take(reading);
    await server.die();
    await until(() => !reading.source.status().connected);
    await expect(reading.source.mark(location, 'done')).rejects.toMatchObject({ name: 'RetryLater', countsAsAttempt: false });
  });
});
