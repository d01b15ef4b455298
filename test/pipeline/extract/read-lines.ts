/** What tests look at: lines of text, and what was hidden. */
import type { Document, TextRun } from '../../../src/domain/document.ts';

export function runsOf(document: Document): TextRun[] {
  return document.pages.flatMap((page) => page.runs);
}

export function textsOf(document: Document): string[] {
  return runsOf(document).map((run) => run.text);
}

/** Lines by `y`, runs of a line by `x`, joined by one space. */
export function linesOf(document: Document): string[] {
  return document.pages.flatMap((page) => {
    const lines = new Map<number, TextRun[]>();
    for (const run of page.runs) lines.set(run.y, [...(lines.get(run.y) ?? []), run]);
    return [...lines]
      .sort(([a], [b]) => a - b)
      .map(([, runs]) =>
        runs
          .sort((a, b) => a.x - b.x)
          .map((run) => run.text.trim())
          .join(' '),
      );
  });
}

export function runWith(document: Document, text: string): TextRun {
  const run = runsOf(document).find((candidate) => candidate.text.includes(text));
  if (!run) throw new Error(`no run with ${text} in ${JSON.stringify(textsOf(document))}`);
  return run;
}
