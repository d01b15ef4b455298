/**
 * Whether two resumes under one full name are one person's (F1.6) when neither address nor number is the same: points for what two
 * people of one name hardly share. Pure, symmetric, and every point has its reason in words (principle 10).
 *
 * Two people of one name who began at the same employer on the same day in the same job, out of the same course of the same school,
 * reach 5. So a school and one employer are never enough; two employers with the days they began are, and so is a profile of theirs
 * with anything beside it. Where they live is no evidence.
 */
import { foldWords } from '../../domain/fold-text.ts';
import { fullNameOf } from '../../domain/full-name.ts';
import { type MonthSpan, spanOf } from '../../domain/month-spans.ts';
import type { Resume, ResumeEducation, ResumeWork } from '../../domain/resume.ts';
import { companyKey } from '../match/same-company.ts';

export interface Evidence {
  points: number;
  /** From this many on they are one person. */
  needed: number;
  /** `2 employers in the same years (Calder Data Ltd, …)`. */
  reasons: string[];
}

const NEEDED = 6;
/** Many more people share a name of one word. */
const NEEDED_FOR_MONONYM = 9;
const PROFILE = 5;
const JOB = 3;
const SCHOOL = 2;
/** For each long job of one that the other spent elsewhere. */
const ELSEWHERE = 2;
const LONG_MONTHS = 12;
/** As much as one resume is expected to have at most: more is not looked at, so that the work stays bounded. */
const MOST_ENTRIES = 40;

/** Undefined when the full names differ. */
export function weighEvidence(a: Resume, b: Resume): Evidence | undefined {
  const name = fullNameOf(a.basics.name);
  if (!name || fullNameOf(b.basics.name)?.key !== name.key) return undefined;
  const facts = weighFacts(a, b);
  return { ...facts, needed: name.mononym ? NEEDED_FOR_MONONYM : NEEDED };
}

/** What both say of work, school and profiles, whatever they are called: names are misread, and change. */
export function weighFacts(a: Resume, b: Resume): Evidence {
  const asOf = [a, b].map((one) => one.meta.shortlist.asOf).sort()[1] ?? '';
  const mine = employersOf(a, asOf);
  const theirs = employersOf(b, asOf);
  const jobs = sharedEmployers(mine, theirs);
  const profiles = sharedProfiles(a, b);
  const school = sharedSchool(a.education, b.education);
  const against = ELSEWHERE * (spentElsewhere(mine, theirs) + spentElsewhere(theirs, mine));
  const points = jobs.points + (profiles.length > 0 ? PROFILE : 0) + school.points - against;
  return {
    points,
    needed: NEEDED,
    reasons: [
      ...profiles.map((network) => `the same ${network} profile`),
      ...(jobs.names.length > 0 ? [`the same years at ${jobs.names.slice(0, 3).join(', ')}`] : []),
      ...(school.name === undefined ? [] : [`the same degree at ${school.name}`]),
    ],
  };
}

/** True when the full name is the same and the evidence is enough. */
export function isSamePerson(a: Resume, b: Resume): boolean {
  const evidence = weighEvidence(a, b);
  return evidence !== undefined && evidence.points >= evidence.needed;
}

interface Job extends Pick<ResumeWork, 'startDate' | 'endDate'> {
  company: string;
  title: string;
  span: MonthSpan;
}

interface Employer {
  key: string;
  jobs: Job[];
}

/** Dated jobs by employer. */
function employersOf({ work }: Resume, asOf: string): Employer[] {
  const jobs = work.slice(0, MOST_ENTRIES).flatMap(({ name = '', position = '', startDate, endDate }): Job[] => {
    const span = spanOf(startDate, endDate, asOf);
    return span ? [{ company: name, title: foldWords(position), startDate, endDate, span }] : [];
  });
  return [...Map.groupBy(jobs, (job) => companyKey(job.company))].flatMap(([key, of]) => (key === '' ? [] : [{ key, jobs: of }]));
}

/** One name, or the other with more words behind it (`Acme` is no evidence for `Acme Bank`: short names are common words). */
const alike = (a: string, b: string): boolean =>
  a === b || [`${a} `, `${b} `].some((start, at) => start.length > 8 && [b, a][at]?.startsWith(start) === true);

