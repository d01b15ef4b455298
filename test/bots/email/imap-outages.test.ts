import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IMAP_TIMINGS, reconnectDelay, refusedDelay } from '../../../src/bots/email/imap-timings.ts';
import { checkForLeaks } from '../../leak-check.ts';
import { type Fault, type ScriptedImap, startScriptedImap } from '../../servers/scripted-imap.ts';
import { mailNamed, type Reading, startReading, until } from './imap-reading.ts';

checkForLeaks();

let server: ScriptedImap;
let reading: Reading | undefined;
const waits = () => until(() => reading?.source.status().connected === true);

beforeEach(async () => {
  server = await startScriptedImap();
});
afterEach(async () => {
  await reading?.source.stop();
  reading = undefined;
  await server.close();
});

const STAGES = ['CONNECT', 'GREETING', 'CAPABILITY', 'LOGIN', 'SELECT', 'UID SEARCH'];
const FAULTS: Fault[] = ['reset', 'stall', 'NO [UNAVAILABLE] later', 'NO [LIMIT] too many connections'];

describe('E1, E2: whatever happens while it connects, the next mail is taken in', () => {
  for (const stage of STAGES)
    for (const fault of FAULTS)
      it(`${fault} at ${stage}, three times`, async () => {
        server.fault(stage, stage === 'GREETING' && fault.startsWith('NO') ? '* BYE too many' : fault, 3);
        reading = await startReading(server.port);
        await waits();
        server.deliver(mailNamed('after all'));
        await until(() => reading?.taken.length === 1);
        expect(reading.subjects()).toEqual(['after all']);
      });
});

describe('E2: outages', () => {
  it('the server dies and comes back: the mail of the meantime is taken in, once', async () => {
    reading = await startReading(server.port);
    await waits();
    await server.die();
    server.mailbox.add(mailNamed('meanwhile'));
    await until(() => reading?.source.status().lastError !== undefined);
    expect(reading.source.status()).toMatchObject({ connected: false, lastError: { fix: expect.stringContaining('IMAP_URL') } });
    await server.comeBack();
    await until(() => reading?.taken.length === 1);
    expect(reading.source.status().lastError).toBeUndefined();
  });

  it('E3: a connection that falls silent during IDLE is given up', async () => {
    reading = await startReading(server.port);
    await waits();
    server.fallSilent();
    server.mailbox.add(mailNamed('unheard'));
    await until(() => reading?.taken.length === 1);
    expect(server.connections).toBeGreaterThan(1);
  });

  it('a reset in the middle of a fetch neither loses nor doubles the mail', async () => {
    reading = await startReading(server.port);
    await waits();
    server.fault('UID FETCH', 'reset', 2);
    server.deliver(mailNamed('one'));
    server.deliver(mailNamed('two'));
    await until(() => reading?.taken.length === 2);
    expect(reading.subjects()).toEqual(['one', 'two']);
  });

  it('a fetch that stalls is given up, and neither loses nor doubles the mail', async () => {
    reading = await startReading(server.port);
    await waits();
    server.fault('UID FETCH', 'stall', 2);
    server.deliver(mailNamed('one'));
    server.deliver(mailNamed('two'));
    await until(() => reading?.taken.length === 2);
    expect(reading.subjects()).toEqual(['one', 'two']);
  });

  for (const hangUp of [true, false])
    it(`a BYE while it waits, ${hangUp ? 'then the end of' : 'but no end of'} the connection: it connects anew`, async () => {
      reading = await startReading(server.port);
      await waits();
      const before = server.connections;
      server.tell('* BYE [UNAVAILABLE] going down', hangUp);
      await until(() => server.connections > before);
      await waits();
      server.deliver(mailNamed('after all'));
      await until(() => reading?.taken.length === 1);
    });

  it('a mailbox that refuses for a while to be selected or searched is asked again', async () => {
    for (const [stage, answer] of [
      ['SELECT', 'NO [INUSE] by somebody else'],
      ['UID SEARCH', 'NO [OVERQUOTA] no room for an index'],
      ['UID FETCH', 'NO [SERVERBUG] sorry'],
    ] as const) {
      await reading?.source.stop();
      reading = await startReading(server.port);
      await waits();
      server.fault(stage, answer, 4);
      await server.die();
      server.mailbox.add(mailNamed(stage));
      await server.comeBack();
      await until(() => reading?.subjects().includes(stage) === true);
    }
  });

  it('a rate limit on FETCH costs time and no mail', async () => {
    reading = await startReading(server.port);
    await waits();
    server.fault('UID FETCH', 'NO [LIMIT] slow down', 2);
    server.deliver(mailNamed('one'));
    await until(() => reading?.taken.length === 1);
  });

  it('E2: a mail whose fetch ends the connection each time does not block the next one', async () => {
    reading = await startReading(server.port, { timings: { later: 60_000 } });
    await waits();
    server.fault('UID FETCH', 'reset', 4);
    server.deliver(mailNamed('poison'));
    server.deliver(mailNamed('next'));
    await until(() => reading?.subjects().includes('next') === true);
  });

  it('a refused login is told with its fix, tried again slowly, and works as soon as it is let in', async () => {
    server.fault('LOGIN', 'NO [AUTHENTICATIONFAILED] wrong', 4);
    reading = await startReading(server.port);
    await until(() => reading?.source.status().lastError !== undefined);
    expect(reading.source.status().lastError?.fix).toContain('password in IMAP_URL');
    await until(() => reading?.source.status().connected === true);
    expect(reading.logged.filter((line) => line.fields.reason === 'the login was refused').length).toBe(1);
  });

  it('a folder that does not exist is told by the name of its setting', async () => {
    reading = await startReading(server.port, { account: { folder: 'Resumes' } });
    await until(() => reading?.source.status().lastError !== undefined);
    expect(reading.source.status().lastError?.fix).toContain('IMAP_FOLDER');
  });

  it('stops at once while the server stalls', async () => {
    server.fault('GREETING', 'stall', 1000);
    reading = await startReading(server.port, { timings: { connect: 20_000, open: 20_000 } });
    await until(() => server.connections === 1);
    const began = performance.now();
    await reading.source.stop();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('E2: delays', () => {
  it('keep the promise of 45 s, wherever a server hangs that came back meanwhile', () => {
    const { firstDelay, longestDelay, connect, open, command, ping, pong, drain } = IMAP_TIMINGS;
    // The next attempt begins that long after the last began, which is over by then.
    expect(open).toBeLessThan(longestDelay);
    expect(connect).toBeLessThan(open);
    for (const noticed of [longestDelay, command + firstDelay, ping + pong + firstDelay])
      expect(noticed + drain).toBeLessThan(45_000);
  });

  it('grow from 2 s by half up to 30 s, shortened by at most a fifth', () => {
    const longest = { ...IMAP_TIMINGS, random: () => 0 };
    expect([1, 2, 3, 8, 9, 5_000].map((failures) => reconnectDelay(longest, failures))).toEqual([
      2000, 3000, 4500, 30_000, 30_000, 30_000,
    ]);
    expect(reconnectDelay({ ...IMAP_TIMINGS, random: () => 1 }, 1)).toBe(1600);
  });

  it('after refused logins stay between one and five minutes', () => {
    const longest = { ...IMAP_TIMINGS, random: () => 0 };
    expect([1, 2, 3, 4, 100].map((refusals) => refusedDelay(longest, refusals))).toEqual([2000, 3000, 60_000, 90_000, 300_000]);
  });
});
