/** A place in a contact line: `14 Orchard Rise, LS7 3CD Leeds, West Yorkshire`, `Boise, ID 83702 US`, `310000 杭州, 浙江`. */
import type { ResumeLocation } from '../../domain/resume.ts';
import type { Place, Taxonomy } from '../../domain/taxonomy.ts';
import { koreanTown } from './cjk-cues.ts';
import { townBehindRegion } from './region-first.ts';
import { splitCommas } from './split-list.ts';

const POSTAL =
  /(?:\b[A-Z]{1,2}-)?(?:\b\d{4}-\d{3}\b|\b[A-HJ-NP-Z]\d{4}(?:[A-Z]{3})?\b|\b\d{7}\b|\b[A-Z]\d[\dW]\s?[A-Z\d]{4}\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b\d{4}\s?[A-Z]{2}\b(?=\s|$)|〒?\b\d{3}-\d{4}\b|\b\d{2}-\d{3}\b|\b\d{5}(?:-\d{3,4})?\b|\b\d{6}\b|\b\d{4}\b|\b\d{3}\s\d{2}\b)/u;
const LABEL =
  /^(?:address|location|based in|lives in|wohnort|anschrift|adresse|domicile|ort|ubicación|dirección|localidad|residencia|morada|endereço|indirizzo|residenza|adres|miejsce zamieszkania|city|地址|住址|住所|现居地|所在地|居住地|现居住地|現居住地|現居地|現住所|通訊地址|聯絡地址|居住地址|주소|거주지|자택주소|현주소)\s*[:：]\s*/iu;
/** `Address Austin, TX`: a label in a column of labels, without a colon. */
const BARE_LABEL =
  /^(?:(?:address|location|adresse|anschrift|wohnort|ubicación|dirección|indirizzo|endereço|morada|adres)\s+(?=[\p{Lu}\d])|(?:주소|거주지|현주소)\s+(?=[가-힣])|地址\s+(?=\p{Script=Han}))/iu;
/** `现居住于苏州`, `现居上海`: said, not labelled. */
const LIVES_IN = /^(?:现|現)?(?:居住|居|住)(?:于|在|於)?(\p{Script=Han}{2,4}?)市?$/u;

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

/** `C.P. 44160`, `CEP 01310-100`: a part of its own, and the town behind it. */
const CODE_LABEL = /^(?:c\.?\s?p\.?|cep|plz|cap|cód(?:igo|\.) postal|code postal|zip(?: code)?|post ?code|индекс)[\s.:]*$/iu;

interface Parts {
  /** Without postal code and country. */
  names: string[];
  printed: string[];
  postalCode?: string;
  /** Index of the name that stands beside the postal code. */
  town?: number;
  countryCode?: string;
  /** Index of the first name behind a postal code that says it is one. */
  behindCode?: number;
  /** A state that is named by its letters. */
  region?: string;
  /** The part that was taken for the country. */
  country?: string;
}

/** States of the US whose letters are the code of a country as well. */
const US_STATES: ReadonlySet<string> = new Set(
  'AL AR AZ CA CO DE GA ID IL IN KY LA MA MD ME MN MO MS MT NC NE PA SC SD TN VA'.split(' '),
);

function partsOf(text: string, taxonomy: Taxonomy): Parts {
  const printed = splitCommas(text);
  const parts: Parts = { names: [], printed };
  for (const [i, part] of printed.entries()) {
    const { text: rest, postalCode } = withoutPostal(part);
    // `2218 N Alder Ave, 60614 Chicago`: the longer number is the postal code.
    if (postalCode && postalCode.length >= (parts.postalCode?.length ?? 0))
      Object.assign(parts, { postalCode, town: parts.names.length });
    if (postalCode && CODE_LABEL.test(rest)) {
      parts.names.push('');
      parts.behindCode = parts.names.length;
      continue;
    }
    const last = i === printed.length - 1;
    const tail = last ? /^(.*\S)\s+([A-Z]{2})$/.exec(rest) : null;
    const code = tail ? taxonomy.countryCode(String(tail[2])) : last && i > 0 ? taxonomy.countryCode(rest) : undefined;
    // `Wexcombeville, CA 94588` is in California, not in Canada.
    const state = postalCode !== undefined && /^\d{5}/.test(postalCode) && US_STATES.has(rest);
    if (code) Object.assign(parts, { countryCode: state ? 'US' : code, country: rest, ...(state ? { region: rest } : {}) });
    if (code && !tail) continue;
    parts.names.push(code && tail ? String(tail[1]) : rest);
  }
  return parts;
}

