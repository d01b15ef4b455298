/** Whether the server is there and takes the key: lists its models, which costs nothing. */
import OpenAI from 'openai';
import { outcomeOfError } from './outcome-of-error.ts';

const TIMEOUT_MS = 10_000;

/** Undefined when all is well. */
export async function probeModel(settings: {
  apiKey?: string;
  baseUrl: string;
}): Promise<{ detail: string; fix: string } | undefined> {
  const client = new OpenAI({
    apiKey: settings.apiKey ?? 'none',
    baseURL: settings.baseUrl,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    timeout: TIMEOUT_MS,
  });
  try {
    await client.models.list();
    return undefined;
  } catch (error) {
    const outcome = outcomeOfError(error);
    // Small servers have no list of models: that one answered at all is enough.
    if (outcome.outcome === 'misconfigured' && /\(40[45]\)/.test(outcome.reason)) return undefined;
    if (outcome.outcome === 'misconfigured') return { detail: outcome.reason, fix: outcome.fix };
    return {
      detail: 'the server of the language model gives no answer',
      fix: 'Check OPENAI_BASE_URL and the network; everything works without it meanwhile.',
    };
  }
}
