/** Takes messages in without end and says after each commit that it is acknowledged. `folder first count`: ends by itself after `count`. */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { systemClock } from '../../src/domain/clock.ts';
import { commit } from '../../src/store/commit.ts';
import { openStore } from '../../src/store/store.ts';
import { attachmentReceived, message, result, submissionReceived, task } from './build-changes.ts';

const [folder = '', first = '0', count = 'Infinity'] = process.argv.slice(2);
const store = await openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });
const say = (line: string) => writeSync(1, `${line}\n`);
say('ready');
for (let n = 0; n < Number(count); n++) {
  const id = `${first}-${n}`;
  const files = [0, 1, 2].map((position) => attachmentReceived(`${id}-${position}`, id, 'ada', { position }));
  const blob = await store.blobs.put('default', new TextEncoder().encode(`bytes of ${id} `.repeat(2000)));
  const changes = [submissionReceived(id, 'ada', { text: `Text of ${id} `.repeat(50), rawBlobId: blob }), ...files];
  try {
    const outcome = await commit(
      store,
      result(changes, { tasks: [task(`read:${id}`)], messages: [message(`out-${id}`, 'ada')] }),
    );
    say(`${outcome} ${id}`);
  } catch (error) {
    say(`refused ${id} ${error instanceof Error && 'code' in error ? error.code : ''}`);
    break;
  }
}
