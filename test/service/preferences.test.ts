import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { replayMatch } from '../../src/pipeline/match/replay-match.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { matchesForCandidate } from '../../src/store/matches.ts';
import { findByAddress } from '../../src/store/people.ts';
import { stats } from '../../src/store/stats.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, POSTINGS } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
const W = DEFAULT_WORKSPACE;
const MALLORY = 'Mallory Quist <mallory@example.net>';
let test: TestService;
beforeEach(async () => {
  test = await runTestService();
  await importFeed(test.service, {
    workspace: W,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(POSTINGS));
    })(),
  });
});
afterEach(() => test.close());

const envelope = (from: string, subject: string, inReplyTo?: string) => ({ from, to: INBOX, subject, date: START, inReplyTo });
const resume = (from: string): DemoMail =>
  mailWithFile(envelope(from, 'My resume'), 'see attached', {
    name: 'cv.txt',
    type: 'text/plain',
    bytes: new TextEncoder().encode(ANA_RESUME),
  });
const say = async (from: string, to: { messageId?: string }, text: string) =>
  flat((await test.ask(textMail(envelope(from, 'Re: My resume', to.messageId), text))).text);
const ask = async (from: string, command: string) => test.ask(textMail(envelope(from, command), ''));
const flat = (text: string) => text.replace(/\s+/g, ' ');
const ana = async () => {
  const known = await findByAddress(test.service.store, W, 'email', 'ana.prado@example.com');
  if (!known) throw new Error('Ana is known');
  return known.person;
};
const rows = async () =>
  matchesForCandidate(test.service.store, serviceViewer(W), (await ana()).ownCandidateId ?? '', { minScore: 0, limit: 50 });

describe('preferences by reply and command (F2.6)', () => {
  it('are taken line by line, shown as one list, and kept in versions', async () => {
    const answer = await test.ask(resume(ANA));
    const taken = await say(
      ANA,
      answer,
      'Hi,\nremote preferred\nroles: Backend Developer, Data Engineer\nin Leeds or York\nat least 60k GBP\nfull-time\nrelocate no\nwork authorisation: UK\njob language: English\nThanks, Ana',
    );
    expect(taken).toContain('Wished jobs: Backend Developer, Data Engineer');
    expect(taken).toContain('Wished places: Leeds, York');
    expect(taken).toContain('Remote: remote preferred');
    expect(taken).toContain('Would move: no');
    expect(taken).toContain('Wished pay: at least 60,000 GBP a year');
    expect(taken).toContain('Wished types: full-time');
    expect(taken).toContain('May work in: UK');
    expect(taken).toContain('Work language: English');
    expect(taken).not.toContain('Not taken');
    expect((await ana()).preferences?.version).toBe(1);
    expect(flat((await ask(ANA, 'prefer target 75000')).text)).toContain('at least 60,000, aiming at 75,000 GBP a year');
    expect((await ana()).preferences).toMatchObject({
      version: 2,
      salary: { floor: 60_000, target: 75_000, currency: 'GBP', period: 'year' },
    });
    expect(flat((await ask(ANA, 'preferences')).text)).toContain('Wished places: Leeds, York');
    expect((await ana()).preferences?.version, 'looking changes nothing').toBe(2);
  });

  it('an excluded company leaves the list at once, undo brings it back, and the stored scores replay throughout (F5.4)', async () => {
    const answer = await test.ask(resume(ANA));
    const before = await ask(ANA, 'match');
    expect(before.text).toContain('Airedale Banking');
    const taken = await test.ask(textMail(envelope(ANA, 'Re: x', answer.messageId), 'not airedale banking'));
    expect(flat(taken.text)).toMatch(/Never show: airedale banking/);
    expect(flat(taken.text)).toMatch(/Python Developer, Airedale Banking: no longer in the list/);
    const without = await ask(ANA, 'match');
    expect(without.text).not.toContain('Airedale Banking');
    expect((await ask(ANA, 'digest now')).text).not.toContain('Airedale Banking');
    for (const row of await rows()) {
      const replayed = await replayMatch(test.service.store, test.service.taxonomy, serviceViewer(W), row.id);
      expect(replayed?.again).toBe(replayed?.stored);
    }
    expect(await say(ANA, taken, 'undo')).toMatch(/as they were before|You have no preferences/);
    expect((await ask(ANA, 'match')).text).toContain('Airedale Banking');
    expect((await ana()).preferences).toEqual({ version: 2 });
  });

  it('count as what the resume says: remote only makes an office job a poor place, and the scores say which wishes they used', async () => {
    await test.ask(resume(ANA));
    const before = await rows();
    await ask(ANA, 'prefer remote only');
    const after = await rows();
    for (const row of after) {
      expect(row.preferencesVersion).toBe(1);
      expect(row.score.parts.location).toBe(0);
      expect(row.score.parts.preferences).toBe(0);
    }
    expect(after[0]?.candidateTotal).toBeLessThan(before[0]?.candidateTotal ?? 0);
    await ask(ANA, 'preferences clear');
    expect((await rows()).map((row) => row.candidateTotal)).toEqual(before.map((row) => row.candidateTotal));
  });

  it('a reaction, a correction and a wish in one mail are all taken and answered in one reply', async () => {
    const answer = await test.ask(resume(ANA));
    const taken = await say(ANA, answer, '2👍\nnot Roundhay Apps\ncity=York');
    expect(taken).toMatch(/Noted for number 2, "[^"]+".*: interested/);
    expect(taken).toContain('Never show: Roundhay Apps');
    expect(taken).toMatch(/Place: Leeds.* → York/);
    const counts = await stats(test.service.store, serviceViewer(W));
    expect(counts.feedback).toBe(1);
  });

  it('asks for the currency when it cannot know it, and says that wishes wait for a resume', async () => {
    const asked = flat((await ask(MALLORY, 'prefer at least 60k')).text);
    expect(asked).toContain('In which currency? Write for example at least 60000 EUR.');
    const kept = flat((await ask(MALLORY, 'prefer at least 60k EUR')).text);
    expect(kept).toContain('They count as soon as I have your own resume.');
  });

  it('says that a place is not known instead of taking it, and takes no prose for a wish', async () => {
    expect(flat((await ask(ANA, 'prefer in Nowhereville-on-Zzz')).text)).toMatch(/do not know the place/);
    const answer = await test.ask(resume(ANA));
    for (const prose of [
      'Not sure what you mean.',
      'In short, no idea',
      'Remote only works for me on Fridays, sadly',
      'I prefer not to say',
    ])
      await test.deliver(textMail(envelope(ANA, 'Re: x', answer.messageId), prose));
    expect((await ana()).preferences).toBeUndefined();
  });
});
