/** Changes about calls of a language model. The rows of the ledger are the locks: two calls at once cannot both take the last of a budget. */
import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { Plan } from '#dialect';
import type { ModelCaps } from '../domain/language-model.ts';
import type { Applying, ChangeOf } from './applying.ts';
import { periodsOf } from './model-spending.ts';
import { modelAnswers, modelSpending } from './schema/models.ts';

export function modelCallReserved({ tx }: Applying, change: ChangeOf<'modelCallReserved'>): Plan {
  const { workspace, resumeId, candidateId, contentHash, tries, cost, caps, at } = change;
  const periods = periodsOf(at);
  const row = { state: 'calling', tries, reserved: cost, day: periods.day, at } as const;
  const begin = tx
    .insert(modelAnswers)
    .values({ workspace, resumeId, candidateId, contentHash, ...row })
    .onConflictDoUpdate({
      target: [modelAnswers.workspace, modelAnswers.resumeId, modelAnswers.contentHash],
      set: row,
      setWhere: and(eq(modelAnswers.state, 'open'), lt(modelAnswers.tries, tries)),
    })
    .returning({ tries: modelAnswers.tries });
  return [
    { must: begin, otherwise: 'conflict' },
    ...setAside(tx, workspace, periods.day, cost, caps.day),
    ...setAside(tx, workspace, periods.month, cost, caps.month),
  ];
}

const NOTHING_YET = { reserved: 0, spent: 0, calls: 0, failed: 0, inputTokens: 0, outputTokens: 0 };

function setAside(tx: Applying['tx'], workspace: string, period: string, cost: number, cap: ModelCaps['day']): Plan {
  const { reserved, spent } = modelSpending;
  const begin = tx
    .insert(modelSpending)
    .values({ workspace, period, ...NOTHING_YET })
    .onConflictDoNothing({ target: [modelSpending.workspace, modelSpending.period] });
  const take = tx
    .update(modelSpending)
    .set({ reserved: sql`${reserved} + ${cost}` })
    .where(
      and(
        eq(modelSpending.workspace, workspace),
        eq(modelSpending.period, period),
        sql`${reserved} + ${spent} + cast(${cost} as integer) <= cast(${cap} as integer)`,
      ),
    )
    .returning({ period: modelSpending.period });
  return [{ run: begin }, { must: take, otherwise: 'conflict' }];
}

/** In the periods in which it was set aside, also past midnight. */
export function modelCallSettled({ tx }: Applying, change: ChangeOf<'modelCallSettled'>): Plan {
  const { workspace, resumeId, contentHash, tries, state, cost, used, answer, at } = change;
  const row = and(
    eq(modelAnswers.workspace, workspace),
    eq(modelAnswers.resumeId, resumeId),
    eq(modelAnswers.contentHash, contentHash),
  );
  const of = (column: 'day' | 'reserved') => sql`(select ${modelAnswers[column]} from ${modelAnswers} where ${row})`;
  const { period } = modelSpending;
  const { reserved, spent, calls, failed, inputTokens, outputTokens } = modelSpending;
  const settle = tx
    .update(modelSpending)
    .set({
      reserved: sql`${reserved} - ${of('reserved')}`,
      spent: sql`${spent} + ${cost}`,
      calls: sql`${calls} + 1`,
      failed: sql`${failed} + ${state === 'answered' ? 0 : 1}`,
      inputTokens: sql`${inputTokens} + ${used?.input ?? 0}`,
      outputTokens: sql`${outputTokens} + ${used?.output ?? 0}`,
    })
    .where(
      and(eq(modelSpending.workspace, workspace), or(sql`${period} = ${of('day')}`, sql`${period} = substr(${of('day')}, 1, 7)`)),
    );
  const end = tx
    .update(modelAnswers)
    .set({ state, at, answer: answer ?? null })
    .where(and(row, eq(modelAnswers.state, 'calling'), eq(modelAnswers.tries, tries)))
    .returning({ tries: modelAnswers.tries });
  return [{ ifTaken: end, also: [{ run: settle }, { run: tx.update(modelAnswers).set({ reserved: 0 }).where(row) }] }];
}
