import type { Evidence } from '../../domain/match.ts';
import { monthText } from '../../domain/month-spans.ts';
import { kindOfAnswer } from './cover-requirement.ts';
import type { PreparedPosting } from './prepare-posting.ts';
import type { EducationPart } from './score-education.ts';
import type { ExperiencePart } from './score-experience.ts';
import type { LocationPart } from './score-location.ts';
import type { CoveredRequirement, SkillsPart } from './score-skills.ts';

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function ofRequirement({ wanted, answer }: CoveredRequirement): Evidence {
  const shown = answer.value > 0 && answer.line !== undefined;
  return {
    factor: 'skills',
    requirement: wanted.requirement.text,
    kind: kindOfAnswer(answer),
    value: round(answer.value),
    ...(shown && { resumeLine: answer.line }),
    postingLine: wanted.requirement.text,
    ...(answer.months > 0 && { months: answer.months }),
    ...(answer.last !== undefined && { lastUsed: monthText(answer.last) }),
  };
}

/** The unwritten must-have: the posting's own line of work. */
function ofLineOfWork({ title }: ExperiencePart, posting: PreparedPosting): Evidence[] {
  if (!posting.title) return [];
  return [
    {
      factor: 'experience',
      requirement: `work as ${posting.posting.normalizedTitle}`,
      kind: title.value >= 1 ? 'exact' : title.value > 0 ? 'related' : 'none',
      value: round(title.value),
      ...(title.line !== undefined && { resumeLine: title.line }),
    },
  ];
}

function ofExperience(part: ExperiencePart, { posting }: PreparedPosting): Evidence[] {
  const asked = [posting.minYears === undefined ? '' : `${posting.minYears} years`, posting.seniority ?? ''].filter(Boolean);
  if (part.value === null || asked.length === 0) return [];
  const shown = [`${Math.round(part.years * 10) / 10} relevant years`, part.level ?? ''].filter(Boolean);
  return [
    {
      factor: 'experience',
      requirement: asked.join(', '),
      kind: part.value > 0 ? 'exact' : 'none',
      value: round(part.value),
      resumeLine: shown.join(', '),
    },
  ];
}

function ofLocation(part: LocationPart, { posting }: PreparedPosting): Evidence[] {
  if (part.value === null) return [];
  const places = posting.locations.map(({ city, countryCode }) => city ?? countryCode ?? '').filter(Boolean);
  const asked = posting.workplace === 'remote' ? ['remote', ...places] : [posting.workplace, ...places];
  // Distance only: the address itself is none of the score's business (rule A4).
  const shown = part.moves ? 'would move' : part.km === undefined ? undefined : `${Math.round(part.km)} km`;
  return [
    {
      factor: 'location',
      requirement: asked.join(', '),
      kind: part.value > 0 ? 'exact' : 'none',
      value: round(part.value),
      ...(shown && { resumeLine: shown }),
    },
  ];
}

function ofEducation(part: EducationPart, { posting }: PreparedPosting): Evidence[] {
  if (part.value === null || !posting.degree) return [];
  return [
    {
      factor: 'education',
      requirement: [posting.degree, posting.degreeField ?? ''].filter(Boolean).join(', '),
      kind: part.line === undefined ? 'none' : 'exact',
      value: round(part.value),
      ...(part.line !== undefined && { resumeLine: part.line }),
    },
  ];
}

/** Every reason with its line: requirements in the order of the posting, then experience, education, location. */
export function listEvidence(
  posting: PreparedPosting,
  parts: { skills: SkillsPart; experience: ExperiencePart; education: EducationPart; location: LocationPart },
): Evidence[] {
  return [
    ...parts.skills.covered.map(ofRequirement),
    ...ofLineOfWork(parts.experience, posting),
    ...ofExperience(parts.experience, posting),
    ...ofEducation(parts.education, posting),
    ...ofLocation(parts.location, posting),
  ];
}
