/** What happens to documents on their way: letters misread, styles lost, stretches missing, places shaken. Document → document. */
import type { Document, TextRun } from '../../src/domain/document.ts';
import type { Random } from '../unseen/random.ts';

const MISREAD: Readonly<Record<string, string>> = {
  l: '1',
  O: '0',
  e: 'c',
  S: '5',
  i: 'l',
  n: 'h',
  B: '8',
  a: 'o',
  t: 'f',
  g: 'q',
};

const letters =
  (random: Random, rate: number) =>
  (run: TextRun): TextRun => ({
    ...run,
    text: [...run.text].map((letter) => (random.next() < rate ? (MISREAD[letter] ?? letter) : letter)).join(''),
  });

/** As a mail program or a form field leaves it. */
function unstyled(run: TextRun): TextRun {
  const { heading: _heading, color: _color, ...rest } = run;
  return { ...rest, bold: false, italic: false };
}

const shaken =
  (random: Random) =>
  (run: TextRun): TextRun => ({ ...run, x: run.x + random.next() * 3 - 1.5, size: run.size * (0.96 + random.next() * 0.08) });

export const DAMAGES = {
  letters: (document: Document, random: Random) => overRuns(document, letters(random, 0.02)),
  unstyled: (document: Document) => overRuns(document, unstyled),
  shaken: (document: Document, random: Random) => overRuns(document, shaken(random)),
  holes: (document: Document, random: Random): Document => ({
    ...document,
    pages: document.pages.map((page) => ({ ...page, runs: page.runs.filter(() => random.next() > 0.06) })),
  }),
} as const;

function overRuns(document: Document, change: (run: TextRun) => TextRun): Document {
  return { ...document, pages: document.pages.map((page) => ({ ...page, rules: [], runs: page.runs.map(change) })) };
}
