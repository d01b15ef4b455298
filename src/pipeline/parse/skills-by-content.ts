/** Lists of skills that no heading announces, or the wrong one: told by what they hold and where they stand. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans } from './date-range.ts';
import { EMAIL } from './email.ts';
import { lookupHeading } from './heading-lookup.ts';
import { BLOCK_START_GAP, type Line } from './line.ts';
import { readPlace } from './place.ts';
import type { Section } from './sections.ts';
import { partTags } from './skill-rows.ts';
import { splitList } from './split-list.ts';

const ITEM_LETTERS = 40;
const ITEM_WORDS = 5;
/** So many items below the contacts are a list. */
const LEAST_ITEMS = 3;
/** An address is short lines as well, but the dictionary knows none of them; and it is not as many. */
const LEAST_KNOWN = 0.15;
const MANY_ITEMS = 6;
/** In sizes of the line: the white above a part of its own. */
const APART = 3;

const itemsOf = (lines: readonly Line[]): string[] =>
  partTags(lines).flatMap((line) => line.segments.flatMap((segment) => splitList(segment.text)));

const isShort = (text: string): boolean =>
  text.length <= ITEM_LETTERS &&
  text.split(/\s+/).length <= ITEM_WORDS &&
  !/[.!?]$|@|https?:|www\./.test(text) &&
  !/\d{5,}/.test(text.replace(/[\s()./-]/g, ''));

/** `CDM 2015`: the year is a part of the name. */
function namesYear(text: string): boolean {
  const [span, another] = findDateSpans(text);
  return span?.single === true && !another && span.from > 0 && /\p{L}\s$/u.test(text.slice(0, span.from));
}
/** So great a share of the items may be such names. */
const WITH_YEAR = 1 / 4;

function isList(lines: readonly Line[]): boolean {
  const items = itemsOf(lines);
  const dated = items.filter((text) => findDateSpans(text).length > 0);
  return items.length > 0 && items.every(isShort) && dated.every(namesYear) && dated.length <= WITH_YEAR * items.length;
}

function knownShare(lines: readonly Line[], taxonomy: Taxonomy): number {
  const items = itemsOf(lines);
  return items.filter((item) => taxonomy.lookupSkill(item) !== undefined).length / Math.max(1, items.length);
}

/** `Languages` over `Go, Python`: a group of skills. */
function speaksNone(section: Section, taxonomy: Taxonomy): boolean {
  if (section.kinds.join() !== 'languages') return false;
  const items = itemsOf(section.lines);
  const spoken = items.some((item) => taxonomy.spokenLanguage(item) !== undefined);
  return !spoken && items.length >= 2 && knownShare(section.lines, taxonomy) >= 0.6;
}

/** How many items of a list under a heading that says nothing the dictionary knows, beside a section of skills and without one. */
const KNOWN_BESIDE_SKILLS = 0.4;
const KNOWN_ALONE = 0.2;

/** Short items under `Teaching` or `Backend`: some of them known, or several lines where no other section has skills. */
function isGroup(section: Section, hasSkills: boolean, taxonomy: Taxonomy): boolean {
  if (section.kinds[0] !== 'other' || lookupHeading(section.heading ?? '')) return false;
  if (itemsOf(section.lines).length < 2 || !isList(section.lines)) return false;
  const known = knownShare(section.lines, taxonomy);
  const many = section.lines.length > 2 || itemsOf(section.lines).length > MANY_ITEMS - 2;
  return known >= (hasSkills ? KNOWN_BESIDE_SKILLS : KNOWN_ALONE) || (!hasSkills && many);
}

/** A list under a heading that says nothing, right behind or before such a list that was taken for skills. */
function isSibling(section: Section, neighbours: readonly (Section | undefined)[]): boolean {
  if (section.kinds[0] !== 'other' || lookupHeading(section.heading ?? '') || !isList(section.lines)) return false;
  const size = section.headingLine?.size ?? 0;
  return neighbours.some(
    (one) =>
      one?.kinds.join() === 'skills' &&
      !lookupHeading(one.heading ?? '') &&
      Math.abs((one.headingLine?.size ?? 0) - size) < 0.3 &&
      one.headingLine?.bold === section.headingLine?.bold,
  );
}

const isContactLine = (line: Line, taxonomy: Taxonomy): boolean =>
  EMAIL.test(line.text) ||
  /https?:|www\.|\d{4,}|\.(?:com|org|net|io)\b/.test(line.text.replace(/(?<=\d)[\s()./-]+(?=\d)/g, '')) ||
  // There is a town called Addison: alone, a word is no address.
  (/[,\d]/.test(line.text) && readPlace(line.text, taxonomy) !== undefined);

/** Where, below the contacts of a sidebar and set apart from them, a list without a heading starts; -1 without one. */
function listBelow({ lines }: Section, taxonomy: Taxonomy): number {
  const last = lines.findLastIndex((line) => isContactLine(line, taxonomy));
  const start = lines.findIndex((line, i) => i > 0 && i >= last && line.gap >= APART && line.gap < BLOCK_START_GAP && !line.flow);
  const tail = start < 0 ? [] : lines.slice(start);
  if (itemsOf(tail).length < LEAST_ITEMS || !isList(tail) || tail.some((line) => isContactLine(line, taxonomy))) return -1;
  return knownShare(tail, taxonomy) >= LEAST_KNOWN || itemsOf(tail).length >= MANY_ITEMS ? start : -1;
}

/** The sections with lists of skills typed as such; the tail of a contact section becomes one of its own where no other lists skills. */
export function withSkillsFound(sections: readonly Section[], taxonomy: Taxonomy): Section[] {
  const hasSkills = sections.some((section) => section.kinds.includes('skills') && section.lines.length > 0);
  const grouped = sections.map(
    (section): Section =>
      speaksNone(section, taxonomy) || isGroup(section, hasSkills, taxonomy) ? { ...section, kinds: ['skills'] } : section,
  );
  const typed: Section[] = [];
  for (const [i, section] of grouped.entries())
    typed.push(isSibling(section, [typed[i - 1], grouped[i + 1]]) ? { ...section, kinds: ['skills'] } : section);
  if (typed.some((section) => section.kinds.includes('skills') && section.lines.length > 0)) return typed;
  return typed.flatMap((section): Section[] => {
    const start = section.kinds[0] === 'contact' ? listBelow(section, taxonomy) : -1;
    if (start < 0) return [section];
    return [
      { ...section, lines: section.lines.slice(0, start) },
      { kinds: ['skills'], lines: section.lines.slice(start) },
    ];
  });
}
