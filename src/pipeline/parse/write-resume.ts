/** Writes what was read as JSON Resume, leaving out what is not sure or not on the page. */
import type {
  Resume,
  ResumeCertificate,
  ResumeEducation,
  ResumeItem,
  ResumeLanguage,
  ResumeLocation,
  ResumeProject,
  ResumeSkill,
  ResumeVolunteer,
  ResumeWork,
} from '../../domain/resume.ts';
import { joinWrapped } from './clean-text.ts';
import type { Found } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import type { Parts } from './parts.ts';
import { isPlaceholder } from './placeholders.ts';
import type { Section } from './sections.ts';
import type { ItemFound } from './simple-entries.ts';
import type { SkillFound } from './skills.ts';
import { splitList } from './split-list.ts';
import type { Trace } from './trace.ts';

type Text = string | undefined;

/** Copied as it stands. */
const AS_PRINTED = 0.95;
const LONGEST_INTEREST = 80;

/** Object without undefined members and empty lists, so that JSON and equality say the same. */
function compact<T extends object>(value: T): T {
  const kept = { ...value };
  for (const key of Object.keys(kept) as (keyof T)[]) {
    const member = kept[key];
    if (member === undefined || (Array.isArray(member) && member.length === 0)) delete kept[key];
  }
  return kept;
}

function keepAll(trace: Trace, path: string, values: readonly Found[]): string[] {
  const kept: string[] = [];
  for (const value of values) {
    const text = trace.keep(`${path}.${kept.length}`, value);
    if (text !== undefined) kept.push(text);
  }
  return kept;
}

/** Entries that keep at least one telling member; paths count what is kept. */
function keepEntries<In, Out extends object>(
  values: readonly In[],
  trace: Trace,
  section: string,
  write: (value: In, path: string) => Out,
  holds: (entry: Out) => boolean,
): Out[] {
  const kept: Out[] = [];
  for (const value of values) {
    const path = `${section}.${kept.length}`;
    const entry = compact(write(value, path));
    if (holds(entry)) kept.push(entry);
    else
      for (const record of [trace.confidence, trace.sources])
        for (const key of Object.keys(record)) if (key.startsWith(`${path}.`)) delete record[key];
  }
  return kept;
}

function writeWork(parts: Parts, trace: Trace): ResumeWork[] {
  return keepEntries(
    parts.work,
    trace,
    'work',
    (w, at): ResumeWork => ({
      name: trace.keep(`${at}.name`, w.name),
      position: trace.keep(`${at}.position`, w.position),
      location: trace.keep(`${at}.location`, w.location),
      url: trace.keep(`${at}.url`, w.url),
      startDate: trace.keep(`${at}.startDate`, w.start),
      endDate: trace.keep(`${at}.endDate`, w.end),
      summary: trace.keep(`${at}.summary`, w.summary),
      highlights: keepAll(trace, `${at}.highlights`, w.highlights),
    }),
    (w) => w.name !== undefined || w.position !== undefined,
  );
}

function writeEducation(parts: Parts, trace: Trace): ResumeEducation[] {
  return keepEntries(
    parts.education,
    trace,
    'education',
    (e, at): ResumeEducation => ({
      institution: trace.keep(`${at}.institution`, e.institution),
      studyType: trace.keep(`${at}.studyType`, e.studyType),
      area: trace.keep(`${at}.area`, e.area),
      startDate: trace.keep(`${at}.startDate`, e.start),
      endDate: trace.keep(`${at}.endDate`, e.end),
      score: trace.keep(`${at}.score`, e.score),
      courses: keepAll(trace, `${at}.courses`, e.courses),
    }),
    (e) => e.institution !== undefined || e.studyType !== undefined || e.area !== undefined,
  );
}

/** Of the keywords that were kept. */
function writeLevels(all: readonly SkillFound[], kept: readonly string[], at: string, trace: Trace): ResumeSkill['levels'] {
  const levels: NonNullable<ResumeSkill['levels']> = [];
  for (const { value, level, lines } of all) {
    if (level === undefined || !kept.includes(value)) continue;
    trace.note(`${at}.${levels.length}.level`, AS_PRINTED, lines);
    levels.push({ keyword: value, level });
  }
  return levels;
}

function writeSkills(parts: Parts, trace: Trace): ResumeSkill[] {
  return keepEntries(
    parts.skills,
    trace,
    'skills',
    (s, at): ResumeSkill => {
      const [name, level] = [trace.keep(`${at}.name`, s.name), trace.keep(`${at}.level`, s.level)];
      const keywords = keepAll(trace, `${at}.keywords`, s.keywords);
      return { name, level, keywords, levels: writeLevels(s.keywords, keywords, `${at}.levels`, trace) };
    },
    (s) => (s.keywords?.length ?? 0) > 0,
  );
}

function writeCertificates(parts: Parts, trace: Trace): ResumeCertificate[] {
  return keepEntries(
    parts.certificates,
    trace,
    'certificates',
    (c, at): ResumeCertificate => ({
      name: trace.keep(`${at}.name`, c.name) ?? '',
      issuer: trace.keep(`${at}.issuer`, c.issuer),
      date: trace.keep(`${at}.date`, c.date),
      validUntil: trace.keep(`${at}.validUntil`, c.validUntil),
    }),
    (c) => c.name !== '',
  );
}

