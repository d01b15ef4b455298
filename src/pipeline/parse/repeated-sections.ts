/** Templates that print a section twice (one for wide screens, one for narrow): the second says nothing new. */
import type { Section } from './sections.ts';

/** A section of fewer letters may well be said twice. */
const LEAST_LETTERS = 12;

const saidBy = ({ heading, lines }: Section): string => [heading, ...lines.map((line) => line.text)].join('\n');

/** Sections without those that repeat the heading and every line of an earlier one. */
export function withoutRepeatedSections(sections: readonly Section[]): Section[] {
  const said = new Set<string>();
  return sections.filter((section) => {
    const text = saidBy(section);
    if (section.heading === undefined || text.length < LEAST_LETTERS) return true;
    const repeats = said.has(text);
    said.add(text);
    return !repeats;
  });
}
