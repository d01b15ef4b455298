/** The real service with its pages on a free port: Ana has sent her resume and has an answer with links, and one digest. */
import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { SentMail } from '../../src/bots/email/read-sent-mail.ts';
import { mailWithFile } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { ANA, ANA_RESUME, feedOf, NIGHT_POSTINGS, POSTINGS } from '../service/people.ts';
import { INBOX, runTestService, START, type TestService } from '../service/run-test-service.ts';

export const PUBLIC_URL = 'https://shortlist.example.com';

export interface Pages {
  test: TestService;
  /** With the links. */
  answer: SentMail;
  digest: SentMail;
  /** By the number of the item of the answer. */
  feedbackLink(number: number): string;
  unsubscribeLink: string;
  /** Where the pages can be reached from here. */
  local(link: string): string;
  get(link: string, init?: RequestInit): Promise<Response>;
  /** A button, as a browser without scripts sends it. */
  press(link: string, fields: Record<string, string>): Promise<Response>;
  /** Every row of every table. */
  rows(): Record<string, unknown[]>;
  /** Through a connection of its own, as another process would. */
  run(statement: string, ...values: unknown[]): void;
}

const publish = (test: TestService, feed: string, postings: typeof POSTINGS) =>
  importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed,
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(postings));
    })(),
  });

export async function runPages(environment: Record<string, string> = {}): Promise<Pages> {
  const test = await runTestService({ HTTP_LISTEN: '127.0.0.1:0', PUBLIC_URL, ...environment });
  await publish(test, 'board', POSTINGS);
  const file = { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(ANA_RESUME) };
  const answer = await test.ask(mailWithFile({ from: ANA, to: INBOX, subject: 'My resume', date: START }, 'attached', file));
  await publish(test, 'night', NIGHT_POSTINGS);
  test.clock.advanceTo(new Date('2026-11-11T07:31:00Z'));
  await test.service.tick();
  await test.service.worker.idle();
  const digest = (await test.outbox()).find((mail) => mail.html.includes('/u/'));
  if (!digest) throw new Error('no digest came');
  return { test, answer, digest, ...reach(test, answer, digest) };
}

function reach(test: TestService, answer: SentMail, digest: SentMail) {
  const address = test.service.httpAddress;
  if (!address) throw new Error('the pages are off');
  const database = path.join(test.folder, 'shortlist.db');
  const local = (link: string) => link.replace(PUBLIC_URL, `http://${address.host}:${address.port}`);
  return {
    feedbackLink: (number: number) => linksIn(answer.html, 'f')[number - 1] ?? '',
    unsubscribeLink: linksIn(digest.html, 'u')[0] ?? '',
    local,
    get: (link: string, init?: RequestInit) => fetch(local(link), init),
    press: (link: string, fields: Record<string, string>) =>
      fetch(local(link), { method: 'POST', body: new URLSearchParams(fields) }),
    rows: () => allRows(database),
    run: (statement: string, ...values: unknown[]) => {
      const db = new Database(database);
      db.prepare(statement).run(...values);
      db.close();
    },
  };
}

const Persons = z.array(
  z.object({
    id: z.string(),
    digest: z.string(),
    digest_paused_until: z.number().nullable(),
    own_candidate_id: z.string().nullable(),
  }),
);

/** Ana, and Rita, whom the settings name as a recruiter. */
export function peopleOf(pages: Pages) {
  const people = Persons.parse(pages.rows().persons);
  const ana = people.find((person) => person.own_candidate_id !== null);
  const rita = people.find((person) => person.own_candidate_id === null);
  if (!ana || !rita) throw new Error('somebody is missing');
  return { ana, rita };
}

export const linksIn = (text: string, path: 'u' | 'f'): string[] =>
  [...text.matchAll(new RegExp(`${PUBLIC_URL}/${path}/[\\w.-]+`, 'g'))].map(([link]) => link);

function allRows(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();
    return Object.fromEntries(tables.map((name) => [String(name), db.prepare(`select * from "${String(name)}"`).all()]));
  } finally {
    db.close();
  }
}
