/** Reads a folder of documents with gold through the service's own reader, one after the other. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Resume } from '../../src/domain/resume.ts';
import type { ResumeReader } from '../../src/pipeline/ingest/resume-reader.ts';
import { type Gold, type GoldDocument, type ResumeScore, scoreResume } from './score-resume.ts';

export interface ReadDocument extends GoldDocument {
  /** Where it stands. */
  at: string;
  score: ResumeScore;
  ms: number;
  /** Absent: it could not be read. */
  resume?: Resume;
}

const READ = { asOf: '2026-11-01', force: true };
const NOTHING: Resume = {
  basics: {},
  work: [],
  education: [],
  skills: [],
  languages: [],
  certificates: [],
  projects: [],
  publications: [],
  awards: [],
  volunteer: [],
  interests: [],
  other: [],
  meta: {
    shortlist: {
      confidence: {},
      sources: {},
      isResume: 0,
      asOf: READ.asOf,
      hiddenText: [],
      warnings: [],
      parserVersion: '',
      derived: { experienceMonths: 0 },
    },
  },
};

/** Reads the first document once more before anything is timed: a child's first answer is slower. */
export async function readDataset(reader: ResumeReader, folder: string): Promise<ReadDocument[]> {
  const list = await readFile(path.join(folder, 'docs.jsonl'), 'utf8');
  const documents: GoldDocument[] = list
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const read: ReadDocument[] = [];
  for (const [n, document] of documents.entries()) {
    const at = path.join(folder, document.file);
    const bytes = await readFile(at);
    if (n === 0) await reader.read(bytes, document.file, READ);
    const gold: Gold = JSON.parse(await readFile(path.join(folder, document.gold), 'utf8'));
    const started = performance.now();
    const outcome = await reader.read(bytes, document.file, READ);
    const ms = performance.now() - started;
    const resume = outcome.ok ? outcome.resume : undefined;
    read.push({ ...document, at, ms, score: scoreResume(resume ?? NOTHING, gold, document), ...(resume && { resume }) });
  }
  return read;
}
