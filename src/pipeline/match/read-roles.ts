import type { RoleFacts } from '../../domain/facts.ts';
import { foldText } from '../../domain/fold-text.ts';
import { type MonthSpan, monthOf, monthText, spanOf } from '../../domain/month-spans.ts';
import type { Resume, ResumeWork } from '../../domain/resume.ts';
import type { SkillMention, Taxonomy } from '../../domain/taxonomy.ts';
import type { Blinder } from './blind-text.ts';
import { clauseSpan } from './clause-span.ts';
import { ownWork } from './own-work.ts';
import { peopleLed, readRoleLevel } from './read-level.ts';

/** Title line, summary and highlights of one entry, blind; a summary of several lines is several lines. */
function linesOf(title: string, entry: ResumeWork, blind: Blinder): string[] {
  const texts = [...(entry.summary ?? '').split('\n'), ...(entry.highlights ?? [])];
  return [title, ...texts.map(blind)].filter((line) => line !== '');
}

/** A skill that a line of a role names as the writer's own work; `span` is the part of the role that the clause speaks of. */
export interface RoleUse {
  mention: SkillMention;
  line: string;
  span: MonthSpan | undefined;
}
interface ReadRole {
  facts: RoleFacts;
  uses: RoleUse[];
}

function usesIn(lines: readonly string[], span: MonthSpan | undefined, taxonomy: Taxonomy): RoleUse[] {
  return lines.flatMap((line) =>
    ownWork(line).flatMap((clause) => {
      const mentions = taxonomy.findSkills(clause);
      if (mentions.length === 0) return [];
      const part = span && clauseSpan(clause, span);
      return mentions.map((mention) => ({ mention, line, span: part }));
    }),
  );
}

function readRole(entry: ResumeWork, blind: Blinder, taxonomy: Taxonomy, asOf: string): ReadRole {
  const title = blind(entry.position ?? '');
  const lines = linesOf(title, entry, blind);
  const span = spanOf(entry.startDate, entry.endDate, asOf);
  const titleFacts = title ? taxonomy.readTitle(title) : undefined;
  const folded = lines.map(foldText);
  const teamSize = Math.max(0, ...folded.map(peopleLed));
  const level = readRoleLevel(title, titleFacts, folded, teamSize);
  const uses = usesIn(lines, span, taxonomy);
  const facts = {
    title,
    ...(titleFacts && { titleFacts }),
    ...(level && { level }),
    ...(teamSize > 0 && { teamSize }),
    ...(span && { start: monthText(span.first), end: monthText(span.last) }),
    months: span ? span.last - span.first + 1 : 0,
    current: Boolean(span && !entry.endDate),
    lines,
    skills: [...new Set(uses.map(({ mention }) => mention.skill.id))],
  };
  return { facts, uses };
}

/** The jobs of a resume in its own order. A role without usable dates has 0 months and is no dated evidence. */
export function readRoles(resume: Resume, blind: Blinder, taxonomy: Taxonomy, asOf: string): ReadRole[] {
  return resume.work.map((entry) => readRole(entry, blind, taxonomy, asOf));
}

/** The stretch of a dated role. */
export function roleSpan(role: RoleFacts): MonthSpan | undefined {
  const first = role.start === undefined ? undefined : monthOf(role.start);
  const last = role.end === undefined ? undefined : monthOf(role.end);
  return first === undefined || last === undefined ? undefined : { first, last };
}
