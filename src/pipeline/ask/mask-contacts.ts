/** Takes what a person can be reached by, and their name, out of a text before a language model sees it (rule A11). */
import { foldSameLength } from '../../domain/fold-text.ts';
import type { Resume } from '../../domain/resume.ts';
import { findDateSpans } from '../parse/date-range.ts';

export const PLACEHOLDER = /\[(?:email|phone|link|name|address)\]/;

const EMAIL = /[^\s@<>()[\],;:"|]{1,80}@[^\s@<>()[\],;:"|]{1,120}/g;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>()[\]|,;]{1,300}|\b[a-z0-9-]{1,60}\.(?:com|org|net|io|dev|me|de|fr|es|it|nl|pl|pt|uk|ch|at|be|eu|co)\/[^\s<>()[\]|,;]{1,200}/gi;
/** Digits with little between them; which of them are dates is looked at one by one. */
const DIGITS = /[+(]?\d[\d\s()./-]{6,30}\d/g;
const LEAST_DIGITS = 8;

/** A function that masks any text of this resume's page. Never longer than needed: a name of one short word is left alone. */
export function createMask(resume: Resume): (text: string) => string {
  const { name, location, profiles = [] } = resume.basics;
  const names = namesToMask(name);
  const address = [location?.address, location?.postalCode].filter((part) => part !== undefined && part.length > 3);
  const handles = profiles.flatMap((profile) => (profile.username && profile.username.length > 3 ? [profile.username] : []));
  return (text) => {
    const plain = maskPhones(text.replace(EMAIL, '[email]').replace(LINK, '[link]'));
    const unnamed = names.reduce((masked, word) => maskWord(masked, word, '[name]'), plain);
    const unhandled = handles.reduce((masked, word) => maskWord(masked, word, '[link]'), unnamed);
    return address.reduce<string>((masked, word) => maskWord(masked, word ?? '', '[address]'), unhandled);
  };
}

/** In either order, and each word of it that is not short: in a place or an employer's name it is masked too, and then not asked about. */
function namesToMask(name: string | undefined): string[] {
  const words = (name ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(name ?? '');
  if (cjk) return name === undefined || name.length < 2 ? [] : [name];
  return [words.join(' '), [...words].reverse().join(' '), ...words]
    .filter((word) => word.replace(/[^\p{L}]/gu, '').length >= 3)
    .sort((a, b) => b.length - a.length);
}

function maskPhones(text: string): string {
  return text.replace(DIGITS, (found) => {
    const digits = found.replace(/\D/g, '').length;
    if (digits < LEAST_DIGITS || findDateSpans(found).some((span) => !span.weak || !span.single)) return found;
    return '[phone]';
  });
}

const LETTER = /[\p{L}\p{N}]/u;

function maskWord(text: string, word: string, placeholder: string): string {
  const needle = foldSameLength(word);
  const spaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(needle);
  const folded = foldSameLength(text);
  let masked = '';
  let from = 0;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    const end = at + needle.length;
    const inside = !spaced && (LETTER.test(folded.charAt(at - 1)) || LETTER.test(folded.charAt(end)));
    if (inside || at < from) continue;
    masked += text.slice(from, at) + placeholder;
    from = end;
  }
  return masked + text.slice(from);
}
