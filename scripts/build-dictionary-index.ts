/**
 * Writes `src/pipeline/enrich/data/index/*.tsv` from the tables of skills and titles. Run after every change of them (a test says so):
 * `node scripts/build-dictionary-index.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildIndexFiles } from '../src/pipeline/enrich/build-index-files.ts';
import { DATA_FOLDER } from '../src/pipeline/enrich/read-table.ts';

mkdirSync(new URL('index/', DATA_FOLDER), { recursive: true });
for (const [name, text] of buildIndexFiles()) writeFileSync(new URL(name, DATA_FOLDER), text);
