/** Languages sections: `English (Fluent), German – C1`, one language a line with the level below, or in columns. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type Found, found } from './found.ts';
import { opensWithLevel, saysLevel } from './language-level.ts';
import type { Line, Segment } from './line.ts';
import { isSkillLevel } from './skill-level.ts';
import { partTags } from './skill-rows.ts';
import { splitList, splitStrong } from './split-list.ts';

export interface LanguageFound {
  language: Found;
  fluency?: Found;
  x: number;
}

const AROUND = /^[\s,;:：.–—()（）[\]|/-]+|[\s,;:：–—(（[|/-]+$/gu;
const METER = /[●○◉◎★☆■□▪▫⬤◯•](?:\s?[●○◉◎★☆■□▪▫⬤◯•])+/g;
/** Bracketed as a whole: `(Fluent)` → `Fluent`, `C1 (TOEFL 110)` stays. */
const unbracket = (text: string): string =>
  text
    .replace(METER, '')
    .replace(/([)）])\s*[.,;]$/u, '$1')
    .replace(AROUND, '')
    .replace(/^\(?([^()（）]+)[)）]$/u, '$1')
    .trim();

const NATIVE_LABEL =
  /^(mother tongue|native language|native|first language|muttersprache|langue maternelle|lengua materna|língua materna|madrelingua|lingua madre|moedertaal|język ojczysty|母语|母語)(?:\(?s\)?|en)?\s*[:：–-]?\s+/iu;
const OTHER_LABEL =
  /^(?:other languages?|foreign languages?|weitere sprachen|fremdsprachen|autres langues|otros idiomas|altre lingue|outras línguas)\s*[:：]\s*/iu;

/** `Fluency: native` below or beside a language: the word for how well is no language. */
const LEVEL_LABEL =
  /^(?:fluency|level|language level|proficiency|skill level|niveau|sprachniveau|kenntnisstand|kenntnisse|ma[iî]trise|nivel|n[ií]vel|livello|dominio|beheersing|poziom|nivå|ferdighet|taso|úroveň|úroveň znalosti|nivelul|szint|seviye|уровень|рівень|επίπεδο|水平|程度|レベル|수준)\s*[:：]\s*(?=\S)/iu;

function readItem(text: string, line: Line, x: number, taxonomy: Taxonomy): LanguageFound | undefined {
  const native = NATIVE_LABEL.exec(text);
  const plain = text.replace(NATIVE_LABEL, '').replace(OTHER_LABEL, '').trim();
  const spoken = taxonomy.spokenLanguage(plain);
  if (spoken) {
    const printed = plain.slice(0, plain.length - spoken.rest.length).replace(AROUND, '');
    const language = found(printed || spoken.name, [line], 0.97);
    const level = unbracket(spoken.rest) || (native ? String(native[1]) : '');
    return language ? { language, fluency: found(level, [line], 0.9), x } : undefined;
  }
  // A language that the dictionary does not know, written like the others: `Igbo (fluent)`.
  const shaped = SHAPED.exec(plain);
  const level = shaped?.slice(2).find((one) => one !== undefined) ?? '';
  const [, name = ''] = shaped ?? [];
  const language = saysLevel(level) && !saysLevel(name) && !SAYS_LANGUAGE.test(name) ? found(name, [line], 0.8) : undefined;
  return language && { language, fluency: found(level, [line], 0.8), x };
}
/** What a language may be called that the dictionary does not know: up to three words, or a few letters of scripts without blanks. */
const UNKNOWN =
  /^(?:\p{L}\p{Ll}{2,14}(?:[ -]\p{L}\p{Ll}{2,14}){0,2}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}ー]{1,8}[語语文話话어]|방언)$/u;

/** `Langue   Niveau`: heads of a table. */
const SAYS_LANGUAGE =
  /^(?:languages?|langues?|sprachen?|idiomas?|lenguas?|lingu[ae]|língua|taal|talen|język(?:i)?|språk|sprog|kieli|jazyk|limb[ăa]|nyelv|dil|язык|мова|言語|語言|语言)$/iu;

/** Under such a heading a word with a level is a language, whatever the dictionary knows: `Occitan, notions`, `Haitian Creole   Advanced`. */
function readUnknown(name: string, level: string, line: Line, x: number): LanguageFound | undefined {
  if (!UNKNOWN.test(name) || SAYS_LANGUAGE.test(name) || saysLevel(name) || !opensWithLevel(level)) return undefined;
  const language = found(name, [line], 0.75);
  return language ? { language, fluency: found(unbracket(level), [line], 0.8), x } : undefined;
}

