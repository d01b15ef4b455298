import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { ModelOutcome, ModelQuestion } from '../../src/domain/language-model.ts';
import { createOpenAiModel, type OpenAiOptions } from '../../src/model/openai-model.ts';
import { type Answer, type ModelServer, startModelServer } from '../servers/model-server.ts';

const Shape = z.object({ answers: z.array(z.object({ path: z.string(), value: z.string(), lines: z.array(z.string()) })) });
const QUESTION: ModelQuestion<z.infer<typeof Shape>> = {
  schema: Shape,
  name: 'fields',
  instructions: 'Read.',
  input: 'L1 [work] Welder',
  maxOutputTokens: 300,
};
const GOOD = '{"answers":[{"path":"work.0.position","value":"Welder","lines":["L1"]}]}';

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const model = (more: Partial<OpenAiOptions> = {}) =>
  createOpenAiModel({
    apiKey: 'sk-made-up',
    baseUrl: server.url,
    model: 'gpt-4.1-mini',
    price: { inputUsdPerMillion: 0.4, outputUsdPerMillion: 1.6 },
    thinkingTokens: 0,
    ...more,
  });
const ask = (more?: Partial<OpenAiOptions>, signal = new AbortController().signal) => model(more).ask(QUESTION, signal);
const whenItSays = (answer: Answer, more?: Partial<OpenAiOptions>): Promise<ModelOutcome<unknown>> => {
  server.say(() => answer);
  return ask(more);
};

describe('a question to a language model (A11)', () => {
  it('keeps nothing there, has no tools, is bounded, cold and bound to a strict schema', async () => {
    expect(await whenItSays({ text: GOOD, tokens: { input: 120, output: 30 } })).toEqual({
      outcome: 'answered',
      value: JSON.parse(GOOD),
      used: { input: 120, output: 30 },
    });
    const [asked] = server.asked;
    const body = asked?.body ?? {};
    expect(asked?.path).toBe('/v1/responses');
    expect(asked?.authorization).toBe('Bearer sk-made-up');
    expect(body).toMatchObject({
      model: 'gpt-4.1-mini',
      store: false,
      temperature: 0,
      max_output_tokens: 300,
      input: QUESTION.input,
    });
    expect(body).not.toHaveProperty('tools');
    expect(Reflect.get(body, 'text')).toMatchObject({ format: { type: 'json_schema', strict: true, name: 'fields' } });
    // The mock servers do not enforce it: what strict asks of a schema is looked at here.
    const objects: Record<string, unknown>[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('type' in value && value.type === 'object') objects.push({ ...value });
      for (const inner of Object.values(value)) walk(inner);
    };
    walk(Reflect.get(body, 'text'));
    expect(objects.length).toBeGreaterThanOrEqual(2);
    for (const object of objects) {
      expect(object.additionalProperties).toBe(false);
      expect(object.required).toEqual(Object.keys(object.properties ?? {}));
    }
  });

  it('lets models that reason think, and sends them no temperature', async () => {
    await whenItSays({ text: GOOD }, { model: 'o4-mini', thinkingTokens: 4_000 });
    expect(server.asked[0]?.body).not.toHaveProperty('temperature');
    expect(server.asked[0]?.body.max_output_tokens).toBe(4_300);
  });

  it('speaks chat where the server knows nothing else, and remembers it', async () => {
    await server.close();
    server = await startModelServer({ chatOnly: true });
    server.say(() => ({ text: GOOD }));
    const chatting = model();
    const { signal } = new AbortController();
    expect((await chatting.ask(QUESTION, signal)).outcome).toBe('answered');
    expect((await chatting.ask(QUESTION, signal)).outcome).toBe('answered');
    expect(server.asked.map((one) => one.path)).toEqual(['/v1/chat/completions', '/v1/chat/completions']);
    expect(server.asked[0]?.body).toMatchObject({
      store: false,
      temperature: 0,
      max_completion_tokens: 300,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
    expect(server.asked[0]).toMatchObject({ input: QUESTION.input, instructions: 'Read.' });
  });

  it('reads neither key nor address of the environment, and asks once', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-of-the-environment');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/v1');
    server.say(() => ({ status: 500 }));
    expect(await ask({ apiKey: undefined })).toEqual({ outcome: 'later', reason: 'down', afterMs: undefined });
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]?.authorization).toBe('Bearer none');
  });
});

