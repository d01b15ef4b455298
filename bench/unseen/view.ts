/** What a template is given: a person, words and dates in the seed's taste. */
import { type LabelName, labelsOf } from './labels.ts';
import type { Person } from './person.ts';
import { type DateStyle, printDate, shows } from './print-dates.ts';
import type { Random } from './random.ts';

export interface View {
  person: Person;
  random: Random;
  label(name: LabelName): string;
  /** `03/2019 – heute`. */
  range(from: string, to: string | undefined): string;
  /** One date (certificates). */
  date(iso: string): string;
  /** `Marl`, or with the region where the person prints it. */
  town: string;
  /** Street, postal code and town in the country's order. */
  fullAddress: string;
  dateStyle: DateStyle;
}

const CODE_BEHIND: ReadonlySet<string> = new Set(['US', 'GB', 'AU', 'IN']);

function addressOf(person: Person): string {
  const town = CODE_BEHIND.has(person.countryCode)
    ? `${person.city}${person.region ? `, ${person.region}` : ''} ${person.postalCode}`
    : `${person.postalCode} ${person.city}`;
  return `${person.address}, ${town}`;
}

export function makeView(person: Person, dateStyle: DateStyle, random: Random): View {
  const chosen = new Map<LabelName, string>();
  const label = (name: LabelName): string => {
    const known = chosen.get(name) ?? random.pick(labelsOf(person.lang, name));
    chosen.set(name, known);
    return known;
  };
  const dash = random.pick([' – ', ' - ', '–', ' — ', ' – ']);
  const sinceStyle = random.next() < 0.15 && labelsOf(person.lang, 'since').length > 0;
  const date = (iso: string): string => printDate(iso, dateStyle, person.lang);
  return {
    person,
    random,
    label,
    date,
    range: (from, to) => {
      if (to) return `${date(from)}${dash}${date(to)}`;
      return sinceStyle ? `${label('since')} ${date(from)}` : `${date(from)}${dash}${label('present')}`;
    },
    town: person.region ? `${person.city}, ${person.region}` : person.city,
    fullAddress: addressOf(person),
    dateStyle,
  };
}

/** Visibility of every gold date under the view's style. */
export function dateVisibility(view: View): Record<string, 'month' | 'year' | 'none'> {
  const seen: Record<string, 'month' | 'year' | 'none'> = {};
  const shown = shows(view.dateStyle);
  view.person.work.forEach((job, i) => {
    seen[`work.${i}.startDate`] = shown;
    if (job.endDate) seen[`work.${i}.endDate`] = shown;
  });
  view.person.education.forEach((study, i) => {
    seen[`education.${i}.startDate`] = shown;
    if (study.endDate) seen[`education.${i}.endDate`] = shown;
  });
  view.person.certificates.forEach((_, i) => {
    seen[`certificates.${i}.date`] = shown;
  });
  return seen;
}
