/** Entries of a work section: title, employer, place, dates and text of each. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type Assigned, assignRoles, type EntryRoles } from './assign-roles.ts';
import { isCareerBreak, mayBeCareerBreak } from './career-breaks.ts';
import { coversDates, type DatedFields, type Dates, datesOf, leadsOf, lessSureWithDates, textsOf } from './dated-fields.ts';
import { rolesBelowEmployers } from './employer-heads.ts';
import type { BodyText, EntryDraft } from './entries.ts';
import { isAside } from './entry-label-lines.ts';
import { type Found, found } from './found.ts';
import { joinAtoms } from './header-atoms.ts';
import { hasLegalForm, organisationCue } from './organisation-cues.ts';
import { namesOwnAccount } from './own-account.ts';
import { isSurePlace } from './place-cue.ts';
import { saysTerms, workBodyScore, workRoles } from './work-roles.ts';

export interface WorkFound extends DatedFields {
  name?: Found;
  position?: Found;
  location?: Found;
  url?: Found;
  summary?: Found;
  highlights: Found[];
}

function roleValue(roles: EntryRoles, role: string, base: number): Found | undefined {
  const parts = roles.values.filter((value) => value.role === role);
  const [first] = parts;
  if (!first) return undefined;
  const confidence = base + 0.16 * first.score + 0.08 * Math.min(2, roles.margin);
  return found(tidy(first.text), linesOf(first), Math.min(0.98, confidence));
}

const linesOf = (value: Assigned) => [...new Set(value.atoms.map((atom) => atom.line))];
/** A full stop behind a word in full ends the line, not the value (`Chef de cuisine.`). */
const tidy = (text: string): string =>
  text
    .replace(/[\s,;:|–—-]+$/, '')
    .replace(/^[\s,;:|–—-]+/, '')
    .replace(/(?<=\p{Ll}{4})\.$/u, '');

const URL = /^(?:https?:\/\/|www\.)\S+$/;
/** In words: what is shorter and neither title, employer nor place says how somebody was employed (`Remote`, `Full-time`). */
const LEAST_TEXT = 4;

/** Text on the lines of the head, also beside a date of its own line: what was done, where nothing else fits. */
function leftoverText(roles: EntryRoles): BodyText[] {
  const aside = roles.values.filter(
    ({ role, text }) => role === 'extra' && !URL.test(text) && !saysTerms(text) && text.split(/\s+/).length >= LEAST_TEXT,
  );
  return [
    ...roles.body.map((line) => ({ text: joinAtoms(line.atoms), bullet: false, lines: [line.line] })),
    ...aside.map((value) => ({ text: value.text, bullet: false, lines: linesOf(value) })),
  ];
}

function urlOf(roles: EntryRoles): Found | undefined {
  const value = roles.values.find((v) => v.role === 'extra' && URL.test(v.text));
  return value ? found(value.text, linesOf(value), 0.9) : undefined;
}

/** `Budget Analyst GS-0560-12`: series and grade of a public pay plan say what is paid, not what is done. */
const PAY_GRADE = /[\s,;–-]+\(?(?:(?:GS|GG|WG|WL|WS|NF|NH|NK|FP|FS|ES)-\d{1,4}(?:-\d{1,2})?|[A-Z]{2}-\d{4}-\d{2})\)?$/u;

function withoutGrade(title: Found | undefined): Found | undefined {
  const value = title?.value.replace(PAY_GRADE, '') ?? '';
  return title && value.length > 3 ? { ...title, value } : title;
}

/** `2016` and nothing else dates a job that began and ended in that year; `since 2016` says that it goes on. */
const isYearAlone = ({ span }: EntryDraft): boolean =>
  span?.single === true && span.start === span.end && span.start?.length === 4 && !span.ongoing;

/** Where at least as many jobs have ranges. A column of years alone says when each began. */
function areRangesUsual(drafts: readonly EntryDraft[]): boolean {
  const ranges = drafts.filter(({ span }) => span?.single === false).length;
  return ranges >= RANGES_USUAL * drafts.filter(isYearAlone).length;
}
const RANGES_USUAL = 1;

