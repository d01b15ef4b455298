/** Says in words what reactions changed: `more remote roles, because you liked 3` (F6.2). */
import type { Taste, TraitOpinion } from './learn-taste.ts';
import type { TraitKind } from './match-traits.ts';

/** One example is a whim: a sentence needs this many that agree. */
const AGREEING = 2;
const SENTENCES = 3;
/** Below this weight the order hardly moves, so there is nothing to explain. */
const NOTICEABLE = 0.05;

/** What tells most comes first: most jobs are full-time, few are at one company. */
const TELLING: readonly TraitKind[] = [
  'company',
  'function',
  'title',
  'workplace',
  'skill',
  'seniority',
  'level',
  'years',
  'pay',
  'employment',
];

interface Sentence {
  text: string;
  kind: TraitKind;
  agreeing: number;
  strength: number;
}

function sentence({ trait, liked, disliked, weight }: TraitOpinion): Sentence[] {
  const more = weight > 0;
  const [agreeing, against] = more ? [liked, disliked] : [disliked, liked];
  // More than twice as many for it as against it, else the order moves for other reasons.
  if (Math.abs(weight) < NOTICEABLE || agreeing < AGREEING || agreeing <= 2 * against) return [];
  const because = more ? `because you liked ${agreeing}` : `because ${agreeing} were not for you`;
  return [
    { text: `${more ? 'more' : 'fewer'} ${trait.label}, ${because}`, kind: trait.kind, agreeing, strength: Math.abs(weight) },
  ];
}

/** At most three reasons, most telling first; none while fewer than two reactions agree. */
export function explainTaste(taste: Taste): string[] {
  return taste.traits
    .flatMap(sentence)
    .sort(
      (a, b) =>
        b.agreeing - a.agreeing ||
        TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind) ||
        b.strength - a.strength ||
        (a.text < b.text ? -1 : 1),
    )
    .slice(0, SENTENCES)
    .map((one) => one.text);
}
