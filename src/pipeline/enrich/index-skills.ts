import type { Skill } from '../../domain/taxonomy.ts';
import { hasMark, loadSkillRows, plainAlias } from './load-skills.ts';
import type { SkillForm } from './skill-forms.ts';
import { SHORTEST_COMPOUND, surfaceOf } from './skill-keys.ts';
import { stemWord } from './stem-word.ts';
import { foldedWords, tokenizeWords } from './tokenize-words.ts';

/** What `data/index` holds for skills, worked out from the tables. */
export interface BuiltSkillIndex {
  skills: Map<string, Skill>;
  /** Stemmed words joined by a space, and those of two words without the space, → spellings. */
  forms: Map<string, readonly SkillForm[]>;
  /** Stem of a first word → number of words of the longest spelling that starts with it. */
  longest: Map<string, number>;
}

/** Cuts, folds and stems all spellings of `data/skills/*.tsv`: 150 ms, so it is done by a script and not at each start. */
export function indexSkills(): BuiltSkillIndex {
  const index: BuiltSkillIndex = { skills: new Map(), forms: new Map(), longest: new Map() };
  for (const { skill, written, flags } of loadSkillRows()) {
    index.skills.set(skill.id, skill);
    // A name that is a word when written small (`MES`, French `mes`) keeps its capitals; its aliases need not.
    const name = flags.includes('exact-name') ? `=${skill.name}` : skill.name;
    addForm(index, skill, name, [{ skill, isName: true }], flags);
    const shared = [{ skill, isName: false }];
    for (const alias of written) addForm(index, skill, alias, shared, flags);
  }
  return index;
}

/**
 * Puts one spelling into the index. Spellings without marks share one form of their skill: 20,000 objects less at each start.
 */
function addForm(
  index: BuiltSkillIndex,
  skill: Skill,
  written: string,
  shared: readonly SkillForm[],
  flags: readonly string[],
): void {
  const folded = foldedWords(plainAlias(written));
  const stems = folded.map(stemWord);
  const single = folded.length === 1;
  const plain = !hasMark(written) && !(single && flags.length > 0);
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

/** The name comes before the aliases of its skill and stays in front: `exact` tells the two apart. */
function pushForm(all: Map<string, readonly SkillForm[]>, key: string, forms: readonly SkillForm[]): void {
  const known = all.get(key);
  if (known === undefined) all.set(key, forms);
  else if (known !== forms) all.set(key, [...known, ...forms]);
}
