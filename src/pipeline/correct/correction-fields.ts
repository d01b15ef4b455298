/** What can be corrected, and how people call it. Data only. */

/** How the value of a field is read and checked. */
export type ValueKind = 'name' | 'text' | 'email' | 'phone' | 'place' | 'start' | 'end' | 'dates';

export interface FieldRule {
  /** Below `basics`, `work.N` or `education.N`. */
  key: string;
  kind: ValueKind;
  /** As an answer calls it. */
  label: string;
  words: readonly string[];
}

export const BASIC_FIELDS: readonly FieldRule[] = [
  { key: 'name', kind: 'name', label: 'Name', words: ['name', 'full name', 'my name'] },
  { key: 'label', kind: 'text', label: 'Headline', words: ['headline', 'profession', 'tagline'] },
  { key: 'email', kind: 'email', label: 'Email', words: ['email', 'e-mail', 'mail', 'email address', 'mail address'] },
  { key: 'phone', kind: 'phone', label: 'Phone', words: ['phone', 'telephone', 'tel', 'mobile', 'cell', 'phone number'] },
  { key: 'location', kind: 'place', label: 'Place', words: ['city', 'place', 'location', 'town', 'lives in', 'based in'] },
];

export const JOB_FIELDS: readonly FieldRule[] = [
  { key: 'position', kind: 'text', label: 'title', words: ['title', 'position', 'role', 'job title'] },
  { key: 'name', kind: 'text', label: 'company', words: ['company', 'employer', 'firm', 'organisation', 'organization'] },
  { key: 'location', kind: 'text', label: 'place', words: ['place', 'location', 'city'] },
  { key: 'startDate', kind: 'start', label: 'start', words: ['start', 'from', 'since', 'started', 'begin', 'start date'] },
  { key: 'endDate', kind: 'end', label: 'end', words: ['end', 'to', 'until', 'till', 'ended', 'end date'] },
  { key: 'dates', kind: 'dates', label: 'dates', words: ['dates', 'period', 'when', 'date'] },
];

export const EDUCATION_FIELDS: readonly FieldRule[] = [
  { key: 'studyType', kind: 'text', label: 'degree', words: ['degree', 'diploma', 'qualification'] },
  { key: 'area', kind: 'text', label: 'field', words: ['field', 'subject', 'area', 'major', 'field of study'] },
  {
    key: 'institution',
    kind: 'text',
    label: 'school',
    words: ['school', 'university', 'college', 'institution', 'institute'],
  },
  { key: 'startDate', kind: 'start', label: 'start', words: ['start', 'from', 'started', 'start date'] },
  { key: 'endDate', kind: 'end', label: 'end', words: ['end', 'to', 'until', 'graduated', 'graduation', 'end date'] },
  { key: 'dates', kind: 'dates', label: 'dates', words: ['dates', 'period', 'when', 'date'] },
];

export type ListName = 'skills' | 'languages' | 'certificates';
export const LISTS: readonly { list: ListName; words: readonly string[] }[] = [
  { list: 'skills', words: ['skills', 'skill'] },
  { list: 'languages', words: ['languages', 'language'] },
  { list: 'certificates', words: ['certificates', 'certificate', 'certifications', 'certification', 'licences', 'licenses'] },
];

/** Without a number these mean the latest job and the first education. Dates do not: `end=2024-05` could be either's. */
export const BARE_JOB_KEYS: readonly string[] = ['position', 'name'];
export const BARE_EDUCATION_KEYS: readonly string[] = ['studyType', 'area', 'institution'];

/** For answers: what one can write. */
export const CORRECTION_EXAMPLES: readonly { command: string; does: string }[] = [
  { command: 'title=Staff Engineer', does: 'the title of the latest job; also name, email, phone, city, headline, company' },
  { command: 'job 2 end=2024-05', does: 'one field of a job by its number: title, company, place, start, end' },
  { command: 'skills +Rust -Excel', does: 'add and remove; also languages +German C1, certificates +…' },
  { command: 'degree=MSc', does: 'also school, field; with several: education 2 degree=MSc' },
  { command: 'add job: Title, Company, 2019-03 – now', does: 'a job that is missing; "remove job 3" takes one out' },
];
