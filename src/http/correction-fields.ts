/** The fields of the correction form: what stands in them, and the line that a changed one means in a reply (F2.5). */
import { latestOf } from '../domain/latest-job.ts';
import type { Resume } from '../domain/resume.ts';
import { type FormFieldRule, MAIN_FIELDS } from '../pipeline/correct/form-fields.ts';

export interface CorrectionField {
  name: string;
  label: string;
  value: string;
  /** Which keyboard a phone shows. The browser must not judge: what was read may be wrong in its own way. */
  keyboard?: 'text' | 'email' | 'tel';
  /** A paragraph. */
  long?: boolean;
}

interface FieldRule extends FormFieldRule {
  name: string;
  keyboard?: 'text' | 'email' | 'tel';
  long?: boolean;
  /** What an emptied field means in a reply. */
  emptied: string;
}

const basic = { emptied: '-' };

const FIELDS: readonly FieldRule[] = [
  { ...basic, ...MAIN_FIELDS.name, name: 'name' },
  { ...basic, name: 'headline', label: 'Headline', word: 'headline', value: ({ basics }) => basics.label },
  { ...basic, ...MAIN_FIELDS.email, name: 'email', keyboard: 'email' },
  { ...basic, ...MAIN_FIELDS.phone, name: 'phone', keyboard: 'tel' },
  { ...basic, ...MAIN_FIELDS.place, name: 'place' },
  { ...basic, ...MAIN_FIELDS.title, name: 'title', label: 'Latest job: title' },
  {
    ...basic,
    name: 'company',
    label: 'Latest job: company',
    word: 'latest job company',
    value: ({ work }) => work[latestOf(work)]?.name,
  },
  {
    ...basic,
    name: 'start',
    label: 'Latest job: since, as 2021-03',
    word: 'latest job start',
    value: ({ work }) => work[latestOf(work)]?.startDate,
  },
  {
    name: 'end',
    label: 'Latest job: until, as 2024-05 (empty: still there)',
    word: 'latest job end',
    emptied: 'now',
    value: ({ work }) => work[latestOf(work)]?.endDate,
  },
  { ...basic, name: 'summary', label: 'Summary', word: 'summary', long: true, value: ({ basics }) => basics.summary },
];

const JOB_FIELDS = new Set(['title', 'company', 'start', 'end']);

/** What is longer is no value of a form, and is left as it is. */
const LONGEST = 1500;

/** Without those of a job that the resume does not have. */
export const correctionFields = (resume: Resume): CorrectionField[] =>
  FIELDS.filter(
    ({ name, value }) => (resume.work.length > 0 || !JOB_FIELDS.has(name)) && (value(resume) ?? '').length <= LONGEST,
  ).map(({ name, label, keyboard, long, value }) => ({
    name,
    label,
    value: value(resume) ?? '',
    ...(keyboard === undefined ? {} : { keyboard }),
    ...(long === undefined ? {} : { long }),
  }));

const MOST_SKILLS = 30;

/**
 * What was changed in the form, a line each, as one would write it in a reply. `was-<name>` is what stood in the field when the page was
 * opened: what somebody else changed meanwhile is not changed back.
 */
export function correctionLines(fields: ReadonlyMap<string, string>): string[] {
  const oneLine = (name: string) => (fields.get(name) ?? '').replace(/\s+/g, ' ').trim();
  const changed = FIELDS.flatMap(({ name, word, emptied }) => {
    const value = oneLine(name);
    return fields.has(name) && value !== oneLine(`was-${name}`) ? [`${word}=${value === '' ? emptied : value}`] : [];
  });
  const skills = (name: string, sign: string) =>
    oneLine(name)
      .split(/\s*[,;]\s*/)
      .filter((skill) => skill !== '')
      .slice(0, MOST_SKILLS)
      .map((skill) => `skills ${sign}${skill}`);
  return [...changed, ...skills('add-skills', '+'), ...skills('remove-skills', '-')];
}
