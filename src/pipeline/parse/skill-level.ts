/** How well a skill is known, as printed beside it: `Python (expert)`, `Java – 5 years`, `Excel: advanced`. */
import { foldSameLength } from '../../domain/fold-text.ts';

const GRADES =
  'expert|advanced|intermediate|beginner|basic|basics|proficient|familiar|fluent|novice|skilled|experienced|good|very good|excellent|native|professional|elementary|fundamental|' +
  'sehr gut|sehr gute|gut|gute|grundkenntnisse|grundlagen|basiskenntnisse|fortgeschritten|fortgeschrittene|experte|expertin|anfanger|fundiert|fundierte|sicher|versiert|' +
  'avance|intermediaire|debutant|confirme|courant|maitrise|notions|bon|bonne|tres bon|tres bonne|' +
  'avanzado|intermedio|basico|experto|alto|medio|bajo|nociones|dominio|avancado|intermediario|especialista|nocoes|avanzato|base|ottimo|buono|discreto|esperto|' +
  'gevorderd|basis|goed|zeer goed|uitstekend|zaawansowany|sredni|podstawowy|biegly|dobry|bardzo dobry|ekspert|' +
  'god|mycket god|grundlaggande|avancerad|perus|hyva|iyi|ileri|orta|temel|pokrocily|mirne pokrocily|zakladni|продвинутый|средний|базовый|эксперт|уверенный|熟练|精通|掌握|了解|良好|熟悉|熟練|上級|中級|初級|고급|중급|초급';
const NOUNS =
  'level|knowledge|user|skills|kenntnisse|niveau|nivel|livello|nivell|poziom|connaissances|connaissance|conocimientos|conhecimentos|conoscenza|kennis|znajomosc|kunskaper';
const YEARS =
  '\\d{1,2}\\+?\\s?(?:years?|yrs?|months?|jahre?n?|monate?|ans?|mois|anos?|meses|anni|anno|mesi|jaar|lata?|lat|ar|let|yil|лет|года|год|年|년)\\.?(?: (?:of )?(?:experience|exp\\.?|erfahrung|berufserfahrung|d.?experience|de experiencia|di esperienza|ervaring))?';
const LEVEL = new RegExp(
  `^(?:(?:${NOUNS})[ :]{1,2})?(?:(?:${GRADES})(?: (?:${NOUNS}))?|\\d{1,3}\\s?%|\\d{1,2}\\s?\\/\\s?\\d{1,2}|(?:level|stufe|niveau|nivel) \\d|(?:over |more than |uber |mehr als |plus de |mas de |> ?|ca\\.? ?)?${YEARS})$`,
);
const LONGEST = 40;
/** What stands behind a name in a bracket, behind a dash, or behind a colon. */
const BEHIND =
  /^(.*?[\p{L}\p{N}+#.)].*?)(?:\s*[([（]\s*([^()[\]（）]+?)\s*[)\]）]|\s*[–—]\s*([^–—]+)|\s-{1,2}\s([^–—]+)|\s?[:：]\s*([^:：]+))$/u;

/** The whole text says how well, and nothing of what. */
export const isSkillLevel = (text: string): boolean => text.length <= LONGEST && LEVEL.test(foldSameLength(text.trim()));

/** `Python (expert)` is Python, and how well. What stands behind a name and is no level belongs to it. */
export function partLevel(text: string): { name: string; level?: string } {
  const [, name = '', ...behind] = text.length > 120 ? [] : (BEHIND.exec(text) ?? []);
  const level = behind.find((part) => part !== undefined)?.trim();
  return level !== undefined && isSkillLevel(level) ? { name: name.trim(), level } : { name: text };
}
