/** Dollars for a million tokens, by the names under which models are sold. Prices as their maker listed them in 2025; MODEL_PRICES sets others. */
import type { ModelPrice } from '../domain/language-model.ts';

const PRICES: Readonly<Record<string, readonly [input: number, output: number]>> = {
  'gpt-4.1': [2, 8],
  'gpt-4.1-mini': [0.4, 1.6],
  'gpt-4.1-nano': [0.1, 0.4],
  'gpt-4o': [2.5, 10],
  'gpt-4o-mini': [0.15, 0.6],
  'gpt-5': [1.25, 10],
  'gpt-5-mini': [0.25, 2],
  'gpt-5-nano': [0.05, 0.4],
  o3: [2, 8],
  'o4-mini': [1.1, 4.4],
  o1: [15, 60],
  'gpt-5-pro': [15, 120],
};

/** The name may end with a date (`gpt-4.1-mini-2025-04-14`). An unknown model gets the dearest of these prices, which is a guess: `known` says so. */
export function priceOf(model: string): ModelPrice & { known: boolean } {
  const name = model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  const price = Object.hasOwn(PRICES, name) ? PRICES[name] : undefined;
  if (price) return { inputUsdPerMillion: price[0], outputUsdPerMillion: price[1], known: true };
  const all = Object.values(PRICES);
  return {
    inputUsdPerMillion: Math.max(...all.map(([input]) => input)),
    outputUsdPerMillion: Math.max(...all.map(([, output]) => output)),
    known: false,
  };
}
