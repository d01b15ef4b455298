/** Typed options of a platform → the words of the command, as somebody would write them. Pure. */
import type { CommandOption } from './registry.ts';

type Given = Readonly<Record<string, string>>;

/** Files come as attachments; what was left empty is not said. In the order declared, after the words that were typed. */
export function wordsOfOptions(options: readonly CommandOption[], words: readonly string[], given: Given): string[] {
  const said = options.flatMap(({ name, kind, prefix = '' }) => {
    const value = kind === 'file' ? '' : (given[name] ?? '').trim();
    return value === '' ? [] : `${prefix}${value}`.split(/\s+/);
  });
  return [...words, ...said];
}

/** Some name is no option of the command: the fields of its form were filled in. */
export const isFilledForm = (options: readonly CommandOption[], given: Given): boolean =>
  Object.keys(given).some((name) => !options.some((option) => option.name === name));
