/** The doctor's look at the language model: one free request, and what was spent. */
import { DEFAULT_WORKSPACE } from '../domain/ids.ts';
import { MICRO_USD } from '../domain/language-model.ts';
import { spendingAt } from '../store/model-spending.ts';
import { openStore } from '../store/store.ts';
import type { Settings } from './settings.ts';

const usd = (micro: number): string => (micro / MICRO_USD).toFixed(2);

export async function checkModel({
  config,
  clock,
}: Pick<Settings, 'config' | 'clock'>): Promise<{ check: string; ok: boolean; detail: string; fix?: string }> {
  const check = 'language model';
  const { model } = config;
  if (!model) return { check, ok: true, detail: 'off (OPENAI_API_KEY or OPENAI_BASE_URL turns it on; nothing needs it)' };
  const { probeModel } = await import('../model/probe-model.ts');
  const problem = await probeModel(model);
  if (problem) return { check, ok: false, ...problem };
  const store = await openStore({ file: config.databaseUrl, dataFolder: config.dataFolder, clock });
  try {
    const { day, month } = await spendingAt(store, DEFAULT_WORKSPACE, clock.now().getTime());
    const price = model.priceKnown ? '' : '; its price is not known and the dearest is assumed: set MODEL_PRICES';
    const today = `${usd(day.spent + day.reserved)} of ${usd(model.caps.day)} USD today`;
    const thisMonth = `${usd(month.spent + month.reserved)} of ${usd(model.caps.month)} this month`;
    return {
      check,
      ok: true,
      detail: `${model.model} answers; ${today}, ${thisMonth}, ${day.failed} calls failed today${price}`,
    };
  } finally {
    await store.close();
  }
}
