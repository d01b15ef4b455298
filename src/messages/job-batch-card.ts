/** A recruiter's files for a job: one message with the shortlist and a report of every file (F1.3). */
import type { CandidateId } from '../domain/ids.ts';
import type { Card, CardBlock, CardItem } from './card.ts';
import { type DigestSetting, digestSentence } from './digest-sentence.ts';
import type { FileOutcome, ReadResume } from './file-outcome.ts';
import { reactionHint, whyCommand } from './match-items.ts';
import { counted, joined, oneLine, points } from './phrases.ts';
import { type PrivacyNotice, privacyNotice } from './privacy-notice.ts';
import { readErrorLine } from './read-error-text.ts';
import { nameOf } from './resume-card.ts';

export interface BatchJob {
  code: string;
  title: string;
  company?: string;
  open: boolean;
  /** Best first, numbered through the whole message. */
  items: readonly CardItem[];
  /** Candidates of the batch in all. */
  total: number;
}

export interface JobBatchInput {
  batch: string;
  jobs: readonly BatchJob[];
  files: readonly FileOutcome[];
  about: readonly CandidateId[];
  digest: DigestSetting;
  notice?: PrivacyNotice;
  remarks: readonly string[];
}

const SHOWN_LINES = 60;

export function buildJobBatchCard(input: JobBatchInput): Card {
  const items = input.jobs.flatMap((job) => job.items);
  return {
    about: [...new Set(input.about)],
    title: titleOf(input),
    blocks: [
      { kind: 'text', text: countsOf(input.batch, input.files) },
      ...input.jobs.flatMap(jobBlocks),
      ...(items.length > 0 ? [reactionHint(items)] : []),
      ...listBlock('Not taken in', failureLines(input.files)),
      ...listBlock('More than once', duplicateLines(input.files)),
      {
        kind: 'commands',
        commands: [
          ...whyCommand(items),
          ...input.jobs
            .filter((job) => job.open)
            .slice(0, 1)
            .map((job) => ({ command: `shortlist ${job.code}`, does: 'your candidates for the job, also earlier ones' })),
          { command: `status ${input.batch}`, does: 'this report in short, any time' },
        ],
      },
      ...input.remarks.map((text): CardBlock => ({ kind: 'note', text: oneLine(text, 200) })),
      { kind: 'note', text: digestSentence(input.digest) },
      ...(input.notice ? [privacyNotice(input.notice)] : []),
    ],
    footer: [],
    attachments: [],
  };
}

const nameOfJob = ({ title, company }: BatchJob): string =>
  `"${oneLine(title, 90)}"${company ? `, ${oneLine(company, 50)}` : ''}`;

function titleOf({ jobs, files }: JobBatchInput): string {
  const [first] = jobs;
  const waiting = files.some((file) => file.outcome === 'waiting');
  const best = first?.items[0]?.score;
  const whom = first ? `${counted(first.total, 'candidate')} for ${nameOfJob(first)}` : counted(files.length, 'file');
  return `${whom}${best === undefined ? '' : `, the best with ${points(best)}`}${waiting ? ' (so far)' : ''}`;
}

/** `Batch s4f7k2m9q, 50 files: 46 resumes read, 3 not read, 1 is no resume.` */
function countsOf(batch: string, files: readonly FileOutcome[]): string {
  const count = (outcome: FileOutcome['outcome']) => files.filter((file) => file.outcome === outcome).length;
  const others = count('not-resume');
  const waiting = count('waiting');
  const parts = [
    `${counted(count('resume'), 'resume')} read`,
    count('failed') > 0 ? `${count('failed')} not read` : '',
    others > 0 ? `${others} ${others === 1 ? 'is no resume' : 'are no resumes'}` : '',
    waiting > 0 ? `${waiting} still being read` : '',
  ].filter((part) => part !== '');
  const rest = waiting > 0 ? ` The whole report follows by itself as soon as ${waiting === 1 ? 'it is' : 'they are'} read.` : '';
  return `Batch ${batch}, ${counted(files.length, 'file')}: ${joined(parts)}.${rest}`;
}

function jobBlocks(job: BatchJob): CardBlock[] {
  const heading: CardBlock = { kind: 'heading', text: `For ${nameOfJob(job)} (${job.code})` };
  if (!job.open)
    return [
      heading,
      { kind: 'text', text: `This job is closed, so I compared nobody with it. "jobs reopen ${job.code}" opens it again.` },
    ];
  if (job.items.length === 0) return [heading, { kind: 'text', text: 'There is nobody to put on the list yet.' }];
  const more = job.total - job.items.length;
  return [
    heading,
    { kind: 'items', items: [...job.items] },
    ...(more > 0 ? [{ kind: 'note' as const, text: `${more} more of this batch follow in "shortlist ${job.code} 50".` }] : []),
  ];
}

function failureLines(files: readonly FileOutcome[]): string[] {
  return files.flatMap((file) => {
    const label = oneLine(file.file, 80);
    if (file.outcome === 'failed') return [readErrorLine(label, file.error)];
    return file.outcome === 'not-resume' ? [`${label}: this does not look like a resume, so I made no candidate of it.`] : [];
  });
}

/** Files with the same bytes, several files of one candidate, and what the reader had sent before. */
function duplicateLines(files: readonly FileOutcome[]): string[] {
  const resumes = files.filter((file) => file.outcome === 'resume');
  const lines: string[] = [];
  for (const same of Map.groupBy(resumes, (file) => file.candidateId).values()) {
    const [first, ...others] = same;
    if (!first) continue;
    for (const other of others) lines.push(sameLine(first, other));
    if (others.length === 0 && first.seenBefore)
      lines.push(`${label(first)}: ${nameOf(first.resume, 'no name found')}, read before`);
  }
  return lines;
}

const label = (file: ReadResume): string => oneLine(file.file, 80);
const sameLine = (first: ReadResume, other: ReadResume): string =>
  first.resumeCode === other.resumeCode
    ? `${label(other)} is the same file as ${label(first)}`
    : `${label(other)} and ${label(first)} are two resumes of ${nameOf(first.resume, 'one candidate')}: the list shows the better one`;

function listBlock(heading: string, lines: readonly string[]): CardBlock[] {
  if (lines.length === 0) return [];
  const more = lines.length - SHOWN_LINES;
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: more > 0 ? [...lines.slice(0, SHOWN_LINES), `and ${more} more`] : [...lines] },
  ];
}
