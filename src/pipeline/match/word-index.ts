/**
 * Which lines of a resume hold which content words, with what strength. Compounds are reached from their parts and the other way
 * round (`Lieferantenbuchhaltung` ~ `Buchhaltung`), and words of one family by their first letters, without comparing every pair.
 */

/** Strengths below 1: the tail of a compound is its head noun, the front only a modifier. */
const TAIL = 0.8;
const FRONT = 0.5;
const FAMILY = 0.7;
const FAMILY_LETTERS = 6;
const SHORTEST_PART = 5;
/** A compound is at least this long; shorter words end alike by chance (`station`, `creation`). */
const SHORTEST_COMPOUND = 10;
/** No compound of a resume is longer; a run of a thousand letters must not make a thousand keys (P6). */
const LONGEST_COMPOUND = 45;

interface Hit {
  window: number;
  strength: number;
}
export type WordIndex = ReadonlyMap<string, readonly Hit[]>;

/** A word of a requirement with all keys under which a resume may hold it. */
export interface WantedWord {
  word: string;
  weight: number;
  keys: readonly { key: string; strength: number }[];
}

function keysOfHeld(word: string): { key: string; strength: number }[] {
  const keys = [{ key: word, strength: 1 }];
  if (word.length > FAMILY_LETTERS) keys.push({ key: `${word.slice(0, FAMILY_LETTERS)}*`, strength: FAMILY });
  if (word.length >= SHORTEST_COMPOUND && word.length <= LONGEST_COMPOUND) {
    for (let cut = 3; word.length - cut >= SHORTEST_PART; cut++) keys.push({ key: `*${word.slice(cut)}`, strength: TAIL });
  }
  return keys;
}

function keysOfWanted(word: string): { key: string; strength: number }[] {
  const keys = [{ key: word, strength: 1 }];
  if (word.length >= SHORTEST_PART) keys.push({ key: `*${word}`, strength: 1 });
  if (word.length > FAMILY_LETTERS) keys.push({ key: `${word.slice(0, FAMILY_LETTERS)}*`, strength: 1 });
  if (word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND) return keys;
  for (let cut = 3; word.length - cut >= SHORTEST_PART; cut++) keys.push({ key: word.slice(cut), strength: TAIL });
  for (let length = SHORTEST_PART; length <= word.length - 3; length++)
    keys.push({ key: word.slice(0, length), strength: FRONT });
  return keys;
}

/** Numbers tell little, short words tell less than long ones. */
export function wantedWord(word: string): WantedWord {
  const weight = /^\d+$/.test(word) ? 0.3 : word.length >= 5 ? 1 : 0.7;
  return { word, weight, keys: keysOfWanted(word) };
}

/** The index of windows of words; a window is what may answer one requirement together. */
export function indexWords(windows: readonly ReadonlySet<string>[]): WordIndex {
  const index = new Map<string, Hit[]>();
  windows.forEach((words, window) => {
    for (const word of words) {
      for (const { key, strength } of keysOfHeld(word)) {
        const hits = index.get(key);
        if (hits) hits.push({ window, strength });
        else index.set(key, [{ window, strength }]);
      }
    }
  });
  return index;
}

/** For each window the weighted share (0…1) of the wanted words that it holds. */
export function shareByWindow(index: WordIndex, windows: number, wanted: readonly WantedWord[]): Float64Array {
  const shares = new Float64Array(windows);
  let total = 0;
  const best = new Float64Array(windows);
  for (const { weight, keys } of wanted) {
    total += weight;
    best.fill(0);
    let found = false;
    for (const { key, strength } of keys) {
      for (const hit of index.get(key) ?? []) {
        found = true;
        const value = strength * hit.strength;
        if (value > (best[hit.window] ?? 0)) best[hit.window] = value;
      }
    }
    if (found)
      for (let window = 0; window < windows; window++) shares[window] = (shares[window] ?? 0) + weight * (best[window] ?? 0);
  }
  if (total > 0) for (let window = 0; window < windows; window++) shares[window] = (shares[window] ?? 0) / total;
  return shares;
}
