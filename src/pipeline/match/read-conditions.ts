/** What a resume says about moving and about conditions that bind. Nothing said binds nobody. */
import type { CandidateFacts } from '../../domain/facts.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { splitClauses } from './split-clauses.ts';

type Condition = CandidateFacts['conditions'][number];

const MOVING =
  /(?:^|[^a-z])(?:relocat\w+|mov(?:e|ing) (?:to|anywhere|for|within|home to|back to|there)|will move|can move|ready to move|happy to move|willing to move|free to move|moved? house|umzug\w*|umziehen|umzugsbereit|ziehe(?:n)? (?:\w+ ){0,3}(?:nach|um|zuruck)|ortsunabhangig|bundesweit|demenag\w+|m'installe\w*|m'installer|mobilite (?:nationale|geographique|geografique|possible|totale)|mobile (?:sur|dans|en|partout)|mudar\w*|mudanza|movilidad|traslad\w+|mudanca|me mudo|trasferi\w+|verhuiz\w+|przeprowadz\w+|relokac\w+)(?![a-z])/;
/** Daily travel to a named town opens that town as moving there would. */
const TRAVELLING =
  /(?:^|[^a-z])(?:commut\w+|travel (?:daily|every day)|by train (?:to|into)|daily (?:reach|travel)|pendle\w*|pendel\w*|tagliche? fahrt|navette|trajet quotidien|desplaza\w+|pendolar\w+|dojezdza\w+|dojazd\w*)(?![a-z])/;
const REFUSING =
  /(?:^|[^a-z])(?:no|not|never|cannot|can't|won't|don't|nicht|kein\w*|nie|pas|aucune?|sans|ne|sin|nunca|nao|non|senza|niet|geen|bez|unable|unwilling|rather than|without)(?![a-z])/;

const CONDITIONS: readonly [Condition, RegExp][] = [
  [
    'only-part-time',
    /(?:^|[^a-z])(?:(?:only|nur|ausschliesslich|uniquement|seulement|solo|solamente|apenas|somente|soltanto|alleen|tylko|strictly)(?: [a-z0-9,'-]+){0,4} (?:part[- ]time|teilzeit|(?:a )?temps partiel|mi-temps|(?:a )?tiempo parcial|media jornada|meio periodo|deeltijd|parttime|pol etatu|niepelny etat)|(?:part[- ]time|teilzeit|temps partiel|mi-temps|tiempo parcial|media jornada|deeltijd|parttime) (?:only|nur|uniquement|seulement|solo|alleen|tylko)|no full[- ]time|not full[- ]time|keine vollzeit|pas (?:de|a) temps (?:plein|complet)|(?:at most|no more than|maximum|max\.?|hochstens|maximal|au plus|como maximo) (?:of )?(?:[12]\d|30) (?:hours|stunden|std|heures|h|horas|ore|uur)|mornings only|nur vormittags|le matin uniquement)/,
  ],
  [
    'only-remote',
    /(?:^|[^a-z])(?:(?:only|nur|ausschliesslich|uniquement|seulement|solo|apenas|alleen|tylko|fully|strictly)(?: [a-z0-9,'-]+){0,3} (?:remote(?:ly)?|from home|home ?office|homeoffice|teletravail|a distance|teletrabajo|remoto|da remoto|thuiswerk\w*|zdaln\w+)|(?:remote|home ?office|teletravail|teletrabajo|remoto) (?:only|nur|uniquement|seulement|solo|alleen|tylko)|work (?:only )?from home and (?:want|wish|plan|intend|mean) to (?:keep|stay|go on)|no (?:office|onsite|on-site)(?: work| days)?|kein buro|pas de presentiel)/,
  ],
  [
    'only-senior',
    /(?:^|[^a-z])(?:(?:only|nur|uniquement|solo|exclusively)(?: [a-z,'-]+){0,3} (?:senior|leading|lead|head|leitende\w*|fuhrungs\w+)(?: [a-z]+)?|(?:senior|lead|head|leadership|management|leitende|fuhrungs)(?: (?:and|or|und|oder) [a-z]+)?[- ]?(?:posts?|roles?|positions?|jobs?|positionen|stellen|postes?) only|nothing below (?:senior|lead))/,
  ],
  [
    'needs-sponsorship',
    /(?:^|[^a-z])(?:(?:need|require|requires|requiring|needs|looking for|will need)(?: [a-z]+){0,3} (?:visa|sponsorship|work permit)|visa sponsorship (?:required|needed)|arbeitserlaubnis (?:erforderlich|notig|wird benotigt)|visum (?:erforderlich|notig)|besoin d'un (?:visa|titre de sejour|permis de travail)|necesito (?:visado|visa|permiso de trabajo))/,
  ],
];

/** Names of places among the capitalised words of a clause, longest first. */
function citiesIn(clause: string, taxonomy: Taxonomy): string[] {
  const words = clause.split(/[\s,;()/]+/).filter(Boolean);
  const cities: string[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 1;
    for (let length = Math.min(3, words.length - at); length >= 1; length--) {
      const phrase = words
        .slice(at, at + length)
        .join(' ')
        .replace(/[.:!?]+$/, '');
      // A small letter is no name; the first word of a clause has a capital anyway and must not be read as a town.
      if (!/^\p{Lu}/u.test(phrase) || (at === 0 && length === 1)) continue;
      const place = taxonomy.findPlace(phrase);
      if (!place) continue;
      cities.push(place.city);
      taken = length;
      break;
    }
    at += taken;
  }
  return cities;
}

/** Willingness to move (or to travel daily) and the towns named with it; none named means anywhere. */
export function readRelocation(lines: readonly string[], taxonomy: Taxonomy): CandidateFacts['relocation'] {
  const cities = new Set<string>();
  let willing = false;
  let anywhere = false;
  for (const clause of lines.flatMap(splitClauses)) {
    const folded = foldText(clause);
    const moving = MOVING.test(folded);
    if (!moving && !TRAVELLING.test(folded)) continue;
    if (REFUSING.test(folded)) continue;
    const named = citiesIn(clause, taxonomy);
    for (const city of named) cities.add(city);
    if (moving) willing = true;
    if (moving && named.length === 0) anywhere = true;
    if (!moving && named.length > 0) willing = true;
  }
  return { willing, cities: anywhere ? [] : [...cities].sort() };
}

/** The binding conditions, in the order of the table. */
export function readConditions(lines: readonly string[]): Condition[] {
  const folded = lines.flatMap(splitClauses).map(foldText);
  return CONDITIONS.filter(([, pattern]) => folded.some((clause) => pattern.test(clause))).map(([condition]) => condition);
}
