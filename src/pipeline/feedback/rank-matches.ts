/** Orders matches by score and taste (F6.2). The shown score never changes. */
import type { MatchId } from '../../domain/ids.ts';
import type { Parts } from '../../domain/match.ts';
import { dot, featuresOf, logistic, type Taste } from './learn-taste.ts';
import type { Trait } from './match-traits.ts';

export interface RankableMatch {
  id: MatchId;
  /** The total of the list's preset, 0…100. */
  total: number;
  parts: Parts;
  traits: readonly Trait[];
}

export interface Ranked<M extends RankableMatch = RankableMatch> {
  match: M;
  /** What the list is ordered by: total plus shift. Never shown as a score. */
  order: number;
  /** −12…12. */
  shift: number;
  /** The person's own word on this very match. */
  mark?: 'liked' | 'not-interested';
}

/**
 * Taste moves a match by at most this many points, so two matches that are 24 points apart never change places: taste orders among
 * what fits about equally well, and the shown range of 70 to 100 keeps its ends. Chosen by that, not by trial (docs/decisions/0010).
 */
export const LARGEST_SHIFT = 12;

/** How far a match moves for this taste: 0 without feedback. A match that the person liked themselves never sinks. */
function shiftOf(match: RankableMatch, taste: Taste): number {
  const agreement = 2 * logistic(dot(taste.weights, featuresOf(match, taste.means))) - 1;
  const shift = LARGEST_SHIFT * agreement;
  return taste.opinions.get(match.id) === 'liked' ? Math.max(0, shift) : shift;
}

/**
 * Best first. What the person turned down comes last, marked; the rest is ordered by total plus shift, ties by total, then by id.
 */
export function rankMatches<M extends RankableMatch>(matches: readonly M[], taste: Taste): Ranked<M>[] {
  const ranked = matches.map((match): Ranked<M> => {
    const shift = shiftOf(match, taste);
    const mark = taste.opinions.get(match.id);
    return { match, order: match.total + shift, shift, ...(mark === undefined ? {} : { mark }) };
  });
  return ranked.sort(before);
}

function before(a: Ranked, b: Ranked): number {
  const turnedDown = Number(a.mark === 'not-interested') - Number(b.mark === 'not-interested');
  return turnedDown || b.order - a.order || b.match.total - a.match.total || (a.match.id < b.match.id ? -1 : 1);
}
