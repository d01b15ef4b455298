/** Document → lines in reading order, columns apart, rails on their rows, page furniture dropped. */
import type { Document, DocumentPage, Rule } from '../../domain/document.ts';
import { joinBrokenDates } from './broken-dates.ts';
import { type Block, blockOf, splitColumns } from './columns.ts';
import { findDrawnColumns, partColumns } from './drawn-columns.ts';
import { levelTables } from './drawn-tables.ts';
import { joinDropCaps } from './drop-caps.ts';
import { readFlow } from './flow-columns.ts';
import { labelsIn, nameLabels } from './label-pages.ts';
import { type Lexicon, NO_WORDS } from './lexicon.ts';
import { BLOCK_START_GAP, type Line, makeLine, type Segment } from './line.ts';
import { unnameListed } from './listed-headings.ts';
import { liftMarkedHeadings } from './marks-over-headings.ts';
import { dropFurniture } from './page-furniture.ts';
import { partTables, tableBlock } from './read-tables.ts';
import { type Row, readRows, withoutLoneBullets } from './rows.ts';
import { findRuledBands, readRuledBands } from './ruled-bands.ts';
import { partSideways } from './sideways-title.ts';
import { stackCards } from './stacked-cards.ts';
import { joinStackedRails } from './stacked-rails.ts';
import { joinStackedTitle } from './stacked-title.ts';
import { bandsBeside, partTurnedHeadings } from './turned-headings.ts';
import { joinYearAndMonth } from './year-month-cells.ts';

interface Lane {
  id: number;
  x: number;
  right: number;
  /** Text as wide as the page stood in it. */
  alone: boolean;
}

function overlap(a: { x: number; right: number }, b: { x: number; right: number }): number {
  const both = Math.min(a.right, b.right) - Math.max(a.x, b.x);
  return both / Math.max(1, Math.max(a.right, b.right) - Math.min(a.x, b.x));
}

/** A column of a later page goes on where the column above it in the document stopped. */
function laneOf(block: Block, lanes: Lane[], taken: ReadonlySet<number>, alone: boolean): number {
  const least = alone ? SAME_LANE : SAME_COLUMN;
  const worth = (lane: Lane): number => overlap(lane, block) + (alone && lane.alone ? KIN : 0);
  const best = lanes.filter((lane) => !taken.has(lane.id)).sort((a, b) => worth(b) - worth(a))[0];
  // What has the page for itself within the width of what had it above goes on with that, however narrow it is.
  const within = best?.alone && alone && block.x > best.x - NEAR && block.right < best.right + NEAR;
  if (best && (within || overlap(best, block) > least)) {
    Object.assign(best, {
      x: Math.min(best.x, block.x),
      right: Math.max(best.right, block.right),
      alone: best.alone || alone,
    });
    return best.id;
  }
  lanes.push({ id: lanes.length, x: block.x, right: block.right, alone });
  return lanes.length - 1;
}

function isRuled(segments: readonly Segment[], rules: readonly Rule[]): boolean {
  const [first] = segments;
  if (!first) return false;
  return rules.some((rule) => {
    const below = rule.y - first.y;
    return (
      rule.height < 4 &&
      below > -2.2 * first.size &&
      below < 1.1 * first.size &&
      rule.x < first.right &&
      rule.x + rule.width > first.x &&
      rule.width > 60
    );
  });
}

/** Where lines of a block break: its right edge, long words aside (addresses) that stick out of a narrow column. */
function wrapEdge(block: Block): number {
  const rights = block.rows.flatMap((row) => row.segments.filter((s) => s.text.includes(' ')).map((s) => s.right));
  return rights.length > 2 ? Math.max(...rights) : block.right;
}

/** Columns that have the page for themselves, by their left edge: the text of later pages is as wide, however short its lines are. */
type Edges = { x: number; edge: number }[];

function edgeOf(block: Block, alone: boolean, edges: Edges): number {
  const own = wrapEdge(block);
  if (!alone) return own;
  const known = edges.find(({ x }) => Math.abs(x - block.x) < 4);
  if (!known) edges.push({ x: block.x, edge: own });
  else known.edge = Math.max(known.edge, own);
  return known?.edge ?? own;
}

/** What is read from the right is laid out as in a mirror: columns, rails and edges are told there as on any page. */
function readFromLeft(page: DocumentPage): DocumentPage {
  if (!page.rightToLeft) return page;
  const turn = <T extends { x: number; width: number }>(item: T): T => ({ ...item, x: page.width - item.x - item.width });
  const panels = page.panels && { panels: page.panels.map(turn) };
  const cards = page.cards && { cards: page.cards.map(turn) };
  return { ...page, runs: page.runs.map(turn), rules: page.rules.map(turn), ...panels, ...cards };
}

