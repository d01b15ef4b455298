/** Answers by shared words, for what no dictionary knows: weaker than a skill, and capped. */
import type { MonthSpan } from '../../domain/month-spans.ts';
import type { Requirement } from '../../domain/posting.ts';
import { type Answer, better, monthsAsked, NO_ANSWER, useFactor } from './cover-skill.ts';
import type { PreparedCandidate, Window, WindowLine } from './prepare-candidate.ts';
import type { RoleRelevance } from './relevant-months.ts';
import { KIND_VALUES } from './weights.ts';
import { shareByWindow, type WantedWord } from './word-index.ts';

/** Below this share of the words a likeness is chance. */
const LEAST_SHARE = 0.34;
/** A document that shares most words with a credential asked for is that credential, spelt differently. */
const PAPER_CAP = 0.9;

/** The line of a window that holds most of the wanted words itself; the first of equals. */
function lineToShow({ lines }: Window, words: readonly WantedWord[]): string {
  const held = ({ own }: WindowLine): number => words.filter(({ word }) => own.has(word)).length;
  let best = lines[0];
  for (const line of lines) if (best && held(line) > held(best)) best = line;
  return best?.line ?? '';
}

/** Dated lines: share of the words × months of the lines that share at least as many. */
export function coverByLines(
  candidate: PreparedCandidate,
  roles: readonly RoleRelevance[],
  words: readonly WantedWord[],
  requirement: Requirement,
): Answer {
  if (words.length === 0 || candidate.windows.length === 0) return NO_ANSWER;
  const shares = shareByWindow(candidate.words, candidate.windows.length, words);
  const asked = monthsAsked(requirement);
  const order = candidate.windows
    .map((window, at) => ({ window, share: (shares[at] ?? 0) * window.strength }))
    .filter(({ share }) => share >= LEAST_SHARE);
  order.sort((a, b) => b.share - a.share);
  let answer = NO_ANSWER;
  const spans: MonthSpan[] = [];
  let worth = 0;
  // Fewer shared words with more months or more with fewer: each cut is tried, so that a further line can only help.
  for (const { window, share } of order) {
    spans.push(window.span);
    worth = Math.max(worth, roles[window.role]?.worth ?? 0);
    const { factor, months, last } = useFactor(spans, asked, candidate.today);
    const value = KIND_VALUES.wording * share * factor * worth;
    answer = better(answer, {
      value,
      kind: 'wording',
      line: lineToShow(window, words),
      months,
      ...(last !== undefined && { last }),
    });
  }
  return answer;
}

/** Held documents and finished education. */
export function coverByPapers(candidate: PreparedCandidate, words: readonly WantedWord[], credential: boolean): Answer {
  if (words.length === 0 || candidate.papers.length === 0) return NO_ANSWER;
  const shares = shareByWindow(candidate.paperWords, candidate.papers.length, words);
  let answer = NO_ANSWER;
  candidate.papers.forEach((line, at) => {
    const share = shares[at] ?? 0;
    if (share < 0.5) return;
    answer = better(answer, { value: share * (credential ? PAPER_CAP : KIND_VALUES.wording), kind: 'wording', line, months: 0 });
  });
  return answer;
}

/** 0…1: how much of the words stands in one dated window or document. */
export function bestShare(candidate: PreparedCandidate, words: readonly WantedWord[]): number {
  if (words.length === 0) return 1;
  const lines = shareByWindow(candidate.words, candidate.windows.length, words).map(
    (share, at) => share * (candidate.windows[at]?.strength ?? 0),
  );
  const papers = shareByWindow(candidate.paperWords, candidate.papers.length, words);
  return Math.max(0, ...lines, ...papers);
}