function sharedEmployers(mine: readonly Employer[], theirs: readonly Employer[]): { points: number; names: string[] } {
  let points = 0;
  const names: string[] = [];
  const used = new Set<string>();
  for (const one of mine) {
    const other = theirs.find(({ key }) => !used.has(key) && alike(key, one.key));
    const best = other ? Math.max(...one.jobs.flatMap((job) => other.jobs.map((their) => jobPoints(job, their)))) : 0;
    if (!other || best === 0) continue;
    used.add(other.key);
    points += best;
    names.push(one.jobs[0]?.company ?? one.key);
  }
  return { points, names };
}

/** One for the same time, one for the same day of beginning, one for the same title. */
function jobPoints(a: Job, b: Job): number {
  if (a.span.first > b.span.last || b.span.first > a.span.last) return 0;
  const points = 1 + Number(beganTogether(a, b)) + Number(a.title !== '' && a.title === b.title);
  return Math.min(points, JOB);
}

/** A year alone says little: then the end has to be the same too. */
function beganTogether(a: Job, b: Job): boolean {
  if (a.startDate === undefined || a.startDate.slice(0, 7) !== b.startDate?.slice(0, 7)) return false;
  return a.startDate.length > 4 || (a.endDate !== undefined && a.endDate.slice(0, 4) === b.endDate?.slice(0, 4));
}

/** Long jobs whose employer the other does not know, in a time that the other spent somewhere else. */
function spentElsewhere(mine: readonly Employer[], theirs: readonly Employer[]): number {
  const known = (key: string, among: readonly Employer[]) => among.some((one) => alike(one.key, key));
  const strange = theirs.filter((one) => !known(one.key, mine)).flatMap((one) => one.jobs);
  return mine
    .filter((one) => !known(one.key, theirs))
    .flatMap((one) => one.jobs)
    .filter(({ span }) => strange.some((other) => overlap(span, other.span) >= LONG_MONTHS)).length;
}

const overlap = (a: MonthSpan, b: MonthSpan): number => Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;

/** A degree with a year that agrees; one school counts, however often. */
function sharedSchool(mine: readonly ResumeEducation[], theirs: readonly ResumeEducation[]): { points: number; name?: string } {
  for (const a of mine.slice(0, MOST_ENTRIES)) {
    const school = foldWords(a.institution ?? '');
    const same = theirs.slice(0, MOST_ENTRIES).some((b) => {
      const [degree, theirDegree] = [a, b].map((one) => foldWords(`${one.studyType ?? ''} ${one.area ?? ''}`));
      const years = [a.endDate?.slice(0, 4), a.startDate?.slice(0, 4)];
      const agree = [b.endDate?.slice(0, 4), b.startDate?.slice(0, 4)].some(
        (year, at) => year !== undefined && year === years[at],
      );
      return school !== '' && foldWords(b.institution ?? '') === school && degree !== '' && degree === theirDegree && agree;
    });
    if (same) return { points: SCHOOL, name: a.institution };
  }
  return { points: 0 };
}

/** Pages of one person on a network; an address without a page of its own, or with the words of a template, is nobody's. */
const NETWORKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[a-z]{2,3}\.)?linkedin\.com\/(?:in|pub)\/([^/?#]+)(?:\/[a-z]{2})?\/?(?:[?#]|$)/, 'LinkedIn'],
  [/^github\.com\/([^/?#]+)\/?(?:[?#]|$)/, 'GitHub'],
  [/^gitlab\.com\/([^/?#]+)\/?(?:[?#]|$)/, 'GitLab'],
  [/^xing\.com\/profile\/([^/?#]+)/, 'XING'],
  [/^orcid\.org\/([\dx-]+)/, 'ORCID'],
  [/^stackoverflow\.com\/users\/(\d+)/, 'Stack Overflow'],
];
const PLACEHOLDER =
  /^(?:user-?name|your-?(?:user-?)?name|name|profile|example|first-?(?:name)?-?last-?(?:name)?|john-?doe|jane-?doe)$/;

function pagesOf({ basics }: Resume): Map<string, string> {
  const urls = [basics.url ?? '', ...(basics.profiles ?? []).map((one) => one.url)];
  return new Map(
    urls.slice(0, MOST_ENTRIES).flatMap((url): [string, string][] => {
      const address = url
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '');
      for (const [pattern, network] of NETWORKS) {
        const page = pattern.exec(address)?.[1];
        if (page !== undefined && !PLACEHOLDER.test(page)) return [[`${network} ${page}`, network]];
      }
      return [];
    }),
  );
}

function sharedProfiles(a: Resume, b: Resume): string[] {
  const theirs = pagesOf(b);
  return [...pagesOf(a)].flatMap(([page, network]) => (theirs.has(page) ? [network] : []));
}
