/** Telephone numbers: candidates by shape, validated and normalised by libphonenumber. */
import { createRequire } from 'node:module';
import type { CountryCode } from 'libphonenumber-js/max';
import { findDateSpans } from './date-range.ts';

/** Ninety small files either way: those for `require` take half the time of the modules, and every child that starts loads them. */
const { isSupportedCountry, parsePhoneNumberFromString }: typeof import('libphonenumber-js/max') = createRequire(import.meta.url)(
  'libphonenumber-js/max',
);

export interface PhoneFound {
  /** E.164 where the number is valid, else as printed. */
  value: string;
  printed: string;
  valid: boolean;
}

const CANDIDATE = /(?:\+|00)?[(\d][\d\s().\u2010-\u2013/-]{5,24}\d/g;
const LABEL =
  /(?:tel|phone|mobile?|cell|handy|telefon|téléphone|portable|móvil|teléfono|telemóvel|telefone|cellulare|komórka|电话|手机|電話|携帯)[.:：\s]*$/iu;
const MAX_LINE = 2000;
const LEAST_DIGITS = 7;
const FAX = /fax[.:\s]*$/i;

/**
 * Dates, addresses of web and mail look like numbers: they are blanked, at the same length. A mail address is looked for from the beginning
 * of a word only: from every letter of a word without `@`, 40,000 signs took 5 s (rule P6).
 */
function masked(text: string): string {
  let plain = text.replace(
    /[^\s|｜，、：；（）\u3000-\u9fff]{1,64}@\S{1,64}|(?:https?:\/\/|www\.)\S{1,200}|\b[\w.-]{1,40}\.(?:com|org|net|io|dev)\/\S{0,160}/g,
    (s) => ' '.repeat(s.length).replace(/^ /, '|'),
  );
  for (const span of findDateSpans(plain)) {
    if (/\d{3}/.test(plain.slice(span.to, span.to + 4)) || /\+\d*\s?$/.test(plain.slice(0, span.from))) continue;
    plain = `${plain.slice(0, span.from)}${'|'.repeat(span.to - span.from)}${plain.slice(span.to)}`;
  }
  return plain;
}

function shaped(candidate: string): boolean {
  const digits = candidate.replace(/\D/g, '').length;
  if (digits < LEAST_DIGITS || digits > 15) return false;
  return /^[+(0]/.test(candidate) || /[\s.-]/.test(candidate.trim()) || digits >= 9;
}

/** `3800-110 Aveiro`, `04567-000 São Paulo`, `〒220-0011 横浜市`: a code before a town. */
function isPostalCode(printed: string, behind: string): boolean {
  return /^(?:\d{4}-\d{3}|\d{5}-\d{3}|\d{3}-\d{4})$/.test(printed) && /^,?\s*[\p{Lu}\p{Lo}]/u.test(behind);
}

/** `07700 900418 14 Ferry Brae`: the number of a house behind that of a telephone. */
function withoutHouse(printed: string, behind: string): string {
  const shorter = printed.replace(/\s+\d{1,3}$/, '');
  const enough = shorter.replace(/\D/g, '').length >= 10;
  return enough && /^[a-z]? \p{Lu}\p{Ll}/u.test(behind) ? shorter : printed;
}

/** `country` is ISO 3166-1 alpha-2 of the place, if known. Candidates in order of position. */
export function findPhones(text: string, country: string | undefined): PhoneFound[] {
  // Nobody writes a number into a line of pages; masking costs some steps a letter (P6).
  if (text.length > MAX_LINE || (text.match(/\d/g)?.length ?? 0) < LEAST_DIGITS) return [];
  const phones: (PhoneFound & { labelled: boolean })[] = [];
  for (const match of masked(text).matchAll(CANDIDATE)) {
    // `94588 (555) 123-4567`: the postal code stands before the number.
    const whole = match[0].trim().replace(/^\d{4,6}(?:-\d{3,4})?\s+(?=[(+])/, '');
    const printed = withoutHouse(whole, text.slice(match.index + match[0].trimEnd().length));
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    if (
      !shaped(printed) ||
      FAX.test(before) ||
      /〒\s?$/u.test(before) ||
      isPostalCode(printed, text.slice(match.index + match[0].length))
    )
      continue;
    const region: CountryCode | undefined = country && isSupportedCountry(country) ? country : undefined;
    const parsed = parsePhoneNumberFromString(printed, region);
    const valid = parsed?.isValid() ?? false;
    phones.push({ value: valid && parsed ? parsed.number : printed, printed, valid, labelled: LABEL.test(before) });
  }
  return phones;
}
