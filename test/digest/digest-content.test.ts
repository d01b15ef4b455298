/** What a digest says besides its items, and what it leaves out because it was said before (F7.2, F7.3, F7.5). */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDigest } from '../../src/digest/load-digest.ts';
import { chooseTrends, countDemand, createDemandReader } from '../../src/digest/market-trends.ts';
import type { Taxonomy } from '../../src/domain/taxonomy.ts';
import type { Card } from '../../src/messages/card.ts';
import { itemsOf } from '../../src/messages/card.ts';
import { createTaxonomy } from '../../src/pipeline/enrich/create-taxonomy.ts';
import { commit } from '../../src/store/commit.ts';
import { textOf } from '../messages/cards/made-up.ts';
import {
  feedbackGiven,
  message,
  postingData,
  postingSaved,
  result,
  resumeData,
  resumeParsed,
  W,
} from '../store/build-changes.ts';
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

/** The message of the next local 07:30, if any. */
async function digest(): Promise<Card | undefined> {
  const at = world.clock.now().getTime();
  world.clock.advance((((7.5 * HOUR - at) % DAY) + DAY) % DAY || DAY);
  return (await world.tick())[0]?.messages[0]?.card;
}
const titles = (card: Card | undefined): string[] => (card ? itemsOf(card).map((item) => item.title) : []);
const text = (card: Card | undefined): string => (card ? textOf(card) : '');

/** An answer that listed these, as the reply to a resume or to `match` does. */
async function answered(id: string, matchIds: string[]): Promise<void> {
  const matches = matchIds.map((matchId, index) => ({ number: index + 1, matchId }));
  const sent = message(id, MIRELA, { matches, createdAt: world.clock.now().getTime() });
  expect(await commit(world.store, result([], { messages: [sent] }))).toBe('committed');
}

describe('what an answer listed', () => {
  it('counts as shown: the digest does not say it again, and is quiet when there is nothing else', async () => {
    await world.addJob('a', 91);
    await world.addJob('b', 85);
    await answered('answer-1', ['match-a']);
    expect(titles(await digest())).toEqual(['Title b']);
    await world.addJob('c', 80);
    await answered('answer-2', ['match-c']);
    expect(await digest()).toBeUndefined();
  });

  it('comes again when the posting changed after the answer, and says what changed', async () => {
    await world.addJob('a', 91);
    world.clock.advance(4 * HOUR + 60_000);
    await answered('answer-1', ['match-a']);
    world.clock.advance(HOUR);
    await world.write(
      postingSaved('a', {
        version: 2,
        data: postingData('Title a', {
          company: 'Company a',
          salary: { min: 50_000, max: 50_000, currency: 'EUR', period: 'year' },
        }),
        contentHash: 'hash-a-2',
        at: world.clock.now().getTime(),
      }),
    );
    await world.addJob('a', 91, { version: 2, pay: 50_000 });
    const card = await digest();
    expect(titles(card)).toEqual(['Title a']);
    expect(text(card)).toContain('changed: pay is now 50,000 EUR a year');
  });

  it('does not count when the answer could not be delivered; nor does what a digest said that could not', async () => {
    await world.addJob('a', 91);
    await answered('answer-1', ['match-a']);
    const failed = (outboxId: string) => ({ kind: 'messageFailed' as const, workspace: W, outboxId, reason: 'refused', at: 1 });
    await world.write(failed('answer-1'));
    world.clock.advance(2.5 * HOUR);
    const [first] = await world.tick();
    expect(titles(first?.messages[0]?.card)).toEqual(['Title a']);
    await world.write(failed(first?.messages[0]?.id ?? ''));
    world.clock.advance(DAY);
    expect(titles((await world.tick())[0]?.messages[0]?.card)).toEqual(['Title a']);
  });
});

describe('since the last digest', () => {
  it('tells what closed of the last one that was sent, also when quiet days lie between', async () => {
    await world.addJob('a', 91, { title: 'Ward Manager', company: 'Fernhill Care' });
    expect(titles(await digest())).toEqual(['Ward Manager']);
    world.clock.advance(HOUR);
    expect(await digest()).toBeUndefined();
    await world.write({ kind: 'postingClosed', workspace: W, postingId: 'a', at: world.clock.now().getTime() });
    await world.addJob('b', 80);
    world.clock.advance(HOUR);
    expect(text(await digest())).toContain('Closed in the meantime: Ward Manager, Fernhill Care.');
  });

  it('tells what changed in a job that the person liked, and that one closed, once', async () => {
    for (const id of ['liked', 'saved', 'other']) await world.addJob(id, 90);
    await digest();
    await world.write(
      feedbackGiven('f1', MIRELA, 'match-liked', { createdAt: world.clock.now().getTime() }),
      feedbackGiven('f2', MIRELA, 'match-saved', { meaning: 'saved', createdAt: world.clock.now().getTime() }),
    );
    // A digest without either: they are not "of the last digest" any more.
    await world.addJob('b', 80);
    world.clock.advance(HOUR);
    expect(titles(await digest())).toEqual(['Title b']);
    world.clock.advance(HOUR);
    const at = world.clock.now().getTime();
    const pay = { min: 50_000, max: 50_000, currency: 'EUR', period: 'year' as const };
    for (const id of ['liked', 'other'])
      await world.write(
        postingSaved(id, {
          version: 2,
          data: postingData(`Title ${id}`, { company: `Company ${id}`, salary: pay }),
          contentHash: `h-${id}`,
          at,
        }),
      );
    await world.write({ kind: 'postingClosed', workspace: W, postingId: 'saved', at });
    await world.addJob('c', 80);
    const card = text(await digest());
    expect(card).toContain('Changed: Title liked, Company liked: pay is now 50,000 EUR a year.');
    expect(card).toContain('Closed in the meantime: Title saved, Company saved.');
    expect(card).not.toContain('Title other');
    await world.addJob('d', 80);
    world.clock.advance(HOUR);
    expect(text(await digest())).not.toContain('Title liked');
  });
});

