/** Skills sections: groups with labels, lists, tags in columns. Only what is printed, with tidy spaces. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { joinWrapped } from './clean-text.ts';
import { type Found, found } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line, Segment } from './line.ts';
import { hasLegalForm } from './organisation-cues.ts';
import { joinLabelColumn } from './skill-labels.ts';
import { isSkillLevel, partLevel } from './skill-level.ts';
import { arrangeSkills, partTags, splitKnown } from './skill-rows.ts';
import { splitList } from './split-list.ts';
import { hadNoRoom, leavesBracketOpen } from './wrap-cues.ts';

/** `level`: how well, as printed. */
export type SkillFound = Found & { level?: string };

export interface SkillGroup {
  name?: Found;
  /** How well all of them, where that is what the group is called. */
  level?: Found;
  keywords: SkillFound[];
}

/** A colon without a space behind it belongs to a name (`1C:ERP`), unless a list follows. */
const LABEL = /^([^:：,;|]{2,44}?)\s?(?:：|:(?=\s|$|[^,;]{2,40},))\s*(.*)$/u;
const METER = /[●○◉◎★☆■□▪▫⬤◯•]{2,}|[▓▒░█]{2,}/g;
const MAX_WORDS = 7;
const MAX_LENGTH = 64;

/** What only says how well, beside or below a name, goes with that name; where a list follows below, the name is that of a group. */
function withoutLevels(lines: readonly Line[]): { lines: Line[]; labels: ReadonlySet<Segment> } {
  const isLevel = (s: Segment): boolean => isSkillLevel(s.text);
  const labels = new Set<Segment>();
  const kept: Line[] = [];
  lines.forEach((line, i) => {
    const levels = line.segments.filter(isLevel);
    const next = lines[i + 1];
    for (const level of levels) {
      const above = kept.at(-1)?.segments.find((s) => s.x < level.right && s.right > level.x - 14);
      const list = next?.segments.find((s) => s.x < level.right && s.right > level.x - 14);
      if (above && list && /[,|·•]/.test(list.text) && !/[,|·•]/.test(above.text)) labels.add(above);
      if (above && levels.length === line.segments.length) above.level ??= level.text;
    }
    const segments = line.segments.flatMap((s, at): Segment[] => {
      const level = line.segments[at + 1];
      return isLevel(s) ? [] : [level && isLevel(level) ? { ...s, level: level.text } : s];
    });
    if (segments.length > 0) kept.push({ ...line, segments });
  });
  return { lines: kept, labels };
}

interface Group {
  label?: { text: string; line: Line };
  items: { text: string; line: Line; level?: string }[];
}

const wordCount = (text: string): number => text.split(/\s+/).length;

function labelOf(text: string): { label: string; rest: string } | undefined {
  const match = LABEL.exec(text);
  if (!match || wordCount(String(match[1])) > 6) return undefined;
  // `Welding ()`: the template had a level to show and got none.
  return {
    label: String(match[1])
      .replace(/\s\(\s*\)/g, '')
      .trim(),
    rest: String(match[2]).trim(),
  };
}

/** A short line set apart from the items below it (bolder, larger, or less indented) names their group. */
function isGroupLine(segment: Segment, next: Segment | undefined): boolean {
  if (!next || /[,;|•·]/.test(segment.text) || wordCount(segment.text) > 5) return false;
  const stronger =
    (segment.bold && !next.bold) ||
    segment.size > next.size + 0.6 ||
    (segment.heading !== undefined && next.heading === undefined);
  // What is bulleted further out opens a group of its own.
  return stronger || (next.bullet && !segment.bullet && next.x > segment.x - 3);
}

/** The segment of a later line that stands under this one. */
function below(lines: readonly Line[], at: number, segment: Segment): Segment | undefined {
  const next = lines[at + 1];
  if (!next || next.lane !== lines[at]?.lane) return undefined;
  return (
    next.segments.find((s) => s.x < segment.right && s.right > segment.x - 14) ??
    (next.segments.length === 1 ? next.segments[0] : undefined)
  );
}

