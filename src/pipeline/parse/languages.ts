/** Languages sections: `English (Fluent), German – C1`, one language a line with the level below, or in columns. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type Found, found } from './found.ts';
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
const METER = /[●○◉◎★☆■□▪▫⬤◯•]{2,}/g;
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
  const language =
    shaped && LEVELISH.test(String(shaped[2] ?? shaped[3] ?? shaped[4])) ? found(String(shaped[1]), [line], 0.8) : undefined;
  return language && shaped
    ? { language, fluency: found(String(shaped[2] ?? shaped[3] ?? shaped[4]), [line], 0.8), x }
    : undefined;
}
/** Beside other languages, a capitalised word with a level is one more, whatever the dictionary knows: `Occitan, notions`. */
function readUnknown(name: string, level: string, line: Line, x: number): LanguageFound | undefined {
  if (!/^\p{Lu}\p{Ll}{2,14}$/u.test(name) || LEVELISH.test(name) || !LEVELISH.test(level)) return undefined;
  const language = found(name, [line], 0.75);
  return language ? { language, fluency: found(unbracket(level), [line], 0.8), x } : undefined;
}

/** `Igbo (fluent)`, `Te reo Māori – conversational`: a name of up to three words with its level. */
const SHAPED = /^(\p{Lu}\p{L}{1,14}(?:\s\p{L}{2,14}){0,2})(?:\s*[(（]([^)）]+)[)）]|\s+[–—-]\s(.+)|\s*[:：]\s*(.+))$/u;

/** A language that the dictionary does not know, with a level of one. */
function isShapedLikeLanguage(text: string): boolean {
  const [, , ...levels] = SHAPED.exec(text) ?? [];
  return LEVELISH.test(levels.find((level) => level !== undefined) ?? '');
}

const LEVELISH =
  /\b(?:[abc][12]|native|fluent|basic|conversational|professional|working|intermediate|advanced|elementary|beginner|bilingual|proficient|mother|good|mutter|fließend|verhandlung|grund|gut|courant|maternelle|notions|bilingue|nativo|fluido|básico|fluente|madrelingua|moedertaal|vloeiend|ojczysty|biegły)/iu;

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
      if (stands && /^\p{Lu}\p{Ll}{2,14}$/u.test(s.text) && !LEVELISH.test(s.text)) siblings.add(s);
    }
  }
  return siblings;
}

function readSibling(segment: Segment, line: Line): LanguageFound | undefined {
  const language = found(segment.text, [line], 0.75);
  return language && { language, x: segment.x };
}

/** `Python` below `Latin` is a skill that slipped in, and says nothing of how well. */
const isSkillAlone = (part: string, taxonomy: Taxonomy): boolean =>
  !LEVELISH.test(part) && !/\d/.test(part) && !isSkillLevel(part) && taxonomy.lookupSkill(part) !== undefined;

/** `English: native – Welsh: fluent`: dashes and slashes part languages where a known one opens nearly every part, commas elsewhere. */
function itemsOf(text: string, taxonomy: Taxonomy): string[] {
  const parts = splitStrong(text);
  const spoken = parts.filter((part) => taxonomy.spokenLanguage(part) !== undefined).length;
  const dashed = spoken >= 2 && spoken >= KNOWN_SHARE * parts.length;
  return dashed ? parts.flatMap(splitList) : splitList(text);
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
    const parts = line.segments.flatMap((segment) => itemsOf(segment.text, taxonomy));
    for (const segment of line.segments) {
      for (const part of itemsOf(segment.text, taxonomy)) {
        const item =
          readItem(part, line, segment.x, taxonomy) ??
          (siblings.has(segment) ? readSibling(segment, line) : undefined) ??
          (parts.length === 2 && part === parts[0] ? readUnknown(part, parts[1] ?? '', line, segment.x) : undefined);
        if (item) here.push(item);
        else if (isSkillAlone(part, taxonomy)) continue;
        else if (here.length > 0 && part.length < 40 && here.at(-1)?.fluency === undefined)
          attachLevels([{ text: part, x: segment.x, line }], here.slice(-1));
        else if (part.length < 60) levels.push({ text: part, x: segment.x, line });
      }
    }
    if (here.length === 0) attachLevels(levels, open);
    else open = here;
    all.push(...here);
  }
  const seen = new Set<string>();
  return all.filter((l) => !seen.has(l.language.value.toLowerCase()) && seen.add(l.language.value.toLowerCase()));
}

/** Languages and nothing else, perhaps with how well: `Arabic, English (fluent)`. */
function isListOfLanguages(segment: Segment, taxonomy: Taxonomy): boolean {
  const spoken = splitList(segment.text).map((part) => taxonomy.spokenLanguage(part));
  return spoken.length >= LEAST_LISTED && spoken.every((one) => one && (one.rest === '' || LEVELISH.test(one.rest)));
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
