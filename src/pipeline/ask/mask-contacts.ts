/**
 * Takes what a person can be reached by, and their name, out of a text before a language model sees it (rule A11). What the parser knows to
 * read must not leave the house: addresses and numbers are found by its own patterns, and what it did read is looked for in any spelling.
 */
import { foldSameLength } from '../../domain/fold-text.ts';
import type { Resume } from '../../domain/resume.ts';
import { findDateSpans } from '../parse/date-range.ts';
import { findAddresses } from '../parse/email.ts';
import { nameFinder } from './find-names.ts';
import { squeezedFinder } from './find-squeezed.ts';
import { asAscii } from './same-length-ascii.ts';

export const PLACEHOLDER = /\[(?:email|phone|link|name|address)\]/;

/** A stretch of a text that must not be shown, and what stands in its place. */
interface Stretch {
  from: number;
  to: number;
  as: 'email' | 'phone' | 'link' | 'name' | 'address';
}
type Finder = (text: string) => Stretch[];

/** Whatever holds the sign: addresses that a narrow column broke (`jane@`), and names that people go by (`@jane`). */
const AROUND_AT = /[^\s@<>()[\],;:"|]{0,80}@[^\s@<>()[\],;:"|]{0,120}/g;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>()[\]|,;]{1,300}|\b[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}\.(?:com|org|net|io|dev|me|de|fr|es|it|nl|pl|pt|uk|ch|at|be|eu|co|cn|jp|br|in)\/[^\s<>()[\]|,;]{1,200}/gi;
const HOST = /(?<![\w.-])(?:[a-z0-9-]{1,60}\.){1,3}[a-z]{2,12}(?![\w-])/gi;
const MESSENGER =
  /\b(?:skype|telegram|whatsapp|wechat|weixin|viber|threema|icq|qq|linkedin|github|gitlab|xing|instagram|twitter)(?:[ -]?(?:id|name))?\s{0,2}[:：=]\s{0,2}[^\s,;|]{2,80}|微信[号號]?\s{0,2}[:：]?\s{0,2}[\w-]{4,40}/giu;
/** Digits with little between them; which of them are dates is looked at one by one. */
const DIGITS = /[+(]?\d[\d\s()./\u2010-\u2015-]{5,30}\d/g;
const LEAST_DIGITS = 8;
/** `call 946-0123` */
const SHORT_NUMBER = /(?<!\d)\d{3}[-. ]\d{4}(?!\d)/g;
const CALLED_BY =
  /(?:tel|phone|mobile?|cell|call|text|ring|handy|telefon|mobil|fax|whatsapp|電話|电话|手机|携帯)[^\p{L}\d]{0,6}$/iu;
/** So many digits at the end of a number tell whose it is. */
const TELLING_DIGITS = 6;

/** A function that masks any text of this resume's page. Never longer than needed: a name of one short word is left alone. */
export function createMask(resume: Resume): (text: string) => string {
  const { name, email, phone, url, location, profiles = [] } = resume.basics;
  const [local, domain] = (email ?? '').split('@');
  const handles = [...profiles.map((profile) => profile.username), local].filter((one) => one !== undefined && one.length > 3);
  const names = nameFinder(name);
  const finders: Finder[] = [
    as('email', findAddresses),
    as('email', allOf(AROUND_AT)),
    as('email', squeezedFinder([email, ownDomain(domain)])),
    as('link', allOf(LINK)),
    as('link', squeezedFinder([url, ...profiles.map((profile) => profile.url)].map(withoutProtocol))),
    as('link', (text) => ownHosts(text, [...handles, ...(name ?? '').split(/[^\p{L}]+/u)])),
    as('link', allOf(MESSENGER)),
    (text) => findNumbers(text, phone ?? ''),
    as('name', names),
    as('link', squeezedFinder(handles)),
    as('address', squeezedFinder([location?.address, location?.postalCode])),
  ];
  return (text) => {
    const plain = asAscii(text);
    return withPlaceholders(
      text,
      finders.flatMap((find) => find(plain)),
    );
  };
}

const as =
  (kind: Stretch['as'], find: (text: string) => readonly { from: number; to: number }[]): Finder =>
  (text) =>
    find(text).map(({ from, to }) => ({ from, to, as: kind }));

const allOf = (pattern: RegExp) => (text: string) =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));

const withoutProtocol = (url: string | undefined): string | undefined => url?.replace(/^https?:\/\/(?:www\.)?/i, '');

/** Where stretches touch each other the whole is one, under the name of the first. */
function withPlaceholders(text: string, found: readonly Stretch[]): string {
  const order = new Map(found.map((stretch, at) => [stretch, at]));
  const stretches = [...found].sort((a, b) => a.from - b.from || (order.get(a) ?? 0) - (order.get(b) ?? 0));
  let masked = '';
  let end = 0;
  for (const { from, to, as } of stretches) {
    if (to <= end) continue;
    if (from >= end) masked += `${text.slice(end, from)}[${as}]`;
    end = to;
  }
  return masked + text.slice(end);
}

/** A house of mail that everybody uses names nobody. */
const SHARED_MAIL =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|gmx|web|proton|protonmail|mail|aol|orange|wp|o2|qq|163|126)\./i;
const ownDomain = (domain: string | undefined): string | undefined => (domain && !SHARED_MAIL.test(domain) ? domain : undefined);

/** `jlind.example.org`: hosts without a path are employers as well (`booking.com`), but not where they are called as the person is. */
function ownHosts(text: string, words: readonly (string | undefined)[]): { from: number; to: number }[] {
  const own = words.flatMap((word) => (word !== undefined && word.length > 3 ? [foldSameLength(word)] : []));
  return allOf(HOST)(text).filter(({ from, to }) => {
    const host = foldSameLength(text.slice(from, to));
    return own.some((word) => host.includes(word));
  });
}

function findNumbers(text: string, own: string): Stretch[] {
  const telling = own.replace(/\D/g, '').slice(-TELLING_DIGITS);
  const long = allOf(DIGITS)(text).filter(({ from, to }) => {
    const printed = text.slice(from, to);
    const digits = printed.replace(/\D/g, '');
    if (telling.length === TELLING_DIGITS && digits.includes(telling)) return true;
    return digits.length >= LEAST_DIGITS && !findDateSpans(printed).some((span) => !span.weak || !span.single);
  });
  const short = allOf(SHORT_NUMBER)(text).filter(({ from }) => CALLED_BY.test(text.slice(Math.max(0, from - 20), from)));
  return [...long, ...short].map((stretch) => ({ ...stretch, as: 'phone' }));
}
