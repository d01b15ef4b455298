import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const LOADED = `
  const { Module } = await import('node:module');
  const slackFiles = () => Object.keys(Module._cache).filter((file) => file.includes('@slack')).length;
  await import('./src/main.ts');
  const before = slackFiles();
  const since = performance.now();
  await import('./src/bots/slack/create-slack-channel.ts');
  console.log(JSON.stringify({ before, after: slackFiles(), ms: Math.round(performance.now() - since) }));
`;

it('the service loads nothing of the library of Slack until it is switched on', { timeout: 30_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', LOADED]);
  const { before, after, ms }: { before: number; after: number; ms: number } = JSON.parse(stdout);
  console.log(`the library of Slack: ${after} files, ${ms} ms`);
  expect([before, after > 0]).toEqual([0, true]);
});
