import { foldText } from '../../domain/fold-text.ts';
import { listCell, readTable } from './read-table.ts';

/** Folded names and codes of countries → ISO 3166-1 alpha-2. */
export type CountryIndex = ReadonlyMap<string, string>;

export function loadCountries(): CountryIndex {
  const countries = new Map<string, string>();
  for (const row of readTable('countries.tsv')) {
    const code = row('code');
    for (const name of [code, row('alpha3'), ...listCell(row('names'))]) {
      const key = placeKey(name);
      if (key !== '' && !countries.has(key)) countries.set(key, code);
    }
  }
  return countries;
}

/** ISO 3166-1 alpha-2 of a country that the whole text names. Two-letter codes only in capitals: `in`, `it` and `no` are words. */
export function readCountry(countries: CountryIndex, text: string): string | undefined {
  const trimmed = text.trim();
  if (/^\p{L}{2}$/u.test(trimmed) && trimmed !== trimmed.toUpperCase()) return undefined;
  const key = placeKey(trimmed);
  return countries.get(key) ?? countries.get(key.replace(/^(?:the|la|le|les|el|die|der|de|l|il|o|a) /, ''));
}

/** Key of a place name: folded words without signs; `St.` and `Saint` are one. */
export function placeKey(name: string): string {
  return foldText(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replaceAll(/\b(?:st|sankt|sint|ste|sainte)\b/g, 'saint');
}
