/** What is said around the date of an entry without being one: about when (`early 2019`), and that it goes on (`2019 onwards`). */
import { foldSameLength } from '../../domain/fold-text.ts';

/** Folded; `-` and a blank may follow. Without their signs `ca` and `mi` are states (`San Jose, CA June 2016`). */
const ABOUT = new RegExp(
  `(?:${foldSameLength(
    `early|mid|middle of|late|the (?:beginning|start|middle|end) of|(?:beginning|start|end) of|beginning|end|around|about|approx\\.?|circa|ca\\.|c\\.
    |anfang|mitte|ende|etwa|début|mi(?=-)|fin|courant|vers|(?:a )?(?:inicios|principios|comienzos|mediados|finales|fines) de|(?:no )?(?:início|final|fim|meados) de
    |inizio|begin|medio|eind|einde|halverwege|początek|połowa|koniec|na początku|pod koniec|konec|začátek|polovina|mitten av|slutet av|början av|начало|середина|конец`,
  ).replace(/\s*\n\s*/g, '')})[\\s-]+(?=[\\d'\\p{L}])`,
  'uy',
);

/** Offset behind such a word at `at` of a folded text; `at` itself where none stands there. */
export function behindAbout(folded: string, at: number): number {
  if (!OPENS_ABOUT.has(folded.charAt(at))) return at;
  ABOUT.lastIndex = at;
  const [word = ''] = ABOUT.exec(folded) ?? [];
  return at + word.length;
}

/** Behind a word such a word may be part of a name (`Kita Mitte 2019 – 2021`). */
export const isBehindWord = (folded: string, at: number): boolean =>
  folded.charAt(at - 1) === ' ' && IN_WORD.test(folded.charAt(at - 2));
const OPENS_ABOUT: ReadonlySet<string> = new Set('emltbsacdfivhnkpzнск');
const IN_WORD = /[\p{L}\p{N}]/u;

/** `onwards`, `ff.`, `'den beri`, `óta` behind a date: it has no end. */
const ONWARDS =
  /\s?(?:\(?(?:and |& )?(?:onwards?|ongoing|continuing)\)?|\sff\.?|'?(?:den|dan|ten|tan) (?:beri|itibaren)|\s(?:ota|lahtien|alkaen))(?=$|[\s)\],;:|·•])/y;

/** Offset behind them; -1 where they do not stand there. */
export function behindOnwards(folded: string, at: number): number {
  ONWARDS.lastIndex = at;
  const [words = ''] = ONWARDS.exec(folded) ?? [];
  return words === '' ? -1 : at + words.length;
}
