/** Where a job is, from whatever a feed calls a location: text, object, list, schema.org address. */
import type { RawPosting } from '../../../domain/posting.ts';
import { isRecord } from '../feed/find-postings.ts';
import type { FieldValue } from '../feed/xml-to-record.ts';
import { RecordFields } from './record-fields.ts';

type RawLocation = RawPosting['locations'][number];

const CITY = [
  'city',
  'addresslocality',
  'locality',
  'town',
  'ville',
  'ciudad',
  'stadt',
  'ort',
  'cidade',
  'citta',
  'miasto',
  'plaats',
  'cityname',
];
const REGION = [
  'state',
  'region',
  'addressregion',
  'province',
  'county',
  'bundesland',
  'stateprovince',
  'regionname',
  'statecode',
  'provincia',
];
const COUNTRY = ['countrycode', 'country', 'addresscountry', 'countryname', 'pays', 'pais', 'land', 'paese', 'isocode'];
/** Fields that hold a place as text, as an object, or a list of either. */
const PLACE = [
  ...[
    'location',
    'locations',
    'joblocation',
    'joblocations',
    'positionlocation',
    'address',
    'postaladdress',
    'place',
    'office',
    'additionaloffices',
    'secondarylocations',
  ],
  ...[
    'alllocations',
    'jobgeo',
    'candidaterequiredlocation',
    'locationrestrictions',
    'worklocation',
    'locationname',
    'formattedlocation',
    'jobcity',
  ],
  ...['arbeitsort', 'standort', 'einsatzort', 'lieu', 'ubicacion', 'localidad', 'luogo', 'sede', 'lokalizacja', 'standplaats'],
];
const STATUS_WORD = /^(open|published|closed|draft|archived|live|active|internal|public|filled)$/i;

/** Locations of a posting's record, in order, without repeats. Empty when the feed names none. */
export function readFeedLocations(fields: RecordFields): RawLocation[] {
  const own = pickParts(fields);
  const listed = PLACE.flatMap((name) => nestedLocations(fields.value(name)));
  const { city } = own;
  if (city !== undefined) {
    // Beside a city, a text that repeats it (`Phoenix, AZ, US`) is the same place.
    const further = listed.filter(
      (location) => !(location.text ?? location.city ?? '').toLowerCase().includes(city.toLowerCase()),
    );
    return withoutRepeats([own, ...further.filter((location) => location.city !== undefined)]);
  }
  if (listed.length === 0) return (own.region ?? own.country) === undefined ? [] : [own];
  const shared = listed.length === 1 ? own : own.country === undefined ? {} : { country: own.country };
  return withoutRepeats(listed.map((location) => ({ ...shared, ...location })));
}

/** `Leeds; York | Hull` and lists with slashes are several places; commas belong to one. */
const splitPlaces = (text: string): string[] =>
  text
    .split(/[;|•]|\s\/\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function nestedLocations(value: FieldValue | undefined, depth = 0): RawLocation[] {
  if (value === undefined || value === null || depth > 4) return [];
  if (typeof value === 'string') return splitPlaces(value).map((text) => ({ text }));
  if (Array.isArray(value)) return value.flatMap((inner) => nestedLocations(inner, depth + 1));
  if (!isRecord(value)) return [];
  const fields = new RecordFields(value);
  const city = fields.text(...CITY);
  if (city !== undefined) return [pickParts(fields)];
  for (const name of PLACE) {
    const inner = nestedLocations(fields.value(name), depth + 1);
    if (inner.length > 0) return inner;
  }
  const text = fields.text('name', 'displayname', 'text', 'label');
  const parts = pickParts(fields);
  if (text === undefined) return (parts.region ?? parts.country) ? [parts] : [];
  return [{ text, ...parts }];
}

function pickParts(fields: RecordFields): RawLocation {
  const city = fields.text(...CITY);
  const region = fields.text(...REGION);
  const country = fields.text(...COUNTRY);
  return {
    ...(city === undefined ? {} : { city }),
    ...(region === undefined || STATUS_WORD.test(region) ? {} : { region }),
    ...(country === undefined ? {} : { country }),
  };
}

function withoutRepeats(locations: RawLocation[]): RawLocation[] {
  const seen = new Set<string>();
  return locations.filter((location) => {
    const key = (location.city ?? location.text ?? `${location.region}|${location.country}`).toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
