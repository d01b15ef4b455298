import { foldLetters } from '../../domain/fold-text.ts';

/** The ladder of the Common European Framework with mother tongue on top. */
export const LANGUAGE_LEVELS: readonly string[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'];

/** Words for levels, folded; the first that is found counts, strongest first. Scripts without blanks have no edges of words. */
const WORDS: readonly [level: string, words: string, unspaced: RegExp | undefined][] = [
  [
    'native',
    'native|mother tongue|first language|muttersprach\\w*|langue maternelle|lengua materna|nativ[oa]|lingua madre|madrelingua|lingua materna|moedertaal|ojczyst\\w*|modersmal\\w*|morsmal\\w*|aidinkieli|matersk[ay]\\w*|rodily mluvci|ana ?dili?|limba materna|anyanyelv\\w*',
    /母语|母語|ネイティブ|모국어|원어민|родн|рідн/,
  ],
  [
    'C2',
    'bilingu\\w*|zweisprachig|near[- ]native|full professional|tweetalig|dwujezyczn\\w*|tvasprakig|tosproget|tospraklig',
    /双语|雙語|バイリンガル/,
  ],
  [
    'C1',
    'fluent\\w*|fliessend\\w*|verhandlungssicher\\w*|sehr gut\\w*|courant\\w*|couramment|fluid[oa]|fluente|vloeiend|biegl\\w*|excellent|advanced|avanzad[oa]|avancado|avance|professional working|business fluent|c1|flytande|flydende|flytende|sujuva\\w*|plynn\\w*|plynul\\w*|akici|fluent[ae]?|folyekony\\w*|tres bonne?|muy bueno|ottim[oa]|mycket god\\w*|bardzo dobr\\w*',
    /流利|流暢|精通|ビジネス|上級|유창|고급|свободн|вільн/,
  ],
  [
    'B2',
    'business|professional|working proficiency|upper[- ]intermediate|gut\\w*|good|very good|bien|bon niveau|professionnel|buono|goed|dobr\\w*|alto',
    /良好|熟练|熟練|中上級/,
  ],
  [
    'B1',
    'intermediate|conversational|everyday|medio|intermedi\\w*|intermediaire|scolaire|schulkenntnisse|redelijk|sredni\\w*|konversation\\w*|mellanniva|keskitaso|stredne|orta',
    /中等|日常会話|日常會話|中級|중급|일상|разговорн|розмовн|средн/,
  ],
  [
    'A2',
    'basic|elementary|beginner|limited|grundkenntnisse|anfanger|notions|debutant\\w*|basico|nociones|base|basis\\w*|podstaw\\w*|grundlaggande|grundniva|perusteet|zaklad\\w*|temel|baslangic|incepator\\w*|alap\\w*',
    /基础|基礎|初级|初級|一般|초급|기초|базов|начальн|початков/,
  ],
];
const PATTERNS = WORDS.map(([level, words, unspaced]) => ({ level, words: new RegExp(`\\b(?:${words})\\b`), unspaced }));

/** `B2` of `B2`, `fluent`, `sehr gut in Wort und Schrift`; undefined when the text tells no level. */
export function readLanguageLevel(text: string): string | undefined {
  const cefr = /\b([abc][12])\b/i.exec(text)?.[1];
  if (cefr) return cefr.toUpperCase();
  const folded = foldLetters(text);
  return PATTERNS.find(({ words, unspaced }) => words.test(folded) || unspaced?.test(folded))?.level;
}
