/** What the shipped dictionaries say about skills, titles, degrees and places. Ids are lower-case slugs and stable. */
import type { CareerLevel } from './resume.ts';
import type { DegreeLevel } from './posting.ts';

export const SKILL_CATEGORIES = ['language', 'framework', 'tool', 'platform', 'method', 'domain', 'equipment', 'credential', 'soft', 'spoken-language'] as const;
export type SkillCategory = (typeof SKILL_CATEGORIES)[number];

export interface Skill {
  id: string;
  /** Preferred spelling, as shown to people. */
  name: string;
  category: SkillCategory;
  /** The profession or area whose people use it: `software`, `nursing`, `accounting`, `electrical`, … */
  area: string;
  /** Other spellings, abbreviations and the words of other languages. */
  aliases: string[];
  /** Ids of wider skills: `react` → `javascript`. */
  broader: string[];
  /** Ids of neighbours that a recruiter would accept as a start. */
  related: string[];
  /** How telling the skill is, 0.5 (everybody writes it) … 3 (rare). Part of `scoreVersion`. */
  idf: number;
}

/** A skill found in a text. `start` and `end` are UTF-16 offsets. */
export interface SkillMention {
  skill: Skill;
  surface: string;
  start: number;
  end: number;
  /** The surface is the preferred name (case aside) rather than another spelling. */
  exact: boolean;
}

export interface TitleFacts {
  /** Preferred English spelling of the job title: `registered nurse`. */
  title: string;
  /** Occupation group, stable slug: `nursing`, `software-development`, … */
  function: string;
  /** What words such as Senior, Lead, Auszubildender, Chef de say; undefined when they say nothing. */
  level?: CareerLevel;
  /** 0…1, how much of the text is covered by words of the title dictionary. */
  coverage: number;
}

export interface DegreeFacts {
  level: DegreeLevel;
  /** The part of the text that names the degree, as printed. */
  studyType: string;
  /** The field of study, as printed, when the text holds one. */
  area?: string;
}

export interface Place {
  city: string;
  /** First-level region code or name. */
  region?: string;
  countryCode: string;
  latitude: number;
  longitude: number;
  population: number;
}
