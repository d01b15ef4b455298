/** Lines → sections. A line belongs to one section only; a section goes on over page breaks within its column. */

import { holdsMailAddress, isMailAddress } from '../../domain/mail-address.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans } from './date-range.ts';
import type { SectionKind } from './heading-aliases.ts';
import { headingText, lookupHeading } from './heading-lookup.ts';
import { findHeadings } from './headings.ts';
import { BLOCK_START_GAP, type Line } from './line.ts';
import { isDash } from './marks.ts';
import { splitRunInHeadings } from './run-in-headings.ts';
import { withoutSignOff } from './sign-off.ts';
import { joinWrappedHeadings } from './wrapped-headings.ts';

export interface Section {
  /** More than one for compound headings (`Skills & Languages`). `header` is what stands above the first heading. */
  kinds: (SectionKind | 'header')[];
  heading?: string;
  headingLine?: Line;
  lines: Line[];
}

const INLINE = /^([^:：]{3,32})\s?[:：]\s*(\S.*)$/u;
/** Sections that people also write as one labelled line (`Languages: English, German`). */
const INLINE_KINDS: ReadonlySet<string> = new Set(['languages', 'skills', 'interests', 'certificates']);
/** Where such a line is a section of its own; among skills it is a group, in an entry it is a remark. */
const LOOSE: ReadonlySet<string> = new Set(['header', 'other', 'summary', 'contact', 'interests', 'references']);

function inlineSection(line: Line, current: Section): Section | undefined {
  if (!current.kinds.every((kind) => LOOSE.has(kind)) || line.bullet) return undefined;
  const found = INLINE.exec(line.text);
  const label = found?.[1];
  if (!label || label.split(/\s+/).length > 3) return undefined;
  const meaning = lookupHeading(label);
  if (meaning?.by !== 'exact' || !meaning.kinds.every((kind) => INLINE_KINDS.has(kind))) return undefined;
  const text = String(found[2]);
  const [first] = line.segments;
  const segments = first ? [{ ...first, text, styleBreaks: [], right: line.right }] : [];
  return { kinds: meaning.kinds, heading: headingText(label), headingLine: line, lines: [{ ...line, text, segments }] };
}

function lastOfLane(sections: readonly Section[], lane: number): Section | undefined {
  return sections.findLast(
    (section) => section.lines.at(-1)?.lane === lane || (section.lines.length === 0 && section.headingLine?.lane === lane),
  );
}

/** In sizes of the heading: how far below it its text starts at most. */
const NEAR = 6;

/** The line stands right below a heading that has no text yet, or goes on, on the next page, below the one that ends a page. */
function isHeadedBy(heading: Line, line: Line): boolean {
  const atEdge = Math.abs(line.x - heading.x) <= 2 * heading.size;
  if (line.page === heading.page + 1) return atEdge;
  // In the middle of the page it stands over the columns below it.
  const over = heading.x < line.edge && heading.right > line.x;
  return (atEdge || over) && line.page === heading.page && line.y > heading.y && line.y - heading.y < NEAR * heading.size;
}

/** Sections whose entries may stand in cards beside each other. */
const CARDS: ReadonlySet<string> = new Set(['work', 'education', 'projects', 'volunteer', 'certificates', 'training', 'awards']);

const looksLike = (a: Line, b: Line): boolean =>
  Math.abs(a.size - b.size) < 0.3 && a.bold === b.bold && a.caps === b.caps && a.color === b.color;

/**
 * The line opens a column that starts beside the lines of the section, below its heading: the second of two groups, or of two cards that
 * begin alike, side by side.
 */
function isBeside({ kinds, headingLine, lines }: Section, line: Line): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!headingLine || !first || !last || line.flow) return false;
  if (!kinds.includes('skills') && !(kinds.some((kind) => CARDS.has(kind)) && looksLike(first, line))) return false;
  const near = 0.6 * first.size;
  const below = line.y > headingLine.y + near && Math.abs(line.y - first.y) < near && line.y < last.y + near;
  return line.page === first.page && line.page === headingLine.page && line.x > first.right && below;
}

/** Of the wider of two columns that one text flows through. */
const AS_WIDE = 0.6;

