import { foldText } from '../../domain/fold-text.ts';
import type { CareerLevel } from '../../domain/resume.ts';
import type { Row } from './read-table.ts';
import { listCell, readTable } from './read-table.ts';
import { foldedWords } from './tokenize-words.ts';

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
export interface TitleIndex {
  /** Folded words joined by a space. */
  entries: ReadonlyMap<string, TitleEntry>;
  /** Every folded word of every phrase. */
  vocabulary: ReadonlySet<string>;
  longest: number;
  /** Tails of compounds (`ingenieur`, `leiter`), longest first. */
  tails: readonly { tail: string; piece: TitlePiece }[];
  /** Heads of compounds (`maschinenbau`), for what is left before a tail. */
  fields: ReadonlyMap<string, FieldPiece>;
  /** Function → neighbouring functions. */
  neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** Area of the skill dictionary → function. */
  areas: ReadonlyMap<string, string>;
}

/** Reads the five title tables. */
export function loadTitles(): TitleIndex {
  const entries = new Map<string, TitleEntry>();
  const tails: { tail: string; piece: TitlePiece }[] = [];
  const fields = new Map<string, FieldPiece>();
  for (const row of readTable('title-fields.tsv')) addField(entries, fields, row);
  for (const row of readTable('title-levels.tsv')) addLevel(entries, row);
  for (const row of readTable('title-heads.tsv')) addHead(entries, tails, row);
  for (const row of readTable('titles.tsv')) addTitle(entries, row);
  const phrases = [...entries.keys()].map((key) => key.split(' '));
  return {
    entries,
    vocabulary: new Set(phrases.flat()),
    longest: Math.max(...phrases.map((words) => words.length)),
    tails: tails.sort((a, b) => b.tail.length - a.tail.length),
    fields,
    ...loadFunctions(),
  };
}

function addField(entries: Map<string, TitleEntry>, fields: Map<string, FieldPiece>, row: Row): void {
  const piece = { name: row('field'), function: row('function') };
  for (const form of [piece.name, ...listCell(row('forms'))]) {
    entryOf(entries, form).field ??= piece;
    fields.set(foldText(form).replaceAll(/[^a-z0-9]/g, ''), piece);
  }
}

function addLevel(entries: Map<string, TitleEntry>, row: Row): void {
  const piece: LevelPiece = { level: careerLevel(row('level')), position: row('position') === 'before' ? 'before' : 'any' };
  for (const form of listCell(row('forms'))) entryOf(entries, form).level ??= piece;
}

function addHead(entries: Map<string, TitleEntry>, tails: { tail: string; piece: TitlePiece }[], row: Row): void {
  const piece: TitlePiece = {
    kind: row('kind') === 'own' ? 'own' : 'open',
    name: row('head'),
    function: row('function'),
    level: careerLevel(row('level')),
  };
  for (const form of listCell(row('forms'))) {
    if (form.startsWith('-')) tails.push({ tail: foldText(form.slice(1)), piece });
    else entryOf(entries, form).title ??= piece;
  }
}

/** `chef de partie@mid`: an alias may say its own level. Without one, the words of the alias do (`Head of marketing`). */
function addTitle(entries: Map<string, TitleEntry>, row: Row): void {
  const name = row('title');
  const level = careerLevel(row('level'));
  for (const form of [name, ...listCell(row('aliases'))]) {
    const [phrase = '', own] = form.split('@');
    const said = careerLevel(own) ?? level ?? wordsLevel(entries, titleKey(phrase));
    entryOf(entries, phrase).title = { kind: 'title', name, function: row('function'), level: said };
  }
}

function wordsLevel(entries: Map<string, TitleEntry>, key: string): CareerLevel | undefined {
  const words = key.split(' ');
  const pairs = words.slice(1).map((word, position) => `${words[position] ?? ''} ${word}`);
  for (const word of words.length === 1 ? [] : [...pairs, ...words]) {
    const entry = entries.get(word);
    const level = entry?.level?.position === 'any' ? entry.level.level : undefined;
    const head = entry?.title?.kind === 'open' && entry.title.level !== 'student' ? entry.title.level : undefined;
    if (level !== undefined || head !== undefined) return level ?? head;
  }
  return undefined;
}

function entryOf(entries: Map<string, TitleEntry>, form: string): TitleEntry {
  const key = titleKey(form);
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry: TitleEntry = {};
  entries.set(key, entry);
  return entry;
}

/** Key of a phrase in the title tables. */
function titleKey(form: string): string {
  return foldedWords(form).join(' ');
}

function careerLevel(cell: string | undefined): CareerLevel | undefined {
  return CAREER_LEVELS.find((level) => level === cell);
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
