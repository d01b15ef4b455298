/** The settings of the language model, out of the environment that config.ts read. */
import { ConfigError } from './domain/errors.ts';
import { MICRO_USD, type ModelCaps, type ModelPrice } from './domain/language-model.ts';
import { priceOf } from './model/model-prices.ts';

export interface ModelSettings {
  apiKey?: string;
  /** Without a slash at the end. */
  baseUrl: string;
  model: string;
  price: ModelPrice;
  /** False: no price is known for it on a server of one's own, and the dearest known is assumed. */
  priceKnown: boolean;
  /** Models that reason bill what they think as output. */
  thinkingTokens: number;
  caps: ModelCaps;
}

export interface ModelEnvironment {
  OPENAI_API_KEY?: string;
  OPENAI_BASE_URL?: string;
  OPENAI_MODEL?: string;
  MODEL_DAILY_USD?: string;
  MODEL_MONTHLY_USD?: string;
  MODEL_PRICES?: string;
}

const OPENAI = 'https://api.openai.com/v1';
/** Models are added there at any price: an unknown one may cost more than the dearest we know. */
const SOLD_BY_USE = /^https?:\/\/(?:[\w-]+\.)*openai\.com(?:[/:]|$)/i;
const MODEL = 'gpt-4.1-mini';
const DAILY_USD = 1;
const MONTHLY_USD = 20;
const MOST_USD = 2_000;
const REASONS = /^(?:o\d|gpt-5)/;
const THINKING_TOKENS = 4_000;

/** Undefined, and everything as without a model, unless OPENAI_API_KEY or OPENAI_BASE_URL is set. Throws ConfigError. */
export function readModelSettings(env: ModelEnvironment): ModelSettings | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: url } = env;
  if (apiKey === undefined && url === undefined) return undefined;
  const baseUrl = url === undefined ? OPENAI : httpUrl(url);
  const model = env.OPENAI_MODEL ?? (url === undefined ? MODEL : undefined);
  if (model === undefined)
    throw new ConfigError(
      'OPENAI_MODEL',
      'a server of your own needs the name of a model',
      'Set OPENAI_MODEL to a name that it knows.',
    );
  const { known, ...listed } = priceOf(model);
  const given = env.MODEL_PRICES === undefined ? undefined : prices(env.MODEL_PRICES);
  if (!known && given === undefined && SOLD_BY_USE.test(baseUrl))
    throw new ConfigError(
      'MODEL_PRICES',
      `no price is known for ${model}, so the caps could not hold`,
      'Set it to the dollars for a million tokens in and out, for example MODEL_PRICES=0.40/1.60.',
    );
  return {
    apiKey,
    baseUrl,
    model,
    price: given ?? listed,
    thinkingTokens: REASONS.test(model) ? THINKING_TOKENS : 0,
    priceKnown: known || given !== undefined,
    caps: {
      day: dollars('MODEL_DAILY_USD', env.MODEL_DAILY_USD, DAILY_USD),
      month: dollars('MODEL_MONTHLY_USD', env.MODEL_MONTHLY_USD, MONTHLY_USD),
    },
  };
}

function httpUrl(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value.replace(/\/+$/, '');
  throw new ConfigError(
    'OPENAI_BASE_URL',
    'is not an http:// or https:// address',
    'Set it to the root of the API, for example OPENAI_BASE_URL=http://127.0.0.1:11434/v1.',
  );
}

/** In micro-dollars. */
function dollars(variable: string, value: string | undefined, fallback: number): number {
  const usd = value === undefined ? fallback : Number(value);
  if (Number.isFinite(usd) && usd >= 0 && usd <= MOST_USD) return Math.round(usd * MICRO_USD);
  throw new ConfigError(
    variable,
    'is no amount of dollars',
    `Set ${variable} to a number from 0 to ${MOST_USD}, for example ${variable}=${fallback}.`,
  );
}

function prices(value: string): ModelPrice {
  const [, input, output] = /^(\d{1,4}(?:\.\d+)?)\/(\d{1,4}(?:\.\d+)?)$/.exec(value.trim()) ?? [];
  if (input !== undefined && output !== undefined)
    return { inputUsdPerMillion: Number(input), outputUsdPerMillion: Number(output) };
  throw new ConfigError(
    'MODEL_PRICES',
    'is not two prices',
    'Set it to the dollars for a million tokens in and out, for example MODEL_PRICES=0.40/1.60, or 0/0 for a server of your own.',
  );
}
