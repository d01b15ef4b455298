/** The child's end: answers one message at a time, and ends with its parent (rule P1). */
import { asReadFailure, ReadFailure } from './read-failure.ts';

/** A handler of messages of one `kind`. What it throws becomes `{ ok: false, error }`. */
export type ChildHandler = (message: Readonly<Record<string, unknown>>) => Promise<object>;

/** Failures that say nothing about the state of the child; after any other it is replaced. */
const HARMLESS: ReadonlySet<string> = new Set(['unsupported', 'empty', 'encrypted', 'too_many_pages', 'not_a_resume', 'no_text']);

/** Serves the parent until it disconnects. Call it once, as the last thing that the script does. `isSpent` asks for another child after an answer. */
export function serveChild(handlers: Readonly<Record<string, ChildHandler>>, isSpent: () => boolean = () => false): void {
  const send = (message: object) => process.send?.(message);
  process.on('disconnect', () => process.exit(0));
  // Libraries leave promises of aborted work behind; the request itself has its answer or its time limit.
  process.on('unhandledRejection', () => undefined);
  process.on('message', (message: unknown) => {
    void answer(handlers, message).then(({ value, retire }) => send({ value, retire: retire || isSpent() }));
  });
  send({ ready: true });
}

async function answer(
  handlers: Readonly<Record<string, ChildHandler>>,
  message: unknown,
): Promise<{ value: object; retire: boolean }> {
  try {
    const record = toRecord(message);
    const handler = handlers[String(record.kind)];
    if (!handler) throw new Error(`no handler for ${String(record.kind)}`);
    return { value: await handler(record), retire: false };
  } catch (thrown) {
    const { readError: error, format } = isAllocationFailure(thrown) ? new ReadFailure('memory') : asReadFailure(thrown);
    return { value: { ok: false, error, format }, retire: !HARMLESS.has(error.code) };
  }
}

function toRecord(message: unknown): Record<string, unknown> {
  return typeof message === 'object' && message !== null ? { ...message } : {};
}

/** An ArrayBuffer that does not fit below the limit throws a RangeError instead of ending the process. */
function isAllocationFailure(thrown: unknown): boolean {
  return thrown instanceof RangeError && /allocation failed|out of memory/i.test(thrown.message);
}

/** The bytes of a message; an error of ours, not of the file, when they are missing. */
export function bytesOf(message: Readonly<Record<string, unknown>>): Uint8Array {
  const bytes = message.bytes;
  if (!(bytes instanceof Uint8Array)) throw new Error('message without bytes');
  return bytes;
}
