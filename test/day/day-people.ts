/** Thirty fictitious people of the scripted day: where they write from, and two resumes each (the second one newer). */

export type DayChannelName = 'slack' | 'discord' | 'email';

export interface DayPerson {
  index: number;
  name: string;
  email: string;
  /** As it stands in the resume. */
  phone: string;
  channel: DayChannelName;
  /** Their id there; the mail address for mail. */
  address: string;
  role: 'candidate' | 'recruiter' | 'admin';
}

const NAMES = [
  'Ottilie Farnborough',
  'Kwabena Adusei',
  'Marit Solheimsvik',
  'Ignacio Bermudez',
  'Thandeka Mabuza',
  'Leopold Vranken',
  'Xiomara Quesada',
  'Dariusz Wolniak',
  'Henrike Staudinger',
  'Oluwaseun Adeyinka',
  'Priyanka Raghunath',
  'Gethin Llewellyn',
  'Saoirse Kilbride',
  'Matthijs Oosterhuis',
  'Noemie Castelain',
  'Ruairi Macklemoor',
  'Yolanda Etxeberria',
  'Branislav Petkovic',
  'Ingrid Thorvaldsen',
  'Casimir Dombrowa',
  'Philippa Wetherstone',
  'Emeka Nwachukwu',
  'Aurelio Santangelo',
  'Katarzyna Zielonka',
  'Desmond Fairweather',
  'Lieselotte Brandauer',
  'Tomasine Delacroix',
  'Hamish Auchterlonie',
  'Rosalind Pemberley',
  'Zoltan Keresztes',
] as const;

export const DAY_CHANNELS: readonly DayChannelName[] = ['slack', 'discord', 'email'];

/** Ten a channel, in turn. The first of each channel is a recruiter who has a resume of their own as well; the fourth is the admin. */
export function dayPeople(): DayPerson[] {
  return NAMES.map((name, index) => {
    const channel = DAY_CHANNELS[index % DAY_CHANNELS.length] ?? 'email';
    const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
    const number = String(index).padStart(2, '0');
    const address = { slack: `U0DAY${number}`, discord: `90000000000000${number}00`, email }[channel];
    const role = index < 3 ? 'recruiter' : index === 3 ? 'admin' : 'candidate';
    return { index, name, email, phone: `+44 7700 9002${number}`, channel, address, role };
  });
}

const EMPLOYERS = [
  'Harrowgate Systems Ltd',
  'Fellside Labs Ltd',
  'Kestrel Analytics Ltd',
  'Northmere Digital Ltd',
  'Ashlar Software Ltd',
];
const CITIES = ['Leeds', 'York', 'Sheffield', 'Bradford', 'Hull'];
/** Would call everybody where a chat reads it as markup. */
const HOSTILE = '\n- Wrote to <!channel>, <@U0DAY00>, @everyone and <@9000000000000000000> on *call*';
const of = <T>(all: readonly T[], index: number): T => all[index % all.length] ?? all[0] ?? fail();

function fail(): never {
  throw new Error('an empty list');
}

/** `edition` 1 has one job; 2 is newer: a further one and another skill. */
export function dayResume({ index, name, email, phone }: DayPerson, edition: 1 | 2): string {
  const first = `Backend Developer, ${of(EMPLOYERS, index)}, ${of(CITIES, index)} (March ${2017 + (index % 4)} - ${edition === 1 ? 'Present' : 'May 2025'})`;
  const second = `Senior Backend Developer, ${of(EMPLOYERS, index + 2)}, ${of(CITIES, index)} (June 2025 - Present)
- Lead a team of four on services in Python and PostgreSQL
`;
  return `${name}
Backend Developer
${of(CITIES, index)}, United Kingdom | ${email} | ${phone}

EXPERIENCE
${edition === 2 ? second : ''}${first}
- Build REST APIs in Python and Django on PostgreSQL
- Run services on Docker and Kubernetes${index % 5 === 2 ? HOSTILE : ''}

EDUCATION
BSc Computer Science, Wharfedale University (${2012 + (index % 4)} - ${2015 + (index % 4)})

SKILLS
Python, Django, PostgreSQL, SQL, Docker, Kubernetes, REST APIs${edition === 2 ? ', Terraform' : ''}
`;
}

/** Everything that would tell who somebody is: none of it may stand in a shared channel. */
export function tellsWho(people: readonly DayPerson[]): RegExp {
  const words = people.flatMap(({ name, email, phone }) => [
    ...name.split(' '),
    email,
    phone.replaceAll(' ', String.raw`\s*`).replace('+', String.raw`\+?`),
  ]);
  const escaped = words.map((word) => word.replace(/[.@]/g, (sign) => `\\${sign}`));
  return new RegExp(`${escaped.join('|')}|\\b[crmsp][0-9a-hjkmnp-tv-z]{8}\\b`, 'i');
}
