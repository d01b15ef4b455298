/** `jobs edit j… title=… place=…`: what a poster corrects, read again with everything else as it was. Pure. */
import type { EmploymentType, Posting, RawPosting, Workplace } from '../../domain/posting.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { employmentTypeOf } from './enrich/read-employment-type.ts';
import { readSalary } from './enrich/read-salary.ts';
import { enrichPosting } from './enrich-posting.ts';

const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  company: 'company',
  employer: 'company',
  place: 'place',
  location: 'place',
  city: 'place',
  workplace: 'workplace',
  remote: 'workplace',
  pay: 'pay',
  salary: 'pay',
  type: 'type',
  years: 'years',
  experience: 'years',
  must: 'must',
  nice: 'nice',
  link: 'link',
  url: 'link',
};

export interface Edit {
  field: string;
  value: string;
}

/** For people, in errors and help. */
export const EDIT_FIELDS = 'title, company, place, workplace, pay, type, years, must, nice, link';

/** `title=Senior Welder place=Leeds`; undefined when it does not begin with a known field. Values go on to the next known field. */
export function parseEdits(text: string): Edit[] | undefined {
  const pattern = new RegExp(`(?:^|\\s)(${Object.keys(FIELDS).join('|')})\\s?=\\s?`, 'gi');
  const found = [...text.matchAll(pattern)];
  if (found[0]?.index !== 0) return undefined;
  return found.map((match, at) => ({
    field: FIELDS[(match[1] ?? '').toLowerCase()] ?? '',
    value: text.slice(match.index + match[0].length, found[at + 1]?.index ?? text.length).trim(),
  }));
}

export type Edited = { posting: Posting } | { problem: string; fix: string };

/** Applies them all, or says which one cannot be read. `must=` and `nice=` add to what the ad asks for. */
export function editPosting(before: Posting, edits: readonly Edit[], taxonomy: Taxonomy): Edited {
  let raw = rawOf(before);
  let exact: Partial<Posting> = {};
  for (const edit of edits) {
    const step = APPLY[edit.field]?.(edit.value, raw);
    if (!step)
      return {
        problem: `I do not know what ${edit.field}=${edit.value.slice(0, 60)} means.`,
        fix: HOW[edit.field] ?? `Fields are ${EDIT_FIELDS}.`,
      };
    raw = { ...raw, ...step.raw };
    exact = { ...exact, ...step.exact };
  }
  return {
    posting: { ...enrichPosting(raw, taxonomy), externalId: before.externalId, requisitionId: before.requisitionId, ...exact },
  };
}

const HOW: Readonly<Record<string, string>> = {
  workplace: 'Write workplace=onsite, workplace=hybrid or workplace=remote.',
  pay: 'Write it with currency and period, for example pay=38000-45000 EUR a year.',
  type: 'Write type=full-time, part-time, contract, temporary, internship or apprenticeship.',
  years: 'Write a number, for example years=3.',
  link: 'Write the whole address, for example link=https://example.com/jobs/7.',
};

interface Step {
  raw?: Partial<RawPosting>;
  exact?: Partial<Posting>;
}

const WORKPLACES: Readonly<Record<string, Workplace>> = {
  onsite: 'onsite',
  'on-site': 'onsite',
  hybrid: 'hybrid',
  remote: 'remote',
  yes: 'remote',
  no: 'onsite',
};

const APPLY: Readonly<Record<string, (value: string, raw: RawPosting) => Step | undefined>> = {
  title: (value) => (value === '' ? undefined : { raw: { title: value, seniorityText: undefined } }),
  company: (value) => ({ raw: { company: value || undefined } }),
  place: (value) => ({
    raw: {
      locations: value
        .split(/\s*[;|]\s*/)
        .filter(Boolean)
        .map((text) => ({ text })),
    },
  }),
  workplace: (value) => {
    const workplace = WORKPLACES[value.toLowerCase()];
    return workplace && { raw: { workplace }, exact: { workplace } };
  },
  pay: (value) => {
    if (/^(?:none|-|)$/i.test(value)) return { raw: { salary: undefined, salaryText: undefined }, exact: { salary: null } };
    const salary = readSalary(value, { field: true });
    return salary && { raw: { salary }, exact: { salary } };
  },
  type: (value) => {
    const employmentType: EmploymentType | undefined = employmentTypeOf(value);
    return employmentType && { raw: { employmentType }, exact: { employmentType } };
  },
  years: (value) => {
    const years = Number(/^\d{1,2}/.exec(value)?.[0] ?? Number.NaN);
    return Number.isNaN(years)
      ? undefined
      : { raw: { yearsText: `${years} years` }, exact: { minYears: years === 0 ? undefined : years } };
  },
  must: (value, raw) => added(raw, 'Requirements:', value),
  nice: (value, raw) => added(raw, 'Nice to have:', value),
  link: (value) => (/^https?:\/\/\S+$/.test(value) ? { raw: { url: value } } : undefined),
};

const added = (raw: RawPosting, heading: string, value: string): Step | undefined => {
  const items = value
    .split(/\s*;\s*/)
    .filter(Boolean)
    .map((one) => `- ${one}`);
  return items.length === 0 ? undefined : { raw: { description: [raw.description, '', heading, ...items].join('\n') } };
};

/** What was read before, as a feed would say it: reading it again gives the same. */
function rawOf(posting: Posting): RawPosting {
  const {
    externalId,
    requisitionId,
    title,
    company,
    workplace,
    employmentType,
    salary,
    description,
    url,
    postedAt,
    validThrough,
  } = posting;
  return {
    externalId,
    requisitionId,
    title,
    company,
    locations: posting.locations.map(({ city, region, countryCode }) => ({ city, region, country: countryCode })),
    workplace,
    employmentType,
    salary: salary ?? undefined,
    description,
    tags: [],
    url,
    postedAt,
    validThrough,
    yearsText: posting.minYears === undefined ? undefined : `${posting.minYears} years`,
    seniorityText: posting.seniority,
    languageHint: posting.language,
    closed: false,
  };
}
