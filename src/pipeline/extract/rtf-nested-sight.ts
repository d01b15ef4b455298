/**
 * What is behind the text of a table in a cell is said after its cells (`\nesttableprops … \clcbpat`): until then it is judged by the
 * ground of the outer cell, and judged again when its row ends (rule A1).
 */
import type { InlineRun } from './blocks.ts';
import { eitherGround, type Ground, groundOf, hidingOf } from './text-grounds.ts';

/** A run that stands on nothing nearer than the ground of its cell. */
interface Waiting {
  run: InlineRun;
  /** The shapes that may lie behind it. */
  shapes: Ground;
  /** Its cell in the row that ends next. */
  cell: number;
}

export class RtfNestedSight {
  private paragraph: Waiting[] = [];
  /** By the depth of the row that tells next. */
  private readonly rows = new Map<number, Waiting[]>();

  add(run: InlineRun, shapes: Ground): void {
    this.paragraph.push({ run, shapes, cell: 0 });
  }

  /** Whether the run, the last of its paragraph, waits for its row. */
  holds(run: InlineRun): boolean {
    return this.paragraph.at(-1)?.run === run;
  }

  endParagraph(depth: number, cell: number): void {
    this.closeTo(depth);
    if (depth > 1) this.wait(depth, this.paragraph, cell);
    this.paragraph = [];
  }

  /** Tables that lie deeper are over: of a row that did not end nothing is told. */
  closeTo(depth: number): void {
    for (const deeper of this.rows.keys()) if (deeper > depth) this.rows.delete(deeper);
  }

  /** `grounds`: those of its cells; where a cell has none, the row around it tells, whose cell `outerCell` this table stands in. */
  endRow(depth: number, grounds: readonly (string | undefined)[], outerCell: number): void {
    const row = this.rows.get(depth) ?? [];
    this.rows.delete(depth);
    const open = row.filter((waiting) => !settle(waiting, groundOf(grounds[waiting.cell], undefined)));
    if (depth > 2) this.wait(depth - 1, open, outerCell);
  }

  private wait(depth: number, runs: readonly Waiting[], cell: number): void {
    if (runs.length === 0) return;
    const row = this.rows.get(depth) ?? [];
    for (const waiting of runs) row.push(Object.assign(waiting, { cell }));
    this.rows.set(depth, row);
  }
}

/** Whether the cell has a ground, by which the run was judged. */
function settle({ run, shapes }: Waiting, ground: Ground): boolean {
  if (!ground) return false;
  const hidden = hidingOf({ color: run.style.color }, shapes && eitherGround(ground, shapes));
  if (hidden) run.hidden = hidden;
  else delete run.hidden;
  return true;
}
