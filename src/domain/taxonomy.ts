/** What the shipped dictionaries say about skills, titles, degrees and places. Ids are lower-case slugs and stable. */
import type { DegreeLevel } from './posting.ts';
import type { CareerLevel } from './resume.ts';

export const SKILL_CATEGORIES = [
  'language',
  'framework',
  'tool',
  'platform',
  'method',
  'domain',
  'equipment',
  'credential',
  'soft',
  'spoken-language',
] as const;
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

/**
 * The dictionaries behind one door (built by `createTaxonomy()` in `pipeline/enrich`). Every method is pure and deterministic.
 * Languages of the dictionaries: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish; more where cheap.
 */
export interface Taxonomy {
  /** Part of `scoreVersion` and `parserVersion`: a hash of the data files. */
  readonly version: string;
  skill(id: string): Skill | undefined;
  /** Skills named in running text, longest first, without overlaps, in order of position. */
  findSkills(text: string): SkillMention[];
  /** The skill that the whole phrase names, if it is one. */
  lookupSkill(phrase: string): SkillMention | undefined;
  /** How what one has relates to what is wanted; undefined when unrelated. `narrower`: what one has is a kind of what is wanted. */
  skillRelation(have: string, want: string): 'same' | 'narrower' | 'broader' | 'related' | undefined;
  /** undefined when no word of the title dictionary is in it. */
  readTitle(text: string): TitleFacts | undefined;
  /** 0…1: alike job titles across languages (`Staff Nurse` ~ `Registered Nurse`). */
  titleSimilarity(a: TitleFacts, b: TitleFacts): number;
  readDegree(text: string): DegreeFacts | undefined;
  /** A place named by the whole text (`Leeds`, `Oak Park, IL`, `12345 Berlin, Germany`). The hint prefers its country. */
  findPlace(text: string, hint?: { countryCode?: string; region?: string }): Place | undefined;
  /** ISO 3166-1 alpha-2 of a country named by the whole text in any of the languages. */
  countryCode(text: string): string | undefined;
  /** A spoken language named at the start of the text (`German (C1)`): ISO 639-1 and its English name. */
  spokenLanguage(text: string): { code: string; name: string; rest: string } | undefined;
  /** Folded, lightly stemmed words that carry meaning (stop words of all languages dropped), for matching wording. */
  contentWords(text: string): string[];
}
