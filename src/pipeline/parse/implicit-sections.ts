/** A resume without headings: the jobs stand right below the contacts. Two dated job titles among the head lines are a work section. */
import { holdsMailAddress } from '../../domain/mail-address.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { readCertificateTable } from './certificate-table.ts';
import { findDateSpans, onlyDates, withoutSpan } from './date-range.ts';
import { isPersonalLabel } from './entry-labels.ts';
import { lookupHeading } from './heading-lookup.ts';
import { saysLevel } from './language-level.ts';
import type { Line } from './line.ts';
import { hasLegalForm, organisationCue, schoolCue } from './organisation-cues.ts';
import type { Section } from './sections.ts';
import { splitList } from './split-list.ts';

/** One dated title could be a headline ("Welder, since 2019"); two are a career. */
const LEAST_JOBS = 2;

function isDatedTitle(line: Line, taxonomy: Taxonomy): boolean {
  const span = findDateSpans(line.text).find((found) => !found.single);
  if (!span || line.bullet) return false;
  const { before, after } = withoutSpan(line.text, span);
  return taxonomy.readTitle(`${before} ${after}`) !== undefined;
}

/** A school or degree behind the jobs begins the education. */
function isDegree(line: Line, taxonomy: Taxonomy): boolean {
  return !line.bullet && !isRangeAlone(line) && taxonomy.readDegree(line.text) !== undefined && !isDatedTitle(line, taxonomy);
}

/** Lines of contacts are no longer. */
const CONTACT_LETTERS = 40;
const NUMBER = /\d[\d\s./()-]{6,}\d/;
const holdsContact = (text: string): boolean => holdsMailAddress(text) || NUMBER.test(text);

const share = (part: number, whole: number): number => part / Math.max(1, whole);

const PIECES = /,\s|\s[|·•–—@-]\s|\s{2,}|\s(?:at|bei|chez)\s/u;

const holdsTitle = (line: Line, taxonomy: Taxonomy): boolean =>
  line.text.split(PIECES).some((piece) => schoolCue(piece) < 1 && (taxonomy.readTitle(piece)?.coverage ?? 0) >= 0.5);

/** A sentence that names a year begins no entry. */
const SENTENCE_WORDS = 5;

/** `work` or `education` where the dated lines of a section stand among job titles, or among degrees and schools. */
function kindOfEntries(section: Section, taxonomy: Taxonomy): 'work' | 'education' | undefined {
  const isSentence = (line: Line): boolean => /[.!?]$/.test(line.text) && line.text.split(/\s+/).length > SENTENCE_WORDS;
  const lines = section.lines.filter((line) => !line.bullet && line.text.length < 120 && !isSentence(line));
  const dated = lines.filter((line) => findDateSpans(line.text).some((span) => !span.single)).length;
  const titled = lines.filter((line) => holdsTitle(line, taxonomy)).length;
  const studied = lines.filter((line) => taxonomy.readDegree(line.text) !== undefined || schoolCue(line.text) >= 1).length;
  if (dated === 0) return undefined;
  if (titled > studied && share(titled, dated) >= 0.5) return 'work';
  return studied > titled && share(studied, dated) >= 0.5 ? 'education' : undefined;
}

/** A section of dated titles under a heading that no list knows (`Where I cooked`) is the work, when no other section is; so are studies. */
function withEntries(sections: readonly Section[], taxonomy: Taxonomy): Section[] {
  const has = (kind: string): boolean =>
    sections.some((section) => section.kinds.some((k) => k === kind) && section.lines.length > 0);
  return sections.map((section): Section => {
    const unknown = section.kinds[0] === 'other' && !lookupHeading(section.heading ?? '');
    // `Career summary` may be prose or the career.
    const career = section.kinds[0] === 'summary' && jobsAmong(section.lines, taxonomy).length >= LEAST_JOBS;
    if (!unknown && !career) return section;
    const kind = kindOfEntries(section, taxonomy);
    return kind && !has(kind) ? { ...section, kinds: [kind] } : section;
  });
}

/** So many cells of a form about a person, and at least so great a share of the lines. */
const FORM_CELLS = 3;
const FORM_SHARE = 0.5;

/** `Candidate profile` over `Location  Cork`, `Notice period  3 months`: rows of labels and values. */
function isForm(lines: readonly Line[]): boolean {
  const told = lines.filter(({ segments: [first, value] }) => {
    const label = value ? first?.text : first?.text.split(/[:：]\s+(?=\S)/u, 2).at(-2);
    return label !== undefined && isPersonalLabel(label);
  }).length;
  return told >= FORM_CELLS && told >= FORM_SHARE * lines.length;
}

