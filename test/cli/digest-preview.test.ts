/** `digest preview`: what would be sent, in every format of mail; it writes and sends nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailWithFile } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { ANA, ANA_RESUME, feedOf, POSTINGS } from '../service/people.ts';
import { INBOX, runTestService, START, type TestService } from '../service/run-test-service.ts';
import { jsonLines, runShortlist } from './run-shortlist.ts';

const SLOW_MS = 180_000;
let test: TestService;
const preview = (...args: string[]) =>
  runShortlist(['digest', 'preview', '--data', test.folder, '--person', 'ana.prado@example.com', ...args], { cwd: test.folder });
const importJobs = (feed: string, jobs: Parameters<typeof feedOf>[0]) =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed,
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(jobs));
    })(),
  });

beforeAll(async () => {
  test = await runTestService();
  await importJobs('board', POSTINGS);
  await test.deliver(
    mailWithFile({ from: ANA, to: INBOX, subject: 'My resume', date: START }, 'see attached', {
      name: 'cv.txt',
      type: 'text/plain',
      bytes: new TextEncoder().encode(ANA_RESUME),
    }),
  );
}, SLOW_MS);
afterAll(() => test.close());

describe('digest preview', () => {
  it(
    'says that none would be sent when there is nothing but what the answer listed',
    async () => {
      const { code, out, err } = await preview('--json');
      expect(code, err).toBe(0);
      expect(jsonLines(out)).toMatchObject([{ items: [] }]);
    },
    SLOW_MS,
  );

  it(
    'is a mail as HTML, as text, and the card as JSON',
    async () => {
      const [first] = POSTINGS;
      if (!first) throw new Error('no postings');
      await importJobs('overnight', [
        { ...first, externalId: 'N1', company: 'Wharfe Systems', url: 'https://jobs.example.com/N1' },
      ]);
      await test.service.worker.idle();
      const html = await preview('--format', 'html');
      expect(html.out).toMatch(/^<!doctype html>[\s\S]*<html[^>]* lang="en"[\s\S]*Wharfe Systems[\s\S]*<\/html>\s*$/i);
      const text = await preview();
      expect(text.out).toMatch(/1 new job for you, with \d+\n=+\n[\s\S]*Wharfe Systems[\s\S]*answer "stop"/);
      const card = await preview('--format', 'json', '--date', '2026-12-01');
      expect(JSON.parse(card.out)).toMatchObject({ title: expect.stringContaining('1 new job for you') });
      const line = jsonLines((await preview('--json', '--date', '2026-12-01')).out)[0];
      expect(line).toMatchObject({ localDate: '2026-12-01', items: [{ number: 1 }] });
      expect(await test.outbox(), 'the answer to the resume is all that was ever sent').toHaveLength(1);
    },
    SLOW_MS,
  );
});
