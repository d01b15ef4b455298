import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/domain/errors.ts';

const modelOf = (environment: Record<string, string>) => readConfig({}, environment).model;

describe('settings of the language model', () => {
  it('are off without a key and an address, whatever else is set', () => {
    expect(modelOf({})).toBeUndefined();
    expect(modelOf({ OPENAI_MODEL: 'gpt-4o', MODEL_DAILY_USD: '5' })).toBeUndefined();
  });

  it('need nothing but a key', () => {
    expect(modelOf({ OPENAI_API_KEY: 'sk-made-up' })).toEqual({
      apiKey: 'sk-made-up',
      baseUrl: 'https://api.openai.com/v1',
      model: 'gpt-4.1-mini',
      price: { inputUsdPerMillion: 0.4, outputUsdPerMillion: 1.6 },
      priceKnown: true,
      thinkingTokens: 0,
      caps: { day: 1_000_000, month: 20_000_000 },
    });
  });

  it('take the dearest price for a model that they do not know, on a server of their own, unless prices are given', () => {
    const own = { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/', OPENAI_MODEL: 'house-blend' };
    expect(modelOf(own)).toMatchObject({
      baseUrl: 'http://127.0.0.1:11434/v1',
      price: { outputUsdPerMillion: 120 },
      priceKnown: false,
    });
    expect(modelOf({ ...own, MODEL_PRICES: '0/0' })).toMatchObject({
      price: { inputUsdPerMillion: 0, outputUsdPerMillion: 0 },
      priceKnown: true,
    });
    expect(modelOf({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'gpt-4o-mini-2024-07-18' })?.priceKnown).toBe(true);
  });

  it('believe the price that is given for a model of OpenAI that they do not know', () => {
    expect(modelOf({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'o1-pro', MODEL_PRICES: '150/600' })).toMatchObject({
      price: { inputUsdPerMillion: 150, outputUsdPerMillion: 600 },
      priceKnown: true,
    });
  });

  it.each([
    ['OPENAI_MODEL', { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }],
    ['OPENAI_BASE_URL', { OPENAI_BASE_URL: 'ollama', OPENAI_MODEL: 'x' }],
    ['MODEL_DAILY_USD', { OPENAI_API_KEY: 'k', MODEL_DAILY_USD: 'ten' }],
    ['MODEL_DAILY_USD', { OPENAI_API_KEY: 'k', MODEL_DAILY_USD: '-1' }],
    ['MODEL_MONTHLY_USD', { OPENAI_API_KEY: 'k', MODEL_MONTHLY_USD: '99999' }],
    ['MODEL_PRICES', { OPENAI_API_KEY: 'k', MODEL_PRICES: '0.4' }],
    ['MODEL_PRICES', { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'o1-pro' }],
    ['MODEL_PRICES', { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'constructor' }],
    ['MODEL_PRICES', { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'https://eu.api.openai.com/v1/', OPENAI_MODEL: 'o1-pro' }],
  ])('%s is named when it is wrong', (variable, environment) => {
    try {
      modelOf(environment);
      throw new Error('it was taken');
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect(error instanceof ConfigError && error.variable).toBe(variable);
      expect(error instanceof ConfigError && error.fix.length).toBeGreaterThan(10);
    }
  });
});
