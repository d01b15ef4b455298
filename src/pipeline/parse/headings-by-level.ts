/** Sections by the levels of headings alone, for pages in whose words no two sections are known: then their content says what they hold. */
import { holdsMailAddress } from '../../domain/mail-address.ts';
import type { Line } from './line.ts';

/** So many of one level are sections; a title and a subtitle are not. */
const LEAST = 3;

/**
 * Indices of the headings of the highest level that has several, each with something below it. What stands below a `known` section in a
 * lower level are its entries.
 */
export function headingsByLevel(lines: readonly Line[], known: Iterable<number>): number[] {
  let deepest = Number.POSITIVE_INFINITY;
  for (const i of known) deepest = Math.min(deepest, lines[i]?.heading ?? deepest);
  const levels = new Map<number, number[]>();
  lines.forEach(({ heading, flow }, i) => {
    if (!flow || heading === undefined || heading > deepest || i === 0) return;
    const level = levels.get(heading);
    if (level) level.push(i);
    else levels.set(heading, [i]);
  });
  const [, found = []] = [...levels].filter(([, own]) => own.length >= LEAST).sort(([a], [b]) => a - b)[0] ?? [];
  return found.every((i, n) => lines[i + 1] !== undefined && found[n + 1] !== i + 1) ? found : [];
}

/** The first line of a page over an address: the name of a person, set as high as the sections are (`## Ada Wren` in a list of `##`). */
export const headsContacts = ([, ...below]: readonly Line[]): boolean =>
  below.slice(0, NEAR_NAME).some((line) => holdsMailAddress(line.text));
const NEAR_NAME = 3;
