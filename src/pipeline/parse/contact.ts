/** Who the resume is about and how to reach them: from the head, the sidebar or the foot, wherever it stands. */
import type { LinkPlace } from '../../domain/document.ts';
import type { ResumeLocation, ResumeProfile } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans } from './date-range.ts';
import { isDrivingLicence } from './driving-licence.ts';
import { EMAIL, findEmail } from './email.ts';
import { isProse } from './entry-items.ts';
import { isLabel } from './entry-labels.ts';
import { type Found, found } from './found.ts';
import { headParagraphs } from './head-paragraphs.ts';
import { isDocumentTitle, isFormTitle, lookupHeading } from './heading-lookup.ts';
import type { Line } from './line.ts';
import { findLinks, linksBeside } from './links.ts';
import { nameInRows } from './name-in-rows.ts';
import { findName } from './person-name.ts';
import { findPhones } from './phone.ts';
import { readPlace } from './place.ts';
import type { Section } from './sections.ts';
import { splitCommas, splitStrong } from './split-list.ts';
import { statedKindOf } from './stated-words.ts';
import { squeezeText } from './text-keys.ts';
import { wholeHeadline } from './wrapped-headline.ts';

export interface ContactFound {
  name?: Found;
  label?: Found;
  email?: Found;
  phone?: Found;
  url?: Found;
  location?: { value: ResumeLocation; lines: Line[]; confidence: number };
  profiles: { value: ResumeProfile; lines: Line[]; box?: LinkPlace['box'] }[];
  /** Paragraphs in the head that no heading announces. */
  summaryLines: Line[];
}

const CONTACT_KINDS: ReadonlySet<string> = new Set(['header', 'contact', 'profiles', 'summary', 'other']);

/** Pieces of a contact line: segments and what bars, bullets and dashes part. */
function pieces(line: Line): string[] {
  // `Chennai - 600053`: the dash before a postal code parts nothing.
  return line.segments.flatMap((segment) => splitStrong(segment.text.replace(/ [-–—] (?=\d{3} ?\d{3}$)/u, ' ')));
}

/** `Réf. LC-2291`, `Kennziffer 2026-117`: the number of a file is no postal code. */
const REFERENCE =
  /^(?:r[ée]f(?:[ée]rence)?|reference|job ref(?:erence)?|referenz|kennziffer|aktenzeichen|az|chiffre|expediente|protocollo|dossier|nr|n°)[.:\s]+\S*\d/iu;

