/** How well a text serves as a place: gazetteer, countries, regions, and words for work without one. */
import { foldSameLength } from '../../domain/fold-text.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { organisationCue, schoolCue } from './organisation-cues.ts';

const NO_PLACE =
  /^\(?(?:remote|fully remote|hybrid|home ?office|telework|worldwide|various locations|teletravail|distanciel|a distance|remoto|teletrabajo|teletrabalho|in remoto|da remoto|thuiswerken|op afstand|praca zdalna|zdalnie|bundesweit|nationwide|distance|etätyö|远程|リモート|在宅|on[- ]?site)\)?$/;
const CITY_REGION =
  /^[\p{Lu}][\p{L}.' -]{1,30},\s?(?:[A-Z]{2,3}|[\p{Lu}][\p{L} .-]{2,24})(?:,\s?(?:[A-Z]{2,3}|[\p{Lu}][\p{L} .]{2,20}))?$/u;

/** Whether a text is the town of the contacts, perhaps with a region behind it: people work where they live, and gazetteers lack villages. */
export function isTown(text: string, home: string | undefined): boolean {
  if (!home || home.length < 3) return false;
  const [town = ''] = text.split(/,\s/);
  return town.length === home.length && foldSameLength(town) === foldSameLength(home);
}

/** About -1…1.4. */
export function placeScore(text: string, taxonomy: Taxonomy): number {
  const plain = text.replace(/^[(（]|[)）]$/g, '').trim();
  if (NO_PLACE.test(foldSameLength(plain))) return 1.3;
  if (!/\p{L}/u.test(plain) || plain.length > 60) return -1;
  // `新北市`, `浙江省`, `横浜市 神奈川県`, `서울시`: towns and provinces say what they are.
  if (/^(?:\p{Script=Han}{1,4}[市省県縣区區都府州道町村]\s?){1,3}$/u.test(plain) || /^[가-힣]{2,4}(?:시|도|구|군)$/u.test(plain))
    return 1.2;
  // `BA` and `MS` alone are degrees sooner than Bahia or Mississippi.
  if (/^[\0-\u024f]{0,2}$/.test(plain)) return -0.5;
  // There are towns called University and College.
  if (!plain.includes(',') && Math.max(schoolCue(plain), organisationCue(plain)) >= 1 && plain.split(/\s+/).length <= 1)
    return -0.9;
  const found = taxonomy.findPlace(plain);
  if (found) return CITY_REGION.test(plain) ? 1.35 : found.population >= 100_000 ? 1.15 : 0.95;
  if (taxonomy.countryCode(plain)) return 1.2;
  const parts = plain.split(/,\s*|\s+[/–-]\s+/);
  if (
    parts.length > 1 &&
    parts.every((part) => NO_PLACE.test(foldSameLength(part)) || taxonomy.findPlace(part) || taxonomy.countryCode(part))
  )
    return 1.2;
  if (/^[\p{Lu}][\p{L}.' -]+,\s[A-Z]{2}(?:\s\d{5}(?:-\d{4})?)?$/u.test(plain)) return 0.9;
  const [, town, country = ''] = /^(.*[A-Z]{2} \d{5}(?:-\d{4})?),?\s(\p{Lu}.*)$/u.exec(plain) ?? [];
  if (town && taxonomy.countryCode(country)) return placeScore(town, taxonomy);
  // A small town that no gazetteer holds: one or two capitalised words that are nothing else.
  if (
    /^\p{Lu}[\p{L}'’.-]+(?:[ -](?:\p{Lu}[\p{L}'’.-]+|upon|on|sur|am|an|der|de|la|le|les|del|in|under|super|mare))*$/u.test(
      plain,
    ) &&
    plain.split(/[\s]+/).length <= 3
  ) {
    return taxonomy.readTitle(plain) ? -0.9 : -0.15;
  }
  return -0.9;
}

/** A place for certain: the gazetteer knows it, or its own words say so (`Remote`, `横浜市`). */
export const isSurePlace = (text: string, taxonomy: Taxonomy): boolean => placeScore(text, taxonomy) >= SURE;
const SURE = 0.9;
