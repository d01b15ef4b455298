/** The terminal: JSON lines on stdout and nothing else there; words, progress and logs for people on stderr (command line contract). */
import { SingleBar } from 'cli-progress';

export interface Progress {
  advance(label?: string): void;
  done(): void;
}

export interface Terminal {
  readonly json: boolean;
  /** One JSON value on one line; without `--json` nothing. */
  value(value: unknown): void;
  /** For people: stdout without `--json`, stderr with it. */
  say(text: string): void;
  /** Progress and remarks: always stderr. */
  note(text: string): void;
  progress(total: number, label: string): Progress;
  /** Something in the input failed, the rest was done: exit code 1. */
  failed(): void;
  readonly exitCode: number;
}

export function createTerminal(
  json: boolean,
  out: NodeJS.WriteStream = process.stdout,
  err: NodeJS.WriteStream = process.stderr,
): Terminal {
  let exitCode = 0;
  return {
    json,
    value(value) {
      if (json) out.write(`${JSON.stringify(value)}\n`);
    },
    say(text) {
      (json ? err : out).write(`${text}\n`);
    },
    note(text) {
      err.write(`${text}\n`);
    },
    progress: (total, label) => (err.isTTY ? bar(total, label, err) : lines(total, label, err)),
    failed() {
      exitCode = 1;
    },
    get exitCode() {
      return exitCode;
    },
  };
}

function bar(total: number, label: string, err: NodeJS.WriteStream): Progress {
  const view = new SingleBar({
    format: `${label} {bar} {value}/{total} {what}`,
    stream: err,
    hideCursor: true,
    clearOnComplete: false,
  });
  view.start(total, 0, { what: '' });
  return { advance: (what = '') => view.increment(1, { what }), done: () => view.stop() };
}

/** Not a terminal (a file, CI): a line at every tenth instead of a moving bar. */
function lines(total: number, label: string, err: NodeJS.WriteStream): Progress {
  let count = 0;
  let shown = -1;
  return {
    advance() {
      count += 1;
      const tenth = total === 0 ? 10 : Math.floor((count / total) * 10);
      if (tenth !== shown) err.write(`${label} ${count}/${total}\n`);
      shown = tenth;
    },
    done() {},
  };
}
