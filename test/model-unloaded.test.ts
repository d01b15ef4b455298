import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const LOADED = `
  const { registerHooks } = await import('node:module');
  let files = 0;
  registerHooks({ load: (url, context, next) => { if (url.includes('/node_modules/openai/')) files += 1; return next(url, context); } });
  const { openModel } = await import('./src/open-model.ts');
  await import('./src/main.ts');
  await import('./src/cli/parse-files.ts');
  const settings = { model: 'made-up', baseUrl: 'http://127.0.0.1:9', price: { inputUsdPerMillion: 1, outputUsdPerMillion: 1 }, thinkingTokens: 0, priceKnown: true, caps: { day: 1, month: 1 } };
  const off = openModel({ model: undefined });
  const on = openModel({ model: settings });
  const before = files;
  await on.model.ask({ schema: (await import('zod')).object({}), name: 'x', instructions: '', input: '', maxOutputTokens: 1 }, new AbortController().signal);
  console.log(JSON.stringify({ off: off === undefined, before, after: files > 0 }));
`;

it('nothing of the library of the language model is loaded until the first question is asked', { timeout: 30_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', LOADED]);
  expect(JSON.parse(stdout)).toEqual({ off: true, before: 0, after: true });
});
