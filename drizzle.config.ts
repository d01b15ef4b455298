/** One schema, two engines: the condition that chooses the column kit chooses the migrations too (`npm run migrations`). */
import { defineConfig } from 'drizzle-kit';
import { dialect } from '#dialect';

const KIT_NAMES = { sqlite: 'sqlite', postgres: 'postgresql' } as const;

export default defineConfig({ dialect: KIT_NAMES[dialect], schema: './src/store/schema/*.ts', out: `./drizzle/${dialect}` });
