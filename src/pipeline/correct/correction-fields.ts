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

/** Stands for the number of the latest entry: which one that is, the dates of the resume say. */
export const LATEST = 'latest';

/** Without a number these mean the latest job and the latest education. Dates do not: `end=2024-05` could be either's. */
export const BARE_JOB_KEYS: readonly string[] = ['position', 'name'];
export const BARE_EDUCATION_KEYS: readonly string[] = ['studyType', 'area', 'institution'];
