/** One worker of several on one file: takes tasks, forgets some of them (as a process that hangs would), completes the others. */
import { existsSync, writeSync } from 'node:fs';
import path from 'node:path';
import { systemClock } from '../../src/domain/clock.ts';
import { openStore } from '../../src/store/store.ts';
import { createTaskQueue } from '../../src/store/task-queue.ts';
import { identityMet, personMet, result, task } from './build-changes.ts';

const [folder = '', name = '', forget = '0'] = process.argv.slice(2);
const store = await openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });
const queue = createTaskQueue(store);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const held: (() => Promise<void>)[] = [];

// On a busy machine one starts seconds before the other and would have done everything alone.
writeSync(1, 'ready\n');
while (!existsSync(path.join(folder, 'go'))) await pause(5);
for (;;) {
  // On a busy machine a commit takes a tenth of a second: what is not forgotten must not run out.
  const leased = await queue.lease({ limit: 3, leaseMs: 1_000 });
  for (const one of leased) {
    // Written twice, an effect would meet itself: the address is unique.
    const effect = [personMet(`${one.id}`), identityMet(one.id, `${one.id}@example.com`)];
    const complete = async () => {
      const done = await queue.complete(
        one,
        result(effect, { tasks: one.id.startsWith('next:') ? [] : [task(`next:${one.id}`)] }),
      );
      writeSync(1, `${done ? 'done' : 'stale'} ${one.id} ${name}\n`);
    };
    if (Math.random() < Number(forget) && one.attempt < 4) held.push(complete);
    else await complete();
  }
  if (leased.length > 0) continue;
  if ((await queue.nextDueAt()) === undefined) break;
  await pause(20);
}
// Woken after everybody else has gone on: nothing of it may count any more.
for (const complete of held) await complete();
await store.close();
