/** A resume with what people said of it (F2.5). Pure: the same reading and corrections give the same resume, also when a newer parser made the reading. */
import type { CorrectionAuthor, ResumeCorrection } from '../../domain/correction.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Resume, ResumeEducation, ResumeWork } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { deriveFacts } from '../parse/derive.ts';
import { applyToList } from './apply-to-list.ts';
import { shiftPaths } from './shift-paths.ts';
import { fieldLabel, shownPlace, shownWork } from './show-value.ts';

/** What one correction did, for people and to be kept. */
export interface AppliedCorrection {
  correction: ResumeCorrection;
  /** `Job 2, end`. */
  label: string;
  /** `''`: there was none, or there is none now. */
  before: string;
  after: string;
}

export interface CorrectedResume {
  resume: Resume;
  applied: AppliedCorrection[];
  /** What could not be done, a sentence each: there is no job 4. */
  problems: string[];
}

export interface ApplyOptions {
  taxonomy: Taxonomy;
  author: CorrectionAuthor;
}

/** Applies in order. Derived facts are made anew; a corrected value has confidence 1 and no line of the page. The input stays as it is. */
export function applyCorrections(
  resume: Resume,
  corrections: readonly ResumeCorrection[],
  { taxonomy, author }: ApplyOptions,
): CorrectedResume {
  const corrected: CorrectedResume = { resume: structuredClone(resume), applied: [], problems: [] };
  for (const correction of corrections) {
    const outcome = applyOne(corrected.resume, correction, author);
    if (typeof outcome === 'string') corrected.problems.push(outcome);
    else if (outcome.before !== outcome.after || correction.op === 'set') corrected.applied.push(outcome);
  }
  const { work, education, basics, meta } = corrected.resume;
  meta.shortlist.derived = deriveFacts(work, education, basics.label, meta.shortlist.asOf, taxonomy);
  return corrected;
}

function applyOne(resume: Resume, correction: ResumeCorrection, author: CorrectionAuthor): AppliedCorrection | string {
  const [root = ''] = correction.path.split('.');
  if (root === 'basics') return setBasics(resume, correction, author);
  if (root === 'skills' || root === 'languages' || root === 'certificates') {
    const outcome = applyToList(resume, root, correction, (path) => mark(resume, path, author));
    return typeof outcome === 'string' ? outcome : { correction, ...outcome };
  }
  if (correction.op === 'add') return addJob(resume, correction, author);
  return changeEntry(resume, correction, author);
}

/** The value is a person's: sure, and from no line of the page. */
function mark(resume: Resume, path: string, author: CorrectionAuthor): void {
  const meta = resume.meta.shortlist;
  const below = (key: string) => key === path || key.startsWith(`${path}.`);
  for (const record of [meta.confidence, meta.sources]) for (const key of Object.keys(record)) if (below(key)) delete record[key];
  meta.confidence[path] = 1;
  meta.corrected = { ...meta.corrected, [path]: author };
}

function setBasics(resume: Resume, correction: ResumeCorrection, author: CorrectionAuthor): AppliedCorrection | string {
  const { basics } = resume;
  const key = correction.path.slice('basics.'.length);
  const label = fieldLabel(correction.path);
  const value = correction.value === '' ? undefined : correction.value;
  if (key === 'location') {
    const before = shownPlace(basics.location);
    basics.location = value === undefined ? undefined : JSON.parse(value);
    mark(resume, correction.path, author);
    return { correction, label, before, after: shownPlace(basics.location) };
  }
  if (key !== 'name' && key !== 'label' && key !== 'email' && key !== 'phone') return `I cannot correct ${key}.`;
  const before = basics[key] ?? '';
  basics[key] = value;
  mark(resume, correction.path, author);
  return { correction, label, before, after: value ?? '' };
}

/** Between the jobs by its start, latest first, as resumes are written; the others keep their order. */
function addJob(resume: Resume, correction: ResumeCorrection, author: CorrectionAuthor): AppliedCorrection | string {
  const job: ResumeWork = JSON.parse(correction.value);
  const same = resume.work.some((one) => anchorOf(one) === anchorOf(job));
  if (same) return `The job ${shownWork(job)} is there already.`;
  const found = resume.work.findIndex((one) => (one.startDate ?? '') < (job.startDate ?? ''));
  const at = found < 0 ? resume.work.length : found;
  resume.work.splice(at, 0, job);
  movePaths(resume, 'work', at, 1);
  for (const key of Object.keys(job)) mark(resume, `work.${at}.${key}`, author);
  return { correction, label: `Job ${at + 1}`, before: '', after: shownWork(job) };
}

