/** Lines of an entry that name what their value is (`役職：主任`, `Branche: Logistik`) where the rest of the entry is written without labels. */
import { type LabelledKind, roleOfLabel } from './entry-labels.ts';
import type { EntryRole } from './label-words.ts';
import type { Line, Segment } from './line.ts';

const COLON = /^([^:：]{2,40}?)\s?[:：]\s*(\S.*)$/su;
/** `【役職】マネージャー` */
const BRACKET = /^【([^】]{2,20})】\s*(\S.*)$/su;

/** Grades are printed with their words, and dates are found without. */
const TOLD: ReadonlySet<EntryRole> = new Set<EntryRole>([
  'title',
  'employer',
  'place',
  'degree',
  'school',
  'field',
  'aside',
  'text',
]);
/** `Ausbildung: Bankkaufmann`, `Diploma: Hotel management` are degrees as they stand. */
const NAMES_DEGREE =
  /^(?:ausbildung|diplom\p{L}*|certificat\p{L}*|dyplom|course|curso|formation|programme?|award|examen|opleiding|utbildning)$/iu;

/** What the label of a line says, and the line without it; `aside` and `text` are no part of the head. */
export function labelOf(segments: readonly Segment[], kind: LabelledKind): { role: EntryRole; segments: Segment[] } | undefined {
  const [only, ...more] = segments;
  const [, label = '', value = ''] =
    (more.length === 0 && (BRACKET.exec(only?.text ?? '') ?? COLON.exec(only?.text ?? ''))) || [];
  const role = label ? roleOfLabel(label, kind) : undefined;
  if (role === 'degree' && NAMES_DEGREE.test(label.trim())) return undefined;
  return only && role && TOLD.has(role) ? { role, segments: [{ ...only, text: value, styleBreaks: [] }] } : undefined;
}

/** `事業内容：冷凍食品の製造`, `Reason for leaving: promotion`: printed below an entry, and nothing that was done. */
export function isAside(text: string): boolean {
  const [, label = ''] = COLON.exec(text) ?? [];
  return label !== '' && roleOfLabel(label, 'work') === 'aside';
}

/** `期間   業務内容`, `【業務内容】`: heads of a table, or a label over its list, and nothing else. */
export function saysLabels({ segments }: Line, kind: LabelledKind): boolean {
  const [only] = segments;
  if (segments.length === 1) return roleOfLabel(/^【([^】]{2,20})】$/u.exec(only?.text ?? '')?.[1] ?? '', kind) === 'text';
  return segments.length > 1 && segments.every(({ text }) => roleOfLabel(text, kind) !== undefined);
}

/** In words: a lead of a list is no longer. */
const LEAD_WORDS = 6;

/** `Key result areas:` above the list of every entry, in whatever words: it says what the list is. */
export function leadsOfLists(lines: readonly Line[]): ReadonlySet<Line> {
  const leads = lines.filter(
    (line, i) =>
      i > 0 && !line.bullet && /[:：]$/u.test(line.text) && line.text.split(/\s+/).length <= LEAD_WORDS && lines[i + 1]?.bullet,
  );
  const counts = Map.groupBy(leads, (line) => line.text.toLowerCase());
  return new Set(leads.filter((line) => (counts.get(line.text.toLowerCase())?.length ?? 0) > 1));
}
