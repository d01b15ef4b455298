/** Whether a text can be what it is said to be, and how much speaks for it: our own grammar and dictionaries, never the model's word. */
import type { DateOrder } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { settleIso } from '../parse/date-order.ts';
import { findDateSpans } from '../parse/date-range.ts';
import { PLACEHOLDER } from './mask-contacts.ts';

const LONGEST: Readonly<Record<string, number>> = { fluency: 40, keywords: 50, location: 80 };
const LONGEST_OTHER = 110;
const MOST_WORDS = 14;

/** 0…1; undefined for what it cannot be. Dates are judged where they stand (`dateAt`). */
export function judgeValue(field: string, value: string, taxonomy: Taxonomy): number | undefined {
  if (!/\p{L}/u.test(value) || PLACEHOLDER.test(value) || value.includes('@') || /https?:/i.test(value)) return undefined;
  if (value.length > (LONGEST[field] ?? LONGEST_OTHER) || value.split(/\s+/).length > MOST_WORDS) return undefined;
  if (findDateSpans(value).some((span) => !span.weak || !span.single)) return undefined;
  if (field === 'position') return titleShare(value, taxonomy);
  if (field === 'name' || field === 'issuer') return 1 - 0.8 * titleShare(value, taxonomy);
  if (field === 'institution') return taxonomy.readDegree(value) && titleShare(value, taxonomy) > 0 ? 0.2 : 0.6;
  if (field === 'studyType') return taxonomy.readDegree(value) ? 1 : 0.3;
  if (field === 'area') return taxonomy.readDegree(value) ? 0.3 : 0.6;
  if (field === 'language') return taxonomy.spokenLanguage(value) ? 1 : undefined;
  if (field === 'location') return taxonomy.findPlace(value) || taxonomy.countryCode(value) ? 1 : undefined;
  return 0.5;
}

const titleShare = (value: string, taxonomy: Taxonomy): number => taxonomy.readTitle(value)?.coverage ?? 0;

/**
 * The date that our own grammar reads at this place of the line; undefined where it reads none, or the range is still open. The whole
 * of what stands there counts: a model that cites the year of `03/2019` gets March. `order` is that of the resume's numeric dates.
 */
export function dateAt(
  line: string,
  { from, to }: { from: number; to: number },
  field: string,
  order: DateOrder,
): string | undefined {
  const span = findDateSpans(line).find((found) => found.from < to && from < found.to);
  const read = field === 'startDate' ? span?.start : span?.end;
  return read === undefined ? undefined : settleIso(read, [line], order);
}