/** `Igbo (fluent)`, `Te reo Māori – conversational`: a name of up to three words with its level. */
const SHAPED = /^(\p{L}{2,15}(?:\s\p{L}{2,14}){0,2})(?:\s*[(（]([^)）]+)[)）]|\s+[–—-]\s(.+)|\s*[:：]\s*(.+))$/u;

/** No language with its level is longer. */
const LONGEST = 80;

/** `Maya yucateco conversacional`: where the words for how well begin; -1 where no name stands before them, or none behind. */
function levelBehind(text: string): number {
  if (text.length > LONGEST) return -1;
  const starts = [...text.matchAll(/\s+(?=\S)/gu)].map(({ index }) => index);
  return starts.find((at) => opensWithLevel(text.slice(at)) && UNKNOWN.test(text.slice(0, at))) ?? -1;
}

/** A language that the dictionary does not know, with a level of one. */
function isShapedLikeLanguage(text: string): boolean {
  const [, name = '', ...levels] = SHAPED.exec(text) ?? [];
  return !saysLevel(name) && saysLevel(levels.find((level) => level !== undefined) ?? '');
}

/** Levels printed below or beside their language. */
function attachLevels(levels: readonly { text: string; x: number; line: Line }[], open: LanguageFound[]): void {
  for (const level of levels) {
    const free = open.filter((l) => !l.fluency);
    const target = free.length > 1 ? free.sort((a, b) => Math.abs(a.x - level.x) - Math.abs(b.x - level.x))[0] : free[0];
    if (target) target.fluency = found(unbracket(level.text), [level.line], 0.85);
  }
}

/** So much of what is set in one style must be languages that the dictionary knows for the rest to be languages too. */
const KNOWN_SHARE = 0.6;

const styleOf = (s: Segment): string => [Math.round(s.size * 4), s.bold, s.italic, s.color ?? ''].join('/');

/** Lone words set as the languages beside or above them are, levels being set otherwise: `Breton` under **Français** and **Anglais**. */
function unknownSiblings(lines: readonly Line[], taxonomy: Taxonomy): ReadonlySet<Segment> {
  const segments = lines.filter((line) => !line.flow).flatMap((line) => line.segments);
  const siblings = new Set<Segment>();
  for (const group of Map.groupBy(segments, styleOf).values()) {
    const known = group.filter((s) => taxonomy.spokenLanguage(s.text)?.rest === '');
    if (known.length < LEAST_LISTED || known.length < KNOWN_SHARE * group.length) continue;
    for (const s of group) {
      const stands = known.some((one) => Math.abs(one.x - s.x) < 2 || Math.abs(one.y - s.y) < 1);
      if (stands && /^\p{Lu}\p{Ll}{2,14}$/u.test(s.text) && !saysLevel(s.text)) siblings.add(s);
    }
  }
  return siblings;
}

function readBehind(text: string, line: Line, x: number): LanguageFound | undefined {
  const at = levelBehind(text);
  return at < 0 ? undefined : readUnknown(text.slice(0, at), text.slice(at).trim(), line, x);
}

function readSibling(segment: Segment, line: Line): LanguageFound | undefined {
  const language = found(segment.text, [line], 0.75);
  return language && { language, x: segment.x };
}

/** `Python` below `Latin` is a skill that slipped in, and says nothing of how well. */
const isSkillAlone = (part: string, taxonomy: Taxonomy): boolean =>
  !saysLevel(part) && !/\d/.test(part) && !isSkillLevel(part) && taxonomy.lookupSkill(part) !== undefined;

