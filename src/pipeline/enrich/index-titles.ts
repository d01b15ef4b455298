import { foldText } from '../../domain/fold-text.ts';
import type { CareerLevel } from '../../domain/resume.ts';
import type { Row } from './read-table.ts';
import { listCell, readTable } from './read-table.ts';
import type { LevelPiece, TitleEntry, TitlePiece } from './title-pieces.ts';
import { careerLevel } from './title-pieces.ts';
import { foldedWords } from './tokenize-words.ts';

/** What `data/index` holds for titles: folded words joined by a space, or `-` and the tail of a compound, → what they can be. */
export function indexTitles(): Map<string, TitleEntry> {
  const entries = new Map<string, TitleEntry>();
  for (const row of readTable('title-fields.tsv')) addField(entries, row);
  for (const row of readTable('title-levels.tsv')) addLevel(entries, row);
  for (const row of readTable('title-heads.tsv')) addHead(entries, row);
  for (const row of readTable('titles.tsv')) addTitle(entries, row);
  return entries;
}

function addField(entries: Map<string, TitleEntry>, row: Row): void {
  const piece = { name: row('field'), function: row('function') };
  for (const form of [piece.name, ...listCell(row('forms'))].filter((written) => written !== '')) {
    entryOf(entries, form).field ??= piece;
  }
}

function addLevel(entries: Map<string, TitleEntry>, row: Row): void {
  const piece: LevelPiece = { level: careerLevel(row('level')), position: row('position') === 'before' ? 'before' : 'any' };
  for (const form of listCell(row('forms'))) entryOf(entries, form).level ??= piece;
}

function addHead(entries: Map<string, TitleEntry>, row: Row): void {
  const piece: TitlePiece = {
    kind: row('kind') === 'own' ? 'own' : 'open',
    name: row('head'),
    function: row('function'),
    level: careerLevel(row('level')),
  };
  for (const form of listCell(row('forms'))) {
    if (form.startsWith('-')) entries.set(`-${foldText(form.slice(1))}`, { title: piece });
    else entryOf(entries, form).title ??= piece;
  }
}

/** `chef de partie@mid`: an alias may say its own level. Without one, the words of the alias do (`Head of marketing`). */
function addTitle(entries: Map<string, TitleEntry>, row: Row): void {
  const name = row('title');
  const level = careerLevel(row('level'));
  for (const form of [name, ...listCell(row('aliases'))]) {
    const [phrase = '', own] = form.split('@');
    const worded = wordsLevel(entries, titleKey(phrase));
    // `VP of sales` stands in the row of the sales manager but says more.
    const higher = level === 'lead' && worded === 'executive' ? worded : level;
    const said = careerLevel(own) ?? higher ?? worded;
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
export function titleKey(form: string): string {
  return foldedWords(form).join(' ');
}