function writeProjects(parts: Parts, trace: Trace): ResumeProject[] {
  return keepEntries(
    parts.projects,
    trace,
    'projects',
    (p, at): ResumeProject => ({
      name: trace.keep(`${at}.name`, p.name) ?? '',
      description: trace.keep(`${at}.description`, p.description),
      startDate: trace.keep(`${at}.startDate`, p.start),
      endDate: trace.keep(`${at}.endDate`, p.end),
      highlights: keepAll(trace, `${at}.highlights`, p.highlights),
    }),
    (p) => p.name !== '',
  );
}

function writeItems(items: readonly ItemFound[], section: string, trace: Trace): ResumeItem[] {
  return keepEntries(
    items,
    trace,
    section,
    (i, at): ResumeItem => ({
      name: trace.keep(`${at}.name`, i.name) ?? '',
      date: trace.keep(`${at}.date`, i.date),
      publisher: trace.keep(`${at}.publisher`, i.publisher),
    }),
    (i) => i.name !== '',
  );
}

function writeVolunteer(parts: Parts, trace: Trace): ResumeVolunteer[] {
  return keepEntries(
    parts.volunteer,
    trace,
    'volunteer',
    (v, at): ResumeVolunteer => ({
      organization: trace.keep(`${at}.organization`, v.organization),
      position: trace.keep(`${at}.position`, v.position),
      startDate: trace.keep(`${at}.startDate`, v.start),
      endDate: trace.keep(`${at}.endDate`, v.end),
      summary: trace.keep(`${at}.summary`, v.summary),
      highlights: keepAll(trace, `${at}.highlights`, v.highlights),
    }),
    (v) => v.organization !== undefined || v.position !== undefined,
  );
}

/** Lines of running text as paragraphs. */
function paragraph(lines: readonly Line[], lexicon: Lexicon): Text {
  let text: Text;
  for (const line of lines)
    text =
      text === undefined
        ? line.text
        : line.flow || line.bullet
          ? `${text}\n${line.text}`
          : joinWrapped(text, line.text, lexicon.knows);
  return text;
}

const isBlankPlace = (place: ResumeLocation | undefined): boolean =>
  place?.city !== undefined && isPlaceholder(place.city, 'basics.location.city');

function writeBasics(parts: Parts, trace: Trace, lexicon: Lexicon): Resume['basics'] {
  const { contact } = parts;
  const location = isBlankPlace(contact.location?.value) ? undefined : contact.location;
  const summary = paragraph(parts.summaryLines, lexicon);
  if (summary) trace.note('basics.summary', 0.9, parts.summaryLines);
  if (location)
    for (const key of Object.keys(location.value)) trace.note(`basics.location.${key}`, location.confidence, location.lines);
  const profiles = contact.profiles.filter((p) => p.lines.length > 0);
  for (const [i, p] of profiles.entries()) trace.note(`basics.profiles.${i}.url`, 0.93, p.lines, p.box);
  return compact({
    name: trace.keep('basics.name', contact.name),
    label: trace.keep('basics.label', contact.label),
    email: trace.keep('basics.email', contact.email),
    phone: trace.keep('basics.phone', contact.phone),
    url: trace.keep('basics.url', contact.url),
    summary,
    location: location?.value,
    profiles: profiles.map((p) => p.value),
  });
}

const interestsOf = (line: Line): Found[] =>
  splitList(line.text.replace(/(?<=\p{Ll}{3})\.$/u, ''))
    .filter((text) => text.length <= LONGEST_INTEREST)
    .map((value) => ({ value, confidence: AS_PRINTED, lines: [line] }));

function writeOther({ heading, headingLine, lines }: Section, at: string, trace: Trace): Resume['other'][number] {
  if (heading && headingLine) trace.note(`${at}.heading`, AS_PRINTED, [headingLine]);
  for (const [n, line] of lines.entries()) trace.note(`${at}.lines.${n}`, AS_PRINTED, [line]);
  return { heading: heading ?? '', lines: lines.map((line) => line.text) };
}

/** Everything but `meta`. */
export function writeResume(parts: Parts, trace: Trace, lexicon: Lexicon): Omit<Resume, 'meta'> {
  return {
    basics: writeBasics(parts, trace, lexicon),
    work: writeWork(parts, trace),
    education: writeEducation(parts, trace),
    skills: writeSkills(parts, trace),
    languages: keepEntries(
      parts.languages,
      trace,
      'languages',
      (l, at): ResumeLanguage => ({
        language: trace.keep(`${at}.language`, l.language) ?? '',
        fluency: trace.keep(`${at}.fluency`, l.fluency),
      }),
      (l) => l.language !== '',
    ),
    certificates: writeCertificates(parts, trace),
    projects: writeProjects(parts, trace),
    publications: writeItems(parts.publications, 'publications', trace),
    awards: writeItems(parts.awards, 'awards', trace),
    volunteer: writeVolunteer(parts, trace),
    interests: keepAll(trace, 'interests', parts.interestLines.flatMap(interestsOf)),
    other: parts.other.map((section, at) => writeOther(section, `other.${at}`, trace)),
  };
}
