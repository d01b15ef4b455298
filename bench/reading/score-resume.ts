/**
 * One document against its gold: every value that was read is right, wrong, or neutral (the page does not show what the gold says),
 * and every gold value that the page shows and nothing was read for is a miss.
 */
import type { Resume } from '../../src/domain/resume.ts';
import { alike, coveredBy, fold, sameName, samePhone, sameSkill, wordsAgree } from './alike.ts';
import { pairEntries } from './pair-entries.ts';

export const FIELDS = [
  'name',
  'email',
  'phone',
  'city',
  'company',
  'position',
  'work start',
  'work end',
  'highlights',
  'school',
  'degree',
  'subject',
  'study dates',
  'skills',
  'languages',
  'certificates',
] as const;
export type Field = (typeof FIELDS)[number];

export interface GoldDocument {
  file: string;
  gold: string;
  layout: string;
  format: string;
  language: string;
  hiddenFields?: string[];
  dateVisibility?: Record<string, 'month' | 'year' | 'none'>;
}
/** JSON Resume, as far as it was written down. */
export type Gold = Partial<Pick<Resume, 'basics' | 'work' | 'education' | 'skills' | 'languages' | 'certificates'>>;

export interface Judged {
  field: Field;
  path: string;
  right: boolean;
}
export interface ResumeScore {
  judged: Judged[];
  missed: Field[];
}

interface Scoring extends ResumeScore {
  hides(path: string): boolean;
  seenAs(path: string, date: string): string | undefined;
}

function startScoring(document: GoldDocument): Scoring {
  const hidden = document.hiddenFields ?? [];
  const hides = (path: string): boolean => hidden.some((one) => path === one || path.startsWith(`${one}.`));
  return {
    judged: [],
    missed: [],
    hides,
    seenAs(path, date) {
      const shown = document.dateVisibility?.[path] ?? 'month';
      return shown === 'none' || hides(path) ? undefined : shown === 'year' ? date.slice(0, 4) : date;
    },
  };
}

/** One value against one: a wrong value is a false alarm and a miss. */
function one(
  to: Scoring,
  field: Field,
  read: { path: string; value: string | undefined },
  gold: { path: string; value: string | undefined },
  same: (a: string, b: string) => boolean,
): void {
  if (to.hides(gold.path)) return;
  if (read.value === undefined) {
    if (gold.value !== undefined) to.missed.push(field);
    return;
  }
  const right = gold.value !== undefined && same(read.value, gold.value);
  to.judged.push({ field, path: read.path, right });
  if (!right && gold.value !== undefined) to.missed.push(field);
}

interface Dated {
  startDate?: string;
  endDate?: string;
}

/** At the precision that both have; an end left open where the gold has one is a claim too. */
function dates(
  to: Scoring,
  fields: { start: Field; end: Field },
  read: Dated | undefined,
  gold: Dated | undefined,
  at: [string, string],
) {
  for (const [key, field] of [
    ['startDate', fields.start],
    ['endDate', fields.end],
  ] as const) {
    const value = read?.[key];
    const printed = gold?.[key];
    const seen = printed === undefined ? undefined : to.seenAs(`${at[1]}.${key}`, printed);
    if (printed !== undefined && seen === undefined) continue;
    const path = `${at[0]}.${key}`;
    if (value !== undefined) {
      const right = seen !== undefined && value.slice(0, Math.min(7, seen.length)) === seen.slice(0, 7);
      to.judged.push({ field, path, right });
      if (!right && seen !== undefined) to.missed.push(field);
    } else if (seen !== undefined) to.missed.push(field);
  }
}

function scoreBasics(to: Scoring, read: Resume, gold: Gold): void {
  const [mine, theirs] = [read.basics, gold.basics ?? {}];
  const at = (path: string, a: string | undefined, b: string | undefined) =>
    [
      { path, value: a },
      { path, value: b },
    ] as const;
  one(to, 'name', ...at('basics.name', mine.name, theirs.name), sameName);
  one(to, 'email', ...at('basics.email', mine.email, theirs.email), (a, b) => a.toLowerCase() === b.toLowerCase());
  one(to, 'phone', ...at('basics.phone', mine.phone, theirs.phone), samePhone);
  one(to, 'city', ...at('basics.location.city', mine.location?.city, theirs.location?.city), alike);
}

function scoreWork(to: Scoring, read: Resume, gold: Gold): void {
  const theirs = gold.work ?? [];
  const pairs = pairEntries(read.work, theirs, (a, b) => [
    agree(a.name, b.name, alike),
    agree(a.position, b.position, alike),
    agree(a.startDate?.slice(0, 4), b.startDate?.slice(0, 4)),
    agree(a.endDate?.slice(0, 4), b.endDate?.slice(0, 4)),
    a.highlights && b.highlights ? coveredBy(a.highlights.join(' '), b.highlights.join(' ')) : 0,
  ]);
  for (const [i, j] of pairs) {
    const [a, b, here, there] = [read.work[i ?? -1], theirs[j ?? -1], `work.${i}`, `work.${j}`];
    one(to, 'company', { path: `${here}.name`, value: a?.name }, { path: `${there}.name`, value: b?.name }, alike);
    one(
      to,
      'position',
      { path: `${here}.position`, value: a?.position },
      { path: `${there}.position`, value: b?.position },
      alike,
    );
    dates(to, { start: 'work start', end: 'work end' }, a, b, [here, there]);
    scoreHighlights(to, { texts: a?.highlights ?? [], at: here }, { texts: b?.highlights ?? [], at: there });
  }
}