/**
 * The lines above the first heading of a column go on with what the column before it ended with: a text that flows through columns of one
 * width breaks anywhere. Told by entries set as those were, or by the middle of a sentence.
 */
function flowsOn({ kinds, lines }: Section, opening: readonly Line[]): boolean {
  const [line, last] = [opening[0], lines.at(-1)];
  if (!line || !last || line.flow || last.page !== line.page || line.x < last.x + last.size || line.y > last.y) return false;
  const [own, other] = [
    line.edge - line.x,
    last.edge - Math.min(...lines.filter((one) => one.lane === last.lane).map(({ x }) => x)),
  ];
  if (Math.min(own, other) < AS_WIDE * Math.max(own, other)) return false;
  if (opening.some(({ text }) => holdsContact(withoutDates(text)))) return false;
  if (/^\p{Ll}/u.test(line.text) && !/[.!?:]$/u.test(last.text)) return looksLike(last, line);
  const isDated = opening.some(({ text }) => findDateSpans(text).some((span) => !span.single));
  return isDated && kinds.some((kind) => CARDS.has(kind)) && lines.some((one) => looksLike(one, line));
}

/** Puts lines where they would stand below the text of the section, in that one's column. */
function moveBelow({ lines }: Section, opening: readonly Line[]): (line: Line) => Line {
  const lane = lines.at(-1)?.lane ?? 0;
  const left = (all: readonly Line[]): number => all.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const by = left(lines.filter((one) => one.lane === lane)) - left(opening);
  const moved = <T extends { x: number; right: number }>(one: T): T => ({ ...one, x: one.x + by, right: one.right + by });
  return (line) => ({ ...moved(line), lane, edge: line.edge + by, segments: line.segments.map(moved) });
}

/** The section that the first line of a page's column goes on with. */
function continued(sections: Section[], line: Line, current: Section, lanes: ReadonlySet<number>): Section {
  if (current.lines.length === 0 && current.headingLine && isHeadedBy(current.headingLine, line)) return current;
  if (line.lane === current.lines.at(-1)?.lane || line.lane === current.headingLine?.lane) return current;
  const before = lastOfLane(sections, line.lane);
  if (before) return before;
  if (isBeside(current, line)) return current;
  // A column that starts without a heading says nothing about the column before it: on the first page that is the head.
  const [head, second] = sections;
  const firstPage = head?.lines[0]?.page ?? second?.headingLine?.page;
  if (head && line.page === firstPage && lanes.size > 1) return head;
  return current;
}

const NUMBER = /\+?\d[\d\s./()-]{7,}\d/;
const holdsContact = (text: string): boolean => holdsMailAddress(text) || NUMBER.test(text);
/** `2011 - 2015` has the shape of a number. */
function withoutDates(text: string): string {
  return findDateSpans(text).reduceRight((rest, span) => rest.slice(0, span.from) + rest.slice(span.to), text);
}

/** A mailbox alone on its line is a contact of the person, on whichever page its column goes on: no employer and no school. */
const isStrayAddress = (line: Line, { kinds }: Section): boolean =>
  kinds.some((kind) => kind === 'work' || kind === 'education') && isMailAddress(line.text);

/** The foot of a page stands this many lines below its text, in at most so many lines of its own. */
const FOOT_GAP = 3.2;
const FOOT_LINES = 3;

/** Lines far below the text of their page that hold an address or a number: contact, whatever section the page ends with. */
function footLines(lines: readonly Line[]): ReadonlySet<Line> {
  const foot = new Set<Line>();
  for (const page of Map.groupBy(lines, (line) => line.page).values()) {
    const lowest = [...page].sort((a, b) => a.y - b.y).slice(-FOOT_LINES);
    const from = lowest.findIndex((line) => !line.flow && line.gap >= FOOT_GAP && line.gap < BLOCK_START_GAP * 9);
    const group = from < 0 || page.length < 10 ? [] : lowest.slice(from);
    const alone = group.every((line, i) => i === 0 || line.lane === group[0]?.lane);
    if (alone && group.some((line) => holdsContact(withoutDates(line.text)))) for (const line of group) foot.add(line);
  }
  return foot;
}

