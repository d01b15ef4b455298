import type { SkillMention } from '../../domain/taxonomy.ts';
import type { SkillIndex } from './load-skills.ts';
import type { FormMatch } from './skill-company.ts';
import { companyOf, isUnsure, keepsCompany } from './skill-company.ts';
import type { SkillForm } from './skill-forms.ts';
import { compoundKey, SHORTEST_COMPOUND, surfaceOf } from './skill-keys.ts';
import { stemWord } from './stem-word.ts';
import type { Word } from './tokenize-words.ts';
import { tokenizeWords } from './tokenize-words.ts';

/** Word tails that German glues to a skill (`Excelkenntnisse`, `Kassenerfahrung`). */
const GLUED_TAIL = /(?:s?kenntnisse?n?|erfahrung(?:en)?)$/;
/** Three letters and the shortest tail. */
const SHORTEST_GLUED = 12;
const NO_FORMS: readonly SkillForm[] = [];

/** A host alone is left, and what a capital follows: `Node.js`, `Monday.com` and `Salesforce.com/HubSpot` are skills. */
const ADDRESS =
  /(?<![^\s(<"'])(?:\S{1,64}@[\p{L}\d]\S{0,63}|(?:[Hh]ttps?:\/\/|www\.)\S{1,200}|(?:[\w-]{1,40}\.){1,3}(?:com|org|net)\/(?!\p{Lu})\S{1,200})/gu;

/** Mail and web addresses as blanks of the same length: `java@example.org` says nothing of what somebody knows. */
const withoutAddresses = (text: string): string =>
  /@|\/\S|www\./.test(text) ? text.replace(ADDRESS, (address) => ' '.repeat(address.length)) : text;

/** Skills named in running text: longest spelling first, no overlaps, in order of position. Addresses name none. */
export function findSkills(index: SkillIndex, printed: string): SkillMention[] {
  const text = withoutAddresses(printed);
  const matches = collectMatches(index, text);
  const company = companyOf(text, matches);
  const kept = matches.filter((match, position) => !isUnsure(match.form) || keepsCompany(company, match, position));
  return withoutOverlaps(kept, text.length).map(toMention);
}

function collectMatches(index: SkillIndex, text: string): FormMatch[] {
  const words = tokenizeWords(text);
  const stems = words.map((word) => stemWord(word.folded));
  const matches: FormMatch[] = [];
  for (const [from, first] of words.entries()) {
    let key = stems[from] ?? '';
    const longest = index.longest(key);
    for (let count = 1; count <= longest; count++) {
      const last = words[from + count - 1];
      if (last === undefined || (count > 1 && last.broken)) break;
      if (count > 1) key = `${key} ${stems[from + count - 1]}`;
      const phrase = count === 1 ? [first] : count === 2 ? [first, last] : words.slice(from, from + count);
      for (const form of formsOf(index, phrase, key))
        matches.push({ form, surface: text.slice(first.start, last.end), start: first.start, end: last.end, wordCount: count });
    }
  }
  return matches;
}

/** Spellings that the words may stand for, exact case already checked. `key` is their `phraseKey`. */
export function formsOf(index: SkillIndex, phrase: readonly Word[], key: string): readonly SkillForm[] {
  const direct = usable(index.forms(key), phrase);
  if (direct.length > 0) return direct;
  if (phrase.length === 2) {
    const compound = compoundKey(phrase);
    return compound.length >= SHORTEST_COMPOUND ? usable(index.forms(compound), phrase) : NO_FORMS;
  }
  const only = phrase.length === 1 ? phrase[0] : undefined;
  if (only === undefined || only.folded.length < SHORTEST_GLUED) return NO_FORMS;
  const bare = only.folded.replace(GLUED_TAIL, '');
  if (bare === only.folded || bare.length < 3) return NO_FORMS;
  return index
    .forms(stemWord(bare))
    .filter(({ exactCase, company }) => company === undefined && (exactCase === undefined || only.surface.startsWith(exactCase)));
}

function usable(forms: readonly SkillForm[], phrase: readonly Word[]): readonly SkillForm[] {
  if (forms.every(({ exactCase }) => exactCase === undefined)) return forms;
  const surface = surfaceOf(phrase);
  return forms.filter(({ exactCase }) => exactCase === undefined || exactCase === surface);
}

function withoutOverlaps(matches: readonly FormMatch[], length: number): FormMatch[] {
  const byLength = [...matches].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || Number(b.form.isName) - Number(a.form.isName),
  );
  const taken = new Uint8Array(length);
  const kept: FormMatch[] = [];
  for (const match of byLength) {
    if (taken[match.start] === 1 || taken[match.end - 1] === 1) continue;
    taken.fill(1, match.start, match.end);
    kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The mention as callers see it. */
export function toMention({ form, surface, start, end }: FormMatch): SkillMention {
  return { skill: form.skill, surface, start, end, exact: form.isName };
}
