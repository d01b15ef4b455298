/** Reads of the ledger of a language model, and of what it answered. For the service's own steps and the operator; nothing of it goes to a person. */
import { and, eq, inArray } from 'drizzle-orm';
import type { ResumeId, WorkspaceId } from '../domain/ids.ts';
import type { ModelCaps } from '../domain/language-model.ts';
import { contentHash } from './personal-columns.ts';
import { type ModelAnswerState, modelAnswers, modelSpending } from './schema/models.ts';
import type { Store } from './store.ts';

/** Days and months of UTC: `2026-11-21` and `2026-11`. */
export function periodsOf(at: number): { day: string; month: string } {
  const day = new Date(at).toISOString().slice(0, 10);
  return { day, month: day.slice(0, 7) };
}

/** Micro-dollars spent and set aside, and how many calls there were. */
export interface Spending {
  spent: number;
  reserved: number;
  calls: number;
  failed: number;
  inputTokens: number;
  outputTokens: number;
}

const NONE: Spending = { spent: 0, reserved: 0, calls: 0, failed: 0, inputTokens: 0, outputTokens: 0 };

export async function spendingAt(store: Store, workspace: WorkspaceId, at: number): Promise<{ day: Spending; month: Spending }> {
  const periods = periodsOf(at);
  const rows = await store.db
    .select()
    .from(modelSpending)
    .where(and(eq(modelSpending.workspace, workspace), inArray(modelSpending.period, [periods.day, periods.month])));
  const of = (period: string): Spending => rows.find((row) => row.period === period) ?? NONE;
  return { day: of(periods.day), month: of(periods.month) };
}

/** Whether so much may still be set aside; the commit asks again (`modelCallReserved`). */
export async function mayReserve(
  store: Store,
  workspace: WorkspaceId,
  cost: number,
  caps: ModelCaps,
  at: number,
): Promise<boolean> {
  const { day, month } = await spendingAt(store, workspace, at);
  const fits = (spending: Spending, cap: number) => spending.spent + spending.reserved + cost <= cap;
  return fits(day, caps.day) && fits(month, caps.month);
}

export interface KeptAnswer {
  state: ModelAnswerState;
  tries: number;
  /** Micro-dollars set aside. */
  reserved: number;
  answer: unknown;
}

/** By all that would be sent, and to which model. */
export const contentHashOf = (store: Store, workspace: WorkspaceId, content: string): string =>
  contentHash(store.keys.lookup, workspace, content);

export async function getModelAnswer(
  store: Store,
  workspace: WorkspaceId,
  resumeId: ResumeId,
  hash: string,
): Promise<KeptAnswer | undefined> {
  const { state, tries, reserved, answer } = modelAnswers;
  const [row] = await store.db
    .select({ state, tries, reserved, answer })
    .from(modelAnswers)
    .where(and(eq(modelAnswers.workspace, workspace), eq(modelAnswers.resumeId, resumeId), eq(modelAnswers.contentHash, hash)))
    .limit(1);
  return row;
}
