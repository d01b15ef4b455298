import { foldText } from '../../domain/fold-text.ts';
import type { Preferences } from '../../domain/match.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import type { PreparedPosting } from './prepare-posting.ts';

/** A title counts as wished from here on: same function and head noun. */
const SAME_WORK = 0.75;

function titleMet(wished: readonly string[], posting: PreparedPosting, taxonomy: Taxonomy): boolean {
  const title = foldText(posting.posting.title);
  return wished.some((wish) => {
    const facts = taxonomy.readTitle(wish);
    if (facts && posting.title && taxonomy.titleSimilarity(facts, posting.title) >= SAME_WORK) return true;
    return foldText(wish) !== '' && title.includes(foldText(wish));
  });
}

function remoteMet(wish: NonNullable<Preferences['remote']>, posting: PreparedPosting): boolean {
  const { workplace } = posting.posting;
  if (wish === 'no') return workplace !== 'remote';
  return wish === 'only' ? workplace === 'remote' : workplace !== 'onsite';
}

/** Each stated wish with whether the posting meets it, in a fixed order. Pay is a factor of its own, excluded companies are vetoes. */
export function wishesMet(
  preferences: Preferences,
  posting: PreparedPosting,
  taxonomy: Taxonomy,
): { wish: string; met: boolean }[] {
  const { titles, cities, remote, employmentTypes } = preferences;
  const wishes: { wish: string; met: boolean }[] = [];
  if (titles?.length) wishes.push({ wish: titles.join(' or '), met: titleMet(titles, posting, taxonomy) });
  if (cities?.length) {
    const wished = new Set(cities.map(foldText));
    const there = posting.posting.locations.some(({ city }) => city !== undefined && wished.has(foldText(city)));
    wishes.push({ wish: cities.join(' or '), met: there || posting.posting.workplace === 'remote' });
  }
  if (remote) wishes.push({ wish: remote === 'no' ? 'not remote' : 'remote', met: remoteMet(remote, posting) });
  if (employmentTypes?.length && posting.posting.employmentType) {
    wishes.push({ wish: employmentTypes.join(' or '), met: employmentTypes.includes(posting.posting.employmentType) });
  }
  return wishes;
}

/** Share of the stated wishes that are met; null without wishes. Shown, weight 0. */
export function scorePreferences(wishes: readonly { met: boolean }[]): number | null {
  return wishes.length === 0 ? null : wishes.filter(({ met }) => met).length / wishes.length;
}
