/** What of all matches a digest shows (F7.3): new ones that fit, unlike each other, at most seven. Pure. */
import type { CandidateId, MatchId, PostingId } from '../domain/ids.ts';

export interface DigestChoice {
  matchId: MatchId;
  candidateId: CandidateId;
  postingId: PostingId;
  postingVersion: number;
  /** The shown score, 0…100, of the viewer's preset. */
  total: number;
  /** What the person's list is ordered by: total plus taste. */
  order: number;
  /** The person turned it down. */
  turnedDown: boolean;
  /** What is told apart for diversity: the job's title, its company and its occupation group; a candidate's headline alike. */
  title: string;
  company?: string;
  group?: string;
}

/** A digest item that the person got before. */
export interface ShownBefore {
  postingId: PostingId;
  postingVersion: number;
  candidateId: CandidateId;
}

export const MOST_ITEMS = 7;

/**
 * Maximal marginal relevance, in points of order: a posting that looks just like one chosen already must be 15 points better than
 * another kind of job to come in before it. A judgement: half of what lies between the threshold of 70 and 100 (docs/decisions/0011).
 */
const LIKENESS_COST = 15;
/** Only the best of a long list are weighed against each other: below, nothing could come in. */
const WEIGHED = 60;

const wordsOf = (title: string): Set<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}

/** 0…1: how alike two items look to a reader. */
function likeness(a: DigestChoice, b: DigestChoice): number {
  const company = a.company !== undefined && a.company.toLowerCase() === b.company?.toLowerCase() ? 0.4 : 0;
  const group = a.group !== undefined && a.group === b.group ? 0.2 : 0;
  return company + group + 0.4 * overlap(wordsOf(a.title), wordsOf(b.title));
}

const pairKey = (one: { postingId: PostingId; candidateId: CandidateId }): string => `${one.postingId}/${one.candidateId}`;

/** Those that were not shown in this version, by posting and candidate (a recruiter gets one posting with many candidates). */
export function newPairs<P extends ShownBefore>(pairs: readonly P[], shown: readonly ShownBefore[]): P[] {
  const versions = new Map<string, number>();
  for (const one of shown) versions.set(pairKey(one), Math.max(one.postingVersion, versions.get(pairKey(one)) ?? 0));
  return pairs.filter((one) => one.postingVersion > (versions.get(pairKey(one)) ?? 0));
}

/** All that could be in a digest: new to the person, from the threshold on, not turned down. */
export function newChoices<C extends DigestChoice>(
  choices: readonly C[],
  options: { shown: readonly ShownBefore[]; showFrom: number },
): C[] {
  return newPairs(choices, options.shown).filter((one) => one.total >= options.showFrom && !one.turnedDown);
}

const byOrder = (a: DigestChoice, b: DigestChoice): number => b.order - a.order || (a.matchId < b.matchId ? -1 : 1);

/**
 * At most `limit` matches in the order to show them, or undefined when there is nothing worth a message. Deterministic: equal input in
 * any order gives the same digest.
 */
export function chooseDigestItems<C extends DigestChoice>(
  choices: readonly C[],
  options: { shown: readonly ShownBefore[]; showFrom: number; limit?: number },
): C[] | undefined {
  const open = newChoices(choices, options).sort(byOrder).slice(0, WEIGHED);
  const chosen: C[] = [];
  while (chosen.length < (options.limit ?? MOST_ITEMS) && open.length > 0) {
    const gain = (one: C): number => one.order - LIKENESS_COST * closest(one, chosen);
    const best = open.reduce((first, one) => (gain(one) > gain(first) ? one : first));
    open.splice(open.indexOf(best), 1);
    chosen.push(best);
  }
  return chosen.length > 0 ? chosen.sort(byOrder) : undefined;
}

const closest = (one: DigestChoice, chosen: readonly DigestChoice[]): number =>
  chosen.reduce((most, other) => Math.max(most, likeness(one, other)), 0);
