/** All that was read, before it is written down as a resume. */
import type { LinkPlace } from '../../domain/document.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { readCertificateTable } from './certificate-table.ts';
import { type CertificateFound, readCertificates } from './certificates.ts';
import { type ContactFound, readContact } from './contact.ts';
import { findDateSpans, withoutSpan } from './date-range.ts';
import { isDrivingLicence, isLicenceUnder } from './driving-licence.ts';
import { type EducationFound, readEducation } from './education-entry.ts';
import { type EntryDraft, groupEntries } from './entries.ts';
import { readEventSections } from './event-sections.ts';
import type { Found } from './found.ts';
import { readEntryGrid, readGrid } from './grid.ts';
import type { SectionKind } from './heading-aliases.ts';
import { lookupHeading } from './heading-lookup.ts';
import { pairLabels } from './label-pairs.ts';
import { type LabelledEntry, readLabelledEntries } from './labelled-entries.ts';
import { labelledEducation, labelledWork } from './labelled-values.ts';
import { areLanguages, hasLanguage, type LanguageFound, listedLanguages, readLanguages } from './languages.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import { sortEntries } from './mixed-entries.ts';
import { readStated, type StatedFound } from './read-stated.ts';
import { partRowsOfKinds } from './rows-of-kinds.ts';
import type { Section } from './sections.ts';
import {
  type ItemFound,
  type ProjectFound,
  readItemsOfLines,
  readProjects,
  readVolunteer,
  type VolunteerFound,
} from './simple-entries.ts';
import { withoutOtherColumns } from './skill-table.ts';
import { findSkillsInText, readSkills, type SkillGroup } from './skills.ts';
import { splitCommas } from './split-list.ts';
import { joinStackedYears } from './stacked-years.ts';
import { partStudies } from './studies-and-certificates.ts';
import { readTabularEntries } from './tabular-entries.ts';
import { readWork, type WorkFound } from './work-entry.ts';

export interface Parts {
  contact: ContactFound;
  summaryLines: Line[];
  work: WorkFound[];
  education: EducationFound[];
  skills: SkillGroup[];
  languages: LanguageFound[];
  certificates: CertificateFound[];
  projects: ProjectFound[];
  publications: ItemFound[];
  awards: ItemFound[];
  volunteer: VolunteerFound[];
  interestLines: Line[];
  other: Section[];
  stated: StatedFound;
}

type Reader = { sections: readonly Section[]; lexicon: Lexicon; taxonomy: Taxonomy };

const CERTIFICATE_KINDS: readonly SectionKind[] = ['certificates', 'training'];

function linesOf(reader: Reader, ...kinds: SectionKind[]): Line[] {
  return reader.sections.filter((s) => kinds.some((kind) => s.kinds[0] === kind)).flatMap((s) => s.lines);
}

function gridLinesOf(reader: Reader, ...kinds: SectionKind[]): Line[] {
  return reader.sections.filter((s) => kinds.some((kind) => s.kinds[0] === kind)).flatMap((s) => readGrid(s.lines));
}

/** Each section by itself: certificates and courses are written in ways of their own. Columns under heads are no grid of cells. */
function certificatesOf({ sections, taxonomy }: Reader): CertificateFound[] {
  return sections
    .filter((s) => CERTIFICATE_KINDS.some((kind) => s.kinds[0] === kind))
    .flatMap((s) => readCertificates(readCertificateTable(s.lines) ? s.lines : readGrid(s.lines), taxonomy));
}

/** Entries that say what their values are, behind labels or in a table under heads; the others are read by what their lines look like. */
function labelledOf(reader: Reader, kind: 'work' | 'education'): { entries: LabelledEntry[]; others: Reader } {
  const entries: LabelledEntry[] = [];
  const sections = reader.sections.flatMap((section): Section[] => {
    if (section.kinds[0] !== kind) return [section];
    const table = readTabularEntries(section.lines, kind, reader.lexicon);
    const lines = table?.others ?? section.lines;
    const paired = pairLabels(lines, kind);
    const labelled = readLabelledEntries(paired === lines ? readEntryGrid(lines) : paired, kind, reader.lexicon);
    entries.push(...(table?.entries ?? []), ...(labelled ?? []));
    if (labelled) return [];
    return table ? [{ ...section, lines }] : [section];
  });
  return { entries, others: { ...reader, sections } };
}

