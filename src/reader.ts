/** Wires the pools of child processes to the port that the pipeline reads through. */
import { fileURLToPath } from 'node:url';
import { RetryLater } from './domain/errors.ts';
import type { Log } from './log.ts';
import { codeCacheForChildren } from './pipeline/extract/code-cache.ts';
import { readError } from './pipeline/extract/read-failure.ts';
import { probeFences } from './pipeline/extract/reader-command.ts';
import { createReaderPool, type FailedAnswer } from './pipeline/extract/reader-pool.ts';
import { isZip, signedFormat } from './pipeline/extract/signed-format.ts';
import { IS_RESUME_FROM, type ResumeReader } from './pipeline/ingest/resume-reader.ts';
import type {
  AdAnswer,
  AdRequest,
  LinesAnswer,
  LinesRequest,
  NeedsRecognitionAnswer,
  ReadAnswer,
  ReadRequest,
  UnpackAnswer,
  UnpackRequest,
} from './pipeline/ingest/serve-reader.ts';

const CHILD = fileURLToPath(new URL('./pipeline/ingest/reader-child.ts', import.meta.url));
const OCR_CHILD = fileURLToPath(new URL('./pipeline/ingest/ocr-child.ts', import.meta.url));
/** Two children keep two cores busy; each holds about 150 MB. */
const CHILDREN = 2;
/**
 * One child recognises text, so that scans leave a core to everything else. A page takes 2 to 3 s of one core, on a busy machine
 * three times that; the child gives up a page by itself, the clock here is for what hangs. Memory: a 50 megapixel picture.
 */
const OCR = { size: 1, memoryKb: 1_500_000, timeoutMs: 180_000, maxDocuments: 50 };
/** More scans than these wait in the queue of tasks, not here: a place of the worker is never held by a scan that has not begun. */
const MOST_WAITING = 2;

export interface OpenReader extends ResumeReader {
  /** Starts a child ahead of need: a service that waits for files has the time, a command has not. */
  warm(): void;
  close(): Promise<void>;
  /** Of the children alive, for tests. */
  readonly pids: readonly number[];
}

/** Children start with the first file, or with `warm`. What this machine cannot do for their isolation is said once (rule P1). */
export function openResumeReader(log: Log, options: { size?: number } = {}): OpenReader {
  const codeCache = codeCacheForChildren();
  const shared = { codeCache, fences: probeFences() };
  const pool = createReaderPool({ ...shared, size: options.size ?? CHILDREN, entry: CHILD });
  const ocrPool = createReaderPool({ ...shared, ...OCR, entry: OCR_CHILD });
  for (const warning of pool.warnings) log.warn({}, warning);
  let scans = 0;

  /** Asks a child for text files first; it is quick to say that the text is in pictures. */
  async function ask<TIn extends object, TOut extends object>(request: TIn, mayWait: boolean): Promise<TOut | FailedAnswer> {
    const answer = await pool.request<TIn, TOut | NeedsRecognitionAnswer>(request);
    if (!isInPictures(answer)) return answer;
    if (!mayWait && scans >= MOST_WAITING)
      throw new RetryLater('scans are being read', { afterMs: 3000, countsAsAttempt: false });
    scans++;
    return ocrPool.request<TIn, TOut>(request).finally(() => {
      scans--;
    });
  }

  return {
    isZip,
    async read(bytes, name, { asOf, format: before, force = false, mayWait = true }) {
      const answer = await ask<ReadRequest, ReadAnswer>({ kind: 'read', bytes, name, format: before, asOf }, mayWait);
      // A child that died of the file has not said what it is.
      if (!answer.ok) return { ok: false, format: answer.format ?? signedFormat(bytes) ?? 'unknown', error: answer.error };
      const { format, resume } = answer;
      const { isResume } = resume.meta.shortlist;
      if (isResume >= IS_RESUME_FROM || force) return { ok: true, format, resume };
      return { ok: false, format, error: readError('not_a_resume'), isResume };
    },
    async unpack(bytes, page) {
      const answer = await pool.request<UnpackRequest, UnpackAnswer>({ kind: 'unpack', bytes, page });
      return answer.ok ? { files: answer.files, more: answer.more } : { error: answer.error };
    },
    async ad(bytes, name) {
      const answer = await ask<AdRequest, AdAnswer>({ kind: 'ad', bytes, name }, true);
      return answer.ok ? answer.reading : { error: answer.error };
    },
    async lines(bytes, format) {
      const answer = await ask<LinesRequest, LinesAnswer>({ kind: 'lines', bytes, format }, true);
      return answer.ok ? { lines: answer.lines } : { error: answer.error };
    },
    warm: () => pool.warm(),
    get pids() {
      return [...pool.pids, ...ocrPool.pids];
    },
    async close() {
      await Promise.all([pool.close(), ocrPool.close()]);
    },
  };
}

function isInPictures<T extends object>(answer: T | NeedsRecognitionAnswer): answer is NeedsRecognitionAnswer {
  return 'ok' in answer && answer.ok === 'needs-recognition';
}
