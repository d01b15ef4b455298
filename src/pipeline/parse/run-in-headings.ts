/** Headings that run into their text (`LANGUAGES. English, German`) are set apart from it before headings are looked for. */
import { isHeadingText, lookupHeading } from './heading-lookup.ts';
import { isCaps, type Line } from './line.ts';

const RUN_IN = /^([^.:：]{4,32}?)\s?([.:：])\s+(\S.*)$/su;
/** One such line alone is a label among others. */
const LEAST = 2;
const RANK = 2;

interface RunIn {
  line: Line;
  label: string;
  text: string;
}

function runInOf(line: Line): RunIn | undefined {
  const [, label = '', mark = '', text = ''] = line.bullet ? [] : (RUN_IN.exec(line.text) ?? []);
  if (!isCaps(label) || !isHeadingText(label)) return undefined;
  // Behind a colon stands the list of a group as well; a full stop behind capitals ends nothing but a heading.
  return mark === '.' || line.gap >= 1.4 ? { line, label, text } : undefined;
}

const kindOf = ({ label }: RunIn): string => lookupHeading(label)?.kinds.join() ?? '';

/** Heading and text are two lines at the place of the one. */
function apart({ line, label, text }: RunIn): Line[] {
  const [first, ...more] = line.segments;
  if (!first) return [line];
  const perChar = (first.right - first.x) / Math.max(1, first.text.length);
  const cut = first.x + perChar * label.length;
  const rest = first.text.slice(label.length).replace(/^\s?[.:：]\s*/u, '');
  const heading = { ...first, text: label, right: cut, named: true, styleBreaks: [] };
  const segments = [...(rest ? [{ ...first, text: rest, x: cut, styleBreaks: [], named: false }] : []), ...more];
  return [
    // As sure as one that a file marks as a heading.
    { ...line, text: label, segments: [heading], right: cut, caps: true, heading: line.heading ?? RANK },
    { ...line, text, segments, x: segments[0]?.x ?? line.x, caps: isCaps(text), gap: 1 },
  ];
}

/** Headings in capitals alone on their lines: one that runs into its text is their sibling. */
const isSibling = (line: Line): boolean => !line.bullet && line.text.length < 40 && isCaps(line.text) && isHeadingText(line.text);

export function splitRunInHeadings(lines: readonly Line[]): readonly Line[] {
  const found = lines.map(runInOf).filter((one) => one !== undefined);
  if (found.length === 0) return lines;
  if (new Set(found.map(kindOf)).size < LEAST && lines.filter(isSibling).length < LEAST) return lines;
  const known = new Map(found.map((one) => [one.line, one]));
  return lines.flatMap((line) => {
    const own = known.get(line);
    return own ? apart(own) : [line];
  });
}
