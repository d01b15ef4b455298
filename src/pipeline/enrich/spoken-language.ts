import { listCell, readTable } from './read-table.ts';
import { tokenizeWords, type Word } from './tokenize-words.ts';

export interface SpokenLanguage {
  /** ISO 639-1. */
  code: string;
  /** English name. */
  name: string;
}
export interface SpokenLanguageIndex {
  names: ReadonlyMap<string, SpokenLanguage>;
  longest: number;
}

export function loadSpokenLanguages(): SpokenLanguageIndex {
  const names = new Map<string, SpokenLanguage>();
  let longest = 1;
  for (const row of readTable('spoken-languages.tsv')) {
    const language = { code: row('code'), name: row('name') };
    for (const name of [language.name, ...listCell(row('names'))]) {
      const words = tokenizeWords(name);
      longest = Math.max(longest, words.length);
      const key = words.map((word) => word.folded).join(' ');
      if (!names.has(key)) names.set(key, language);
    }
  }
  return { names, longest };
}

/** `Deutschkenntnisse`, `英语` + level: what German glues to the name. */
const GLUED = /(?:sprach)?kenntnisse?n?$/;

/** `język polski`, `Sprache: Deutsch`. */
const LANGUAGE_WORDS = new Set([
  ...'اللغه لغه اللغة زبان שפה שפת ภาษา tieng ngon bahasa kalba valoda keel язык мова език jezik भाषा γλωσσα nyelv dil limba sprak sprog kieli'.split(
    ' ',
  ),
  ...['jezyk', 'lingua', 'langue', 'idioma', 'sprache', 'taal', 'language'],
]);

/** `日文`, `德文`: the written language stands for the spoken one. */
function writtenLanguage(index: SpokenLanguageIndex, key: string): SpokenLanguage | undefined {
  if (!key.endsWith(' 文')) return undefined;
  const stem = key.slice(0, -1);
  return index.names.get(`${stem}语`) ?? index.names.get(`${stem}語`) ?? index.names.get(`${stem}本 語`);
}

/** A spoken language named at the start of a text (`German (C1)`) and what follows it. */
export function readSpokenLanguage(index: SpokenLanguageIndex, text: string): (SpokenLanguage & { rest: string }) | undefined {
  const words = tokenizeWords(text.slice(0, 80));
  const behindWord = words.length > 1 && LANGUAGE_WORDS.has(words[0]?.folded ?? '') ? words.slice(1) : undefined;
  return (behindWord && languageAt(index, text, behindWord)) ?? languageAt(index, text, words);
}

function languageAt(
  index: SpokenLanguageIndex,
  text: string,
  words: readonly Word[],
): (SpokenLanguage & { rest: string }) | undefined {
  for (let count = Math.min(index.longest, words.length); count > 0; count--) {
    const phrase = words.slice(0, count);
    const end = phrase.at(-1)?.end ?? 0;
    const key = phrase.map((word) => word.folded).join(' ');
    const language = index.names.get(key) ?? index.names.get(key.replace(GLUED, '')) ?? writtenLanguage(index, key);
    if (language !== undefined && phrase.every((word, position) => position === 0 || !word.broken))
      return {
        ...language,
        rest: text
          .slice(end)
          .replace(/^[\s:,–—-]+/u, '')
          .trim(),
      };
  }
  return undefined;
}
