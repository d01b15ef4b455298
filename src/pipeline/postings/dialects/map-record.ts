/** Any record that describes a job → `RawPosting`, by the names that feeds use. The vendors' maps start from here. */
import type { RawPosting } from '../../../domain/posting.ts';
import { withoutUndefined } from '../../../domain/without-undefined.ts';
import type { FeedRecord } from '../feed/xml-to-record.ts';
import { companyFromUrl } from './company-from-url.ts';
import {
  COMPANY_FIELDS,
  DESCRIPTION_FIELDS,
  EMPLOYMENT_FIELDS,
  ID_FIELDS,
  POSTED_FIELDS,
  SALARY_FIELDS,
  SENIORITY_FIELDS,
  TAGS_FIELDS,
  TITLE_FIELDS,
  URLS_FIELDS,
  VALID_FIELDS,
  YEARS_FIELDS,
} from './field-names.ts';
import { isClosed } from './read-closed.ts';
import { readFeedDate } from './read-feed-date.ts';
import { readFeedLocations } from './read-feed-locations.ts';
import { readFeedSalary } from './read-feed-salary.ts';
import { readRemoteField } from './read-remote-field.ts';
import { RecordFields } from './record-fields.ts';

/** Parts of the advertisement that some feeds keep apart; the key is the heading they get. */
const SECTIONS: readonly (readonly [heading: string, names: readonly string[]])[] = [
  ['Responsibilities', ['responsibilities', 'duties', 'tasks', 'aufgaben', 'missions']],
  [
    'Requirements',
    [
      'requirements',
      'requirement',
      'qualifications',
      'qualification',
      'candidaterequirements',
      'profile',
      'profil',
      'jobrequirements',
      'requisitos',
      'musthave',
    ],
  ],
  ['Skills', ['skillsrequired', 'requiredskills']],
  ['Nice to have', ['nicetohave', 'preferredqualifications', 'desirable', 'bonusskills']],
  ['Benefits', ['benefits', 'jobbenefits', 'perks', 'weoffer']],
];

/** @returns undefined fields where the feed says nothing; `title` is empty when there is none */
export function mapRecord(record: FeedRecord): RawPosting {
  const fields = new RecordFields(record);
  const url = firstUrl(fields);
  const salary = readFeedSalary(fields);
  const workplace = readRemoteField(fields);
  return {
    title: fields.text(...TITLE_FIELDS) ?? '',
    description: descriptionOf(fields),
    locations: readFeedLocations(fields),
    tags: fields.list(...TAGS_FIELDS),
    closed: isClosed(fields),
    ...withoutUndefined({
      externalId: fields.text(...ID_FIELDS),
      requisitionId: fields.text('requisitionid', 'requisitionnumber', 'reqid', 'reqnumber', 'requisition'),
      company: fields.text(...COMPANY_FIELDS) ?? companyFromUrl(url),
      url,
      employmentType: employmentTypes(fields),
      salaryText: salaryText(fields),
      salary,
      workplace,
      postedAt: dateIn(fields, POSTED_FIELDS),
      validThrough: dateIn(fields, VALID_FIELDS),
      yearsText: yearsText(fields),
      seniorityText: fields.text(...SENIORITY_FIELDS),
      languageHint: fields.text('language', 'lang', 'inlanguage', 'locale', 'languagecode'),
    }),
  };
}

function firstUrl(fields: RecordFields): string | undefined {
  for (const name of URLS_FIELDS) {
    const text = fields.text(name);
    if (text !== undefined && /^https?:\/\//i.test(text) && text.length < 4000) return text.replace(/&amp;/g, '&');
  }
  return fields.record('refs', 'urls', 'links') && firstUrl(fields.record('refs', 'urls', 'links') ?? fields);
}

function descriptionOf(fields: RecordFields): string {
  const main = fields.text(...DESCRIPTION_FIELDS) ?? '';
  const parts = SECTIONS.flatMap(([heading, names]) => {
    const value = fields.value(...names);
    if (value === undefined) return [];
    const items = Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];
    const body = items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : fields.text(...names);
    return body === undefined || main.includes(body) ? [] : [`<h3>${heading}</h3>${body}`];
  });
  return [main, ...parts].join('\n');
}

function employmentTypes(fields: RecordFields): string | undefined {
  const types = fields.list(...EMPLOYMENT_FIELDS);
  return types.length > 0 ? types.join(', ') : undefined;
}

function salaryText(fields: RecordFields): string | undefined {
  for (const name of SALARY_FIELDS) {
    const value = fields.value(name);
    if (typeof value === 'string' && /\d/.test(value)) return value;
  }
  const bare = bareAmounts(fields);
  if (bare !== undefined) return bare;
  return fields.record('compensation')?.text('compensationtiersummary', 'scrapeablecompensationsalarysummary', 'summary');
}

/** Numbers without a currency: the reader of the posting knows the country. */
function bareAmounts(fields: RecordFields): string | undefined {
  const min = fields.number('salarymin', 'minsalary', 'annualsalarymin');
  const max = fields.number('salarymax', 'maxsalary', 'annualsalarymax');
  return min !== undefined && max !== undefined && min > 0 && max >= min ? `${min} - ${max}` : undefined;
}

function yearsText(fields: RecordFields): string | undefined {
  const months = fields.record('experiencerequirements')?.number('monthsofexperience');
  if (months !== undefined) return `${months} months`;
  const text = fields.text(...YEARS_FIELDS);
  return text !== undefined && /\d/.test(text) && text.length < 80 ? text : undefined;
}

function dateIn(fields: RecordFields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.value(name);
    const date = typeof value === 'string' || typeof value === 'number' ? readFeedDate(value) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}
