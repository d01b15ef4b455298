/** A place in a contact line: `14 Cardigan Terrace, LS6 2AB Leeds, West Yorkshire`, `Tulsa, OK 74104 US`, `310000 杭州, 浙江`. */
import type { ResumeLocation } from '../../domain/resume.ts';
import type { Place, Taxonomy } from '../../domain/taxonomy.ts';
import { splitCommas } from './split-list.ts';

const POSTAL =
  /(?:\b[A-Z]{1,2}-)?(?:\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b\d{4}\s?[A-Z]{2}\b(?=\s)|〒?\b\d{3}-\d{4}\b|\b\d{2}-\d{3}\b|\b\d{5}(?:-\d{3,4})?\b|\b\d{6}\b|\b\d{4}\b|\b\d{3}\s\d{2}\b)/u;
const LABEL =
  /^(?:address|location|based in|lives in|wohnort|anschrift|adresse|domicile|ort|ubicación|dirección|localidad|residencia|morada|endereço|indirizzo|residenza|adres|miejsce zamieszkania|city|地址|住址|住所|现居地|所在地|居住地)\s*[:：]\s*/iu;

function withoutPostal(text: string): { text: string; postalCode?: string } {
  const found = POSTAL.exec(text);
  if (!found) return { text: text.trim() };
  return {
    text: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim(),
    postalCode: found[0],
  };
}

function fromPlace(place: Place, city: string, parts: readonly string[], postalCode: string | undefined): ResumeLocation {
  return {
    ...(parts.length > 0 ? { address: parts.join(', ') } : {}),
    ...(postalCode ? { postalCode } : {}),
    city,
    ...(place.region ? { region: place.region } : {}),
    countryCode: place.countryCode,
    latitude: place.latitude,
    longitude: place.longitude,
  };
}

/** `Tulsa, OK US` → `Tulsa, OK`: a country behind the region keeps the gazetteer from finding the city. */
function variants(text: string): string[] {
  const tail = /^(.*\S)[,\s]+([A-Z]{2})$/.exec(text);
  return tail ? [text, String(tail[1])] : [text];
}

/** The place that a text names, wherever it starts in it; the city is given as printed. */
export function readPlace(text: string, taxonomy: Taxonomy): ResumeLocation | undefined {
  const plain = text.replace(LABEL, '').trim();
  if (plain.length > 120 || /@|https?:/.test(plain)) return undefined;
  const parts = splitCommas(plain);
  for (let i = 0; i < parts.length; i++) {
    const { text: rest, postalCode } = withoutPostal(parts.slice(i).join(', '));
    for (const variant of variants(rest)) {
      const place = taxonomy.findPlace(variant);
      if (!place) continue;
      const city = (splitCommas(variant)[0] ?? '').trim();
      // A street named like a town (`Berlin Street 4`) is followed by the town itself.
      if (/\d/.test(city) || city.length < 2) continue;
      return fromPlace(place, city, parts.slice(0, i), postalCode);
    }
  }
  return countryTail(parts, taxonomy) ?? postalTown(parts);
}

/** A town that the gazetteer lacks, before a country or beside a postal code. */
function countryTail(parts: readonly string[], taxonomy: Taxonomy): ResumeLocation | undefined {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (!last || !before || parts.length > 4) return undefined;
  const { text: country } = withoutPostal(last);
  const countryCode = taxonomy.countryCode(country);
  const { text: city, postalCode } = withoutPostal(before);
  if (!countryCode || !/^\p{Lu}[\p{L}'’ .-]{1,30}$/u.test(city)) return undefined;
  return { ...(postalCode ? { postalCode } : {}), city, countryCode };
}

function postalTown(parts: readonly string[]): ResumeLocation | undefined {
  for (const part of parts.toReversed()) {
    const { text: city, postalCode } = withoutPostal(part);
    if (postalCode && /^\p{Lu}[\p{L}'’ .-]{2,30}$/u.test(city) && part.length < 40) return { postalCode, city };
  }
  return undefined;
}
