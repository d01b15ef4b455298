/** `shortlist migrate`: opening the store brings it up to date; this says to which version. */
import { openStore } from '../store/store.ts';
import type { Settings } from './settings.ts';

export async function migrateDatabase({ config, clock, terminal }: Settings): Promise<void> {
  const store = await openStore({ file: config.databaseUrl, dataFolder: config.dataFolder, clock });
  await store.close();
  terminal.value({ database: config.databaseUrl, schemaVersion: store.schemaVersion });
  if (!terminal.json) terminal.say(`${config.databaseUrl.replace(/^file:/, '')} is at ${store.schemaVersion}.`);
}
