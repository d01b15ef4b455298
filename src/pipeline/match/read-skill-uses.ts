import type { SkillUse } from '../../domain/facts.ts';
import { lastMonth, type MonthSpan, monthsCovered, monthText, unionOf } from '../../domain/month-spans.ts';
import type { SkillMention, Taxonomy } from '../../domain/taxonomy.ts';
import type { RoleUse } from './read-roles.ts';

interface Found {
  mention: SkillMention;
  /** One mention by the preferred name is enough: a further mention must never make the evidence weaker. */
  exact: boolean;
  line: string;
  spans: MonthSpan[];
}

function note(found: Map<string, Found>, mention: SkillMention, line: string, span: MonthSpan | undefined): void {
  const known = found.get(mention.skill.id);
  if (!known) {
    found.set(mention.skill.id, { mention, exact: mention.exact, line, spans: span ? [span] : [] });
    return;
  }
  known.exact ||= mention.exact;
  if (!span) return;
  // The line of the newest dated use is the one to show.
  if (span.last > (lastMonth(known.spans) ?? -1)) {
    known.mention = mention;
    known.line = line;
  }
  known.spans.push(span);
}

function toUse({ mention, exact, line, spans }: Found): SkillUse {
  const last = lastMonth(spans);
  return {
    skill: mention.skill.id,
    surface: mention.surface,
    exact,
    months: monthsCovered(spans),
    ...(last !== undefined && { lastUsed: monthText(last) }),
    ...(spans.length > 0 && { spans: unionOf(spans).map((s) => ({ start: monthText(s.first), end: monthText(s.last) })) }),
    line,
  };
}

/** Skills of the roles' own work with the union of their months, then those of the other texts with none. Ordered by id. */
export function readSkillUses(uses: readonly RoleUse[], listed: readonly SkillMention[][], lines: readonly string[]): SkillUse[] {
  const found = new Map<string, Found>();
  for (const { mention, line, span } of uses) note(found, mention, line, span);
  lines.forEach((line, at) => {
    for (const mention of listed[at] ?? []) note(found, mention, line, undefined);
  });
  return [...found.values()].map(toUse).sort((a, b) => (a.skill < b.skill ? -1 : a.skill > b.skill ? 1 : 0));
}

/** An item of a list is looked up whole first: `Go` alone is a skill there, in running text it is a verb. */
export function mentionsIn(line: string, taxonomy: Taxonomy): SkillMention[] {
  const whole = taxonomy.lookupSkill(line);
  return whole ? [whole] : taxonomy.findSkills(line);
}
