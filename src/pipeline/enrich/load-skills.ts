import type { Skill } from '../../domain/taxonomy.ts';
import { SKILL_CATEGORIES } from '../../domain/taxonomy.ts';
import { readKeyTable } from './key-table.ts';
import type { Row } from './read-table.ts';
import { listCell, listTables, readTable } from './read-table.ts';
import type { SkillForm } from './skill-forms.ts';
import { decodeForms } from './skill-forms.ts';

export interface SkillIndex {
  skills: ReadonlyMap<string, Skill>;
  /** Spellings by `phraseKey` or `compoundKey`. */
  forms(key: string): readonly SkillForm[];
  /** Number of words of the longest spelling that starts with a stem; at least 2, because compounds are tried in pairs. */
  longest(stem: string): number;
}

/** Reads the tables of skills and the generated index of their spellings. Throws on an unknown category: a slip in our own file. */
export function loadSkills(): SkillIndex {
  const skills = new Map(loadSkillRows().map(({ skill }) => [skill.id, skill]));
  const lines = readKeyTable('index/skill-forms.tsv');
  const starts = readKeyTable('index/skill-starts.tsv');
  const decoded = new Map<string, readonly SkillForm[]>();
  return {
    skills,
    forms: (key) => {
      const line = lines.get(key);
      if (line === undefined) return [];
      const known = decoded.get(line) ?? decodeForms(skills, line);
      decoded.set(line, known);
      return known;
    },
    longest: (stem) => Number(starts.get(stem) ?? 2),
  };
}

export interface SkillRow {
  skill: Skill;
  /** Aliases with their marks. */
  written: readonly string[];
  flags: readonly string[];
}

/** The rows of `data/skills/*.tsv` in the order of file names and lines. */
export function loadSkillRows(): SkillRow[] {
  return listTables('skills').flatMap((table) =>
    readTable(table).map((row) => {
      const written = listCell(row('aliases'));
      return { skill: readSkill(row, table, written), written, flags: listCell(row('flags')) };
    }),
  );
}

function readSkill(row: Row, table: string, written: readonly string[]): Skill {
  const category = SKILL_CATEGORIES.find((known) => known === row('category'));
  if (category === undefined) throw new Error(`${table}: ${row('id')}: unknown category ${row('category')}`);
  return {
    id: row('id'),
    name: row('name'),
    category,
    area: row('area'),
    aliases: written.map(plainAlias),
    broader: listCell(row('broader')),
    related: listCell(row('related')),
    idf: Number(row('idf')),
  };
}

/** Marks of one alias: `=PALS` exact case, `~AP` exact case beside another skill of its area, `?organisation` as an item of a list. */
export function hasMark(alias: string): boolean {
  return /^[=~?]/.test(alias);
}

/** An alias without its mark. */
export function plainAlias(alias: string): string {
  return hasMark(alias) ? alias.slice(1) : alias;
}
