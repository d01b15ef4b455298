import type { Evidence, Score } from '../../domain/match.ts';
import type { Posting } from '../../domain/posting.ts';

/** The best reasons for and against, as short neutral phrases for a card. */
export interface Explanation {
  good: string[];
  missing: string[];
}

const REASONS = 3;
const LONGEST = 90;
/** A requirement is a reason for from here on; below, what lacks is told. */
const GOOD_FROM = 0.5;

function shorten(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (clean.length <= LONGEST) return clean;
  const cut = clean.slice(0, LONGEST - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > LONGEST / 2 ? space : cut.length)}…`;
}

/** `3 years`, `1 year`, `7 months`: years as soon as there is one, halves kept. */
function durationText(months: number): string {
  if (months < 12) return `${months} ${months === 1 ? 'month' : 'months'}`;
  const years = Math.floor(months / 6) / 2;
  return `${years} ${years === 1 ? 'year' : 'years'}`;
}

/** `5 years, in use now`, `2.5 years, last used 2021-02`; empty for what no dated role shows. */
function useText(evidence: Evidence, asOf: string): string {
  const parts: string[] = [];
  if (evidence.months) parts.push(durationText(evidence.months));
  if (evidence.lastUsed) parts.push(evidence.lastUsed >= asOf.slice(0, 7) ? 'in use now' : `last used ${evidence.lastUsed}`);
  return parts.join(', ');
}

const placeText = (text: string, distance: string): string =>
  distance === '0 km' ? `${text}: the same place` : `${text}: ${distance} away`;
const isClose = ({ kind }: Evidence): boolean => kind === 'broader' || kind === 'related' || kind === 'wording';

function goodReason(evidence: Evidence, asOf: string): string {
  const text = shorten(evidence.requirement);
  if (evidence.factor === 'location') return evidence.resumeLine ? placeText(text, evidence.resumeLine) : text;
  if (evidence.factor === 'education') return `${text}: ${shorten(evidence.resumeLine ?? '')}`;
  const quoted = evidence.resumeLine === undefined ? '' : `"${shorten(evidence.resumeLine)}"`;
  const shown = useText(evidence, asOf) || quoted;
  // A line that says nothing but the requirement itself is no reason worth reading twice.
  if (!shown || shown.toLowerCase() === `"${text.toLowerCase()}"`) return text;
  return `${text}: ${shown}${isClose(evidence) ? ' (close to it)' : ''}`;
}

function missingReason(evidence: Evidence, asOf: string): string {
  const text = shorten(evidence.requirement);
  if (evidence.factor === 'location') return evidence.resumeLine ? placeText(text, evidence.resumeLine) : text;
  if (evidence.kind === 'none') return `${text}: not shown`;
  const use = useText(evidence, asOf);
  if (isClose(evidence)) return `${text}: only close to it${evidence.resumeLine ? `, "${shorten(evidence.resumeLine)}"` : ''}`;
  return use ? `${text}: only ${use}` : `${text}: listed, not shown in dated work`;
}

/** Order of importance: musts by what they weigh, then the factors, then what would be nice; ties keep the order of the posting. */
function ranked(score: Score, posting: Posting): Evidence[] {
  const kinds = new Map(posting.requirements.map((requirement) => [requirement.text, requirement.kind]));
  const rank = ({ factor, requirement }: Evidence): number => {
    if (factor !== 'skills') return factor === 'experience' ? 3 : 2;
    const kind = kinds.get(requirement);
    return kind === 'must' ? 1 : kind === 'nice' ? 4 : 5;
  };
  return [...score.evidence].sort((a, b) => rank(a) - rank(b));
}

/** Human reasons of a score: at most three for and three against, strongest first. Vetoes lead what is missing. No judgement of people. */
export function explainScore(score: Score, posting: Posting): Explanation {
  const order = ranked(score, posting);
  const kinds = new Map(posting.requirements.map((requirement) => [requirement.text, requirement.kind]));
  const wanted = (evidence: Evidence): boolean => evidence.factor !== 'skills' || kinds.get(evidence.requirement) === 'must';
  const good = order.filter((evidence) => evidence.value >= GOOD_FROM && evidence.factor !== 'experience');
  const lacking = order.filter((evidence) => evidence.value < GOOD_FROM && wanted(evidence) && evidence.factor !== 'experience');
  const vetoed = new Set(score.vetoes.map((veto) => veto.text.slice(0, veto.text.lastIndexOf(': '))));
  const conditions = score.missing.filter((text) => !kinds.has(text));
  const missing = [
    ...score.vetoes.map((veto) => shorten(veto.text)),
    ...conditions.map(shorten),
    ...lacking.filter((evidence) => !vetoed.has(evidence.requirement)).map((evidence) => missingReason(evidence, score.asOf)),
  ];
  const unique = (texts: readonly string[]): string[] => [...new Set(texts)].slice(0, REASONS);
  return {
    good: unique([...good].sort((a, b) => b.value - a.value).map((evidence) => goodReason(evidence, score.asOf))),
    missing: unique(missing),
  };
}
