/** What is true of a person, in the shape that parsing gives. */
import type { Person } from './person.ts';

export function goldOf(person: Person): object {
  const { address, postalCode, city, region, countryCode } = person;
  return {
    basics: {
      name: person.name,
      label: person.label,
      email: person.email,
      phone: person.phone,
      summary: person.summary,
      location: { address, postalCode, city, region, countryCode },
    },
    work: person.work,
    education: person.education.map(({ location: _location, ...study }) => study),
    skills: person.skills,
    languages: person.languages,
    certificates: person.certificates,
    meta: { lang: person.lang },
  };
}
