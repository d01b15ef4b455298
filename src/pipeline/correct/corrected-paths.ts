/** Keeps what is known of a resume's entries by path (`work.2.position`) right when a person gives a value, or an entry comes or goes. */
import type { CorrectionAuthor } from '../../domain/correction.ts';
import type { Resume } from '../../domain/resume.ts';

type Shift = { list: string; from: number; by: 1 | -1 };

/** The value is a person's: sure, and from no line of the page. */
export function markCorrected(resume: Resume, path: string, author: CorrectionAuthor): void {
  const meta = resume.meta.shortlist;
  const below = (key: string) => key === path || key.startsWith(`${path}.`);
  for (const record of [meta.confidence, meta.sources]) for (const key of Object.keys(record)) if (below(key)) delete record[key];
  meta.confidence[path] = 1;
  meta.corrected = { ...meta.corrected, [path]: author };
}

/** `by` 1: room is made at `from`; −1: the entry at `from` goes, and what was known of it. */
export function movePaths(resume: Resume, shift: Shift): void {
  const meta = resume.meta.shortlist;
  meta.confidence = shiftPaths(meta.confidence, shift);
  meta.sources = shiftPaths(meta.sources, shift);
  if (meta.corrected) meta.corrected = shiftPaths(meta.corrected, shift);
  if (meta.model) {
    const paths = Object.fromEntries(meta.model.paths.map((path) => [path, true]));
    meta.model = { ...meta.model, paths: Object.keys(shiftPaths(paths, shift)) };
  }
}

function shifted(path: string, { list, from, by }: Shift): string | undefined {
  if (!path.startsWith(`${list}.`)) return path;
  const [number, ...rest] = path.slice(list.length + 1).split('.');
  const at = Number(number);
  if (!Number.isInteger(at) || at < from) return path;
  // What stood at the place that is taken out goes with it.
  if (by === -1 && at === from) return undefined;
  return [list, at + by, ...rest].join('.');
}

function shiftPaths<T>(record: Readonly<Record<string, T>>, shift: Shift): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([path, value]) => {
      const to = shifted(path, shift);
      return to === undefined ? [] : [[to, value]];
    }),
  );
}
