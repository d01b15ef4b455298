/** The open store: database, blobs and keys, handed to whoever reads or commits. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Db } from '#dialect';
import { openDatabase } from '#dialect';
import type { Clock } from '../domain/clock.ts';
import { type BlobStore, createFileBlobStore } from './blob-store.ts';
import { migrateDatabase } from './migrate-database.ts';
import { readOrMakeKeys, type StoreKeys } from './store-keys.ts';

export interface Store {
  readonly db: Db;
  readonly clock: Clock;
  readonly keys: StoreKeys;
  readonly blobs: BlobStore;
  /** Name of the last migration, such as `0000_first`. */
  readonly schemaVersion: string;
  /** Called after a commit of this process that added or woke tasks. Returns what ends it. */
  onTasksAdded(listener: () => void): () => void;
  /** For those who commit. */
  announceTasks(): void;
  close(): Promise<void>;
}

export interface StoreParts {
  db: Db;
  clock: Clock;
  keys: StoreKeys;
  blobs: BlobStore;
  schemaVersion: string;
  close(): Promise<void>;
}

/** Puts an open database and its companions together (tests bring their own). */
export function createStore(parts: StoreParts): Store {
  const listeners = new Set<() => void>();
  return {
    ...parts,
    onTasksAdded(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announceTasks() {
      for (const listener of listeners) listener();
    },
  };
}

/**
 * Opens (and at first makes) the database and the data folder (0700), and brings the schema up to date. `file` is a path, with or
 * without `file:` before it. Throws ConfigError: keys missing beside an old database, or a database of a newer version.
 */
export async function openStore(options: { file: string; dataFolder: string; clock: Clock }): Promise<Store> {
  const file = options.file.replace(/^file:/, '');
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  if (file !== ':memory:') await mkdir(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
  const newDatabase = file === ':memory:' || !existsSync(file);
  const keys = await readOrMakeKeys(options.dataFolder, { newDatabase });
  const database = await openDatabase(file);
  try {
    const schemaVersion = await migrateDatabase(database);
    return createStore({
      db: database.db,
      clock: options.clock,
      keys,
      blobs: createFileBlobStore(path.join(options.dataFolder, 'blobs'), keys.blob),
      schemaVersion,
      close: () => database.close(),
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}
