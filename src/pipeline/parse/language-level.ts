/** How well a language is known, as printed: `fluent`, `Muttersprache`, `精通`, `C1`. Closed classes of the languages, written by us. */
import { foldSameLength } from '../../domain/fold-text.ts';

/** Beginnings of words, folded. */
const WORDS =
  'native|fluent|basic|conversational|conversation|professional|working|intermediate|upper intermediate|advanced|elementary|beginner|novice|limited|bilingual|proficien|mother|first language|good|excellent|spoken|understand|' +
  'mutter|flie(?:s|ß)+end|verhandlung|grund|gut|sehr gut|anfanger|schulkenntnisse|fortgeschritten|zweisprachig|courant|couramment|matern|notions|scolaire|bilingue|lu ecrit|debutant|intermediaire|avance|parle|' +
  'nativ|fluid|basico|conversacional|nociones|avanzad|intermedi|medio|alto|fluente|avancad|madrelingua|scolastic|discret|ottim|buon|base|fluent[ea]?|moedertaal|vloeiend|goed|redelijk|basis|' +
  'ojczyst|biegl|komunikatywn|podstaw|zaawansowan|sredni|dobr|modersmal|morsmal|flytande|flydende|flytende|grundlaggande|mycket god|god|aidinkiel|sujuva|hyva|perus|matersk|rodil|plynn|zaklad|pokrocil|' +
  'ana ?dil|akici|iyi|orta|baslangic|ileri|temel|nativa|incepator|mediu|avansat|anyanyelv|folyekony|alapfok|kozepfok|felsofok|родн|рідн|свободн|вільн|базов|разговорн|розмовн|средн|середн|начальн|початков|продвинут';
const LEVEL = new RegExp(`(?<![\\p{L}])(?:[abc][12](?![\\p{L}\\d])|(?:${WORDS}))`, 'iu');
const CJK =
  /精通|流利|流暢|熟[练練]|中等|良好|一般|母[语語]|基[础礎]|初[级級]|中[级級]|上[级級]|高[级級]|日常[会會][话話]|挨拶程度|ネイティブ|ビジネス|バイリンガル|[通普]通|优秀|優秀|略懂|고급|중급|초급|유창|원어민|모국어|일상\s?회화|비즈니스|상급|^N[1-5]$/u;

/** Where the first such word begins; -1 without one. */
function levelAt(text: string): number {
  const places = [LEVEL.exec(foldSameLength(text)), CJK.exec(text)].map((found) => found?.index ?? -1).filter((at) => at >= 0);
  return places.length > 0 ? Math.min(...places) : -1;
}

/** The text holds a word for how well. */
export const saysLevel = (text: string): boolean => levelAt(text) >= 0;
/** It begins with one: nothing of what stands before. */
export const opensWithLevel = (text: string): boolean => levelAt(text.trim()) === 0;
