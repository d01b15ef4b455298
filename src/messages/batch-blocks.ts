/** Several files in one submission: one line each, with reasons for failures (F1.3). */
import { latestTitle } from '../domain/latest-job.ts';
import type { Role } from '../domain/people.ts';
import type { CardBlock } from './card.ts';
import type { FileOutcome, ReadResume } from './file-outcome.ts';
import { counted, duration, joined, oneLine } from './phrases.ts';
import { readErrorLine } from './read-error-text.ts';
import { nameOf } from './resume-card.ts';

/** A card is read by a person: longer lists go on in `candidates` and in the report of an import. */
const SHOWN_RESUMES = 40;
const SHOWN_FAILURES = 40;

function resumeLine(file: ReadResume): string {
  const { resume } = file;
  const what = [
    nameOf(resume, 'no name found'),
    oneLine(resume.basics.label ?? latestTitle(resume) ?? '', 60),
    duration(resume.meta.shortlist.derived.experienceMonths),
  ].filter((part) => part !== undefined && part !== '');
  return `${oneLine(file.file, 80)}: ${what.join(', ')} (${file.resumeCode})${file.seenBefore ? ', read before' : ''}`;
}

function failureLine(file: FileOutcome): string[] {
  const label = oneLine(file.file, 80);
  if (file.outcome === 'failed') return [readErrorLine(label, file.error)];
  return file.outcome === 'not-resume' ? [`${label}: this does not look like a resume, so I made no candidate of it.`] : [];
}

/** At most `shown` lines and one that says how many more there are. */
function cut(lines: readonly string[], shown: number, rest: (more: number) => string): string[] {
  return lines.length <= shown ? [...lines] : [...lines.slice(0, shown), rest(lines.length - shown)];
}

/** `Read 34 of 50 files: 34 resumes, 2 not read, 14 still being read`. */
export function batchTitle(files: readonly FileOutcome[]): string {
  const count = (outcome: FileOutcome['outcome']) => files.filter((file) => file.outcome === outcome).length;
  const parts = [
    counted(count('resume'), 'resume'),
    count('failed') > 0 ? `${count('failed')} not read` : '',
    count('not-resume') > 0 ? `${count('not-resume')} not a resume` : '',
    count('waiting') > 0 ? `${count('waiting')} still being read` : '',
  ].filter((part) => part !== '');
  return `Your ${counted(files.length, 'file')}: ${joined(parts)}`;
}

/** `candidates` is a command of recruiters: nobody else is told of it. */
export function batchBlocks(files: readonly FileOutcome[], reader: { role: Role }): CardBlock[] {
  const lists = reader.role !== 'candidate';
  const resumes = files.filter((file) => file.outcome === 'resume');
  const failures = files.flatMap(failureLine);
  const waiting = files.filter((file) => file.outcome === 'waiting').length;
  const [first] = resumes;
  return [
    ...(resumes.length > 0
      ? [
          { kind: 'heading' as const, text: counted(resumes.length, 'resume') },
          {
            kind: 'list' as const,
            items: cut(
              resumes.map(resumeLine),
              SHOWN_RESUMES,
              (more) => `and ${more} more${lists ? ': answer "candidates"' : ''}`,
            ),
          },
        ]
      : []),
    ...(failures.length > 0
      ? [
          { kind: 'heading' as const, text: 'Not taken in' },
          { kind: 'list' as const, items: cut(failures, SHOWN_FAILURES, (more) => `and ${more} more of the same kinds`) },
        ]
      : []),
    ...(waiting > 0
      ? [
          {
            kind: 'text' as const,
            text: `${counted(waiting, 'file is', 'files are')} still being read; you need not send ${waiting === 1 ? 'it' : 'them'} again.`,
          },
        ]
      : []),
    {
      kind: 'commands',
      commands: [
        ...(first
          ? [{ command: `match ${first.resumeCode}`, does: `the best open jobs for ${nameOf(first.resume, 'this candidate')}` }]
          : []),
        ...(first && lists
          ? [{ command: 'candidates', does: 'everybody you have sent' }]
          : [{ command: 'help', does: 'everything I can do' }]),
      ],
    },
  ];
}
