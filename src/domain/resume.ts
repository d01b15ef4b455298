/** JSON Resume 1.0.0 (https://jsonresume.org/schema) as far as we fill it, plus `meta.shortlist`. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
import type { FileFormat, HiddenText } from './document.ts';
import type { DegreeLevel } from './posting.ts';
import type { SkillCategory } from './taxonomy.ts';

export interface ResumeLocation {
  address?: string;
  postalCode?: string;
  city?: string;
  region?: string;
  /** ISO 3166-1 alpha-2. */
  countryCode?: string;
  /** Degrees; found in the gazetteer, never in the text. */
  latitude?: number;
  longitude?: number;
}
export interface ResumeProfile {
  network: string;
  username?: string;
  url: string;
}
export interface ResumeBasics {
  name?: string;
  label?: string;
  email?: string;
  /** E.164 where the number is valid, else as printed. */
  phone?: string;
  url?: string;
  summary?: string;
  location?: ResumeLocation;
  profiles?: ResumeProfile[];
}
export interface ResumeWork {
  name?: string;
  position?: string;
  location?: string;
  url?: string;
  startDate?: string;
  /** Absent with a `startDate`: still held. */
  endDate?: string;
  summary?: string;
  highlights?: string[];
}
export interface ResumeEducation {
  institution?: string;
  /** The degree as printed (`BSc (Hons)`). */
  studyType?: string;
  area?: string;
  startDate?: string;
  endDate?: string;
  score?: string;
  courses?: string[];
}
export interface ResumeSkill {
  /** The group as printed, or the category of the dictionary. */
  name?: string;
  /** How well all of them are known, as printed. */
  level?: string;
  keywords: string[];
  /** How well single ones of them are known, as printed. */
  levels?: { keyword: string; level: string }[];
}
export interface ResumeLanguage {
  language: string;
  fluency?: string;
}
export interface ResumeCertificate {
  name: string;
  issuer?: string;
  date?: string;
  /** Last day of validity where the text says so (`valid to April 2027`, `expired June 2025`). */
  validUntil?: string;
}
export interface ResumeProject {
  name: string;
  description?: string;
  startDate?: string;
  endDate?: string;
  highlights?: string[];
  url?: string;
}
export interface ResumeItem {
  name: string;
  date?: string;
  publisher?: string;
  summary?: string;
}
export interface ResumeVolunteer {
  organization?: string;
  position?: string;
  startDate?: string;
  endDate?: string;
  summary?: string;
  highlights?: string[];
}

export type CareerLevel = 'student' | 'junior' | 'mid' | 'senior' | 'lead' | 'executive';

/** Permission to work as printed, and what is sure of it: shown to people, never scored (rule A4), and never made of a nationality. */
export interface StatedAuthorisation {
  text: string;
  /** `free`: may work without more ado; `permit`: a visa or permit is named; absent where the words do not tell. */
  status?: 'free' | 'permit' | 'needs-sponsorship';
  /** ISO 3166-1 alpha-2, where one country alone is named. */
  countryCode?: string;
}

/** What the page says beside career and skills. Confidence and sources are at `stated.notice.0` and the like. */
export interface StatedFacts {
  workAuthorisation?: StatedAuthorisation[];
  /** `title` is that of the dictionary. */
  desiredRoles?: { text: string; title?: string }[];
  /** `willing` is absent where the words do not tell; without `cities` it means anywhere. */
  relocation?: { text: string; willing?: boolean; cities?: string[] }[];
  /** Notice or availability; `days` where they can be told, 0 at once. */
  notice?: { text: string; days?: number }[];
  drivingLicences?: string[];
}

/** How numeric dates are written in one resume: `06/01/2016` is in January, in June, or nothing tells. */
export type DateOrder = 'dayFirst' | 'monthFirst' | 'unclear';

/** Facts that follow from the resume and a date. `experienceMonths` is the union of the dated jobs, first and last month both counted. */
export interface DerivedFacts {
  experienceMonths: number;
  careerLevel?: CareerLevel;
  /** Title of the dictionary. */
  profession?: string;
  /** Occupation groups (O*NET/SOC) of the jobs with the months in each, longest first. */
  functions?: { function: string; months: number }[];
  /** Sectors (NAICS) of the employers where they speak clearly for one, with the months in each. */
  industries?: { industry: string; months: number }[];
  /** Half a year and more between two dated jobs, `YYYY-MM`, both ends counted. */
  gaps?: { start: string; end: string; months: number }[];
  /** Two jobs at a time, by their places in `work`. */
  overlaps?: { start: string; end: string; months: number; jobs: [number, number] }[];
  /** By their place in `education`. */
  education?: { entry: number; level: DegreeLevel; finished: boolean }[];
  /** Skills of the dictionary that the resume names. `months`: of the dated jobs that show them in use; 0: only listed. */
  skills?: { id: string; name: string; category: SkillCategory; months: number; lastUsed?: string }[];
  /** ISO 639-1 with the level of the Common European Framework, or `native`. */
  languages?: { code: string; level?: string }[];
}

/** One line of the page that a value was read from. `line` counts from 1 in reading order within the page. */
export interface SourceLine {
  page: number;
  line: number;
  text: string;
  /** The value is no text of that line: a link behind an icon near it, in this rectangle of the page (left, top, right, bottom in points). */
  box?: [number, number, number, number];
}

/** Values as sure as this, or surer, are taken as they are; the others are shown with a question (F2.1). */
export const ACCEPTED_FROM = 0.86;

export interface ResumeMeta {
  /** 0…1 by path, `work.0.position`. ≥ 0.86 is accepted; below 0.5 the value is left out. */
  confidence: Record<string, number>;
  sources: Record<string, SourceLine[]>;
  /** Probability that the file is a resume. */
  isResume: number;
  /** The date that stood for today, `YYYY-MM-DD`. */
  asOf: string;
  hiddenText: HiddenText[];
  warnings: string[];
  parserVersion: string;
  /** What the file was read as; unknown of readings of before. */
  format?: FileFormat;
  /** ISO 639-1. */
  language?: string;
  derived: DerivedFacts;
  /** What is said of permission to work, wanted roles, moving, notice, driving licences. */
  stated?: StatedFacts;
  /** What the dates themselves, the place or the language say; unknown of readings of before. */
  dateOrder?: DateOrder;
  /** Paths whose values a person gave (F2.5), and who: their confidence is 1. */
  corrected?: Record<string, 'candidate' | 'sender'>;
  /** What people corrected and this reading has no place for, as they wrote it: told wherever the resume is shown. */
  notPlaced?: string[];
  /** Which model was asked, and the paths whose values are its proposal, checked against the lines it named. */
  model?: { name: string; paths: string[] };
}

export interface Resume {
  basics: ResumeBasics;
  work: ResumeWork[];
  education: ResumeEducation[];
  skills: ResumeSkill[];
  languages: ResumeLanguage[];
  certificates: ResumeCertificate[];
  projects: ResumeProject[];
  publications: ResumeItem[];
  awards: ResumeItem[];
  volunteer: ResumeVolunteer[];
  interests: string[];
  /** Sections that are none of the above, by their printed heading: availability, additional information, licences. */
  other: { heading: string; lines: string[] }[];
  meta: { shortlist: ResumeMeta };
}
