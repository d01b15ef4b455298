/** `Education and certifications` with a dated line for each: lines that name a degree or a school are studies, the others certificates. */
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { findDateSpans } from './date-range.ts';
import type { Line } from './line.ts';
import { schoolCue } from './organisation-cues.ts';

const SAYS_SO =
  /^(?:certifi|zertifi|sertifi|certyfi|licen[cs]e\b|habilitation|attestation|patentino|carnet\b|carné\b|자격|证书|證照|資格)/iu;
/** In letters; longer lines are text. */
const SHORT = 110;

const isDated = (line: Line): boolean => !line.bullet && line.text.length < SHORT && findDateSpans(line.text).length > 0;

const isOneDay = (line: Line): boolean => findDateSpans(line.text).every((span) => span.single);

function undated(line: Line): string {
  const text = line.text;
  return findDateSpans(text)
    .reduceRight((rest, span) => rest.slice(0, span.from) + rest.slice(span.to), text)
    .replace(/^[\s,;:|–—-]+|[\s,;:|–—-]+$/gu, '');
}

function isCertificate(line: Line, taxonomy: Taxonomy): boolean {
  const text = undated(line);
  if (SAYS_SO.test(text)) return true;
  return isOneDay(line) && taxonomy.readDegree(text) === undefined && schoolCue(text) < 1;
}

/** undefined where not every line is an entry by itself, or all are of one kind. */
export function partStudies(lines: readonly Line[], taxonomy: Taxonomy): { studies: Line[]; certificates: Line[] } | undefined {
  if (lines.length < 2 || !lines.every(isDated)) return undefined;
  const certificates = lines.filter((line) => isCertificate(line, taxonomy));
  const studies = lines.filter((line) => !certificates.includes(line));
  return certificates.length > 0 && studies.length > 0 ? { studies, certificates } : undefined;
}
