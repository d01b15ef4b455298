/**
 * `shortlist demo`: the main job, end to end, on samples. It is the real service (`runService`) with its SMTP listener in a temporary
 * folder; only the clock is the demo's own, so that tomorrow's digest can be watched today.
 */
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSentMail, type SentMail } from '../../bots/email/read-sent-mail.ts';
import { type Config, readConfig } from '../../config.ts';
import { type AdjustableClock, adjustableClock } from '../../domain/clock.ts';
import { DEFAULT_WORKSPACE } from '../../domain/ids.ts';
import { serviceViewer } from '../../domain/people.ts';
import { createLog } from '../../log.ts';
import { runService, type Service } from '../../main.ts';
import { importFeed } from '../../pipeline/postings/import-feed.ts';
import { listPostings } from '../../store/postings.ts';
import { stats } from '../../store/stats.ts';
import { describeReport } from '../import-jobs.ts';
import type { Settings } from '../settings.ts';
import type { Terminal } from '../terminal.ts';
import { type DemoMail, gmailReaction, mailWithFile, reactionMail, textMail } from './demo-mails.ts';
import { sendOverSmtp } from './send-over-smtp.ts';

const SAMPLES = fileURLToPath(new URL('../../../samples/', import.meta.url));
const MAYA = 'Maya Lindgren <maya.lindgren@example.com>';
const RITA = 'Rita Okonjo <rita@talent.example.com>';
const SERVICE = 'jobs@shortlist.localhost';
/** A Tuesday afternoon in the days of the sample feeds. */
const START = new Date('2026-11-10T14:05:00Z');
const NEXT_MORNING = new Date('2026-11-11T07:30:00Z');

interface Stage {
  service: Service;
  clock: AdjustableClock;
  terminal: Terminal;
  out: string;
}

