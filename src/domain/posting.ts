/** A job advertisement as read from a feed and enriched. Shapes are those of `shortlist jobs read --json`. */
import type { CareerLevel } from './resume.ts';

export interface PostingLocation {
  city?: string;
  region?: string;
  countryCode?: string;
  latitude?: number;
  longitude?: number;
}
export type Workplace = 'onsite' | 'hybrid' | 'remote';
export type EmploymentType = 'full-time' | 'part-time' | 'contract' | 'temporary' | 'internship' | 'apprenticeship' | 'volunteer';
export type PayPeriod = 'hour' | 'day' | 'week' | 'month' | 'year';
export interface Salary {
  min: number;
  max: number;
  /** ISO 4217. */
  currency: string;
  period: PayPeriod;
}
/** Highest formal level asked for, on one ladder for resumes and postings. */
export type DegreeLevel = 'secondary' | 'vocational' | 'associate' | 'bachelor' | 'master' | 'doctorate';

/** One thing the posting asks for. `skills` are ids of the skill dictionary; `words` are folded content words for wording the dictionary does not know. */
export interface Requirement {
  text: string;
  kind: 'must' | 'nice' | 'context';
  skills: string[];
  words: string[];
  /** Months of use asked for in this line, when it says so. */
  months?: number;
  /** The line asks for a licence, registration, certificate or card that one either holds or not. */
  credential: boolean;
}

/** What a feed said, before enrichment. Strings are decoded text; `description` is HTML as it came. */
export interface RawPosting {
  externalId?: string;
  /** The employer's own number of the opening, when the feed has one besides its id. */
  requisitionId?: string;
  title: string;
  company?: string;
  locations: { text?: string; city?: string; region?: string; country?: string }[];
  workplace?: Workplace;
  employmentType?: string;
  salaryText?: string;
  salary?: Salary;
  description: string;
  tags: string[];
  url?: string;
  postedAt?: string;
  validThrough?: string;
  yearsText?: string;
  seniorityText?: string;
  languageHint?: string;
  /** The feed itself says that the opening is closed, filled or unpublished. */
  closed: boolean;
}

export interface Posting {
  externalId?: string;
  requisitionId?: string;
  title: string;
  normalizedTitle: string;
  company?: string;
  locations: PostingLocation[];
  workplace: Workplace;
  employmentType?: EmploymentType;
  salary: Salary | null;
  /** As printed, in the order of the posting. */
  mustHave: string[];
  niceToHave: string[];
  requirements: Requirement[];
  minYears?: number;
  seniority?: CareerLevel;
  degree?: DegreeLevel;
  /** "or equivalent experience" stands beside the degree. */
  degreeOrEquivalent?: boolean;
  degreeField?: string;
  language?: string;
  industry?: string;
  function?: string;
  confidence: number;
  postedAt?: string;
  validThrough?: string;
  url?: string;
  /** Plain text. */
  description: string;
}

/** A part of a feed that could not be read. `position` is the byte offset or `line:column` where it starts. */
export interface FeedError {
  code: 'malformed' | 'too_large' | 'unsupported' | 'missing_title' | 'empty';
  message: string;
  position?: string;
}
