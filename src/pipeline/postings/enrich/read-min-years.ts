/** Years of experience asked for in the job as a whole. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import { type Duration, findDurations } from './read-durations.ts';
import type { Clause } from './to-requirement.ts';

const EXPERIENCE_NEAR =
  /experience|erfahrung|praxis|experience|experiencia|experiencia|esperienza|ervaring|doswiadczen|经验|経験/u;
const MAX_YEARS = 30;

/**
 * Years (may be a fraction: six months are 0.5); undefined when nothing is asked.
 * @param clauses what was found to be asked for
 * @param text lines about the job, for sentences such as "5+ years of experience" outside them
 * @param field the feed's own field: `5+ years`, `2-5`, `lt-1`
 */
export function readMinYears(clauses: readonly Clause[], text: string, field?: string): number | undefined {
  const asked = clauses.filter((clause) => clause.kind === 'must').flatMap((clause) => wholeJob(clause.full));
  const inText = asked.length > 0 ? asked : nearExperience(text);
  const said = inText.length > 0 ? round(Math.max(...inText) / 12) : undefined;
  const range = field === undefined ? undefined : yearsOfField(field);
  if (range === undefined) return said;
  // A field is a coarse choice from a list; the text is exact where it agrees with it.
  return said !== undefined && said >= range.min && said <= range.max ? said : range.min;
}

const wholeJob = (text: string): number[] =>
  findDurations(text)
    .filter((d) => d.aside === undefined && d.months / 12 <= MAX_YEARS)
    .map((d) => (d.upTo ? 0 : d.months));

function nearExperience(text: string): number[] {
  const folded = foldSameLength(text);
  const near = (d: Duration): boolean => EXPERIENCE_NEAR.test(folded.slice(Math.max(0, d.start - 40), d.end + 60));
  return findDurations(text)
    .filter((d) => d.aside === undefined && d.months / 12 <= MAX_YEARS && near(d))
    .slice(0, 3)
    .map((d) => (d.upTo ? 0 : d.months));
}

function yearsOfField(field: string): { min: number; max: number } | undefined {
  const text = foldSameLength(field.slice(0, 100));
  if (/^(?:lt|less than|<|under|unter|moins)[- ]?\s?1/.test(text)) return { min: 0, max: 1 };
  const durations = findDurations(field);
  if (durations[0] !== undefined)
    return {
      min: round(durations[0].months / 12),
      max: /\+/.test(text) ? MAX_YEARS : Math.max(round(durations[0].months / 12), highOf(text)),
    };
  const numbers = (text.match(/\d{1,2}/g) ?? []).map(Number);
  const [low, high] = numbers;
  if (low === undefined || low > MAX_YEARS) return undefined;
  return { min: low, max: high ?? (/\+|ge|more|plus|mehr/.test(text) ? MAX_YEARS : low) };
}

const highOf = (text: string): number => Math.max(...(text.match(/\d{1,2}/g) ?? ['0']).map(Number));
const round = (years: number): number => Math.round(years * 10) / 10;
