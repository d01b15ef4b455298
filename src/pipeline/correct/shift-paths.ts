/** Keeps what is known of a resume's entries by path (`work.2.position`) right when one is put in or taken out. */

type Shift = { list: string; from: number; by: 1 | -1 };

function shifted(path: string, { list, from, by }: Shift): string | undefined {
  if (!path.startsWith(`${list}.`)) return path;
  const [number, ...rest] = path.slice(list.length + 1).split('.');
  const at = Number(number);
  if (!Number.isInteger(at) || at < from) return path;
  // What stood at the place that is taken out goes with it.
  if (by === -1 && at === from) return undefined;
  return [list, at + by, ...rest].join('.');
}

/** `by` 1: room is made at `from`; −1: the entry at `from` goes. */
export function shiftPaths<T>(record: Readonly<Record<string, T>>, shift: Shift): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([path, value]) => {
      const to = shifted(path, shift);
      return to === undefined ? [] : [[to, value]];
    }),
  );
}