function movePaths(resume: Resume, list: string, from: number, by: 1 | -1): void {
  const meta = resume.meta.shortlist;
  meta.confidence = shiftPaths(meta.confidence, { list, from, by });
  meta.sources = shiftPaths(meta.sources, { list, from, by });
  if (meta.corrected) meta.corrected = shiftPaths(meta.corrected, { list, from, by });
  if (meta.model) {
    const paths = Object.fromEntries(meta.model.paths.map((path) => [path, true]));
    meta.model = { ...meta.model, paths: Object.keys(shiftPaths(paths, { list, from, by })) };
  }
}

/** How a job or an education is called: what finds it again in another reading of the same file. */
function anchorOf(entry: ResumeWork | ResumeEducation): string {
  const parts = 'institution' in entry || 'studyType' in entry ? educationParts(entry) : workParts(entry);
  return parts.map((part) => foldText(part ?? '')).join('|');
}

const workParts = (entry: ResumeWork) => [entry.position, entry.name, entry.startDate?.slice(0, 7)];
const educationParts = (entry: ResumeEducation) => [entry.studyType, entry.institution, entry.endDate?.slice(0, 7)];

/** The entry with most in common with the anchor, at least one part; else the one at that place. */
function findEntry(entries: readonly (ResumeWork | ResumeEducation)[], at: number, anchor: string | undefined): number {
  if (anchor === undefined) return at;
  const wanted = anchor.split('|');
  const alike = entries.map((entry) => {
    const parts = anchorOf(entry).split('|');
    return parts.filter((part, i) => part !== '' && part === wanted[i]).length;
  });
  const best = Math.max(0, ...alike);
  if (best === 0) return wanted.every((part) => part === '') ? at : -1;
  return alike[at] === best ? at : alike.indexOf(best);
}

function changeEntry(resume: Resume, correction: ResumeCorrection, author: CorrectionAuthor): AppliedCorrection | string {
  const [list, number, key] = correction.path.split('.');
  const entries = list === 'education' ? resume.education : resume.work;
  const what = list === 'education' ? 'education' : 'job';
  const at = findEntry(entries, Number(number), correction.anchor);
  const entry = entries[at];
  if (!entry) return missingEntry(what, Number(number) + 1, entries.length);
  const anchored = {
    ...correction,
    path: [list, at, ...(key ? [key] : [])].join('.'),
    anchor: correction.anchor ?? anchorOf(entry),
  };
  if (correction.op === 'remove') {
    const before = list === 'education' ? anchorText(entry) : shownWork(entry);
    entries.splice(at, 1);
    movePaths(resume, list ?? '', at, -1);
    return { correction: anchored, label: `${what === 'job' ? 'Job' : 'Education'} ${at + 1}`, before, after: '' };
  }
  const before = setKey(entry, key ?? '', correction.value);
  if (before === undefined) return `I cannot correct ${key}.`;
  const wrong = endsBeforeStart(entry);
  if (wrong) {
    setKey(entry, key ?? '', before);
    return `${fieldLabel(anchored.path)}: it would end before it began (${entry.startDate} – ${wrong}).`;
  }
  mark(resume, anchored.path, author);
  return { correction: anchored, label: fieldLabel(anchored.path), before, after: correction.value };
}

const missingEntry = (what: string, number: number, count: number): string =>
  count === 0 ? `There is no ${what} in it.` : `There is no ${what} ${number}: they are numbered 1 to ${count}.`;

const anchorText = (entry: ResumeWork | ResumeEducation): string =>
  Object.values(entry)
    .filter((value) => typeof value === 'string')
    .slice(0, 2)
    .join(', ');

const KEYS = ['position', 'name', 'location', 'startDate', 'endDate', 'studyType', 'area', 'institution'];

/** Sets one text of an entry and gives the one before; undefined for what is no field of it. */
function setKey(entry: ResumeWork | ResumeEducation, key: string, value: string): string | undefined {
  if (!KEYS.includes(key)) return undefined;
  const before: unknown = Reflect.get(entry, key);
  if (value === '') Reflect.deleteProperty(entry, key);
  else Reflect.set(entry, key, value);
  return typeof before === 'string' ? before : '';
}

/** Compared at the precision that both have. */
function endsBeforeStart({ startDate, endDate }: { startDate?: string; endDate?: string }): string | undefined {
  if (!startDate || !endDate) return undefined;
  const length = Math.min(startDate.length, endDate.length, 7);
  return endDate.slice(0, length) < startDate.slice(0, length) ? endDate : undefined;
}
