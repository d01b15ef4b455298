/** `npm run migrations -- --name what_changed`: the next migration of both engines, from the one schema. */
import { spawnSync } from 'node:child_process';

const KIT = 'node_modules/drizzle-kit/bin.cjs';

for (const [engine, options] of [
  ['sqlite', ''],
  ['postgres', '--conditions=postgres'],
] as const) {
  const environment = { ...process.env, NODE_OPTIONS: options };
  const run = spawnSync(process.execPath, [KIT, 'generate', ...process.argv.slice(2)], { stdio: 'inherit', env: environment });
  if (run.status !== 0) {
    console.error(`no migration for ${engine}`);
    process.exitCode = 1;
  }
}
