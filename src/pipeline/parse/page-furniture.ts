/** Headers and footers that repeat from page to page (`Page 2 of 3`, the name) are no part of the text. */

import { findDateSpans } from './date-range.ts';
import { isDocumentTitle } from './heading-lookup.ts';
import type { Line } from './line.ts';
import { squeezeText } from './text-keys.ts';

const PAGE_NUMBER =
  /^(?:[-–—\s]*)(?:(?:page|seite|p[aá]gina|pagina|strona|side|sida|sivu|strana|страница|p\.|s\.)\s*)?\d{1,2}(?:\s*(?:\/|of|von|de|di|van|z|av|af|sur|из)\s*\d{1,2})?(?:[-–—\s]*)$/iu;
const TRAILING_PAGE =
  /(?:[-–—|·,\s]+|\b)(?:page|seite|p[aá]gina|pagina|strona)?\s*\d{1,2}\s*(?:\/|of|von|de|di|van|z|sur)\s*\d{1,2}$/iu;
const UPDATED = /^(?:last updated|updated|stand|état au|actualizado|aggiornato|mis à jour)\b.{0,24}$/iu;
/** `CV made with … using theme …`: the tool speaks, not the person. */
const TOOL =
  /^(?:(?:this )?(?:cv|resume|résumé|lebenslauf|document)\s(?:was |is )?(?:made|built|created|generated|rendered|typeset)\s(?:with|using|by|in)\s|(?:made|built|created|generated)\s(?:with|using|by)\s.{1,40}\b(?:resume|cv) (?:theme|template|builder)\b)/iu;
/** Share of the page's height at its top and bottom where furniture stands. */
const MARGIN = 0.09;

function stem(line: Line): string {
  return line.text.replace(TRAILING_PAGE, '').trim().toLowerCase();
}

function inMargin(line: Line, heights: ReadonlyMap<number, number>): boolean {
  const height = heights.get(line.page) ?? 0;
  return height > 0 && (line.y < height * MARGIN || line.y > height * (1 - MARGIN));
}

/** `Seite 2 – Lebenslauf von`: the number of the page in it is another on each. */
function numberedStem(line: Line): string {
  return line.text.replace(/\d{1,2}/g, (digits) => (Number(digits) === line.page ? '#' : digits)).toLowerCase();
}

/** A row cut by the page break is drawn on both pages: the first is whole. */
function repeatsAcrossBreak(line: Line, above: Line | undefined): boolean {
  if (!above || above.page === line.page || line.flow) return false;
  return squeezeText(line.text) === squeezeText(above.text);
}

/** In points: what stands on one line of a foot. */
const LEVEL = 3;

/** `1`, `Page 2 of 3` on the page of that number. */
function isOwnNumber(text: string, page: number): boolean {
  return PAGE_NUMBER.test(text) && Number(/\d{1,2}/.exec(text)?.[0]) === page;
}

/** The feet of pages: what stands beside the number of the page in its bottom margin (`October 2026 … Résumé … 1`). */
function feetOf(lines: readonly Line[], heights: ReadonlyMap<number, number>): ReadonlySet<Line> {
  const low = lines.filter((line) => inMargin(line, heights) && line.y > 0.5 * (heights.get(line.page) ?? 0));
  const place = ({ page, y }: Line, step = 0): string => `${page}/${Math.round(y / LEVEL) + step}`;
  const numbered = low.filter((line) => line.segments.some((segment) => isOwnNumber(segment.text, line.page)));
  const places = new Set(numbered.flatMap((line) => [place(line, -1), place(line), place(line, 1)]));
  return new Set(low.filter((line) => places.has(place(line))));
}

const NUMBERED = /^(.{4,60}?)\s*[-–—|·,]\s*(?:page\s|seite\s|página\s|pagina\s|strona\s|p\.\s?|s\.\s?)?(\d{1,2})$/iu;
/** The first lines of a document, among them the name. */
const FIRST_LINES = 4;

