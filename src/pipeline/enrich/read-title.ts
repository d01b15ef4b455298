import type { CareerLevel } from '../../domain/resume.ts';
import type { TitleFacts } from '../../domain/taxonomy.ts';
import { cleanTitle, splitTitle } from './clean-title.ts';
import type { TitleIndex } from './load-titles.ts';
import type { Stretch } from './parse-title-part.ts';
import { parseTitlePart } from './parse-title-part.ts';
import type { FieldPiece, TitlePiece } from './title-pieces.ts';

/** Function of a word that is a skill rather than a word of the title tables (`React developer`, `SAP consultant`). */
export type FieldOfSkill = (text: string) => FieldPiece | undefined;

/** A title longer than this is a sentence; reading it word by word is of no use to anybody (and see rule P6). */
const LONGEST_TITLE = 300;

/** Reads the first job title of a text; undefined when no word of it is a head noun or a known title. */
export function readTitle(index: TitleIndex, fieldOfSkill: FieldOfSkill, text: string): TitleFacts | undefined {
  if (text.length > LONGEST_TITLE) return undefined;
  const parts = splitTitle(cleanTitle(text)).map((part) => parseTitlePart(index, part));
  const position = mainPart(parts);
  const reading = readPart(parts[position] ?? []);
  const main = reading?.main.title;
  if (reading === undefined || main === undefined) return undefined;
  const others = parts.filter((_, other) => other !== position).flat();
  const fields =
    main.kind === 'open'
      ? openFields(reading, others, fieldOfSkill)
      : fieldsOf(reading.part.filter((stretch) => stretch !== reading.main));
  const level = reading.level ?? levelBeside(parts, position);
  return {
    title: composeName(main, fields),
    function: (main.kind === 'open' ? fields[0]?.function : undefined) ?? main.function,
    ...(level === undefined ? {} : { level }),
    coverage: coverageOf(parts.flat(), fieldOfSkill),
  };
}

/** The first part with a head; but `Team lead, software engineer` is the second, because the first says only how high. */
function mainPart(parts: readonly (readonly Stretch[])[]): number {
  const first = parts.findIndex((part) => mainStretch(part) !== undefined);
  const part = parts[first] ?? [];
  const saysOnlyLevel = part.every((stretch) => stretch.link || stretch.level !== undefined || stretch.title?.kind === 'open');
  if (first < 0 || !saysOnlyLevel) return first;
  const second = parts.findIndex((other) => (mainStretch(other)?.title?.kind ?? 'open') !== 'open');
  return second < 0 ? first : second;
}

/** What the parts without a title of their own say (`UI developer (senior grade)`), and a part before it that says only how high. */
function levelBeside(parts: readonly (readonly Stretch[])[], position: number): CareerLevel | undefined {
  const beside = parts.filter((part, other) => other !== position && (other < position || mainStretch(part) === undefined));
  const levels = beside.flat().map((stretch) => stretch.level?.level ?? stretch.title?.level);
  return levels.find((level) => level !== undefined);
}

interface Reading {
  part: readonly Stretch[];
  main: Stretch;
  level?: CareerLevel;
}

function readPart(part: readonly Stretch[]): Reading | undefined {
  const afterLink = part.findIndex((stretch, position) => stretch.link && part.slice(0, position).some(({ title }) => title));
  const front = afterLink < 0 ? part : part.slice(0, afterLink);
  const first = mainStretch(front);
  // `Apprentice as electrician`: what is learned stands behind the link.
  const main = first?.title?.level === 'student' || first === undefined ? mainStretch(part) : first;
  return main === undefined ? undefined : { part, main, level: levelOf(part, main) };
}

const RANK = { title: 3, own: 2, open: 1 } as const;

/** The most telling head; of equals the last, because English and German put the head last. */
function mainStretch(part: readonly Stretch[]): Stretch | undefined {
  let main: Stretch | undefined;
  for (const [position, stretch] of part.entries()) {
    if (stretch.title === undefined || isOnlyLevel(part, position)) continue;
    if (main?.title === undefined || RANK[stretch.title.kind] >= RANK[main.title.kind]) main = stretch;
  }
  return main;
}

/** `Assistant` before another head is a level, alone it is a head. */
function isOnlyLevel(part: readonly Stretch[], position: number): boolean {
  return (
    part[position]?.level !== undefined &&
    part.slice(position + 1).some((stretch) => stretch.title !== undefined && !stretch.link)
  );
}

function levelOf(part: readonly Stretch[], main: Stretch): CareerLevel | undefined {
  const at = part.indexOf(main);
  const words = part.filter(
    (stretch, position) => stretch.level !== undefined && (stretch.level.position === 'any' || position < at),
  );
  const said = words.filter((stretch) => stretch !== main || stretch.title === undefined).map((stretch) => stretch.level?.level);
  const leads = part.some(
    (stretch, position) => position === at + 1 && stretch.title?.kind === 'open' && stretch.title.name === 'manager',
  );
  return (
    said.find((level) => level !== undefined) ?? main.title?.level ?? (leads && main.title?.kind !== 'open' ? 'lead' : undefined)
  );
}

function fieldsOf(part: readonly Stretch[]): FieldPiece[] {
  return part.flatMap((stretch) => (stretch.field === undefined ? [] : [stretch.field]));
}

function openFields(reading: Reading, others: readonly Stretch[], fieldOfSkill: FieldOfSkill): FieldPiece[] {
  const own = fieldsOf(reading.part);
  if (own.length > 0) return own;
  const skills = reading.part.flatMap((stretch) => (isUnknown(stretch) ? (fieldOfSkill(stretch.text) ?? []) : []));
  if (skills.length > 0) return skills;
  return fieldsOf(others);
}

function composeName(main: TitlePiece, fields: readonly FieldPiece[]): string {
  const names = new Set(fields.map((field) => field.name).filter((name) => name !== '' && !main.name.includes(name)));
  return [...names, main.name].join(' ');
}

function isUnknown(stretch: Stretch): boolean {
  return !stretch.link && stretch.title === undefined && stretch.field === undefined && stretch.level === undefined;
}

function coverageOf(stretches: readonly Stretch[], fieldOfSkill: FieldOfSkill): number {
  let known = 0;
  let all = 0;
  for (const stretch of stretches) {
    if (stretch.link) continue;
    all += stretch.words;
    if (!isUnknown(stretch) || fieldOfSkill(stretch.text) !== undefined) known += stretch.words;
  }
  return all === 0 ? 0 : Math.round((known / all) * 100) / 100;
}
