/** A name set up the margin of the first page is its title, however far down the page its letters begin. */
import type { DocumentPage, TextRun } from '../../domain/document.ts';

/** A title is set this much larger than the text. */
const LARGE = 1.5;

function medianSize(runs: readonly TextRun[]): number {
  const sizes = runs.map((run) => run.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** What stands sideways and large on the page, and the page without it. */
export function partSideways(page: DocumentPage): { title: DocumentPage | undefined; rest: DocumentPage } {
  if (!page.runs.some((run) => run.sideways)) return { title: undefined, rest: page };
  const least = LARGE * medianSize(page.runs);
  const isTitle = (run: TextRun): boolean => run.sideways === true && run.size >= least && /\p{L}{2}/u.test(run.text);
  const runs = page.runs.filter(isTitle);
  if (runs.length === 0) return { title: undefined, rest: page };
  return { title: { ...page, runs }, rest: { ...page, runs: page.runs.filter((run) => !isTitle(run)) } };
}
