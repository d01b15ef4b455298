import type { SkillMention } from '../../domain/taxonomy.ts';
import { formsOf, toMention } from './find-skills.ts';
import type { SkillIndex } from './load-skills.ts';
import type { SkillForm } from './skill-forms.ts';
import { phraseKey } from './skill-keys.ts';
import type { Word } from './tokenize-words.ts';
import { tokenizeWords } from './tokenize-words.ts';

/** Words that people put around the name of a skill without changing what it is. */
const AROUND = new Set(
  (
    'advanced basic basics good strong very solid proficient proficiency expert expertise skill skills knowledge experience experienced ' +
    'working hands on proven excellent in of with using the a an and intermediate beginner fluent ability certified certification ' +
    'kenntnisse grundkenntnisse gute sehr sichere sicherer umgang mit erfahrung erfahrungen im bereich fundierte ' +
    'connaissance connaissances maitrise du de des la le les bonne bonnes experience en notions ' +
    'conocimiento conocimientos dominio experiencia manejo avanzado avanzados avancees basico basicos conhecimento conhecimentos dominio experiencia ' +
    'conoscenza conoscenze ottima buona esperienza kennis van ervaring met goede znajomosc bardzo dobra doswiadczenie w'
  ).split(' '),
);
const BRACKET = /^([^()[\]]{1,200})[([]([^()[\]]{1,200})[)\]]\s*$/u;
const TAIL = /\s[-–—|]\s|:\s/u;

/** The skill that the whole phrase names: as it stands, without a bracket or a remark behind it, or without words such as `skills`. */
export function lookupSkill(index: SkillIndex, phrase: string): SkillMention | undefined {
  const whole = lookupWords(index, phrase, tokenizeWords(phrase));
  if (whole !== undefined) return whole;
  const bracket = BRACKET.exec(phrase);
  for (const part of bracket === null ? [phrase.split(TAIL)[0] ?? ''] : [bracket[1] ?? '', bracket[2] ?? '']) {
    if (part === phrase) continue;
    const offset = phrase.indexOf(part);
    const found = lookupWords(index, part, tokenizeWords(part));
    if (found !== undefined) return { ...found, start: found.start + offset, end: found.end + offset };
  }
  return undefined;
}

function lookupWords(index: SkillIndex, phrase: string, words: Word[]): SkillMention | undefined {
  const direct = lookupExactly(index, phrase, words);
  if (direct !== undefined) return direct;
  let from = 0;
  let to = words.length;
  while (from < to && AROUND.has(words[from]?.folded ?? '')) from++;
  while (to > from && AROUND.has(words[to - 1]?.folded ?? '')) to--;
  return from === 0 && to === words.length ? undefined : lookupExactly(index, phrase, words.slice(from, to));
}

function lookupExactly(index: SkillIndex, phrase: string, words: Word[]): SkillMention | undefined {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // A phrase that is nothing else is a skill also in another case (`go`, `rest api`): the care is for running text.
  const key = phraseKey(words);
  const form = best(formsOf(index, words, key)) ?? best(index.forms(key));
  if (form === undefined) return undefined;
  const surface = phrase.slice(first.start, last.end);
  return toMention({ form, surface, start: first.start, end: last.end, wordCount: words.length });
}

function best(forms: readonly SkillForm[]): SkillForm | undefined {
  return forms.find((form) => form.isName) ?? forms[0];
}
