/** The real service with mail and our own Slack, and people who use both. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readSentMail, type SentMail } from '../../src/bots/email/read-sent-mail.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { stats } from '../../src/store/stats.ts';
import { directMessage } from '../bots/slack/slack-events.ts';
import { APP_TOKEN, BOT_TOKEN, directOf, type SlackServer, startSlack } from '../servers/slack-server.ts';
import { lineMail } from './job-mails.ts';
import { feedOf, POSTINGS } from './people.ts';
import { runTestService, type TestService } from './run-test-service.ts';

export interface BothChannels {
  test: TestService;
  slack: SlackServer;
  /** Sends a direct message and gives what came back there since. */
  says(user: string, text: string, more?: { thread?: string; file?: { name: string; content: string } }): Promise<string>;
  /** A line by mail; what the one answer says, in one line. */
  mails(from: string, line: string, body?: string): Promise<string>;
  /** Everything that Slack was sent for that user. */
  heard(user: string): string[];
  mailTo(address: string): Promise<SentMail[]>;
  importJobs(): Promise<void>;
  /** The same jobs at other companies: news for everybody. */
  newJobs(tag: string): Promise<void>;
  counts(): ReturnType<typeof stats>;
  later(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function startBoth(environment: Record<string, string> = {}): Promise<BothChannels> {
  const slack = await startSlack({ spacingMs: 0, ackWithinMs: 5_000 });
  const test = await runTestService(
    { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.url, ...environment },
    { slackTimings: { spacingMs: 1, timings: { retryMs: 10 } } },
  );
  let events = 0;
  const heard = (user: string) => slack.messages.filter((one) => one.channel === directOf(user)).map((one) => one.shown);
  return {
    test,
    slack,
    heard,
    async says(user, text, more = {}) {
      events += 1;
      const before = heard(user).length;
      const files = more.file ? [upload(slack, `F0FILE${events}`, more.file)] : undefined;
      const event = directMessage(`Ev${events}`, user, slack.ts(), { text, thread: more.thread, files });
      await slack.deliver('events_api', event);
      await test.service.worker.idle();
      return heard(user).slice(before).join('\n');
    },
    mails: async (from, line, body = '') => (await test.ask(lineMail(from, line, body))).text.replace(/\s+/g, ' '),
    mailTo: (address) => mailTo(test, address),
    importJobs: () => importPostings(test, POSTINGS),
    newJobs: (tag) =>
      importPostings(
        test,
        POSTINGS.map((one) => ({
          ...one,
          externalId: `${tag} ${one.externalId}`,
          company: `${one.company} ${tag}`,
          url: undefined,
        })),
      ),
    counts: () => stats(test.service.store, serviceViewer(DEFAULT_WORKSPACE)),
    async later(ms) {
      test.clock.advanceTo(new Date(test.clock.now().getTime() + ms));
      await test.service.tick();
      await test.service.worker.idle();
    },
    async close() {
      await test.close();
      await slack.close();
    },
  };
}

async function importPostings(test: TestService, postings: typeof POSTINGS): Promise<void> {
  await importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(postings));
    })(),
  });
  await test.service.worker.idle();
}

async function mailTo({ folder }: TestService, address: string): Promise<SentMail[]> {
  const names = (await readdir(path.join(folder, 'outbox'))).filter((name) => name.endsWith('.eml')).sort();
  const raw = await Promise.all(names.map((name) => readFile(path.join(folder, 'outbox', name))));
  return Promise.all(raw.filter((mail) => new RegExp(`^To:.*${address}`, 'im').test(mail.toString())).map(readSentMail));
}

function upload(slack: SlackServer, id: string, { name, content }: { name: string; content: string }) {
  const bytes = new TextEncoder().encode(content);
  slack.files.set(id, { name, type: 'text/plain', bytes });
  return { id, name, mimetype: 'text/plain', size: bytes.byteLength };
}
