import type { DegreeLevel } from '../../domain/posting.ts';
import type { DegreeFacts } from '../../domain/taxonomy.ts';
import { listCell, readTable } from './read-table.ts';
import type { Word } from './tokenize-words.ts';
import { tokenizeWords } from './tokenize-words.ts';

const DEGREE_LEVELS = [
  'secondary',
  'vocational',
  'associate',
  'bachelor',
  'master',
  'doctorate',
] as const satisfies readonly DegreeLevel[];

interface DegreeForm {
  level: DegreeLevel;
  /** Surfaces to be met exactly (`MA`, `BP`), because the folded words are ordinary ones. */
  exact?: string;
}
export interface DegreeIndex {
  forms: ReadonlyMap<string, readonly DegreeForm[]>;
  /** First word → number of words of the longest name that starts with it. */
  longest: ReadonlyMap<string, number>;
  /** Last parts of compounds (`-perustutkinto`), which are written with a hyphen in the table. */
  tails: readonly { tail: string; form: DegreeForm }[];
}

/** A text longer than this is a paragraph, not a line about a degree. */
const LONGEST_LINE = 400;

export function loadDegrees(): DegreeIndex {
  const forms = new Map<string, DegreeForm[]>();
  const longest = new Map<string, number>();
  const tails: { tail: string; form: DegreeForm }[] = [];
  for (const row of readTable('degrees.tsv')) {
    const level = DEGREE_LEVELS.find((known) => known === row('level'));
    if (level === undefined) throw new Error(`degrees.tsv: unknown level ${row('level')}`);
    for (const written of listCell(row('forms'))) {
      if (written.startsWith('-')) {
        tails.push({ tail: tokenizeWords(written)[0]?.folded ?? '', form: { level } });
        continue;
      }
      const exact = written.startsWith('=') ? written.slice(1) : undefined;
      const words = tokenizeWords(exact ?? written);
      const key = words.map((word) => word.folded).join(' ');
      const first = words[0]?.folded ?? '';
      longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
      const form: DegreeForm = { level, exact: exact === undefined ? undefined : words.map((word) => word.surface).join(' ') };
      forms.set(key, [...(forms.get(key) ?? []), form]);
    }
  }
  return { forms, longest, tails };
}

interface DegreeMatch {
  form: DegreeForm;
  from: number;
  to: number;
}

/** The degree named first in a line, and its field. Undefined when no name of a degree is in it. */
export function readDegree(index: DegreeIndex, text: string): DegreeFacts | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const words = tokenizeWords(text);
  const matches = findDegrees(index, words);
  const first = matches[0];
  if (first === undefined) return undefined;
  const start = words[first.from]?.start ?? 0;
  const end = degreeEnd(text, words, first);
  const area = areaAfter(text, end) ?? areaBefore(text, start);
  return { level: first.form.level, studyType: text.slice(start, end).trim(), ...(area === undefined ? {} : { area }) };
}

function findDegrees(index: DegreeIndex, words: readonly Word[]): DegreeMatch[] {
  const matches: DegreeMatch[] = [];
  for (let from = 0; from < words.length; from++) {
    const match = longestAt(index, words, from);
    if (match === undefined) continue;
    matches.push(match);
    from = match.to - 1;
  }
  return matches;
}

function longestAt(index: DegreeIndex, words: readonly Word[], from: number): DegreeMatch | undefined {
  for (let count = Math.min(index.longest.get(words[from]?.folded ?? '') ?? 0, words.length - from); count > 0; count--) {
    const phrase = words.slice(from, from + count);
    const surface = phrase.map((word) => word.surface).join(' ');
    const forms = index.forms.get(phrase.map((word) => word.folded).join(' '));
    const form = forms?.find(({ exact }) => exact === undefined || exact === surface);
    if (form !== undefined && !isNumbered(surface, words[from + count])) return { form, from, to: from + count };
  }
  const word = words[from]?.folded ?? '';
  const compound = index.tails.find(({ tail }) => word.length > tail.length + 2 && word.endsWith(tail));
  return compound && { form: compound.form, from, to: from + 1 };
}

/** `BS 7671`, `AS 9100`, `MA 02139`: letters before a number name a standard or a place; before a year they may well be a degree. */
const isNumbered = (surface: string, next: Word | undefined): boolean =>
  /^\p{Lu}{2,3}$/u.test(surface) && next !== undefined && /^\d{2,}$/.test(next.surface) && !/^(?:19|20)\d\d$/.test(next.surface);

const HONOURS =
  /^[\s.,]*(?:\((?:hons?|honours|honors|eng|ord|ed|res|[A-Z][A-Za-z]{1,6})\.?\)|hons?\b\.?|honours\b|honors\b|cum laude\b)\.?/iu;

/** The name of the degree goes on over `(Hons)` and a final dot. */
function degreeEnd(text: string, words: readonly Word[], match: DegreeMatch): number {
  const end = words[match.to - 1]?.end ?? text.length;
  const honours = HONOURS.exec(text.slice(end));
  if (honours !== null) return end + honours[0].length;
  if (text[end] === ')' && text.slice(words[match.from]?.start ?? 0, end).includes('(')) return end + 1;
  return text[end] === '.' ? end + 1 : end;
}

const AREA_LEAD =
  /^\s*(?:[,:–—|/-]\s*)?(?:\(\s*)?(?:(?:degree|diploma|studies)\s+)?(?:(?:in|of|en|em|der|des|de la|de l['’]|de|d['’]|di|del|della|in der|im|zum|zur|als|fach|studiengang|fachrichtung|mention|spécialité|especialidad en|indirizzo|w zakresie|na kierunku|op het gebied van|option)(?=\s|['’]|:)['’]?:?\s*)?/iu;
const AREA_END =
  /[,;|()[\]\n\t]|\s[-–—@]\s|\s(?:at|bei|an der|from|of the university|université|universit|note|gpa|abschluss)\b|\b(?:19|20)\d\d\b/iu;

function areaAfter(text: string, end: number): string | undefined {
  const rest = text.slice(end);
  const lead = AREA_LEAD.exec(rest)?.[0] ?? '';
  return plausibleArea(rest.slice(lead.length));
}

function plausibleArea(rest: string): string | undefined {
  const area = rest.slice(0, rest.search(AREA_END) < 0 ? undefined : rest.search(AREA_END)).trim();
  const letters = area.replace(/[^\p{L}]/gu, '').length;
  return letters >= 2 && area.split(/\s+/u).length <= 9 ? area.replace(/[.,:;]+$/u, '') : undefined;
}

/** `Nursing (BSc)`, `Civil engineering, BEng`. */
function areaBefore(text: string, start: number): string | undefined {
  const before = text.slice(0, start).replace(/[\s([,:–—|-]+$/u, '');
  return before === '' ? undefined : plausibleArea(before);
}
