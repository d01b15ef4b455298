/** Wires the pool of child processes to the port that the pipeline reads through. */
import { fileURLToPath } from 'node:url';
import type { Log } from './log.ts';
import { sniffFormat } from './pipeline/extract/file-format.ts';
import { createReaderPool } from './pipeline/extract/reader-pool.ts';
import type {
  LinesAnswer,
  LinesRequest,
  ReadAnswer,
  ReadRequest,
  TextAnswer,
  TextRequest,
  UnpackAnswer,
  UnpackRequest,
} from './pipeline/ingest/reader-child.ts';
import { IS_RESUME_FROM, type ResumeReader } from './pipeline/ingest/resume-reader.ts';

const CHILD = fileURLToPath(new URL('./pipeline/ingest/reader-child.ts', import.meta.url));
/** Two children keep two cores busy; each holds about 150 MB. */
const CHILDREN = 2;

export interface OpenReader extends ResumeReader {
  /** Starts a child ahead of need: a service that waits for files has the time, a command has not. */
  warm(): void;
  close(): Promise<void>;
}

/** Children start with the first file, or with `warm`. What this machine cannot do for their isolation is said once (rule P1). */
export function openResumeReader(log: Log, options: { size?: number } = {}): OpenReader {
  const pool = createReaderPool({ size: options.size ?? CHILDREN, entry: CHILD });
  for (const warning of pool.warnings) log.warn({}, warning);
  return {
    format: sniffFormat,
    async read(bytes, name, { asOf, force = false }) {
      const answer = await pool.request<ReadRequest, ReadAnswer>({ kind: 'read', bytes, name, asOf });
      const format = answer.ok ? answer.format : sniffFormat(bytes, name);
      if (!answer.ok) return { ok: false, format, error: answer.error };
      const { isResume } = answer.resume.meta.shortlist;
      if (isResume >= IS_RESUME_FROM || force) return { ok: true, format, resume: answer.resume };
      const error = {
        code: 'not_a_resume',
        message: 'This does not look like a resume.',
        fix: 'Send the resume itself; on the command line --force reads it all the same.',
      } as const;
      return { ok: false, format, error, isResume };
    },
    async unpack(bytes) {
      const answer = await pool.request<UnpackRequest, UnpackAnswer>({ kind: 'unpack', bytes });
      return answer.ok ? { members: answer.members, skipped: answer.skipped } : { error: answer.error };
    },
    async text(bytes, name) {
      const answer = await pool.request<TextRequest, TextAnswer>({ kind: 'text', bytes, name });
      return answer.ok ? { text: answer.text } : { error: answer.error };
    },
    async lines(bytes, name) {
      const answer = await pool.request<LinesRequest, LinesAnswer>({ kind: 'lines', bytes, name });
      return answer.ok ? { lines: answer.lines } : { error: answer.error };
    },
    warm: () => pool.warm(),
    close: () => pool.close(),
  };
}
