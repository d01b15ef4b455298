/** A resume with what people said of it (F2.5). Pure: the same reading and corrections give the same resume, also when a newer parser made the reading. */
import type { CorrectionAuthor, ResumeCorrection } from '../../domain/correction.ts';
import { correctionValue } from '../../domain/correction-value.ts';
import type { Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { dateOrderOfResume } from '../parse/date-order.ts';
import { deriveFacts } from '../parse/derive.ts';
import { findPhones } from '../parse/phone.ts';
import { applyToList } from './apply-to-list.ts';
import { type AppliedCorrection, type CorrectedEntries, createCorrectedEntries } from './correct-entries.ts';
import { markCorrected } from './corrected-paths.ts';
import { LISTS } from './correction-fields.ts';
import { type Entry, endsBeforeStart } from './entry-anchor.ts';
import { fieldLabel, shownPlace } from './show-value.ts';
import { type NotPlaced, tellNotPlaced } from './tell-not-placed.ts';

export type { AppliedCorrection } from './correct-entries.ts';

/** A correction that was taken before, with whose word it was. */
export type CorrectionInForce = ResumeCorrection & { author: CorrectionAuthor };

export interface CorrectedResume {
  resume: Resume;
  applied: AppliedCorrection[];
  /** What could not be done, a sentence each: there is no job 4. */
  problems: string[];
}

export interface ApplyOptions {
  taxonomy: Taxonomy;
  author: CorrectionAuthor;
  /** Applied first, in their order; `corrections` speak of what comes out. */
  inForce?: readonly CorrectionInForce[];
}

/**
 * Applies what one message says to a reading. Derived facts are made anew; a corrected value has confidence 1 and no line of the page. The
 * input stays as it is. What of the earlier corrections has no place in this reading is told in its meta data.
 */
export function applyCorrections(
  reading: Resume,
  corrections: readonly ResumeCorrection[],
  { taxonomy, author, inForce = [] }: ApplyOptions,
): CorrectedResume {
  const first = applyAll(reading, corrections, author, inForce, taxonomy);
  const { refused, problems } = backwards(first);
  if (refused.length === 0) return first.done;
  // Start and end are one period: where they contradict each other, neither of them is taken.
  const rest = corrections.filter((one) => !refused.includes(one));
  const { done } = applyAll(reading, rest, author, inForce, taxonomy);
  return { ...done, problems: [...done.problems, ...problems] };
}

/** The reading with what was taken before. */
export const correctedReading = (reading: Resume, inForce: readonly CorrectionInForce[], taxonomy: Taxonomy): Resume =>
  inForce.length === 0 ? reading : applyCorrections(reading, [], { taxonomy, author: 'sender', inForce }).resume;

interface Run {
  done: CorrectedResume;
  entries: CorrectedEntries;
  /** Corrections of this message that set a date, with the entry that they changed. */
  dated: Map<Entry, ResumeCorrection[]>;
}

function applyAll(
  reading: Resume,
  corrections: readonly ResumeCorrection[],
  author: CorrectionAuthor,
  inForce: readonly CorrectionInForce[],
  taxonomy: Taxonomy,
): Run {
  const resume = structuredClone(reading);
  const entries = createCorrectedEntries(resume, inForce);
  const notPlaced: NotPlaced[] = [];
  const again = new Set<Entry>();
  for (const correction of inForce) {
    const outcome = applyOne(resume, entries, correction, correction.author, true, taxonomy);
    if ('problem' in outcome) notPlaced.push({ correction, instead: outcome.instead });
    else if (outcome.entry) again.add(outcome.entry);
  }
  entries.countFromHere();
  const done: CorrectedResume = { resume, applied: [], problems: [] };
  const dated = new Map<Entry, ResumeCorrection[]>();
  for (const correction of corrections) {
    const outcome = applyOne(resume, entries, correction, author, false, taxonomy);
    if ('problem' in outcome) done.problems.push(outcome.problem);
    else {
      const { applied, entry } = outcome;
      if (applied.before !== applied.after || correction.op === 'set') done.applied.push(applied);
      if (entry && /Date$/.test(correction.path)) dated.set(entry, [...(dated.get(entry) ?? []), correction]);
    }
  }
  tellNotPlaced(resume, notPlaced, again);
  resume.meta.shortlist.derived = deriveFacts(resume, taxonomy);
  return { done, entries, dated };
}

type Outcome = { applied: AppliedCorrection; entry?: Entry } | { problem: string; instead?: Entry };

function applyOne(
  resume: Resume,
  entries: CorrectedEntries,
  correction: ResumeCorrection,
  author: CorrectionAuthor,
  again: boolean,
  taxonomy: Taxonomy,
): Outcome {
  const { monthFirst, ...said } = correction;
  if (monthFirst !== undefined) {
    const order = dateOrderOfResume(resume);
    if (order === 'unclear') return { problem: eitherDate(said.value, monthFirst) };
    const settled = { ...said, value: order === 'monthFirst' ? monthFirst : said.value };
    return applyOne(resume, entries, settled, author, again, taxonomy);
  }
  const [root = ''] = correction.path.split('.');
  if (root === 'basics') return setBasics(resume, correction, author);
  const list = LISTS.find((one) => one.list === correction.path)?.list;
  if (list !== undefined) {
    const outcome = applyToList(resume, list, correction, { taxonomy, mark: (path) => markCorrected(resume, path, author) });
    return typeof outcome === 'string' ? { problem: outcome } : { applied: { correction, ...outcome } };
  }
  return correction.op === 'add' ? entries.add(correction, author, again) : entries.change(correction, author);
}

/** The first day that differs, both ways. */
function eitherDate(dayFirst: string, monthFirst: string): string {
  const days = (text: string): string[] => text.match(/\d{4}-\d\d-\d\d/g) ?? [];
  const [one, other] =
    days(dayFirst).flatMap((day, at) => (day === days(monthFirst)[at] ? [] : [[day, days(monthFirst)[at]]]))[0] ?? [];
  return `That may be ${one} or ${other}, and nothing in the resume tells which. Please write it that way, year first.`;
}

function setBasics(resume: Resume, correction: ResumeCorrection, author: CorrectionAuthor): Outcome {
  const { basics } = resume;
  const key = correction.path.slice('basics.'.length);
  const label = fieldLabel(correction.path);
  const value = correction.value === '' ? undefined : key === 'phone' ? phoneIn(basics, correction.value) : correction.value;
  if (key === 'location') {
    const before = shownPlace(basics.location);
    const said = correctionValue(correction);
    basics.location = said.kind === 'place' ? said.place : undefined;
    markCorrected(resume, correction.path, author);
    return { applied: { correction, label, before, after: shownPlace(basics.location) } };
  }
  if (key !== 'name' && key !== 'label' && key !== 'email' && key !== 'phone' && key !== 'summary')
    return { problem: `I cannot correct ${key}.` };
  const before = basics[key] ?? '';
  basics[key] = value;
  markCorrected(resume, correction.path, author);
  return { applied: { correction: { ...correction, value: value ?? '' }, label, before, after: value ?? '' } };
}

/** A number without a country code is of where they live, however it was said: the same words mean the same number in every channel. */
function phoneIn({ location }: Resume['basics'], said: string): string {
  return said.startsWith('+') ? said : (findPhones(said, location?.countryCode)[0]?.value ?? said);
}

/** Dates of this message by which an entry would end before it began, and what to write instead. */
function backwards({ entries, dated }: Run): { refused: ResumeCorrection[]; problems: string[] } {
  const wrong = [...dated].filter(([entry]) => endsBeforeStart(entry));
  return {
    refused: wrong.flatMap(([, corrections]) => corrections),
    problems: wrong.map(([entry, corrections]) => {
      const [one, other] = new Set(corrections.map(({ path }) => (path.endsWith('startDate') ? 'start' : 'end')));
      const name = entries.nameOf(entry);
      const wrong = `${name}, ${other === undefined ? one : 'dates'}: it would end before it began (${entry.startDate} – ${entry.endDate}).`;
      return other === undefined ? `${wrong} Give both: "${name.toLowerCase()} dates=2019-03 – 2024-05".` : wrong;
    }),
  };
}
