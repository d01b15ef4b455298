/** Scoring many pairs leaves the event loop to others (rule R1). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../../src/domain/clock.ts';
import { createTaxonomy } from '../../../src/pipeline/enrich/create-taxonomy.ts';
import { scorePairs } from '../../../src/pipeline/match/match-steps.ts';
import { prepareCandidate } from '../../../src/pipeline/match/prepare-candidate.ts';
import { createPreparedPostings } from '../../../src/pipeline/match/prepared-postings.ts';
import { readFacts } from '../../../src/pipeline/match/read-facts.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { AS_OF, aPosting, aResume } from './builders.ts';

/** Longer than a piece of work may be. */
const SLOW_MS = 8;
let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortlist-pairs-'));
  store = await openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

it('asks for a turn before the first pair and after every few milliseconds, and stops where it is told to', async () => {
  const taxonomy = createTaxonomy();
  const prepared = createPreparedPostings(taxonomy);
  const happened: string[] = [];
  const abort = new AbortController();
  const options = {
    store,
    taxonomy,
    clock: systemClock,
    storeFrom: 0,
    prepared: {
      get(posting: Parameters<typeof prepared.get>[0]) {
        happened.push('pair');
        for (const began = performance.now(); performance.now() - began < SLOW_MS; );
        return prepared.get(posting);
      },
    },
    turn: async () => {
      happened.push('turn');
      if (happened.length > 8) abort.abort(new Error('the service is stopping'));
    },
  };
  const candidate = prepareCandidate(readFacts(aResume(), taxonomy, AS_OF), taxonomy);
  const resume = { id: 'r', candidateId: 'c', version: 1, audience: '' };
  const postings = [1, 2, 3].map((n) => ({ id: `p${n}`, version: 1, data: aPosting() }));
  const changes = await scorePairs(options, 'w', { resume, candidate }, postings, abort.signal);
  expect(changes.map((change) => change.kind)).toEqual(['matchScored', 'matchScored', 'matchScored']);
  expect(happened).toEqual(['turn', 'pair', 'turn', 'pair', 'turn', 'pair']);
  await expect(scorePairs(options, 'w', { resume, candidate }, postings, abort.signal)).rejects.toThrow('stopping');
  expect(happened).toEqual([...Array.from({ length: 4 }, () => ['turn', 'pair']).flat(), 'turn']);
});
