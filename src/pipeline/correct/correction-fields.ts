/** What can be corrected, and how people call it. Data only. */

/** How the value of a field is read and checked. */
export type ValueKind = 'name' | 'text' | 'prose' | 'email' | 'phone' | 'place' | 'start' | 'end' | 'dates';

export interface FieldRule {
  /** Below `basics`, `work.N`, `awards.N`, … */
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
  { key: 'summary', kind: 'prose', label: 'Summary', words: ['summary', 'professional summary', 'about me'] },
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

const PERIOD: readonly FieldRule[] = [
  { key: 'startDate', kind: 'start', label: 'start', words: ['start', 'from', 'since', 'started', 'start date'] },
  { key: 'endDate', kind: 'end', label: 'end', words: ['end', 'to', 'until', 'till', 'ended', 'end date'] },
  { key: 'dates', kind: 'dates', label: 'dates', words: ['dates', 'period', 'when', 'date'] },
];
const NAME: FieldRule = { key: 'name', kind: 'text', label: 'name', words: ['name', 'title'] };
const DATE: FieldRule = {
  key: 'date',
  kind: 'start',
  label: 'date',
  words: ['date', 'year', 'when', 'issued', 'published', 'awarded'],
};
const publisher = (label: string): FieldRule => ({
  key: 'publisher',
  kind: 'text',
  label,
  words: ['publisher', 'issuer', 'awarder', 'journal', 'by', 'given by', 'published in'],
});

export type EntryList = 'work' | 'education' | 'projects' | 'volunteer' | 'awards' | 'publications' | 'certificates';

export interface EntryRule {
  list: EntryList;
  /** What people call one of them: the first in answers. */
  words: readonly string[];
  fields: readonly FieldRule[];
}

/** Lists whose entries are corrected one by one, by their number on the card or the page. */
export const ENTRIES: Readonly<Record<EntryList, EntryRule>> = {
  work: { list: 'work', words: ['job', 'work'], fields: JOB_FIELDS },
  education: { list: 'education', words: ['education'], fields: EDUCATION_FIELDS },
  projects: {
    list: 'projects',
    words: ['project'],
    fields: [
      NAME,
      { key: 'description', kind: 'prose', label: 'description', words: ['description', 'summary', 'text'] },
      ...PERIOD,
    ],
  },
  volunteer: {
    list: 'volunteer',
    words: ['volunteering', 'volunteer'],
    fields: [
      { key: 'position', kind: 'text', label: 'role', words: ['role', 'title', 'position'] },
      { key: 'organization', kind: 'text', label: 'organisation', words: ['organisation', 'organization', 'company', 'at'] },
      ...PERIOD,
    ],
  },
  awards: { list: 'awards', words: ['award'], fields: [NAME, DATE, publisher('given by')] },
  publications: { list: 'publications', words: ['publication'], fields: [NAME, DATE, publisher('published in')] },
  certificates: {
    list: 'certificates',
    words: ['certificate', 'certification', 'licence', 'license'],
    fields: [
      NAME,
      { key: 'issuer', kind: 'text', label: 'issuer', words: ['issuer', 'by', 'issued by', 'from'] },
      DATE,
      { key: 'validUntil', kind: 'end', label: 'valid until', words: ['valid until', 'valid to', 'expires', 'expiry', 'until'] },
    ],
  },
};

/** For patterns of lines; the longer words first. */
export const ENTRY_WORDS: string = Object.values(ENTRIES)
  .flatMap(({ words }) => words)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** The list that a word of a line means. */
export const entryListNamed = (word: string): EntryList =>
  Object.values(ENTRIES).find(({ words }) => words.includes(word.toLowerCase()))?.list ?? 'work';

export type ListName = 'skills' | 'languages' | 'certificates' | 'interests';
export const LISTS: readonly { list: ListName; words: readonly string[] }[] = [
  { list: 'skills', words: ['skills', 'skill'] },
  { list: 'languages', words: ['languages', 'language'] },
  { list: 'certificates', words: ['certificates', 'certificate', 'certifications', 'certification', 'licences', 'licenses'] },
  { list: 'interests', words: ['interests', 'interest', 'hobbies', 'hobby'] },
];

/** Stands for the number of the latest entry: which one that is, the dates of the resume say. */
export const LATEST = 'latest';

/** Without a number these mean the latest job and the latest education. Dates do not: `end=2024-05` could be either's. */
export const BARE_JOB_KEYS: readonly string[] = ['position', 'name'];
export const BARE_EDUCATION_KEYS: readonly string[] = ['studyType', 'area', 'institution'];
