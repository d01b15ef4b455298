/** A first letter as tall as two or three lines, beside which the paragraph goes on: it belongs to the first word. */
import type { DocumentPage, TextRun } from '../../domain/document.ts';

/** Of its letters to those beside it. */
const TALL = 1.6;
/** In sizes of the letter: so near to it the word goes on. */
const BESIDE = 0.5;
/** A page has one or two (P6). */
const MOST = 20;

const isLetter = (run: TextRun): boolean => !run.sideways && /^\p{Lu}$/u.test(run.text.trim());

/** Several words, none of them an address: a logo may stand beside those. */
const isSentence = (text: string): boolean => /^\p{Ll}+(?:\s\S+){2}/u.test(text) && !/\S[@/]\S|www\./u.test(text);

/** The first of two lines beside the letter, if it goes on with a small one. */
function wordBeside(cap: TextRun, runs: readonly TextRun[]): TextRun | undefined {
  const end = cap.x + cap.width;
  const beside = runs
    .filter(
      (run) =>
        run.size * TALL < cap.size &&
        run.x > end - 2 &&
        run.x < end + BESIDE * cap.size &&
        run.y > cap.y - cap.size &&
        run.y < cap.y + 2,
    )
    .sort((a, b) => a.y - b.y);
  const [first, second] = beside;
  const areLines = first && second && second.y > first.y && second.size === first.size && Math.abs(second.x - first.x) < 3;
  return areLines && isSentence(first.text) ? first : undefined;
}

/** The page with such letters in their words. */
export function joinDropCaps(page: DocumentPage): DocumentPage {
  if (page.flow) return page;
  const words = new Map<TextRun, TextRun>();
  for (const cap of page.runs.filter(isLetter).slice(0, MOST)) {
    const word = wordBeside(cap, page.runs);
    if (word) words.set(word, cap);
  }
  if (words.size === 0) return page;
  const caps = new Set(words.values());
  const joined = (run: TextRun): TextRun => {
    const cap = words.get(run);
    return cap ? { ...run, text: cap.text.trim() + run.text, x: cap.x, width: run.x + run.width - cap.x } : run;
  };
  return { ...page, runs: page.runs.filter((run) => !caps.has(run)).map(joined) };
}
