import { foldText } from '../../domain/fold-text.ts';
import { CLAUSE_CUES, DENYING_STARTS, OTHER_PEOPLE } from './evidence-cues.ts';
import { splitClauses } from './split-clauses.ts';

function anyOf(phrases: readonly string[]): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'))
    .join('|');
}

/** By their first word, so that a clause is walked through once; as one pattern they took 15 ms to compile in every new process. */
const CUES = Map.groupBy(Object.values(CLAUSE_CUES).flat(), (phrase) => /^[a-z]*/.exec(phrase)?.[0] ?? '');
const WORD = /[a-z]+/g;

/** Whether a phrase of them stands in a folded text as words of its own. */
function holdsCue(folded: string): boolean {
  const text = /[^\S ]/.test(folded) ? folded.replace(/\s/g, ' ') : folded;
  for (const { 0: word, index } of text.matchAll(WORD))
    for (const phrase of CUES.get(word) ?? []) {
      const next = text.charCodeAt(index + phrase.length);
      if (text.startsWith(phrase, index) && !(next > 96 && next < 123)) return true;
    }
  return false;
}

const DENIED_START = new RegExp(`^(?:${anyOf(DENYING_STARTS)})\\s`);
const PEOPLE = anyOf(OTHER_PEOPLE);
/** "their agency ran …", "the bridge team designed …": others are the subject. At most three words stand before the noun. */
const OTHERS_FIRST = new RegExp(
  `^(?:the|our|their|another|an?|its|der|die|das|unser|unsere|le|la|l'|notre|un|une|el|il|lo|de|het|o|os) ?(?:[a-z0-9'-]{1,30} ){0,3}(?:${PEOPLE}) (?:[a-z]+ )?(?:did|does|do|ran|run|runs|built|builds|designed|designs|made|makes|wrote|writes|handled|handles|managed|manages|owned|owns|led|leads|prepared|prepares|drew|draws|checked|took|takes|kept|keeps|ubernahm|ubernimmt|erstellte|erstellt|machte|macht|bucht|buchte|fait|faisait|assure|assurait|gere|gerait|prepare|preparait|hace|hacia|lleva|llevaba|fa|faceva|gestisce|deed|doet|maakte|maakt|robi|robil)(?![a-z])`,
);
/** "drawn by our agency", "macht der Steuerberater": others stand behind the verb. */
const OTHERS_BEHIND = new RegExp(
  `(?:^|[^a-z])(?:by|durch|par|por|da|dal|dalla|door|przez|macht|machte|ubernahm|ubernimmt|erledigt|erledigte|erstellt|erstellte|bucht|buchte) (?:(?:the|our|their|another|an?|der|die|das|den|unser|unsere|unseren|l'|le|la|les|un|une|el|los|las|il|lo|de|het|een|o|os)\\s?)?(?:[a-z0-9'-]{1,30} ){0,3}?(?:${PEOPLE})(?![a-z])`,
);
/** "the migration that another office carried out", "the team whose developers built it": the work named before is theirs. */
const OTHERS_IN_RELATIVE = new RegExp(
  `(?:^|[^a-z])(?:that|which|whose|who|den|die|das|deren|dessen|que|dont|qui|che|cui) (?:(?:another|the|our|their|other|eine?|andere\\w*|une?|autre|otr[oa]|altr[oa]) ){0,2}(?:[a-z0-9'-]{1,30} )?(?:${PEOPLE}) (?:[a-z]{1,20} )?(?:carried|built|made|ran|did|wrote|designed|handled|managed|delivered|maintains?|owns?|gebaut|gemacht|erstellt|betreut|realis|fait|construit|hizo|hace|fatto|fa)`,
);
/** "I did not code there", "no patient contact": takes back the whole line, not just its own clause. */
const TAKEN_BACK_LATER =
  /(?:^|[^a-z])(?:i (?:did|do|have) (?:not|never) (?:[a-z]+ ){0,3}(?:there|it|that|any|them|myself|code|touch)|(?:but )?not (?:by )?(?:me|myself)|no (?:patient contact|client contact|coding|hands-on|clinical work|direct care)|none of it (?:was )?mine|ich selbst (?:nicht|habe nicht)|nicht (?:selbst|ich selbst)|selbst nicht|je n'y ai pas|pas moi-meme|sans y (?:participer|toucher)|yo no (?:lo|la)|no lo hice|io non)(?![a-z])/;
/** "with the React team", "for the data department": the skill is the other people's. The rest of the clause stays. */
const BESIDE_OTHERS = new RegExp(
  `(?:^|[^a-z])(?:with|beside|alongside|next to|for|from|to|by|mit|neben|fur|vom|von|beim|zum|zur|avec|pour|par|con|para|por|per|da|met|voor|naast|door|z|dla|przez) (?:the|our|their|another|an?|its|dem|der|den|einem|einer|unserem|unserer|l'|le|la|les|un|une|el|los|las|il|lo|gli|de|het|een|o|os)\\s?(?:[\\p{L}0-9.#+'/-]{1,30} ){0,4}?(?:${PEOPLE})(?![a-z])`,
  'giu',
);

const BRACKET = /\(([^()]{1,80})\)/g;
const WEAK_BRACKET =
  /(?:^|[^a-z])(?:learning|beginner|basics?|basic knowledge|in progress|planned|studying|theory|grundkenntnisse|im aufbau|anfanger|notions|debutante?|bases|basico|nociones|nocoes|base|basis|podstawy)(?![a-z])/;

/** "TypeScript (learning), Vue": a bracket that takes back what stands before it, up to the last comma or the like. */
function withoutTakenBack(line: string): string {
  if (!line.includes('(')) return line;
  let kept = '';
  let from = 0;
  for (const bracket of line.matchAll(BRACKET)) {
    if (!WEAK_BRACKET.test(foldText(bracket[1] ?? ''))) continue;
    const before = line.slice(from, bracket.index);
    const start = Math.max(...[',', ';', '|', '·', '•', ')'].map((separator) => before.lastIndexOf(separator)));
    kept += `${before.slice(0, start + 1)} `;
    from = bracket.index + bracket[0].length;
  }
  return kept + line.slice(from);
}

/** True when the clause says that it is about denied, planned, learnt, watched or other people's work. */
function isNotOwnWork(clause: string): boolean {
  const folded = foldText(clause);
  return holdsCue(folded) || OTHERS_FIRST.test(folded) || OTHERS_BEHIND.test(folded) || OTHERS_IN_RELATIVE.test(folded);
}

/** Drops the comma parts that begin with a denial: "No PHP, plain JavaScript" keeps the second, "no PHP, Perl or Ruby" keeps none. */
function withoutDenied(clause: string): string {
  const parts = clause.split(/,\s*/);
  const kept: string[] = [];
  let denying = false;
  for (const part of parts) {
    const folded = foldText(part);
    if (DENIED_START.test(folded)) denying = true;
    // A list under one denial goes on to its "or": the parts in between are single words.
    else if (denying && /\s/.test(part.trim()) && !/(?:^| )(?:or|nor|oder|noch|ou|ni|o|of|lub|ani) /.test(`${folded} `))
      denying = false;
    if (!denying) kept.push(part);
  }
  return kept.join(', ');
}

/**
 * The parts of a line that speak of the writer's own, finished or present work. Everything denied, planned, learnt, only watched
 * or done by others is left out, so that a skill found in the result is evidence (rule A2: the facts that the text shows).
 */
export function ownWork(line: string): string[] {
  if (TAKEN_BACK_LATER.test(foldText(line))) return [];
  const own: string[] = [];
  for (const clause of splitClauses(withoutTakenBack(line))) {
    if (isNotOwnWork(clause)) continue;
    const rest = withoutDenied(clause).replace(BESIDE_OTHERS, ' ').trim();
    if (rest) own.push(rest);
  }
  return own;
}