/** Entries side by side stand under each other, and of studies the years under each other beside each other. */
function linesOfEntries(lines: readonly Line[], kind: SectionKind, taxonomy: Taxonomy): Line[] {
  if (kind === 'projects') return readGrid(lines);
  return kind === 'education' ? joinStackedYears(readEntryGrid(lines), taxonomy) : readEntryGrid(lines);
}

/** Several sections of one kind (`Experience`, `Earlier experience`) are written alike but never share an entry. */
function draftsOf(reader: Reader, kind: SectionKind, singles: boolean): EntryDraft[] {
  return reader.sections
    .filter((s) => s.kinds[0] === kind)
    .flatMap(
      (s) => groupEntries(linesOfEntries(s.lines, kind, reader.taxonomy), singles, reader.lexicon, reader.taxonomy).entries,
    );
}

/** The classes of a driving licence are no certificate, though the heading over them (`Permis`) may head those. */
function withLicencesApart(section: Section): Section[] {
  const isLicence = (line: Line): boolean => isLicenceUnder(section.heading, line.text);
  if (!CERTIFICATE_KINDS.some((kind) => section.kinds[0] === kind) || !section.lines.some(isLicence)) return [section];
  return [
    { ...section, lines: section.lines.filter((line) => !isLicence(line)) },
    { ...section, kinds: ['other'], lines: section.lines.filter(isLicence) },
  ];
}

/** In `Skills & Languages` each line goes where its words belong. */
function shareOut(section: Section, taxonomy: Taxonomy): Section[] {
  const [first, ...rest] = section.kinds;
  if (rest.length === 0 || first === undefined) return [section];
  if (rest.includes('languages') || first === 'languages') {
    const spoken = section.lines.filter((line) => hasLanguage(line.text.replace(/^[^:：]{2,20}[:：]\s*/u, ''), taxonomy));
    const other = section.kinds.find((kind) => kind !== 'languages') ?? 'other';
    return [
      { ...section, kinds: [other], lines: section.lines.filter((line) => !spoken.includes(line)) },
      { ...section, kinds: ['languages'], lines: spoken },
    ];
  }
  const certified = section.kinds.find((kind) => CERTIFICATE_KINDS.some((one) => one === kind));
  const parted = certified && section.kinds.includes('education') ? partStudies(section.lines, taxonomy) : undefined;
  if (certified && parted)
    return [
      { ...section, kinds: ['education'], lines: parted.studies },
      { ...section, kinds: [certified], lines: parted.certificates },
    ];
  return [{ ...section, kinds: [first] }];
}

/** A group `Languages: English (C1), German` among the skills. */
function languagesAmongSkills(skills: SkillGroup[], taxonomy: Taxonomy): { skills: SkillGroup[]; lines: Line[] } {
  const spoken = skills.filter(
    (group) =>
      group.name &&
      areLanguages(
        group.keywords.map((k) => k.value),
        taxonomy,
      ),
  );
  return {
    skills: skills.filter((group) => !spoken.includes(group)),
    lines: spoken.flatMap((group) => [...new Set(group.keywords.flatMap((k) => k.lines))]),
  };
}

/** A group `Hobbys: Chess, Sailing` among the skills. */
function interestsAmongSkills(skills: SkillGroup[]): { skills: SkillGroup[]; lines: Line[] } {
  const free = skills.filter(({ name }) => {
    const meaning = name && lookupHeading(name.value);
    return meaning?.by === 'exact' && meaning.kinds.every((kind) => kind === 'interests');
  });
  return {
    skills: skills.filter((group) => !free.includes(group)),
    lines: free.flatMap((group) => [...new Set(group.keywords.flatMap((k) => k.lines))]),
  };
}

/** A driving licence is no skill. */
function withoutLicences(skills: readonly SkillGroup[]): { skills: SkillGroup[]; licences: Found[] } {
  const isLicence = ({ value }: Found): boolean => isDrivingLicence(value);
  return {
    skills: skills
      .map((group) => ({ ...group, keywords: group.keywords.filter((one) => !isLicence(one)) }))
      .filter((group) => group.keywords.length > 0),
    licences: skills.flatMap((group) => group.keywords.filter(isLicence)),
  };
}

