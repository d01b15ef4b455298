/** The score of one resume version against one posting version (docs/decisions: how a match is scored). */
export type Preset = 'recruiter' | 'candidate';
export type Factor = 'skills' | 'experience' | 'education' | 'location' | 'salary' | 'preferences';
export const FACTORS: readonly Factor[] = ['skills', 'experience', 'education', 'location', 'salary', 'preferences'];

/** Why a part has its value: a requirement of the posting and the line of the resume that answers it. */
export interface Evidence {
  factor: Factor;
  requirement: string;
  kind: 'exact' | 'alias' | 'narrower' | 'broader' | 'related' | 'wording' | 'none';
  /** 0…1. */
  value: number;
  resumeLine?: string;
  postingLine?: string;
  /** Months of dated use behind it, where a job shows it. */
  months?: number;
  /** `YYYY-MM` of the last month of that use. */
  lastUsed?: string;
}

/** 0…1, or null where the posting is silent and the factor drops out of both sums. */
export type Parts = Record<Factor, number | null>;

export interface Veto {
  kind: 'licence' | 'work-authorisation' | 'excluded-company' | 'pay';
  text: string;
}

export interface Score {
  scoreVersion: string;
  /** `YYYY-MM-DD`. */
  asOf: string;
  parts: Parts;
  /** 0…100 with two decimals, by preset. */
  totals: Record<Preset, number>;
  /** 0…1. */
  confidence: number;
  /** Texts of requirements. */
  met: string[];
  missing: string[];
  vetoes: Veto[];
  evidence: Evidence[];
}

/** What a person wishes (F2.6); a factor without a wish drops out. */
export interface Preferences {
  version: number;
  titles?: string[];
  cities?: string[];
  remote?: 'only' | 'preferred' | 'no';
  willingToRelocate?: boolean;
  salary?: { floor?: number; target?: number; currency: string; period: 'year' | 'month' | 'hour' };
  employmentTypes?: string[];
  excludedCompanies?: string[];
  /** As the person wrote them; postings do not say how large a company is, so they are only shown. */
  companySizes?: string[];
  /** Countries or regions (`UK`, `EU`) where the person may work. */
  workAuthorisation?: string[];
  needsSponsorship?: boolean;
  /** English names of the languages to work in. */
  workLanguages?: string[];
}
