import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { leakedSince, openResources } from './leak-check.ts';

test('a server left listening is reported, and no longer when it was closed', async () => {
  const before = openResources();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  expect(await leakedSince(before)).toEqual(['TCPServerWrap: 1 (0 before)']);
  server.close();
  expect(await leakedSince(before)).toEqual([]);
});
