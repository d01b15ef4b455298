/** Values in a text whatever stands between their letters: `LS7 3CD` in `LS73CD`, `14 Orchard Rise` in `14, Orchard  Rise`. */
import { foldSameLength } from '../../domain/fold-text.ts';

const LETTER = /[\p{L}\p{N}]/u;
const LEAST_LETTERS = 4;

/** Finds each value as a word or words of its own. Short ones are not looked for: they stand everywhere. */
export function squeezedFinder(values: readonly (string | undefined)[]): (text: string) => { from: number; to: number }[] {
  const needles = values.flatMap((value) => {
    const needle = squeeze(foldSameLength(value ?? '')).letters;
    return needle.length >= LEAST_LETTERS ? [needle] : [];
  });
  return (text) => {
    const folded = foldSameLength(text);
    const { letters, at } = squeeze(folded);
    return needles.flatMap((needle) => placesOf(needle, letters).flatMap((place) => stretchOf(folded, at, place, needle.length)));
  };
}

function squeeze(text: string): { letters: string; at: number[] } {
  const at: number[] = [];
  let letters = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (!LETTER.test(char)) continue;
    letters += char;
    at.push(i);
  }
  return { letters, at };
}

function placesOf(needle: string, letters: string): number[] {
  const places: number[] = [];
  for (let at = letters.indexOf(needle); at >= 0; at = letters.indexOf(needle, at + needle.length)) places.push(at);
  return places;
}

function stretchOf(text: string, at: readonly number[], place: number, length: number): { from: number; to: number }[] {
  const from = at[place] ?? 0;
  const to = (at[place + length - 1] ?? from) + 1;
  const inside = isLetter(text, from - 1) && isLetter(text, from) ? true : isLetter(text, to);
  return inside ? [] : [{ from, to }];
}

const isLetter = (text: string, at: number): boolean => LETTER.test(text.charAt(at));
