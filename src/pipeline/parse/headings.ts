/** Which lines are section headings: what they say, and how they look beside the other headings of the same document. */
import { holdsMailAddress } from '../../domain/mail-address.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { boxHeadings } from './box-headings.ts';
import { cellHeadings } from './cell-headings.ts';
import { withoutClausesOfEntries } from './clauses-in-entries.ts';
import { findDateSpans } from './date-range.ts';
import { entryHeadings, type FoundHeading } from './entry-headings.ts';
import { ENTRY_LABELS, type SectionKind } from './heading-aliases.ts';
import { headingText, isDocumentTitle, isFormTitle, isHeadingText, lookupHeading } from './heading-lookup.ts';
import { columnHeadings, inStyleOfHeads, isStyleOfHeadings } from './heading-style.ts';
import { headingsByLevel, headsContacts } from './headings-by-level.ts';
import { BLOCK_START_GAP, type Line } from './line.ts';
import { numberedHeadings } from './numbered-headings.ts';
import { squeezeText } from './text-keys.ts';

export interface Heading {
  kinds: SectionKind[];
  text: string;
  /** What stands on the same line behind a label (`SUMMARY   Engineer with…`), when something does. */
  inline: boolean;
}

interface Body {
  size: number;
  bold: boolean;
  color: string | undefined;
  /** The usual distance of two lines. */
  gap: number;
}

function weightedMedian(values: readonly (readonly [number, number])[]): number {
  const sorted = [...values].sort((a, b) => a[0] - b[0]);
  const half = sorted.reduce((n, [, weight]) => n + weight, 0) / 2;
  let sum = 0;
  for (const [value, weight] of sorted) {
    sum += weight;
    if (sum >= half) return value;
  }
  return 0;
}

function bodyOf(lines: readonly Line[]): Body {
  const size = weightedMedian(lines.map((l) => [l.size, l.text.length]));
  const boldLetters = lines.reduce((n, l) => n + (l.bold ? l.text.length : 0), 0);
  const colors = new Map<string, number>();
  for (const l of lines) colors.set(l.color ?? '', (colors.get(l.color ?? '') ?? 0) + l.text.length);
  const color = [...colors].sort((a, b) => b[1] - a[1])[0]?.[0];
  const letters = lines.reduce((n, l) => n + l.text.length, 0);
  return {
    size,
    bold: boldLetters > letters / 2,
    color,
    gap: weightedMedian(lines.filter((l) => l.gap < 4).map((l) => [l.gap, 1])) || 1.3,
  };
}

function opensWide(line: Line, body: Body): boolean {
  return line.flow ? line.gap >= 2 : line.gap >= body.gap * 1.35;
}

/** How much a line looks like a heading, whatever it says. */
function looks(line: Line, body: Body): number {
  let score = 0;
  if (line.bold && !body.bold) score += 1;
  if (line.size >= body.size * 1.1) score += 1.5;
  if (line.size >= body.size * 1.3) score += 0.5;
  if (line.caps) score += 1;
  if (line.ruled) score += 1;
  if (opensWide(line, body)) score += 0.7;
  if (line.heading !== undefined && line.heading <= 3) score += 3;
  if ((line.color ?? '') !== body.color) score += 0.5;
  if (line.segments[0]?.rail) score += 1.5;
  if (/[:：]\s*$/.test(line.text)) score += 0.5;
  return score;
}

const startsSmall = (line: Line): boolean => /^\p{Ll}/u.test(headingText(line.text));

function spoils(line: Line): number {
  let score = 0;
  if (line.bullet) score += BULLET;
  if (/[.!?;,]$/.test(line.text) && !/\b\p{L}\.$/u.test(line.text)) score += 2;
  if (startsSmall(line)) score += 1;
  if (line.segments.length > 1) score += 1.5;
  if (holdsMailAddress(line.text)) score += 2.5;
  if (/\d/.test(line.text) && findDateSpans(line.text).length > 0) score += 2.5;
  return score;
}

const SAID = { exact: 3, compound: 2.8, keyword: 0.8 } as const;
const ACCEPT = 3;
/** In sizes of the text. */
const OTHER_HOUSE = 1.3;

interface Candidate {
  index: number;
  line: Line;
  kinds: SectionKind[];
  by: 'exact' | 'compound' | 'keyword';
  score: number;
  look: number;
}

