/** Dates as people print them. `shows` says what a reader can know, in the scorer's words. */
import { SEASON_NAMES, YEAR_FIRST } from './labels.ts';
import type { Language } from './person.ts';

export type DateStyle = 'long' | 'short' | 'slash' | 'slashShort' | 'dot' | 'apostrophe' | 'year' | 'season' | 'iso';
export const DATE_STYLES: readonly DateStyle[] = [
  'long',
  'short',
  'slash',
  'slashShort',
  'dot',
  'apostrophe',
  'year',
  'season',
  'iso',
];

export const shows = (style: DateStyle): 'month' | 'year' => (style === 'year' || style === 'season' ? 'year' : 'month');

function monthName(lang: Language, month: number, width: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(lang, { month: width, timeZone: 'UTC' }).format(new Date(Date.UTC(2021, month - 1, 15)));
}

const YEAR_SIGN: Readonly<Partial<Record<Language, string>>> = { ja: '年', zh: '年', 'zh-TW': '年', ko: '년 ' };

/** `2019年4月`, `2019. április`. */
function yearFirst(iso: string, style: DateStyle, lang: Language): string {
  const [year = '', mm = ''] = iso.split('-');
  const month = Number(mm);
  const sign = YEAR_SIGN[lang] ?? '. ';
  if (style === 'season') return `${year}${sign}${SEASON_NAMES[lang][Math.floor((month % 12) / 3)]}`;
  return `${year}${sign}${monthName(lang, month, style === 'long' || lang !== 'hu' ? 'long' : 'short')}`;
}

/** `2019-09` in a style. */
export function printDate(iso: string, style: DateStyle, lang: Language): string {
  const [year = '', mm = ''] = iso.split('-');
  const month = Number(mm);
  const joiner = lang === 'es' || lang === 'pt' ? ' de ' : ' ';
  if (YEAR_FIRST.has(lang) && ['long', 'short', 'apostrophe', 'season'].includes(style)) return yearFirst(iso, style, lang);
  switch (style) {
    case 'long':
      return `${monthName(lang, month, 'long')}${joiner}${year}`;
    case 'short':
      return `${monthName(lang, month, 'short')} ${year}`;
    case 'slash':
      return `${mm}/${year}`;
    case 'slashShort':
      return `${mm}/${year.slice(2)}`;
    case 'dot':
      return `${mm}.${year}`;
    case 'apostrophe':
      return `${monthName(lang, month, 'short').replace('.', '')} '${year.slice(2)}`;
    case 'year':
      return year;
    case 'season':
      return `${SEASON_NAMES[lang][Math.floor((month % 12) / 3)]} ${year}`;
    case 'iso':
      return iso;
  }
}
