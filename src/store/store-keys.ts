/** The keys behind lookups and blob ids, made at the first start and kept beside the data. */
import { createHmac, randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../domain/errors.ts';
import { syncFolder } from './sync-folder.ts';

export interface StoreKeys {
  /** Behind the hashes that people are searched by. */
  lookup: Uint8Array;
  /** Behind the ids of blobs and resumes. */
  blob: Uint8Array;
  /** Behind links and reply tokens. Follows from the lookup key: data folders from before it existed have it too. */
  links: Uint8Array;
}

const KEY_BYTES = 32;
const key = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const KeysFile = z
  .object({ lookup: key, blob: key })
  .refine((keys) => keys.lookup.length === KEY_BYTES && keys.blob.length === KEY_BYTES)
  .transform((keys): StoreKeys => ({ ...keys, links: createHmac('sha256', keys.lookup).update('links').digest() }));

/**
 * Reads `keys.json` of the folder. Where there is none: makes it (mode 0600, on disk before this resolves), but only for a new
 * database: with other keys an old one would know nobody any more, and take everybody in again. Throws ConfigError.
 */
export async function readOrMakeKeys(folder: string, options: { newDatabase: boolean }): Promise<StoreKeys> {
  const file = path.join(folder, 'keys.json');
  const known = await readKeys(file);
  if (known) return known;
  if (!options.newDatabase) {
    throw new ConfigError(
      'keys.json',
      `is missing in ${folder}, but the database is not new`,
      'Restore keys.json from the backup that the database came from.',
    );
  }
  await makeKeys(folder, file);
  const made = await readKeys(file);
  if (!made) throw new ConfigError('keys.json', `could not be written in ${folder}`, 'Check the rights of the data folder.');
  return made;
}

async function readKeys(file: string): Promise<StoreKeys | undefined> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const parsed = KeysFile.safeParse(jsonOf(content));
  if (parsed.success) return parsed.data;
  throw new ConfigError('keys.json', `${file} is damaged`, 'Restore keys.json from the backup that the database came from.');
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** A hard link refuses to replace: of two processes that start at once, the second takes the keys of the first. */
async function makeKeys(folder: string, file: string): Promise<void> {
  const made = { lookup: randomBytes(KEY_BYTES).toString('base64'), blob: randomBytes(KEY_BYTES).toString('base64') };
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(made, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(folder);
}
