/** What a feed said → a posting that can be searched, merged and matched. Pure: the same input and dictionaries give the same posting. */
import type { Posting, RawPosting } from '../../domain/posting.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { withoutUndefined } from '../../domain/without-undefined.ts';
import { detectLanguage } from '../enrich/detect-language.ts';
import { findRequirements } from './enrich/find-requirements.ts';
import { htmlToLines } from './enrich/html-to-lines.ts';
import { normalizeTitle } from './enrich/normalize-title.ts';
import { rateConfidence } from './enrich/rate-confidence.ts';
import { readAskedDegree } from './enrich/read-asked-degree.ts';
import { employmentTypeIn, employmentTypeOf } from './enrich/read-employment-type.ts';
import { readIndustry } from './enrich/read-industry.ts';
import { readLocations } from './enrich/read-locations.ts';
import { readMinYears } from './enrich/read-min-years.ts';
import { currencyOfCountry, readSalary } from './enrich/read-salary.ts';
import { readSeniority } from './enrich/read-seniority.ts';
import { readWorkplace } from './enrich/read-workplace.ts';
import { type SectionLine, splitSections } from './enrich/split-sections.ts';

/** The beginning tells its language. */
const SAMPLE_LETTERS = 700;

export function enrichPosting(raw: RawPosting, taxonomy: Taxonomy): Posting {
  const title = plainText(raw.title);
  const lines = splitSections(htmlToLines(raw.description));
  const description = printLines(lines);
  const job = aboutJob(lines);
  const language = detectLanguage(`${title}\n${description}`.slice(0, SAMPLE_LETTERS), { hint: raw.languageHint });
  const { requirements, clauses } = findRequirements(lines, taxonomy, language);
  const normalizedTitle = normalizeTitle(title, taxonomy);
  const titleFacts = taxonomy.readTitle(normalizedTitle) ?? taxonomy.readTitle(title);
  const minYears = readMinYears(clauses, job, raw.yearsText);
  const locations = readLocations(raw, taxonomy);
  const company = raw.company === undefined ? undefined : plainText(raw.company);
  const industry = readIndustry({ company, tags: raw.tags, title, text: description, function: titleFacts?.function });
  const posting: Posting = {
    externalId: raw.externalId,
    requisitionId: raw.requisitionId,
    title,
    normalizedTitle,
    company,
    locations,
    workplace: readWorkplace({
      field: raw.workplace,
      title,
      places: raw.locations.flatMap((l) => [l.text ?? '', l.city ?? '']),
      text: job,
    }),
    employmentType:
      (raw.employmentType === undefined ? undefined : employmentTypeOf(raw.employmentType)) ?? employmentTypeIn(title, job),
    salary: readPay(raw, description, locations[0]?.countryCode),
    mustHave: requirements.filter((r) => r.kind === 'must').map((r) => r.text),
    niceToHave: requirements.filter((r) => r.kind === 'nice').map((r) => r.text),
    requirements,
    minYears,
    seniority: readSeniority({ title, titleLevel: titleFacts?.level, field: raw.seniorityText, minYears, text: job }),
    ...readAskedDegree(clauses, job, taxonomy),
    language,
    industry: industry?.sector,
    function: titleFacts?.function,
    confidence: rateConfidence({
      coverage: titleFacts?.coverage,
      hasFunction: titleFacts !== undefined,
      industryMargin: industry?.margin,
      hasCompany: company !== undefined,
      hasLocation: locations.length > 0,
      descriptionChars: description.length,
      requirements: requirements.length,
    }),
    postedAt: raw.postedAt,
    validThrough: raw.validThrough,
    url: raw.url,
    description,
  };
  return withoutUndefined(posting);
}

/** Titles and names are text, but feeds escape them, once or twice. */
const plainText = (text: string): string =>
  htmlToLines(text.slice(0, 1000))
    .map((line) => line.text)
    .join(' ')
    .trim() || text.trim();

const printLines = (lines: readonly SectionLine[]): string =>
  lines.map((line) => (line.kind === 'item' ? `- ${line.text}` : line.text)).join('\n');

/** Five times the longest advertisement seen; beyond it the patterns would only cost time (rule P6). */
const MAX_JOB_CHARS = 30_000;

/** The advertisement without what the employer tells of itself. */
const aboutJob = (lines: readonly SectionLine[]): string =>
  lines
    .filter((line) => line.section !== 'company' && line.section !== 'apply')
    .map((line) => line.text)
    .join('\n')
    .slice(0, MAX_JOB_CHARS);

function readPay(raw: RawPosting, description: string, country: string | undefined): Posting['salary'] {
  const fromField = raw.salaryText === undefined ? undefined : readSalary(raw.salaryText, { field: true, country });
  const said = raw.salary ?? fromField ?? readSalary(description, { field: false, country });
  return (
    said ??
    (raw.salaryText === undefined
      ? undefined
      : readSalary(`${raw.salaryText} ${currencyOfCountry(country) ?? ''}`, { field: true, country })) ??
    null
  );
}
