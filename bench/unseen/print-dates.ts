/** Dates as people print them. `shows` says what a reader can know, in the scorer's words. */
import { SEASON_NAMES } from './labels.ts';
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

/** `2019-09` in a style. */
export function printDate(iso: string, style: DateStyle, lang: Language): string {
  const [year = '', mm = ''] = iso.split('-');
  const month = Number(mm);
  const joiner = lang === 'es' || lang === 'pt' ? ' de ' : ' ';
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
