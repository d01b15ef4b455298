/** Jobs, educations and other entries of a resume while it is corrected: which one is meant, and what is set, added or taken out. */
import type { CorrectionAuthor, ResumeCorrection } from '../../domain/correction.ts';
import { correctionValue } from '../../domain/correction-value.ts';
import { foldText, foldWords } from '../../domain/fold-text.ts';
import { latestOf } from '../../domain/latest-job.ts';
import type { Resume } from '../../domain/resume.ts';
import { isSameJob } from '../match/same-job.ts';
import { markCorrected, movePaths } from './corrected-paths.ts';
import { ENTRIES, type EntryList, LATEST } from './correction-fields.ts';
import {
  anchorFor,
  calledOf,
  type Entry,
  type EntryAnchor,
  entriesIn,
  findEntry,
  type KnownEntry,
  knownEntries,
  readAnchor,
  writeAnchor,
} from './entry-anchor.ts';
import { fieldLabel, shownEntry } from './show-value.ts';

/** What one correction did, for people and to be kept. */
export interface AppliedCorrection {
  correction: ResumeCorrection;
  /** `Job 2, end`. */
  label: string;
  /** `''`: there was none, or there is none now. */
  before: string;
  after: string;
}

export interface EntryChange {
  applied: AppliedCorrection;
  entry: Entry;
}

/** Undone: why, in a sentence. */
export type EntryOutcome = EntryChange | { problem: string /** Read otherwise now. */; instead?: Entry };

export interface CorrectedEntries {
  change(correction: ResumeCorrection, author: CorrectionAuthor): EntryOutcome;
  /** `again`: it was added before, and may be read by now. */
  add(correction: ResumeCorrection, author: CorrectionAuthor, again: boolean): EntryOutcome;
  /** From now on numbers are those of the list as it is: all lines of one message speak of the card that was answered. */
  countFromHere(): void;
  /** `Job 2`. */
  nameOf(entry: Entry): string;
}

/** By which an entry is known again. */
const TEXTS: readonly string[] = ['position', 'name', 'studyType', 'area', 'institution', 'organization', 'publisher', 'issuer'];
const LISTS: readonly EntryList[] = Object.values(ENTRIES).map(({ list }) => list);

const ofEach = <T>(make: (list: EntryList) => T): Map<EntryList, T> => new Map(LISTS.map((list) => [list, make(list)]));
const listOf = (path: string): EntryList => LISTS.find((list) => list === path.split('.')[0]) ?? 'work';

