import type { SkillIndex } from './load-skills.ts';

/** How the skill that one has relates to the wanted one; undefined when unrelated or unknown. `broader` is transitive, `related` is not. */
export function relateSkills(
  index: SkillIndex,
  have: string,
  want: string,
): 'same' | 'narrower' | 'broader' | 'related' | undefined {
  const owned = index.skills.get(have);
  const wanted = index.skills.get(want);
  if (owned === undefined || wanted === undefined) return undefined;
  if (have === want) return 'same';
  if (isWithin(index, have, want)) return 'narrower';
  if (isWithin(index, want, have)) return 'broader';
  return owned.related.includes(want) || wanted.related.includes(have) ? 'related' : undefined;
}

function isWithin(index: SkillIndex, id: string, ancestor: string, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const parents = index.skills.get(id)?.broader ?? [];
  return parents.includes(ancestor) || parents.some((parent) => isWithin(index, parent, ancestor, seen));
}
