/** Rule C1: the same suites on SQLite and on Postgres; the project that runs the file chooses the engine. */
import { afterAll, beforeAll, describe } from 'vitest';
import { openTestDatabase } from '#test-database';
import { queueContract } from '../contracts/queue-contract.ts';
import type { TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('the queue', () => queueContract(() => database));