function readEntry(draft: EntryDraft, roles: EntryRoles, yearEnds: boolean): Omit<WorkFound, 'summary' | 'highlights'> {
  return {
    ...datesOf(draft, yearEnds && isYearAlone(draft) ? 'both' : 'start'),
    position: withoutGrade(lessSureWithDates(roleValue(roles, 'title', 0.72))),
    name: lessSureWithDates(roleValue(roles, 'company', 0.72)),
    location: roleValue(roles, 'place', 0.72),
    url: urlOf(roles),
  };
}

/** How much of what stands in the bracket is known as a title. */
const TITLE_SHARE = 0.5;

/** `Bar Inc. (Intern)`: the title in a bracket behind its employer. */
function titleInBracket<T extends Pick<WorkFound, 'name' | 'position'>>(entry: T, taxonomy: Taxonomy): T {
  const { name, position } = entry;
  const [, firm, title = ''] = /^(.{2,60}?)\s*\(([^()]{3,50})\)$/u.exec(name?.value ?? '') ?? [];
  if (!name || position || !firm || (taxonomy.readTitle(title)?.coverage ?? 0) < TITLE_SHARE) return entry;
  return { ...entry, name: { ...name, value: firm }, position: { ...name, value: title } };
}

const IN_BRACKET = /^(.{2,60}?)\s*[(（]([^()（）\d]{2,50})[)）]$/u;
/** So many towns in brackets are a habit; one may be part of a name (`Pearson (Reading)`). */
const HABIT = 2;

/** A name that says nothing else: `(Teilzeit)` and `(via Hays)` say no town. */
const mayBeTown = (text: string, taxonomy: Taxonomy): boolean =>
  /^\p{Lu}[\p{L}'’-]+$/u.test(text) && !saysTerms(text) && !taxonomy.readTitle(text) && !taxonomy.lookupSkill(text);

/**
 * `Bar GmbH (Plauen)` for most employers: the bracket says where they are, also where the town is not known. Alone it says so with its region
 * or country (`Acme Ltd (Leeds, UK)`).
 */
function placesInBrackets<T extends Pick<WorkFound, 'name' | 'location'>>(entries: readonly T[], taxonomy: Taxonomy): T[] {
  const partsOf = ({ name, location }: T): readonly string[] => (location ? [] : (IN_BRACKET.exec(name?.value ?? '') ?? []));
  const isTown = (text: string): boolean => isSurePlace(text, taxonomy);
  const towns = entries.filter((entry) => isTown(partsOf(entry)[2] ?? '')).length;
  const usual = towns >= HABIT && towns >= 0.5 * entries.filter((entry) => entry.name).length;
  return entries.map((entry) => {
    const { name, location } = entry;
    const bare = /^\(([^()]+)\)$/u.exec(location?.value ?? '')?.[1];
    if (location && bare) return { ...entry, location: { ...location, value: bare } };
    const [, firm, town = ''] = partsOf(entry);
    const says = usual ? isTown(town) || mayBeTown(town, taxonomy) : town.includes(',') && isTown(town);
    return name && firm && says ? { ...entry, name: { ...name, value: firm }, location: { ...name, value: town } } : entry;
  });
}

const datesIn = ({ start, end, ongoing }: DatedFields): Dates => ({ start: start?.value, end: end?.value, ongoing });

/** An employer whose dates span the roles listed below it is the head of a group, not a job. */
function isGroupHead(entry: WorkFound, next: WorkFound | undefined): boolean {
  return Boolean(
    entry.name &&
      !entry.position &&
      (entry.summary?.value ?? '').split('\n').every((text) => text === '' || isAside(text)) &&
      entry.highlights.length === 0 &&
      next?.position &&
      !next.name &&
      coversDates(datesIn(entry), datesIn(next)),
  );
}

/** Roles without an employer of their own belong to the employer above, also where a leave is the first of what is listed below it. */
function inheritEmployers(entries: readonly WorkFound[], taxonomy: Taxonomy): WorkFound[] {
  const kept: WorkFound[] = [];
  const seen = new Set<string>();
  let employer: WorkFound | undefined;
  entries.forEach((entry, i) => {
    const gap = isGap(entry, taxonomy);
    if (entry.name && (!gap || (isNameApart(entry) && namesEmployer(entry.name.value, seen)))) employer = entry;
    if (entry.name && !gap) seen.add(entry.name.value);
    if (gap) return;
    if (isGroupHead(entry, entries[i + 1])) return;
    if (entry.name || !entry.position || !employer?.name || namesOwnAccount(entry.position.value)) kept.push(entry);
    else
      kept.push({
        ...entry,
        name: lessSure(employer.name),
        location: entry.location ?? (employer.location && lessSure(employer.location)),
      });
  });
  return kept;
}

const lessSure = (value: Found): Found => ({ ...value, confidence: Math.round(value.confidence * 88) / 100 });

function repeatedTexts(drafts: readonly EntryDraft[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const draft of drafts) {
    for (const text of new Set(draft.header.flatMap((line) => line.atoms.map((atom) => atom.text))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, n]) => n > 1).map(([text]) => text));
}

