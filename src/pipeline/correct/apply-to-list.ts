/** Adds to and removes from skills, languages and certificates of a resume. */
import type { ResumeCorrection } from '../../domain/correction.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Resume, ResumeLanguage } from '../../domain/resume.ts';
import type { ListName } from './correction-fields.ts';
import { shownLanguage } from './show-value.ts';

export interface ListOutcome {
  label: string;
  before: string;
  after: string;
}

const LABELS = { skills: 'Skills', languages: 'Languages', certificates: 'Certificates' } satisfies Record<ListName, string>;

/** Changes the resume; `mark` is told the path of what was added. A sentence where there was nothing to do. */
export function applyToList(
  resume: Resume,
  list: ListName,
  { op, value }: ResumeCorrection,
  mark: (path: string) => void,
): ListOutcome | string {
  const label = LABELS[list];
  if (op === 'set') return clear(resume, list, label);
  const text = list === 'languages' ? shownLanguage(readLanguage(value)) : value;
  if (op === 'remove') {
    const name = list === 'languages' ? readLanguage(value).language : value;
    return remove(resume, list, name)
      ? { label, before: text, after: '' }
      : `${label}: "${name}" is not among them, so there is nothing to remove.`;
  }
  if (!add(resume, list, value, mark)) return `${label}: "${text}" is there already.`;
  return { label, before: '', after: text };
}

function readLanguage(value: string): ResumeLanguage {
  const { language, fluency }: ResumeLanguage = JSON.parse(value);
  return fluency === undefined ? { language } : { language, fluency };
}

function namesOf(resume: Resume, list: ListName): string[] {
  if (list === 'skills') return resume.skills.flatMap((group) => group.keywords);
  return list === 'languages' ? resume.languages.map(shownLanguage) : resume.certificates.map((one) => one.name);
}

function clear(resume: Resume, list: ListName, label: string): ListOutcome {
  const before = namesOf(resume, list).join(', ');
  if (list === 'skills') resume.skills = [];
  else if (list === 'languages') resume.languages = [];
  else resume.certificates = [];
  dropPaths(resume, list);
  return { label, before, after: '' };
}

/** After entries moved, what was known by their places is nobody's; how sure the section was on the whole stays. */
function dropPaths(resume: Resume, list: string): void {
  const { confidence, sources, corrected } = resume.meta.shortlist;
  const below = (record: object) => Object.keys(record).filter((key) => key === list || key.startsWith(`${list}.`));
  const values = below(confidence).map((key) => confidence[key] ?? 0);
  for (const record of [confidence, sources, corrected ?? {}]) for (const key of below(record)) delete record[key];
  if (values.length > 0) confidence[list] = values.reduce((sum, value) => sum + value, 0) / values.length;
}

const same = (a: string, b: string): boolean => foldText(a) === foldText(b);

function remove(resume: Resume, list: ListName, name: string): boolean {
  const count = () => namesOf(resume, list).length;
  const before = count();
  if (list === 'skills')
    resume.skills = resume.skills
      .map((group) => ({ ...group, keywords: group.keywords.filter((word) => !same(word, name)) }))
      .filter((group) => group.keywords.length > 0);
  else if (list === 'languages') resume.languages = resume.languages.filter((one) => !same(one.language, name));
  else resume.certificates = resume.certificates.filter((one) => !same(one.name, name));
  const removed = count() < before;
  if (removed) dropPaths(resume, list);
  return removed;
}

function add(resume: Resume, list: ListName, value: string, mark: (path: string) => void): boolean {
  if (list === 'skills') {
    if (namesOf(resume, 'skills').some((word) => same(word, value))) return false;
    // A group of its own at the end: what was printed keeps its place.
    const last = resume.skills.at(-1);
    if (last && last.name === undefined) last.keywords.push(value);
    else resume.skills.push({ keywords: [value] });
    mark(`skills.${resume.skills.length - 1}.keywords.${(resume.skills.at(-1)?.keywords.length ?? 1) - 1}`);
    return true;
  }
  if (list === 'certificates') {
    if (resume.certificates.some((one) => same(one.name, value))) return false;
    resume.certificates.push({ name: value });
    mark(`certificates.${resume.certificates.length - 1}.name`);
    return true;
  }
  const language = readLanguage(value);
  const known = resume.languages.findIndex((one) => same(one.language, language.language));
  // The same language with another level is a change of the level.
  if (known >= 0 && same(shownLanguage(resume.languages[known] ?? language), shownLanguage(language))) return false;
  if (known >= 0) resume.languages[known] = language;
  else resume.languages.push(language);
  mark(`languages.${known >= 0 ? known : resume.languages.length - 1}.language`);
  return true;
}