/** Changes the resume. `inForce` are the corrections that are applied again: what was said of one entry helps to find it. */
export function createCorrectedEntries(resume: Resume, inForce: readonly ResumeCorrection[]): CorrectedEntries {
  const knownOf = ofEach((list) => knownEntries(resume, list));
  const known = (list: EntryList): KnownEntry[] => knownOf.get(list) ?? [];
  const groups = Map.groupBy(
    inForce.filter((one) => one.anchor !== undefined),
    groupOf,
  );
  /** Undefined: looked for, and not there. */
  const placed = new Map<string, KnownEntry | undefined>();
  let numberedOf = ofEach((list): readonly Entry[] => [...entriesIn(resume, list)]);
  const numbered = (list: EntryList): readonly Entry[] => numberedOf.get(list) ?? [];

  const isThere = (list: EntryList, entry: Entry | undefined): boolean =>
    entry !== undefined && entriesIn(resume, list).some((one) => one === entry);

  function byAnchor(list: EntryList, at: number, correction: ResumeCorrection, anchor: EntryAnchor): KnownEntry | undefined {
    const group = groupOf(correction);
    if (placed.has(group)) {
      const before = placed.get(group);
      return before && isThere(list, before.entry) ? before : undefined;
    }
    const entries = entriesIn(resume, list).flatMap((entry) => known(list).find((one) => one.entry === entry) ?? []);
    if (anchor.lines.length === 0 && anchor.called.every((part) => part === '')) return entries[at];
    const said = (groups.get(group) ?? [correction]).flatMap(({ op, path, value }) => {
      const field = path.split('.')[2] ?? '';
      return op === 'set' && value !== '' && TEXTS.includes(field) ? [[field, value] as const] : [];
    });
    const found = findEntry(list, entries, anchor, { at, said });
    // What was called otherwise is not what they wanted to be rid of.
    if (correction.op === 'remove' && found?.called === 0) return undefined;
    placed.set(group, found?.known);
    return found?.known;
  }

  function byNumber(list: EntryList, number: string): KnownEntry | undefined {
    const entries = numbered(list);
    const at = number === LATEST ? latestOf(entries) : Number(number);
    const entry = entries[at] ?? entriesIn(resume, list)[at];
    return isThere(list, entry) ? known(list).find((one) => one.entry === entry) : undefined;
  }

  const isGone = (list: EntryList, number: string): boolean => {
    const entry = numbered(list)[Number(number)];
    return entry !== undefined && !isThere(list, entry);
  };

  /** The number that a person sees, from 0. */
  function numberOf(list: EntryList, entry: Entry): number {
    const at = numbered(list).indexOf(entry);
    return at >= 0 ? at : entriesIn(resume, list).indexOf(entry);
  }

  function missing(list: EntryList, correction: ResumeCorrection): EntryOutcome {
    const number = correction.path.split('.')[1] ?? '';
    const anchor = correction.anchor === undefined ? undefined : readAnchor(correction.anchor);
    if (isGone(list, number)) return { problem: `${fieldLabel(`${list}.${number}`)} is taken out already.` };
    const instead =
      anchor && correction.op === 'remove'
        ? findEntry(list, known(list), anchor, { at: Number(number), said: [] })?.known.entry
        : undefined;
    return {
      problem: missingEntry(list, number, entriesIn(resume, list).length),
      instead: isThere(list, instead) ? instead : undefined,
    };
  }

  return {
    countFromHere() {
      numberedOf = ofEach((list) => [...entriesIn(resume, list)]);
    },
    nameOf: (entry) => {
      const list = LISTS.find((one) => isThere(one, entry)) ?? 'work';
      return fieldLabel(`${list}.${numberOf(list, entry)}`);
    },
    change(correction, author) {
      const [, number = '', key = ''] = correction.path.split('.');
      const list = listOf(correction.path);
      const found =
        correction.anchor === undefined
          ? byNumber(list, number)
          : byAnchor(list, Number(number), correction, readAnchor(correction.anchor));
      if (!found) return missing(list, correction);
      const { entry } = found;
      const place = numberOf(list, entry);
      const path = [list, place, ...(key ? [key] : [])].join('.');
      const at = entriesIn(resume, list).indexOf(entry);
      const kept = { ...correction, path, anchor: correction.anchor ?? writeAnchor(anchorFor(found)) };
      if (correction.op === 'remove') {
        entriesIn(resume, list).splice(at, 1);
        movePaths(resume, { list, from: at, by: -1 });
        return { entry, applied: { correction: kept, label: fieldLabel(path), before: shownEntry(entry), after: '' } };
      }
      const before = setKey(list, entry, key, correction.value);
      if (before === undefined) return { problem: `I cannot correct ${key}.` };
      markCorrected(resume, [list, at, key].join('.'), author);
      return { entry, applied: { correction: kept, label: fieldLabel(path), before, after: correction.value } };
    },
    add(correction, author, again) {
      const list = listOf(correction.path);
      const said = correctionValue(correction);
      if (said.kind !== 'entry') return { problem: `I cannot add that to ${list}.` };
      const added: Entry = said.entry;
      const same = entriesIn(resume, list).find((one) =>
        again ? isSameEntry(list, one, added) : isEqualEntry(list, one, added),
      );
      if (same && !again) return { problem: `${shownEntry(added)} is there already.` };
      // A better reading found what was added: what the person said of it counts, and it is one entry.
      const entry = same ? Object.assign(same, added) : added;
      if (same && added.endDate === undefined) delete same.endDate;
      if (!same) {
        const to = placeFor(added, entriesIn(resume, list));
        entriesIn(resume, list).splice(to, 0, added);
        movePaths(resume, { list, from: to, by: 1 });
        known(list).push({ entry, called: calledOf(list, entry), lines: [] });
      }
      const at = entriesIn(resume, list).indexOf(entry);
      for (const key of Object.keys(added)) markCorrected(resume, `${list}.${at}.${key}`, author);
      return { entry, applied: { correction, label: fieldLabel(`${list}.${at}`), before: '', after: shownEntry(entry) } };
    },
  };
}

/** Corrections of one entry of one reading. */
function groupOf({ path, anchor = '' }: ResumeCorrection): string {
  const { called, lines } = readAnchor(anchor);
  return JSON.stringify([path.split('.')[0], lines.length > 0 ? lines : called]);
}

const isEqualEntry = (list: EntryList, a: Entry, b: Entry): boolean =>
  foldText(calledOf(list, a).join('|')) === foldText(calledOf(list, b).join('|'));

function isSameEntry(list: EntryList, a: Entry, b: Entry): boolean {
  if (list === 'work') return isSameJob(a, b);
  const same = (one = '', other = '') => one !== '' && foldWords(one) === foldWords(other);
  if (list === 'volunteer') return same(a.organization, b.organization) && same(a.position, b.position);
  if (list !== 'education') return same(a.name, b.name);
  return (
    same(a.institution, b.institution) && (same(a.studyType, b.studyType) || same(a.endDate?.slice(0, 4), b.endDate?.slice(0, 4)))
  );
}

/** By its time, in the order in which the others stand: latest first, as most resumes are written, or oldest first. */
function placeFor(entry: Entry, others: readonly Entry[]): number {
  const timeOf = ({ startDate, endDate, date }: Entry): string => startDate ?? endDate ?? date ?? '';
  const times = others.map(timeOf).filter((time) => time !== '');
  const oldestFirst = times.length > 1 && times.every((time, at) => at === 0 || (times[at - 1] ?? '') <= time);
  const time = timeOf(entry);
  const found = others.findIndex((one) => (oldestFirst ? timeOf(one) > time : timeOf(one) < time));
  return found < 0 ? others.length : found;
}

function missingEntry(list: EntryList, number: string, count: number): string {
  const [what = ''] = ENTRIES[list].words;
  if (count === 0 || number === LATEST) return `There is no ${what} in it.`;
  return `There is no ${what} ${Number(number) + 1}: they are numbered 1 to ${count}.`;
}

/** Sets one text of an entry and gives the one before; undefined for what is no field of it. */
function setKey(list: EntryList, entry: Entry, key: string, value: string): string | undefined {
  if (!ENTRIES[list].fields.some((field) => field.key === key)) return undefined;
  const before: unknown = Reflect.get(entry, key);
  if (value === '') Reflect.deleteProperty(entry, key);
  else Reflect.set(entry, key, value);
  return typeof before === 'string' ? before : '';
}
