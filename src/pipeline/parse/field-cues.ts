/** Words that name a field of study, in many languages: beside a degree they tell the field from a school that no word gives away. */
import { rememberAnswers } from '../../domain/remember-answers.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { foldedWords } from './text-keys.ts';

/** Folded; written by us. */
const FIELD_WORDS: ReadonlySet<string> = new Set(
  `engineering science sciences studies management mathematics physics chemistry history philosophy law economics accounting accountancy finance marketing nursing medicine
   literature linguistics design architecture administration business arts journalism statistics informatics computing politics pharmacy teaching mechanics electronics hospitality tourism catering
   maschinenbau betriebswirtschaft betriebswirtschaftslehre wirtschaftsingenieurwesen bwl vwl volkswirtschaftslehre jura recht medizin physik chemie geschichte germanistik anglistik padagogik lehramt architektur mathematik
   philosophie pflege mechatronik elektronik soziale arbeit
   informatique genie droit gestion comptabilite soins lettres histoire physique chimie mathematiques medecine economie ingenierie mecanique electronique commerce langues communication
   ingenieria derecho informatica administracion contabilidad enfermeria medicina economia ciencias historia fisica quimica matematicas arquitectura periodismo comunicacion turismo empresas
   engenharia direito enfermagem gestao matematica contabeis jornalismo comunicacao arquitetura administracao
   ingegneria giurisprudenza scienze lettere chimica storia infermieristica architettura filosofia ragioneria
   bedrijfskunde rechten geneeskunde verpleegkunde wiskunde natuurkunde scheikunde geschiedenis werktuigbouwkunde bedrijfseconomie
   informatyka rachunkowosc zarzadzanie prawo ekonomia mechanika budownictwo matematyka fizyka chemia medycyna pielegniarstwo finanse inzynieria
   juridik ekonomi medicin historie matematik fysik kemi sykepleie sygepleje sjukskoterska kauppatieteet oikeustiede tietotekniikka
   информатика математика физика химия экономика право юриспруденция менеджмент история медицина економіка історія хімія фізика`.split(
    /\s+/,
  ),
);

/** What words for fields end in: `Betriebswirtschaft`, `Enogastronomia`, `psychologie`, `Mechatronik`. */
const FIELD_ENDING =
  /\p{L}{2}(?:log(?:y|ie|ia|ija|ii)|nom(?:y|ie|ia|ics)|gra(?:ph|f)(?:y|ie|ia)|metr(?:y|ie|ia)|wissenschaft(?:en)?|vetenskap|vitenskap|videnskab|wesen|pflege|informati(?:k|ka|ca|que|cs)|isti(?:k|ka|ca|que|cs)|mati(?:k|ka|ca|que|cs)|troni(?:k|ka|ca|que|cs)|dynami(?:k|ka|ca|que|cs)|linguisti(?:k|ka|ca|que|cs)|elektrotechni(?:k|ka|ek)|логия|логія|номия|номія|ведение|знавство|технологии)$/u;

const isField = (word: string | undefined): boolean => word !== undefined && (FIELD_WORDS.has(word) || FIELD_ENDING.test(word));

/** No name of a field is longer. */
const LONGEST = 80;

/** The word that such a name is about stands last (`Civil engineering`) or first (`Ingénierie mécanique`, `Scienze della comunicazione`). */
export const isFieldOfStudy = rememberAnswers((text: string): boolean => {
  if (text.length > LONGEST) return false;
  const all = foldedWords(text);
  return isField(all[0]) || isField(all.at(-1));
});

/** Small words within a field begin small as in a name (`Arts et Métiers`); longer ones do so in a field alone (`Génie mécanique`). */
const SMALL_LETTERS = /(?<![\p{L}\p{M}])\p{Ll}{4,}/u;
const SMALL_WORD = 3;

/** `Mechanical Engineering`, `Economics and Finance`: nothing but a field. `Bocconi Economics` may as well be a school. */
export function isOnlyField(text: string, taxonomy: Taxonomy): boolean {
  if (SMALL_LETTERS.test(text) || taxonomy.lookupSkill(text) !== undefined) return true;
  return foldedWords(text).every((word) => word.length <= SMALL_WORD || isField(word));
}

/** `MSc in Physics`, `MBA`: a degree, and nothing beside it but a field of study. `Diploma in Migration` may go on. */
export function isDegreeWithField(text: string, taxonomy: Taxonomy): boolean {
  const degree = taxonomy.readDegree(text)?.studyType;
  if (!degree) return false;
  const at = text.indexOf(degree);
  const beside = [text.slice(0, at), text.slice(at + degree.length).replace(LEAD, '')];
  return at >= 0 && beside.every((part) => !/\p{L}/u.test(part) || isFieldOfStudy(part));
}
/** What stands between the two; a certificate is of what was done (`Certificate of Completion`). */
const LEAD =
  /^[\s,:–—-]*(?:degree\s)?(?:(?:of\s)?(?:completion|achievement|attendance|participation|proficiency)\s*$|(?:in|of)\s)?/iu;
