import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestSettingChanges } from '../../src/digest/digest-settings.ts';
import { scheduleDueDigests } from '../../src/digest/schedule-digests.ts';
import { createSendDigest } from '../../src/digest/send-digest.ts';
import type { Taxonomy } from '../../src/domain/taxonomy.ts';
import { itemsOf } from '../../src/messages/card.ts';
import { createTaxonomy } from '../../src/pipeline/enrich/create-taxonomy.ts';
import { commit } from '../../src/store/commit.ts';
import { lastDigest } from '../../src/store/digests.ts';
import type { StepResult } from '../../src/tasks/queue.ts';
import { textOf } from '../messages/cards/made-up.ts';
import { feedbackGiven, identityMet, personMet, submissionReceived, W } from '../store/build-changes.ts';
import { DAY, type DigestWorld, MIRELA, openDigestWorld } from './digest-world.ts';

const HOUR = 3_600_000;
let taxonomy: Taxonomy;
let world: DigestWorld;
beforeAll(() => {
  taxonomy = createTaxonomy();
});
beforeEach(async () => {
  world = await openDigestWorld(taxonomy);
});
afterEach(() => world.close());

const titlesOf = (steps: readonly StepResult[]): string[] =>
  steps.flatMap((step) => step.messages.flatMap((message) => itemsOf(message.card).map((item) => item.title)));
/** From 05:00 to the time of the digest. */
const toDigestTime = () => world.clock.advance(2.5 * HOUR);

