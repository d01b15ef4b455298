/**
 * How long Slack waits for the acknowledgement of a message (rule S2: p99 below 500 ms), alone and while 50 PDFs are being read, over the
 * socket and over HTTP. The real service in a process of its own, our own Slack in this one. `bin/shortlist --node bench/slack-acks.ts [PDFs]`.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DEFAULT_WORKSPACE } from '../src/domain/ids.ts';
import { serviceViewer } from '../src/domain/people.ts';
import { stats } from '../src/store/stats.ts';
import { directMessage } from '../test/bots/slack/slack-events.ts';
import { freePort } from '../test/servers/free-port.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlack } from '../test/servers/slack-server.ts';
import { type ServiceProcess, startProcess } from '../test/service/service-process.ts';
import { print, quantile } from './print.ts';

const PDFS = Number(process.argv[2] ?? 50);
const ALONE = 100;
const EVERY_MS = 25;
const SECRET = 'b3c4d5e6b3c4d5e6b3c4d5e6b3c4d5e6';
const SAMPLES = fileURLToPath(new URL('../samples/resumes/', import.meta.url));
const pdfs = await Promise.all(
  (await readdir(SAMPLES)).filter((name) => name.endsWith('.pdf')).map((name) => readFile(path.join(SAMPLES, name))),
);
let made = 0;

/** A message of somebody new; with a PDF of the samples, which what follows its end makes another file. */
async function acknowledged(slack: SlackServer, withPdf: boolean): Promise<number> {
  const number = made++;
  const user = `U0P${number}`;
  const id = `F0P${number}`;
  slack.users.set(user, {});
  const pdf = pdfs[number % pdfs.length];
  if (withPdf && pdf) {
    const bytes = Buffer.concat([pdf, Buffer.from(`\n% ${number}\n`)]);
    slack.files.set(id, { name: 'cv.pdf', type: 'application/pdf', bytes });
  }
  const content = withPdf ? { files: [{ id, name: 'cv.pdf', mimetype: 'application/pdf' }] } : { text: 'help' };
  const event = directMessage(`Ev${number}`, user, slack.ts(), content);
  const began = performance.now();
  if ((await slack.deliver('events_api', event)) !== 'acknowledged') throw new Error('a message was not acknowledged');
  return performance.now() - began;
}

/** Resumes that are still to be read. */
const unread = (service: ServiceProcess): Promise<number> =>
  service.withStore(async (store) => {
    const { tasks } = await stats(store, serviceViewer(DEFAULT_WORKSPACE));
    return tasks.waiting + tasks.running;
  });

async function measure(mode: 'socket' | 'HTTP'): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shortlist-bench-'));
  const slack = await startSlack({ spacingMs: 0 });
  const port = await freePort();
  if (mode === 'HTTP') slack.target = { url: `http://127.0.0.1:${port}`, secret: SECRET };
  const way: Record<string, string> =
    mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SECRET, HTTP_LISTEN: `127.0.0.1:${port}` };
  const service = await startProcess({
    folder,
    environment: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: slack.url, ...way },
  });
  try {
    while ((await acknowledged(slack, false).catch(() => undefined)) === undefined) await delay(100);
    await service.settled();
    const alone = await steadily(slack, (sent) => sent < ALONE);
    await service.settled();
    const uploads = await Promise.all(Array.from({ length: PDFS }, () => acknowledged(slack, true)));
    let busy = true;
    const watch = (async () => {
      while ((await unread(service)) > 0) await delay(200);
      busy = false;
    })();
    const during = await steadily(slack, (sent) => sent < 20 || (busy && sent < 2_000));
    busy = false;
    await watch;
    report(mode, `${PDFS} PDFs at once`, uploads, alone);
    report(mode, `${during.length} messages while they are read`, during, alone);
  } finally {
    await service.end('SIGTERM');
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function steadily(slack: SlackServer, goOn: (sent: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (goOn(times.length)) {
    times.push(await acknowledged(slack, false));
    await delay(EVERY_MS);
  }
  return times;
}

function report(mode: string, what: string, times: readonly number[], alone: readonly number[]): void {
  const p50 = quantile(times, 0.5);
  const p99 = quantile(times, 0.99);
  print(`${mode}: ${what}, p50 / p99`, `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`, {
    name: `alone ${quantile(alone, 0.5).toFixed(1)} /`,
    value: `${quantile(alone, 0.99).toFixed(1)} ms`,
    ratio: quantile(alone, 0.99) / p99,
  });
}

await measure('socket');
await measure('HTTP');
