import type { CareerLevel } from '../../domain/resume.ts';

const CAREER_LEVELS = ['student', 'junior', 'mid', 'senior', 'lead', 'executive'] as const satisfies readonly CareerLevel[];

export interface TitlePiece {
  /** `title`: a whole title. `own`: a head noun that tells the function (`nurse`). `open`: one that takes it from its field (`manager`). */
  kind: 'title' | 'own' | 'open';
  /** English words. */
  name: string;
  function: string;
  level?: CareerLevel;
}
export interface FieldPiece {
  /** Empty where the words of a row have nothing in common but their function. */
  name: string;
  function: string;
}
export interface LevelPiece {
  level?: CareerLevel;
  /** `before`: only in front of a title (`Assistant accountant`); `any`: wherever it stands. */
  position: 'before' | 'any';
}
/** What one phrase can be. `assistant` is a head and, before another head, a level. */
export interface TitleEntry {
  title?: TitlePiece;
  field?: FieldPiece;
  level?: LevelPiece;
}

/** The level that a cell or a mark names, if any. */
export function careerLevel(cell: string | undefined): CareerLevel | undefined {
  return CAREER_LEVELS.find((level) => level === cell);
}

/** A line of the generated index: up to three pieces by `;`, their parts by `|`. */
export function encodeEntry({ title, field, level }: TitleEntry): string {
  const pieces = [
    title === undefined ? undefined : `t|${title.kind}|${title.name}|${title.function}|${title.level ?? ''}`,
    field === undefined ? undefined : `f|${field.name}|${field.function}`,
    level === undefined ? undefined : `l|${level.level ?? ''}|${level.position}`,
  ];
  return pieces.filter((piece) => piece !== undefined).join(';');
}

/** The other way round. */
export function decodeEntry(line: string): TitleEntry {
  const entry: TitleEntry = {};
  for (const piece of line.split(';')) {
    const [sort, first = '', second = '', third = '', fourth] = piece.split('|');
    if (sort === 'f') entry.field = { name: first, function: second };
    else if (sort === 'l') entry.level = { level: careerLevel(first), position: second === 'before' ? 'before' : 'any' };
    else entry.title = { kind: titleKind(first), name: second, function: third, level: careerLevel(fourth) };
  }
  return entry;
}

function titleKind(kind: string): TitlePiece['kind'] {
  return kind === 'title' || kind === 'own' ? kind : 'open';
}
