/** A clause that asks for something → the requirement as stored. */

import { foldSameLength } from '../../../domain/fold-text.ts';
import type { Requirement } from '../../../domain/posting.ts';
import type { Taxonomy } from '../../../domain/taxonomy.ts';
import { cleanPhrase } from './clean-phrase.ts';
import { findDurations } from './read-durations.ts';
import { CREDENTIAL } from './requirement-wording.ts';

export interface Clause {
  kind: 'must' | 'nice';
  /** What is printed, before cleaning. */
  phrase: string;
  /** The phrase with what explains it. */
  full: string;
}

export function toRequirement(clause: Clause, taxonomy: Taxonomy): Requirement {
  const text = cleanPhrase(clause.phrase);
  const found = skillsIn(text, taxonomy);
  const months = findDurations(clause.phrase).find((d) => d.aside !== 'window' && !d.upTo)?.months;
  return {
    text,
    kind: clause.kind,
    // Skills of the explanation stand in only where the phrase itself names none ("breakdown maintenance: motors, drives").
    skills: found.length > 0 ? found : skillsIn(clause.full, taxonomy),
    words: taxonomy.contentWords(text),
    ...(months === undefined ? {} : { months }),
    credential: CREDENTIAL.test(foldSameLength(text)) || taxonomy.findSkills(text).some((m) => m.skill.category === 'credential'),
  };
}

const skillsIn = (text: string, taxonomy: Taxonomy): string[] => [...new Set(taxonomy.findSkills(text).map((m) => m.skill.id))];
