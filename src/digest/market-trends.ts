/** What the market asks for more than before (F7.2): counts over new postings, nothing about anybody. */
import type { WorkspaceId } from '../domain/ids.ts';
import type { Skill } from '../domain/taxonomy.ts';
import { type NewPosting, newPostingSkills } from '../store/new-posting-skills.ts';
import type { Store } from '../store/store.ts';

export interface SkillDemand {
  /** Open postings of the last seven days that ask for it, and of the seven before. */
  week: number;
  before: number;
}

export interface Trend {
  name: string;
  week: number;
  /** Missing where it is too few to be told. */
  before?: number;
}

/** Resolves to the demand by skill id, as of an instant in milliseconds. */
export type ReadDemand = (workspace: WorkspaceId, now: number) => Promise<ReadonlyMap<string, SkillDemand>>;

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
/** Fewer say nothing (F3.2 withholds them from those who could not see the rows; postings anybody may see, a habit is a habit). */
const LEAST = 5;
const TRENDS = 2;

export function countDemand(postings: readonly NewPosting[], now: number): Map<string, SkillDemand> {
  const demand = new Map<string, SkillDemand>();
  for (const { createdAt, skills } of postings) {
    const age = now - createdAt;
    if (age < 0 || age >= 2 * WEEK) continue;
    for (const skill of skills) {
      const known = demand.get(skill) ?? { week: 0, before: 0 };
      demand.set(skill, age < WEEK ? { ...known, week: known.week + 1 } : { ...known, before: known.before + 1 });
    }
  }
  return demand;
}

/** Everybody's digests of an hour share one look at the postings; the newest is kept. */
export function createDemandReader(store: Store): ReadDemand {
  let kept: { key: string; demand: Promise<Map<string, SkillDemand>> } | undefined;
  return (workspace, now) => {
    const key = `${workspace} ${Math.floor(now / HOUR)}`;
    if (kept?.key === key) return kept.demand;
    const demand = newPostingSkills(store, workspace, now - 2 * WEEK).then((postings) => countDemand(postings, now));
    kept = { key, demand };
    // A look that failed must not be kept for the hour.
    demand.catch(() => {
      if (kept?.demand === demand) kept = undefined;
    });
    return demand;
  };
}

/** Of the person's own skills, those asked for most; at most two. Traits of character and languages are asked for everywhere. */
export function chooseTrends(
  demand: ReadonlyMap<string, SkillDemand>,
  skills: readonly string[],
  skillOf: (id: string) => Pick<Skill, 'name' | 'category'> | undefined,
): Trend[] {
  return [...new Set(skills)]
    .flatMap((id): Trend[] => {
      const skill = skillOf(id);
      const { week, before } = demand.get(id) ?? { week: 0, before: 0 };
      if (!skill || week < LEAST || skill.category === 'soft' || skill.category === 'spoken-language') return [];
      return [{ name: skill.name, week, ...(before >= LEAST ? { before } : {}) }];
    })
    .sort((a, b) => b.week - a.week || (a.name < b.name ? -1 : 1))
    .slice(0, TRENDS);
}
