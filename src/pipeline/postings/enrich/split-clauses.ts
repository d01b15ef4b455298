/** Cuts running text into sentences and sentences into the things they list. */
import { foldSameLength } from '../../../domain/fold-text.ts';

/** Abbreviations of the languages read whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|z\.b|bzw|inkl|nr|ca|approx|incl|st|no|dr|mr|mrs|ms|prof|u\.a|d\.h|ggf|max|min|etc|vs|p\.ex|ex|ej|resp|abt|str|ing|dipl|sr|jr|tel|u\.s|u\.k|ph\.d|b\.sc|m\.sc|b\.a|m\.a|kat|kl|tj|np|mind|evtl|vgl|art|min|z|z\. ?[bB]|u\. ?[aA]|d\. ?h|i\. ?d[rR]|o\. ?[äÄ]|[a-z])$/u;

export function splitSentences(text: string): string[] {
  const out: string[] = [];
  let start = 0;
  for (const stop of text.matchAll(/[.!?…。！？](?=[\s"'»”)]|$)|[。！？]/gu)) {
    const before = text.slice(Math.max(start, stop.index - 12), stop.index);
    const next = text.slice(stop.index + 1, stop.index + 4).trim();
    if (stop[0] === '.' && (ABBREVIATION.test(decapitalised(before)) || (next !== '' && /^[\p{Ll}]/u.test(next)))) continue;
    out.push(text.slice(start, stop.index + 1).trim());
    start = stop.index + 1;
  }
  out.push(text.slice(start).trim());
  return out.filter((sentence) => sentence !== '');
}

/** `Inkl.` and `inkl.` are the same abbreviation; a single capital (`licence C.`) is none. */
const decapitalised = (text: string): string => text.replace(/\p{Lu}(?=\p{L}|\.)/gu, (letter) => letter.toLowerCase());

export interface Piece {
  text: string;
  /** What joined it to the piece before: `,` `;` `and` (any language's word for it), '' for the first. */
  joint: '' | ',' | ';' | 'and';
  /** The text between the piece before and this one, as printed (`, `, ` and `). */
  glue: string;
}

/** Words for "and" that are no other word in the language beside them: `en` joins in Dutch and means "in" in French and Spanish. */
const ANDS: Record<string, string> = {
  nl: 'en|alsook',
  it: 'e|ed|nonche',
  pt: 'e|bem como',
  pl: 'i|oraz|a takze',
  es: 'y|e|asi como',
  ca: 'i',
};
const EVERYWHERE = "and|und|et|y|oraz|sowie|as well as|together with|along with|plus|ainsi que|ainsi qu'|&";
const PATTERNS = new Map(
  Object.entries(ANDS).map(([language, words]) => [language, new RegExp(`^(?:${EVERYWHERE}|${words})\\s`)]),
);
const AND = new RegExp(`^(?:${EVERYWHERE})\\s`);

/** At commas, semicolons and words for "and" outside brackets and quotes. "Or" never cuts. Decimal commas stay. */
export function splitPieces(text: string, language?: string): Piece[] {
  const joins = PATTERNS.get(language ?? '') ?? AND;
  const folded = foldSameLength(text);
  const pieces: Piece[] = [];
  let joint: Piece['joint'] = '';
  let start = 0;
  let depth = 0;
  let lastEnd = 0;
  const push = (end: number): void => {
    const piece = text.slice(start, end);
    if (piece.trim() === '') return;
    const from = start + piece.length - piece.trimStart().length;
    pieces.push({ text: piece.trim(), joint, glue: text.slice(lastEnd, from) });
    lastEnd = start + piece.trimEnd().length;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (
      (char === ',' || char === ';' || char === '、' || char === '，' || char === '；') &&
      !(/\d/.test(text.charAt(i - 1)) && /\d/.test(text.charAt(i + 1)))
    ) {
      push(i);
      joint = char === ';' || char === '；' ? ';' : ',';
      start = i + 1;
    } else if (char === ' ') {
      const and = joins.exec(folded.slice(i + 1, i + 16));
      if (!and) continue;
      push(i);
      joint = text.slice(start, i).trim() === '' ? joint : 'and';
      start = i + and[0].length;
      i = start - 1;
    }
  }
  push(text.length);
  return pieces;
}

const OR = /(?<![\p{L}\d])(?:or|oder|ou|lub|bzw\.?|beziehungsweise|respectively|and\/or|und\/oder|et\/ou)(?![\p{L}\d])/u;
/** Short words for "or" that are something else elsewhere. */
const ORS: Record<string, RegExp> = {
  nl: /(?<![\p{L}\d])of(?![\p{L}\d])/u,
  es: /(?<![\p{L}\d])[ou](?![\p{L}\d])/u,
  it: /(?<![\p{L}\d])od?(?![\p{L}\d])/u,
};
/** The text offers a choice. */
export function holdsChoice(text: string, language?: string): boolean {
  const folded = foldSameLength(text);
  return OR.test(folded) || ORS[language ?? '']?.test(folded) === true;
}
