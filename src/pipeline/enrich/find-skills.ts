import type { SkillMention } from '../../domain/taxonomy.ts';
import type { SkillIndex } from './load-skills.ts';
import type { FormMatch } from './skill-company.ts';
import { companyOf, isUnsure, keepsCompany } from './skill-company.ts';
import type { SkillForm } from './skill-forms.ts';
import { compoundKey, phraseKey, SHORTEST_COMPOUND, surfaceOf } from './skill-keys.ts';
import { stemWord } from './stem-word.ts';
import type { Word } from './tokenize-words.ts';
import { tokenizeWords } from './tokenize-words.ts';

/** Word tails that German glues to a skill (`Excelkenntnisse`, `Kassenerfahrung`). */
const GLUED_TAIL = /(?:s?kenntnisse?n?|erfahrung(?:en)?)$/;

/** Skills named in running text: longest spelling first, no overlaps, in order of position. */
export function findSkills(index: SkillIndex, text: string): SkillMention[] {
  const matches = collectMatches(index, text);
  const company = companyOf(text, matches);
  const kept = matches.filter((match, position) => !isUnsure(match.form) || keepsCompany(company, match, position));
  return withoutOverlaps(kept, text.length).map(toMention);
}

function collectMatches(index: SkillIndex, text: string): FormMatch[] {
  const words = tokenizeWords(text);
  const matches: FormMatch[] = [];
  for (let from = 0; from < words.length; from++) {
    const first = words[from];
    if (first === undefined) continue;
    const longest = index.longest(stemWord(first.folded));
    for (let count = 1; count <= longest; count++) {
      const next = words[from + count - 1];
      if (next === undefined || (count > 1 && next.broken)) break;
      matchPhrase(index, text, words.slice(from, from + count), matches);
    }
  }
  return matches;
}

function matchPhrase(index: SkillIndex, text: string, phrase: readonly Word[], matches: FormMatch[]): void {
  const first = phrase[0];
  const last = phrase.at(-1);
  if (first === undefined || last === undefined) return;
  for (const form of formsOf(index, phrase)) {
    matches.push({
      form,
      surface: text.slice(first.start, last.end),
      start: first.start,
      end: last.end,
      wordCount: phrase.length,
    });
  }
}

/** Spellings that the words may stand for, exact case already checked. */
export function formsOf(index: SkillIndex, phrase: readonly Word[]): readonly SkillForm[] {
  const direct = usable(index.forms(phraseKey(phrase)), phrase);
  if (direct.length > 0) return direct;
  if (phrase.length === 2) {
    const compound = compoundKey(phrase);
    return compound.length >= SHORTEST_COMPOUND ? usable(index.forms(compound), phrase) : [];
  }
  const only = phrase.length === 1 ? phrase[0] : undefined;
  const bare = only?.folded.replace(GLUED_TAIL, '');
  if (only === undefined || bare === undefined || bare === only.folded || bare.length < 3) return [];
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
