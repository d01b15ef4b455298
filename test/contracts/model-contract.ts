/** What every engine promises about the money and the answers of a language model (rule A11). */
import { beforeEach, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import { commit } from '../../src/store/commit.ts';
import { getModelAnswer, mayReserve, spendingAt } from '../../src/store/model-spending.ts';
import type { Store } from '../../src/store/store.ts';
import { AT, result, W } from '../store/build-changes.ts';
import { manualClock } from '../store/manual-clock.ts';
import type { TestDatabase } from '../store/open-test-database.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;
const DAY = 24 * 60 * 60_000;
const CAPS = { day: 300, month: 1_000 };

const reserved = (content: string, more: Partial<Of<'modelCallReserved'>> = {}): Change => ({
  kind: 'modelCallReserved',
  workspace: W,
  resumeId: 'r1',
  candidateId: 'c1',
  contentHash: content,
  tries: 1,
  cost: 100,
  caps: CAPS,
  at: AT,
  ...more,
});
const settled = (content: string, more: Partial<Of<'modelCallSettled'>> = {}): Change => ({
  kind: 'modelCallSettled',
  workspace: W,
  resumeId: 'r1',
  contentHash: content,
  tries: 1,
  state: 'answered',
  cost: 30,
  used: { input: 200, output: 20 },
  answer: { answers: [] },
  at: AT,
  ...more,
});

export function modelContract(database: () => TestDatabase): void {
  let store: Store;
  beforeEach(async () => {
    store = await database().fresh(manualClock());
  });
  const write = (...changes: Change[]) => commit(store, result(changes));
  const spending = (at = AT) => spendingAt(store, W, at);

  it('sets aside the most that a call can cost, for the day and for the month, and settles it once', async () => {
    expect(await write(reserved('a'))).toBe('committed');
    expect(await spending()).toMatchObject({ day: { reserved: 100, spent: 0, calls: 0 }, month: { reserved: 100, spent: 0 } });
    await write(settled('a'));
    const once = { reserved: 0, spent: 30, calls: 1, failed: 0, inputTokens: 200, outputTokens: 20 };
    expect(await spending()).toMatchObject({ day: once, month: once });
    await write(settled('a', { cost: 99 }));
    expect(await spending()).toMatchObject({ day: once, month: once });
    expect(await getModelAnswer(store, W, 'r1', 'a')).toMatchObject({ state: 'answered', answer: { answers: [] } });
  });

  it('lets exactly three of twenty through at once where the cap is for three (A11: caps hold under concurrency)', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => write(reserved(`c${at}`, { resumeId: `r${at}` }))));
    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(17);
    expect((await spending()).day.reserved).toBe(300);
    expect(await mayReserve(store, W, 1, CAPS, AT)).toBe(false);
  });

  it('holds the cap of the month over its days, and begins anew with the next month', async () => {
    for (const day of [0, 1, 2])
      for (const n of [1, 2, 3]) expect(await write(reserved(`d${day}${n}`, { at: AT + day * DAY }))).toBe('committed');
    expect(await write(reserved('d31', { at: AT + 3 * DAY }))).toBe('committed');
    expect(await write(reserved('d32', { at: AT + 3 * DAY }))).toBe('conflict');
    expect((await spending(AT + 3 * DAY)).day.reserved).toBe(100);
    expect(await write(reserved('next', { at: AT + 31 * DAY }))).toBe('committed');
  });

  it('gives the money back to the day out of which it was taken, also after midnight', async () => {
    await write(reserved('a'));
    await write(settled('a', { at: AT + DAY, cost: 0, state: 'open', answer: undefined }));
    expect((await spending()).day).toMatchObject({ reserved: 0, spent: 0, calls: 1, failed: 1 });
    expect((await spending(AT + DAY)).day).toMatchObject({ reserved: 0, calls: 0 });
  });

  it('asks the same content again only after a call that ended without an answer, and under a higher number', async () => {
    await write(reserved('a'));
    expect(await write(reserved('a', { tries: 2 }))).toBe('conflict');
    await write(settled('a', { state: 'open', answer: undefined }));
    expect(await write(reserved('a', { tries: 1 }))).toBe('conflict');
    expect(await write(reserved('a', { tries: 2 }))).toBe('committed');
    // The end of the first call, come late, does not end the second.
    await write(settled('a', { tries: 1, cost: 77 }));
    expect((await spending()).day).toMatchObject({ reserved: 100, spent: 30, calls: 1 });
    await write(settled('a', { tries: 2, state: 'given-up', answer: undefined }));
    expect(await write(reserved('a', { tries: 3 }))).toBe('conflict');
  });
}
