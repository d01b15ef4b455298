/** What is sure of a statement: the status of a permission, the title of a role, whether somebody moves, days of notice. */
import { foldLetters } from '../../domain/fold-text.ts';
import type { StatedAuthorisation } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { readConditions, readRelocation } from '../match/read-conditions.ts';
import { FREE_TO_WORK, PERMIT, SAYS_NO } from './stated-words.ts';

/** How much of a role must be words of the dictionary of titles. */
const KNOWN_TITLE = 0.4;

/** Only what the words themselves say; a country where one alone is named. */
export function authorisationOf(text: string, taxonomy: Taxonomy): StatedAuthorisation {
  const folded = foldLetters(text);
  const needs = readConditions([text]).includes('needs-sponsorship');
  const status = needs
    ? 'needs-sponsorship'
    : FREE_TO_WORK.test(folded)
      ? 'free'
      : PERMIT.test(folded) && !SAYS_NO.test(folded)
        ? 'permit'
        : undefined;
  const countries = countriesIn(text, taxonomy);
  const [countryCode] = countries;
  return { text, ...(status && { status }), ...(countryCode && countries.length === 1 && { countryCode }) };
}

/** Countries by their names; nobody's nationality is one. */
function countriesIn(text: string, taxonomy: Taxonomy): string[] {
  const words = text.split(/[\s,;()/]+/).filter(Boolean);
  const named = words.flatMap((_, at) =>
    [1, 2, 3].flatMap((count) => {
      const phrase = words
        .slice(at, at + count)
        .join(' ')
        .replace(/(?<=\p{L}{2})\.$/u, '');
      return /^\p{Lu}\p{L}*\.?[\p{L}. ]+$/u.test(phrase) ? (taxonomy.countryCode(phrase) ?? []) : [];
    }),
  );
  return [...new Set(named)];
}

export function roleOf(text: string, taxonomy: Taxonomy): { text: string; title?: string } {
  const facts = taxonomy.readTitle(text);
  return facts && facts.coverage >= KNOWN_TITLE ? { text, title: facts.title } : { text };
}

export function moveOf(text: string, taxonomy: Taxonomy): { text: string; willing?: boolean; cities?: string[] } {
  const folded = foldLetters(text);
  const { willing, cities } = readRelocation([text], taxonomy);
  if (willing) return { text, willing, ...(cities.length > 0 && { cities }) };
  if (/^(?:yes|ja|oui|si|sim|tak|да|готов\p{L}*|可|是)\b/u.test(folded)) return { text, willing: true };
  return /^(?:no|nein|non|nao|nie|not|нет|不)\b/u.test(folded) ? { text, willing: false } : { text };
}

const AT_ONCE =
  /\b(?:immediate(?:ly)?|at once|now|asap|sofort|ab sofort|immediate|immediatement|des maintenant|inmediat[ao]|imediat[ao]|immediat[ao]|per direct|direct|od zaraz|natychmiast\w*|omgaende|straks|heti|ihned|hemen)\b|即日|随时|隨時|즉시/u;
const IN_TIME =
  /\b(\d{1,2}|one|two|three|four|six|ein(?:e|en)?|zwei|drei|sechs|une?|deux|trois|dos|tres|due|twee|drie|dwa|trzy) ?(?:calendar )?(days?|tage?n?|jours?|dias|giorni|dagen|dni|weeks?|wochen?|semaines?|semanas|settimane|weken|tygodni\w*|months?|monate?n?|mois|mes(?:es)?|mesi|maanden|maand|miesi\w+|veckor|uger|uker)\b/u;
const NUMBERS: Readonly<Record<string, number>> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    six: 6,
    ein: 1,
    eine: 1,
    einen: 1,
    zwei: 2,
    drei: 3,
    sechs: 6,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
  },
  ...{ dos: 2, tres: 3, due: 2, twee: 2, drie: 3, dwa: 2, trzy: 3 },
};

/** Days where they can be told: a month has 30. */
export function noticeOf(text: string): { text: string; days?: number } {
  const folded = foldLetters(text);
  const [, count = '', unit = ''] = IN_TIME.exec(folded) ?? [];
  const number = NUMBERS[count] ?? Number(count);
  if (unit !== '' && number > 0) {
    const length = /^(?:d|ta|jo|gi)/.test(unit) ? 1 : /^(?:w|se|ty|ve|ug|uk)/.test(unit) ? 7 : 30;
    return { text, days: number * length };
  }
  return AT_ONCE.test(folded) && !/\bnot\b/.test(folded) ? { text, days: 0 } : { text };
}