function withoutLabel(line: Line): Line {
  const text = line.text.replace(/^[^:：]{2,24}[:：]\s*/u, '');
  const [first] = line.segments;
  return first && text !== line.text ? { ...line, text, segments: [{ ...first, text }] } : line;
}

/** `Qualifications` are skills or certificates: a date on every third line says which. */
function byContent(section: Section): Section {
  if (section.kinds[0] !== 'skills' || section.lines.length === 0) return section;
  const dated = section.lines.filter((line) =>
    findDateSpans(line.text).some((span) => {
      const { before, after } = withoutSpan(line.text, span);
      // `Risk assessment, Toolbox talks, CDM 2015` is a list.
      return before === '' || (after === '' && splitCommas(before).length < 3);
    }),
  ).length;
  return dated >= 0.3 * section.lines.length ? { ...section, kinds: ['certificates'] } : section;
}

/** A section of languages, a group among the skills, else a list in the head of the page. */
function languagesOf(reader: Reader, amongSkills: readonly Line[]): LanguageFound[] {
  const languages = readLanguages([...linesOf(reader, 'languages'), ...amongSkills.map(withoutLabel)], reader.taxonomy);
  if (languages.length > 0) return languages;
  const head = reader.sections.filter((s) => s.kinds[0] === 'header' || s.kinds[0] === 'contact').flatMap((s) => s.lines);
  return readLanguages(listedLanguages(head, reader.taxonomy), reader.taxonomy);
}

/** Reads every section by its kind. */
export function readParts(
  allSections: readonly Section[],
  looseLinks: readonly LinkPlace[],
  taxonomy: Taxonomy,
  lexicon: Lexicon,
): Parts {
  const events = readEventSections(allSections, taxonomy);
  const sections = events.others
    .flatMap((section) => partRowsOfKinds(section, taxonomy))
    .flatMap((section) => shareOut(section, taxonomy))
    .flatMap(withLicencesApart)
    .map(byContent);
  const reader: Reader = { sections, lexicon, taxonomy };
  const contact = readContact(sections, looseLinks, taxonomy);
  const listed = sections
    .filter((s) => s.kinds[0] === 'skills')
    .flatMap((s) => readSkills(withoutOtherColumns(s.lines), taxonomy, lexicon));
  const { skills: known, lines: spoken } = languagesAmongSkills(listed, taxonomy);
  const { skills: named, lines: free } = interestsAmongSkills(known);
  const { skills, licences } = withoutLicences(named);
  const hasSkills = sections.some((s) => s.kinds[0] === 'skills' && s.lines.length > 0);
  const jobs = labelledOf(reader, 'work');
  const studies = labelledOf(reader, 'education');
  const entries = sortEntries(draftsOf(jobs.others, 'work', false), draftsOf(studies.others, 'education', true), taxonomy);
  const inText = hasSkills ? [] : findSkillsInText(linesOf(reader, 'work', 'summary', 'projects', 'certificates'), taxonomy);
  return {
    contact,
    summaryLines: [...linesOf(reader, 'summary'), ...(linesOf(reader, 'summary').length === 0 ? contact.summaryLines : [])],
    work: [
      ...events.work,
      ...labelledWork(jobs.entries, taxonomy),
      ...readWork(entries.work, taxonomy, contact.location?.value.city),
    ],
    education: [
      ...events.education,
      ...labelledEducation(studies.entries, taxonomy),
      ...readEducation(entries.education, taxonomy, contact.location?.value.city),
    ],
    skills: hasSkills ? skills : inText,
    languages: languagesOf(reader, spoken),
    certificates: certificatesOf(reader),
    projects: readProjects(draftsOf(reader, 'projects', true)),
    publications: readItemsOfLines(linesOf(reader, 'publications')),
    awards: readItemsOfLines(gridLinesOf(reader, 'awards')),
    volunteer: readVolunteer(draftsOf(reader, 'volunteer', true), taxonomy),
    interestLines: [...linesOf(reader, 'interests'), ...free.map(withoutLabel)],
    other: sections.filter((s) => s.kinds[0] === 'other' && s.lines.length > 0),
    stated: readStated(sections, licences, taxonomy),
  };
}