/** The line went on to the next one in the middle of a list. */
function runsOn(line: Line, next: Line | undefined, right: number): boolean {
  if (
    !next ||
    line.flow ||
    line.segments.length > 1 ||
    next.segments.length > 1 ||
    next.bullet ||
    next.lane !== line.lane ||
    next.page !== line.page
  )
    return false;
  const hyphened = /\p{L}-$/u.test(line.text) && /^\p{Ll}/u.test(next.text);
  if (next.gap >= 1.75 || (labelOf(next.text) && !hyphened) || line.bold !== next.bold) return false;
  if (leavesBracketOpen(line.text) || hyphened) return true;
  if (hadNoRoom(line, next) && /[,、，;|•·]/.test(line.text + next.text)) return true;
  return /[,、，]/.test(line.text) && line.right > right * 0.86;
}

function joinedLines(lines: readonly Line[], lexicon: Lexicon): Line[] {
  const right = Math.max(...lines.map((line) => line.right));
  const joined: Line[] = [];
  let open: Line | undefined;
  lines.forEach((line, i) => {
    const [first] = line.segments;
    const last = joined.at(-1);
    if (open && last && first && runsOn(open, line, right)) {
      const text = joinWrapped(last.text, line.text, lexicon.knows);
      joined[joined.length - 1] = { ...last, text, segments: last.segments.slice(0, 1).map((s) => ({ ...s, text })) };
    } else joined.push(line);
    open = runsOn(line, lines[i + 1], right) ? line : undefined;
  });
  return joined;
}

function readGroups(lines: readonly Line[], labels: ReadonlySet<Segment>): Group[] {
  const groups: Group[] = [];
  const columns = new Map<number, Group>();
  const groupAt = (x: number): Group => {
    const near = [...columns.entries()].filter(([at]) => at <= x + 16).sort((a, b) => b[0] - a[0])[0];
    if (near) return near[1];
    const group: Group = { items: [] };
    groups.push(group);
    columns.set(x, group);
    return group;
  };
  const open = (x: number, label: Group['label']): Group => {
    const group: Group = { label, items: [] };
    groups.push(group);
    for (const at of [...columns.keys()]) if (Math.abs(at - x) <= 16 || at > x) columns.delete(at);
    columns.set(x, group);
    return group;
  };
  lines.forEach((line, i) => {
    if (line.segments.every((s) => isGroupLine(s, below(lines, i, s)))) columns.clear();
    for (const segment of line.segments) {
      const labelled = labelOf(segment.text);
      if (labelled && !isSkillLevel(labelled.rest)) {
        const group = open(segment.x, { text: labelled.label, line });
        if (labelled.rest) group.items.push({ text: labelled.rest, line });
      } else if (labels.has(segment) || isGroupLine(segment, below(lines, i, segment)))
        open(segment.x, { text: segment.text, line });
      else groupAt(segment.x).items.push({ text: segment.text, line, level: segment.level });
    }
  });
  return groups.filter((group) => group.items.length > 0 || group.label);
}