/** A foot of more lines is a part of the text that somebody put there. */
const REPEATED_LINES = 4;

/** Lines of the foot that the format repeats on every page: contacts where one of them is an address or a number, else what a firm says. */
function repeatedFoot(lines: readonly Line[]): { contacts: Line[]; rest: readonly Line[] } {
  const foot = lines.filter((line) => line.segments.some((segment) => segment.foot));
  if (foot.length === 0 || foot.length > REPEATED_LINES || foot.length === lines.length) return { contacts: [], rest: lines };
  const reached = foot.some((line) => holdsContact(withoutDates(line.text)));
  return { contacts: reached ? foot : [], rest: lines.filter((line) => !foot.includes(line)) };
}

/** In sizes of the largest heading: so large is only the name. */
const NAME_SIZE = 1.3;

/**
 * What is set larger than every heading begins the head where it opens a page or, in a flow, comes but once: the sections before it were a
 * cover, a sidebar or a text box.
 */
function opensWithName(line: Line, above: Line | undefined, largest: number, tallest: Line | undefined): boolean {
  if (above === undefined || largest === 0 || line.size < NAME_SIZE * largest) return false;
  return line.flow ? line === tallest : above.page !== line.page;
}

/** The line that is set larger than every other. */
function tallestAlone(lines: readonly Line[]): Line | undefined {
  const size = lines.reduce((most, line) => Math.max(most, line.size), 0);
  const tall = lines.filter((line) => line.size === size);
  return tall.length === 1 ? tall[0] : undefined;
}

/** Sections in reading order; the first is always `header`, perhaps empty. `taxonomy` as in `findHeadings`. */
export function splitSections(printed: readonly Line[], taxonomy?: Taxonomy): Section[] {
  const { contacts, rest } = repeatedFoot(printed);
  const lines = joinWrappedHeadings(splitRunInHeadings(withoutSignOff(rest)));
  const headings = findHeadings(lines, taxonomy);
  const header: Section = { kinds: ['header'], lines: [] };
  const sections: Section[] = [header];
  const lanes = new Set(lines.map((line) => line.lane));
  const foot = footLines(lines);
  const largest = Math.max(0, ...lines.filter((_, index) => headings.has(index)).map((line) => line.size));
  const tallest = tallestAlone(lines);
  const openingAt = (index: number): Line[] => {
    const { lane, page } = lines[index] ?? {};
    let end = index + 1;
    while (end < lines.length && !headings.has(end) && lines[end]?.lane === lane && lines[end]?.page === page) end++;
    return lines.slice(index + 1, end);
  };
  let current = header;
  // Lines at the top of a column that the column before it flows into.
  let opening: ReadonlySet<Line> = new Set();
  let toColumn = (line: Line): Line => line;
  const goOn = (line: Line, index: number): void => {
    const above = [line, ...openingAt(index)];
    const before = lastOfLane(sections, line.lane);
    // The head may stand in the middle of the page, over the middle column.
    const flows = (before === undefined || before === header) && flowsOn(current, above);
    opening = new Set(flows ? above : []);
    if (flows) toColumn = moveBelow(current, above);
    if (!flows) current = continued(sections, line, current, lanes);
  };
  lines.forEach((line, index) => {
    const heading = headings.get(index);
    if (
      !heading &&
      (foot.has(line) || (header.lines.length > 0 && isStrayAddress(line, current))) &&
      !current.kinds.includes('references')
    ) {
      header.lines.push(line);
      return;
    }
    if (heading) {
      current = { kinds: heading.kinds, heading: heading.text, headingLine: line, lines: [] };
      sections.push(current);
      return;
    }
    if (isDash(line.text)) return;
    if (lines[index - 1]?.lane !== line.lane || lines[index - 1]?.page !== line.page) goOn(line, index);
    if (opensWithName(line, lines[index - 1], largest, tallest)) current = header;
    const inline = inlineSection(line, current);
    if (inline) {
      sections.push(inline);
      return;
    }
    current.lines.push(opening.has(line) ? toColumn(line) : line);
  });
  header.lines.push(...contacts);
  return sections;
}