/** What pages tell each other, and the words that are known before any is read. */
interface Known {
  lanes: Lane[];
  edges: Edges;
  labels: Segment[];
  /** The height of each page in points. */
  heights: Map<number, number>;
  lexicon: Lexicon;
}

function pageLines(page: DocumentPage, { lanes, edges, labels, heights, lexicon }: Known): Line[] {
  const { title, rest } = page.number === 1 ? partSideways(page) : { title: undefined, rest: page };
  const { headings, rest: upright } = partTurnedHeadings(rest);
  const { page: level, labels: tall } = levelTables(stackCards(joinDropCaps(upright)), lexicon);
  if (!page.flow) heights.set(page.number, level.height);
  const written = joinYearAndMonth(readRows(level));
  const printed = page.flow ? withoutLoneBullets(written) : joinStackedRails(liftMarkedHeadings(written, level.rules));
  if (!page.flow) unnameListed(printed);
  nameLabels(printed, labels);
  const rows = page.number === 1 && !page.flow ? joinStackedTitle(printed) : printed;
  const splitText = (part: Row[]): Block[] => {
    const bands = findRuledBands(part, level);
    if (bands) return readRuledBands(part, bands, splitText);
    const drawn = findDrawnColumns(part, level);
    if (!drawn) return splitColumns(part, page.width);
    return [part.slice(0, drawn.from), ...partColumns(part, drawn), part.slice(drawn.to)].flatMap(splitText);
  };
  const split = (part: Row[]): Block[] =>
    partTables(part).flatMap(({ table, rows: own }) => (table === undefined ? splitText(own) : [tableBlock(own, tall)]));
  const columns = page.flow ? readFlow(rows, page.width) : bandsBeside(rows, headings, split);
  const blocks = title ? [...withoutLoneBullets(readRows(title)).map((row) => blockOf([row])), ...columns] : columns;
  const lines: Line[] = [];
  const placed = new Map<Block, number>();
  for (const block of blocks) {
    const alone = isAlone(block, blocks);
    const lane = laneOf(block, lanes, lanesBeside(block, placed), alone);
    placed.set(block, lane);
    const edge = edgeOf(block, alone, edges);
    labels.push(...labelsIn(block.rows));
    let previousY: number | undefined;
    for (const { segments, y: rowY } of joinBrokenDates(block.rows)) {
      // A row is shared by columns whose baselines differ a little: gaps count within the column.
      const y = segments[0]?.y ?? rowY;
      const size = Math.max(6, ...segments.map((s) => s.size));
      const gap = previousY === undefined ? BLOCK_START_GAP : (y - previousY) / (page.flow ? 14 : size);
      lines.push(
        makeLine(segments, {
          page: page.number,
          number: lines.length + 1,
          gap,
          ruled: isRuled(segments, level.rules),
          lane,
          edge,
          flow: page.flow,
        }),
      );
      previousY = y;
    }
  }
  return lines;
}

/** How much of their width two blocks share that are one lane; one of several columns is not the lane of a wide block above them. */
const SAME_LANE = 0.4;
const SAME_COLUMN = 0.7;
/** In points. */
const NEAR = 2;
/** What it says beyond that both have the page for themselves. */
const KIN = 0.15;

function standBeside(a: Block, b: Block): boolean {
  const [[top, bottom], [from, to]] = [extent(a), extent(b)];
  return from < bottom && to > top;
}

const isAlone = (block: Block, blocks: readonly Block[]): boolean => blocks.every((b) => b === block || !standBeside(b, block));

/** Lanes of blocks that stand beside this one cannot be its lane; that of a block above it in the same column can. */
function lanesBeside(block: Block, placed: ReadonlyMap<Block, number>): ReadonlySet<number> {
  const beside = [...placed].filter(([other]) => standBeside(block, other));
  return new Set(beside.map(([, lane]) => lane));
}

/** Rows of a block need not be in order of their height. */
function extent(block: Block): [top: number, bottom: number] {
  const ys = block.rows.map((row) => row.y);
  return [Math.min(...ys), Math.max(...ys)];
}

/** All lines of a document in reading order, `lexicon` of the dictionaries alone. Pure. */
export function readLines(document: Document, lexicon: Lexicon = NO_WORDS): Line[] {
  const known: Known = { lanes: [], edges: [], labels: [], heights: new Map(), lexicon };
  const lines = document.pages.flatMap((page) => pageLines(readFromLeft(page), known));
  return lines.length > 0 ? dropFurniture(lines, known.heights) : [];
}
