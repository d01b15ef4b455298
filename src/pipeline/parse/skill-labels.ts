/** Names of groups of skills in a column of their own, beside the lists: on the same lines, or as a column that was read first. */
import { type Line, makeLine, type Segment } from './line.ts';

/** Two columns of keywords stand line by line beside each other as well: lists have signs between their items. */
const LISTED = /[,，、;；|•·]/;
const LEAST_LABELS = 2;

const isLabel = (segment: Segment): boolean => !LISTED.test(segment.text) && segment.text.length <= 44;
const mostlyListed = (segments: readonly Segment[]): boolean =>
  segments.filter((segment) => LISTED.test(segment.text)).length >= 0.5 * segments.length;

/** The name of a group on a line of its own, as groups are read. */
export function labelLine(line: Line, label: Segment): Line {
  const text = `${label.text.replace(/\s*[:：]$/u, '')}:`;
  return { ...line, segments: [{ ...label, text, styleBreaks: [] }], text };
}

const listLine = (line: Line, list: Segment, gap: number): Line => ({
  ...line,
  segments: [list],
  text: list.text,
  gap,
  x: list.x,
});

/** A label and the list beside it that were read as two lines are one. */
function joinBeside(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const beside =
      above && !line.flow && above.page === line.page && Math.abs(above.y - line.y) < 0.3 * line.size && line.x > above.right;
    if (above && beside)
      joined[joined.length - 1] = makeLine([...above.segments, ...line.segments], { ...above, edge: line.edge });
    else joined.push(line);
  }
  return joined;
}

/** One column, set to either side. */
const isUnder = (a: Segment, b: Segment): boolean => Math.abs(a.x - b.x) < 3 || Math.abs(a.right - b.right) < 3;

/**
 * `Bread   Sour dough, rye`, where the first piece of every such line is set in another style than the second, or where every second
 * one is a list and no first one is.
 */
function labelsOnLines(printed: readonly Line[]): Line[] | undefined {
  const lines = joinBeside(printed);
  const rows = lines.filter((line) => line.segments.length > 1);
  const [first] = rows;
  const [label, list] = first?.segments ?? [];
  if (rows.length < LEAST_LABELS || !label || !list) return undefined;
  const styled = (a: Segment, b: Segment): boolean => a.bold !== b.bold || a.color !== b.color || Math.abs(a.size - b.size) > 0.6;
  const allListed = rows.every(({ segments }) => LISTED.test(segments[1]?.text ?? ''));
  const fits = lines.every(({ segments: [one, two, ...more] }) =>
    two
      ? one &&
        more.length === 0 &&
        isUnder(one, label) &&
        Math.abs(two.x - list.x) < 3 &&
        isLabel(one) &&
        (allListed || styled(one, two))
      : one && Math.abs(one.x - list.x) < 3 && one.bold === list.bold,
  );
  if (!fits || !mostlyListed(rows.flatMap((line) => line.segments.slice(1)))) return undefined;
  return lines.flatMap((line) => {
    const [one, two] = line.segments;
    return one && two ? [labelLine(line, one), listLine(line, two, 1)] : [line];
  });
}

/** All labels, then all lists: each label stands on the line where its list begins. */
function labelsFirst(lines: readonly Line[]): Line[] | undefined {
  const lanes = [...Map.groupBy(lines, (line) => line.lane).values()];
  const [labels = [], lists = []] = lanes;
  const [first, list] = [labels[0], lists[0]];
  if (lanes.length !== 2 || labels.length < LEAST_LABELS || !first || !list) return undefined;
  if (lines.some((line) => line.flow || line.page !== first.page || line.segments.length > 1)) return undefined;
  const beside = (label: Line): Line | undefined => lists.find((line) => Math.abs(line.y - label.y) < 0.5 * label.size);
  const apart = labels.every((label) => label.right < list.x && label.segments.every(isLabel) && beside(label));
  if (!apart || beside(first) !== list || !mostlyListed(lists.flatMap((line) => line.segments))) return undefined;
  const { lane, edge } = list;
  return lists.flatMap((line) => {
    const label = labels.find((one) => beside(one) === line);
    const [name] = label?.segments ?? [];
    return label && name
      ? [
          { ...labelLine(label, name), lane, edge },
          { ...line, gap: 1 },
        ]
      : [line];
  });
}

/** `Office – Word, Excel`: no sign of a list before the dash, one behind it. */
const DASHED = /^([^,，、;；|•·:：–—]{2,44}?)\s[–—-]\s([^–—]+)$/u;
/** How near to the dash the letters change their weight or colour. */
const NEAR_DASH = 3;

interface SetApart {
  /** The line with a colon behind its label. */
  text: string;
  /** The label has a dash behind it and another style than the list: one such line is enough. */
  sure: boolean;
}

/** The label of a line that a dash or a style of its own sets apart (`**Office** Word, Excel`). */
function labelSetApart({ segments: [segment, ...more] }: Line): SetApart | undefined {
  if (!segment || more.length > 0) return undefined;
  const { text, styleBreaks } = segment;
  const dashed = DASHED.exec(text);
  const [at, ...others] = styleBreaks;
  const end = dashed ? String(dashed[1]).length : (at ?? 0);
  const [label, list] = dashed ? [String(dashed[1]), String(dashed[2])] : [text.slice(0, end).trim(), text.slice(end).trim()];
  if (!dashed && (others.length > 0 || !PLAIN_LABEL.test(label) || !/^[\p{L}\p{N}]/u.test(list))) return undefined;
  if (!LISTED.test(list)) return undefined;
  const styled = styleBreaks.some((one) => one >= end && one <= end + NEAR_DASH);
  return { text: `${label}: ${list}`, sure: dashed !== null && styled };
}
const PLAIN_LABEL = /^[^,，、;；|•·:：–—]{2,44}$/u;

/** A dash or a style sets the names of groups apart where it does so in several lines; both together do so in one. */
function withLabelsSetApart(lines: readonly Line[]): Line[] {
  const labels = new Map(lines.map((line) => [line, labelSetApart(line)]));
  const found = [...labels.values()].filter((label) => label !== undefined);
  if (found.length < LEAST_LABELS && !found.some((label) => label.sure)) return [...lines];
  return lines.map((line) => {
    const label = labels.get(line);
    const [segment] = line.segments;
    if (!label || !segment) return line;
    return { ...line, text: label.text, segments: [{ ...segment, text: label.text, styleBreaks: [] }] };
  });
}

/** Label and list in turn, where the labels stand in a column of their own; else the lines as they are. */
export function joinLabelColumn(lines: readonly Line[]): Line[] {
  return labelsOnLines(lines) ?? labelsFirst(lines) ?? withLabelsSetApart(lines);
}
