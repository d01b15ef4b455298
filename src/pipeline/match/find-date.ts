import { foldText } from '../../domain/fold-text.ts';

/** Full names of the twelve months in eight languages, folded. An abbreviation is a beginning of one, of at least three letters. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'januar', 'janner', 'janvier', 'enero', 'janeiro', 'gennaio', 'januari', 'styczen', 'stycznia'],
  ['february', 'februar', 'fevrier', 'febrero', 'fevereiro', 'febbraio', 'februari', 'luty', 'lutego'],
  ['march', 'marz', 'maerz', 'mrz', 'mars', 'marzo', 'marco', 'maart', 'marzec', 'marca'],
  ['april', 'avril', 'abril', 'aprile', 'kwiecien', 'kwietnia'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'mei', 'maj', 'maja'],
  ['june', 'juni', 'juin', 'junio', 'junho', 'giugno', 'czerwiec', 'czerwca'],
  ['july', 'juli', 'juillet', 'julio', 'julho', 'luglio', 'lipiec', 'lipca'],
  ['august', 'aout', 'agosto', 'augustus', 'sierpien', 'sierpnia'],
  ['september', 'septembre', 'septiembre', 'setembro', 'settembre', 'wrzesien', 'wrzesnia'],
  ['october', 'oktober', 'octobre', 'octubre', 'outubro', 'ottobre', 'pazdziernik', 'pazdziernika'],
  ['november', 'novembre', 'noviembre', 'novembro', 'listopad', 'listopada'],
  ['december', 'dezember', 'decembre', 'diciembre', 'dezembro', 'dicembre', 'grudzien', 'grudnia'],
];

function monthNumber(word: string): number | undefined {
  const month = word.length < 3 ? -1 : MONTH_NAMES.findIndex((names) => names.some((name) => name.startsWith(word)));
  return month < 0 ? undefined : month + 1;
}

export interface FoundDate {
  /** `YYYY-MM` or `YYYY`. */
  date: string;
  /** Offsets in the folded text. */
  start: number;
  end: number;
}

const NUMERIC = /\b(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})\b|\b(\d{4})-(\d{2})(?:-\d{2})?\b/g;
const NAMED = /\b([a-z]{3,11})\.?,? (?:de |del )?(\d{4})\b/g;
const YEAR = /\b(19[5-9]\d|20\d\d)\b/g;

function dateText(year: string, month: number | undefined): string | undefined {
  return month !== undefined && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined;
}

/** Single dates in running text, in order of position: `June 2025`, `06/2025`, `30.06.2025`, `2025-06`, `juin 2025`, `2025`. */
export function findDates(text: string): FoundDate[] {
  const folded = foldText(text);
  const found: FoundDate[] = [];
  const add = (date: string | undefined, start: number, length: number): void => {
    const overlaps = found.some((other) => start < other.end && start + length > other.start);
    if (date !== undefined && !overlaps) found.push({ date, start, end: start + length });
  };
  for (const hit of folded.matchAll(NUMERIC)) {
    const date = hit[4] ? dateText(hit[4], Number(hit[5])) : dateText(hit[3] ?? '', Number(hit[2]));
    add(date, hit.index, hit[0].length);
  }
  for (const hit of folded.matchAll(NAMED)) add(dateText(hit[2] ?? '', monthNumber(hit[1] ?? '')), hit.index, hit[0].length);
  for (const hit of folded.matchAll(YEAR)) add(hit[1], hit.index, hit[0].length);
  return found.sort((a, b) => a.start - b.start);
}
