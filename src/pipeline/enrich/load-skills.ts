import type { Skill, SkillCategory } from '../../domain/taxonomy.ts';
import { SKILL_CATEGORIES } from '../../domain/taxonomy.ts';
import type { Row } from './read-table.ts';
import { listCell, listTables, readTable } from './read-table.ts';
import { stemWord } from './stem-word.ts';
import type { Word } from './tokenize-words.ts';
import { foldedWords, tokenizeWords } from './tokenize-words.ts';

/** How careful one spelling of a skill is to be believed in running text. */
export interface SkillForm {
  skill: Skill;
  isName: boolean;
  /** Only with exactly these letters, blanks aside (`Go`, `REST`, `PALS`). */
  exactCase?: string;
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
  const index: GrowingIndex = { skills: new Map(), forms: new Map(), longest: new Map() };
  for (const table of listTables('skills')) {
    for (const row of readTable(table)) {
      const written = listCell(row('aliases'));
      const skill = readSkill(row, table, written);
      const flags = listCell(row('flags'));
      index.skills.set(skill.id, skill);
      // A name that is a word when written small (`MES`, French `mes`) keeps its capitals; its aliases need not.
      const name = flags.includes('exact-name') ? `=${skill.name}` : skill.name;
      addForm(index, skill, name, [{ skill, isName: true }], flags);
      const shared = [{ skill, isName: false }];
      for (const alias of written) addForm(index, skill, alias, shared, flags);
    }
  }
  return index;
}

interface GrowingIndex extends SkillIndex {
  skills: Map<string, Skill>;
  forms: Map<string, readonly SkillForm[]>;
  longest: Map<string, number>;
}

function readSkill(row: Row, table: string, written: readonly string[]): Skill {
  const category = SKILL_CATEGORIES.find((known) => known === row('category'));
  if (category === undefined) throw new Error(`${table}: ${row('id')}: unknown category ${row('category')}`);
  return {
    id: row('id'),
    name: row('name'),
    category: category satisfies SkillCategory,
    area: row('area'),
    aliases: written.map(plainAlias),
    broader: listCell(row('broader')),
    related: listCell(row('related')),
    idf: Number(row('idf')),
  };
}

/** Marks of one alias: `=PALS` exact case, `~AP` exact case beside another skill of its area, `?organisation` as an item of a list. */
const MARKS = /^[=~?]/;

function plainAlias(alias: string): string {
  return MARKS.test(alias) ? alias.slice(1) : alias;
}

/**
 * Puts one spelling into the index. Spellings without marks share one form of their skill: 20,000 objects less at each start.
 */
function addForm(
  index: GrowingIndex,
  skill: Skill,
  written: string,
  shared: readonly SkillForm[],
  flags: readonly string[],
): void {
  const folded = foldedWords(plainAlias(written));
  const stems = folded.map(stemWord);
  const single = folded.length === 1;
  const plain = !MARKS.test(written) && !(single && flags.length > 0);
  const forms = plain ? shared : [readForm(skill, written, single ? flags : [], shared[0]?.isName === true)];
  pushForm(index.forms, stems.join(' '), forms);
  if (folded.length === 2 && folded.every((word) => word.length > 2)) {
    const compound = folded.join('');
    if (compound.length >= SHORTEST_COMPOUND) pushForm(index.forms, stemWord(compound), forms);
  }
  const stem = stems[0] ?? '';
  index.longest.set(stem, Math.max(index.longest.get(stem) ?? 0, folded.length));
}

/** The flags of the row count for single words only: `Go` needs care, its other spelling `Go programming language` does not. */
function readForm(skill: Skill, written: string, flags: readonly string[], isName: boolean): SkillForm {
  const context = flags.find((found) => found.startsWith('context='))?.slice('context='.length);
  const form: SkillForm = { skill, isName };
  if (/^[=~]/.test(written) || flags.includes('case')) form.exactCase = surfaceOf(tokenizeWords(plainAlias(written)));
  if (flags.includes('beside') || written.startsWith('?')) form.company = 'beside';
  else if (flags.includes('list')) form.company = 'list';
  if (written.startsWith('~')) form.contextArea = skill.area;
  else if (context !== undefined) form.contextArea = context;
  return form;
}

/** The letters of a phrase as written, without what stands between its words. */
export function surfaceOf(words: readonly Word[]): string {
  return words.map((word) => word.surface).join('');
}

/** The name comes before the aliases of its skill and stays in front: `exact` tells the two apart. */
function pushForm(all: Map<string, readonly SkillForm[]>, key: string, forms: readonly SkillForm[]): void {
  const known = all.get(key);
  if (known === undefined) all.set(key, forms);
  else if (known !== forms) all.set(key, [...known, ...forms]);
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