/** `About me` over an address and a number, in short lines, is contact. */
function isContact({ kinds: [kind], lines }: Section): boolean {
  if ((kind === 'summary' || kind === 'other') && isForm(lines)) return true;
  const short = lines.length > 1 && lines.every((line) => line.text.length <= CONTACT_LETTERS);
  return kind === 'summary' && short && lines.some((line) => holdsContact(line.text));
}

const CREDENTIAL =
  /(?<!\p{L})(?:certif|licen[cs]|zertifi|lizenz|befähigung|zulassung|permis de|habilitation|certyfi|uprawnieni|attestat|carnet|cualificación profesional|qualifié|accredit|akkredit)|(?:schein|zeugnis)(?!\p{L})|[資资]格|免許|자격|면허/iu;
/** In letters: names of credentials are no longer. */
const CREDENTIAL_LETTERS = 90;

/** `Papers` over certifications and licences: so says nearly every line, and none of them quotes a title. */
function areCredentials(lines: readonly Line[]): boolean {
  const named = lines.filter(({ text }) => text.length <= CREDENTIAL_LETTERS && CREDENTIAL.test(text) && !/[“”„«»"]/.test(text));
  return lines.length >= 2 && named.length >= 0.75 * lines.length;
}

/** `tongues` over `native   German`, `fluent   English`: every line names a language, and more than half how well. */
function isAboutLanguages(lines: readonly Line[], taxonomy: Taxonomy): boolean {
  const parts = lines.map((line) => line.segments.flatMap((segment) => splitList(segment.text)));
  const spoken = (part: string): boolean => {
    const found = taxonomy.spokenLanguage(part);
    return found !== undefined && (found.rest === '' || saysLevel(found.rest));
  };
  const told = parts.filter((own) => own.some(spoken) && own.every((part) => spoken(part) || saysLevel(part)));
  const levels = lines.filter((line) => saysLevel(line.text));
  return lines.length >= 2 && told.length === lines.length && levels.length > 0.5 * lines.length;
}

/** What teaching is called where the word stands for an apprenticeship or for education as well. */
const TEACHING =
  /^(?:lehre|lehrtätigkeit(?:en)?|lehrerfahrung|teaching|enseignements?|docencia|docência|didattica|insegnamento|onderwijs|undervisning|dydaktyka|nauczanie)$/iu;

/** `Lehre` over the courses that somebody taught, where another section holds the studies: none of its lines names a degree or a school. */
function withoutTeaching(sections: readonly Section[], taxonomy: Taxonomy): readonly Section[] {
  const studies = sections.filter((section) => section.kinds[0] === 'education' && section.lines.length > 0);
  if (studies.length < 2 || !studies.some(({ heading }) => TEACHING.test(heading ?? ''))) return sections;
  const named = ({ lines }: Section): boolean =>
    lines.some((line) => taxonomy.readDegree(line.text) !== undefined || schoolCue(line.text) >= 1);
  if (!studies.some(named)) return sections;
  return sections.map((section) =>
    TEACHING.test(section.heading ?? '') && studies.includes(section) && !named(section)
      ? { ...section, kinds: ['other'] }
      : section,
  );
}

/** Sections whose heading says nothing, or the wrong thing, by what they hold: dated titles, degrees, contacts. Skills: `skills-by-content.ts`. */
export function typeByContent(sections: readonly Section[], taxonomy: Taxonomy): Section[] {
  return withEntries(withoutTeaching(sections, taxonomy), taxonomy).map((section): Section => {
    // `4. The last five years` over `Title | Provider | Year`.
    if (section.kinds[0] === 'other' && readCertificateTable(section.lines)) return { ...section, kinds: ['training'] };
    if ((section.kinds[0] === 'other' || section.kinds[0] === 'publications') && areCredentials(section.lines))
      return { ...section, kinds: ['certificates'] };
    if (section.kinds[0] === 'other' && isAboutLanguages(section.lines, taxonomy)) return { ...section, kinds: ['languages'] };
    return isContact(section) ? { ...section, kinds: ['contact'] } : section;
  });
}

const ENTRY_KINDS: ReadonlySet<string> = new Set(['work', 'education', 'projects', 'volunteer']);

/**
 * A heading that a template let float to the top of the page stands above the name: the lines up to the address or number, with no dates
 * among them, are the head of the page and no entry.
 */
export function withHeadOfPage(sections: readonly Section[]): Section[] {
  const [header, opening, ...others] = sections;
  if (!header || header.lines.length > 0 || !opening?.kinds.some((kind) => ENTRY_KINDS.has(kind))) return [...sections];
  const dated = opening.lines.findIndex((line) => findDateSpans(line.text).some((span) => !span.single));
  const above = opening.lines.slice(0, dated < 0 ? opening.lines.length : dated);
  const end = above.findLastIndex((line) => holdsContact(line.text)) + 1;
  if (end === 0) return [...sections];
  return [{ ...header, lines: above.slice(0, end) }, { ...opening, lines: opening.lines.slice(end) }, ...others];
}

const isRangeAlone = (line: Line): boolean => onlyDates(line.text)?.single === false;

/** Lines above a range that can be the head of its entry: titles and employers, right above each other. */
const HEAD_LINES = 2;

/** Where the head of the entry begins whose range stands alone on a line: above it, or, where dates come first, on the line itself. */
function headOfRange(lines: readonly Line[], index: number, taxonomy: Taxonomy): number | undefined {
  const names = (line: Line | undefined): boolean =>
    line !== undefined &&
    !line.bullet &&
    (holdsTitle(line, taxonomy) || hasLegalForm(line.text) || organisationCue(line.text) >= 0.8);
  let start = index;
  while (start > 0 && index - start < HEAD_LINES && names(lines[start - 1])) start--;
  const head = lines.slice(start, index).some((line) => holdsTitle(line, taxonomy));
  if (head) return start;
  const below = lines.slice(index + 1, index + 1 + HEAD_LINES);
  return names(below[0]) && below.some((line) => !line.bullet && holdsTitle(line, taxonomy)) ? index : undefined;
}

/** Lines that begin a job: a dated title, or a title beside a line that is nothing but a range. */
function jobsAmong(lines: readonly Line[], taxonomy: Taxonomy): number[] {
  return lines.flatMap((line, index) => {
    if (isDatedTitle(line, taxonomy)) return [index];
    const start = isRangeAlone(line) ? headOfRange(lines, index, taxonomy) : undefined;
    return start === undefined ? [] : [start];
  });
}

/** A heading has no more words. */
const HEADING_WORDS = 6;
/** In lines: a blank line stands above. */
const BLANK_ABOVE = 1.8;

/** A short line set apart from what stands above it and not from the job below it: a heading in words that no list knows. */
function headsJobs(line: Line | undefined, job: Line | undefined, taxonomy: Taxonomy): boolean {
  if (!line || !job || line.bullet || line.segments.length > 1) return false;
  const short = line.text.split(/\s+/).length <= HEADING_WORDS && !/[,;.|\d]/.test(line.text);
  return short && line.gap >= BLANK_ABOVE && line.gap > job.gap && !holdsTitle(line, taxonomy);
}

/** Jobs under an unknown heading became lines of the section above it: they are a section of their own. */
function withCareerApart(sections: readonly Section[], taxonomy: Taxonomy): Section[] {
  return sections.flatMap((section): Section[] => {
    const [first, ...more] = section.kinds[0] === 'header' ? [] : jobsAmong(section.lines, taxonomy);
    const heading = section.lines[(first ?? 0) - 1];
    if (first === undefined || more.length + 1 < LEAST_JOBS || !headsJobs(heading, section.lines[first], taxonomy))
      return [section];
    const career: Section = { kinds: ['work'], heading: heading?.text, headingLine: heading, lines: section.lines.slice(first) };
    return [{ ...section, lines: section.lines.slice(0, first - 1) }, career];
  });
}

/** Sections as they are, or with jobs split off when no heading says where they are: from the head, or from below an unknown heading. */
export function withImplicitSections(sections: Section[], taxonomy: Taxonomy): Section[] {
  const [header, ...others] = sections;
  if (!header || others.some((section) => section.kinds.includes('work'))) return sections;
  const jobs = jobsAmong(header.lines, taxonomy);
  const [first] = jobs;
  const last = jobs.at(-1);
  if (first === undefined || last === undefined || jobs.length < LEAST_JOBS) return withCareerApart(sections, taxonomy);
  const school = header.lines.findIndex((line, index) => index > last && isDegree(line, taxonomy));
  const end = school < 0 ? header.lines.length : school;
  return [
    { ...header, lines: header.lines.slice(0, first) },
    { kinds: ['work'], lines: header.lines.slice(first, end) },
    ...(school < 0 ? [] : [{ kinds: ['education' as const], lines: header.lines.slice(school) }]),
    ...others,
  ];
}