function scoreHighlights(to: Scoring, read: { texts: string[]; at: string }, gold: { texts: string[]; at: string }): void {
  const shown = gold.texts.filter((_, k) => !to.hides(`${gold.at}.highlights.${k}`));
  const [all, mine] = [gold.texts.join(' '), read.texts.join(' ')];
  for (const [k, text] of read.texts.entries())
    to.judged.push({ field: 'highlights', path: `${read.at}.highlights.${k}`, right: coveredBy(text, all) >= 0.8 });
  for (const text of shown) if (coveredBy(text, mine) < 0.8) to.missed.push('highlights');
}

function scoreEducation(to: Scoring, read: Resume, gold: Gold): void {
  const theirs = gold.education ?? [];
  const pairs = pairEntries(read.education, theirs, (a, b) => [
    agree(a.institution, b.institution, alike),
    wordsAgree(degreeOf(a), degreeOf(b)),
    agree(a.startDate?.slice(0, 4), b.startDate?.slice(0, 4)),
    agree(a.endDate?.slice(0, 4), b.endDate?.slice(0, 4)),
  ]);
  const sameDegree = (a: string, b: string): boolean => wordsAgree(a, b) >= 0.8 || alike(a, b);
  for (const [i, j] of pairs) {
    const [a, b, here, there] = [read.education[i ?? -1], theirs[j ?? -1], `education.${i}`, `education.${j}`];
    one(
      to,
      'school',
      { path: `${here}.institution`, value: a?.institution },
      { path: `${there}.institution`, value: b?.institution },
      alike,
    );
    const mine = a && degreeOf(a);
    const path = `${here}.studyType`;
    one(to, 'degree', { path, value: mine || undefined }, { path: `${there}.studyType`, value: b && degreeOf(b) }, sameDegree);
    scoreSubject(to, { study: a, at: here }, { study: b, at: there });
    dates(to, { start: 'study dates', end: 'study dates' }, a, b, [here, there]);
  }
}

interface Study {
  study: Resume['education'][number] | undefined;
  at: string;
}

/**
 * The subject beside a degree, for itself. Where a degree ends and its subject begins, two readers cut differently: what stands in the
 * gold's degree is right, and what the degree that was read holds is not missing.
 */
function scoreSubject(to: Scoring, { study: mine, at: here }: Study, { study: theirs, at: there }: Study): void {
  if (to.hides(`${there}.area`)) return;
  const printed = theirs ? degreeOf(theirs) : '';
  const [read, gold] = [mine?.area, theirs?.area];
  if (read !== undefined) {
    const whole = gold === undefined || coveredBy(gold, `${mine?.studyType ?? ''} ${read}`) >= 0.8;
    const right = (gold !== undefined && alike(read, gold)) || (whole && coveredBy(read, printed) === 1);
    to.judged.push({ field: 'subject', path: `${here}.area`, right });
    if (!right && gold !== undefined) to.missed.push('subject');
  } else if (read === undefined && gold !== undefined && coveredBy(gold, mine?.studyType ?? '') < 0.8) to.missed.push('subject');
}

const degreeOf = (study: { studyType?: string; area?: string }): string =>
  [study.studyType, study.area].filter(Boolean).join(' ');

function agree(a: string | undefined, b: string | undefined, same = (x: string, y: string): boolean => x === y): number {
  return a !== undefined && b !== undefined && same(a, b) ? 1 : 0;
}

interface Item {
  path: string;
  value: string;
}

/** A list as a set; what is right in another place of the gold is neither right nor wrong. */
function scoreSet(
  to: Scoring,
  field: Field,
  read: Item[],
  gold: Item[],
  same: (a: string, b: string) => boolean,
  elsewhere = '',
): void {
  const left = new Set(gold.filter((item) => !to.hides(item.path)));
  for (const item of read) {
    const match = [...left].find((other) => same(item.value, other.value));
    if (match) left.delete(match);
    const known = match ?? gold.find((other) => same(item.value, other.value));
    if (known && known !== match) continue;
    if (!known && elsewhere.includes(` ${fold(item.value)} `)) continue;
    to.judged.push({ field, path: item.path, right: match !== undefined });
  }
  for (const _ of left) to.missed.push(field);
}

function itemsOf<T>(list: readonly T[] | undefined, at: (index: number) => string, text: (one: T) => string): Item[] {
  return (list ?? []).map((entry, i) => ({ path: at(i), value: text(entry) })).filter((item) => item.value !== '');
}

function scoreLists(to: Scoring, read: Resume, gold: Gold): void {
  const keywords = (groups: Resume['skills'] | undefined): Item[] =>
    (groups ?? []).flatMap((group, i) => group.keywords.map((value, k) => ({ path: `skills.${i}.keywords.${k}`, value })));
  const everything = ` ${fold(JSON.stringify(gold))} `;
  scoreSet(to, 'skills', keywords(read.skills), keywords(gold.skills), sameSkill, everything);
  const spoken = (list: Resume['languages'] | undefined): Item[] =>
    itemsOf(
      list,
      (i) => `languages.${i}.language`,
      (one) => one.language,
    );
  scoreSet(to, 'languages', spoken(read.languages), spoken(gold.languages), alike);
  const papers = (list: Resume['certificates'] | undefined): Item[] =>
    itemsOf(
      list,
      (i) => `certificates.${i}.name`,
      (one) => one.name,
    );
  scoreSet(
    to,
    'certificates',
    papers(read.certificates),
    papers(gold.certificates),
    (a, b) => alike(a, b, 0.8) || wordsAgree(a, b) >= 0.8,
  );
}

/** `read` undefined: the document could not be read, everything that it shows is missed. */
export function scoreResume(read: Resume, gold: Gold, document: GoldDocument): ResumeScore {
  const to = startScoring(document);
  scoreBasics(to, read, gold);
  scoreWork(to, read, gold);
  scoreEducation(to, read, gold);
  scoreLists(to, read, gold);
  return { judged: to.judged, missed: to.missed };
}
