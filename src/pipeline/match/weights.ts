import type { Evidence, Factor, Preset } from '../../domain/match.ts';

/** Weights of the factors by preset (F5.2), in per cent. `preferences` is shown and weighs nothing. */
export const PRESET_WEIGHTS: Readonly<Record<Preset, Readonly<Record<Factor, number>>>> = {
  recruiter: { skills: 50, experience: 25, education: 15, location: 10, salary: 0, preferences: 0 },
  candidate: { skills: 40, experience: 30, education: 0, location: 20, salary: 10, preferences: 0 },
};

/** Weight of a requirement inside its part by what the posting calls it. */
export const REQUIREMENT_WEIGHTS = { must: 1, nice: 0.35, context: 0.15 } as const;

/** Shares of the two parts of the skills factor. */
export const MUST_SHARE = 0.8;
export const NICE_SHARE = 0.2;

/** What a kind of evidence is worth before use, months and age are looked at. `wording` is the ceiling of shared words. */
export const KIND_VALUES: Readonly<Record<Evidence['kind'], number>> = {
  exact: 1,
  alias: 0.95,
  narrower: 0.9,
  broader: 0.5,
  related: 0.4,
  wording: 0.6,
  none: 0,
};

/**
 * A skill that is only listed and never named in a dated role. It shows no months, so a must-have sees it as 0.85 × (0 + 6) / (6 + 6)
 * and five asked years as 0.85 × 6 / 66: the recruiter's "a list is no evidence" follows from the months (decision 0007).
 */
export const LISTED_ONLY = 0.85;

/** Last used longer ago than this counts half. */
export const STALE_AFTER_MONTHS = 60;
export const STALE_FACTOR = 0.5;

/** Months that are forgiven when a line asks for months, and what a must without a figure is taken to ask for. */
export const MONTHS_GRACE = 6;
export const MONTHS_UNSAID = 6;

/**
 * How telling wording is that the dictionary does not know: as a common skill of a trade. The unwritten must-haves weigh the same: the
 * line of work itself, and each condition of the resume that the posting breaks.
 */
export const UNREAD_IDF = 1.5;

/** The score keeps this share when no must-have is covered at all: score × (0.6 + 0.4 · coverage). */
export const GATE_FLOOR = 0.6;

/** Clips how telling a skill is, so that one rare word cannot outweigh the rest of the posting. */
export function clipIdf(idf: number): number {
  return Math.min(3, Math.max(0.5, idf));
}
