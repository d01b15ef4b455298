import type { CandidateFacts } from '../../domain/facts.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { PreparedCandidate } from './prepare-candidate.ts';
import { DEGREE_LADDER, type PreparedPosting } from './prepare-posting.ts';

const ONE_BELOW = 0.6;
const FURTHER_BELOW = 0.3;
const LEVEL_SHARE = 0.7;
const FIELD_SHARE = 0.3;
/** "or equivalent": this many years above the minimum stand for the missing rung. */
const EQUIVALENT_YEARS = 2;

type Education = CandidateFacts['education'][number];

function levelValue(entry: Education | undefined, asked: number): number {
  const reached = entry?.finished && entry.level ? DEGREE_LADDER.indexOf(entry.level) : -1;
  return reached >= asked ? 1 : reached === asked - 1 ? ONE_BELOW : FURTHER_BELOW;
}

/** 1 same words, else the share of the words of the asked field that are in the studied one. */
function fieldValue(studied: string | undefined, asked: string, taxonomy: Taxonomy): number {
  if (!studied) return 0;
  const own = new Set(taxonomy.contentWords(studied));
  const wanted = taxonomy.contentWords(asked);
  return wanted.length === 0 ? 1 : wanted.filter((word) => own.has(word)).length / wanted.length;
}

export interface EducationPart {
  /** null when the posting names no degree. */
  value: number | null;
  /** The degree that counted. */
  line?: string;
}

/**
 * Level reached 1, one below 0.6 (1 with "or equivalent" and two years more than asked), else 0.3; × (0.7 + 0.3 · field).
 * The best of the candidate's degrees
 * counts.
 */
export function scoreEducation(
  candidate: PreparedCandidate,
  { posting }: PreparedPosting,
  years: number,
  taxonomy: Taxonomy,
): EducationPart {
  if (!posting.degree) return { value: null };
  const asked = DEGREE_LADDER.indexOf(posting.degree);
  const equivalent = posting.degreeOrEquivalent === true && years >= (posting.minYears ?? 0) + EQUIVALENT_YEARS;
  let best: EducationPart & { value: number } = { value: 0 };
  for (const entry of [undefined, ...candidate.facts.education]) {
    const level = levelValue(entry, asked);
    const field = posting.degreeField ? fieldValue(entry?.field, posting.degreeField, taxonomy) : 1;
    const value = (equivalent && level >= ONE_BELOW ? 1 : level) * (LEVEL_SHARE + FIELD_SHARE * field);
    if (value > best.value) best = { value, ...(entry && { line: entry.text }) };
  }
  return best;
}