describe('the daily digest', () => {
  it('is one message to its reader at their time, with numbered matches, bulk, and a key that is stable for the date (O4)', async () => {
    await world.addJob('a', 91);
    await world.addJob('b', 69.9);
    await world.addJob('c', 75);
    expect(await world.tick()).toEqual([]);
    toDigestTime();
    const [step] = await world.tick();
    const [message] = step?.messages ?? [];
    expect(message).toMatchObject({
      personId: MIRELA,
      channel: 'email',
      conversation: 'mirela@example.com',
      private: true,
      bulk: true,
      dedupeKey: `digest:${MIRELA}:2026-03-02`,
      matches: [
        { number: 1, matchId: 'match-a' },
        { number: 2, matchId: 'match-c' },
      ],
    });
    expect(message?.card.about).toEqual([MIRELA, 'cand-mirela']);
    expect(message?.card.title).toBe('2 new jobs for you, the best with 91');
    const digest = await lastDigest(world.store, { workspace: W, personId: MIRELA, role: 'candidate' }, MIRELA);
    expect(digest).toMatchObject({ localDate: '2026-03-02', onRequest: false, outboxId: message?.id });
    expect(digest?.items.map((item) => item.matchId)).toEqual(['match-a', 'match-c']);
  });

  it('comes once a day, however often the schedule ticks', async () => {
    await world.addJob('a', 91);
    toDigestTime();
    expect(await world.tick()).toHaveLength(1);
    for (let hours = 0; hours < 16; hours += 1) {
      world.clock.advance(HOUR);
      expect(await world.tick()).toEqual([]);
    }
  });

  it('comes late on the same date when the service was down at its time', async () => {
    await world.addJob('a', 91);
    world.clock.advance(12 * HOUR);
    expect((await world.tick())[0]?.messages[0]?.dedupeKey).toBe(`digest:${MIRELA}:2026-03-02`);
    world.clock.advance(HOUR);
    expect(await world.tick()).toEqual([]);
  });

  it('that was late does not push the next one back (O5)', async () => {
    await world.addJob('a', 91);
    world.clock.advance(15 * HOUR);
    expect(await world.tick()).toHaveLength(1);
    await world.addJob('b', 80);
    world.clock.advance(11.5 * HOUR);
    expect((await world.tick())[0]?.messages[0]?.dedupeKey).toBe(`digest:${MIRELA}:2026-03-03`);
  });

  it('waits until 12 h are over when the person has moved to another zone (O5)', async () => {
    await world.addJob('a', 91);
    world.clock.advance(15 * HOUR);
    expect(await world.tick()).toHaveLength(1);
    await world.addJob('b', 80);
    await world.write({ kind: 'personSettingsChanged', workspace: W, personId: MIRELA, timeZone: 'Europe/Berlin' });
    world.clock.advance(11.5 * HOUR);
    expect(await world.tick()).toEqual([]);
    world.clock.advance(0.5 * HOUR);
    expect((await world.tick())[0]?.messages[0]?.dedupeKey).toBe(`digest:${MIRELA}:2026-03-03`);
  });

  it('is sent once when two instances work on it at once (C4)', async () => {
    await world.addJob('a', 91);
    toDigestTime();
    expect(await scheduleDueDigests(world.options, W)).toBe(1);
    await scheduleDueDigests(world.options, W);
    const leased = await world.queue.lease({ limit: 10, leaseMs: 60_000 });
    const tasks = leased.filter((task) => task.step === 'sendDigest');
    expect(tasks).toHaveLength(1);
    const [task] = tasks;
    if (!task) throw new Error('no task');
    const send = createSendDigest(world.options);
    const signal = new AbortController().signal;
    const [first, second] = [await send(task, signal), await send(task, signal)];
    expect(await commit(world.store, first)).toBe('committed');
    expect(await commit(world.store, second)).not.toBe('committed');
    // Something new came in between: it waits for tomorrow.
    await world.addJob('b', 80);
    expect(await send(task, signal)).toEqual({ changes: [], tasks: [], messages: [] });
  });

  it('of a task that was stuck for days is not sent beside the one that is due now (O5)', async () => {
    await world.addJob('a', 91);
    toDigestTime();
    expect(await scheduleDueDigests(world.options, W)).toBe(1);
    world.clock.advance(2 * DAY);
    const keys = (await world.tick()).flatMap((step) => step.messages.map((message) => message.dedupeKey));
    expect(keys).toEqual([`digest:${MIRELA}:2026-03-04`]);
  });

  it('is not sent by a task of the zone that the person has left meanwhile (O5)', async () => {
    await world.addJob('a', 91);
    toDigestTime();
    await scheduleDueDigests(world.options, W);
    // In Honolulu it is still the evening before.
    const moved = { kind: 'zone', zone: 'Pacific/Honolulu' } as const;
    await world.write(...digestSettingChanges(await world.person(MIRELA), moved, world.clock));
    expect((await world.tick()).flatMap((step) => step.messages)).toEqual([]);
    world.clock.advance(10 * HOUR);
    expect((await world.tick()).flatMap((step) => step.messages)).toHaveLength(1);
  });

  it('says nothing on a day without news, and remembers that it looked', async () => {
    await world.addJob('a', 91);
    toDigestTime();
    await world.tick();
    world.clock.advance(DAY);
    const [quiet] = await world.tick();
    expect(quiet?.messages).toEqual([]);
    expect(quiet?.changes).toMatchObject([{ kind: 'digestWritten', digest: { localDate: '2026-03-03', items: [] } }]);
    world.clock.advance(HOUR);
    expect(await world.tick()).toEqual([]);
  });

  it('shows a posting again only when it changed, and says what changed (F7.3)', async () => {
    await world.addJob('a', 91, { title: 'Ward Manager' });
    toDigestTime();
    expect(titlesOf(await world.tick())).toEqual(['Ward Manager']);
    await world.addJob('b', 80);
    world.clock.advance(DAY);
    expect(titlesOf(await world.tick())).toEqual(['Title b']);
    await world.addJob('a', 92, { title: 'Ward Manager', version: 2, pay: 48_000 });
    world.clock.advance(DAY);
    const again = await world.tick();
    expect(titlesOf(again)).toEqual(['Ward Manager']);
    expect(
      itemsOf(again[0]?.messages[0]?.card ?? { about: [], title: '', blocks: [], footer: [], attachments: [] })[0]?.notes,
    ).toEqual(['changed: pay is now 48,000 EUR a year']);
  });

  it('says once what was shown and is closed now', async () => {
    await world.addJob('a', 91, { title: 'Ward Manager', company: 'Fernhill Care' });
    toDigestTime();
    await world.tick();
    await world.write({ kind: 'postingClosed', workspace: W, postingId: 'a', at: 1 });
    const closed: boolean[] = [];
    for (const id of ['b', 'c']) {
      await world.addJob(id, 80);
      world.clock.advance(DAY);
      const [step] = await world.tick();
      closed.push(
        textOf(step?.messages[0]?.card ?? { about: [], title: '', blocks: [], footer: [], attachments: [] }).includes(
          'Closed in the meantime: Ward Manager, Fernhill Care.',
        ),
      );
    }
    expect(closed).toEqual([true, false]);
  });

  it('leaves out what the person turned down and follows their taste', async () => {
    for (const [id, workplace] of [
      ['office', 'onsite'],
      ['office-2', 'onsite'],
      ['remote', 'remote'],
      ['liked', 'remote'],
      ['down', 'onsite'],
    ] as const) {
      await world.addJob(id, id === 'remote' ? 80 : id.startsWith('office') ? 82 : 72, { workplace });
    }
    await world.write(
      feedbackGiven('f1', MIRELA, 'match-liked'),
      feedbackGiven('f2', MIRELA, 'match-down', { meaning: 'not-interested' }),
    );
    toDigestTime();
    const titles = titlesOf(await world.tick());
    expect(titles[0]).toBe('Title remote');
    expect(titles).not.toContain('Title down');
    expect(titles).toHaveLength(4);
  });

  it('shows seven at most and keeps the rest for the next day', async () => {
    for (let at = 0; at < 10; at += 1) await world.addJob(`j${at}`, 80 + at);
    toDigestTime();
    const first = await world.tick();
    expect(titlesOf(first)).toHaveLength(7);
    expect(textOf(first[0]?.messages[0]?.card ?? { about: [], title: '', blocks: [], footer: [], attachments: [] })).toContain(
      '3 more new ones did not fit in here and come next time.',
    );
    world.clock.advance(DAY);
    const second = titlesOf(await world.tick());
    expect(second).toHaveLength(3);
    expect(second.filter((title) => titlesOf(first).includes(title))).toEqual([]);
  });

  it('does not come when it was switched off, or paused, between the tick and the step', async () => {
    await world.addJob('a', 91);
    toDigestTime();
    await scheduleDueDigests(world.options, W);
    await world.write({
      kind: 'personSettingsChanged',
      workspace: W,
      personId: MIRELA,
      digestPausedUntil: world.clock.now().getTime() + DAY,
    });
    expect((await world.tick()).flatMap((step) => step.messages)).toEqual([]);
    await world.write({ kind: 'personSettingsChanged', workspace: W, personId: MIRELA, digest: 'off', digestPausedUntil: null });
    world.clock.advance(2 * DAY);
    expect(await world.tick()).toEqual([]);
  });

  it('goes nowhere when no address of the person is proven', async () => {
    await world.write(
      personMet('vesna'),
      identityMet('vesna', 'vesna@example.com', { verified: false }),
      { kind: 'ownCandidateSet', workspace: W, personId: 'vesna', candidateId: 'cand-mirela' },
      { kind: 'personSettingsChanged', workspace: W, personId: 'vesna', digest: 'on' },
    );
    toDigestTime();
    const steps = await world.tick();
    expect(steps.flatMap((step) => step.messages).map((message) => message.personId)).not.toContain('vesna');
  });

  it('shows nobody a match that they may not see (A12)', async () => {
    await world.addJob('a', 91);
    await world.write(
      personMet('vesna'),
      identityMet('vesna', 'vesna@example.com'),
      submissionReceived('sub-v', 'vesna', {
        identityId: 'identity-vesna-vesna@example.com',
        conversation: 'vesna@example.com',
        receivedAt: 0,
      }),
      // Named as theirs, but no file of that candidate ever came to them.
      { kind: 'ownCandidateSet', workspace: W, personId: 'vesna', candidateId: 'cand-mirela' },
      { kind: 'personSettingsChanged', workspace: W, personId: 'vesna', digest: 'on' },
    );
    toDigestTime();
    const messages = (await world.tick()).flatMap((step) => step.messages);
    expect(messages.map((message) => message.personId)).toEqual([MIRELA]);
  });
});
