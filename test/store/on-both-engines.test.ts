/** Rule C1: the same suites on SQLite and on Postgres; the project that runs the file chooses the engine. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { applicationContract } from '../contracts/application-contract.ts';
import { commitContract } from '../contracts/commit-contract.ts';
import { digestReadContract } from '../contracts/digest-read-contract.ts';
import { eraseContract } from '../contracts/erase-contract.ts';
import { factsContract } from '../contracts/facts-contract.ts';
import { joinCasesContract } from '../contracts/join-cases-contract.ts';
import { joinContract } from '../contracts/join-contract.ts';
import { matchReadContract } from '../contracts/match-read-contract.ts';
import { modelContract } from '../contracts/model-contract.ts';
import { offerContract } from '../contracts/offer-contract.ts';
import { outboxContract } from '../contracts/outbox-contract.ts';
import { postingContract } from '../contracts/posting-contract.ts';
import { queueContract } from '../contracts/queue-contract.ts';
import { queueWakingContract } from '../contracts/queue-waking-contract.ts';
import { readContract } from '../contracts/read-contract.ts';
import { suppressionContract } from '../contracts/suppression-contract.ts';
import { trustContract } from '../contracts/trust-contract.ts';
import { visibilityContract } from '../contracts/visibility-contract.ts';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('runs on the engine that the project is named after', () => {
  expect(database.engine).toBe(inject('engine'));
});

describe('the queue', () => queueContract(() => database));
describe('the queue, woken', () => queueWakingContract(() => database));
describe('reads', () => readContract(() => database));
describe('reads of matches', () => matchReadContract(() => database));
describe('reads of digests', () => digestReadContract(() => database));
describe('postings', () => postingContract(() => database));
describe('eyes', () => visibilityContract(() => database));
describe('commits', () => commitContract(() => database));
describe('newer files of an owner', () => offerContract(() => database));
describe('messages that belong together', () => outboxContract(() => database));
describe('erasure', () => eraseContract(() => database));
describe('linking', () => {
  joinContract(() => database);
  joinCasesContract(() => database);
});
describe('applications', () => applicationContract(() => database));
describe('proofs and threads', () => trustContract(() => database));
describe('facts', () => factsContract(() => database));
describe('money and answers of a language model', () => modelContract(() => database));
describe('reports and suppressions', () => suppressionContract(() => database));
