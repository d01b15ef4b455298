/** A requirement as printed → a short phrase: without fillers in front, explanations behind, and the words that made it a requirement. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import { findDurations } from './read-durations.ts';

const B = '(?![\\p{L}\\d-])';
/** Dropped in front, one after another. */
const FILLERS = [
  "you(?:'ve| have)?(?: also)?(?: got| hold| bring| possess| know| are)?|who (?:has|have|is)|someone|somebody|to have|have|has|hold|be|being|are|is",
  'of which|davon|darunter|dont|waarvan|de los cuales|di cui|and|but|also|as well as|plus|und|aber|sowie|auch|et|ainsi que|y|e|ed|en|oraz|together with|along with',
  'a minimum of|minimum(?: of)?|min\\.?|at least|about|around|roughly|some|any|the|an?|your|own',
  'mindestens|wenigstens|ungefahr|ca\\.?|etwa|seit|eine?[nrms]?|der|die|das|ihre?|deine?|sie (?:haben|verfugen uber|bringen|sind)|du (?:hast|verfugst uber|bringst|bist)',
  "au moins|minimum|environ|une?|le|la|les|l'|des|du|de la|d'un|d'une|vous (?:avez|possedez|justifiez d'|justifiez de|etes|maitrisez)|tu (?:as|es|maitrises)|qui (?:a|sait|ait)|deja",
  'al menos|como minimo|minimo|alrededor de|un[ao]?s?|el|los|las|tener|contar con|pelo menos|no minimo|os|uma?|ter|almeno|il|lo|gli|avere|minimaal|ten minste|een|het|de|co najmniej|minimum',
  '(?:proven|solid|strong|good|excellent|demonstrated|demonstrable|in-depth|deep|sound|extensive|great|outstanding|exceptional|previous|prior|relevant|significant|basic|working|practical|hands-on|professional|commercial|advanced|thorough|substantial|fundierte[nrs]?|sehr|gute[nrs]?|ausgepragte[nrs]?|umfassende[nrs]?|solide[nrs]?|einschlagige|praktische|mehrjahrige|bonnes?|excellentes?|solides?|parfaite|reelle|buen[oa]s?|solid[oa]s?|amplios?|excelentes?|bo[am]s?|ottim[aoe]|buon[ae]|goede|uitstekende|bardzo|dobra)',
  '(?:experience|knowledge|understanding|familiarity|proficiency|proficient|experienced|expertise|fluency|command|skills?|skilled|ability|able|competence|competency|confidence|confident|comfort|comfortable|background|grasp|mastery|track record)(?: of| with| in| using| on| as| to| working with| working in| at)',
  '(?:erfahrung(?:en)?|kenntnisse|vorkenntnisse|grundkenntnisse|fachkenntnisse|praxis|berufserfahrung|sicherheit|routine|wissen|versiert)(?: in der| in den| im| in| mit der| mit dem| mit den| mit| der| von| uber| als| bei)',
  "(?:experiences?|connaissances?|maitrise|pratique|competences?|notions?|aisance)(?: de la| de l'| des| du| de| d'| en| dans la| dans le| dans| avec| sur| approfondie de)",
  '(?:experiencia|conocimientos?|dominio|manejo|nociones|conhecimentos?|esperienza|conoscenza|padronanza|competenze)(?: de la| de los| del| de| con| en el| en la| en| em| com| do| da| nella| nel| con| della| delle| dei| di| in)',
  '(?:ervaring|kennis|beheersing|doswiadczenie|znajomosc|umiejetnosc)(?: met| van| in| als| w| z| obslugi)',
  "familiar with|fluent in|fluently|fluent|trained in|versed in|interest in|an interest in|sicherer|routinierter|vertraut mit|affinitat zu|a l'aise avec",
].map((source) => new RegExp(`^(?:${source})${source.endsWith("'") ? '' : B}[\\s,]{0,3}`, 'u'));
/** `d'`, `l'` take no space behind them. */
const ELISION = /^(?:d'|l'|qu'|de l')/u;
/** Words of kind at the end: `Payments experience` → `Payments`. */
const TAILS =
  /(?:(?<!\b(?:equivalent|relevant|similar|comparable|work|professional|practical))\s(?:experience|knowledge|skills?|background|expertise|kenntnisse|erfahrung(?:en)?|ervaring|kennis)|-(?:kenntnisse|erfahrung(?:en)?|know-how|skills?))$/u;
