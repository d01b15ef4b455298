import type { CandidateFacts } from '../../domain/facts.ts';
import { type MonthSpan, monthsCovered } from '../../domain/month-spans.ts';
import type { Resume } from '../../domain/resume.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { isDrivingLicence } from '../parse/driving-licence.ts';
import { type Blinder, createBlinder } from './blind-text.ts';
import { careerLevelOf } from './career-level.ts';
import { ownWork } from './own-work.ts';
import { readConditions, readRelocation } from './read-conditions.ts';
import { readCredentials } from './read-credentials.ts';
import { readEducation } from './read-education-facts.ts';
import { readLanguages } from './read-languages.ts';
import { readRoles, roleSpan } from './read-roles.ts';
import { mentionsIn, readSkillUses } from './read-skill-uses.ts';

/** Lines of the free texts: headline, summary, sections without a shape of their own. What has no heading stood beside the name: an address or a family (A4). */
function freeLines(resume: Resume, blind: Blinder): string[] {
  const texts = [
    ...(resume.basics.summary ?? '').split('\n'),
    ...resume.other.flatMap((section) => (section.heading === '' ? [] : section.lines)),
  ];
  return texts.map(blind).filter((line) => line !== '');
}

/** Items of the skills sections and texts about work outside jobs: none of it is dated work (see the rubric of evidence in decision 0007). */
function listedLines(resume: Resume, blind: Blinder, free: readonly string[]): string[] {
  const lines = resume.skills.flatMap((group) => group.keywords);
  lines.push(
    ...(resume.meta.shortlist.stated?.drivingLicences ?? []).filter(isDrivingLicence),
    resume.basics.label ?? '',
    ...free,
  );
  for (const project of resume.projects) lines.push(project.name, project.description ?? '', ...(project.highlights ?? []));
  for (const entry of resume.volunteer) lines.push(entry.position ?? '', entry.summary ?? '', ...(entry.highlights ?? []));
  for (const entry of resume.education) lines.push(...(entry.courses ?? []));
  for (const entry of resume.certificates) lines.push(entry.name);
  return lines.map(blind).flatMap(ownWork);
}

function educationLines(resume: Resume, blind: Blinder): string[] {
  return resume.education
    .map((entry) => blind([entry.studyType, entry.area].filter(Boolean).join(', ')))
    .filter((line) => line !== '');
}

function placeOf(resume: Resume, taxonomy: Taxonomy): CandidateFacts['place'] {
  const { city, region, countryCode, latitude, longitude } = resume.basics.location ?? {};
  if (city === undefined && countryCode === undefined) return undefined;
  const known =
    latitude !== undefined && longitude !== undefined
      ? { city: city ?? '', countryCode: countryCode ?? '', latitude, longitude }
      : undefined;
  const found = known ?? (city === undefined ? undefined : taxonomy.findPlace(city, { countryCode, region }));
  const country = countryCode ?? found?.countryCode;
  return {
    ...(country && { countryCode: country }),
    ...(found && { latitude: found.latitude, longitude: found.longitude }),
    ...(city && { city }),
  };
}

/** Fields that scoring uses. Names of employers and schools are left out: how sure the parser is of them must not matter either. */
const USED_FIELDS: Readonly<Record<keyof CandidateFacts['confidence'], RegExp>> = {
  skills: /^(?:skills\b(?!\.\d+\.levels?\b)|work\.\d+\.(?:highlights|summary))/,
  experience: /^work\.\d+\.(?:position|startDate|endDate)/,
  education: /^education\.\d+\.(?:studyType|area|endDate)/,
  location: /^basics\.location\b(?!\.(?:address|postalCode))/,
};

type Factor = keyof CandidateFacts['confidence'];
/** By the first letter of a path: each is asked for no more than may be it. */
const FACTORS: Readonly<Record<string, readonly Factor[]>> = {
  s: ['skills'],
  w: ['skills', 'experience'],
  e: ['education'],
  b: ['location'],
};

/** The mean over the fields: one doubtful entry of many does not spoil a section. A section that was not found is half sure. */
function confidenceOf({ meta }: Resume): CandidateFacts['confidence'] {
  const sums = { skills: 0, experience: 0, education: 0, location: 0 };
  const counts = { ...sums };
  for (const [path, value] of Object.entries(meta.shortlist.confidence))
    for (const factor of FACTORS[path.charAt(0)] ?? [])
      if (USED_FIELDS[factor].test(path)) {
        sums[factor] += value;
        counts[factor]++;
      }
  const mean = (factor: Factor): number => (counts[factor] === 0 ? 0.5 : sums[factor] / counts[factor]);
  return { skills: mean('skills'), experience: mean('experience'), education: mean('education'), location: mean('location') };
}

/**
 * What scoring may know of a candidate, as of a date (`YYYY-MM-DD`). Blind by construction (rule A4): name, pronouns, photo, birth,
 * nationality, contacts, schools and employers are cut before anything is read. Pure; never throws on an odd resume.
 */
export function readFacts(resume: Resume, taxonomy: Taxonomy, asOf: string): CandidateFacts {
  const blind = createBlinder(resume, taxonomy);
  const read = readRoles(resume, blind, taxonomy, asOf);
  const roles = read.map((role) => role.facts);
  const free = freeLines(resume, blind);
  const listed = listedLines(resume, blind, free);
  const mentions = listed.map((line) => mentionsIn(line, taxonomy));
  const spans = roles.map(roleSpan).filter((span): span is MonthSpan => span !== undefined);
  const experienceMonths = monthsCovered(spans);
  const careerLevel = careerLevelOf(
    {
      jobs: resume.work.map(({ startDate, endDate }, at) => ({ title: roles[at]?.title ?? '', startDate, endDate })),
      label: blind(resume.basics.label ?? ''),
      education: resume.education,
      months: experienceMonths,
      asOf,
    },
    taxonomy,
  );
  const place = placeOf(resume, taxonomy);
  const credentialLines = [...educationLines(resume, blind), ...roles.flatMap((role) => role.lines), ...free];
  return {
    asOf,
    skills: readSkillUses(
      read.flatMap((role) => role.uses),
      mentions,
      listed,
    ),
    roles,
    experienceMonths,
    ...(careerLevel && { careerLevel }),
    education: readEducation(resume, blind, taxonomy, asOf),
    credentials: readCredentials(resume, credentialLines, blind, taxonomy, asOf),
    languages: readLanguages(resume, taxonomy),
    ...(place && { place }),
    relocation: readRelocation(free, taxonomy),
    conditions: readConditions(free),
    listedSkills: [...new Set(mentions.flat().map((mention) => mention.skill.id))].sort(),
    confidence: confidenceOf(resume),
  };
}
