/** What a person wishes, as facts of a card (F2.6). */
import type { Preferences } from '../domain/match.ts';
import type { CardFact } from './card.ts';
import { oneLine } from './phrases.ts';

const REMOTE = { only: 'remote only', preferred: 'remote preferred', no: 'not remote' } as const;

function pay(salary: Preferences['salary']): string | undefined {
  if (!salary) return undefined;
  const amounts = [
    salary.floor && `at least ${salary.floor.toLocaleString('en-US')}`,
    salary.target && `aiming at ${salary.target.toLocaleString('en-US')}`,
  ].filter(Boolean);
  return `${amounts.join(', ')} ${salary.currency} ${salary.period === 'hour' ? 'an' : 'a'} ${salary.period}`;
}

const yesNo = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : value ? 'yes' : 'no');

/** One fact a wish; empty without wishes. */
export function wishFacts(preferences: Preferences | undefined): CardFact[] {
  if (!preferences) return [];
  const { remote } = preferences;
  const entries: [string, string | undefined][] = [
    ['Wished jobs', preferences.titles?.join(', ')],
    ['Wished places', preferences.cities?.join(', ')],
    ['Remote', remote && REMOTE[remote]],
    ['Would move', yesNo(preferences.willingToRelocate)],
    ['Wished pay', pay(preferences.salary)],
    ['Wished types', preferences.employmentTypes?.join(', ')],
    ['Company size', preferences.companySizes?.join(', ')],
    ['May work in', preferences.workAuthorisation?.join(', ')],
    [
      'Sponsorship',
      preferences.needsSponsorship === undefined ? undefined : preferences.needsSponsorship ? 'needed' : 'not needed',
    ],
    ['Work language', preferences.workLanguages?.join(', ')],
    ['Never show', preferences.excludedCompanies?.join(', ')],
  ];
  return entries.flatMap(([label, value]) => (value ? [{ label, value: oneLine(value, 200) }] : []));
}
