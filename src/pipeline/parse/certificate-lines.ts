/** Lines of certificates as they are read: a semicolon parts two of one line, and a word that only announces them is dropped. */
import { onlyDates } from './date-range.ts';
import { type Line, makeLine } from './line.ts';
import { organisationCue } from './organisation-cues.ts';
import { hadNoRoom, leavesBracketOpen } from './wrap-cues.ts';

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

/** What semicolons part in a text, where each part may be the name of a certificate; none where one is not. */
function namesIn(text: string): string[] {
  const parts = text.split(PARTS);
  const isName = (part: string): boolean => onlyDates(part) === undefined && organisationCue(part.replace(ASIDE, '')) < IS_FIRM;
  const whole = parts.every((part) => part.length >= LEAST && NAME.test(part) && isName(part) && !/^[^(（]*[)）]/u.test(part));
  return parts.length > 1 && whole ? parts : [];
}
/** Who gave it, and when. */
const ASIDE = /\s*[(（][^()（）]*[)）]$/u;

/** A list with semicolons between its names that goes on over lines. */
function isParagraph(lines: readonly Line[]): boolean {
  const whole = lines.every((line, i) => {
    const above = lines[i - 1];
    return line.segments.length === 1 && !line.bullet && (above === undefined || hadNoRoom(above, line));
  });
  // One on each line in a column as narrow as they are: a name and its level, not two names.
  const ownEach = lines.length > 1 && lines.every(({ text }) => text.split(PARTS).length === 2);
  const inTheMiddle = lines.some(({ text }) => /^\p{Ll}/u.test(text) || leavesBracketOpen(text));
  return whole && (!ownEach || inTheMiddle) && namesIn(lines.map(({ text }) => text).join(' ')).length > 0;
}

/** The parts of each line; the first goes on with the line above, unless that ended with a semicolon. */
function partsOf(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, i) => {
    const goesOn = i > 0 && !/[;；]\s*$/u.test(lines[i - 1]?.text ?? '');
    return line.text
      .split(PARTS)
      .map((text) => text.replace(/\s*[;；]\s*$/u, ''))
      .filter(Boolean)
      .map((text, at) => ({ ...withText(line, text), gap: at === 0 && goesOn ? GOES_ON : line.gap }));
  });
}
/** In sizes: nearer than the lines of any paragraph. */
const GOES_ON = 1;

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

/** Each name on a line of its own. Among lines that hold one each, or behind bullets, a semicolon parts nothing. */
export function certificateLines(lines: readonly Line[]): Line[] {
  const parted = isParagraph(lines) ? partsOf(lines) : lines;
  const several = parted.filter((line) => named(line, true) !== undefined).length > 1;
  return parted.map((line) => withoutWord(line, several));
}
