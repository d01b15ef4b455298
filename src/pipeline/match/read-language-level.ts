import { foldText } from '../../domain/fold-text.ts';

/** The ladder of the Common European Framework with mother tongue on top. */
export const LANGUAGE_LEVELS: readonly string[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'];

/** Words for levels in eight languages, folded; the first that is found counts, strongest first. */
const WORDS: readonly [RegExp, string][] = [
  [
    /\b(?:native|mother tongue|first language|muttersprach\w*|langue maternelle|lengua materna|nativ[oa]|lingua madre|madrelingua|lingua materna|moedertaal|ojczyst\w*)\b/,
    'native',
  ],
  [/\b(?:bilingu\w*|zweisprachig|near[- ]native|full professional|tweetalig|dwujezyczn\w*)\b/, 'C2'],
  [
    /\b(?:fluent\w*|fliessend\w*|verhandlungssicher\w*|sehr gut\w*|courant\w*|couramment|fluid[oa]|fluente|vloeiend|biegl\w*|excellent|advanced|avanzad[oa]|avancado|avance|professional working|business fluent|c1)\b/,
    'C1',
  ],
  [
    /\b(?:business|professional|working proficiency|upper[- ]intermediate|gut\w*|good|very good|bien|bon niveau|professionnel|buono|goed|dobr\w*|alto)\b/,
    'B2',
  ],
  [
    /\b(?:intermediate|conversational|everyday|medio|intermedi\w*|intermediaire|scolaire|schulkenntnisse|redelijk|sredni\w*|konversation\w*)\b/,
    'B1',
  ],
  [
    /\b(?:basic|elementary|beginner|limited|grundkenntnisse|anfanger|notions|debutant\w*|basico|nociones|base|basis\w*|podstaw\w*)\b/,
    'A2',
  ],
];

/** `B2` of `B2`, `fluent`, `sehr gut in Wort und Schrift`; undefined when the text tells no level. */
export function readLanguageLevel(text: string): string | undefined {
  const cefr = /\b([abc][12])\b/i.exec(text)?.[1];
  if (cefr) return cefr.toUpperCase();
  const folded = foldText(text);
  return WORDS.find(([pattern]) => pattern.test(folded))?.[1];
}