/** Known headings behind a mark (`■職務経歴`, `• Experience`) that have text below them: at least two, of different meaning. */
function markedHeadings(lines: readonly Line[]): ReadonlySet<Line> {
  const says = (line: Line | undefined): boolean => line !== undefined && line.text.length <= 70 && isHeadingText(line.text);
  const marked = lines.filter((line, i) => line.bullet && says(line) && i + 1 < lines.length && !says(lines[i + 1]));
  const kinds = new Set(marked.flatMap((line) => lookupHeading(line.text)?.kinds ?? []));
  return new Set(kinds.size >= 2 ? marked : []);
}

/** What a mark costs that is taken for a bullet. */
const BULLET = 2.5;

function candidateAt(line: Line, index: number, body: Body, marked: ReadonlySet<Line>): Candidate | undefined {
  if (line.text.length > 70) return undefined;
  const meaning = lookupHeading(line.text);
  if (!meaning) return undefined;
  const look = looks(line, body);
  const score = SAID[meaning.by] + look - spoils(line) + (marked.has(line) ? BULLET : 0);
  return { index, line, kinds: meaning.kinds, by: meaning.by, look, score };
}

const styleKey = (line: Line, rail = line.segments[0]?.rail ?? false): string =>
  [Math.round(line.size * 2) / 2, line.bold, line.caps, line.color ?? '', line.heading ?? '', rail].join('/');

/** The same but for capitals: a name may be written in them where the headings are not. */
const looseKey = (line: Line): string =>
  [Math.round(line.size * 2) / 2, line.bold, line.color ?? '', line.heading ?? '', line.segments[0]?.rail ?? false].join('/');

interface House {
  key: string;
  sample: Line;
  inLane(lane: number): Line;
  look: number;
}

/** The look that most headings of different meaning share; undefined when no two do. */
function houseStyle(candidates: readonly Candidate[]): House | undefined {
  const groups = Map.groupBy(candidates, (c) => styleKey(c.line));
  const ranked = [...groups.entries()]
    .map(([key, group]) => ({
      key,
      group,
      kinds: new Set(group.flatMap((c) => c.kinds)).size,
      look: Math.max(...group.map((c) => c.look)),
    }))
    .filter((g) => g.kinds >= 2)
    .sort((a, b) => b.kinds + b.look - (a.kinds + a.look));
  const best = ranked[0];
  const sample = best?.group[0]?.line;
  if (!best || !sample) return undefined;
  const inLane = (lane: number): Line => best.group.find((c) => c.line.lane === lane)?.line ?? sample;
  return { key: best.key, sample, inLane, look: best.look };
}

/** So large that it is no label, and but for the capitals set as the headings are. */
const isTall = (line: Line, house: Line, body: Body): boolean =>
  line.size >= 1.4 * body.size && looseKey(line) === looseKey(house) && !line.flow;

/** A line that says a heading but is set in a lesser style than the others is a label inside a section (`Languages` among skill groups). */
function isLesser(line: Line, house: Line, body: Body): boolean {
  if (line.flow && (line.heading ?? 0) !== (house.heading ?? 0)) return (line.heading ?? 9) > (house.heading ?? 9);
  if (line.lane !== house.lane) return line.size < house.size * 0.72;
  if (line.size < house.size * 0.93) return true;
  if (house.caps && !line.caps && line.size <= house.size * 1.05 && !isTall(line, house, body)) return true;
  // A rule under both makes up for the weight.
  if (line.ruled && house.ruled && line.size >= house.size * 0.97 && line.color === house.color) return false;
  return house.bold && !line.bold && line.size <= house.size * 1.05 && !line.segments[0]?.rail;
}

/** Larger and stronger than the text of a format that flows and knows sizes. */
const isTaller = (line: Line, body: Body): boolean => line.size >= 1.08 * body.size;
const isLarger = (line: Line, body: Body): boolean => isTaller(line, body) && line.bold && !body.bold;

/** The styles of headings: that of most, and in a flow those that two more of different meaning share (in a sidebar). */
function stylesOf(house: House, known: ReadonlyMap<number, Candidate>): Set<string> {
  const groups = Map.groupBy(
    [...known.values()].filter((c) => c.by !== 'keyword' && c.line.flow),
    (c) => styleKey(c.line),
  );
  const shared = [...groups].filter(([, group]) => new Set(group.flatMap((c) => c.kinds)).size >= 2);
  return new Set([house.key, ...shared.map(([key]) => key)]);
}

/** What headings look like in this document. */
interface Looks {
  styles: ReadonlySet<string>;
  sample: Line;
  /** Nearly nothing but headings has the style of most of them. */
  own: boolean;
  /** Of a flow: the style stands over text and nowhere else. */
  alone: boolean;
  /** The usual white above them, in points. */
  white: number | undefined;
}

