/** Adds to and removes from skills, languages, certificates and interests of a resume. */
import type { ResumeCorrection } from '../../domain/correction.ts';
import { correctionValue } from '../../domain/correction-value.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Resume, ResumeLanguage, ResumeSkill } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { ListName } from './correction-fields.ts';
import { shownLanguage } from './show-value.ts';

export interface ListOutcome {
  label: string;
  before: string;
  after: string;
}

export interface ListContext {
  taxonomy: Taxonomy;
  mark(path: string): void;
}

const LABELS = {
  skills: 'Skills',
  languages: 'Languages',
  certificates: 'Certificates',
  interests: 'Interests',
} satisfies Record<ListName, string>;

/** Changes the resume; `mark` is told the path of what was added. A sentence where there was nothing to do. */
export function applyToList(
  resume: Resume,
  list: ListName,
  correction: ResumeCorrection,
  { taxonomy, mark }: ListContext,
): ListOutcome | string {
  const { op, value } = correction;
  const label = LABELS[list];
  if (op === 'set') return clear(resume, list, label);
  const isSame = sameIn(list, taxonomy);
  if (op === 'remove') {
    const name = list === 'languages' ? languageIn(correction).language : value;
    const removed = remove(resume, list, (one) => isSame(one, name));
    if (removed.length > 0) return { label, before: removed.join(', '), after: '' };
    const like = namesOf(resume, list).find((one) => foldText(one).includes(foldText(name)));
    return `${label}: "${name}" is not among them, so there is nothing to remove${like === undefined ? '' : ` (but "${like}" is)`}.`;
  }
  if (list === 'languages') return addLanguage(resume, languageIn(correction), isSame, mark);
  return add(resume, list, value, mark) ? { label, before: '', after: value } : `${label}: "${value}" is there already.`;
}

/** Other spellings of one skill, and the names of one language in other languages, are the same. */
function sameIn(list: ListName, taxonomy: Taxonomy): (a: string, b: string) => boolean {
  const idOf = (name: string): string | undefined =>
    list === 'skills'
      ? taxonomy.lookupSkill(name)?.skill.id
      : list === 'languages'
        ? taxonomy.spokenLanguage(name)?.code
        : undefined;
  return (a, b) => {
    const id = idOf(a);
    return same(a, b) || (id !== undefined && id === idOf(b));
  };
}

function languageIn(correction: ResumeCorrection): ResumeLanguage {
  const said = correctionValue(correction);
  return said.kind === 'language' ? said.language : { language: correction.value };
}

function namesOf(resume: Resume, list: ListName): string[] {
  if (list === 'skills') return resume.skills.flatMap((group) => group.keywords);
  if (list === 'interests') return resume.interests;
  return list === 'languages' ? resume.languages.map(shownLanguage) : resume.certificates.map((one) => one.name);
}

function clear(resume: Resume, list: ListName, label: string): ListOutcome {
  const before = namesOf(resume, list).join(', ');
  if (list === 'skills') resume.skills = [];
  else if (list === 'languages') resume.languages = [];
  else if (list === 'interests') resume.interests = [];
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

/** Those that went, as they stood there. */
function remove(resume: Resume, list: ListName, isMeant: (name: string) => boolean): string[] {
  const gone: string[] = [];
  const stays = (name: string, shown: string = name): boolean => {
    if (!isMeant(name)) return true;
    gone.push(shown);
    return false;
  };
  if (list === 'skills')
    resume.skills = resume.skills
      .map((group) =>
        withKeywords(
          group,
          group.keywords.filter((word) => stays(word)),
        ),
      )
      .filter((group) => group.keywords.length > 0);
  else if (list === 'languages') resume.languages = resume.languages.filter((one) => stays(one.language, shownLanguage(one)));
  else if (list === 'interests') resume.interests = resume.interests.filter((one) => stays(one));
  else resume.certificates = resume.certificates.filter((one) => stays(one.name));
  if (gone.length > 0) dropPaths(resume, list);
  return [...new Set(gone)];
}

/** How well is said of those that are left. */
function withKeywords({ levels, ...group }: ResumeSkill, keywords: string[]): ResumeSkill {
  const left = (levels ?? []).filter(({ keyword }) => keywords.includes(keyword));
  return { ...group, keywords, ...(left.length > 0 && { levels: left }) };
}

function add(resume: Resume, list: Exclude<ListName, 'languages'>, value: string, mark: (path: string) => void): boolean {
  if (namesOf(resume, list).some((word) => same(word, value))) return false;
  if (list === 'certificates') {
    resume.certificates.push({ name: value });
    mark(`certificates.${resume.certificates.length - 1}.name`);
    return true;
  }
  if (list === 'interests') {
    resume.interests.push(value);
    mark(`interests.${resume.interests.length - 1}`);
    return true;
  }
  // A group of its own at the end: what was printed keeps its place.
  const last = resume.skills.at(-1);
  if (last && last.name === undefined) last.keywords.push(value);
  else resume.skills.push({ keywords: [value] });
  mark(`skills.${resume.skills.length - 1}.keywords.${(resume.skills.at(-1)?.keywords.length ?? 1) - 1}`);
  return true;
}

/** The same language with another level is a change of the level. */
function addLanguage(
  resume: Resume,
  language: ResumeLanguage,
  isSame: (a: string, b: string) => boolean,
  mark: (path: string) => void,
): ListOutcome | string {
  const label = LABELS.languages;
  const known = resume.languages.find((one) => isSame(one.language, language.language));
  const before = known ? shownLanguage(known) : '';
  if (known && (language.fluency === undefined || same(known.fluency ?? '', language.fluency)))
    return `${label}: "${before}" is there already.`;
  const now = known ? { ...known, fluency: language.fluency } : language;
  if (known) resume.languages[resume.languages.indexOf(known)] = now;
  else resume.languages.push(now);
  const at = `languages.${resume.languages.indexOf(now)}`;
  if (!known) mark(`${at}.language`);
  if (now.fluency !== undefined) mark(`${at}.fluency`);
  return { label, before, after: shownLanguage(now) };
}
