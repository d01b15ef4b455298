/** Grades and classes of degrees as they are printed: the words and numbers of many countries. */
import { foldSameLength } from '../../domain/fold-text.ts';
import { rememberAnswers } from '../../domain/remember-answers.ts';

/** What is said before the grade itself. */
const LABEL =
  'c?gpa|(?:final |overall |average )?(?:grade|mark)s?|average|result|classification|score|(?:gesamt|abschluss|end|durchschnitts)?note|noten?durchschnitt|durchschnitt|mention|moyenne|nota(?: media| final)?|promedio|media|voto|votazione|cijfer|eindcijfer|ocena|srednia|karakter|snitt|snittkarakter|betyg|arvosana|znamka|prumer|not ortalamasi|media generala|atlag|средний балл|оценка|成绩|绩点|成績|평점|학점|평균평점';

/** Folded; each may be followed by the same in figures: `Upper Second Class Honours (2:1)`. */
const CLASSES = [
  "(?:first|1st|second|2nd|third|3rd)[- ]class(?:,? \\(?(?:upper|lower)(?: division)?\\)?)?(?: (?:honou?rs|hons|degree))*|(?:first|1st|2nd|third|3rd)(?: (?:honou?rs|hons))?|(?:upper|lower) second(?:[- ]class)?(?: (?:honou?rs|hons))?|honou?rs first class|(?:with )?(?:high(?:est)? |great(?:est)? )?(?:honou?rs|distinction|merit|commendation)|high pass|pass(?:ed)?|pass with (?:distinction|merit|honou?rs)|dean'?s list.{0,20}|valedictorian|(?:ranked )?top \\d{1,2} ?%.{0,12}",
  '(?:summa |magna |insigni |maxima |egregia )?cum laude(?: approbatur)?|insigni|rite|with (?:first|second) class honou?rs',
  'mit auszeichnung(?: bestanden)?|sehr gut|gut|(?:voll)?befriedigend|ausreichend|mit erfolg bestanden|bestanden|pradikatsexamen',
  '(?:avec |with )?mention(?: [a-z]{2,14}){1,3}|(?:tres |assez )bien|(?:avec )?felicitations du jury|major(?:e)? de promo(?:tion)?|tres honorable.{0,30}',
  'matricula de honor|sobresaliente(?: cum laude)?|notable|aprobado|premio extraordinario.{0,20}|con honores|com (?:distincao|louvor)(?: e louvor)?|aprovad[oa] com (?:distincao|louvor)|con (?:lode|il massimo dei voti(?: e la lode)?)|e lode|ottimo|distinto',
  'met (?:lof|grote onderscheiding|onderscheiding)|(?:grote )?onderscheiding|grootste onderscheiding|z wyroznieniem|(?:bardzo )?dobry(?: plus)?|celujacy|s vyznamenanim|cerveny diplom|(?:val )?godkand|med berom(?: godkand)?|(?:laudatur|eximia|magna)(?: cum laude approbatur)?|jeles|kituno|summa|onur(?: derecesi)?|yuksek onur(?: derecesi)?',
  'с отличием|красный диплом|диплом с отличием|з відзнакою|червоний диплом|диплом з відзнакою|首席|优秀毕业生|优秀|優|수석 졸업|차석 졸업',
].join('|');
const NUMBER =
  '\\d{1,2}[:.,]\\d{1,2}|\\d{1,3}(?:[.,]\\d{1,2})? ?%|\\d{1,3}(?:[.,]\\d{1,2})? ?/ ?\\d{1,3}(?:[.,]\\d{1,2})?(?: (?:e|et|with|con|cum) (?:lode|laude))?|\\d{1,3}(?:[.,]\\d{1,2})? ?(?:c?gpa|valores|puntos|points?|punkte|pkt)|[12][:i][12i]|ii[:.][i12]|[12]st';