export async function runDemo({ terminal }: Settings, options: { out?: string }): Promise<void> {
  const started = performance.now();
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-demo-'));
  const out = path.resolve(options.out ?? path.join(folder, 'shown'));
  await mkdir(out, { recursive: true });
  const clock = adjustableClock(START);
  const config = demoConfig(folder);
  step(terminal, 'The service starts, with nothing configured but the name of a recruiter');
  const service = await runService(config, clock, createLog('warn', true));
  try {
    const { smtpAddress } = service;
    terminal.say(
      `  SMTP on ${smtpAddress?.host}:${smtpAddress?.port}, SQLite and mails in ${folder}; it is ${clock.now().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    );
    await play({ service, clock, terminal, out });
  } finally {
    await service.stop();
  }
  terminal.say(
    `\nDone in ${((performance.now() - started) / 1000).toFixed(1)} s. The same with your own mail: npm start, then send a resume to ${SERVICE} through 127.0.0.1:2525.`,
  );
}

/** Nothing of the caller's environment: the demo is the same everywhere. Port 0 is any free one. */
function demoConfig(folder: string): Config {
  return readConfig(
    { dataFolder: path.join(folder, 'data') },
    { SMTP_LISTEN: '127.0.0.1:0', HTTP_LISTEN: 'off', RECRUITERS: 'rita@talent.example.com', LOG_LEVEL: 'warn' },
  );
}

async function play(stage: Stage): Promise<void> {
  await importFeeds(stage);
  const answer = await candidateMails(stage);
  await candidateReacts(stage, answer);
  await recruiterMails(stage);
  await morningDigest(stage);
  const counts = await stats(stage.service.store, serviceViewer(DEFAULT_WORKSPACE));
  step(stage.terminal, 'The statistics');
  stage.terminal.say(`  ${JSON.stringify(counts)}`);
  stage.terminal.value(counts);
}

async function importFeeds({ service, terminal }: Stage): Promise<void> {
  step(terminal, 'Three job feeds are imported');
  await importFolder({ service, terminal }, path.join(SAMPLES, 'feeds'));
}

async function importFolder({ service, terminal }: Pick<Stage, 'service' | 'terminal'>, folder: string): Promise<void> {
  for (const file of (await readdir(folder)).filter((name) => /\.(xml|json)$/.test(name)).sort()) {
    const feed = file.replace(/\.\w+$/, '');
    const report = await importFeed(service, {
      workspace: DEFAULT_WORKSPACE,
      feed,
      source: createReadStream(path.join(folder, file)),
      onProgress: (read) => {
        const line = `  ${feed}: ${read} postings read`;
        if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
        else terminal.note(line);
      },
    });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    terminal.say(indent(describeReport(report)));
  }
}

async function candidateMails(stage: Stage): Promise<SentMail> {
  step(stage.terminal, 'Maya mails her resume (PDF) to the service');
  const bytes = await readFile(path.join(SAMPLES, 'resumes', 'maya-lindgren.pdf'));
  const mail = mailWithFile(envelope(stage, MAYA, 'My resume'), 'Hello,\n\nmy resume is attached.\n\nMaya\n', {
    name: 'maya-lindgren.pdf',
    type: 'application/pdf',
    bytes,
  });
  return converse(stage, mail, 'the answer to Maya');
}

async function candidateReacts(stage: Stage, answer: SentMail): Promise<void> {
  const reply = (subject = `Re: ${answer.subject}`) => ({ ...envelope(stage, MAYA, subject), inReplyTo: answer.messageId });
  step(stage.terminal, 'Maya asks for her list before she reacts');
  await converse(stage, textMail(envelope(stage, MAYA, 'match'), ''), 'the list before');
  step(stage.terminal, 'Her mail program sends a reaction (RFC 9078): 👍 means number 1');
  await converse(stage, reactionMail(reply(), '👍'), 'the confirmation');
  step(stage.terminal, 'Her phone sends one of the Gmail kind: 🔖');
  await converse(stage, gmailReaction(reply(), '🔖'), 'the confirmation');
  step(stage.terminal, 'She changes her mind: "1 undo", then "1👎 2👍" as a plain answer');
  await converse(stage, textMail(reply(), '1 undo\r\n'), 'the confirmation');
  await converse(stage, textMail(reply(), '1👎 2👍\r\n'), 'the confirmation');
  step(stage.terminal, 'She asks for her list again: the order has moved, the scores have not');
  await converse(stage, textMail(envelope(stage, MAYA, 'match'), ''), 'the list after');
}

async function recruiterMails(stage: Stage): Promise<void> {
  step(stage.terminal, 'Rita, a recruiter, mails a zip: four resumes, an invoice, two broken files');
  const bytes = await readFile(path.join(SAMPLES, 'resumes', 'from-a-recruiter.zip'));
  await converse(
    stage,
    mailWithFile(envelope(stage, RITA, 'Four people'), 'Please have a look.\n', {
      name: 'people.zip',
      type: 'application/zip',
      bytes,
    }),
    'the answer to Rita',
  );
  const posting = (
    await listPostings(stage.service.store, DEFAULT_WORKSPACE, {
      status: 'approved',
      words: ['maintenance', 'electrician'],
      limit: 1,
    })
  )[0];
  if (!posting) throw new Error('the samples hold no electrician job');
  step(stage.terminal, `She asks for the shortlist of "${posting.data.title}"`);
  await converse(stage, textMail(envelope(stage, RITA, `shortlist ${posting.code}`), ''), 'the shortlist');
}

async function morningDigest(stage: Stage): Promise<void> {
  const { service, clock, terminal, out } = stage;
  step(terminal, 'Overnight a feed brings two new jobs');
  await importFolder(stage, path.join(SAMPLES, 'feeds', 'overnight'));
  await service.worker.idle();
  step(terminal, 'The clock goes to the next local 07:30, and the digest goes out');
  const before = new Set(await readdir(outbox(service)));
  clock.advanceTo(NEXT_MORNING);
  await service.tick();
  await service.worker.idle();
  const [name] = (await readdir(outbox(service))).filter((file) => file.endsWith('.eml') && !before.has(file));
  if (name === undefined) throw new Error('no digest went out');
  const mail = await readSentMail(await readFile(path.join(outbox(service), name)));
  terminal.say(indent(mail.text));
  await writeFile(path.join(out, 'digest.html'), mail.html);
  await writeFile(path.join(out, 'digest.txt'), mail.text);
  terminal.say(`\n  As HTML: ${path.join(out, 'digest.html')}\n  As text: ${path.join(out, 'digest.txt')}`);
}

/** Sends over SMTP, waits until the service is done, shows the one answer. */
async function converse(stage: Stage, mail: DemoMail, what: string): Promise<SentMail> {
  const { service, terminal, out } = stage;
  if (!service.smtpAddress) throw new Error('the listener is off');
  const from = /<(.+)>/.exec(/^From: .*$/m.exec(mail.raw)?.[0] ?? '')?.[1] ?? '';
  await sendOverSmtp(service.smtpAddress, from, SERVICE, mail.raw);
  await service.worker.idle();
  for (const name of (await readdir(outbox(service)))
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .reverse()) {
    const sent = await readSentMail(await readFile(path.join(outbox(service), name)));
    if (!sent.inReplyTo.includes(mail.id)) continue;
    await writeFile(path.join(out, `${what.replace(/\W+/g, '-')}-${name.slice(9, 18)}.html`), sent.html);
    terminal.say(
      `\n  ┌ ${sent.subject}\n${sent.text
        .trimEnd()
        .split('\n')
        .map((line) => `  │ ${line}`.trimEnd())
        .join('\n')}\n  └`,
    );
    return sent;
  }
  throw new Error(`no answer came: ${what}`);
}

const envelope = ({ clock }: Stage, from: string, subject: string) => ({ from, to: SERVICE, subject, date: clock.now() });
const outbox = (service: Service): string => path.join(service.config.dataFolder, 'outbox');
const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');

function step(terminal: Terminal, text: string): void {
  terminal.say(`\n▸ ${text}`);
}
