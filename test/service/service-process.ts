/** The real service as a process of its own, on a free port and in a folder of the caller's: for what can only happen to processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readSentMail, type SentMail } from '../../src/bots/email/read-sent-mail.ts';
import type { DemoMail } from '../../src/cli/demo/demo-mails.ts';
import { sendOverSmtp } from '../../src/cli/demo/send-over-smtp.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { DEFAULT_WORKSPACE } from '../../src/domain/ids.ts';
import { serviceViewer } from '../../src/domain/people.ts';
import { stats } from '../../src/store/stats.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { freePort } from '../servers/free-port.ts';

const SHORTLIST = fileURLToPath(new URL('../../bin/shortlist', import.meta.url));
const LOG_KEPT = 20_000;

export interface ServiceProcess {
  folder: string;
  port: number;
  /** Starts it (again) and resolves when it greets; how long that took, in ms. Rejects when it ends before. */
  start(): Promise<number>;
  /** The service alone: its children must notice by themselves. The exit code. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  /** Processes of any start of it that still run (Linux; elsewhere nobody looks). */
  left(): Promise<number>;
  /** One delivery; rejects with the server's words. */
  send(mail: DemoMail): Promise<void>;
  /** As mail servers do: again and again until a 250. */
  deliver(mail: DemoMail): Promise<void>;
  /** A second process's look at its database. */
  withStore<T>(look: (store: Store) => Promise<T>): Promise<T>;
  /** Until nothing waits any more. */
  settled(): Promise<void>;
  /** The last of what it wrote. */
  log(): string;
}

export interface ProcessOptions {
  folder: string;
  environment?: Readonly<Record<string, string>>;
  port?: number;
}

/** The mails in the folder. */
export async function sentInto(outbox: string): Promise<SentMail[]> {
  const names = (await readdir(outbox)).filter((name) => name.endsWith('.eml'));
  return Promise.all(names.map(async (name) => readSentMail(await readFile(path.join(outbox, name)))));
}

/** How many of them answer each Message-ID. */
export function answersTo(mails: readonly SentMail[]): Record<string, number> {
  const answered: Record<string, number> = {};
  for (const id of mails.flatMap((mail) => mail.inReplyTo)) answered[id] = (answered[id] ?? 0) + 1;
  return answered;
}

export const answersIn = async (outbox: string): Promise<Record<string, number>> => answersTo(await sentInto(outbox));

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (ok: boolean) => {
      socket.destroy();
      resolve(ok);
    };
    socket.once('error', () => end(false));
    socket.once('data', (data) => end(data.toString().startsWith('220')));
    socket.setTimeout(1000, () => end(false));
  });
}

/** Started when this resolves. The listener is its sign of life, so it is always on. */
export async function startProcess(options: ProcessOptions): Promise<ServiceProcess> {
  const { folder } = options;
  const port = options.port ?? (await freePort());
  let child: ReturnType<typeof spawnService> | undefined;
  const groups = new Set<number>();
  let log = '';

  async function start(): Promise<number> {
    const began = performance.now();
    const started = spawnService(options, port);
    child = started;
    if (started.pid !== undefined) groups.add(started.pid);
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (data: Buffer) => {
        log = `${log}${data.toString()}`.slice(-LOG_KEPT);
      });
    while (!(await greets(port))) {
      const { exitCode, signalCode } = started;
      if (exitCode !== null || signalCode !== null) throw new Error(`the service ended with ${exitCode ?? signalCode}: ${log}`);
      await delay(10);
    }
    return performance.now() - began;
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const ending = child;
    if (ending?.pid === undefined) return null;
    child = undefined;
    const running = ending.exitCode === null && ending.signalCode === null;
    const gone = running ? once(ending, 'exit') : undefined;
    if (running) process.kill(ending.pid, signal);
    await gone;
    return ending.exitCode;
  }

  const send = (mail: DemoMail) =>
    sendOverSmtp({ host: '127.0.0.1', port }, 'sender@example.com', 'jobs@shortlist.localhost', mail.raw);

  async function withStore<T>(look: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore({ file: path.join(folder, 'shortlist.db'), dataFolder: folder, clock: systemClock });
    try {
      return await look(store);
    } finally {
      await store.close();
    }
  }

  await start();
  return {
    folder,
    port,
    start,
    end,
    send,
    withStore,
    log: () => log,
    left: () => processesIn(groups),
    async deliver(mail) {
      while (
        !(await send(mail).then(
          () => true,
          () => false,
        ))
      )
        await delay(30);
    },
    settled: () =>
      withStore(async (store) => {
        for (;;) {
          const { tasks, outbox } = await stats(store, serviceViewer(DEFAULT_WORKSPACE));
          if (tasks.waiting + tasks.running + outbox.waiting === 0) return;
          await delay(100);
        }
      }),
  };
}

/** Each start leads a process group of its own, and its children stay in it. Field 5 of `stat`, counted after the name in brackets. */
async function processesIn(groups: ReadonlySet<number>): Promise<number> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')));
  return found.filter((stat) => {
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state !== 'Z' && groups.has(Number(group));
  }).length;
}

function spawnService({ folder, environment }: ProcessOptions, port: number) {
  return spawn(SHORTLIST, ['serve', '--data', folder], {
    env: {
      PATH: process.env.PATH,
      SMTP_LISTEN: `127.0.0.1:${port}`,
      HTTP_LISTEN: 'off',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
