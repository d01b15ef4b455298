import type { Skill, SkillCategory } from '../../domain/taxonomy.ts';
import { SKILL_CATEGORIES } from '../../domain/taxonomy.ts';
import type { Row } from './read-table.ts';
import { listCell, listTables, readTable } from './read-table.ts';
import { stemWord } from './stem-word.ts';
import type { Word } from './tokenize-words.ts';
import { tokenizeWords } from './tokenize-words.ts';

/** How careful one spelling of a skill is to be believed in running text. */
export interface SkillForm {
  skill: Skill;
  /** The words of the spelling as written in the data file. */
  surfaces: readonly string[];
  isName: boolean;
  /** Only with exactly these capitals and this ending (`Go`, `REST`, `PALS`). */
  exactCase: boolean;
  /** Only as an item of a list of skills, or after `in`, `with`, … (`list`); never after `in` (`beside`: `Spring`). */
  company?: 'list' | 'beside';
  /** Only when the text names another skill of this area. */
  contextArea?: string;
}

export interface SkillIndex {
  skills: ReadonlyMap<string, Skill>;
  /** Stemmed words joined by a space, and the same without spaces, → spellings. */
  forms: ReadonlyMap<string, readonly SkillForm[]>;
  /** Stem of a first word → number of words of the longest spelling that starts with it. */
  longest: ReadonlyMap<string, number>;
}

/** Below this length words written together are too easily another word (`on call` / `oncall` is fine, `in put` is not). */
export const SHORTEST_COMPOUND = 7;

/** Reads `data/skills/*.tsv`. Throws on an unknown category: the file is ours, so this is a slip to be fixed. */
export function loadSkills(): SkillIndex {
  const skills = new Map<string, Skill>();
  const forms = new Map<string, SkillForm[]>();
  const longest = new Map<string, number>();
  for (const table of listTables('skills')) {
    for (const row of readTable(table)) {
      const skill = readSkill(row, table);
      skills.set(skill.id, skill);
      const flags = listCell(row('flags'));
      addForm(forms, longest, skill, skill.name, flags, true);
      for (const alias of listCell(row('aliases'))) addForm(forms, longest, skill, alias, flags, false);
    }
  }
  return { skills, forms, longest };
}

function readSkill(row: Row, table: string): Skill {
  const category = SKILL_CATEGORIES.find((known) => known === row('category'));
  if (category === undefined) throw new Error(`${table}: ${row('id')}: unknown category ${row('category')}`);
  return {
    id: row('id'),
    name: row('name'),
    category: category satisfies SkillCategory,
    area: row('area'),
    aliases: listCell(row('aliases')).map(plainAlias),
    broader: listCell(row('broader')),
    related: listCell(row('related')),
    idf: Number(row('idf')),
  };
}

/** Marks of one alias: `=PALS` exact case, `~AP` exact case beside another skill of its area, `?organisation` as an item of a list. */
const MARKS = /^[=~?]/;

function plainAlias(alias: string): string {
  return alias.replace(MARKS, '');
}

function addForm(
  forms: Map<string, SkillForm[]>,
  longest: Map<string, number>,
  skill: Skill,
  written: string,
  flags: readonly string[],
  isName: boolean,
): void {
  const words = tokenizeWords(plainAlias(written));
  const first = words[0];
  if (first === undefined) return;
  const form = readForm(skill, written, words, flags, isName);
  const key = phraseKey(words);
  pushForm(forms, key, form);
  if (isCompoundable(words)) pushForm(forms, compoundKey(words), form);
  const stem = stemWord(first.folded);
  longest.set(stem, Math.max(longest.get(stem) ?? 0, words.length));
}

/** Flags are about ambiguous single words: `Go` needs care, its other spelling `Go programming language` does not. */
function readForm(skill: Skill, written: string, words: readonly Word[], flags: readonly string[], isName: boolean): SkillForm {
  const flag = (name: string): boolean => words.length === 1 && flags.includes(name);
  const context = flags.find((found) => found.startsWith('context='))?.slice('context='.length);
  const form: SkillForm = {
    skill,
    surfaces: words.map((word) => word.surface),
    isName,
    exactCase: written.startsWith('=') || written.startsWith('~') || flag('case'),
  };
  if (flag('beside') || written.startsWith('?')) form.company = 'beside';
  else if (flag('list')) form.company = 'list';
  if (written.startsWith('~')) form.contextArea = skill.area;
  else if (words.length === 1 && context !== undefined) form.contextArea = context;
  return form;
}

/** Written as one word only when no part is so short that it is rather a letter or a class (`Klasse C`, `first fix`). */
function isCompoundable(words: readonly Word[]): boolean {
  return words.length > 1 && words.every((word) => word.folded.length > 2) && compoundKey(words).length >= SHORTEST_COMPOUND;
}

function pushForm(forms: Map<string, SkillForm[]>, key: string, form: SkillForm): void {
  const list = forms.get(key);
  if (list === undefined) forms.set(key, [form]);
  else if (!list.some((other) => other.skill === form.skill && other.exactCase === form.exactCase && !form.isName))
    list.push(form);
}

/** Key of a phrase: its stemmed words. */
export function phraseKey(words: readonly Word[]): string {
  return words.length === 1 && words[0] !== undefined
    ? stemWord(words[0].folded)
    : words.map((word) => stemWord(word.folded)).join(' ');
}

/** Key of a phrase written as one word (`Java Script`, `Daten-Analyse`). */
export function compoundKey(words: readonly Word[]): string {
  return stemWord(words.map((word) => word.folded).join(''));
}
