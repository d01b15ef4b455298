/** A language model behind the API of OpenAI, or of any server that speaks it: `/responses`, and `/chat/completions` where that is unknown. */
import OpenAI from 'openai';
import { zodResponseFormat, zodTextFormat } from 'openai/helpers/zod';
import type { LanguageModel, ModelOutcome, ModelPrice, ModelQuestion, TokensUsed } from '../domain/language-model.ts';
import { outcomeOfError, speaksNoResponses } from './outcome-of-error.ts';

export interface OpenAiOptions {
  /** Undefined for a server that wants none. */
  apiKey?: string;
  /** With its `/v1`. */
  baseUrl: string;
  model: string;
  price: ModelPrice;
  /** Allowed besides the answer, for models that reason. */
  thinkingTokens: number;
  timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;
interface Reply {
  /** Undefined when there is none. */
  text?: string;
  refused: boolean;
  used?: TokensUsed;
}

export function createOpenAiModel(options: OpenAiOptions): LanguageModel {
  const { apiKey, baseUrl, model, price, thinkingTokens, timeoutMs = TIMEOUT_MS } = options;
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl,
    // Left out, the library takes them from the environment, which only config.ts reads.
    organization: null,
    project: null,
    // Retries are durable, and the library's log would hold what people wrote.
    maxRetries: 0,
    logLevel: 'off',
    timeout: timeoutMs,
  });
  let chatOnly = false;
  const ask = async <T>(question: ModelQuestion<T>, signal: AbortSignal): Promise<Reply> => {
    if (chatOnly) return chat(client, options, question, signal);
    try {
      return await respond(client, options, question, signal);
    } catch (error) {
      if (!speaksNoResponses(error)) throw error;
      const reply = await chat(client, options, question, signal);
      chatOnly = true;
      return reply;
    }
  };
  return {
    name: model,
    price,
    thinkingTokens,
    async ask<T>(question: ModelQuestion<T>, signal: AbortSignal): Promise<ModelOutcome<T>> {
      try {
        return outcomeOf(question, await ask(question, signal));
      } catch (error) {
        return outcomeOfError(error);
      }
    },
  };
}

/** Models that reason take none. */
const temperature = ({ thinkingTokens }: OpenAiOptions) => (thinkingTokens > 0 ? {} : { temperature: 0 });

async function respond<T>(
  client: OpenAI,
  options: OpenAiOptions,
  question: ModelQuestion<T>,
  signal: AbortSignal,
): Promise<Reply> {
  const answer = await client.responses.create(
    {
      model: options.model,
      instructions: question.instructions,
      input: question.input,
      max_output_tokens: question.maxOutputTokens + options.thinkingTokens,
      text: { format: zodTextFormat(question.schema, question.name) },
      store: false,
      ...temperature(options),
    },
    { signal },
  );
  const parts = answer.output.flatMap((item) => (item.type === 'message' ? item.content : []));
  const text = parts.map((part) => (part.type === 'output_text' ? part.text : '')).join('');
  const { usage } = answer;
  return {
    text,
    refused: parts.some((part) => part.type === 'refusal'),
    used: usage && tokens(usage.input_tokens, usage.output_tokens),
  };
}

async function chat<T>(client: OpenAI, options: OpenAiOptions, question: ModelQuestion<T>, signal: AbortSignal): Promise<Reply> {
  const answer = await client.chat.completions.create(
    {
      model: options.model,
      messages: [
        { role: 'system', content: question.instructions },
        { role: 'user', content: question.input },
      ],
      max_completion_tokens: question.maxOutputTokens + options.thinkingTokens,
      response_format: zodResponseFormat(question.schema, question.name),
      store: false,
      ...temperature(options),
    },
    { signal },
  );
  const [choice] = answer.choices;
  const { usage } = answer;
  return {
    text: choice?.message.content ?? undefined,
    refused: typeof choice?.message.refusal === 'string' || choice?.finish_reason === 'content_filter',
    used: usage && tokens(usage.prompt_tokens, usage.completion_tokens),
  };
}

/** What a server says of itself may be anything. No call is made of nothing: a gateway that does not count says 0. */
function tokens(input: unknown, output: unknown): TokensUsed | undefined {
  const whole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;
  return whole(input) && whole(output) && input < 10_000_000 && output < 10_000_000 ? { input, output } : undefined;
}

/** Checked here once more: not every server keeps to the schema that it was given. */
function outcomeOf<T>(question: ModelQuestion<T>, { text, refused, used }: Reply): ModelOutcome<T> {
  if (refused) return { outcome: 'unusable', reason: 'refused', used };
  const parsed = question.schema.safeParse(jsonOf(text));
  return parsed.success ? { outcome: 'answered', value: parsed.data, used } : { outcome: 'unusable', reason: 'invalid', used };
}

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
