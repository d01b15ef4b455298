/** `npm run check`: format and lint, types on both dialects, import directions, unused exports, file lengths, lock file. Not the tests. */
import { spawnSync } from 'node:child_process';

const STEPS: readonly (readonly [name: string, ...words: string[]])[] = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'],
  ['types on SQLite', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['types on Postgres', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.', '--customConditions', 'postgres'],
  ['import directions', 'scripts/check-imports.ts'],
  ['unused exports', 'node_modules/knip/bin/knip.js'],
  ['file lengths', 'scripts/check-lengths.ts'],
  ['lock file', 'scripts/check-lock.ts'],
  ["Slack's manifest", 'scripts/make-manifest.ts', '--check'],
];

let failed = 0;
for (const [name, ...words] of STEPS) {
  const started = Date.now();
  const run = spawnSync(process.execPath, words, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  const good = run.status === 0;
  console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${Date.now() - started} ms)`);
  if (!good) {
    failed += 1;
    console.log(
      `${run.stdout}${run.stderr}`
        .trim()
        .split('\n')
        .map((line) => `       ${line}`)
        .join('\n'),
    );
  }
}
process.exitCode = failed > 0 ? 1 : 0;
