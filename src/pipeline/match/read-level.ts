/** The rung of a role on the ladder of levels, from its title and from what its lines say about other people's work. */
import { foldText } from '../../domain/fold-text.ts';
import type { CareerLevel } from '../../domain/resume.ts';
import type { TitleFacts } from '../../domain/taxonomy.ts';

/** Distance on this ladder is Δ in the experience factor. */
export const LEVELS: readonly CareerLevel[] = ['student', 'junior', 'mid', 'senior', 'lead', 'executive'];

/** "acting lead", "deputy head": one rung below the post they stand in for. */
const STANDING_IN =
  /\b(?:acting|interim|deputy|assistant (?=manager|head|director)|vice (?!president)|stellv\w*|kommissarisch\w*|adjointe?|par interim|suppleante?|subjefe|segundo|segunda|vicedirector|vice ?responsabile|sostituto|adjunct|plaatsvervangend\w*|zastepca)\b/;
const COUNT =
  '(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|dos|tres|cuatro|cinco|seis|siete|ocho|diez)';
/** What is counted when it is not people. */
const NOT_PEOPLE =
  '(?! ?(?:projects?|projekte?n?|projets?|proyectos?|sites?|standorte?|chantiers?|accounts?|clients?|kunden|mandant\\w*|clientes|products?|produkte?|produits|years?|jahre?n?|ans|anos|months?|monate?n?|mois|meses|percent|prozent|%|million|k\\b|shops?|stores?|filialen|magasins|tiendas|brands?|channels?|countries|lander|pays|buildings?|machines?|maschinen|trucks?|vehicles?|lorries|lkw|servers?|rooms?|covers|couverts|beds|betten|lits|tonnes?|pallets?))';
/** "led a team of six", "leite fünf Mitarbeiter", "encadré huit cuisiniers", "12 direct reports". */
const LEADING = [
  new RegExp(
    `\\b(?:led|lead|leads|leading|run|ran|runs|manage|managed|manages|managing|supervise|supervised|supervising|head|headed|in charge of|responsible for|foreman of|line manage\\w*) (?:[a-z'-]+ ){0,4}?(?:of )?${COUNT}\\b${NOT_PEOPLE}`,
  ),
  new RegExp(
    `\\b${COUNT}[- ](?:direct reports|reports|people|person|man|member|strong|mitarbeiter\\w*|leuten?|kollegen|personnes|salaries|cuisiniers|collaborateurs|personas|empleados)\\b`,
  ),
  new RegExp(
    `\\b(?:leite|leitete|leitung|fuhre|fuhrte|verantwortlich fur|fachliche fuhrung) (?:[a-z-]+ ){0,4}?${COUNT}\\b${NOT_PEOPLE}`,
  ),
  new RegExp(
    `\\b(?:encadr\\w+|dirig\\w+|manag(?:e|eais|eait|er|ement)|anime|animais|responsable d[e']|a la tete d[e']|lider\\w+|coordin\\w+) ?(?:[a-z'-]+ ){0,4}?${COUNT}\\b${NOT_PEOPLE}`,
  ),
];
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20 },
  ...{ zwei: 2, drei: 3, vier: 4, funf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, zwolf: 12 },
  ...{ deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10, douze: 12 },
  ...{ dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, diez: 10 },
};
/** Other people's work passes through their hands: the mark of a senior without the word in the title. */
const GUIDING =
  /\b(?:approve[ds]?|sign(?:ed)? off|review(?:ed|s)? (?:[a-z']+ ){0,3}(?:code|merges?|pull requests|designs?|drawings?|work|calculations|reports|books)|mentor(?:ed|s|ing)?|coach(?:ed|es)|train(?:ed|s) (?:[a-z']+ ){0,2}(?:juniors?|new|apprentices?|starters|staff|colleagues|nurses)|teach|precept\w+|charge nurse|anleitung von|eingearbeitet|ausgebildet|ausbilder\w*|praxisanleit\w+|freigabe|forme (?:les|des|deux)|tuteur|tutrice|encadrement|supervis\w+|superviso|tutoriz\w+)\b/;

/** The most people that a folded line says were led; 0 when it says nothing of the kind. */
export function peopleLed(folded: string): number {
  let most = 0;
  for (const pattern of LEADING) {
    const word = pattern.exec(folded)?.[1];
    if (word) most = Math.max(most, NUMBER_WORDS[word] ?? Number(word));
  }
  return most;
}

function rung(level: CareerLevel): number {
  return LEVELS.indexOf(level);
}

function atLeast(level: CareerLevel | undefined, floor: CareerLevel): CareerLevel {
  return level === undefined || rung(level) < rung(floor) ? floor : level;
}

/**
 * The level of one role; undefined when neither its title nor its folded lines say anything. `led`: how many people they say were led. Four people make a team: a leader of fewer
 * is a senior, whatever the title (a vice president of two is no executive).
 */
export function readRoleLevel(
  title: string,
  facts: TitleFacts | undefined,
  folded: readonly string[],
  led: number,
): CareerLevel | undefined {
  let level = facts?.level;
  if (level === 'student') return level;
  if (STANDING_IN.test(foldText(title)) && (level === 'lead' || level === 'executive'))
    level = level === 'executive' ? 'lead' : 'senior';
  else if (led >= 4) level = atLeast(level, folded.some((line) => STANDING_IN.test(line)) ? 'senior' : 'lead');
  else if (led > 0 || folded.some((line) => GUIDING.test(line))) level = atLeast(level, 'senior');
  if (led > 0 && led < 4 && (level === 'lead' || level === 'executive')) level = 'senior';
  return level;
}

/** Level that months of work alone suggest: the first two years are junior; years alone never make a lead. */
export function levelOfMonths(months: number): CareerLevel {
  if (months < 24) return 'junior';
  return months < 96 ? 'mid' : 'senior';
}
