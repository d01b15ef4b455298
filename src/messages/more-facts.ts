/** What a resume says beside career and skills: permission to work, wishes, projects, awards and the like, a line each. */
import type { Resume } from '../domain/resume.ts';
import type { CardFact } from './card.ts';
import { firstOf, monthOf, oneLine, period } from './phrases.ts';

const SHOWN = 4;
const LONGEST = 70;

const lineOf = (label: string, values: readonly string[]): CardFact[] => {
  const value = oneLine(firstOf(values, SHOWN, '; '), SHOWN * LONGEST + 40);
  return value === '' ? [] : [{ label, value }];
};

/** As printed. */
export function statedFacts({ meta }: Resume): CardFact[] {
  const {
    workAuthorisation = [],
    desiredRoles = [],
    relocation = [],
    notice = [],
    drivingLicences = [],
  } = meta.shortlist.stated ?? {};
  const texts = (said: readonly { text: string }[]) => said.map(({ text }) => oneLine(text, LONGEST));
  return [
    ...lineOf('Work authorisation', texts(workAuthorisation)),
    ...lineOf('Looking for', texts(desiredRoles)),
    ...lineOf('Relocation', texts(relocation)),
    ...lineOf('Availability', texts(notice)),
    ...lineOf(
      'Driving licence',
      drivingLicences.map((text) => oneLine(text, LONGEST)),
    ),
  ];
}

export const SECTION_LABELS: readonly string[] = ['Projects', 'Volunteering', 'Awards', 'Publications', 'Interests'];

interface Named {
  name?: string;
  position?: string;
  organization?: string;
  startDate?: string;
  endDate?: string;
  date?: string;
}

/** Numbered as corrections name them: `project 2 name=…`. */
export function sectionFacts({ projects, volunteer, awards, publications, interests }: Resume): CardFact[] {
  const lists: readonly (readonly Named[])[] = [projects, volunteer, awards, publications];
  const numbered = lists.flatMap((list, at) =>
    lineOf(
      SECTION_LABELS[at] ?? '',
      list.map((entry, number) => `${list.length > 1 ? `${number + 1} ` : ''}${shown(entry)}`),
    ),
  );
  return [
    ...numbered,
    ...lineOf('Interests', interests.length > 0 ? [interests.map((text) => oneLine(text, 40)).join(', ')] : []),
  ];
}

function shown({ name, position, organization, startDate, endDate, date }: Named): string {
  const what = oneLine([name, position, organization].filter(Boolean).join(', '), LONGEST);
  // Of a project without an end nobody knows whether it goes on.
  const when = startDate !== undefined && endDate === undefined ? `since ${monthOf(startDate)}` : period(startDate, endDate, '');
  const dated = when ?? (date === undefined ? undefined : monthOf(date));
  return dated === undefined ? what : `${what} (${dated})`;
}