/** A line in the style of headings whose words we do not know is a section of its own kind; body-sized styles are too common to say so. */
function isUnknownHeading(line: Line, body: Body, { styles, sample, own, alone, white }: Looks): boolean {
  // With a rule below it, it stands over the rail that it was counted to.
  const styled = styles.has(styleKey(line)) || (line.ruled && styles.has(styleKey(line, false)));
  if (!styled || line.segments.length > 1 || line.bullet) return false;
  // The margin says so, and what stands in it on other pages.
  if (line.segments[0]?.rail && line.segments[0].named) return true;
  // Where headings begin with small letters this one may too.
  const small = startsSmall(line) && startsSmall(sample) ? 1 : 0;
  if (spoils(line) - small >= 1) return false;
  if (ENTRY_LABELS.has(squeezeText(line.text))) return false;
  if (headingText(line.text).split(/\s+/).length > (line.caps && line.ruled ? 6 : 5)) return false;
  if (line.heading !== undefined) return true;
  if (line.flow)
    return (
      (line.caps && opensWide(line, body)) ||
      line.segments[0]?.rail === true ||
      isLarger(line, body) ||
      (alone && isTaller(line, body))
    );
  if (line.size >= body.size * 1.15 || (line.caps && (line.bold || line.ruled)) || line.ruled) return true;
  return (
    own && (line.caps || (line.color ?? '') !== body.color) && line.gap * line.size >= 0.9 * (white ?? Number.POSITIVE_INFINITY)
  );
}

/** So many known headings tell what a style is for, where nearly nothing else has it. */
const TELLING = 4;
const OWN_SHARE = 0.75;

/** A style of body size that only headings have: what else is set in it, with as much white above, is one as well. */
function isOwnStyle(lines: readonly Line[], known: ReadonlyMap<number, unknown>, key: string): boolean {
  const styled = lines.flatMap((line, i) => (styleKey(line) === key ? [known.has(i)] : []));
  const headings = styled.filter(Boolean).length;
  return headings >= TELLING && headings >= OWN_SHARE * styled.length;
}

/** The usual white above headings of the house style, in points; undefined when they stand on a flow without places. */
function whiteAbove(sure: readonly Candidate[], key: string): number | undefined {
  const gaps = sure
    .filter((c) => styleKey(c.line) === key && !c.line.flow && c.line.gap < BLOCK_START_GAP)
    .map((c) => c.line.gap * c.line.size);
  return gaps.length >= 2 ? weightedMedian(gaps.map((gap) => [gap, 1])) : undefined;
}

/** As much white as the headings have above them says that a lesser style is a heading of its own, not a label in a section. */
function standsApart(line: Line, body: Body, white: number | undefined): boolean {
  if (white === undefined || line.flow || line.gap >= BLOCK_START_GAP || line.size < body.size * 1.05) return false;
  return line.gap * line.size >= 0.85 * white && line.gap >= 1.8 * body.gap;
}

/** Bold capitals over so many kinds of sections are headings, whatever the style sheet calls them: text boxes and sidebars have styles of their own. */
const BOX_KINDS = 3;

/** Large styles that several headings share on pages where none is set in the house style: a cover or a sidebar page had its own. */
function otherHouses(all: readonly Candidate[], house: House, body: Body): Set<string> {
  const taken = new Set(all.filter((c) => styleKey(c.line) === house.key).map((c) => c.line.page));
  const free = all.filter((c) => c.by !== 'keyword' && !taken.has(c.line.page) && c.line.size >= OTHER_HOUSE * body.size);
  const groups = Map.groupBy(free, (c) => styleKey(c.line));
  const boxes = Map.groupBy(
    all.filter((c) => c.by !== 'keyword' && c.line.bold && c.line.caps && (c.line.flow || c.line.lane !== house.sample.lane)),
    (c) => styleKey(c.line),
  );
  const kindsOf = (group: readonly Candidate[]): number => new Set(group.flatMap((c) => c.kinds)).size;
  return new Set([
    ...[...groups].flatMap(([key, group]) => (kindsOf(group) >= 2 ? [key] : [])),
    ...[...boxes].flatMap(([key, group]) => (kindsOf(group) >= BOX_KINDS ? [key] : [])),
  ]);
}

