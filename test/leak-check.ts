/** After each test nothing may be left open: sockets, servers, child processes, watchers. Vitest's own pipes and timers do not count. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect } from 'vitest';
import { sharedChildren } from './shared-parts.ts';

const COUNTED = [
  'TCPSocketWrap',
  'TCPServerWrap',
  'UDPWrap',
  'ProcessWrap',
  'FSEventWrap',
  'FSReqPromise',
  'FileHandle',
  'TLSWrap',
  'Worker',
];
/** Sockets close a few turns after `close` was called; what is still there after this is a leak. */
const PATIENCE_MS = 2_000;
const TURN_MS = 10;

export type OpenResources = Readonly<Record<string, number>>;

/** What is open now, by kind. */
export function openResources(): OpenResources {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) if (COUNTED.includes(kind)) counts[kind] = (counts[kind] ?? 0) + 1;
  if (counts.ProcessWrap) counts.ProcessWrap -= sharedChildren();
  return counts;
}

/** The kinds of which more is open than before; waits for what is just closing. */
export async function leakedSince(before: OpenResources): Promise<string[]> {
  for (let waited = 0; ; waited += TURN_MS) {
    const leaked = Object.entries(openResources()).filter(([kind, count]) => count > (before[kind] ?? 0));
    if (leaked.length === 0 || waited >= PATIENCE_MS)
      return leaked.map(([kind, count]) => `${kind}: ${count} (${before[kind] ?? 0} before)`);
    await delay(TURN_MS);
  }
}

/** Call it at the top of a test file: every test of the file fails when it leaves something open. */
export function checkForLeaks(): void {
  let before: OpenResources = {};
  beforeEach(() => {
    before = openResources();
  });
  afterEach(async () => {
    expect(await leakedSince(before), 'left open by this test').toEqual([]);
  });
}
