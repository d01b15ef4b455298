/** Title of an advertisement → the job alone: without gender marks, places, pay, hours, reference numbers and shouting. */
import type { Taxonomy } from '../../../domain/taxonomy.ts';
import { cleanTitle } from '../../enrich/clean-title.ts';

const NOISE = [
  /(?<!\p{L})(?:urgent(?:ly)? (?:hiring|required|needed)|urgently|hiring now|now hiring|we(?:'re| are) hiring|apply now|immediate (?:start|joiners?|hire)|start immediately|asap|ab sofort|zum nächstmöglichen zeitpunkt|ab \d{1,2}\.\d{1,2}\.\d{2,4}|dringend gesucht|poste à pourvoir|incorporación inmediata)(?!\p{L})/giu,
  /^(?:urgent|new|hiring|wanted|gesucht|dringend|urgence|urgente|neu|hot|job|vacancy|stellenangebot|offre d'emploi|oferta)\s?(?=[:!\-–—|*]\s?|$)/iu,
  /(?<=[-–—|,(!]\s?)(?:urgent|new|hiring|wanted|gesucht|dringend|urgence|urgente|neu)\s?[)!]?$/iu,
  /(?<!\p{L})(?:ref(?:erence)?|req(?:uisition)?|job ?id|kennziffer|réf|id)\s?\.?\s?(?:no\.?|nr\.?)?\s?[:#-]?\s?[A-Z]{0,5}[-_/]?\d[\w/-]{1,20}/giu,
  /\(?#\s?[A-Z]{0,4}-?\d{2,12}\)?|\b[A-Z]{1,4}-?\d{5,10}\b/g,
  /[€$£]\s?\d[\d.,kK\s–—-]{0,25}(?:[€$£]?\s?\d[\d.,kK]{0,10})?(?:\s?(?:\/|per|pro|an?|par)\s?(?:hour|hr|h|year|yr|annum|day|week|month|stunde|std|jahr|monat|heure|an|mois))?|\b\d[\d.,]{1,10}\s?[kK]?\s?(?:[-–—]\s?\d[\d.,]{1,10}\s?[kK]?)?\s?(?:€|EUR|USD|GBP|CHF)(?:\s?(?:\/|per|pro)\s?\p{L}{1,8})?/gu,
  /(?<!\p{L})(?:in )?(?:vollzeit|teilzeit|vollzeit\/teilzeit|full[- ]?time|part[- ]?time|temps plein|temps partiel|tiempo completo|media jornada|tempo pieno|part[- ]?time|fulltime|parttime|cdi|cdd|unbefristet|befristet|\d{1,3}(?:[-–]\d{1,3})?\s?(?:%|h|std|stunden|hours?(?: per week)?|hrs|heures|horas|uur))(?!\p{L})(?:\s?(?:\/|pro|per|a)\s?(?:woche|week|semaine))?/giu,
  /(?<!\p{L})(?:fully |100\s?% )?(?:remote(?:[- ]first| work)?|hybride?|on-?site|home ?office|télétravail|teletrabajo|work from home|wfh|anywhere)(?!\p{L})(?!\s(?:sensing|control|monitoring|access|pilot|operat|cloud|vehicle|mobile|learning|events?))/giu,
  /[!*★☆🔥🚀⭐]{1,99}/gu,
];
const EDGES = /^[\s\-–—,;:|/•·+&]{1,9}|[\s\-–—,;:|/•·&]{1,9}$/gu;
/** Words in front of a place: `Nurse in Leeds`, `Koch für Wien`. */
const IN_PLACE = /\s(?:in|bei|à|en|a|te|w|für|near)\s(?:the\s)?([\p{Lu}][\p{L}'.\-\s]{1,40})$/u;

/** Never empty: when nothing would be left, the title itself. Case is kept unless all of it is shouted. */
export function normalizeTitle(title: string, taxonomy: Taxonomy): string {
  const text = title
    .slice(0, 300)
    .replace(/\s{1,99}/g, ' ')
    .trim();
  let clean = NOISE.reduce((t, noise) => t.replace(noise, ' '), cleanTitle(text));
  clean = clean.replace(/[([]\s{0,5}[,;/|\-–—\s]{0,9}[)\]]/g, ' ');
  clean = dropPlaces(tidy(clean), taxonomy);
  const result = tidy(clean) || text;
  return isShouted(result) ? result.toLowerCase().replace(/(?<=^|[\s(/-])\p{Ll}/gu, (c) => c.toUpperCase()) : result;
}

const tidy = (text: string): string =>
  text
    .replace(/\s{2,99}/g, ' ')
    .replace(/\s(?=[,;:])/g, '')
    .replace(/([,;|])(?:\s?[,;|]){1,9}/g, '$1')
    .replace(EDGES, '')
    .replace(EDGES, '')
    .trim();
const isShouted = (text: string): boolean =>
  text.length > 8 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && text.includes(' ');

/** Parts behind a dash, comma or bracket that are places and no words of a job. */
function dropPlaces(title: string, taxonomy: Taxonomy): string {
  const bracket = /^(.{3,200}?)\s?[([]([^()[\]]{2,60})[)\]]$/u.exec(title);
  if (bracket?.[1] !== undefined && isPlace(bracket[2] ?? '', taxonomy)) return dropPlaces(bracket[1], taxonomy);
  const parts = title.split(/(\s?[|•]\s?|\s[-–—]\s|,\s)/u);
  while (parts.length >= 3 && isPlace(parts.at(-1) ?? '', taxonomy)) parts.splice(-2, 2);
  const rest = parts.join('');
  const tail = IN_PLACE.exec(rest);
  return tail?.[1] !== undefined && isPlace(tail[1], taxonomy) ? rest.slice(0, tail.index) : rest;
}

function isPlace(text: string, taxonomy: Taxonomy): boolean {
  const words = text.trim();
  if (words.length < 2 || taxonomy.readTitle(words) !== undefined || taxonomy.lookupSkill(words)?.exact === true) return false;
  return taxonomy.findPlace(words) !== undefined || taxonomy.countryCode(words) !== undefined;
}
