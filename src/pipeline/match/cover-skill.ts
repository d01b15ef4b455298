/** What a candidate's skills are worth for one wanted skill: relation × months × age of the last use, or listed only. */
import type { Evidence } from '../../domain/match.ts';
import type { Requirement } from '../../domain/posting.ts';
import { lastMonth, type MonthSpan, monthsCovered } from './months.ts';
import type { PreparedCandidate, PreparedUse } from './prepare-candidate.ts';
import type { PreparedPosting, SkillLink, WantedSkill } from './prepare-posting.ts';
import { KIND_VALUES, LISTED_ONLY, MONTHS_GRACE, MONTHS_UNSAID, STALE_AFTER_MONTHS, STALE_FACTOR } from './weights.ts';

/** One answer to a requirement or to a part of it. */
export interface Answer {
  value: number;
  kind: Evidence['kind'];
  line?: string;
  /** Months of dated use behind it; 0 for listed skills and documents. */
  months: number;
  /** Month number of the last use. */
  last?: number;
}
export const NO_ANSWER: Answer = { value: 0, kind: 'none', months: 0 };

export interface LinkedUse {
  use: PreparedUse;
  link: SkillLink;
}

export function better(a: Answer, b: Answer): Answer {
  return b.value > a.value ? b : a;
}

/** The candidate's skills by the wanted skill that they answer. */
export function linkUses(candidate: PreparedCandidate, posting: PreparedPosting): Map<string, LinkedUse[]> {
  const linked = new Map<string, LinkedUse[]>();
  for (const use of candidate.uses.values()) {
    for (const { want, link } of posting.linksOf(use.id)) {
      const known = linked.get(want);
      if (known) known.push({ use, link });
      else linked.set(want, [{ use, link }]);
    }
  }
  return linked;
}

/** Months that a requirement asks for; a must that names no figure means half a year of it. */
export function monthsAsked(requirement: Requirement): number {
  return requirement.months ?? (requirement.kind === 'must' ? MONTHS_UNSAID : 0);
}

/** 0…1: how far dated months and the age of the last use answer what is asked. */
export function useFactor(
  spans: readonly MonthSpan[],
  asked: number,
  today: number,
): { factor: number; months: number; last?: number } {
  const months = monthsCovered(spans);
  const last = lastMonth(spans);
  if (last === undefined) return { factor: 0, months: 0 };
  const enough = Math.min(1, (months + MONTHS_GRACE) / (asked + MONTHS_GRACE));
  return { factor: enough * (today - last > STALE_AFTER_MONTHS ? STALE_FACTOR : 1), months, last };
}

function kindOf({ use, link }: LinkedUse): Exclude<Evidence['kind'], 'wording' | 'none'> {
  return link === 'same' ? (use.exact ? 'exact' : 'alias') : link;
}

/** Uses of the skill itself and of its kinds count together: Google Ads in one job and Meta Ads in the next are both paid media. */
function together(uses: readonly LinkedUse[], asked: number, today: number): Answer {
  const dated = uses.filter(({ use }) => use.spans.length > 0);
  let best: LinkedUse | undefined;
  for (const linked of dated) if (!best || KIND_VALUES[kindOf(linked)] > KIND_VALUES[kindOf(best)]) best = linked;
  if (!best) return NO_ANSWER;
  const { factor, months, last } = useFactor(
    dated.flatMap(({ use }) => use.spans),
    asked,
    today,
  );
  const kind = kindOf(best);
  return { value: KIND_VALUES[kind] * factor, kind, line: best.use.line, months, ...(last !== undefined && { last }) };
}

/** The best answer of the linked skills, listed ones included. A further skill can only raise it. */
export function coverSkill(uses: readonly LinkedUse[], requirement: Requirement, today: number): Answer {
  const asked = monthsAsked(requirement);
  let answer = together(
    uses.filter(({ link }) => link === 'same' || link === 'narrower'),
    asked,
    today,
  );
  for (const linked of uses) {
    const kind = kindOf(linked);
    const { use } = linked;
    answer = better(answer, {
      value: KIND_VALUES[kind] * LISTED_ONLY * (MONTHS_GRACE / (asked + MONTHS_GRACE)),
      kind,
      line: use.line,
      months: 0,
    });
    if (use.spans.length === 0) continue;
    const { factor, months, last } = useFactor(use.spans, asked, today);
    answer = better(answer, {
      value: KIND_VALUES[kind] * factor,
      kind,
      line: use.line,
      months,
      ...(last !== undefined && { last }),
    });
  }
  return answer;
}

/** A credential is held or not: no months, no neighbours. What is expired or planned does not count, listing alone counts less. */
export function coverCredential(candidate: PreparedCandidate, want: WantedSkill, posting: PreparedPosting): Answer {
  const answers = (have: string): boolean =>
    posting.linksOf(have).some(({ want: id, link }) => id === want.id && (link === 'same' || link === 'narrower'));
  const held = candidate.held.find((credential) => credential.skills.some(answers));
  if (held) return { value: 1, kind: 'exact', line: held.text, months: 0 };
  if (candidate.facts.credentials.some((credential) => credential.skills.some(answers))) return NO_ANSWER;
  const listed = [...candidate.listed].find(answers);
  const use = listed === undefined ? undefined : candidate.uses.get(listed);
  return use ? { value: LISTED_ONLY, kind: 'exact', line: use.line, months: 0 } : NO_ANSWER;
}
