import type { Preferences, Score } from '../../domain/match.ts';
import type { Posting } from '../../domain/posting.ts';
import type { Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { canonicalJson } from './canonical-json.ts';
import { readFacts } from './read-facts.ts';
import { scoreMatch, scoreVersionOf } from './score-match.ts';

/** All that a score depends on. The preset is not needed: a score carries the totals of both. */
export interface ScoreInputs {
  resume: Resume;
  posting: Posting;
  preferences?: Preferences;
  /** As stored with the score. */
  scoreVersion: string;
  /** `YYYY-MM-DD`, as stored with the score. */
  asOf: string;
}

/** Scores stored inputs again. Throws RangeError when this program has another score version: its formula would not be the same. */
export function replay(inputs: ScoreInputs, taxonomy: Taxonomy): Score {
  const current = scoreVersionOf(taxonomy);
  if (inputs.scoreVersion !== current)
    throw new RangeError(`score version ${inputs.scoreVersion} cannot be replayed by ${current}`);
  const { resume, posting, preferences, asOf } = inputs;
  return scoreMatch(readFacts(resume, taxonomy, asOf), posting, { taxonomy, asOf, ...(preferences && { preferences }) });
}

/** The bytes that are compared and stored. */
export function scoreBytes(score: Score): string {
  return canonicalJson(score);
}
