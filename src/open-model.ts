/** The language model as the service wires it. */
import type { Config } from './config.ts';
import type { LanguageModel } from './domain/language-model.ts';
import type { AskedModel } from './pipeline/ask/prepare-ask.ts';

/** Undefined when it is off. Its library is imported with the first question, and never without one. */
export function openModel({ model: settings }: Pick<Config, 'model'>): AskedModel | undefined {
  if (!settings) return undefined;
  let opened: Promise<LanguageModel> | undefined;
  const open = async () => (await import('./model/openai-model.ts')).createOpenAiModel(settings);
  return {
    caps: settings.caps,
    model: {
      name: settings.model,
      price: settings.price,
      thinkingTokens: settings.thinkingTokens,
      async ask(question, signal) {
        opened ??= open();
        return (await opened).ask(question, signal);
      },
    },
  };
}
