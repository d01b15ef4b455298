/** Brings a database to the schema of this version, and refuses one that is further on. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { OpenDatabase } from '#dialect';
import { dialect } from '#dialect';
import { ConfigError } from '../domain/errors.ts';

const Journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })).min(1) });

/** Resolves to the name of the last migration. Throws ConfigError when the database was written by a newer version. */
export async function migrateDatabase(database: Pick<OpenDatabase, 'migrate' | 'lastMigration'>): Promise<string> {
  const folder = migrationsFolder();
  const { entries } = Journal.parse(JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8')));
  const newest = entries.reduce((a, b) => (b.when > a.when ? b : a));
  const applied = await database.lastMigration();
  if (applied !== undefined && applied > newest.when) {
    throw new ConfigError(
      'DATABASE_URL',
      'the database was written by a newer version of Shortlist',
      `Start that version, or restore a backup made by this one (schema ${newest.tag}).`,
    );
  }
  if (applied !== newest.when) await database.migrate(folder);
  return newest.tag;
}

/** drizzle-kit's output for the engine of this process. */
export const migrationsFolder = (): string => fileURLToPath(new URL(`../../drizzle/${dialect}`, import.meta.url));
