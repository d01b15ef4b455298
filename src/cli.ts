/** The only entry: the terminal face of the command registry, plus the operators' commands that exist nowhere else. */
import { availableParallelism } from 'node:os';
import { hastenImports } from './cli/hasten-imports.ts';
import { readerAhead } from './cli/reader-ahead.ts';
import { hastenOwnModules } from './pipeline/extract/hasten-own-modules.ts';

// Before all that they are to hasten.
hastenOwnModules();
hastenImports();
const ahead = readerAhead(process.argv.slice(2), availableParallelism());
const { runProgram } = await import('./cli/run-program.ts');
await runProgram(ahead);
