/** The open store: database, blobs and keys, handed to whoever reads or commits. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Db } from '#dialect';
import { openDatabase } from '#dialect';
import type { Clock } from '../domain/clock.ts';
import { ConfigError } from '../domain/errors.ts';
import { type BlobStore, createFileBlobStore } from './blob-store.ts';
import { makeDataFolder } from './make-data-folder.ts';
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
 * without `file:` before it. Throws ConfigError: an address of another engine, a folder that cannot be written, a file that is no
 * database, keys missing beside an old database, or a database of a newer version.
 */
export async function openStore(options: { file: string; dataFolder: string; clock: Clock }): Promise<Store> {
  const file = options.file.replace(/^file:/, '');
  refuseOtherEngines(file);
  await makeDataFolder(options.dataFolder, 'the data folder', 'Choose another one with --data DIR');
  if (file !== ':memory:')
    await makeDataFolder(path.dirname(path.resolve(file)), 'the folder of the database', 'Choose another file in DATABASE_URL');
  const newDatabase = file === ':memory:' || !existsSync(file);
  const keys = await readOrMakeKeys(options.dataFolder, { newDatabase });
  const database = await openDatabase(file).catch((error: unknown) => {
    throw fileProblem(file, error);
  });
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

/** The Postgres kit exists and is tested; the service does not run on it yet. SQLite would make a file of that name. */
function refuseOtherEngines(file: string): void {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return;
  const scheme = file.slice(0, file.indexOf(':'));
  throw new ConfigError(
    'DATABASE_URL',
    /^postgres(?:ql)?$/i.test(scheme)
      ? 'serving on Postgres comes with a later release'
      : `${scheme}:// is no database that I know`,
    'Leave it out (then it is shortlist.db in the data folder), or set DATABASE_URL=file:./data/shortlist.db.',
  );
}

/** What SQLite says about a file that is there and cannot be used, as something a person can repair; anything else as it is. */
function fileProblem(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new ConfigError(
      'DATABASE_URL',
      `${file} is damaged or no SQLite database`,
      'Restore it from a backup, or choose another file; nothing was changed in it.',
    );
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY'))
    return new ConfigError(
      'DATABASE_URL',
      `${file} cannot be opened for writing`,
      'Check the rights of the file and its folder for the user that runs this.',
    );
  return error;
}
