/** Lines of certificates as they are read: a semicolon parts two of one line, and a word that only announces them is dropped. */
import { onlyDates } from './date-range.ts';
import { type Line, makeLine } from './line.ts';
import { organisationCue } from './organisation-cues.ts';

const PARTS = /\s*[;；]\s+/u;
/** In letters: a name is no shorter. */
const LEAST = 3;
/** Of who gave a certificate. */
const IS_FIRM = 0.8;
/** `Certification : TOEIC 885`, and before several of a section without a colon (`Certification TOEIC 885`). */
const ANNOUNCED =
  /^(?:certifications?|certificats?|certificación(?:es)?|certificação|certificações|certificazion[ei]|zertifikate?|zertifizierung(?:en)?|certificates?|certificeringen?|certyfikaty?|licences?|licenses?|diplômes?)(\s*[:：]\s*|\s+)(?=\S)/iu;
/** A name begins so. */
const NAME = /^[\p{Lu}\p{Lo}\d]/u;
const isAnnounced = (text: string): boolean => ANNOUNCED.test(text) && NAME.test(text.replace(ANNOUNCED, ''));

const splits = (line: Line): string[] => {
  const parts = line.text.split(PARTS);
  const isName = (part: string): boolean => onlyDates(part) === undefined && organisationCue(part) < IS_FIRM;
  const whole = parts.every((part) => part.length >= LEAST && NAME.test(part) && isName(part) && !/^[^(（]*[)）]/u.test(part));
  return line.segments.length === 1 && parts.length > 1 && whole ? parts : [];
};

function withText(line: Line, text: string): Line {
  const [first] = line.segments;
  return first ? makeLine([{ ...first, text, styleBreaks: [] }, ...line.segments.slice(1)], line) : line;
}

/** The name behind the word that announces it; undefined where none does. */
function named(line: Line, several: boolean): string | undefined {
  const at = line.segments.findIndex(({ text }) => isAnnounced(text));
  const text = line.segments[at]?.text ?? '';
  const [whole = '', sign = ''] = ANNOUNCED.exec(text) ?? [];
  return whole && (several || /[:：]/.test(sign)) ? text.slice(whole.length) : undefined;
}

function withoutWord(line: Line, several: boolean): Line {
  const name = named(line, several);
  if (name === undefined) return line;
  const segments = line.segments.map((segment) =>
    isAnnounced(segment.text) ? { ...segment, text: segment.text.replace(ANNOUNCED, ''), styleBreaks: [] } : segment,
  );
  return makeLine(segments, line);
}

/** Each name on a line of its own. Where there are several lines, or bullets, a semicolon in one of them parts nothing. */
export function certificateLines(lines: readonly Line[]): Line[] {
  const [only] = lines;
  const parts = only && lines.length === 1 && !only.bullet ? splits(only) : [];
  const parted = only && parts.length > 0 ? parts.map((text) => withText(only, text)) : lines;
  const several = parted.filter((line) => named(line, true) !== undefined).length > 1;
  return parted.map((line) => withoutWord(line, several));
}
