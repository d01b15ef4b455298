/** Years weighted by relevance: what a month of work counts for this posting. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { PreparedCandidate, PreparedRole } from './prepare-candidate.ts';
import type { PreparedPosting } from './prepare-posting.ts';

/** Naming this many of the posting's skills makes a role as relevant as its title could. */
const SKILLS_FOR_FULL = 3;
/** Skills speak a little less than a title: a buyer of software names many tools too. */
const SKILLS_WEIGHT = 0.8;

/**
 * What evidence in a role of other work is worth: a tester names React, an auditor names licences, without doing what is asked for.
 * A title that the dictionary does not know is given the benefit of the doubt.
 */
const OTHER_WORK = 0.7;
const NEIGHBOURING_WORK = 0.85;
const UNKNOWN_WORK = 1;
/** Titles alike from here on are the same line of work. */
const SAME_WORK = 0.5;

export interface RoleRelevance {
  role: PreparedRole;
  /** 0…1, likeness of the titles alone. */
  title: number;
  /** 0…1. */
  relevance: number;
  /** What evidence in this role is worth, 0.7…1. */
  worth: number;
}

function skillShare(role: PreparedRole, posting: PreparedPosting): number {
  if (posting.skills.length === 0) return 0;
  const named = new Set<string>();
  for (const have of role.skills) {
    for (const { want, link } of posting.linksOf(have)) if (link === 'same' || link === 'narrower') named.add(want);
  }
  return Math.min(1, named.size / Math.min(SKILLS_FOR_FULL, posting.skills.length));
}

function worthOf(title: number): number {
  if (title >= SAME_WORK) return 1;
  return title > 0 ? NEIGHBOURING_WORK : OTHER_WORK;
}

/** Either the title or the skills can make a role relevant; both together make it more so. */
export function relevanceOf(candidate: PreparedCandidate, posting: PreparedPosting, taxonomy: Taxonomy): RoleRelevance[] {
  return candidate.roles.map((role) => {
    const own = role.facts.titleFacts;
    const title = own && posting.title ? taxonomy.titleSimilarity(own, posting.title) : 0;
    const worth = own && posting.title ? worthOf(title) : UNKNOWN_WORK;
    return { role, title, worth, relevance: 1 - (1 - title) * (1 - SKILLS_WEIGHT * skillShare(role, posting)) };
  });
}

/**
 * Months of the union of the roles, each month counted with the highest relevance of the roles that cover it, so that overlapping
 * jobs count once.
 */
export function relevantMonths(roles: readonly RoleRelevance[]): number {
  const edges = [...new Set(roles.flatMap(({ role }) => [role.span.first, role.span.last + 1]))].sort((a, b) => a - b);
  let months = 0;
  for (let at = 0; at + 1 < edges.length; at++) {
    const from = edges[at] ?? 0;
    const to = edges[at + 1] ?? 0;
    let best = 0;
    for (const { role, relevance } of roles) {
      if (role.span.first <= from && role.span.last + 1 >= to && relevance > best) best = relevance;
    }
    months += (to - from) * best;
  }
  return months;
}
