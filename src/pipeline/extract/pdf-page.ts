/** One PDF page: what pdfjs hands over → runs, rules and hidden text of our document. */
import type { DocumentPage, HiddenText, HidingTechnique, Rule, TextRun } from '../../domain/document.ts';
import { isUnseen, toHexColor } from './color.ts';
import { markDrawnBullets } from './drawn-bullets.ts';
import type { Box, Matrix } from './matrix.ts';
import type { PageInk } from './page-ink.ts';
import { PaintIndex } from './paint-index.ts';
import { withAccentsOnLetters } from './pdf-accents.ts';
import { type OperatorList, PdfInterpreter, type PdfResources, type PdfSight } from './pdf-interpreter.ts';
import { asRule, boxOf, type Paint } from './pdf-paint.ts';
import { groundsAmong } from './pdf-panels.ts';
import { cutsIn, signsOf } from './pdf-signs.ts';
import { pointOn, type Span } from './pdf-span.ts';
import { findHidden, groundAt, pictureShare } from './pdf-visibility.ts';
import { makePieces } from './pdf-words.ts';
import { isReadFromRight, mirrored, type ReadPiece, readPieces, rowsWithRightToLeft, someRightToLeft } from './right-to-left.ts';
import type { PageSight } from './text-layer.ts';
import { weaveSpans } from './woven-spans.ts';

export interface Viewport {
  width: number;
  height: number;
  /** User space to page space. */
  transform: Matrix;
}

export interface PageInput {
  number: number;
  list: OperatorList;
  resources: PdfResources;
  /** The page turned clockwise by this many degrees beyond what the file says. */
  viewport(turn: 0 | 90 | 180 | 270): Viewport;
  /** What a picture of the page shows, turned as the runs are: asked for by `unsure`. */
  ink?: PageInk;
}

export interface PageOutput {
  page: DocumentPage;
  hidden: HiddenText[];
  /** The viewport that the runs are in. */
  turn: 0 | 90 | 180 | 270;
  scan: boolean;
  /** A picture of the page would tell whether all of its text can be seen: read it again with `ink`. */
  unsure: boolean;
  /** What a reader sees beside the text. */
  sight: PageSight;
}

const SIGNIFICANT = /[\p{L}\p{N}]/gu;
/** Fewer letters are a mark (a small TM, a bullet of an icon font), not a text. */
const MARK = 3;

export function readPage(input: PageInput): PageOutput {
  let turn: PageOutput['turn'] = 0;
  let viewport = input.viewport(turn);
  let sight = new PdfInterpreter(viewport.transform, input.resources).run(input.list);
  turn = turnToUpright(sight.spans);
  if (turn !== 0) {
    viewport = input.viewport(turn);
    sight = new PdfInterpreter(viewport.transform, input.resources).run(input.list);
  }
  return { ...describe(input, viewport, sight), turn };
}

function describe(
  { number, ink }: PageInput,
  { width, height }: Viewport,
  { spans: painted, paints, rings }: PdfSight,
): Omit<PageOutput, 'turn'> {
  const spans = withAccentsOnLetters(painted);
  const crop: Box = [0, 0, width, height];
  const { hidden, scan, doubtful, unsure } = findHidden(spans, { crop, paints, ...(ink && { ink }) });
  const shown = weaveSpans(spans.filter((span) => !hidden.has(span)));
  const signs = signsOf(shown);
  const rightToLeft = someRightToLeft(shown) && isReadFromRight(shown);
  // Where a page has a line of such a script, the others are read as on any page.
  const rows = rightToLeft ? new Set(shown) : rowsWithRightToLeft(shown);
  const upright = readPieces([...rows], rightToLeft).map(toRun);
  const printed = shown.flatMap((span) => (rows.has(span) && isUpright(span) ? [] : toRuns(span, cutsIn(span, signs))));
  const read = withoutShadows([...upright, ...printed]);
  const runs = rightToLeft ? markFromRight(read, { paints, rings, width }) : markDrawnBullets(read, paints, rings);
  const index = new PaintIndex(paints, crop);
  const { panels, cards } = groundsAmong(paints, crop, index);
  const drawn = {
    rules: toRules(paints, crop, index),
    ...(panels.length > 0 && { panels }),
    ...(cards.length > 0 && { cards }),
  };
  const says = { ...(doubtful && { doubtful }), ...(rightToLeft && { rightToLeft }) };
  return {
    page: { number, width, height, flow: false, runs, ...drawn, ...says },
    hidden: describeHidden(number, spans, hidden, runs),
    scan,
    unsure,
    sight: { pictures: pictureShare({ crop, paints }), shapes: paints.length },
  };
}

