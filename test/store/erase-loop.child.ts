/** Works on every erasure of a data folder to its end, as the terminal does. `folder`. */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { createSentMailFiles } from '../../src/bots/email/forget-sent-mail.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { eraseNow } from '../../src/pipeline/privacy/erase-step.ts';
import { erasures } from '../../src/store/schema/privacy.ts';
import { openStore } from '../../src/store/store.ts';
import { W } from './build-changes.ts';

const [folder = ''] = process.argv.slice(2);
const store = await openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });
const sent = createSentMailFiles(path.join(folder, 'outbox'));
writeSync(1, 'ready\n');
for (const { id } of await store.db.select({ id: erasures.id }).from(erasures))
  writeSync(1, `${await eraseNow({ store, clock: systemClock, sent }, W, id)}\n`);
await store.close();
