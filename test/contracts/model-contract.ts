/** What every engine promises about the money and the answers of a language model (rule A11). */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/changes.ts';
import type { LanguageModel, ModelOutcome } from '../../src/domain/language-model.ts';
import { createCallModel } from '../../src/pipeline/ask/call-model.ts';
import { createTaxonomy } from '../../src/pipeline/enrich/create-taxonomy.ts';
import { commit } from '../../src/store/commit.ts';
import { takeResume } from '../../src/store/erase-resume.ts';
import { createSlice } from '../../src/store/erase-slice.ts';
import { getModelAnswer, mayReserve, spendingAt } from '../../src/store/model-spending.ts';
import type { Store } from '../../src/store/store.ts';
import type { LeasedTask } from '../../src/tasks/queue.ts';
import { AT, candidateFound, result, resumeParsed, W } from '../store/build-changes.ts';
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

  it('forgets with a resume what was answered about it (A8, A11)', async () => {
    await write(candidateFound('c1'), resumeParsed('r1', 'c1'), reserved('a'), settled('a'));
    for (let slices = 0; slices < 20; slices++) {
      const slice = createSlice(store, W);
      const done = await takeResume(slice, 'r1', null);
      await write(...slice.changes);
      if (done) break;
    }
    expect(await getModelAnswer(store, W, 'r1', 'a')).toBeUndefined();
    // A call that ends after that leaves nothing behind; what it cost stays in the ledger, which names nobody.
    await write(settled('a'));
    expect(await getModelAnswer(store, W, 'r1', 'a')).toBeUndefined();
    expect((await spending()).day.spent).toBe(30);
  });

  describe('a call', () => {
    let asked = 0;
    const call = (task: Partial<Extract<LeasedTask, { step: 'callModel' }>>) => {
      const model: LanguageModel = {
        name: 'made-up',
        price: { inputUsdPerMillion: 1, outputUsdPerMillion: 1 },
        thinkingTokens: 0,
        ask: async <T>(): Promise<ModelOutcome<T>> => {
          asked += 1;
          return { outcome: 'unknown' };
        },
      };
      const handler = createCallModel({
        store,
        reader: { lines: async () => ({ lines: [] }) },
        taxonomy: createTaxonomy(),
        clock: store.clock,
        asked: { model, caps: CAPS },
        warn: () => {},
      });
      const leased = {
        id: 'call',
        workspace: W,
        code: 't1',
        step: 'callModel',
        payload: { resumeId: 'r1', content: 'a', tries: 1 },
        attempt: 1,
        leaseToken: 'token',
        leaseExpiresAt: AT,
        leaseWasLost: false,
        createdAt: AT,
        ...task,
      } as const;
      return handler(leased, new AbortController().signal);
    };
    beforeEach(() => {
      asked = 0;
    });

    it('under which a process died counts as fully paid, is not made again under the same money, and asks once more', async () => {
      await write(reserved('a'));
      const { changes, tasks } = await call({ leaseWasLost: true });
      await write(...changes);
      expect(asked).toBe(0);
      expect((await spending()).day).toMatchObject({ spent: 100, reserved: 0, failed: 1 });
      expect(tasks.map((task) => task.step)).toEqual(['askModel']);
    });

    it('that was settled already is not made', async () => {
      await write(reserved('a'), settled('a'));
      expect((await call({})).changes).toEqual([]);
      expect(asked).toBe(0);
    });

    it('about a page that is not there any more costs nothing', async () => {
      await write(reserved('a'));
      await write(...(await call({})).changes);
      expect(asked).toBe(0);
      expect((await spending()).day).toMatchObject({ spent: 0, reserved: 0 });
    });
  });
}
