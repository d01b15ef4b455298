/** The text layer of a scan against what was recognised on its picture: what only the layer says, no reader sees (rule A1). */
import type { DocumentPage, HiddenText, TextRun } from '../../domain/document.ts';

/** Less sure readings (scripts that the engine does not know, handwriting) prove nothing against the layer. */
const SURE = 0.75;
/** A line of which fewer words than this are on the page has them there by chance. */
const BY_CHANCE = 0.34;
/** Share of the pairs of letters that two readings of a word have in common. */
const SAME_WORD = 0.6;
const WORDS = /[\p{L}\p{N}]{3,}/gu;
/** Bounds the comparing of words on pages that are made of them. */
const MAX_WORDS = 1500;

/** `read` is what recognition made of the page. The reading wins, except where it is not sure of itself. */
export function judgeLayer(layer: DocumentPage, read: DocumentPage): { page: DocumentPage; hidden: HiddenText[] } {
  if (meanConfidence(read.runs) < SURE) return { page: { ...layer, doubtful: false }, hidden: [] };
  const shown = new Map(
    read.runs
      .flatMap(wordsOf)
      .slice(0, MAX_WORDS)
      .map((word) => [word, pairsOf(word)]),
  );
  let left = MAX_WORDS;
  const unshown = layer.runs.filter((run) => {
    const words = wordsOf(run);
    left -= words.length;
    const found = words.filter((word) => shown.has(word) || (left > 0 && isAmong(word, shown)));
    return words.length >= 2 && found.length < BY_CHANCE * words.length;
  });
  const text = unshown.map((run) => run.text).join(' ');
  return { page: read, hidden: text ? [{ technique: 'render-mode', text, page: layer.number }] : [] };
}

const wordsOf = ({ text }: TextRun): string[] => text.toLowerCase().match(WORDS) ?? [];

function isAmong(word: string, shown: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const pairs = pairsOf(word);
  for (const others of shown.values()) {
    if (Math.abs(others.size - pairs.size) > 0.4 * pairs.size) continue;
    let common = 0;
    for (const pair of pairs) if (others.has(pair)) common++;
    if (2 * common >= SAME_WORD * (pairs.size + others.size)) return true;
  }
  return false;
}

function pairsOf(word: string): ReadonlySet<string> {
  return new Set(Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)));
}

function meanConfidence(runs: readonly TextRun[]): number {
  let [letters, sure] = [0, 0];
  for (const { text, confidence = 0 } of runs) {
    letters += text.length;
    sure += confidence * text.length;
  }
  return letters === 0 ? 0 : sure / letters;
}
