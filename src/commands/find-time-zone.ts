/** What somebody writes for their time zone → a name of the time zone database: the name itself, a city, a country. */
import { isTimeZone } from '../digest/local-day.ts';
import { offsetAt } from '../digest/zone-offsets.ts';
import { UserError } from '../domain/errors.ts';
import { foldWords } from '../domain/fold-text.ts';
import type { Place, Taxonomy } from '../domain/taxonomy.ts';

type Places = Pick<Taxonomy, 'findPlace' | 'countryCode'>;

const AREAS = ['Africa', 'America', 'Asia', 'Atlantic', 'Australia', 'Europe', 'Indian', 'Pacific', 'Antarctica', 'Arctic'];
/** Letters and offsets stand for one half of the year, and some for several places (CST, IST): a digest at "EST" is an hour off all summer. */
const SHORT = /^(?:[ecmp][sd]?t|ak[sd]t|a[sd]t|[cew]es?t|me?s?z|b?st|ist|[jkh]st|ae[sd]t|ac[sd]t|awst|nz[sd]t|sgt|hkt|msk)$/i;
const OFFSET = /^(?:utc|gmt)?\s*[+-]\s*\d/i;
const SHOWN_CHOICES = 4;
const DAY = 86_400_000;

/** Throws UserError that says what to write when it is nothing known or more than one. `now` in milliseconds: zones of one clock are one. */
export function findTimeZone(text: string, places: Places, now: number): string {
  const named = text.trim();
  if (/^(?:utc|gmt|z)$/i.test(named)) return 'UTC';
  if (SHORT.test(named) || OFFSET.test(named))
    throw new UserError(
      `${named} does not say what your clock does in summer and in winter.`,
      'Write your city, for example: digest zone New York',
    );
  const found = named.includes('/') ? zoneNamed(named) : (zoneOfCity(named) ?? zoneOfPlace(named, places, now));
  if (found) return found;
  throw new UserError(
    `${named} is no time zone that I know.`,
    'Write the nearest large city, or Area/City, for example: digest zone Europe/Berlin',
  );
}

/** Case does not count; also the names that are kept for those who are used to them (`Asia/Calcutta`). */
function zoneNamed(name: string): string | undefined {
  const listed = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === name.toLowerCase());
  if (listed) return listed;
  const written = name
    .split(/([/_-])/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
    .join('');
  return isTimeZone(written) ? written : undefined;
}

const cityOf = (zone: string): string => foldWords((zone.split('/').at(-1) ?? '').replaceAll('_', ' '));

/** The database names its zones after cities: `new york`, `são paulo`. */
function zoneOfCity(text: string): string | undefined {
  const wanted = foldWords(text);
  const hits = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && cityOf(zone) === wanted);
  if (hits.length > 1) throw tooMany(text, hits);
  const [only] = hits;
  if (only) return only;
  const name = text.trim().replace(/\s+/g, '_');
  for (const area of AREAS) {
    const zone = zoneNamed(`${area}/${name}`);
    if (zone) return zone;
  }
  return undefined;
}

/** A country, or a city that the dictionary of places knows: the zones of its country, one for each clock there. */
function zoneOfPlace(text: string, places: Places, now: number): string | undefined {
  const country = places.countryCode(text);
  const place = country === undefined ? places.findPlace(text) : undefined;
  const code = country ?? place?.countryCode;
  const zones = code === undefined ? [] : zonesOfCountry(code);
  const clocks = [...Map.groupBy(zones, (zone) => clockOf(zone, now)).values()];
  const located = clocks.map((same) => representative(same, code ?? '', places, place));
  const choices = located.sort((a, b) => a.far - b.far || b.people - a.people).map(({ zone }) => zone);
  if (choices.length > 1) throw tooMany(text, choices);
  return choices[0];
}

/** `getTimeZones` is newer than the types of the language: read with a look, not with a promise. */
function zonesOfCountry(code: string): string[] {
  const locale = new Intl.Locale(`und-${code}`);
  const read: unknown = Reflect.get(locale, 'getTimeZones');
  const zones: unknown = typeof read === 'function' ? Reflect.apply(read, locale, []) : [];
  return Array.isArray(zones) ? zones.filter((zone) => typeof zone === 'string') : [];
}

/** What the clocks there show over the year to come. */
const clockOf = (zone: string, now: number): string =>
  Array.from({ length: 27 }, (_, fortnight) => offsetAt(now + fortnight * 14 * DAY, zone)).join();

interface RatedZone {
  zone: string;
  /** Of its city. */
  people: number;
  far: number;
}

/** Of zones with one clock the one with the largest city, which people know, and how far the nearest of them is from the place. */
function representative(zones: readonly string[], countryCode: string, places: Places, place: Place | undefined): RatedZone {
  const rated = zones.map((zone): RatedZone => {
    const found = places.findPlace(cityOf(zone), { countryCode });
    const city = found?.countryCode === countryCode ? found : undefined;
    return { zone, people: city?.population ?? 0, far: city && place ? distance(city, place) : Number.POSITIVE_INFINITY };
  });
  const largest = rated.reduce((best, one) => (one.people > best.people ? one : best));
  const far = Math.min(...rated.map((one) => one.far));
  // Without a place all are as far: the largest first then.
  return { ...largest, far: place ? far : 0 };
}

/** Good enough to put cities of one country in order. */
function distance(a: Place, b: Place): number {
  const east = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(a.latitude - b.latitude, east);
}

function tooMany(text: string, zones: readonly string[]): UserError {
  const shown = zones.slice(0, SHOWN_CHOICES).map((zone) => `digest zone ${zone}`);
  const others = zones.length > SHOWN_CHOICES ? ', or another Area/City' : '';
  return new UserError(
    `${text.trim()} may mean one of ${zones.length} time zones.`,
    `Answer with yours: ${shown.join(', ')}${others}`,
  );
}
