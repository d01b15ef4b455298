/** What scoring knows of a candidate: nothing here tells name, pronouns, age, nationality, school or street (rule A4). Derived from a resume and a date. */
import type { DegreeLevel } from './posting.ts';
import type { CareerLevel } from './resume.ts';
import type { TitleFacts } from './taxonomy.ts';

export interface SkillUse {
  /** Id of the skill dictionary. */
  skill: string;
  /** As written. */
  surface: string;
  exact: boolean;
  /** Union of the months of the dated roles whose lines name it; 0 when it is only listed. */
  months: number;
  /** `YYYY-MM` of the last month of use in a dated role. */
  lastUsed?: string;
  /** The stretches whose union `months` counts (`YYYY-MM`, both ends counted); absent when it is only listed. */
  spans?: { start: string; end: string }[];
  /** The line that shows it. */
  line: string;
}
export interface RoleFacts {
  title: string;
  titleFacts?: TitleFacts;
  /** From title and lines (team led, others' work checked); undefined when both are silent. */
  level?: CareerLevel;
  /** The most people that its lines say were led. */
  teamSize?: number;
  /** `YYYY-MM`. */
  start?: string;
  /** `YYYY-MM`; the month of `asOf` where the role is still held. */
  end?: string;
  months: number;
  current: boolean;
  /** Title line, summary and highlights. Employer names are left out. */
  lines: string[];
  /** Ids of skills that its lines name as done (not as learning, planned or done by others). */
  skills: string[];
}
export interface CredentialFacts {
  text: string;
  skills: string[];
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  validUntil?: string;
  expired: boolean;
  /** Being prepared, planned, in progress: not held. */
  planned: boolean;
}
export interface CandidateFacts {
  asOf: string;
  skills: SkillUse[];
  roles: RoleFacts[];
  experienceMonths: number;
  careerLevel?: CareerLevel;
  education: { level?: DegreeLevel; field?: string; text: string; finished: boolean }[];
  credentials: CredentialFacts[];
  languages: { code: string; level?: string }[];
  place?: { countryCode?: string; latitude?: number; longitude?: number; city?: string };
  /** Says that they would move; `cities` empty means anywhere. */
  relocation: { willing: boolean; cities: string[] };
  /** Conditions that the text states and that bind (`only part-time`, `only remote`, `requires visa sponsorship`). */
  conditions: ('only-part-time' | 'only-remote' | 'only-senior' | 'needs-sponsorship')[];
  /** Ids of skills that are only listed, summarised, planned or taught. */
  listedSkills: string[];
  /** 0…1, how sure the parser was of the parts used here. */
  confidence: Record<'skills' | 'experience' | 'education' | 'location', number>;
}