/** `Nora Berg – 1` at the bottom of the first page: the name once more, with the number of the page. */
function isNumberedName(line: Line, lines: readonly Line[], heights: ReadonlyMap<number, number>): boolean {
  const [, name = '', number] = NUMBERED.exec(line.text) ?? [];
  if (!name || Number(number) !== line.page || !inMargin(line, heights)) return false;
  return lines.slice(0, FIRST_LINES).some((one) => one !== line && squeezeText(one.text) === squeezeText(name));
}

/** Small print stands this low, and is this much smaller than the text. */
const LOWEST = 0.95;
const SMALL = 0.85;
/** In lines of its own size: it stands apart from the text. */
const PRINT_GAP = 3;

const DAY = /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;
const REACHES = /@|www\.|\d[\d\s./()-]{6,}\d/;

/** `Profile exported 14 Oct`, `Printout – do not forward`. */
const OF_PRINTERS = /print|export|generat|confidential|forward|gedruckt|vertraulich|imprim|impres|stampat|afgedrukt|wydruk/i;
const saysWhenOrWhat = (text: string): boolean => OF_PRINTERS.test(text) || DAY.test(text) || findDateSpans(text).length > 0;

/** What whoever printed the page says at its very bottom (`Profile exported 14 Oct`): small, apart, and no way to reach anybody. */
function smallPrint(lines: readonly Line[], heights: ReadonlyMap<number, number>): ReadonlySet<Line> {
  const low = lines.filter((line) => !line.flow && line.y > LOWEST * (heights.get(line.page) ?? Number.POSITIVE_INFINITY));
  if (low.length === 0) return new Set();
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return new Set(
    low.filter(
      (line) =>
        line.size < SMALL * usual &&
        line.gap >= PRINT_GAP &&
        saysWhenOrWhat(line.text) &&
        !REACHES.test(line.text.replace(DAY, '')),
    ),
  );
}

/** Lines without furniture. `heights` holds the height of each page in points; flow documents have no furniture but page numbers. */
export function dropFurniture(lines: readonly Line[], heights: ReadonlyMap<number, number>): Line[] {
  const pagesByStem = new Map<string, Set<number>>();
  for (const line of lines) {
    if (!inMargin(line, heights)) continue;
    for (const key of new Set([stem(line), numberedStem(line)]))
      pagesByStem.set(key, (pagesByStem.get(key) ?? new Set()).add(line.page));
  }
  const repeats = (key: string): boolean => (pagesByStem.get(key)?.size ?? 0) >= 2;
  const isNumbered = (line: Line | undefined): boolean => {
    const key = line && inMargin(line, heights) ? numberedStem(line) : '';
    return key.includes('#') && repeats(key);
  };
  const feet = new Set([...feetOf(lines, heights), ...smallPrint(lines, heights)]);
  const firstPage = Math.min(...lines.map((line) => line.page));
  return lines.filter((line, i) => {
    if (!line.bullet && line.text.length < 100 && TOOL.test(line.text)) return false;
    if (repeatsAcrossBreak(line, lines[i - 1]) || feet.has(line) || isNumberedName(line, lines, heights)) return false;
    if (line.page > firstPage && inMargin(line, heights) && isDocumentTitle(line.segments[0]?.text ?? '')) return false;
    if (!inMargin(line, heights))
      return !(line.flow && /^(?:page|seite|página|pagina)\s\d/iu.test(line.text) && PAGE_NUMBER.test(line.text));
    if (PAGE_NUMBER.test(line.text) || UPDATED.test(line.text)) return false;
    if (TRAILING_PAGE.test(line.text) && line.text.length < 60) return false;
    if (isNumbered(line) || (isNumbered(lines[i - 1]) && lines[i - 1]?.page === line.page && repeats(stem(line)))) return false;
    // The first page keeps its head: the name in a running header is still where the name is.
    return !repeats(stem(line)) || line.page === firstPage;
  });
}
