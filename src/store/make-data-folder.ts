/** The folders that the service writes into, or an error that says what to do. */
import { access, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '../domain/errors.ts';

/**
 * Makes the folder (0700) and what is missing above it, and checks that it can be written. Throws ConfigError. `what` is what it is
 * for, `other` how to choose another one.
 */
export async function makeDataFolder(folder: string, what: string, other: string): Promise<void> {
  try {
    await makeEach(path.resolve(folder));
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new ConfigError(
      '--data',
      `${folder}, ${what}, cannot be written (${reason})`,
      `${other}, or give this user the right to write there.`,
    );
  }
}

/** Level by level: `mkdir` with `recursive` never returns on Node 24 where a file system has no folders to make, as /proc. */
async function makeEach(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there?.isDirectory()) return;
  const above = path.dirname(folder);
  if (!there && above !== folder) await makeEach(above);
  await mkdir(folder, { mode: 0o700 }).catch(async (error: unknown) => {
    // Two processes that start at once: the other one made it.
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw error;
  });
}
