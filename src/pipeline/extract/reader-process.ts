/** The parent's end of one child: one request at a time, killed by the clock, its death told as an error of the closed list. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { ReadFailure } from './read-failure.ts';
import type { ReaderCommand } from './reader-command.ts';

/** Kept of what a child writes to stderr, to tell a lack of memory from other deaths. It never goes into logs: it may quote the file. */
const STDERR_KEPT = 4096;
/** Loading the libraries takes 0.3 s; on a machine with ten times the work it can do, half a minute was seen to be too short. */
const START_MS = 60_000;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/** The child cannot even start: a fault of the installation, not of a file. */
export class ReaderDoesNotStart extends Error {
  /** It was only too slow: another one may be quick enough. */
  readonly late: boolean;
  constructor(detail: string, late: boolean) {
    super(`The process that opens files does not start: ${detail}`);
    this.name = 'ReaderDoesNotStart';
    this.late = late;
  }
}

export class ReaderProcess {
  /** Requests answered. */
  served = 0;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  private readonly child: ChildProcess;
  private readonly started: Promise<void>;
  private readonly startMs: number;
  private waiting: Waiting | undefined;
  private stderr = '';
  private timedOut = false;
  private exited = false;

  constructor(command: ReaderCommand, startMs = START_MS) {
    this.startMs = startMs;
    this.child = spawn(command.file, command.args, {
      env: {},
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    yieldTheProcessor(this.child.pid);
    this.gone = new Promise((resolve) => {
      // Not `close`: it never comes when the child has called disconnect().
      this.child.once('exit', (code, signal) => resolve(this.onExit(code, signal)));
      this.child.once('error', () => {
        if (this.child.pid === undefined) resolve(this.onExit(127, null));
      });
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr = (this.stderr + text).slice(-STDERR_KEPT);
    });
    this.started = this.waitForMessage(startMs).then(() => undefined);
    // Whoever asks first learns that it did not start; nobody may have asked yet.
    this.started.catch(() => undefined);
    this.child.on('message', (message) => this.settle()?.resolve(message));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get alive(): boolean {
    return !this.exited;
  }

  /** Sends one request and waits for its answer. Rejects with `ReadFailure` (timeout, memory, damaged) when the child dies of it. */
  async ask(message: object, timeoutMs: number): Promise<unknown> {
    await this.started.catch(() => {
      throw new ReaderDoesNotStart(this.whyNotStarted(), this.timedOut);
    });
    const answer = this.waitForMessage(timeoutMs);
    // A broken pipe is an exit that has not been told yet.
    this.child.send(message, () => undefined);
    const value = await answer;
    this.served++;
    return value;
  }

  /** Kills it and waits until it is gone. */
  async stop(): Promise<void> {
    if (!this.exited) this.child.kill('SIGKILL');
    await this.gone;
  }

  private whyNotStarted(): string {
    if (this.timedOut) return `not within ${this.startMs / 1000} s. The machine has too much else to do; try again later.`;
    return this.stderr.split('\n').find((line) => /error|denied|cannot/i.test(line)) ?? 'no reason given';
  }

  private waitForMessage(timeoutMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.timedOut = true;
        this.child.kill('SIGKILL');
      }, timeoutMs);
      this.waiting = { resolve, reject, timer };
      if (this.exited) this.settle()?.reject(new ReadFailure('damaged'));
    });
  }

  private settle(): Waiting | undefined {
    const waiting = this.waiting;
    this.waiting = undefined;
    if (waiting) clearTimeout(waiting.timer);
    return waiting;
  }

  private onExit(code: number | null, signal: NodeJS.Signals | null): void {
    this.exited = true;
    this.settle()?.reject(new ReadFailure(this.timedOut ? 'timeout' : this.diedOfMemory(code, signal) ? 'memory' : 'damaged'));
  }

  /** Over RLIMIT_DATA V8 aborts or traps; an allocation that fails outside V8 ends with code 1 and says so; SIGKILL that is not ours is the kernel's. */
  private diedOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
    if (signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL') return true;
    return (code !== 0 || signal !== null) && /out of memory|allocation failed|bad_alloc|cannot allocate/i.test(this.stderr);
  }
}

/** Whoever waits for an acknowledgement goes before whoever is being read (rules R1, S2). A system that refuses is only slower. */
function yieldTheProcessor(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It ended already, or may not be asked.
  }
}
