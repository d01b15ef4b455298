/** Fictitious people and jobs of the service's tests. */
import type { RawPosting } from '../../src/domain/posting.ts';

export const ANA = 'Ana Prado <ana.prado@example.com>';
export const RITA = 'Rita Okonjo <rita@talent.example.com>';

export const ANA_RESUME = `Ana Prado
Backend Developer
Leeds, United Kingdom | ana.prado@example.com | +44 7700 900555

PROFILE
Backend developer, six years with Python and PostgreSQL.

EXPERIENCE
Backend Developer, Tarnside Software Ltd, Leeds (March 2021 - Present)
- Build REST APIs in Python and Django on PostgreSQL
- Run services on Docker and Kubernetes
Junior Developer, Calder Data Ltd, Leeds (June 2019 - February 2021)
- Python services, SQL reports, automated tests

EDUCATION
BSc Computer Science, Wharfedale University (2016 - 2019)

SKILLS
Python, Django, PostgreSQL, SQL, Docker, Kubernetes, REST APIs

LANGUAGES
English (native), Portuguese (native)
`;

export const NURSE_RESUME = `Beatriz Lund
Registered Nurse
York, United Kingdom | beatriz.lund@example.org | +44 7700 900556

EXPERIENCE
Staff Nurse, Ouse General Hospital, York (April 2018 - Present)
- Medication rounds, wound care and infection control on a 24-bed ward

EDUCATION
BSc Nursing, Vale University (2014 - 2018)

SKILLS
Wound care, Infection control, Medication administration

LICENCES AND CERTIFICATES
NMC registration, 2018
`;

export const INVOICE_TEXT = `Invoice 2041
Moorside Office Supplies, 14 Quarry Lane, Leeds
Invoice date 3 November 2026
Paper A4, 20 boxes, 84.00
Toner, 4 pieces, 212.00
Subtotal 296.00
VAT 20 % 59.20
Amount due 355.20
Payable within 30 days to the account below.
`;

const posting = (externalId: string, title: string, company: string, city: string, list: string[]): RawPosting => ({
  externalId,
  title,
  company,
  locations: [{ city, country: 'GB' }],
  description: `<p>${title} in ${city}.</p><h3>Requirements</h3><ul>${list.map((one) => `<li>${one}</li>`).join('')}</ul>`,
  tags: [],
  url: `https://jobs.example.com/${externalId}`,
  closed: false,
});

export const POSTINGS: readonly RawPosting[] = [
  posting('A1', 'Backend Developer', 'Roundhay Apps', 'Leeds', ['Python', 'PostgreSQL', 'Docker', '3+ years of experience']),
  posting('A2', 'Python Developer', 'Airedale Banking', 'Leeds', ['Python', 'Django', 'SQL', '2+ years of experience']),
  posting('A3', 'Software Engineer, Platform', 'Kirkstall Cloud', 'Leeds', [
    'Kubernetes',
    'Docker',
    'Python',
    '3+ years of experience',
  ]),
  posting('B1', 'Staff Nurse, Medical Ward', 'Ouse General Hospital', 'York', [
    'NMC registration',
    'Wound care',
    'Medication administration',
  ]),
];

/** An Indeed-style feed. */
export function feedOf(postings: readonly RawPosting[]): string {
  const cdata = (name: string, text: string | undefined) => `<${name}><![CDATA[${text ?? ''}]]></${name}>`;
  const jobs = postings.map(
    (one) =>
      `<job>${cdata('title', one.title)}${cdata('date', 'Mon, 09 Nov 2026 08:00:00 GMT')}${cdata('referencenumber', one.externalId)}${cdata('url', one.url)}${cdata('company', one.company)}${cdata('city', one.locations[0]?.city)}${cdata('country', one.locations[0]?.country)}${cdata('description', one.description)}${cdata('jobtype', 'fulltime')}</job>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><source><publisher>Example</publisher>${jobs.join('\n')}</source>`;
}

/** As many other jobs, that came after an answer: what an answer lists is no news for the digest. */
export const NIGHT_POSTINGS: readonly RawPosting[] = POSTINGS.map((one) => ({
  ...one,
  externalId: `n${one.externalId}`,
  company: `${one.company} Night`,
  url: undefined,
}));
