import type { CandidateFacts } from '../../domain/facts.ts';
import type { Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { LANGUAGE_LEVELS, readLanguageLevel } from './read-language-level.ts';

type LanguageFacts = CandidateFacts['languages'];

/**
 * Spoken languages with the best level told. The language that the resume is written in is one too, without a level: whoever wrote
 * it can write it.
 */
export function readLanguages(resume: Resume, taxonomy: Taxonomy): LanguageFacts {
  const levels = new Map<string, string | undefined>();
  for (const entry of resume.languages) {
    const spoken = taxonomy.spokenLanguage(entry.language);
    if (!spoken) continue;
    const level = readLanguageLevel(`${entry.fluency ?? ''} ${spoken.rest}`);
    const known = levels.get(spoken.code);
    const better = LANGUAGE_LEVELS.indexOf(level ?? '') > LANGUAGE_LEVELS.indexOf(known ?? '');
    levels.set(spoken.code, better ? level : known);
  }
  const written = resume.meta.shortlist.language;
  if (written && !levels.has(written)) levels.set(written, undefined);
  return [...levels].map(([code, level]) => ({ code, ...(level && { level }) })).sort((a, b) => (a.code < b.code ? -1 : 1));
}
