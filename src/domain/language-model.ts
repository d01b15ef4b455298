/** The port of a language model. It gives text that fits a schema, and what it cost; everything it says is a proposal that code checks (rule A2). */
import type { z } from 'zod';

export interface ModelQuestion<T> {
  /** What the answer must look like; sent as a strict JSON schema, and checked again here. */
  schema: z.ZodType<T>;
  /** Name of the schema: small letters and `_`. */
  name: string;
  instructions: string;
  /** The masked, marked text. */
  input: string;
  maxOutputTokens: number;
}

export interface TokensUsed {
  input: number;
  output: number;
}

export type ModelOutcome<T> =
  | { outcome: 'answered'; value: T; used?: TokensUsed }
  /** It answered, and nothing can be done with it. `used` is undefined when nobody said what it cost. */
  | { outcome: 'unusable'; reason: 'refused' | 'invalid'; used?: TokensUsed }
  /** Not now, and nothing was billed: a rate limit (`busy`) or a server that is down. */
  | { outcome: 'later'; reason: 'busy' | 'down'; afterMs?: number }
  /** No answer came: it may have been billed. */
  | { outcome: 'unknown' }
  /** The settings are wrong: nothing was billed, and asking again would not help. `fix` for the operator. */
  | { outcome: 'misconfigured'; reason: string; fix: string };

/** Micro-dollars for one token are dollars for a million. */
export interface ModelPrice {
  inputUsdPerMillion: number;
  outputUsdPerMillion: number;
}

export interface LanguageModel {
  readonly name: string;
  readonly price: ModelPrice;
  /** What it may think, and bill, besides the answer. */
  readonly thinkingTokens: number;
  /** One call, no retries of its own. Never throws for what the other side does. */
  ask<T>(question: ModelQuestion<T>, signal: AbortSignal): Promise<ModelOutcome<T>>;
}

/** The caps of MODEL_DAILY_USD and MODEL_MONTHLY_USD in micro-dollars. */
export interface ModelCaps {
  day: number;
  month: number;
}

export const MICRO_USD = 1_000_000;

/** In micro-dollars, rounded up. */
export const costOf = ({ inputUsdPerMillion, outputUsdPerMillion }: ModelPrice, { input, output }: TokensUsed): number =>
  Math.ceil(input * inputUsdPerMillion + output * outputUsdPerMillion);

/** Chat templates and the schema's wrapping. */
const OVERHEAD_TOKENS = 500;

/** The most that asking can cost, in micro-dollars: no token is shorter than a byte. */
export function mostItCosts<T>(
  { price, thinkingTokens }: LanguageModel,
  question: ModelQuestion<T>,
  schemaBytes: number,
): number {
  const bytes = Buffer.byteLength(question.instructions) + Buffer.byteLength(question.input) + schemaBytes;
  return costOf(price, { input: bytes + OVERHEAD_TOKENS, output: question.maxOutputTokens + thinkingTokens });
}
