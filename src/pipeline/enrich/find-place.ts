import type { Place } from '../../domain/taxonomy.ts';
import type { City, CityTable } from './city-table.ts';
import type { CountryIndex } from './country-codes.ts';
import { placeKey, readCountry } from './country-codes.ts';
import { listCell, readTable } from './read-table.ts';
import { transliterations } from './transliterate-cyrillic.ts';

interface Region {
  countryCode: string;
  /** Code of GeoNames as in the table of cities. */
  code: string;
  /** As shown: `IL`, `England`, `Bayern`. */
  shown: string;
}
export interface PlaceIndex {
  cities: CityTable;
  countries: CountryIndex;
  regions: ReadonlyMap<string, readonly Region[]>;
  /** Country and code of GeoNames → region. */
  regionOfCode: ReadonlyMap<string, Region>;
  /** Names in other languages and short names → key and country of the row in the table of cities. */
  otherNames: ReadonlyMap<string, readonly { key: string; countryCode: string }[]>;
}
export interface PlaceHint {
  countryCode?: string;
  region?: string;
}

/** Smaller places need a region, a country or a hint beside them: their names are too often surnames or words. */
const KNOWN_WITHOUT_HELP = 15_000;
/** How many people more a place of another country must have to win against the country of the hint. */
const HINT_WEIGHT = 1000;
/** No address line with a place is longer. */
const LONGEST_TEXT = 120;

export function loadPlaces(cities: CityTable, countries: CountryIndex): PlaceIndex {
  const regions = new Map<string, Region[]>();
  const regionOfCode = new Map<string, Region>();
  for (const row of readTable('regions.tsv')) {
    const region = { countryCode: row('country'), code: row('code'), shown: row('shown') };
    const id = `${region.countryCode} ${region.code}`;
    if (!regionOfCode.has(id)) regionOfCode.set(id, region);
    for (const name of [region.shown, ...listCell(row('names'))]) pushTo(regions, placeKey(name), region);
  }
  const otherNames = new Map<string, { key: string; countryCode: string }[]>();
  for (const row of readTable('city-names.tsv')) {
    const city = { key: placeKey(row('city')), countryCode: row('country') };
    for (const name of listCell(row('names'))) pushTo(otherNames, placeKey(name), city);
  }
  return { cities, countries, regions, regionOfCode, otherNames };
}

function pushTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const BREAK = /\s*[,;|()/·•]\s*|\s+[-–—]\s+|\s*[–—]\s*/u;
/** Postal codes: any word with a digit, a country letter before it (`D-80331`), the letters of Dutch and British codes behind it. */
const POSTAL =
  /(?:\b[A-Z]{1,3}-)?(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\d)[\p{L}\p{N}][\p{L}\p{N}-]*(?:\s+\d\p{Lu}{2}|\s+\p{Lu}{2}(?=\s))?(?![\p{L}\p{N}])/gu;
const AROUND =
  /^(?:greater|metro|city of|area of|raum|region|großraum|grossraum|(?:near|nahe|près de|cerca de)) | (?:and area|metropolitan area|metro area|bay area|area|und umgebung|cedex(?: \d+)?)$/giu;
const NOT_A_PLACE =
  /^(?:remote|hybrid|on[- ]?site|onsite|home ?office|télétravail|teletrabajo|remoto|deeltijd|vor ort|anywhere|worldwide)$/iu;

/** A place that the whole text names: a city, perhaps with a postal code, regions and a country. Ties go to the hint, then to population. */
export function findPlace(index: PlaceIndex, text: string, hint: PlaceHint = {}): Place | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const parts = text
    .split(BREAK)
    .map((part) => part.replace(POSTAL, ' ').replace(AROUND, '').trim())
    .filter((part) => /\p{L}/u.test(part) && !NOT_A_PLACE.test(part));
  const name = parts[0];
  if (name === undefined || parts.length > 4) return undefined;
  const whole = pickCity(index, candidates(index, placeKey(name)), parts.slice(1), hint);
  return whole ?? splitTail(index, name, parts.slice(1), hint);
}

/** `Chicago IL`, `Paris France`: the region or country stands behind the city without a comma. */
function splitTail(index: PlaceIndex, name: string, others: readonly string[], hint: PlaceHint): Place | undefined {
  const words = name.split(/\s+/u);
  for (let count = 1; count <= Math.min(3, words.length - 1); count++) {
    const tail = words.slice(-count).join(' ');
    if (!isRegionOrCountry(index, tail)) continue;
    const found = pickCity(index, candidates(index, placeKey(words.slice(0, -count).join(' '))), [tail, ...others], hint);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRegionOrCountry(index: PlaceIndex, text: string): boolean {
  return readCountry(index.countries, text) !== undefined || (index.regions.has(placeKey(text)) && !/^\p{Ll}/u.test(text));
}

function candidates(index: PlaceIndex, key: string): City[] {
  const others = index.otherNames.get(key) ?? [];
  const renamed = others.flatMap((other) => {
    const rows = index.cities.find(other.key).filter((city) => city.countryCode === other.countryCode);
    return rows.sort((a, b) => b.population - a.population).slice(0, 1);
  });
  const latin = /\p{Script=Cyrillic}/u.test(key) ? transliterations(key).flatMap((spelling) => index.cities.find(spelling)) : [];
  return [...index.cities.find(key), ...renamed, ...latin];
}

function pickCity(index: PlaceIndex, cities: readonly City[], others: readonly string[], hint: PlaceHint): Place | undefined {
  let best: City | undefined;
  let bestWeight = 0;
  for (const city of cities) {
    const weight = weigh(index, city, others, hint);
    if (weight > bestWeight) [best, bestWeight] = [city, weight];
  }
  return best === undefined ? undefined : toPlace(index, best);
}

/** 0 when a part beside the name contradicts the place. */
function weigh(index: PlaceIndex, city: City, others: readonly string[], hint: PlaceHint): number {
  if (!others.every((part) => agrees(index, city, part))) return 0;
  const hinted = hint.countryCode === city.countryCode;
  if (others.length === 0 && !hinted && city.population < KNOWN_WITHOUT_HELP) return 0;
  const region = hint.region !== undefined && agrees(index, city, hint.region) ? HINT_WEIGHT : 1;
  return city.population * (hinted ? HINT_WEIGHT : 1) * region;
}

function agrees(index: PlaceIndex, city: City, part: string): boolean {
  const key = placeKey(part);
  const regions = index.regions.get(key) ?? [];
  if (regions.some((region) => region.countryCode === city.countryCode && region.code === city.region)) return true;
  if (readCountry(index.countries, part) === city.countryCode) return true;
  // A part of the country that the table of regions does not know but that is itself a place there (`Lyon, Paris` does not pass).
  return regions.length === 0 && key === placeKey(city.name);
}

function toPlace(index: PlaceIndex, city: City): Place {
  const region = index.regionOfCode.get(`${city.countryCode} ${city.region}`)?.shown;
  return {
    city: city.name,
    ...(region === undefined ? {} : { region }),
    countryCode: city.countryCode,
    latitude: city.latitude,
    longitude: city.longitude,
    population: city.population,
  };
}
