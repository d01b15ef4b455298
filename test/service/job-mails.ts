/** Mails to jobs, and the job ad of the tests. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readSentMail, type SentMail } from '../../src/bots/email/read-sent-mail.ts';
import { type DemoMail, mailWithFile, textMail } from '../../src/cli/demo/demo-mails.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { importFeed } from '../../src/pipeline/postings/import-feed.ts';
import { listPostings } from '../../src/store/postings.ts';
import { feedOf, POSTINGS } from './people.ts';
import { INBOX, START, type TestService } from './run-test-service.ts';

export const AD = `Backend Developer
Roundhay Apps Ltd, Leeds

We are looking for a backend developer for our booking platform.

Requirements:
- Python
- PostgreSQL
- Docker
- 3+ years of experience

Nice to have:
- Kubernetes
`;

export const jobInbox = (code: string): string => INBOX.replace('@', `+${code}@`);

interface More {
  to?: string;
  subject?: string;
  text?: string;
  inReplyTo?: string;
  name?: string;
}

/** A mail with a resume of that content. */
export function resumeMail(
  from: string,
  content: string | Uint8Array,
  { to = INBOX, subject = 'Application', text = 'Hello, see attached.', inReplyTo, name = 'cv.txt' }: More = {},
): DemoMail {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const type = name.endsWith('.zip') ? 'application/zip' : 'text/plain';
  return mailWithFile({ from, to, subject, date: START, inReplyTo }, text, { name, type, bytes });
}

export const lineMail = (from: string, subject: string, body = '', inReplyTo?: string): DemoMail =>
  textMail({ from, to: INBOX, subject, date: START, inReplyTo }, body);

/** Posts the ad as that recruiter; gives the code. */
export async function postAd(test: TestService, from: string, ad = AD): Promise<string> {
  const { text } = await test.ask(lineMail(from, 'jobs post', ad));
  const code = /\bj[0-9a-hjkmnp-tv-z]{8}\b/.exec(text)?.[0];
  if (!code) throw new Error(`no code in: ${text}`);
  return code;
}

export async function importBoard(test: TestService): Promise<void> {
  await importFeed(test.service, {
    workspace: DEFAULT_WORKSPACE,
    feed: 'board',
    source: (async function* () {
      yield new TextEncoder().encode(feedOf(POSTINGS));
    })(),
  });
  await test.service.worker.idle();
}

export async function codeOfJob(test: TestService, word: string): Promise<string> {
  const [posting] = await listPostings(test.service.store, DEFAULT_WORKSPACE, { words: [word] });
  if (!posting) throw new Error(`no job with ${word}`);
  return posting.code;
}

/** Mails to that address that answer nothing: notices. Oldest first. */
export async function noticesTo(test: TestService, address: string): Promise<SentMail[]> {
  const folder = path.join(test.folder, 'outbox');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  const raws = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
  const theirs = raws.filter((raw) => new RegExp(`^To:.*${address.replaceAll('.', '\\.')}`, 'm').test(raw.toString('latin1')));
  const read = await Promise.all(theirs.map(readSentMail));
  return read.filter((sent) => sent.inReplyTo.length === 0);
}

/** Moves the clock and lets what is due then run. */
export async function later(test: TestService, minutes: number): Promise<void> {
  test.clock.advanceTo(new Date(test.clock.now().getTime() + minutes * 60_000));
  test.service.worker.wake();
  await test.service.worker.idle();
}