/** `г. Пермь`, `м. Львів`: what says that a town follows. */
const TOWN_SIGN = /^(?:г|гор|м|гр|пос|пгт|с)\.\s*(?=\p{Lu}\p{Ll})/u;

/** Street numbers, districts (`Dublin 8`, `Manchester M14`) and the sign before an address are no part of a town's name. */
function cityName(text: string): string {
  return text
    .replace(/^[^\p{L}\p{N}'’(]+/u, '')
    .replace(TOWN_SIGN, '')
    .replace(/\s+(?:\d{1,2}|[A-Z]{1,2}\d{1,2}[A-Z]?)$/, '')
    .trim();
}

/** `Columbus OH`, `Milan Lombardy`: what stands behind the town without a comma is its region. */
function townOf(printed: string, place: Place, taxonomy: Taxonomy): string {
  const words = printed.split(/\s+/);
  if (printed.toLowerCase() === place.city.toLowerCase()) return printed;
  for (let count = 1; count <= Math.min(3, words.length - 1); count++) {
    const town = words.slice(0, -count).join(' ');
    if (!/\p{L}{2}/u.test(town)) continue;
    const found = taxonomy.findPlace(`${town}, ${words.slice(-count).join(' ')}`, { countryCode: place.countryCode });
    if (found && found.latitude === place.latitude && found.longitude === place.longitude) return town;
  }
  return printed;
}

/** `14 Cardigan Terrace Leeds, West Yorkshire LS6 2AB GB`: the town ends the street's line, and all behind it is where it lies. */
function townBehindStreet(parts: Parts, taxonomy: Taxonomy): ResumeLocation | undefined {
  const [street = '', ...behind] = parts.names;
  if (!/\d/.test(street) || !(parts.postalCode || parts.countryCode)) return undefined;
  const words = street.split(/\s+/);
  for (let count = Math.min(3, words.length - 2); count >= 1; count--) {
    const city = words.slice(-count).join(' ');
    if (!/^\p{Lu}/u.test(city) || /\d/.test(city)) continue;
    const where = [city, ...behind.filter(Boolean)].join(', ');
    const place = taxonomy.findPlace(where, parts.countryCode ? { countryCode: parts.countryCode } : undefined);
    if (place && (!parts.countryCode || place.countryCode === parts.countryCode))
      return fromPlace(place, city, [words.slice(0, -count).join(' ')], parts.postalCode);
  }
  return undefined;
}

/** Names from…on as a place: all of them, else the first alone where a country or region stands behind it. */
function lookUp(parts: Parts, from: number, taxonomy: Taxonomy): Place | undefined {
  const [town = '', ...behind] = parts.names.slice(from);
  const names = [town, ...behind.filter(Boolean)];
  const [first] = names;
  // `WA`, `ON`: a region behind a town that the gazetteer lacks, though there are towns of that name.
  if (!first || /\d/.test(cityName(first)) || /^[A-Z]{2,3}$/.test(first)) return undefined;
  const hint = parts.countryCode ? { countryCode: parts.countryCode } : undefined;
  // `Chicago, IL`: two letters may be a region sooner than a country.
  const region =
    parts.country?.length === 2 ? taxonomy.findPlace([cityName(first), ...names.slice(1), parts.country].join(', ')) : undefined;
  const fits = (place: Place): boolean =>
    (!hint || place.countryCode === hint.countryCode) && (!parts.region || place.region === parts.region);
  if (region && (!parts.region || region.region === parts.region)) return region;
  const all = [cityName(first), ...names.slice(1)].join(', ');
  const whole = taxonomy.findPlace(all, hint);
  if (whole && fits(whole)) return whole;
  // `Iloilo City` is listed as `Iloilo`.
  const [, bare] = /^(.{3,}) City$/.exec(names.length === 1 ? first : '') ?? [];
  const city = bare === undefined ? undefined : taxonomy.findPlace(bare, hint);
  if (city && fits(city)) return city;
  if (names.length < 2 && !hint) return undefined;
  const alone = taxonomy.findPlace(cityName(first), hint);
  return alone && fits(alone) ? alone : undefined;
}

/** `여 / 1993년생`, `31岁（1995年4月）`: of four digits, and no postal code. */
const YEAR_OF_BIRTH = /\d{4}\s?(?:년생|年生|년|年)/u;

/** What stands before the town, but for the postal code, which has a field of its own. */
const addressBefore = ({ printed, postalCode }: Parts, town: number): string[] =>
  printed
    .slice(0, town)
    .filter((part) => postalCode === undefined || (!CODE_LABEL.test(part.replace(postalCode, '')) && part !== postalCode));

/** The place that a text names, wherever it starts in it; the city is given as printed. */
export function readPlace(text: string, taxonomy: Taxonomy): ResumeLocation | undefined {
  const plain = text
    .replace(LABEL, '')
    .replace(BARE_LABEL, '')
    .replace(/^[\s:：]+/u, '')
    .trim();
  const livesIn = LIVES_IN.exec(plain)?.[1];
  if (livesIn) return readPlace(livesIn, taxonomy) ?? { city: livesIn };
  if (YEAR_OF_BIRTH.test(plain)) return undefined;
  if (plain.length > 120 || plain.length < 2 || /@|https?:/.test(plain)) return undefined;
  const parts = partsOf(plain, taxonomy);
  const coded = besideCode(parts, taxonomy);
  if (coded) return coded;
  const places = [...parts.names.keys()];
  for (const i of [...places.slice(parts.behindCode ?? 0), ...places.slice(0, parts.behindCode ?? 0)]) {
    // A part with a number that is not the postal code is a street.
    if (parts.town !== undefined && i !== parts.town && /\d/.test(parts.printed[i] ?? '')) continue;
    const place = lookUp(parts, i, taxonomy);
    const city = cityName(parts.names[i] ?? '');
    if (place && city.length >= 2)
      return fromPlace(place, townOf(city, place, taxonomy), addressBefore(parts, i), parts.postalCode);
  }
  const behind = townBehindRegion(plain, taxonomy);
  if (behind) return fromPlace(behind.place, behind.city, [], undefined);
  return (
    cityState(parts, taxonomy) ??
    cjkTown(plain, parts, taxonomy) ??
    townBehindStreet(parts, taxonomy) ??
    unknownTown(parts, taxonomy)
  );
}

const SIX_DIGITS = /^\d{3} ?\d{3}$/;

/** `Ambattur, Chennai - 600053`: of a suburb and its city, both known, the one that the code of six digits stands beside. */
function besideCode(parts: Parts, taxonomy: Taxonomy): ResumeLocation | undefined {
  const { town, postalCode, names, printed } = parts;
  const city = cityName(names[town ?? 0] ?? '').replace(/[\s–—-]+$/, '');
  if (!town || !postalCode || !SIX_DIGITS.test(postalCode) || city.length < 3 || /\d/.test(city)) return undefined;
  const place = taxonomy.findPlace(city, parts.countryCode ? { countryCode: parts.countryCode } : undefined);
  const suburb = place && taxonomy.findPlace(cityName(names[town - 1] ?? ''), { countryCode: place.countryCode });
  return place && suburb ? fromPlace(place, city, printed.slice(0, town), postalCode) : undefined;
}

/** `21 Serangoon North Ave 4, Singapore 555862`: a country that is a town of that name as well. */
function cityState(parts: Parts, taxonomy: Taxonomy): ResumeLocation | undefined {
  const { country, countryCode, printed, postalCode } = parts;
  if (!country || !countryCode || country.length < 3) return undefined;
  const place = taxonomy.findPlace(country, { countryCode });
  if (place?.countryCode !== countryCode || place.city.toLowerCase() !== country.toLowerCase()) return undefined;
  return fromPlace(place, country, printed.slice(0, -1), postalCode);
}

/** `310000 杭州, 浙江`, `东京都新宿区`: the gazetteer knows few towns in these scripts. */
function cjkTown(text: string, parts: Parts, taxonomy: Taxonomy): ResumeLocation | undefined {
  const whole = parts.names.find((name) => /^\p{Script=Han}{2,4}市$/u.test(name));
  if (whole) return { ...(parts.postalCode ? { postalCode: parts.postalCode } : {}), city: whole };
  const korean = parts.names.map(koreanTown).find((name) => name !== undefined);
  const named = BEHIND_PROVINCE.exec(text) ?? /(\p{Script=Han}{2,4}?(?:市|(?=都)))/u.exec(text);
  const first = parts.names[0]?.split(/\s+/)[0] ?? '';
  // `成都武侯区`, `부산 해운대구`: a city that the gazetteer knows, right before its district.
  const city = /^(\p{Script=Han}{2,3}?)(?=\p{Script=Han}{1,3}[区區]$)|^([가-힣]{2,3})(?= [가-힣]{1,4}[구군동]$)/u.exec(
    parts.names[0] ?? '',
  )?.[0];
  const place = city && !named ? taxonomy.findPlace(city) : undefined;
  if (city && place && !korean) return fromPlace(place, city, [], parts.postalCode);
  const town =
    korean ??
    named?.[1] ??
    (/^[가-힣]{2,4}$/u.test(first) && parts.postalCode ? first : undefined) ??
    (/^\p{Script=Han}{2,4}$/u.test(first) && (parts.postalCode || parts.names.length > 1) ? first : undefined);
  return town ? { ...(parts.postalCode ? { postalCode: parts.postalCode } : {}), city: town } : undefined;
}

/** `江苏省苏州市…`, `大阪府大阪市…`: what stands before the town is where it lies. */
const BEHIND_PROVINCE = /(?:省|自治区|自治區|県|縣|府|北海道)(\p{Script=Han}{2,4}?市)/u;

/** `Medan North Sumatra` beside a postal code: a large town that the words begin with, though nobody knows the region. */
function withoutRegion(name: string, parts: Parts, taxonomy: Taxonomy): string {
  const words = name.split(/\s+/);
  if (!parts.postalCode || words.length < 2 || words.length > 4) return name;
  for (let count = words.length - 1; count > 0; count--) {
    const town = words.slice(0, count).join(' ');
    if ((taxonomy.findPlace(town)?.population ?? 0) >= LARGE_TOWN) return town;
  }
  return name;
}
const LARGE_TOWN = 200_000;

/** A town that the gazetteer lacks, before a country or beside a postal code. */
function unknownTown(parts: Parts, taxonomy: Taxonomy): ResumeLocation | undefined {
  if (!parts.countryCode && !parts.postalCode) return undefined;
  const withCode = parts.printed.findIndex((part) => parts.postalCode && part.includes(parts.postalCode));
  const candidates = [
    ...(withCode >= 0 ? [parts.names[withCode]] : []),
    ...(withCode > 0 && /^[A-Z]{2,3}$/.test(parts.names[withCode] ?? '') ? [parts.names[withCode - 1]] : []),
    parts.names.length === 1 || parts.countryCode ? parts.names[0] : undefined,
    // The town beside a postal code that stands apart: `050010, Алматы`, `Surfers Paradise, QLD, 4217`.
    parts.names[withCode + 1],
    parts.names[withCode - 1],
  ];
  const city = candidates
    .map((name) => withoutRegion(cityName(name ?? ''), parts, taxonomy).replace(/(?<=\p{Ll}) [A-Z]{2,3}$/u, ''))
    .find((name) => /^\p{Lu}[\p{L}'’ .-]{2,30}$/u.test(name) && !/^[A-Z]{2,3}$/.test(name));
  if (!city || parts.names.length > 5 || (parts.names.length > 3 && withCode < 0)) return undefined;
  return {
    ...(parts.postalCode ? { postalCode: parts.postalCode } : {}),
    city,
    ...(parts.countryCode ? { countryCode: parts.countryCode } : {}),
  };
}
