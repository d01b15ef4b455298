/**
 * Mails a second through the built-in listener of the real service and out of a mailbox, and how long a sender waits for its 250: alone, while 50 resumes are
 * being read, while another process imports postings. `node bench/mails.ts [postings to import]`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { type DemoMail, mailWithFile } from '../src/cli/demo/demo-mails.ts';
import { type ServiceProcess, startProcess } from '../test/service/service-process.ts';
import { makeRawPostings, toXml } from './make-feed.ts';
import { print, quantile } from './print.ts';
import { benchMailbox } from './read-mailbox.ts';

const POSTINGS = Number(process.argv[2] ?? 20_000);
const SHORTLIST = fileURLToPath(new URL('../bin/shortlist', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../samples/resumes/', import.meta.url));
const CONNECTIONS = 10;
/** The import and the scoring of its postings may take much longer; what a sender feels shows sooner. */
const LONGEST_IMPORT_MS = 90_000;
const TO = 'jobs@shortlist.localhost';
const bare = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
const samples = await Promise.all(
  (await readdir(SAMPLES))
    .filter((name) => name.endsWith('.pdf'))
    .map(async (name) => ({ name, bytes: await readFile(SAMPLES + name) })),
);
let made = 0;

/** A resume of somebody else each time. */
function textMail(): DemoMail {
  const number = made++;
  const text = `Quentin Q${number}\nquentin.${number}@example.com\n\nEXPERIENCE\nBaker, Firm ${number}, Leeds (2019 - 2024)\n- Bread\n\nSKILLS\nBaking, Sales\n`;
  return mailWith(number, { name: 'cv.txt', type: 'text/plain', bytes: new TextEncoder().encode(text) });
}

/** A PDF of the samples; what follows its end makes it another file. */
function pdfMail(): DemoMail {
  const number = made++;
  const sample = samples[number % samples.length];
  if (!sample) throw new Error('no samples');
  const bytes = Buffer.concat([sample.bytes, Buffer.from(`\n% ${number}\n`)]);
  return mailWith(number, { name: sample.name, type: 'application/pdf', bytes });
}

const mailWith = (number: number, file: { name: string; type: string; bytes: Uint8Array }): DemoMail =>
  mailWithFile({ from: `q${number}@example.com`, to: TO, subject: 'My resume', date: new Date() }, 'see attached', file);

/** Open connections: the protocol library waits 100 ms before it greets, for clients that talk too early, and that is not our time. */
function connect(port: number) {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 1e6,
    ignoreTLS: true,
  });
  return {
    /** Milliseconds from MAIL FROM to the 250 after the mail, and for a free connection before it. */
    async acknowledged(mail: DemoMail): Promise<number> {
      const began = performance.now();
      await transport.sendMail({ envelope: { from: 'q@example.com', to: [TO] }, raw: mail.raw });
      return performance.now() - began;
    },
    close: () => transport.close(),
  };
}
type Connection = ReturnType<typeof connect>;

/** All of them as fast as they are taken; mails a second. */
async function flood(to: Connection, mails: DemoMail[]): Promise<number> {
  const began = performance.now();
  const count = mails.length;
  const one = async () => {
    for (let mail = mails.pop(); mail; mail = mails.pop()) await to.acknowledged(mail);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return (count * 1000) / (performance.now() - began);
}

/** One mail every `everyMs`, whether the last was answered or not, until `done`; the times. */
async function drip(to: Connection, everyMs: number, done: () => boolean): Promise<number[]> {
  const times: Promise<number>[] = [];
  while (!done()) {
    times.push(to.acknowledged(textMail()));
    await delay(everyMs);
  }
  return Promise.all(times);
}

const show = (what: string, times: readonly number[]) =>
  print(what, `p50 ${quantile(times, 0.5).toFixed(0)}, p99 ${quantile(times, 0.99).toFixed(0)} ms`, undefined);

/** The peer: the same protocol library, which writes each mail to a file and syncs it. */
async function bareListener(mails: DemoMail[]): Promise<number> {
  let files = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    async onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
      const handle = await open(path.join(bare, `bare-${files++}`), 'w');
      await handle.writeFile(Buffer.concat(chunks));
      await handle.sync();
      await handle.close();
      callback(null);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address: string | AddressInfo | null = server.server.address();
  const to = connect(typeof address === 'object' && address ? address.port : 0);
  await flood(to, Array.from({ length: CONNECTIONS }, textMail));
  const rate = await flood(to, mails);
  to.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return rate;
}

async function throughput(_service: ServiceProcess, to: Connection): Promise<void> {
  const theirs = await bareListener(Array.from({ length: 300 }, textMail));
  await flood(to, Array.from({ length: CONNECTIONS }, textMail));
  const ours = await flood(to, Array.from({ length: 300 }, textMail));
  print(`mails taken in, ${CONNECTIONS} connections`, `${ours.toFixed(0)}/s`, {
    name: 'the same listener writing files',
    value: `${theirs.toFixed(0)}/s`,
    ratio: ours / theirs,
  });
}

async function alone(_service: ServiceProcess, to: Connection): Promise<void> {
  await to.acknowledged(textMail());
  const began = performance.now();
  show('acknowledged, one mail every 100 ms', await drip(to, 100, () => performance.now() - began > 6_000));
}

async function whileReading(service: ServiceProcess, to: Connection): Promise<void> {
  await flood(to, Array.from({ length: 50 }, pdfMail));
  let over = false;
  const end = service.settled().then(() => {
    over = true;
  });
  show('acknowledged while 50 PDFs are read', await drip(to, 20, () => over || made % 1000 > 900));
  await end;
}

async function whileImporting(service: ServiceProcess, to: Connection): Promise<void> {
  const feed = path.join(service.folder, 'feed.xml');
  await writeFile(feed, toXml(await makeRawPostings(POSTINGS)));
  const importing = spawn(SHORTLIST, ['jobs', 'import', feed, '--data', service.folder, '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const began = performance.now();
  const ended = once(importing, 'exit');
  // The first are the candidates that most postings are scored for; then somebody new every 100 ms.
  await flood(to, Array.from({ length: 20 }, textMail));
  const done = () => importing.exitCode !== null || performance.now() - began > LONGEST_IMPORT_MS;
  const times = await drip(to, 100, done);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  show(`acknowledged while ${POSTINGS} postings come in`, times);
  print('the import', importing.exitCode === null ? `watched for ${seconds} s, then ended` : `took ${seconds} s`);
  importing.kill('SIGKILL');
  await ended;
}

for (const scene of [throughput, alone, whileReading, whileImporting]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
  const service = await startProcess({ folder, environment: { LOG_LEVEL: 'silent' } });
  const to = connect(service.port);
  try {
    await scene(service, to);
  } finally {
    to.close();
    await service.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}
await benchMailbox(Array.from({ length: 200 }, textMail));
await rm(bare, { recursive: true, force: true });