/** Known words that are headings by their look. */
function knownHeadings(
  lines: readonly Line[],
  all: readonly Candidate[],
  house: House | undefined,
  body: Body,
): Map<number, Candidate> {
  const sure = all.filter((c) => c.by !== 'keyword');
  const boxes = new Set([...boxHeadings(lines, sure, (line) => styleKey(line)), ...cellHeadings(lines, sure)]);
  const white = house && whiteAbove(all, house.key);
  const others = house ? otherHouses(all, house, body) : new Set<string>();
  const apartOrOther = (c: Candidate): boolean =>
    c.by !== 'keyword' && (standsApart(c.line, body, white) || others.has(styleKey(c.line)) || boxes.has(c.line));
  const heads = house && inStyleOfHeads(lines, new Set(all.map((c) => c.line)), (line) => styleKey(line), house.key);
  const known = new Map<number, Candidate>();
  for (const c of all) {
    const says = c.by === 'compound' || (c.by === 'exact' && c.kinds[0] !== 'other');
    if (!says && heads?.has(c.line)) continue;
    const styled = house !== undefined && styleKey(c.line) === house.key;
    const label = ENTRY_LABELS.has(squeezeText(c.line.text)) && house !== undefined && !styled && !others.has(styleKey(c.line));
    // Where headings begin with small letters this one may too.
    const small = styled && startsSmall(c.line) && startsSmall(house.sample) ? 1 : 0;
    if (c.score + small < (styled ? ACCEPT - 1 : c.by === 'keyword' ? ACCEPT + 0.5 : ACCEPT) || label) continue;
    if (house && !styled && !apartOrOther(c) && isLesser(c.line, house.inLane(c.line.lane), body)) continue;
    known.set(c.index, c);
  }
  return known;
}

/** Below the name of a document stand the name of the person and, in so many lines, an address or a number. */
const HEAD_LINES = 5;

/** `RESUME` or `Résumé` over the head of the page names the document; over sentences it is a summary. */
function isTitle(line: Line, index: number, lines: readonly Line[]): boolean {
  if (index > 0 || !isDocumentTitle(line.text)) return false;
  if (isFormTitle(line.text)) return true;
  const below = lines.slice(1, 1 + HEAD_LINES);
  const end = below.findIndex((one) => isHeadingText(one.text));
  return below.slice(0, end < 0 ? HEAD_LINES : end).some((one) => /[\p{L}\d]@[\p{L}\d]|\d[\d\s./()-]{6,}\d/u.test(one.text));
}

/** Headings by index of their line. Without a taxonomy nothing is looked for that only resumes hold. */
export function findHeadings(lines: readonly Line[], taxonomy?: Taxonomy): Map<number, Heading> {
  const body = bodyOf(lines);
  const marked = markedHeadings(lines);
  const said = lines
    .map((line, index) => (isTitle(line, index, lines) ? undefined : candidateAt(line, index, body, marked)))
    .filter((c) => c !== undefined);
  const all = withoutClausesOfEntries(said, lines);
  const house = houseStyle(all.filter((c) => c.score >= ACCEPT && c.by !== 'keyword'));
  const known = knownHeadings(lines, all, house, body);
  const found = new Map<number, FoundHeading>(known);
  for (const index of numberedHeadings(lines, known))
    if (!found.has(index)) found.set(index, all.find((c) => c.index === index) ?? { kinds: ['other'], by: 'unknown' });
  const column = columnHeadings(lines, known, (line) => styleKey(line));
  for (const c of all) if (column.has(c.line) && !found.has(c.index)) found.set(c.index, c);
  const first = Math.min(...found.keys());
  if (house) {
    const own = isOwnStyle(lines, found, house.key);
    const alone = isStyleOfHeadings(lines, found, (line) => styleKey(line) === house.key);
    const shape: Looks = { styles: stylesOf(house, known), sample: house.sample, own, alone, white: whiteAbove(all, house.key) };
    lines.forEach((line, index) => {
      // Of a format that numbers its headings, the same level says so above the first one that is known as well.
      const level = house.sample.heading ?? 0;
      const early = (index <= first && !(level > 1 && line.heading === level)) || (index === 0 && headsContacts(lines));
      if (early || found.has(index) || !isUnknownHeading(line, body, shape) || isDocumentTitle(line.text)) return;
      found.set(index, { kinds: ['other'], by: 'unknown' });
    });
  } else
    for (const i of headingsByLevel(lines, found.keys(), taxonomy))
      if (!found.has(i)) found.set(i, { kinds: ['other'], by: 'unknown' });
  const looksAlike = (line: Line): boolean => house !== undefined && looseKey(line) === looseKey(house.sample);
  const entries = entryHeadings(lines, found, looksAlike, taxonomy);
  const headings = new Map<number, Heading>();
  for (const [index, { kinds }] of found) {
    const line = lines[index];
    if (line && !entries.has(index)) headings.set(index, { kinds: [...kinds], text: headingText(line.text), inline: false });
  }
  return headings;
}
