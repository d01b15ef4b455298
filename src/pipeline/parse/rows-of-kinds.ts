/**
 * `Knowledge and interests` over rows of several kinds: `Languages   German, English`, `Driving licence   B`, `Hobbies   Chess`. The
 * first piece of a row says what the others are, as a heading would.
 */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { isDrivingLicence } from './driving-licence.ts';
import { isLanguageLabel } from './entry-labels.ts';
import type { SectionKind } from './heading-aliases.ts';
import { lookupHeading } from './heading-lookup.ts';
import { hasLanguage } from './languages.ts';
import { type Line, makeLine, type Segment } from './line.ts';
import type { Section } from './sections.ts';
import { labelLine } from './skill-labels.ts';
import { splitList } from './split-list.ts';
import { statedKindOf } from './stated-words.ts';
import { squeezeText } from './text-keys.ts';

/** Sections of short lists, whose rows may be of several kinds. */
const LISTS: ReadonlySet<string> = new Set(['skills', 'interests', 'languages', 'other']);
const OWN: ReadonlySet<string> = new Set(['interests', 'languages', 'certificates', 'training', 'other']);
const LONGEST = 30;
const SAME_ROW = 0.3;

/** The piece that a row begins with, and what stands beside it: on the same line, or read as the next one. */
interface LabelledRow {
  label: Segment;
  list: Line;
  /** Lines that it takes up. */
  lines: number;
}

function rowAt(lines: readonly Line[], at: number): LabelledRow | undefined {
  const [line, next] = [lines[at], lines[at + 1]];
  const [label, ...rest] = line?.segments ?? [];
  if (!line || !label || line.bullet || label.text.length > LONGEST) return undefined;
  if (rest.length > 0) return { label, list: makeLine(rest, line), lines: 1 };
  const beside =
    next && next.page === line.page && Math.abs(next.y - line.y) < SAME_ROW * line.size && next.x > line.right ? next : undefined;
  return beside && { label, list: beside, lines: 2 };
}

function kindOf({ label, list }: LabelledRow, taxonomy: Taxonomy): SectionKind | undefined {
  if (isLanguageLabel(label.text) && hasLanguage(list.text, taxonomy)) return 'languages';
  const meaning = lookupHeading(label.text);
  const [kind] = meaning?.kinds ?? [];
  if (meaning?.by !== 'exact' || !kind) return undefined;
  // `Languages` of programmers are no languages.
  return kind === 'languages' && !hasLanguage(list.text, taxonomy) ? undefined : kind;
}

/** `Other   Stock taking, Till work` among skills is the last group of them; `Other   Driving licence B` is not. */
const MISCELLANEOUS: ReadonlySet<string> = new Set(
  `other|others|other skills|miscellaneous|misc|additional|more|further|general|sonstiges|sonstige|weiteres|weitere|diverses|allgemein|divers|autre|autres|otros|otras|varios|outros|outras|diversos|altro|altre|varie|overig|overige|diversen|inne|pozostałe
  |övrigt|annet|øvrigt|andet|muut|muuta|ostatní|ostatné|diğer|altele|egyéb|прочее|другое|інше|其他|其它|その他|기타`
    .split('|')
    .map(squeezeText),
);
const isLastGroup = ({ label, list }: LabelledRow): boolean =>
  MISCELLANEOUS.has(squeezeText(label.text)) &&
  !splitList(list.text).some((part) => isDrivingLicence(part) || statedKindOf(part));

const LEVEL = /^[ABC][12]$/;

/** `English   C1   C1   B2   B2   B1`: a language with its level in listening, reading, speaking and writing; the first stands for it. */
function inAllSkills(line: Line, taxonomy: Taxonomy): Line | undefined {
  const [name, ...levels] = line.segments;
  if (!name || levels.length < 2 || !levels.every(({ text }) => LEVEL.test(text)) || !taxonomy.spokenLanguage(name.text))
    return undefined;
  return makeLine([{ ...name, text: `${name.text} (${levels[0]?.text ?? ''})`, styleBreaks: [] }], line);
}

/** Heads of such a table, and the name of the row that it stands in. */
const SKILL_HEADS =
  /^(?:listening|reading|spoken (?:interaction|production)|writing|understanding|speaking|hören|lesen|an gesprächen teilnehmen|zusammenhängendes sprechen|schreiben|verstehen|sprechen|écouter|lire|prendre part à une conversation|s['’]exprimer oralement en continu|écrire|comprendre|parler|comprensión auditiva|comprensión de lectura|interacción oral|expresión oral|expresión escrita|compreensão oral|leitura|interação oral|produção oral|escrita|ascolto|lettura|interazione(?: orale)?|produzione orale|(?:produzione )?scritt[oa]|comprensione|parlato|luisteren|lezen|interactie|productie|schrijven|słuchanie|czytanie|porozumiewanie się|samodzielne wypowiadanie się|pisanie|rozumienie|mówienie)$/iu;

const isTableHead = ({ segments: [first, ...rest] }: Line): boolean =>
  first !== undefined &&
  (rest.length === 0
    ? isLanguageLabel(first.text)
    : rest.length >= 2 && [first, ...rest].every(({ text }) => SKILL_HEADS.test(text)));

/** What is left are rows of the same table: their first pieces name groups. */
function groupsOf(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, at) => {
    const row = rowAt(lines, at);
    if (!row || /[,;|•·:：]/u.test(row.label.text)) return [line];
    return row.lines === 1 ? [labelLine(line, row.label), { ...row.list, gap: 1 }] : [labelLine(line, row.label)];
  });
}

/** The section without the rows that are of another kind, and these as sections of their own. */
export function partRowsOfKinds(section: Section, taxonomy: Taxonomy): Section[] {
  if (!section.kinds.every((kind) => LISTS.has(kind)) || section.lines.length === 0) return [section];
  const own: Line[] = [];
  const others: Section[] = [];
  const edge = Math.min(...section.lines.map((line) => line.x));
  const tongues = section.kinds[0] === 'languages' ? [] : section.lines.map((line) => inAllSkills(line, taxonomy));
  let open: { list: Line; into: Line[] } | undefined;
  let skip = 0;
  for (const [at, line] of section.lines.entries()) {
    if (skip-- > 0) continue;
    skip = 0;
    const tongue = tongues[at];
    if (tongue) {
      others.push({ kinds: ['languages'], lines: [tongue] });
      continue;
    }
    const row = rowAt(section.lines, at);
    // Text below the list of a row goes on with it.
    if (open && !row && line.x > edge + 3 && Math.abs(line.x - open.list.x) < 3) {
      open.into.push(line);
      continue;
    }
    const kind = row && kindOf(row, taxonomy);
    const other =
      row && kind && OWN.has(kind) && kind !== section.kinds[0] && !(section.kinds[0] === 'skills' && isLastGroup(row));
    if (row && kind) skip = row.lines - 1;
    if (other) others.push({ kinds: [kind], heading: row.label.text, headingLine: line, lines: [row.list] });
    else own.push(...section.lines.slice(at, at + 1 + skip));
    open = row && kind ? { list: row.list, into: other ? (others.at(-1)?.lines ?? own) : own } : undefined;
  }
  return others.length > 0 ? [{ ...section, lines: groupsOf(own.filter((line) => !isTableHead(line))) }, ...others] : [section];
}