function tidy(text: string): string {
  return text
    .replace(METER, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
    .replace(/(?<!\b(?:etc|inc|vs|no))\.$/i, '')
    .trim();
}

const LAST_AND = /^(.+?)\s(?:and|und|et|y|e|en|i|&)\s(.+)$/u;

/** `Python and SQL` at the end of a list are two skills when the dictionary knows both and not the whole. */
function splitAnd(text: string, taxonomy: Taxonomy): string[] {
  const match = LAST_AND.exec(text);
  if (!match || taxonomy.lookupSkill(text)) return [text];
  const parts = [String(match[1]), String(match[2])];
  return parts.every((part) => taxonomy.lookupSkill(part)) ? parts : [text];
}

function keywordsOf(item: Group['items'][number], taxonomy: Taxonomy): SkillFound[] {
  const parts = splitList(item.text).flatMap((part) => splitKnown(part, taxonomy));
  const listed = parts.length > 1;
  const keywords: SkillFound[] = [];
  for (const part of parts) {
    const text = tidy(part);
    const last = keywords.at(-1);
    if (isSkillLevel(text)) {
      if (last) last.level ??= text;
      continue;
    }
    if (!text) continue;
    const { name, level } = partLevel(text);
    if (wordCount(name) > MAX_WORDS || name.length > MAX_LENGTH || (!listed && wordCount(name) > 5 && /[.!]$/.test(part))) {
      // A sentence names skills but is none.
      for (const mention of taxonomy.findSkills(text))
        keywords.push({ value: mention.surface, lines: [item.line], confidence: 0.7 });
      continue;
    }
    for (const value of splitAnd(name, taxonomy)) {
      const known = taxonomy.lookupSkill(value);
      const keyword = found(value, [item.line], known ? 0.97 : 0.88);
      if (keyword && /[\p{L}\p{N}]/u.test(value)) keywords.push(level ? { ...keyword, level } : keyword);
    }
  }
  const [only, ...more] = keywords;
  return only && more.length === 0 && item.level ? [{ ...only, level: only.level ?? item.level }] : keywords;
}

const NEXT_GROUP = /;\s+(?=\p{Lu}[^:：;,]{2,32}[:：]\s)/u;

/** `Cooking: grilling, baking; Office: Excel` is a group behind another. */
function partGroups(line: Line): Line[] {
  const [segment] = line.segments;
  const texts = segment && line.segments.length === 1 ? segment.text.split(NEXT_GROUP) : [];
  if (!segment || texts.length < 2) return [line];
  return texts.map((text, i) => ({
    ...line,
    text,
    bullet: line.bullet && i === 0,
    segments: [{ ...segment, text, styleBreaks: [] }],
  }));
}

/** `Expert: Python, Java` says how well. */
function labelled(label: Group['label']): Pick<SkillGroup, 'name' | 'level'> {
  const text = label && found(label.text, [label.line], 0.9);
  return label && isSkillLevel(label.text) ? { level: text } : { name: text };
}

/** Groups in printed order; a keyword stands once. */
export function readSkills(lines: readonly Line[], taxonomy: Taxonomy, lexicon: Lexicon): SkillGroup[] {
  if (lines.length === 0) return [];
  const seen = new Set<string>();
  const { lines: plain, labels } = withoutLevels(joinedLines(partTags(joinLabelColumn(lines)), lexicon).flatMap(partGroups));
  return readGroups(arrangeSkills(plain, lexicon), labels)
    .map((group) => ({
      ...labelled(group.label),
      keywords: group.items
        .flatMap((item) => keywordsOf(item, taxonomy))
        .filter((k) => !seen.has(k.value.toLowerCase()) && seen.add(k.value.toLowerCase())),
    }))
    .filter((group) => group.keywords.length > 0);
}

/** `Vale SAS, Lyon`: the letters behind the name of a firm in the head of an entry are its legal form. */
function endsFirm(line: Line, surface: string): boolean {
  if (line.bullet || line.text.length > 100 || !/^[A-Z]{2,4}$/.test(surface)) return false;
  return line.text
    .split(/[,;|(]|\s[-–—·]\s|\s(?:at|bei|chez|bij|presso)\s/)
    .map((piece) => piece.trim())
    .some((piece) => piece.endsWith(` ${surface}`) && hasLegalForm(piece) && !/\s\p{Ll}/u.test(piece));
}

/** Where no section lists skills: those that the dictionary knows in the text, in order of appearance. */
export function findSkillsInText(lines: readonly Line[], taxonomy: Taxonomy): SkillGroup[] {
  const seen = new Set<string>();
  const keywords: Found[] = [];
  for (const line of lines) {
    for (const mention of taxonomy.findSkills(line.text)) {
      if (seen.has(mention.skill.id) || endsFirm(line, mention.surface)) continue;
      seen.add(mention.skill.id);
      keywords.push({ value: mention.surface, lines: [line], confidence: 0.65 });
    }
  }
  return keywords.length > 0 ? [{ keywords }] : [];
}
