/** A clause that asks for something → the requirement as stored. */
import type { Requirement } from '../../../domain/posting.ts';
import type { Taxonomy } from '../../../domain/taxonomy.ts';
import { cleanPhrase } from './clean-phrase.ts';
import { findDurations } from './read-durations.ts';
import type { Evidence } from './requirement-evidence.ts';

export interface Clause {
  kind: 'must' | 'nice';
  /** What is printed, before cleaning. */
  phrase: string;
  /** The phrase with what explains it. */
  full: string;
}

export function toRequirement(clause: Clause, taxonomy: Taxonomy, evidence: Evidence): Requirement {
  const text = cleanPhrase(clause.phrase);
  const found = skillIdsIn(text, evidence);
  const months = findDurations(clause.phrase).find((d) => d.aside !== 'window' && !d.upTo)?.months;
  return {
    text,
    kind: clause.kind,
    // Skills of the explanation stand in only where the phrase itself names none ("breakdown maintenance: motors, drives").
    skills: found.length > 0 ? found : skillIdsIn(clause.full, evidence),
    words: taxonomy.contentWords(text),
    ...(months === undefined ? {} : { months }),
    credential: evidence.hasCredential(text),
  };
}

const skillIdsIn = (text: string, evidence: Evidence): string[] => [...new Set(evidence.skillsIn(text).map((m) => m.skill.id))];
