/** Places of a posting: what the feed wrote → city, region, country and coordinates of the gazetteer. */
import type { PostingLocation, RawPosting } from '../../../domain/posting.ts';
import type { Place, Taxonomy } from '../../../domain/taxonomy.ts';
import { withoutUndefined } from '../../../domain/without-undefined.ts';

type RawLocation = RawPosting['locations'][number];

const REMOTE =
  /(?:\b|_)(?:fully |100% )?(?:remote|anywhere(?: in(?: the)?(?: world)?)?|worldwide|hybrid(?:e)?|on-?site|work from home|home ?office|wfh|télétravail|teletrabajo|remoto|weltweit|global|distributed|multiple locations|various locations|mehrere standorte)(?:\b|_)/giu;
const REGIONS_OF_WORLD =
  /^(?:europe|emea|eu|apac|latam|americas|north america|asia|africa|dach|nordics|middle east|european union|europa|international)$/i;

/** Without repeats; places that the gazetteer does not know keep their words. `Remote` and `Anywhere` are no places. */
export function readLocations(raw: RawPosting, taxonomy: Taxonomy): PostingLocation[] {
  const found = raw.locations
    .flatMap((location) => splitCountries(location, taxonomy))
    .map((location) => readLocation(location, taxonomy))
    .filter((location) => location !== undefined);
  const seen = new Set<string>();
  return found.filter((location) => {
    const key = `${location.city}|${location.region}|${location.countryCode}`.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** `USA, Canada` are two places to live in. */
function splitCountries(location: RawLocation, taxonomy: Taxonomy): RawLocation[] {
  const parts = location.text?.split(/\s?,\s?/) ?? [];
  return parts.length > 1 && parts.length < 40 && parts.every((part) => taxonomy.countryCode(part) !== undefined)
    ? parts.map((text) => ({ text }))
    : [location];
}

function readLocation(raw: RawLocation, taxonomy: Taxonomy): PostingLocation | undefined {
  const country = countryOf(raw.country, taxonomy);
  const city = plain(raw.city);
  const text = plain(raw.text);
  const name = city ?? text;
  const region = plain(raw.region);
  if (name === undefined)
    return region === undefined && country === undefined ? undefined : withoutUndefined({ region, countryCode: country });
  if (city === undefined && text !== undefined) {
    const whole = taxonomy.countryCode(text);
    if (whole !== undefined && taxonomy.findPlace(text, hint(country, region))?.city.toLowerCase() !== text.toLowerCase())
      return { countryCode: whole };
    if (REGIONS_OF_WORLD.test(text)) return country === undefined ? undefined : { countryCode: country };
  }
  const place = lookUp(name, region, country, taxonomy);
  if (place) {
    return withoutUndefined({
      city: city ?? printedName(name, place, taxonomy),
      region: place.region ?? region,
      countryCode: country ?? place.countryCode,
      latitude: place.latitude,
      longitude: place.longitude,
    });
  }
  return unknownPlace(city, text, region, country, taxonomy);
}

function lookUp(
  name: string,
  region: string | undefined,
  country: string | undefined,
  taxonomy: Taxonomy,
): ReturnType<Taxonomy['findPlace']> {
  const near = hint(country, region);
  const place =
    taxonomy.findPlace(region === undefined || name.includes(region) ? name : `${name}, ${region}`, near) ??
    taxonomy.findPlace(name, near);
  // A place of the same name in another country is not it.
  return place !== undefined && (country === undefined || place.countryCode === country) ? place : undefined;
}

/** The name as the feed spells it (`Galway`, where the gazetteer says `Gaillimh`), unless it is an abbreviation or more than a name. */
function printedName(text: string, place: Place, taxonomy: Taxonomy): string {
  const printed =
    text
      .split(/[,;(/|]|\s[-–—]\s/u)[0]
      ?.replace(/(?<![\p{L}\d])[A-Z]{0,2}-?\d[\dA-Z-]{1,9}(?![\p{L}\d])/gu, '')
      .trim() ?? '';
  if (printed.length < 3 || /^\p{Lu}{2,4}$/u.test(printed)) return place.city;
  const same = taxonomy.findPlace(printed, { countryCode: place.countryCode });
  const extra = /(?<!\p{L})(?:greater|area|metro|city|region|raum|near|and|und|district)(?!\p{L})/iu.test(printed);
  return !extra && same !== undefined && same.latitude === place.latitude && same.longitude === place.longitude
    ? printed
    : place.city;
}

/** `Oakfield Mills, TX`: city, then region or country by the last parts. */
function unknownPlace(
  city: string | undefined,
  text: string | undefined,
  region: string | undefined,
  country: string | undefined,
  taxonomy: Taxonomy,
): PostingLocation {
  if (city !== undefined || text === undefined) return withoutUndefined({ city, region, countryCode: country });
  const parts = text.split(/\s{0,5},\s{0,5}/).filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const lastCountry = parts.length > 1 ? taxonomy.countryCode(last) : undefined;
  const isState = parts.length > 1 && /^[A-Z]{2}(?: \d{5})?$/.test(last) && (country === 'US' || country === undefined);
  const middle = parts.length > 2 ? parts.at(-2) : undefined;
  const own = isState ? last.slice(0, 2) : (middle ?? (parts.length === 2 && lastCountry === undefined ? last : undefined));
  return withoutUndefined({ city: parts[0], region: region ?? own, countryCode: country ?? (isState ? 'US' : lastCountry) });
}

function plain(text: string | undefined): string | undefined {
  const clean = text
    ?.slice(0, 200)
    .replace(REMOTE, ' ')
    .replace(/\(\s{0,5}\)|\[\s{0,5}\]/g, ' ')
    .replace(/\s{2,99}/g, ' ')
    .replace(/^[\s,;:/|\-–—(]{1,9}|[\s,;:/|\-–—]{1,9}$/gu, '')
    .trim();
  const balanced = clean !== undefined && !clean.includes('(') ? clean.replace(/\)/g, '') : clean;
  return balanced === '' ? undefined : balanced;
}

function countryOf(text: string | undefined, taxonomy: Taxonomy): string | undefined {
  const clean = text?.trim();
  if (clean === undefined || clean === '') return undefined;
  if (/^[A-Za-z]{2}$/.test(clean)) return clean.toUpperCase() === 'UK' ? 'GB' : clean.toUpperCase();
  return taxonomy.countryCode(clean);
}

const hint = (countryCode: string | undefined, region: string | undefined): { countryCode?: string; region?: string } =>
  withoutUndefined({ countryCode, region });
