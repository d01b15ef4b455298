/** Whether what comes in now could be kept: the database takes a write, and the disk has room for one. Changes no row. */
import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { atomically } from '#dialect';
import { plainly } from './applying.ts';
import { cursors } from './schema/people.ts';
import type { Store } from './store.ts';

/** A disk that has less room left refuses the next file anyway. */
const PROBE_BYTES = 64 * 1024;

/** Rejects with what the system says (SQLITE_READONLY, ENOSPC, EROFS …). */
export async function probeWriting(store: Store, dataFolder: string): Promise<void> {
  // Takes the lock of a writer and touches no row: a database that only reads refuses it as it would refuse a mail.
  await atomically(store.db, (tx) =>
    plainly(
      tx
        .update(cursors)
        .set({ value: sql`${cursors.value}` })
        .where(sql`1 = 0`),
    ),
  );
  await probeDisk(dataFolder);
}

async function probeDisk(folder: string): Promise<void> {
  const file = path.join(folder, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      // Random, because a file system that compresses needs no room for zeros.
      await handle.writeFile(randomBytes(PROBE_BYTES));
      await handle.datasync();
    } finally {
      await handle.close();
    }
  } finally {
    await rm(file, { force: true });
  }
}
