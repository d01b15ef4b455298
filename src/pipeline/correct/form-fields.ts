/** What every form of corrections asks first (chats, page): what stands in a field, and the word of the line that a change of it means. */
import { latestTitle } from '../../domain/latest-job.ts';
import type { Resume } from '../../domain/resume.ts';

export interface FormFieldRule {
  label: string;
  /** What stands before the `=` in a reply. */
  word: string;
  value(resume: Resume): string | undefined;
}

const placeOf = ({ basics }: Resume): string =>
  [basics.location?.city, basics.location?.region ?? basics.location?.countryCode].filter(Boolean).join(', ');

export const MAIN_FIELDS = {
  name: { label: 'Name', word: 'name', value: ({ basics }) => basics.name },
  email: { label: 'Email', word: 'email', value: ({ basics }) => basics.email },
  phone: { label: 'Phone', word: 'phone', value: ({ basics }) => basics.phone },
  place: { label: 'Place', word: 'city', value: placeOf },
  title: { label: 'Job title', word: 'title', value: latestTitle },
} satisfies Record<string, FormFieldRule>;
