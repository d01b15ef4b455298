/** A few children that open files, and the queue in front of them (rule P1). */
import type { FileFormat } from '../../domain/document.ts';
import type { ReadError } from '../../domain/read-error.ts';
import { ReadFailure } from './read-failure.ts';
import { type Fences, probeFences, type ReaderCommand, type ReaderLimits, readerCommand } from './reader-command.ts';
import { ReaderDoesNotStart, ReaderProcess } from './reader-process.ts';

export interface ReaderPoolOptions extends Partial<ReaderLimits> {
  /** Children at most; they start when they are needed. */
  size: number;
  /** Path of the child's script; it calls `serveChild`. */
  entry: string;
  /** Wall clock for one request. */
  timeoutMs?: number;
  /** A child is replaced after this many requests. */
  maxDocuments?: number;
  /** For tests: wall clock for the start of a child; a second one is tried. */
  startMs?: number;
  /** What the machine can do; found out where it is not given. */
  fences?: Fences;
}

/** What a request comes back with when the file (or the child, on its account) failed. */
export interface FailedAnswer {
  ok: false;
  error: ReadError;
  /** Of the file, where the child lived to tell. */
  format?: FileFormat;
}

export interface ReaderPool {
  /**
   * Sends a message to a free child and gives its answer; first come, first served. Death, memory and time are answers
   * (`ok: false`), too. Rejects only with `PoolClosed` and `ReaderDoesNotStart`, which are no fault of the file.
   */
  request<TIn extends object, TOut extends object>(message: TIn): Promise<TOut | FailedAnswer>;
  /** Starts a child before anybody asks, now and whenever the last one that was free is replaced: nobody waits for a start. */
  warm(): void;
  /** Kills what runs and resolves when every child is gone. */
  close(): Promise<void>;
  /** What this machine cannot do for the isolation, in words for the operator. */
  readonly warnings: readonly string[];
  /** Pids of the children alive, for tests and `doctor`. */
  readonly pids: readonly number[];
}

/** The pool was closed before the answer: ask again after the restart. */
export class PoolClosed extends Error {
  constructor() {
    super('The readers are closed.');
    this.name = 'PoolClosed';
  }
}

/**
 * A child needs its first hundred files to be compiled: 56 ms of work each, 16 ms from then on. Its memory grows by 30 MB in 1,750 files,
 * and nothing that opens files lives for ever.
 */
const DEFAULTS = { memoryKb: 1_000_000, heapMb: 384, timeoutMs: 20_000, maxDocuments: 1000 };

interface Ticket {
  message: object;
  resolve(answer: object): void;
  reject(error: Error): void;
}

/** Throws when the script of the child is not there. */
export function createReaderPool(options: ReaderPoolOptions): ReaderPool {
  return new ChildPool(options);
}

class ChildPool implements ReaderPool {
  readonly warnings: readonly string[];
  private readonly options: ReaderPoolOptions & typeof DEFAULTS;
  private readonly command: ReaderCommand;
  private readonly queue: Ticket[] = [];
  private readonly idle: ReaderProcess[] = [];
  /** Every child that is not known to be gone. */
  private readonly children = new Set<ReaderProcess>();
  private busy = 0;
  private keepsWarm = false;
  private closed = false;

  constructor(options: ReaderPoolOptions) {
    this.options = { ...DEFAULTS, ...options };
    const fences = options.fences ?? probeFences();
    this.warnings = fences.warnings;
    this.command = readerCommand(options.entry, this.options, fences);
  }

  get pids(): readonly number[] {
    return [...this.children].flatMap((child) => (child.alive && child.pid !== undefined ? [child.pid] : []));
  }

  request<TIn extends object, TOut extends object>(message: TIn): Promise<TOut | FailedAnswer> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new PoolClosed());
      // The child is our own code and the channel keeps types: what it answers to this message is TOut.
      this.queue.push({ message, resolve: (answer) => resolve(answer as TOut | FailedAnswer), reject });
      this.next();
    });
  }

  warm(): void {
    this.keepsWarm = true;
    if (!this.closed && this.children.size < this.options.size) this.idle.push(this.startChild());
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const ticket of this.queue.splice(0)) ticket.reject(new PoolClosed());
    await Promise.all([...this.children].map((child) => child.stop()));
  }

  private next(): void {
    while (!this.closed && this.busy < this.options.size) {
      const ticket = this.queue.shift();
      if (!ticket) return;
      this.busy++;
      void this.serve(ticket).finally(() => {
        this.busy--;
        this.next();
        if (this.keepsWarm && this.children.size === 0) this.warm();
      });
    }
  }

  private async serve(ticket: Ticket, triesLeft = 1): Promise<void> {
    const child = this.takeChild();
    try {
      const answer = await child.ask(ticket.message, this.options.timeoutMs);
      const { value, retire } = readAnswer(answer);
      if (retire || child.served >= this.options.maxDocuments) await child.stop();
      else if (child.alive) this.idle.push(child);
      ticket.resolve(value);
    } catch (error) {
      await child.stop();
      if (this.closed) ticket.reject(new PoolClosed());
      // A start that took too long is the machine's doing; the next one finds the program in memory.
      else if (error instanceof ReaderDoesNotStart && error.late && triesLeft > 0) await this.serve(ticket, triesLeft - 1);
      // What became of a file must not hang on the files before it, which leave less room: a fresh child is asked once more.
      else if (isOutOfMemory(error) && child.served > 0 && triesLeft > 0) await this.serve(ticket, triesLeft - 1);
      else if (error instanceof ReadFailure) ticket.resolve({ ok: false, error: error.readError } satisfies FailedAnswer);
      else ticket.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private takeChild(): ReaderProcess {
    for (let child = this.idle.pop(); child; child = this.idle.pop()) if (child.alive) return child;
    return this.startChild();
  }

  private startChild(): ReaderProcess {
    const child = new ReaderProcess(this.command, this.options.startMs);
    this.children.add(child);
    void child.gone.then(() => this.children.delete(child));
    return child;
  }
}

const isOutOfMemory = (error: unknown): boolean => error instanceof ReadFailure && error.readError.code === 'memory';

/** `{ value, retire }` of `serveChild`; anything else is a child gone wrong. */
function readAnswer(answer: unknown): { value: object; retire: boolean } {
  if (typeof answer !== 'object' || answer === null || !('value' in answer)) throw new ReadFailure('damaged');
  const { value } = answer;
  if (typeof value !== 'object' || value === null) throw new ReadFailure('damaged');
  return { value, retire: 'retire' in answer && answer.retire === true };
}
