/** The answer to an application: that it arrived, for which job, what was understood. No score: it is the recruiter's view of the applicant. */
import type { CandidateId } from '../domain/ids.ts';
import type { Card, CardBlock } from './card.ts';
import { type DigestSetting, digestSentence } from './digest-sentence.ts';
import type { FileOutcome } from './file-outcome.ts';
import { counted, joined, oneLine } from './phrases.ts';
import { type PrivacyNotice, privacyNotice } from './privacy-notice.ts';
import { readErrorLine } from './read-error-text.ts';
import { correctionHint, nameOf, resumeBlocks } from './resume-card.ts';
import { safeLink } from './safe-link.ts';

export interface AppliedJob {
  code: string;
  title: string;
  company?: string;
  /** Of the ad itself. */
  url?: string;
  open: boolean;
  /** Somebody here looks after it. */
  read: boolean;
  /** What they had applied with before: the same file, or another one. */
  before?: 'same' | 'other';
}

export interface ApplicationAnswer {
  jobs: readonly AppliedJob[];
  files: readonly FileOutcome[];
  /** The one resume is the reader's own. */
  yours: boolean;
  digest: DigestSetting;
  notice?: PrivacyNotice;
  remarks: readonly string[];
}

export function buildApplicationAnswer(input: ApplicationAnswer): Card {
  const resumes = input.files.filter((file) => file.outcome === 'resume');
  const open = input.jobs.filter((job) => job.open);
  return {
    about: [...new Set<CandidateId>(resumes.map((file) => file.candidateId))],
    title: titleOf(input.jobs, open),
    blocks: [
      ...input.jobs.flatMap(jobBlocks),
      ...understood(input),
      ...failures(input.files),
      { kind: 'commands', commands: commandsOf(input, open) },
      ...input.remarks.map((text): CardBlock => ({ kind: 'note', text: oneLine(text, 200) })),
      { kind: 'note', text: digestSentence(input.digest) },
      ...(input.notice ? [privacyNotice(input.notice)] : []),
    ],
    footer: [],
    attachments: [],
  };
}

const nameOfJob = ({ title, company, code }: AppliedJob): string =>
  `"${oneLine(title, 100)}"${company ? `, ${oneLine(company, 60)}` : ''} (${code})`;

function titleOf(all: readonly AppliedJob[], open: readonly AppliedJob[]): string {
  const [first] = open;
  if (first && open.length === 1) return `Your application for "${oneLine(first.title, 90)}" has arrived`;
  if (first) return `Your applications for ${open.length} jobs have arrived`;
  return all.length === 1 ? 'This job is closed' : 'These jobs are closed';
}

function jobBlocks(job: AppliedJob): CardBlock[] {
  const name = nameOfJob(job);
  if (!job.open) return [{ kind: 'text', text: `${name} is closed. Your resume was not sent to anybody.` }];
  const blocks: CardBlock[] = [{ kind: 'text', text: job.read ? arrived(job, name) : kept(job, name) }];
  const link = safeLink(job.url);
  return job.read || link === undefined ? blocks : [...blocks, { kind: 'facts', facts: [{ label: 'Apply at', value: link }] }];
}

function arrived(job: AppliedJob, name: string): string {
  if (job.before === 'same') return `You had applied for ${name} with this very file before. It is there; nothing was added.`;
  if (job.before === 'other')
    return `Your application for ${name} has this newer resume now. Whoever looks after the job can see it.`;
  return `Your application for ${name} has arrived. Whoever looks after the job can see your resume and this message.`;
}

function kept(job: AppliedJob, name: string): string {
  const where = safeLink(job.url) ? 'Please apply there as well:' : 'Please apply where you found it as well.';
  const what = job.before === undefined ? 'is kept here' : 'is kept here already';
  return `Your application for ${name} ${what}, but nobody here answers for that job: it comes from a job board. ${where}`;
}

function understood(input: ApplicationAnswer): CardBlock[] {
  const resumes = input.files.filter((file) => file.outcome === 'resume');
  const [only] = resumes;
  if (!only) return [];
  if (resumes.length === 1)
    return [
      { kind: 'heading', text: 'What I understood of the resume' },
      ...resumeBlocks(only.resume, input.yours ? 'you' : 'other'),
      correctionHint(only.resumeCode),
    ];
  return [
    { kind: 'heading', text: counted(resumes.length, 'resume') },
    {
      kind: 'list',
      items: resumes.slice(0, 40).map((file) => `${oneLine(file.file, 80)}: ${nameOf(file.resume, 'no name found')}`),
    },
  ];
}

function failures(files: readonly FileOutcome[]): CardBlock[] {
  const lines = files.flatMap((file) => {
    const label = oneLine(file.file, 80);
    if (file.outcome === 'failed') return [readErrorLine(label, file.error)];
    return file.outcome === 'waiting' ? [`${label}: still being read; you need not send it again.`] : [];
  });
  const others = files.filter((file) => file.outcome === 'not-resume').map((file) => oneLine(file.file, 80));
  if (others.length > 0) lines.push(`${joined(others.slice(0, 10))}: kept with your message, but not read as a resume.`);
  return lines.length > 0 ? [{ kind: 'list', items: lines.slice(0, 40) }] : [];
}

function commandsOf(input: ApplicationAnswer, open: readonly AppliedJob[]): { command: string; does: string }[] {
  const [first] = open;
  return [
    ...(input.yours ? [] : [{ command: 'me', does: 'say that this resume is your own; then I show you the jobs that fit' }]),
    ...(first ? [{ command: `withdraw ${first.code}`, does: 'take the application back' }] : []),
    { command: 'applied', does: 'what you have applied for' },
    ...(input.yours
      ? [{ command: 'match', does: 'the open jobs that fit you best' }]
      : [{ command: 'jobs', does: 'the open jobs' }]),
  ];
}