/** A firm that says it is one is no department. */
const FIRM_CUE = 0.5;

/**
 * `Registered Nurse, ICU` and `Registered Nurse, Med-Surg` below one employer: where the first was read as a title whole, because its employer
 * stands above, what looks like a firm in the same place of the next is a department.
 */
function joinDepartments(roles: readonly EntryRoles[]): EntryRoles[] {
  let employed = false;
  return roles.map((own) => {
    const title = own.values.find((value) => value.role === 'title');
    const company = own.values.find((value) => value.role === 'company');
    const [first] = title?.atoms ?? [];
    const [behind] = company?.atoms ?? [];
    const sameLine = first !== undefined && behind !== undefined && first.line === behind.line;
    if (company && !sameLine) employed = (title?.atoms.length ?? 0) > 1 && title?.atoms[1]?.separator === ',';
    const vague = company && !hasLegalForm(company.text) && organisationCue(company.text) < FIRM_CUE;
    if (!employed || !title || !company || !sameLine || !vague || behind?.separator !== ',' || title.atoms.length > 1) {
      if (sameLine) employed = false;
      return own;
    }
    const atoms = [...title.atoms, ...company.atoms];
    const joined = { ...title, atoms, text: joinAtoms(atoms) };
    return { ...own, values: own.values.filter((value) => value !== company).map((value) => (value === title ? joined : value)) };
  });
}

/** `Elternzeit` with its dates, whatever employer is named beside it, or `Career break` with what it was for; `Kinderbetreuung` where nobody is named. */
function isGap({ name, position }: WorkFound, taxonomy: Taxonomy): boolean {
  const told = (position ?? name)?.value ?? '';
  if (isCareerBreak(told) || (!(name && position) && mayBeCareerBreak(told))) return true;
  return isCareerBreak(name?.value ?? '') && (taxonomy.readTitle(position?.value ?? '')?.coverage ?? 0) < TITLE_SHARE;
}

/** An employer on a line of its own, no remark behind the word for the leave. */
const isNameApart = ({ name, position }: WorkFound): boolean =>
  name !== undefined && position !== undefined && !name.lines.some((line) => position.lines.includes(line));

/** No remark of where a leave was spent (`South America`): it says that it is an organisation, or somebody worked there before. */
const namesEmployer = (name: string, seen: ReadonlySet<string>): boolean =>
  seen.has(name) || hasLegalForm(name) || organisationCue(name) >= FIRM_CUE;

const NO_ROLES: EntryRoles = { values: [], body: [], margin: 0 };

/** Jobs in printed order. Entries that name neither a title nor an employer are left out. */
export function readWork(drafts: readonly EntryDraft[], taxonomy: Taxonomy, home?: string): WorkFound[] {
  const assigned = assignRoles(
    drafts.map((draft) => draft.header),
    workRoles(taxonomy, repeatedTexts(drafts), home),
    workBodyScore,
  );
  const roles = rolesBelowEmployers(drafts, joinDepartments(assigned));
  const read = drafts.map((draft, i) => ({ draft, roles: roles[i] ?? NO_ROLES }));
  const texts = leadsOf(read.map((one) => textsOf([...leftoverText(one.roles), ...one.draft.body])));
  const yearEnds = areRangesUsual(drafts);
  const entries = read.map((one, i) => ({
    highlights: [],
    ...texts[i],
    ...titleInBracket(readEntry(one.draft, one.roles, yearEnds), taxonomy),
  }));
  return inheritEmployers(placesInBrackets(entries, taxonomy), taxonomy).filter((entry) => entry.name || entry.position);
}
