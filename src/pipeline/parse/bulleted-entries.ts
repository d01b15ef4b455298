/** Entries that are bullets themselves, as in lists within lists: `- **Clerk**, Acme Ltd (2015 – 2019)` over bullets further in. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans } from './date-range.ts';
import type { Line } from './line.ts';
import { hasLegalForm } from './organisation-cues.ts';

/** Of the bullets of one level: so many are dated. */
const MOST = 0.5;
/** In points: bullets of one level begin no further apart. */
const SAME_LEVEL = 3;

/** The bullets by how far in they begin, the outermost first. */
function levelsOf(bullets: readonly Line[]): Line[][] {
  const levels: Line[][] = [];
  for (const line of [...bullets].sort((a, b) => a.x - b.x)) {
    const [first] = levels.at(-1) ?? [];
    if (first && line.x - first.x < SAME_LEVEL) levels.at(-1)?.push(line);
    else levels.push([line]);
  }
  return levels;
}

/** Of a title the dictionary knows so much. */
const IS_TITLE = 0.5;
/** One such bullet may be anything. */
const LEAST_ROLES = 2;

/** What stands before the dates of a role, or before its first number. */
function beforeDates(text: string): string {
  const from = findDateSpans(text)[0]?.from ?? text.search(/\d/);
  return from < 0 ? text : text.slice(0, from);
}
const titleOf = (text: string, taxonomy: Taxonomy): number =>
  hasLegalForm(text) ? 0 : (taxonomy.readTitle(text.trim())?.coverage ?? 0);

/**
 * Roles listed below employers that have dates of their own: the bullets are titles, the heads are none, and what was done is listed
 * further in. Clients of a consultant below a job are listed in the same way, but that job has its title.
 */
function areRoles(level: readonly Line[], heads: readonly Line[], taxonomy: Taxonomy): boolean {
  const isTitle = ({ text }: Line): boolean =>
    beforeDates(text)
      .split(/[,|·@]|\s[–—-]\s|\s(?:at|bei|chez)\s/u)
      .some((part) => titleOf(part, taxonomy) >= IS_TITLE);
  return level.length >= LEAST_ROLES && level.every(isTitle) && !heads.some(isTitle);
}

/**
 * Bullets that head entries: most of them carry a range, and no line without a bullet does, or they are roles. Of a list within a list
 * those of the outermost level that is dated, with what stands further out (an employer over its roles); the level further in says what
 * was done.
 */
export function entriesAmongBullets(
  lines: readonly Line[],
  holdsRange: (line: Line) => boolean,
  taxonomy: Taxonomy,
): ReadonlySet<Line> {
  const bullets = lines.filter((line) => line.bullet);
  if (bullets.length === 0) return new Set();
  const heads = lines.filter((line) => !line.bullet);
  const isDated = (level: readonly Line[]): boolean => level.filter(holdsRange).length >= level.length * MOST;
  const alone = !heads.some(holdsRange);
  if (alone && isDated(bullets)) return new Set(bullets);
  const levels = levelsOf(bullets);
  const at = levels.findIndex(isDated);
  // The last level may say what was done in dates; then nothing is listed below.
  if (at < 0 || at === levels.length - 1) return new Set();
  return alone || (at === 0 && areRoles(levels[0] ?? [], heads, taxonomy)) ? new Set(levels.slice(0, at + 1).flat()) : new Set();
}
