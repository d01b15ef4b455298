/** The terms that a resume mentions, normalised: what `term_mentions` counts (F3.1). */
import type { Resume } from '../../domain/resume.ts';

export interface TermMention {
  kind: 'skill' | 'company' | 'title';
  term: string;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** At most 150, each once: a resume with more is a list of key words, and no transaction holds more than 200 rows (rule R1). */
export function termsOf(resume: Resume): TermMention[] {
  const found = new Map<string, TermMention>();
  const add = (kind: TermMention['kind'], text: string | undefined) => {
    const term = text === undefined ? '' : fold(text);
    if (term && term.length <= 80) found.set(`${kind}\0${term}`, { kind, term });
  };
  for (const work of resume.work) {
    add('company', work.name);
    add('title', work.position);
  }
  for (const group of resume.skills) for (const keyword of group.keywords) add('skill', keyword);
  return [...found.values()].slice(0, 150);
}