/** `GPA 3.8`, `Note: 1,7`, `Mention: bien`. */
const LABELLED = new RegExp(`^(?:${LABEL})(?:\\s?[:：]\\s?.{1,40}|\\s[\\d(].{0,30}|\\s(?:of|von|de|di) \\d.{0,12})$`, 'u');
const CLASS = new RegExp(`^(?:${CLASSES})(?:,? ?\\(?(?:${NUMBER})\\)?)?$`, 'u');
const NUMBERED = new RegExp(`^(?:${NUMBER})(?:,? ?\\(?(?:c?gpa|hons|honou?rs|average|${CLASSES})\\)?)?$`, 'u');
/** `AAB`, `A*AA`, `A, A, B`: the best first, so that no other letters are taken for grades. */
const LETTERS = /^(?:A\*?[ ,/]{0,2}){0,5}(?:B[ ,/]{0,2}){0,5}(?:C[ ,/]{0,2}){0,5}(?:D[ ,/]{0,2}){0,5}E{0,3}$/;
const AROUND = /^[\s,;:|·([（–—-]+|[\s,;:|·)\]）.–—-]+$/g;
const LONGEST = 70;

/** `2:1`, `1,3`, `16/20`, `82 %`: a grade without a word. */
export const isGradeNumber = rememberAnswers((text: string): boolean => {
  return text.length <= LONGEST && new RegExp(`^(?:${NUMBER})$`, 'u').test(foldSameLength(text.trim()));
});

/** A grade or class of degree and nothing else, in brackets or not. */
export const isGrade = rememberAnswers((text: string): boolean => {
  if (text.length > LONGEST) return false;
  const plain = balanced(text.replace(AROUND, ''));
  if (/^[A-E](?:[A-E*]|[ ,/]{1,2}[A-E]){2,6}$/.test(plain) && LETTERS.test(plain)) return true;
  const folded = foldSameLength(plain);
  return CLASS.test(folded) || NUMBERED.test(folded) || LABELLED.test(folded);
});

/** The bracket that closed `Second Class (2:1)` was no sign around it. */
function balanced(text: string): string {
  return text.lastIndexOf('(') > text.lastIndexOf(')') ? `${text})` : text;
}

/** Grades that stand behind a degree without a sign between. */
const BEHIND =
  /[\s(–—-]{1,4}((?:with\s)?(?:summa|magna|insigni)?\s?cum laude|mit auszeichnung|avec mention[a-z ]{0,20}|mention (?:tres bien|assez bien|bien)|sobresaliente|con lode|\d{2,3}\/110(?: e lode)?|z wyroznieniem|с отличием|з відзнакою|met (?:lof|onderscheiding)|with (?:first[- ]class |high(?:est)? )?(?:honou?rs|distinction|merit)|first[- ]class honou?rs|(?:c?gpa|grade|score|note|nota|moyenne|media|voto|cijfer|ocena|average)\s?[:：]\s?\d[\d.,:/ ]{0,10}%?)\)?\.?$/u;
/** `First Class BSc`, `2:1 BA History`. */
const BEFORE =
  /^((?:first|second|1st|2nd)[- ]class(?: honou?rs)?|(?:upper|lower) second(?:[- ]class)?(?: honou?rs)?|[12]:[12])[,:]?\s+(?=\p{L})/u;

/** A grade at the end or start of the name of a degree, a field or a school, and what is left without it. */
export function splitGrade(text: string): { rest: string; grade: string } | undefined {
  const bracket = /^(.*[^\s,])[\s,]*[([（]([^()[\]（）]{1,40})[)\]）]$/u.exec(text);
  if (bracket?.[1] && bracket[2] && isGrade(bracket[2])) return { rest: bracket[1], grade: bracket[2].trim() };
  const signed = /^(.+?)\s*(?:[,;|·]|\s[–—-])\s+([^,;|·]{1,60})$/u.exec(text);
  if (signed?.[1] && signed[2] && isGrade(signed[2])) return { rest: signed[1], grade: signed[2] };
  const folded = foldSameLength(text);
  const behind = BEHIND.exec(folded);
  if (behind && behind.index > 0)
    return { rest: text.slice(0, behind.index), grade: text.slice(behind.index).replace(AROUND, '').trim() };
  const before = BEFORE.exec(folded)?.[1];
  return before ? { rest: text.slice(before.length).replace(/^[\s,:]+/, ''), grade: text.slice(0, before.length) } : undefined;
}