/** What follows explains and is not asked for. */
const EXPLANATION =
  /,\s(?:as|because|since|so|which|where|while|when|but|though|although|if|including|such as|for example|e\.g\.|ideally|preferably|weil|da|damit|denn|wobei|aber|sodass|zum beispiel|z\. ?b\.|idealerweise|car|puisque|parce|mais|afin|par exemple|idealement|ya que|porque|pero|por ejemplo|idealmente|perche|poiche|ma|ad esempio|omdat|maar|zoals|poniewaz|ale)\s/u;
const DASH = /\s[-–—]\s/u;
/** When it must have been, not what. */
const WINDOW =
  /\s(?:within|in|during|over) the (?:last|past) (?:\d{1,2}|[a-z]{3,6}) (?:years|months)|\s(?:innerhalb|in) der letzten (?:\d{1,2}|[a-z]{3,6}) jahren?|\sau cours des (?:\d{1,2}|[a-z]{3,6}) dernieres annees/u;
const MAX_CHARS = 140;

/** @param strip leave out "Experience with" and its like (not for a phrase that starts with a number of years) */
export function cleanPhrase(text: string, strip = true): string {
  let phrase = text.replace(/\s{1,9}/g, ' ').trim();
  phrase = cutExplanation(phrase);
  const window = WINDOW.exec(foldSameLength(phrase));
  if (window) phrase = phrase.slice(0, window.index) + phrase.slice(window.index + window[0].length);
  phrase = dropRemark(phrase);
  phrase = phrase.replace(/^[\s,;:.\-–—*•]{1,9}/u, '').replace(/[\s,;:.!\-–—*]{1,9}$/u, '');
  if (strip) phrase = stripFillers(phrase);
  phrase = shorten(phrase.trim());
  // `dbt` and `jQuery` are written so; a word that stood inside a sentence becomes the first of a line.
  return /^(?=\p{L}{0,20}[aeiouyàâäåéèêíóöøúüæœ])\p{Ll}{1,40}(?![\p{L}\d])/u.test(phrase)
    ? phrase.slice(0, 1).toUpperCase() + phrase.slice(1)
    : phrase;
}

function cutExplanation(phrase: string): string {
  const folded = foldSameLength(phrase);
  const cuts = [EXPLANATION.exec(folded)?.index, DASH.exec(folded)?.index, folded.search(/\s?;\s/u), colonOf(folded)];
  const cut = Math.min(...cuts.filter((index) => index !== undefined && index >= 4).map(Number), phrase.length);
  return phrase.slice(0, cut);
}

/** A long remark in brackets at the end (`(step-down units are not meant)`); short ones are part of the name (`(CSCS)`). */
function dropRemark(phrase: string): string {
  const open = /^(.{6,400}?)\s\(([^()]{1,300})\)[.\s]{0,3}$/u.exec(phrase);
  return open?.[1] !== undefined && (open[2] ?? '').split(/\s/).length > 3 ? open[1] : phrase;
}

/** Heads that name nothing: `Languages: English and Welsh`. */
const KIND_OF =
  /^(?:languages?|skills?|tools?|software|technolog(?:y|ies)|education|experience|licen[cs]es?|certifications?|sprachen|kenntnisse|werkzeuge|ausbildung|langues|outils|formation|idiomas?|herramientas|formacion|lingue|strumenti|talen|jezyki|stack|tech stack)$/u;
/** What follows a colon are examples, unless its head only names a kind of thing. */
function colonOf(folded: string): number | undefined {
  const colon = folded.search(/\s?[:：](?:\s|$)/u);
  return colon >= 3 && !KIND_OF.test(folded.slice(0, colon).trim()) ? colon : undefined;
}

function stripFillers(phrase: string): string {
  let rest = phrase;
  for (let round = 0; round < 6; round++) {
    const folded = foldSameLength(rest);
    // "A year of …": the article is the number.
    if (findDurations(rest)[0]?.start === 0) break;
    const length = FILLERS.map((filler) => filler.exec(folded)?.[0].length ?? 0).reduce(
      (a, b) => Math.max(a, b),
      ELISION.exec(folded)?.[0].length ?? 0,
    );
    const next = rest.slice(length).trimStart();
    if (length === 0 || next.length < 2) break;
    rest = next;
  }
  const tail = TAILS.exec(foldSameLength(rest));
  return tail && tail.index >= 2 && findDurations(rest)[0]?.start !== 0 ? rest.slice(0, tail.index) : rest;
}

/** Cut between words, and never inside brackets that were opened. */
function shorten(phrase: string): string {
  const cut = phrase.length <= MAX_CHARS ? phrase : phrase.slice(0, phrase.lastIndexOf(' ', MAX_CHARS));
  const open = cut.lastIndexOf('(');
  return open > 3 && cut.indexOf(')', open) < 0 ? cut.slice(0, open).trim() : cut;
}
