/** Facts that follow from a resume and a date. All of them are those that scores and prose use (match/read-facts.ts): one reading of each. */
import type { CandidateFacts, RoleFacts } from '../../domain/facts.ts';
import { latestFirst } from '../../domain/latest-job.ts';
import { type MonthSpan, monthsCovered, monthText } from '../../domain/month-spans.ts';
import type { DerivedFacts, Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { careerGaps, careerOverlaps } from '../match/career-stretches.ts';
import { readFacts } from '../match/read-facts.ts';
import { roleSpan } from '../match/read-roles.ts';
import { readIndustry } from '../postings/enrich/read-industry.ts';

/** How much of a title must be words of the dictionary for it to name an occupation. */
const KNOWN_TITLE = 0.4;
/** How far ahead of the next a sector must be. */
const CLEAR_SECTOR = 0.4;

/** Derived facts as of the date of the reading; what the meta data says of them so far does not matter. */
export function deriveFacts(resume: Resume, taxonomy: Taxonomy): DerivedFacts {
  const { work, education, basics, meta } = resume;
  const { asOf } = meta.shortlist;
  const facts = readFacts(resume, taxonomy, asOf);
  const titles = [...latestFirst(work).map((job) => job.position), basics.label].flatMap((title) => (title ? [title] : []));
  const known = titles.map((title) => taxonomy.readTitle(title)).find((one) => one && one.coverage >= KNOWN_TITLE);
  const functions = stretches(facts.roles, ({ titleFacts }) =>
    titleFacts && titleFacts.coverage >= KNOWN_TITLE && titleFacts.function ? titleFacts.function : undefined,
  );
  const industries = stretches(facts.roles, (role, at) => industryOf(role, work[at]?.name));
  return {
    experienceMonths: facts.experienceMonths,
    careerLevel: facts.careerLevel,
    ...(known ? { profession: known.title } : {}),
    ...listed(
      'functions',
      functions.map(({ name, months }) => ({ function: name, months })),
    ),
    ...listed(
      'industries',
      industries.map(({ name, months }) => ({ industry: name, months })),
    ),
    ...listed('gaps', careerGaps(work, asOf).map(shownSpan)),
    ...listed(
      'overlaps',
      careerOverlaps(work, asOf).map(({ jobs, ...span }) => ({ ...shownSpan(span), jobs })),
    ),
    ...listed('education', educationOf(resume, facts, education.length)),
    ...listed('skills', skillsOf(facts, taxonomy)),
    ...listed('languages', languagesOf(resume, facts, taxonomy)),
  };
}

/** Empty lists are left out. */
const listed = <K extends keyof DerivedFacts>(
  key: K,
  list: NonNullable<DerivedFacts[K]> & readonly unknown[],
): Partial<DerivedFacts> => (list.length > 0 ? { [key]: list } : {});

const shownSpan = ({ first, last }: MonthSpan) => ({ start: monthText(first), end: monthText(last), months: last - first + 1 });

/** What the roles are each, with its months, longest first; months of two roles at a time count once. */
function stretches(
  roles: readonly RoleFacts[],
  nameOf: (role: RoleFacts, at: number) => string | undefined,
): { name: string; months: number }[] {
  const spans = new Map<string, MonthSpan[]>();
  for (const [at, role] of roles.entries()) {
    const name = nameOf(role, at);
    if (name === undefined) continue;
    const span = roleSpan(role);
    spans.set(name, [...(spans.get(name) ?? []), ...(span ? [span] : [])]);
  }
  return [...spans]
    .map(([name, of]) => ({ name, months: monthsCovered(of) }))
    .sort((a, b) => b.months - a.months || (a.name < b.name ? -1 : 1));
}

/** The sector of an employer, where its name, the title and what was done there speak clearly for one; where people of an occupation usually work is no fact. */
function industryOf({ title, lines }: RoleFacts, company: string | undefined): string | undefined {
  const read = readIndustry({ company, tags: [], title, text: lines.slice(1).join('\n') });
  return read && read.margin >= CLEAR_SECTOR ? read.sector : undefined;
}

/** One for each entry of the resume of which anything can be told. */
function educationOf(resume: Resume, facts: CandidateFacts, count: number): NonNullable<DerivedFacts['education']> {
  // Entries without a degree or a subject have no facts; the others stand in the same order.
  const told = resume.education.flatMap((entry, at) => (entry.studyType || entry.area ? [at] : []));
  if (told.length !== facts.education.length || count === 0) return [];
  return facts.education.flatMap(({ level, finished }, at) => {
    const entry = told[at];
    return level && entry !== undefined ? [{ entry, level, finished }] : [];
  });
}

function skillsOf({ skills }: CandidateFacts, taxonomy: Taxonomy): NonNullable<DerivedFacts['skills']> {
  return skills
    .flatMap(({ skill: id, months, lastUsed }) => {
      const skill = taxonomy.skill(id);
      if (!skill || skill.category === 'spoken-language') return [];
      return [{ id, name: skill.name, category: skill.category, months, ...(lastUsed && { lastUsed }) }];
    })
    .sort((a, b) => b.months - a.months || (a.id < b.id ? -1 : 1));
}

/** Those that the resume lists, and not the one that it happens to be written in. */
function languagesOf(resume: Resume, facts: CandidateFacts, taxonomy: Taxonomy): NonNullable<DerivedFacts['languages']> {
  const codes = new Set(resume.languages.flatMap(({ language }) => taxonomy.spokenLanguage(language)?.code ?? []));
  return facts.languages.filter(({ code }) => codes.has(code));
}
