/** Which fields of a reading are worth asking a language model about: those that were read unsurely, and those that are missing in an entry that is there. */
import { ACCEPTED_FROM, type Resume } from '../../domain/resume.ts';

/** Never the head of the page: name, contacts and address are masked, so there is nothing to ask (rule A11). */
const FIELDS = {
  work: ['position', 'name', 'location', 'startDate', 'endDate'],
  education: ['institution', 'studyType', 'area', 'startDate', 'endDate'],
  languages: ['language', 'fluency'],
  certificates: ['name', 'issuer', 'date'],
} as const;
/** What an entry should have. An end that is not there means: still held. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  work: ['position', 'name', 'startDate'],
  education: ['institution', 'studyType'],
};
/** Sections of which nothing at all was read. */
const WHOLE = ['work', 'education', 'skills'] as const;

export interface Questions {
  /** `work.1.position`, in order. */
  paths: string[];
  /** Lists of which every entry is asked for. */
  whole: string[];
}

const MOST_PATHS = 40;

/** `sections`: kinds of the sections that the page has; without it, every section is taken to be there. */
export function findQuestions(resume: Resume, sections?: ReadonlySet<string>): Questions {
  const has = (kind: string) => sections === undefined || sections.has(kind);
  const whole = WHOLE.filter((list) => resume[list].length === 0 && has(list));
  const paths = Object.entries(FIELDS).flatMap(([list, fields]) =>
    has(list)
      ? entriesOf(resume, list).flatMap((entry, at) => fields.flatMap((field) => asked(resume, entry, list, at, field)))
      : [],
  );
  return { paths: paths.slice(0, MOST_PATHS), whole };
}

export const hasQuestions = ({ paths, whole }: Questions): boolean => paths.length > 0 || whole.length > 0;

function entriesOf(resume: Resume, list: string): readonly object[] {
  if (list === 'work') return resume.work;
  if (list === 'education') return resume.education;
  if (list === 'languages') return resume.languages;
  return resume.certificates;
}

function asked(resume: Resume, entry: object, list: string, at: number, field: string): string[] {
  const { confidence, corrected = {} } = resume.meta.shortlist;
  const path = `${list}.${at}.${field}`;
  // What a person said is settled, also that there is none.
  if (path in corrected) return [];
  const missing = !(field in entry);
  if (missing) return (EXPECTED[list] ?? []).includes(field) || endOfUnsureStart(resume, entry, list, at, field) ? [path] : [];
  return (confidence[path] ?? 1) < ACCEPTED_FROM ? [path] : [];
}

/** Where the start is not sure, an end that is not there is not either. */
function endOfUnsureStart(resume: Resume, entry: object, list: string, at: number, field: string): boolean {
  if (field !== 'endDate') return false;
  return !('startDate' in entry) || (resume.meta.shortlist.confidence[`${list}.${at}.startDate`] ?? 0) < ACCEPTED_FROM;
}
