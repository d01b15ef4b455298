/** Finds the wording that makes a clause a must or a nice-to-have. */
import { foldSameLength } from '../../../domain/fold-text.ts';
import { type Cue, NEGATION, WELCOMED } from './requirement-wording.ts';

export interface FoundCue {
  kind: 'must' | 'nice' | 'denied';
  weak: boolean;
  side: Cue['side'];
  start: number;
  end: number;
}

/** Nobody writes longer ones; some thirty patterns over a megabyte without a full stop would take seconds (rule P6). */
const MAX_SENTENCE = 1000;

/** The telling cue of a sentence or clause: nice before must, strong before weak; `denied` when it says that something is not asked for. */
export function detectCue(text: string, cues: readonly Cue[]): FoundCue | undefined {
  if (text.length > MAX_SENTENCE) return undefined;
  const folded = foldSameLength(text);
  const found = cues.flatMap((cue) => {
    const match = cue.pattern.exec(folded);
    return match
      ? [{ kind: cue.kind, weak: cue.weak, side: cue.side, start: match.index, end: match.index + match[0].length }]
      : [];
  });
  const nice = found.filter((cue) => cue.kind === 'nice' && !welcomesPeople(folded, cue));
  if (nice.length > 0) return furthest(nice);
  if (NEGATION.test(folded)) return { kind: 'denied', weak: false, side: 'after', start: 0, end: 0 };
  const must = found.filter((cue) => cue.kind === 'must');
  const strong = must.filter((cue) => !cue.weak);
  return furthest(strong.length > 0 ? strong : must);
}

/** Of several, the first that leads a clause, else the last: the thing stands between cue and clause border. */
function furthest(cues: FoundCue[]): FoundCue | undefined {
  const after = cues.filter((cue) => cue.side === 'after').sort((a, b) => a.start - b.start || b.end - a.end);
  return after[0] ?? cues.sort((a, b) => a.start - b.start || b.end - a.end)[0];
}

const welcomesPeople = (folded: string, cue: FoundCue): boolean =>
  WELCOMED.test(cue.side === 'before' ? folded.slice(0, cue.start) : folded.slice(cue.end));