describe('the market', () => {
  const now = Date.parse('2026-03-02T07:30:00Z');
  const asked = (skill: string, days: number, count: number) =>
    Array.from({ length: count }, () => ({ createdAt: now - days * DAY, skills: [skill] }));
  const skillOf = (id: string) => ({
    name: id.toUpperCase(),
    category: id === 'teamwork' ? ('soft' as const) : ('tool' as const),
  });

  it('counts what new jobs ask for in a week and the one before, and nothing under five', () => {
    const demand = countDemand(
      [
        ...asked('sql', 1, 12),
        ...asked('sql', 8, 8),
        ...asked('dbt', 6.9, 5),
        ...asked('dbt', 10, 4),
        ...asked('rare', 2, 4),
        ...asked('old', 15, 50),
      ],
      now,
    );
    expect(chooseTrends(demand, ['sql', 'dbt', 'rare', 'old', 'unknown'], skillOf)).toEqual([
      { name: 'SQL', week: 12, before: 8 },
      { name: 'DBT', week: 5 },
    ]);
  });

  it('is about the reader’s own skills, never about traits of character, and two lines at most', () => {
    const demand = countDemand([...asked('a', 1, 9), ...asked('b', 1, 8), ...asked('c', 1, 7), ...asked('teamwork', 1, 99)], now);
    expect(chooseTrends(demand, ['teamwork', 'c', 'b', 'a', 'a'], skillOf).map((one) => one.name)).toEqual(['A', 'B']);
    expect(chooseTrends(demand, [], skillOf)).toEqual([]);
  });

  it('stands in the digest beside jobs, from open postings; alone it is not worth one', async () => {
    const python = taxonomy.lookupSkill('Python')?.skill.id ?? '';
    const data = { ...resumeData('resume-mirela'), skills: [{ name: 'Tools', keywords: ['Python'] }] };
    await world.write(resumeParsed('resume-mirela', 'cand-mirela', { version: 2, data }));
    const requirements = [{ text: 'Python', kind: 'must' as const, skills: [python], words: [], credential: false }];
    const at = world.clock.now().getTime();
    for (let index = 0; index < 6; index += 1)
      await world.write(
        postingSaved(`p${index}`, { data: postingData(`Developer ${index}`, { requirements }), at, contentHash: `p${index}` }),
      );
    await world.write(
      postingSaved('review', {
        status: 'manualReview',
        data: postingData('Unsure', { requirements }),
        at,
        contentHash: 'review',
      }),
    );
    expect(await digest()).toBeUndefined();
    await world.addJob('a', 91);
    expect(text(await digest())).toContain('6 new jobs this week ask for Python.');
  });

  it('is read once an hour, however many digests there are, and again after a failure', async () => {
    let reads = 0;
    let broken = true;
    const store = {
      ...world.store,
      get db() {
        reads += 1;
        if (broken) throw new Error('the database is away');
        return world.store.db;
      },
    };
    const demand = createDemandReader(store);
    await expect(demand(W, now)).rejects.toThrow('away');
    broken = false;
    await Promise.all(Array.from({ length: 10 }, () => demand(W, now)));
    await demand(W, now + HOUR / 4);
    expect(reads).toBe(2);
    await demand(W, now + HOUR);
    expect(reads).toBe(3);
  });
});

describe('what is late (F7.5)', () => {
  it('does not hold up the rest: the digest takes what is there, and the late score comes tomorrow', async () => {
    await world.addJob('a', 91);
    await world.write(
      postingSaved('late', { data: postingData('Title late', { company: 'Company late' }), contentHash: 'hash-late-1' }),
    );
    await commit(
      world.store,
      result([], {
        tasks: [
          { id: 'postings:late', workspace: W, step: 'matchPostings', payload: { postingIds: ['late'] }, dueAt: 0, priority: 9 },
        ],
      }),
    );
    expect(await world.queue.countPending(W, 'postings:')).toBe(1);
    expect(titles(await digest())).toEqual(['Title a']);
    await world.addJob('late', 88);
    world.clock.advance(HOUR);
    expect(titles(await digest())).toEqual(['Title late']);
  });
});

it('thousands of matches that were shown do not hide a new one below them', async () => {
  for (let index = 0; index < 320; index += 1) await world.addJob(`old${index}`, 90);
  await answered(
    'answer-all',
    Array.from({ length: 320 }, (_, index) => `match-old${index}`),
  );
  await world.addJob('fresh', 71);
  const loaded = await loadDigest(world.options, await world.person(MIRELA));
  expect(loaded?.items.map((item) => item.matchId)).toEqual(['match-fresh']);
}, 60_000);
