/** Projects, publications, awards and volunteering: entries whose head is a name with, perhaps, a date and an organisation. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans, onlyDates, withoutSpan } from './date-range.ts';
import { type DatedFields, datesOf, proseOf, textsOf } from './dated-fields.ts';
import type { EntryDraft } from './entries.ts';
import { type Found, found } from './found.ts';
import { joinAtoms } from './header-atoms.ts';
import type { Line } from './line.ts';
import { splitCommas } from './split-list.ts';
import { readWork } from './work-entry.ts';

export interface ProjectFound extends DatedFields {
  name?: Found;
  description?: Found;
  highlights: Found[];
}

const MAX_NAME = 120;

/** The first line of the head names the project; the others describe it. */
export function readProjects(drafts: readonly EntryDraft[]): ProjectFound[] {
  return drafts
    .map((draft) => {
      const [first, ...rest] = draft.header;
      const strong = first?.atoms.findIndex((atom, i) => i > 0 && atom.before >= 2) ?? -1;
      const atoms = first ? (strong > 0 ? first.atoms.slice(0, strong) : first.atoms) : [];
      const behind =
        first && strong > 0 ? [{ text: joinAtoms(first.atoms.slice(strong)), bullet: false, lines: [first.line] }] : [];
      const below = rest.map((line) => ({ text: joinAtoms(line.atoms), bullet: false, lines: [line.line] }));
      const { bullets, paragraphs, asides } = textsOf([...behind, ...below, ...draft.body]);
      const name = first ? found(joinAtoms(atoms).slice(0, MAX_NAME), [first.line], 0.85) : undefined;
      return { ...datesOf(draft, 'both'), name, description: proseOf([...asides, ...paragraphs]), highlights: bullets };
    })
    .filter((project) => project.name);
}

export interface ItemFound {
  name: Found;
  date?: Found;
  publisher?: Found;
}

/** One item a line (awards, publications): wrapped lines are joined, a date at either end is taken out. */
export function readItemsOfLines(lines: readonly Line[]): ItemFound[] {
  const drafts: { text: string; lines: Line[]; date?: { value: string; line: Line } }[] = [];
  for (const line of lines) {
    const dateSegment = line.segments.find((s, i) => (i > 0 || line.segments.length === 1) && onlyDates(s.text));
    const text = line.segments
      .filter((s) => s !== dateSegment)
      .map((s) => s.text)
      .join(' ')
      .replace(/^\d{1,2}[.)]\s+/, '');
    const span = dateSegment ? onlyDates(dateSegment.text) : undefined;
    const last = drafts.at(-1);
    const wraps =
      last &&
      !line.bullet &&
      !line.flow &&
      line.gap < 1.75 &&
      (line.x > (last.lines[0]?.x ?? 0) + 4 || /^\p{Ll}/u.test(text) || (last.lines[0]?.bold && !line.bold));
    if (last && (wraps || text === '')) {
      if (text) last.text += ` ${text}`;
      last.lines.push(line);
    } else drafts.push({ text, lines: [line] });
    const target = drafts.at(-1);
    if (span && target && !target.date) target.date = { value: span.end ?? span.start ?? '', line };
  }
  return drafts.map(finishItem).filter((item) => item !== undefined);
}

function finishItem(draft: { text: string; lines: Line[]; date?: { value: string; line: Line } }): ItemFound | undefined {
  const span = draft.date ? undefined : findDateSpans(draft.text).findLast((s) => s.to >= draft.text.length - 2 || s.from <= 1);
  const rest = span ? withoutSpan(draft.text, span) : undefined;
  const text = rest ? rest.before || rest.after : draft.text;
  const parts = splitCommas(text);
  const publisher = parts.length === 2 && parts[1] && parts[1].length < 50 ? parts[1] : undefined;
  const name = found(publisher ? (parts[0] ?? text) : text, draft.lines, 0.85);
  const date = draft.date?.value ?? span?.end ?? span?.start;
  if (!name || !/\p{L}/u.test(name.value)) return undefined;
  return {
    name,
    date: date ? found(date, draft.lines, 0.9) : undefined,
    publisher: publisher ? found(publisher, draft.lines, 0.7) : undefined,
  };
}

export interface VolunteerFound extends DatedFields {
  organization?: Found;
  position?: Found;
  summary?: Found;
  highlights: Found[];
}

/** Volunteering is written like work. */
export function readVolunteer(drafts: readonly EntryDraft[], taxonomy: Taxonomy): VolunteerFound[] {
  return readWork(drafts, taxonomy).map(({ name, location: _location, url: _url, ...rest }) => ({ ...rest, organization: name }));
}