/** `英語：日常会話 ベトナム語：初級`, `English: fluent German: basic`: nothing but a blank parts one from the next. */
const NEXT_NAMED = /\s+(?=\p{L}{2,20}\s?[:：])/u;
/** `Castellano y euskera (maternos)`: two with one level. */
const PAIR = /^(\p{L}{3,16})\s(?:y|e|i|und|and|et|en|og|och|ja|a|и|та)\s(\p{L}{3,16})\s*([(（:–—-].*)$/u;

function pairOf(text: string, taxonomy: Taxonomy): string[] {
  const [, one = '', two = '', level = ''] = text.length > LONGEST ? [] : (PAIR.exec(text) ?? []);
  const known = [one, two].filter((name) => taxonomy.spokenLanguage(name)?.rest === '').length;
  return known > 0 && saysLevel(level) ? [`${one} ${level}`, `${two} ${level}`] : [text];
}

/** `English: native – Welsh: fluent`: dashes and slashes part languages where a known one opens nearly every part, commas elsewhere. */
function itemsOf(text: string, taxonomy: Taxonomy): string[] {
  const parts = splitStrong(text);
  const spoken = parts.filter((part) => taxonomy.spokenLanguage(part) !== undefined).length;
  const dashed = spoken >= 2 && spoken >= KNOWN_SHARE * parts.length;
  const items = dashed ? parts.flatMap(splitList) : splitList(text);
  return items.flatMap((item) => ((item.match(/[:：]/g)?.length ?? 0) > 1 ? item.split(NEXT_NAMED) : pairOf(item, taxonomy)));
}

/** Languages in printed order, each once. */
export function readLanguages(lines: readonly Line[], taxonomy: Taxonomy): LanguageFound[] {
  const tags = partTags(lines);
  const siblings = unknownSiblings(tags, taxonomy);
  const all: LanguageFound[] = [];
  let open: LanguageFound[] = [];
  for (const line of tags) {
    const here: LanguageFound[] = [];
    const levels: { text: string; x: number; line: Line }[] = [];
    const plain = (segment: Segment): string => segment.text.replace(LEVEL_LABEL, '');
    const parts = line.segments.flatMap((segment) => itemsOf(plain(segment), taxonomy));
    for (const segment of line.segments) {
      for (const part of itemsOf(plain(segment), taxonomy)) {
        const item =
          readItem(part, line, segment.x, taxonomy) ??
          (siblings.has(segment) ? readSibling(segment, line) : undefined) ??
          (part === parts[0] && parts.length > 1 && parts.slice(1).every(opensWithLevel)
            ? readUnknown(part, parts[1] ?? '', line, segment.x)
            : here.length === 0 && levels.length === 0
              ? readBehind(part, line, segment.x)
              : undefined);
        if (item) here.push(item);
        else if (isSkillAlone(part, taxonomy)) continue;
        else if (here.length > 0 && part.length < 40 && here.at(-1)?.fluency === undefined)
          attachLevels([{ text: part, x: segment.x, line }], here.slice(-1));
        else if (part.length < 60) levels.push({ text: part, x: segment.x, line });
      }
    }
    if (here.length === 0) attachLevels(levels, open);
    else {
      // `native   German`: the level stands first.
      const [only] = here;
      if (only && here.length === 1 && levels.length === 1) attachLevels(levels, here);
      open = here;
    }
    all.push(...here);
  }
  const seen = new Set<string>();
  return all.filter((l) => !seen.has(l.language.value.toLowerCase()) && seen.add(l.language.value.toLowerCase()));
}

/** Languages and nothing else, perhaps with how well: `Arabic, English (fluent)`. */
function isListOfLanguages(segment: Segment, taxonomy: Taxonomy): boolean {
  const spoken = splitList(segment.text).map((part) => taxonomy.spokenLanguage(part));
  return spoken.length >= LEAST_LISTED && spoken.every((one) => one && (one.rest === '' || saysLevel(one.rest)));
}
const LEAST_LISTED = 2;

/** What is left of lines of the head when only lists of languages count: `+44 20 …   Arabic, English` names two. */
export function listedLanguages(lines: readonly Line[], taxonomy: Taxonomy): Line[] {
  return lines.flatMap((line) => {
    const segments = line.segments.filter((segment) => isListOfLanguages(segment, taxonomy));
    return segments.length > 0 ? [{ ...line, segments, text: segments.map((s) => s.text).join('   ') }] : [];
  });
}

/** Languages, of which the dictionary knows at least one; the others have a level. */
export function areLanguages(parts: readonly string[], taxonomy: Taxonomy): boolean {
  const known = parts.filter((part) => taxonomy.spokenLanguage(part) !== undefined);
  return known.length > 0 && parts.every((part) => known.includes(part) || isShapedLikeLanguage(part));
}

/** A list of nothing but languages. */
export function hasLanguage(text: string, taxonomy: Taxonomy): boolean {
  return areLanguages(splitList(text), taxonomy);
}
