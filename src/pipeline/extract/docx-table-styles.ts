/** What a table style of a DOCX does to each cell: its shading, and the look of its text. */
import { type RunLook, twips } from './docx-styles.ts';
import type { XmlElement } from './read-xml.ts';
import { eitherGround, type Ground, groundOf } from './text-grounds.ts';
import type { Room } from './text-room.ts';

/** A part of a table style: the whole table, or one of `w:tblStylePr` by its type (`firstRow`, `band1Horz`, …). */
export interface TablePart {
  /** Shading of the cells. */
  ground?: string;
  run: RunLook;
}

export interface TableStyle {
  whole: TablePart;
  parts: ReadonlyMap<string, TablePart>;
  /** Rows and columns of one band. */
  bandRows: number;
  bandColumns: number;
}

/** Which parts a table asks for (`w:tblLook`). */
export type TableLook = ReadonlySet<string>;

const FLAGS: readonly (readonly [name: string, bit: number, wanted: boolean, part: string])[] = [
  ['firstRow', 0x20, true, 'firstRow'],
  ['lastRow', 0x40, true, 'lastRow'],
  ['firstColumn', 0x80, true, 'firstCol'],
  ['lastColumn', 0x100, true, 'lastCol'],
  ['noHBand', 0x200, false, 'Horz'],
  ['noVBand', 0x400, false, 'Vert'],
];

/** Reads `w:tblLook`: single attributes, or bits in hexadecimal digits. */
export function readTableLook(attribute: (name: string) => string | undefined): TableLook {
  const bits = Number.parseInt(attribute('w:val') ?? '0', 16) || 0;
  const parts = FLAGS.filter(([name, bit, wanted]) => {
    const value = attribute(`w:${name}`);
    const on = value === undefined ? (bits & bit) !== 0 : value === '1' || value === 'true' || value === 'on';
    return on === wanted;
  });
  return new Set(parts.map(([, , , part]) => part));
}

/** Where a floating or an indented table stands (`w:tblpPr`, `w:tblInd`). */
export function placeOfTable(element: XmlElement): Room {
  const points = (name: string) => twips(element.attribute(name));
  return { left: points('w:tblpX') ?? points('w:w'), top: points('w:tblpY') };
}

/** Word's own choice where a table does not say. */
export const USUAL_LOOK: TableLook = new Set(['firstRow', 'firstCol', 'Horz']);

export interface CellPlace {
  row: number;
  column: number;
  /** How many rows the table has, and cells its row. */
  rows: number;
  cells: number;
}

/** Ground and text of a cell. Where rows and columns both shade a cell, either may win. */
export function lookOfCell(
  style: TableStyle,
  look: TableLook,
  place: CellPlace,
  before: Ground,
): { ground: Ground; run: RunLook } {
  let ground = groundOf(style.whole.ground, before);
  const run = { ...style.whole.run };
  for (const names of partsOf(style, look, place)) {
    const parts = names.flatMap((name) => style.parts.get(name) ?? []);
    const shaded = parts.map((part) => groundOf(part.ground, undefined)).filter((one) => one !== undefined);
    if (shaded.length > 0) ground = shaded.reduce<Ground>(eitherGround, []);
    for (const part of parts) Object.assign(run, part.run);
  }
  return { ground, run };
}

/** Names of parts that hold for the cell, the weakest first; those of one list are of the same strength. */
function partsOf(style: TableStyle, look: TableLook, place: CellPlace): string[][] {
  const { row, column, rows, cells } = place;
  const [first, last] = [look.has('firstRow') && row === 0, look.has('lastRow') && row === rows - 1];
  const [left, right] = [look.has('firstCol') && column === 0, look.has('lastCol') && column === cells - 1];
  const bands = [
    ...(look.has('Vert') ? [bandOf(column - (look.has('firstCol') ? 1 : 0), style.bandColumns, 'Vert')] : []),
    ...(look.has('Horz') ? [bandOf(row - (look.has('firstRow') ? 1 : 0), style.bandRows, 'Horz')] : []),
  ];
  const edges = [
    ...(left ? ['firstCol'] : []),
    ...(right ? ['lastCol'] : []),
    ...(first ? ['firstRow'] : []),
    ...(last ? ['lastRow'] : []),
  ];
  const corner = (vertical: boolean, side: boolean, name: string) => (vertical && side ? [name] : []);
  const corners = [
    ...corner(first, left, 'nwCell'),
    ...corner(first, right, 'neCell'),
    ...corner(last, left, 'swCell'),
    ...corner(last, right, 'seCell'),
  ];
  return [['wholeTable'], bands, edges, corners];
}

function bandOf(index: number, size: number, way: string): string {
  return `band${Math.floor(Math.max(0, index) / Math.max(1, size)) % 2 === 0 ? 1 : 2}${way}`;
}
