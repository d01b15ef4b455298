/** What a newer resume says that the one before did not (F1.6), from facts alone: one line of what is new, one of what is gone or other. */
import { foldWords } from '../../domain/fold-text.ts';
import type { Resume, ResumeWork } from '../../domain/resume.ts';
import { joined, oneLine, period } from '../../messages/phrases.ts';
import { isSameJob } from '../match/same-job.ts';

export interface ResumeNews {
  /** `a job: Staff Engineer, Acme (Sep 2025 – now)`. */
  added: string[];
  /** `the end of Nurse, Vale Hospital (Jan 2026)`, `the address`. */
  changed: string[];
  gone: string[];
}

const SHOWN = 4;
/** More jobs are not compared: no resume that people wrote has as many. */
const MOST_JOBS = 60;

/** Entries are the same when employer, school or name are, however they are spelled; a skill once is a skill. */
export function compareResumes(before: Resume, after: Resume): ResumeNews {
  const jobs = compareJobs(before.work, after.work);
  return {
    added: [
      ...named('job', jobs.added.map(jobLine)),
      ...named('degree', missing(degrees(after), degrees(before))),
      ...named('skill', missing(skills(after), skills(before))),
      ...named('language', missing(languages(after), languages(before))),
      ...named('certificate', missing(certificates(after), certificates(before))),
    ],
    changed: [...jobs.changed, ...contactsChanged(before, after)],
    gone: [
      ...named('job', jobs.gone.map(jobLine)),
      ...named('degree', missing(degrees(before), degrees(after))),
      ...named('skill', missing(skills(before), skills(after))),
      ...named('language', missing(languages(before), languages(after))),
      ...named('certificate', missing(certificates(before), certificates(after))),
    ],
  };
}

/** At most two lines; `than` names the one before: `the one of 2 March 2026`. */
export function newsLines({ added, changed, gone }: ResumeNews, than: string): string[] {
  const other = [
    ...(changed.length > 0 ? [`Changed: ${joined(changed)}.`] : []),
    ...(gone.length > 0 ? [`No longer in it: ${gone.join('; ')}.`] : []),
  ].join(' ');
  if (added.length === 0 && other === '') return [`It says the same as ${than}.`];
  return [
    added.length > 0 ? `New compared with ${than}: ${added.join('; ')}.` : `Nothing new compared with ${than}.`,
    other,
  ].filter(Boolean);
}

export const isSame = ({ added, changed, gone }: ResumeNews): boolean => added.length + changed.length + gone.length === 0;

function compareJobs(before: readonly ResumeWork[], after: readonly ResumeWork[]) {
  const left = before.slice(0, MOST_JOBS);
  const added: ResumeWork[] = [];
  const changed: string[] = [];
  for (const job of after.slice(0, MOST_JOBS)) {
    const at = left.findIndex((old) => isSameJob(old, job));
    const [old] = at < 0 ? [] : left.splice(at, 1);
    if (!old) added.push(job);
    else changed.push(...jobChanges(old, job));
  }
  return { added, changed, gone: left };
}

function jobChanges(old: ResumeWork, job: ResumeWork): string[] {
  if (foldWords(old.position ?? '') !== foldWords(job.position ?? ''))
    return [`the title ${oneLine(old.position ?? '', 60) || 'of a job'} to ${jobName(job)}`];
  if (old.startDate && !old.endDate && job.endDate) return [`the end of ${jobName(job)} (${period(undefined, job.endDate, '')})`];
  const same = old.startDate === job.startDate && old.endDate === job.endDate;
  return same ? [] : [`the dates of ${jobLine(job)}`];
}

const jobName = ({ position, name }: ResumeWork): string => oneLine([position, name].filter(Boolean).join(' at '), 80) || 'a job';

function jobLine(job: ResumeWork): string {
  const when = period(job.startDate, job.endDate, 'now');
  return when ? `${jobName(job)} (${when})` : jobName(job);
}

const degrees = ({ education }: Resume): string[] =>
  education.map((one) => [[one.studyType, one.area].filter(Boolean).join(' '), one.institution].filter(Boolean).join(', '));
const skills = (resume: Resume): string[] => resume.skills.flatMap((group) => group.keywords);
const languages = (resume: Resume): string[] => resume.languages.map((one) => one.language);
const certificates = (resume: Resume): string[] => resume.certificates.map((one) => one.name);

function missing(these: readonly string[], those: readonly string[]): string[] {
  const known = new Set(those.map(foldWords));
  return [...new Map(these.map((one) => [foldWords(one), oneLine(one, 60)]))].flatMap(([key, text]) =>
    key === '' || known.has(key) ? [] : [text],
  );
}

/** `skill: Rust`, `3 skills: Go, Rust, SQL`, `8 skills: Go, Rust, SQL, C and 4 more`. */
function named(what: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const more = all.length - SHOWN;
  const list = all.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return [`${all.length === 1 ? what : `${all.length} ${what}s`}: ${list}`];
}

function contactsChanged({ basics: before }: Resume, { basics: after }: Resume): string[] {
  const differ = (a: string | undefined, b: string | undefined) => foldWords(a ?? '') !== foldWords(b ?? '');
  return [
    ...(differ(before.name, after.name) ? ['the name'] : []),
    ...((before.email ?? '').toLowerCase() === (after.email ?? '').toLowerCase() ? [] : ['the email address']),
    ...(differ(before.phone, after.phone) ? ['the phone number'] : []),
    ...(differ(before.location?.city, after.location?.city) ? ['the place'] : []),
  ];
}
