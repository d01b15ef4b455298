import { readKeyTable } from './key-table.ts';
import { listCell, readTable } from './read-table.ts';
import type { TitleEntry, TitlePiece } from './title-pieces.ts';
import { decodeEntry } from './title-pieces.ts';

export interface TitleIndex {
  /** What folded words joined by a space can be. */
  entry(key: string): TitleEntry | undefined;
  /** Every folded word of every phrase. */
  vocabulary: ReadonlySet<string>;
  longest: number;
  /** Tails of compounds (`ingenieur`, `leiter`). */
  tails: ReadonlyMap<string, TitlePiece>;
  /** How long tails are, longest first. */
  tailLengths: readonly number[];
  /** Function → neighbouring functions. */
  neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** Area of the skill dictionary → function. */
  areas: ReadonlyMap<string, string>;
}

/** Reads the generated index of the title tables, and the functions. */
export function loadTitles(): TitleIndex {
  const lines = readKeyTable('index/titles.tsv');
  const decoded = new Map<string, TitleEntry>();
  const entry = (key: string): TitleEntry | undefined => {
    const line = lines.get(key);
    if (line === undefined) return undefined;
    const known = decoded.get(key) ?? decodeEntry(line);
    decoded.set(key, known);
    return known;
  };
  const phrases = Array.from(lines.keys(), (key) => key.split(' '));
  return {
    entry,
    vocabulary: new Set(phrases.flat()),
    longest: Math.max(...phrases.map((words) => words.length)),
    ...readTails(lines),
    ...loadFunctions(),
  };
}

function readTails(lines: ReadonlyMap<string, string>): Pick<TitleIndex, 'tails' | 'tailLengths'> {
  const tails = new Map<string, TitlePiece>();
  for (const [key, line] of lines) {
    const piece = key.startsWith('-') ? decodeEntry(line).title : undefined;
    if (piece !== undefined) tails.set(key.slice(1), piece);
  }
  const lengths = new Set(Array.from(tails.keys(), (tail) => tail.length));
  return { tails, tailLengths: [...lengths].sort((a, b) => b - a) };
}

function loadFunctions(): Pick<TitleIndex, 'neighbours' | 'areas'> {
  const neighbours = new Map<string, Set<string>>();
  const areas = new Map<string, string>();
  for (const row of readTable('functions.tsv')) {
    const name = row('function');
    for (const other of listCell(row('neighbours'))) {
      link(neighbours, name, other);
      link(neighbours, other, name);
    }
    for (const area of listCell(row('areas'))) areas.set(area, name);
  }
  return { neighbours, areas };
}

function link(neighbours: Map<string, Set<string>>, from: string, to: string): void {
  const known = neighbours.get(from) ?? new Set<string>();
  neighbours.set(from, known.add(to));
}
