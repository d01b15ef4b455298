/** The giant file is where projects of this kind decay: fails at 350 lines. */
import { globSync, readFileSync } from 'node:fs';

const LIMIT = 350;
const long = globSync(['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'])
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
  .filter(({ lines }) => lines > LIMIT);
for (const { file, lines } of long) console.error(`${file}: ${lines} lines, the limit is ${LIMIT}: split it by what it does`);
if (long.length > 0) process.exitCode = 1;
else console.log(`file lengths: none over ${LIMIT} lines`);
