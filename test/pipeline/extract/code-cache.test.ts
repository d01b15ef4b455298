import { expect, it } from 'vitest';
import { codeCacheForChildren, loadThroughCache } from '../../../src/pipeline/extract/code-cache.ts';

it('gives children no folder where this process has none, or where they could not give the right to write back (P1)', () => {
  expect(codeCacheForChildren('24.20.0')).toBeUndefined();
  expect(codeCacheForChildren('25.9.0')).toBeUndefined();
});

it('does not load on when the right to write cannot be given up', async () => {
  await expect(loadThroughCache(undefined, async () => 'loaded')).resolves.toBe('loaded');
});