describe('what the other side does wrong', () => {
  it.each<[string, Answer, Partial<ModelOutcome<unknown>>]>([
    ['a text that is no JSON', { text: 'Sure! Here it is:' }, { outcome: 'unusable', reason: 'invalid' }],
    ['JSON that was cut off', { text: GOOD.slice(0, 40) }, { outcome: 'unusable', reason: 'invalid' }],
    ['JSON of another shape', { text: '{"answers":[{"path":1}]}' }, { outcome: 'unusable', reason: 'invalid' }],
    ['nothing at all', { text: '' }, { outcome: 'unusable', reason: 'invalid' }],
    ['a refusal', { refusal: 'I cannot help with that.' }, { outcome: 'unusable', reason: 'refused' }],
    ['a page of HTML with status 200', { html: '<html>welcome</html>' }, { outcome: 'unusable', reason: 'invalid' }],
    [
      'a rate limit with its time',
      { status: 429, headers: { 'retry-after': '7' } },
      { outcome: 'later', reason: 'busy', afterMs: 7_000 },
    ],
    ['a rate limit without', { status: 429 }, { outcome: 'later', reason: 'busy' }],
    ['a failure of the server', { status: 500 }, { outcome: 'later', reason: 'down' }],
    ['a proxy that waited in vain: the model behind it may have worked', { status: 504 }, { outcome: 'unknown' }],
    ['a proxy that did not understand the answer', { status: 502 }, { outcome: 'unknown' }],
    ['a proxy that lost its patience', { status: 408 }, { outcome: 'unknown' }],
    [
      'a server that is overloaded',
      { status: 503, headers: { 'retry-after': '3' } },
      { outcome: 'later', reason: 'down', afterMs: 3_000 },
    ],
    ['silence', { silent: true }, { outcome: 'unknown' }],
    ['a line that breaks', { hangUp: true }, { outcome: 'unknown' }],
    ['a wrong key', { status: 401 }, { outcome: 'misconfigured' }],
    ['no credit', { status: 429, code: 'insufficient_quota' }, { outcome: 'misconfigured' }],
    ['an unknown model', { status: 404, code: 'model_not_found' }, { outcome: 'misconfigured' }],
    ['a request that it does not take', { status: 400 }, { outcome: 'misconfigured' }],
  ])('%s is an outcome, never an exception', async (_name, answer, expected) => {
    expect(await whenItSays(answer, 'silent' in answer ? { timeoutMs: 300 } : {})).toMatchObject(expected);
  });

  it('says what an answer cost, also one that is of no use; and nothing where the server does not say or lies', async () => {
    expect(await whenItSays({ text: '{', tokens: { input: 10, output: 5 } })).toMatchObject({ used: { input: 10, output: 5 } });
    expect(await whenItSays({ text: GOOD, tokens: null })).toMatchObject({ outcome: 'answered', used: undefined });
    // A gateway that does not count says 0.
    expect(await whenItSays({ text: GOOD, tokens: { input: 0, output: 0 } })).toMatchObject({
      outcome: 'answered',
      used: undefined,
    });
    expect(await whenItSays({ text: GOOD, tokens: { input: 900, output: 0 } })).toMatchObject({ used: undefined });
    expect(await whenItSays({ text: GOOD, tokens: { input: -4, output: 1e12 } })).toMatchObject({ used: undefined });
  });

  it('a server that is not there billed nothing', async () => {
    const url = server.url;
    await server.close();
    expect(await ask({ baseUrl: url })).toMatchObject({ outcome: 'later', reason: 'down' });
    server = await startModelServer();
  });
});
