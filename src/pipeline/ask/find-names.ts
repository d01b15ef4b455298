/** A person's name in a text: in any order, with initials, hyphens or blanks between its words, in capitals, in the genitive. */
import { foldText } from '../../domain/fold-text.ts';

interface Word {
  from: number;
  to: number;
  folded: string;
}

const WORD = /[\p{L}\p{M}]+/gu;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
/** Words of names that are words of every text: only part of the name beside another word of it. */
const PARTICLES = new Set('van von der den del della dos das des los las bin ibn ben abu mac san the and und'.split(' '));
const LEAST_ALONE = 3;
const SUFFIXED_FROM = 5;
const LONGEST_SUFFIX = 2;
/** `Brandvold, N.-L.` */
const BETWEEN = /^[\s.,'’\u2010-\u2015-]{0,3}$/u;
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae', ß: 'ss' };

/** Stretches that are the name or words of it; a word of two letters and a particle only beside another one. */
export function nameFinder(name: string | undefined): (text: string) => { from: number; to: number }[] {
  const words = wordsOf(name ?? '').filter(({ folded }) => !CJK.test(folded));
  const known = new Set(words.flatMap(({ from, to }) => spellings((name ?? '').slice(from, to))));
  const initials = new Set(words.map(({ folded }) => folded.charAt(0)));
  const strong = [...known].filter((word) => word.length >= LEAST_ALONE && !PARTICLES.has(word));
  // `Jo Li` has no longer word: each is masked where it begins with a capital.
  const short = strong.length === 0 ? known : new Set<string>();
  const eastern = easternFinder(name ?? '');

  const isStrong = (text: string, { folded, from }: Word): boolean =>
    strong.some((word) => folded === word || isInflected(folded, word)) ||
    (short.has(folded) && /\p{Lu}/u.test(text.charAt(from)));
  const isWeak = ({ folded }: Word): boolean => known.has(folded) || (folded.length === 1 && initials.has(folded));

  return (text) => {
    const all = wordsOf(text);
    const stretches = eastern(text);
    for (let at = 0; at < all.length; at++) {
      const word = all[at];
      if (!word || !isStrong(text, word)) continue;
      let [first, last] = [at, at];
      const joins = (a: Word | undefined, b: Word | undefined): boolean =>
        a !== undefined && b !== undefined && BETWEEN.test(text.slice(a.to, b.from));
      const belongs = (one: Word | undefined): boolean => one !== undefined && (isStrong(text, one) || isWeak(one));
      while (belongs(all[first - 1]) && joins(all[first - 1], all[first])) first--;
      while (belongs(all[last + 1]) && joins(all[last], all[last + 1])) last++;
      stretches.push({ from: all[first]?.from ?? word.from, to: all[last]?.to ?? word.to });
      at = last;
    }
    return stretches;
  };
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ from: index, to: index + word.length, folded: foldText(word) }));

/** As printed and as a keyboard without umlauts has it. */
const spellings = (word: string): string[] => [
  ...new Set([
    foldText(word),
    foldText(
      word
        .normalize('NFC')
        .toLowerCase()
        .replace(/[äöüåøæß]/g, (letter) => UMLAUTS[letter] ?? letter),
    ),
  ]),
];

/** `Brandvolds Werkstatt` */
const isInflected = (folded: string, word: string): boolean =>
  word.length >= SUFFIXED_FROM && folded.length - word.length <= LONGEST_SUFFIX && folded.startsWith(word);

/** Names without blanks between words: the whole with any blanks in it, and its parts where they are printed apart. */
function easternFinder(name: string): (text: string) => { from: number; to: number }[] {
  const parts = name.split(/[^\p{L}\p{M}]+/u).filter((part) => CJK.test(part));
  const wanted = [parts.join(''), ...parts].filter((part) => [...part].length >= 2);
  if (wanted.length === 0) return () => [];
  const pattern = new RegExp(wanted.map((part) => [...part].join('[\\s\u3000・·]{0,2}')).join('|'), 'gu');
  return (text) => [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
}
