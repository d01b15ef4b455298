/** What a candidate's skills are worth for one wanted skill: relation × months × age of the last use, or listed only. */
import type { Evidence } from '../../domain/match.ts';
import { lastMonth, type MonthSpan, monthsCovered } from '../../domain/month-spans.ts';
import type { Requirement } from '../../domain/posting.ts';
import type { PreparedCandidate, PreparedUse } from './prepare-candidate.ts';
import type { PreparedPosting, SkillLink, WantedSkill } from './prepare-posting.ts';
import type { RoleRelevance } from './relevant-months.ts';
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
  /** The document asked for is there and does not count: expired or planned. Nothing else may answer for it. */
  lapsed?: true;
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

/** What the best of the roles that name a skill is worth; a further role can only raise it. */
function worthOf(skill: string, roles: readonly RoleRelevance[]): number {
  let best = 0;
  for (const { role, worth } of roles) if (worth > best && role.skills.has(skill)) best = worth;
  return best;
}

function dated(linked: LinkedUse, spans: readonly MonthSpan[], asked: number, worth: number, today: number): Answer {
  const { factor, months, last } = useFactor(spans, asked, today);
  const kind = kindOf(linked);
  const value = KIND_VALUES[kind] * factor * worth;
  return { value, kind, line: linked.use.line, months, ...(last !== undefined && { last }) };
}

function listedOnly(linked: LinkedUse, asked: number): Answer {
  const kind = kindOf(linked);
  const value = KIND_VALUES[kind] * LISTED_ONLY * (MONTHS_GRACE / (asked + MONTHS_GRACE));
  return { value, kind, line: linked.use.line, months: 0 };
}

/** Uses of the skill itself and of its kinds count together: Google Ads in one job and Meta Ads in the next are both paid media. */
function together(uses: readonly LinkedUse[], asked: number, roles: readonly RoleRelevance[], today: number): Answer {
  let best: LinkedUse | undefined;
  let worth = 0;
  const spans: MonthSpan[] = [];
  for (const linked of uses) {
    if (linked.use.spans.length === 0) continue;
    spans.push(...linked.use.spans);
    worth = Math.max(worth, worthOf(linked.use.id, roles));
    if (!best || KIND_VALUES[kindOf(linked)] > KIND_VALUES[kindOf(best)]) best = linked;
  }
  return best ? dated(best, spans, asked, worth, today) : NO_ANSWER;
}

/** The best answer of the linked skills, listed ones included. A further skill can only raise it. */
export function coverSkill(
  uses: readonly LinkedUse[],
  requirement: Requirement,
  roles: readonly RoleRelevance[],
  today: number,
): Answer {
  const asked = monthsAsked(requirement);
  const close = uses.filter(({ link }) => link === 'same' || link === 'narrower');
  let answer = together(close, asked, roles, today);
  for (const linked of uses) {
    answer = better(answer, listedOnly(linked, asked));
    const { id, spans } = linked.use;
    if (spans.length > 0) answer = better(answer, dated(linked, spans, asked, worthOf(id, roles), today));
  }
  return answer;
}

/** Using a machine is a hint at the ticket for it, no more. */
const USE_WITHOUT_PAPER = 0.5;

/**
 * A credential is held or not: no months, no neighbours. One that expired or is only planned does not count, and an undated mention
 * elsewhere ("CPC holder") does not bring it back; only a date of validity does. A place in a skills list counts less. Where the
 * dictionary knows only the thing itself (a lorry loader), its use without a paper counts half.
 */
export function coverCredential(
  candidate: PreparedCandidate,
  want: WantedSkill,
  posting: PreparedPosting,
  use: () => Answer,
): Answer {
  const answers = (have: string): boolean =>
    posting.linksOf(have).some(({ want: id, link }) => id === want.id && (link === 'same' || link === 'narrower'));
  const matching = candidate.facts.credentials.filter((credential) => credential.skills.some(answers));
  const lapsed = matching.some(({ expired, planned }) => expired || planned);
  const held = matching.find(({ expired, planned, validUntil }) => !expired && !planned && (!lapsed || validUntil !== undefined));
  if (held) return { value: 1, kind: 'exact', line: held.text, months: 0 };
  if (lapsed) return { ...NO_ANSWER, lapsed };
  if (!want.credential) {
    const used = use();
    return { ...used, value: used.value * USE_WITHOUT_PAPER };
  }
  const listed = [...candidate.listed].find(answers);
  const line = listed === undefined ? undefined : candidate.uses.get(listed)?.line;
  return line === undefined ? NO_ANSWER : { value: LISTED_ONLY, kind: 'exact', line, months: 0 };
}
