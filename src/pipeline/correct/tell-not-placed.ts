/** What a person must be told of corrections that a newer reading has no place for: nothing they said is dropped in silence (F2.5). */
import type { ResumeCorrection } from '../../domain/correction.ts';
import { foldWords } from '../../domain/fold-text.ts';
import type { Resume } from '../../domain/resume.ts';
import { monthOf } from '../../messages/phrases.ts';
import { ENTRIES } from './correction-fields.ts';
import { type Entry, endsBeforeStart, entriesIn, readAnchor } from './entry-anchor.ts';
import { fieldLabel, shownEntry, shownValue } from './show-value.ts';

export interface NotPlaced {
  correction: ResumeCorrection;
  /** What is read now where the entry stood that was taken out. */
  instead?: Entry;
}

/** Writes it into the meta data of the resume. `again`: entries that were corrected. What has come true by itself is nothing to tell. */
export function tellNotPlaced(resume: Resume, notPlaced: readonly NotPlaced[], again: ReadonlySet<Entry>): void {
  const entries = [...entriesOf(resume)];
  const told = [
    ...notPlaced.flatMap((one) => tell(one, entries)),
    ...entries.filter(({ entry }) => again.has(entry) && endsBeforeStart(entry)).map(contradiction),
  ];
  const meta = resume.meta.shortlist;
  if (told.length > 0) meta.notPlaced = [...new Set(told)];
  else delete meta.notPlaced;
}

interface Placed {
  list: string;
  at: number;
  entry: Entry;
}

const entriesOf = (resume: Resume): Placed[] =>
  Object.values(ENTRIES).flatMap(({ list }) => entriesIn(resume, list).map((entry, at) => ({ list, at, entry })));

function tell({ correction, instead }: NotPlaced, entries: readonly Placed[]): string[] {
  const { path, op, value, anchor } = correction;
  const [list = '', , field = ''] = path.split('.');
  // Only entries move: a skill that is there, or gone, by itself is as it was said to be.
  if (anchor === undefined) return [];
  const [one = '', other = ''] = readAnchor(anchor).called;
  const called = [one, other].filter(Boolean).join(', ') || 'without a name';
  if (op === 'remove') {
    const now = entries.find(({ entry }) => entry === instead);
    return now ? [`${fieldLabel(path)} (${called}) was removed, and I read there now: ${shownEntry(now.entry)}`] : [];
  }
  if (value !== '' && entries.some((now) => now.list === list && isSaid(now.entry, field, value))) return [];
  return [`${fieldLabel(path)} (${called}): ${value === '' ? 'nothing' : monthOf(shownValue(correction))}`];
}

function isSaid(entry: Entry, field: string, value: string): boolean {
  const now: unknown = Reflect.get(entry, field);
  return typeof now === 'string' && foldWords(now) === foldWords(value);
}

const contradiction = ({ list, at, entry }: Placed): string =>
  `${fieldLabel(`${list}.${at}`)} ends before it begins (${monthOf(entry.startDate ?? '')} – ${monthOf(entry.endDate ?? '')})`;