/** How far to turn the page so that most of its text stands upright (text drawn sideways on an upright page). */
function turnToUpright(spans: readonly Span[]): PageOutput['turn'] {
  const glyphs = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const {
    along,
    font,
    glyphs: { length },
  } of spans) {
    if (font.vertical) glyphs[0] += length;
    else if (Math.abs(along[0]) > Math.abs(along[1])) glyphs[along[0] > 0 ? 0 : 180] += length;
    else glyphs[along[1] > 0 ? 270 : 90] += length;
  }
  const total = glyphs[0] + glyphs[90] + glyphs[180] + glyphs[270];
  const turns = [90, 180, 270] as const;
  return turns.find((turn) => glyphs[turn] > 0.6 * total) ?? 0;
}

const isUpright = (span: Span): boolean => span.along[0] > 0.98;

function toRun({ text, x, y, width, span }: ReadPiece): TextRun {
  const [fill] = span.colors;
  return {
    text,
    x: round(x),
    y: round(y),
    width: round(width),
    size: round(span.size),
    bold: span.font.bold || span.mode % 4 === 2,
    italic: span.font.italic || Math.abs(span.up[0]) > 0.1,
    ...(fill ? { color: toHexColor(fill) } : {}),
  };
}

/** Bullets stand right of what they mark where text is read from there. */
function markFromRight(
  runs: readonly TextRun[],
  { paints, rings, width }: { paints: readonly Paint[]; rings: readonly Box[]; width: number },
): TextRun[] {
  const turn = ([x0, y0, x1, y1]: Box): Box => [width - x1, y0, width - x0, y1];
  const turned = paints.map((paint) => ({ ...paint, box: turn(paint.box) }));
  return mirrored(markDrawnBullets(mirrored(runs, width), turned, rings.map(turn)), width);
}

function toRuns(span: Span, cuts: readonly number[] = []): TextRun[] {
  const upright = isUpright(span);
  const [fill] = span.colors;
  return makePieces(span, cuts).map((piece) => {
    const start = pointOn(span, piece.at, 0);
    const box = boxOf([start, pointOn(span, piece.at + piece.width, 0), pointOn(span, piece.at, span.size)]);
    return {
      text: piece.text,
      x: round(upright ? start[0] : box[0]),
      y: round(upright ? start[1] : box[3]),
      width: round(upright ? piece.width : box[2] - box[0]),
      size: round(span.size),
      bold: span.font.bold || span.mode % 4 === 2,
      italic: span.font.italic || (upright && Math.abs(span.up[0]) > 0.1),
      ...(fill ? { color: toHexColor(fill) } : {}),
      ...(Math.abs(span.along[1]) > 0.98 && !span.font.vertical
        ? { sideways: true as const, length: round(box[3] - box[1]) }
        : {}),
    };
  });
}

/** The same words drawn twice on (nearly) the same place are a shadow or a poor man's bold: the reader sees them once. */
function withoutShadows(runs: readonly TextRun[]): TextRun[] {
  const seen = new Map<string, TextRun[]>();
  return runs.filter((run) => {
    const twins = seen.get(run.text) ?? [];
    seen.set(run.text, twins);
    const twin = twins.find((other) => isSamePlace(run, other));
    if (!twin) twins.push(run);
    return !twin;
  });
}

function isSamePlace(a: TextRun, b: TextRun): boolean {
  const reach = 0.2 * Math.max(a.size, b.size);
  return Math.abs(a.x - b.x) < reach && Math.abs(a.y - b.y) < reach;
}

function toRules(paints: readonly Paint[], crop: Box, index: PaintIndex): Rule[] {
  return paints.flatMap((paint) => {
    const rule = paint.kind === 'stencil' || paint.alpha < 0.06 ? undefined : asRule(paint.box);
    if (!rule || rule.x > crop[2] || rule.y > crop[3]) return [];
    const ground = groundAt([rule.x + rule.width / 2, rule.y + rule.height / 2], paint.order - 1, index);
    const unseen = paint.color && ground && isUnseen(paint.color, ground);
    return unseen ? [] : [{ x: round(rule.x), y: round(rule.y), width: round(rule.width), height: round(rule.height) }];
  });
}

/** Neighbours hidden in the same way are one find. Marks without letters, and shadows of visible words, are none. */
function describeHidden(
  page: number,
  spans: readonly Span[],
  hidden: ReadonlyMap<Span, HidingTechnique>,
  visible: readonly TextRun[],
): HiddenText[] {
  const finds: HiddenText[] = [];
  let before: HidingTechnique | undefined;
  for (const span of spans) {
    const technique = hidden.get(span);
    const text = technique
      ? toRuns(span)
          .filter((run) => !isShadow(run, visible))
          .map((run) => run.text)
          .join(' ')
      : '';
    const last = finds.at(-1);
    if (technique && text) {
      if (last && before === technique) last.text += ` ${text}`;
      else finds.push({ technique, text, page });
    }
    before = text ? technique : before;
  }
  return finds.filter((find) => (find.text.match(SIGNIFICANT)?.length ?? 0) >= MARK);
}

function isShadow(run: TextRun, visible: readonly TextRun[]): boolean {
  return visible.some(
    (other) => other.text === run.text && Math.abs(other.x - run.x) < run.size / 2 && Math.abs(other.y - run.y) < run.size / 2,
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
