import { afterEach, beforeEach, expect, it } from 'vitest';
import { mailWithFile } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { replayMatch } from '../../src/pipeline/match/replay-match.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listCandidates } from '../../src/store/candidates.ts';
import { matchesForCandidate } from '../../src/store/matches.ts';
import { checkForLeaks } from '../leak-check.ts';
import { ANA, ANA_RESUME, feedOf, POSTINGS } from './people.ts';
import { INBOX, runTestService, START, type TestService } from './run-test-service.ts';

checkForLeaks();
let test: TestService;
beforeEach(async () => {
  test = await runTestService({ STORE_FROM: '0' });
});
afterEach(() => test.close());

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}
const importJobs = (postings: typeof POSTINGS) =>
  importFeed(test.service, { workspace: DEFAULT_WORKSPACE, feed: 'board', source: bytesOf(feedOf(postings)) });

it('every score is replayed byte-equal by its id, on a later day and after other jobs came (F5.4, A3)', async () => {
  const { store, taxonomy, worker } = test.service;
  const viewer = serviceViewer(DEFAULT_WORKSPACE);
  await importJobs(POSTINGS);
  const file = { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(ANA_RESUME) };
  await test.deliver(mailWithFile({ from: ANA, to: INBOX, subject: 'cv', date: START }, 'attached', file));
  const [ana] = await listCandidates(store, viewer);
  const rows = await matchesForCandidate(store, viewer, ana?.id ?? '', { minScore: 0, limit: 50 });
  expect(rows).toHaveLength(POSTINGS.length);
  test.clock.advanceTo(new Date('2027-03-01T10:00:00Z'));
  await importJobs(
    POSTINGS.map((one) => ({ ...one, externalId: `X${one.externalId}`, url: `${one.url}x`, title: `${one.title} (nights)` })),
  );
  await worker.idle();
  for (const row of rows) {
    const replayed = await replayMatch(store, taxonomy, viewer, row.code);
    expect(replayed?.again).toBe(replayed?.stored);
    expect(replayed?.stored).toContain('"asOf":"2026-11-10"');
  }
  expect(await replayMatch(store, taxonomy, viewer, 'm00000000')).toBeUndefined();
});
