/** The only entry: the terminal face of the command registry, plus the operators' commands that exist nowhere else. */
import { availableParallelism } from 'node:os';
import { readerAhead } from './cli/reader-ahead.ts';

const ahead = readerAhead(process.argv.slice(2), availableParallelism());
const { runProgram } = await import('./cli/run-program.ts');
await runProgram(ahead);