/** `Leeds, GB, 07700 900412, p@example.co.uk`: the place is what stands before the number or the address. */
function placeText(piece: string): string {
  // `04567-000 São Paulo` is a town with its postal code.
  const isNumber = (part: string): boolean =>
    (part.replace(/\D/g, '').length >= 7 || /^(?:\+|\(?0\d)/.test(part)) && !/^〒?\s?[\d-]{5,9}\s?\p{L}{3}/u.test(part);
  const parts = splitCommas(piece).filter(
    (part) => !REFERENCE.test(part) && !EMAIL.test(part) && !isNumber(part) && !/https?:|www\./.test(part),
  );
  return parts.join(', ');
}

const TOWN_AND_REGION = /^\p{Lu}[\p{L}'’ .-]{2,28},\s\p{Lu}[\p{L}'’ .]{1,28}$/u;

/** An address that breaks behind a comma, as one: `18 Orchard Rise, Hyde Park,` over `Leeds LS6 1AB`. */
function wrappedAddress(line: Line, next: Line | undefined): string | undefined {
  if (
    !next ||
    line.flow ||
    !/,\s*$/.test(line.text) ||
    !/\d/.test(line.text + next.text) ||
    next.page !== line.page ||
    next.lane !== line.lane
  )
    return undefined;
  if (line.segments.length > 1 || next.segments.length > 1 || next.gap >= 1.9 || next.size !== line.size) return undefined;
  return EMAIL.test(next.text) || next.text.replace(/\D/g, '').length > 9 ? undefined : `${line.text} ${next.text}`;
}

/** Of two lines below each other, no longer than an address. */
const LONGEST_ADDRESS = 70;

/** An address that breaks within its town, as in a narrow column: `31 Alder Bend Dr, Round` over `Rock, TX 78664`. */
function townOverLines(line: Line, next: Line | undefined, taxonomy: Taxonomy): ContactFound['location'] {
  if (!next || line.flow || next.page !== line.page || next.lane !== line.lane || next.gap >= 1.9) return undefined;
  const blank = line.text.endsWith('-') ? '' : ' ';
  const whole = `${line.text}${blank}${next.text}`;
  if (whole.length > LONGEST_ADDRESS || !/\d/.test(whole) || !whole.includes(',') || EMAIL.test(whole)) return undefined;
  const [before = ''] = /[\p{L}'’.-]+$/u.exec(line.text) ?? [];
  const [behind = ''] = /^[\p{L}'’.-]+/u.exec(next.text) ?? [];
  if (!/^\p{Lu}/u.test(before) || !/^\p{L}/u.test(behind)) return undefined;
  const place = readPlace(placeText(whole), taxonomy);
  const isBroken = place?.latitude !== undefined && ` ${place.city} `.includes(` ${before}${blank}${behind} `);
  return place && isBroken ? { value: place, lines: [line, next], confidence: 0.95 } : undefined;
}

function findLocation(lines: readonly Line[], taxonomy: Taxonomy, name: Found | undefined): ContactFound['location'] {
  const hits: NonNullable<ContactFound['location']>[] = [];
  for (const [i, line] of lines.entries()) {
    const whole = wrappedAddress(line, lines[i + 1]);
    const place = whole ? readPlace(placeText(whole), taxonomy) : undefined;
    const below = lines[i + 1];
    const broken = place ? undefined : townOverLines(line, below, taxonomy);
    if (broken) hits.push(broken);
    if (place?.countryCode && below) hits.push({ value: place, lines: [line, below], confidence: 0.95 });
  }
  for (const line of lines) {
    // `ul. Lipowa 14/3, 20-020 Lublin` begins as a sentence does not.
    if (isProse(line.text) && !EMAIL.test(line.text) && !/\d/.test(line.text)) continue;
    for (const piece of pieces(line)) {
      const text = placeText(name && line === name.lines[0] ? piece.replace(name.value, '').replace(/^[\s,]+/, '') : piece);
      const place = text ? readPlace(text, taxonomy) : undefined;
      // `Town, County` beside a number or an address, when the gazetteer knows neither.
      if (
        !place &&
        TOWN_AND_REGION.test(text) &&
        (EMAIL.test(line.text) || /\d{3,}/.test(line.text) || (line !== name?.lines[0] && /, [A-Z]{2,3}$/.test(text))) &&
        !taxonomy.readTitle(text)
      ) {
        hits.push({ value: { city: splitCommas(text)[0] ?? text }, lines: [line], confidence: 0.6 });
      }
      if (place)
        hits.push({
          value: place,
          lines: [line],
          confidence: place.latitude === undefined ? 0.75 : place.countryCode && /,|\d/.test(text) ? 0.95 : 0.86,
        });
    }
  }
  return hits.sort((a, b) => b.confidence - a.confidence)[0];
}

const CONTACT_LABEL =
  /^(?:e-?mail|mail|courriel|correo(?: electrónico)?|posta elettronica|phone|mobile|cell|telephone|telefon|téléphone|teléfono|telefone|telefono|telefoon|portable|móvil|celular|cellulare|mobil|mobiel|tél|tel|address|adresse|anschrift|dirección|domicilio|endereço|indirizzo|adres|home|[etmap])\.?\s?:?$/iu;

function isContactText(text: string, taxonomy: Taxonomy): boolean {
  return (
    EMAIL.test(text) ||
    /https?:|www\.|\.com\b/.test(text) ||
    /\d{3,}/.test(text) ||
    CONTACT_LABEL.test(text) ||
    statedKindOf(text.split(/[:：]/)[0] ?? '') !== undefined ||
    isDrivingLicence(text) ||
    readPlace(text, taxonomy) !== undefined ||
    lookupHeading(text)?.by === 'exact'
  );
}

/** Licences and degrees behind a name (`RN, BSN`): at least two, or one that is no office. */
const POSTNOMINALS =
  /^(?:(?:RN|LPN|LVN|APRN|NP|BSN|MSN|DNP|CNA|CCRN|MD|DO|DDS|PharmD|RPh|PhD|EdD|JD|LLM|LLB|CPA|ACCA|ACA|CFA|CMA|PE|PEng|CEng|PMP|SHRM-CP|MBA|MPH|MSc|BSc|MA|BA|BEng|MEng|FRCS|MRCP|RGN|QC|KC|Esq\.?)(?:\s?\([A-Za-z]+\))?(?:\s*,\s*|\s+|$))+$/;

/** A title set large wraps inside its bracket: `Teacher (Art and` `Music)`. */
function labelTexts(line: Line, next: Line | undefined): string[] {
  const [only, ...more] = line.segments;
  const open = line.text.lastIndexOf('(') > line.text.lastIndexOf(')');
  if (only && more.length === 0 && open && next?.text.includes(')') && Math.abs(next.size - line.size) < 0.3)
    return [`${only.text} ${next.text}`];
  // `Nurse — jane@example.org — Leeds`: a title among the contacts.
  return line.segments.flatMap((s) => (EMAIL.test(s.text) || /\d{3}/.test(s.text) ? splitStrong(s.text) : [s.text]));
}

/** A name of the document or of a form's row, the name once more or its initials. */
function isNoHeadline(text: string, name: string | undefined): boolean {
  const initials = (name ?? '').replace(/\P{Lu}/gu, '');
  const again =
    name !== undefined &&
    (squeezeText(text) === squeezeText(name) || (text.length < 4 && text === initials.slice(0, text.length)));
  const form = text.split(/\s[–—|-]\s/).some(isFormTitle);
  return again || form || isLabel(text) || namesDocument(text, name);
}

/** A house number before or behind a name that the dictionary of titles does not know: a street. */
const STREET = /^\d|\s\d{1,4}\s?[a-z]?$/iu;

/** `Curriculum Vitae`, `Resume of Nora Berg`, `CV 2026`: a name of the document, of its owner or of its year, is nobody's headline. */
function namesDocument(text: string, name: string | undefined): boolean {
  const owner = name ? text.toLowerCase().indexOf(name.toLowerCase()) : -1;
  const plain = name && owner >= 0 ? text.slice(0, owner) + text.slice(owner + name.length) : text;
  return isDocumentTitle(
    plain
      .replace(/(?<=\S\s)europass$|^europass(?=\s)/iu, '')
      .replace(/[\s–—|:,-]+(?:of|for|von|de|di|van|del?)?\s*$|^[^\p{L}\p{N}]+|\b(?:19|20)\d\d\b/giu, '')
      .trim(),
  );
}

function standsBelow(line: Line, name: Line): boolean {
  const gap = line.y - name.y;
  return line.page === name.page && Math.abs(line.x - name.x) < 3 && gap > 0 && gap < 2.2 * name.size;
}

/** The title under the name: the best of the short lines near it. */
function findLabel(lines: readonly Line[], name: Found | undefined, taxonomy: Taxonomy): Found | undefined {
  const nameLine = name?.lines[0];
  const at = nameLine ? lines.indexOf(nameLine) : -1;
  // In a page of columns the line below the name need not be the next one read.
  const below = nameLine && lines.find((line) => standsBelow(line, nameLine));
  let best: { text: string; line: Line; score: number } | undefined;
  lines.slice(0, at + 14).forEach((line, i) => {
    for (const text of i === at ? behindName(line, name?.value ?? '') : labelTexts(line, lines[i + 1])) {
      if (
        !text ||
        isNoHeadline(text, name?.value) ||
        POSTNOMINALS.test(text) ||
        isProse(text) ||
        text.length > 110 ||
        isContactText(text, taxonomy)
      )
        continue;
      // The second line of a name set large.
      if (name?.value.toLowerCase().split(' ').includes(text.toLowerCase())) continue;
      const said = taxonomy.readTitle(text)?.coverage ?? 0;
      if (said < 0.4 && (STREET.test(text) || findDateSpans(text).length > 0)) continue;
      // What stands among addresses, or leads to one, is a user name sooner than a title.
      if (said < 0.4 && (EMAIL.test(line.text) || line.segments.some((s) => s.link && s.text === text))) continue;
      const score =
        1.3 * said + (line === below || i === at + 1 ? 0.8 : i === at ? 0.5 : 0) - 0.05 * Math.abs(i - at) - (i < at ? 0.3 : 0);
      if (score > (best?.score ?? 0.45)) best = { text, line, score };
    }
  });
  if (!best) return undefined;
  const partOf = (line: Line): string => {
    const text = (line === nameLine ? behindName(line, name?.value ?? '') : line.segments.map((s) => s.text)).at(-1) ?? '';
    const isNone = isNoHeadline(text, name?.value) || POSTNOMINALS.test(text) || isProse(text) || isContactText(text, taxonomy);
    return isNone || STREET.test(text) ? '' : text;
  };
  const whole = wholeHeadline(lines, best, partOf);
  return found(whole.text, whole.lines, 0.62 + 0.18 * best.score);
}

function behindName(line: Line, name: string): string[] {
  return line.segments.flatMap((segment) => {
    const at = segment.text.toLowerCase().indexOf(name.toLowerCase());
    if (at < 0) return [segment.text];
    return [segment.text.slice(at + name.length).replace(/^[\s,|–—·:-]+/, '')];
  });
}

/** `…@example.co.uk` speaks for British numbers where no place is known; `.me`, `.io` and the like speak for nobody. */
function countryOfMail(email: Found | undefined): string | undefined {
  const top = /\.([a-z]{2})$/i.exec(email?.value ?? '')?.[1]?.toUpperCase();
  if (!top || /^(?:ME|IO|CO|AI|TV|CC|FM|TO|EU|GG|LY|SH|AC)$/.test(top)) return undefined;
  return top === 'UK' ? 'GB' : top;
}

function findPhone(lines: readonly Line[], country: string | undefined): Found | undefined {
  let first: Found | undefined;
  for (const line of lines)
    for (const segment of line.segments)
      for (const { value, valid } of findPhones(segment.text, country)) {
        if (valid) return found(value, [line], 0.97);
        first ??= found(value, [line], 0.87);
      }
  return first;
}

/** Lines where contacts may stand, likeliest first: head, contact sections, then the rest but references. */
function contactLines(sections: readonly Section[]): { head: Line[]; near: Line[]; anywhere: Line[] } {
  const head = sections.filter((s) => s.kinds[0] === 'header').flatMap((s) => s.lines);
  const contact = sections.filter((s) => s.kinds.some((k) => k === 'contact' || k === 'profiles')).flatMap((s) => s.lines);
  const near = [
    ...contact,
    ...head,
    ...sections
      .filter((s) => s.kinds.every((k) => CONTACT_KINDS.has(k)) && !['header', 'contact', 'profiles'].includes(s.kinds[0] ?? ''))
      .flatMap((s) => s.lines),
  ];
  const anywhere = sections.filter((s) => !s.kinds.includes('references')).flatMap((s) => s.lines);
  return { head, near, anywhere };
}

/** What is printed largest, and much larger than the text: a name in a band beside or below the rest. */
function largest(lines: readonly Line[]): Line[] {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  const [top = 0, usual = 0] = [sizes.at(-1), sizes[Math.floor(sizes.length / 2)]];
  return top < 1.4 * usual ? [] : lines.filter((line) => !line.flow && line.size > top - 0.4).slice(0, 3);
}

/** The foot that the format repeats on every page is that of a firm sooner than of the person: it counts where nothing else does. */
const aboveFoot = (lines: readonly Line[]): Line[] => lines.filter((line) => !line.segments.some((segment) => segment.foot));

/** Contacts of the person. `looseLinks` are links of the file that cover no text: icons. */
export function readContact(sections: readonly Section[], looseLinks: readonly LinkPlace[], taxonomy: Taxonomy): ContactFound {
  const { head, near, anywhere } = contactLines(sections);
  const email = findEmail(aboveFoot(near)) ?? findEmail(near) ?? findEmail(anywhere);
  const nameLines = head.length > 0 ? head : near.length > 0 ? [...largest(anywhere), ...near] : anywhere;
  const name =
    nameInRows(near) ??
    findName(
      [...nameLines, ...(head.length > 0 ? near.filter((l) => !head.includes(l)).slice(0, 6) : [])],
      email?.value,
      taxonomy,
    ) ??
    findName(largest(anywhere), email?.value, taxonomy);
  const contactFirst = [
    ...near.filter((line) => !head.includes(line) && sections.some((s) => s.kinds.includes('contact') && s.lines.includes(line))),
    ...head,
  ];
  const location = findLocation(aboveFoot(contactFirst), taxonomy, name) ?? findLocation(contactFirst, taxonomy, name);
  const country = location?.value.countryCode ?? countryOfMail(email);
  const links = findLinks(near, linksBeside(near, sections, looseLinks));
  const own = links.find((l) => !l.profile && !l.box && !(email && l.url.includes(email.value.split('@')[1] ?? '@')));
  const summaryLines = headParagraphs(head, name?.lines ?? []);
  return {
    name,
    label: findLabel(
      head.filter((line) => !summaryLines.includes(line)),
      name,
      taxonomy,
    ),
    email,
    phone: findPhone(aboveFoot(near), country) ?? findPhone(near, country) ?? findPhone(anywhere.slice(-8), country),
    url: own?.line ? found(own.url, [own.line], 0.9) : undefined,
    location,
    profiles: links
      .filter((l) => l.profile)
      .map((l) => ({ value: l.profile ?? { network: '', url: l.url }, lines: [l.line], box: l.box })),
    summaryLines,
  };
}
