/** `Niedersachsen Hannover DE`, `West JavaBekasiID`: region, town and country one after the other without a comma, or without even a space. */
import type { Place, Taxonomy } from '../../domain/taxonomy.ts';

/** Where one name ends and the next begins though nothing is printed between them. */
const GLUED = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Script=Han})(?=\p{Script=Latin})/u;
/** The code of the country behind a space, or glued to the town. */
const COUNTRY = /^(.*\S)(?:\s+|(?<=[\p{Ll}\p{Script=Han}]))([A-Z]{2})$/u;
const MOST_WORDS = 6;
/** Of Chinese towns and provinces in signs. */
const SIGNS = [2, 3];

export interface TownBehindRegion {
  place: Place;
  /** As printed. */
  city: string;
}

/** Two names next to each other in any way that they could be parted. */
function* pairsIn(names: string): Generator<readonly [region: string, town: string]> {
  if (/^\p{Script=Han}{4,6}$/u.test(names)) for (const count of SIGNS) yield [names.slice(0, -count), names.slice(-count)];
  const words = names.split(/\s+/);
  if (words.length > MOST_WORDS) return;
  for (let count = Math.min(3, words.length - 1); count > 0; count--)
    yield [words.slice(0, -count).join(' '), words.slice(-count).join(' ')];
}

/** The town where the gazetteer has it in the region before it, or where nothing but the lack of spaces parts it from that. */
export function townBehindRegion(text: string, taxonomy: Taxonomy): TownBehindRegion | undefined {
  const [, names = '', letters = ''] = /[,;|\d]/.test(text) ? [] : (COUNTRY.exec(text) ?? []);
  const countryCode = letters && taxonomy.countryCode(letters);
  if (!countryCode) return undefined;
  const parts = names.split(GLUED);
  const [region = '', town = '', ...more] = parts;
  const glued = region && town && more.length === 0 ? taxonomy.findPlace(town, { countryCode }) : undefined;
  if (glued?.countryCode === countryCode) return { place: glued, city: town };
  for (const [before, city] of parts.length > 1 ? [] : pairsIn(names)) {
    const place = taxonomy.findPlace(`${city}, ${before}`, { countryCode });
    if (place?.countryCode === countryCode) return { place, city };
  }
  return undefined;
}
