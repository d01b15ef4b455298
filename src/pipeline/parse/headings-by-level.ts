/** Sections by the levels of headings alone, for pages in whose words no two sections are known: then their content says what they hold. */
import { holdsMailAddress } from '../../domain/mail-address.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans, onlyDates } from './date-range.ts';
import type { Line } from './line.ts';
import { hasLegalForm, schoolCue } from './organisation-cues.ts';
import { isSurePlace } from './place-cue.ts';

/** So many of one level are sections; a title and a subtitle are not. */
const LEAST = 3;

/**
 * Indices of the headings of the highest level that has several, each with something below it. What stands below a `known` section in a
 * lower level are its entries. Jobs and studies are set as headings too where no section is: what reads as they do heads none.
 */
export function headingsByLevel(lines: readonly Line[], known: Iterable<number>, taxonomy?: Taxonomy): number[] {
  const sections = new Set(known);
  let deepest = Number.POSITIVE_INFINITY;
  for (const i of sections) deepest = Math.min(deepest, lines[i]?.heading ?? deepest);
  const levels = new Map<number, number[]>();
  lines.forEach(({ heading, flow, text }, i) => {
    if (!flow || heading === undefined || heading > deepest || i === 0 || holdsContact(text, taxonomy)) return;
    const own = levels.get(heading);
    if (own) own.push(i);
    else levels.set(heading, [i]);
  });
  const [, found = []] = [...levels].filter(([, own]) => own.length >= LEAST).sort(([a], [b]) => a - b)[0] ?? [];
  const taken = new Set(found);
  const unknown = found.filter((i) => !sections.has(i));
  const entries = unknown.filter((i) => readsAsEntry(lines[i]?.text ?? '', lines[i + 1]?.text ?? '', taxonomy));
  if (entries.length > 0 && entries.length >= ENTRIES * unknown.length) return [];
  return found.every((i) => lines[i + 1] !== undefined && !taken.has(i + 1)) ? found : [];
}

/** Of the headings whose words are not known. */
const ENTRIES = 0.5;

/** How much of a part of a heading is known as a title. */
const TITLE_SHARE = 0.5;

/** `Acme Ltd – Clerk`, `Tindel College`, `Clerk` over a line of dates. */
function readsAsEntry(text: string, below: string, taxonomy: Taxonomy | undefined): boolean {
  if (findDateSpans(text).length > 0 || onlyDates(below) !== undefined) return true;
  const parts = text.split(/\s+[–—|·@-]\s+|,\s+/);
  return parts.some(
    (part) => hasLegalForm(part) || schoolCue(part) >= 1 || (taxonomy?.readTitle(part)?.coverage ?? 0) >= TITLE_SHARE,
  );
}

/** `Hull, United Kingdom`, `ada.wren@example.org`, `01482 555 0123`: a line of contacts set as the headings are. */
function holdsContact(text: string, taxonomy: Taxonomy | undefined): boolean {
  if (
    holdsMailAddress(text) ||
    (/\d[\d\s./()-]{6,20}\d/.test(text) && findDateSpans(text).length === 0) ||
    /https?:\/\/|www\./.test(text)
  )
    return true;
  return taxonomy !== undefined && isSurePlace(text, taxonomy);
}

/** The first line of a page over an address: the name of a person, set as high as the sections are (`## Ada Wren` in a list of `##`). */
export const headsContacts = ([, ...below]: readonly Line[]): boolean =>
  below.slice(0, NEAR_NAME).some((line) => holdsMailAddress(line.text));
const NEAR_NAME = 3;
