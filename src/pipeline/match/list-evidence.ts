import type { Evidence } from '../../domain/match.ts';
import { kindOfAnswer } from './cover-requirement.ts';
import { monthText } from './months.ts';
import type { PreparedCandidate } from './prepare-candidate.ts';
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

function ofExperience(part: ExperiencePart, { posting }: PreparedPosting, candidate: PreparedCandidate): Evidence[] {
  if (part.value === null) return [];
  const asked = [
    posting.minYears === undefined ? '' : `${posting.minYears} years`,
    posting.seniority ?? '',
    posting.normalizedTitle,
  ];
  const shown = [`${round(part.years)} relevant years`, part.level ?? ''];
  const newest = candidate.roles.reduce((a: string | undefined, role) => a ?? role.facts.title, undefined);
  return [
    {
      factor: 'experience',
      requirement: asked.filter(Boolean).join(', '),
      kind: part.value > 0 ? 'exact' : 'none',
      value: round(part.value),
      resumeLine: [...shown, newest ?? ''].filter(Boolean).join(', '),
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
  candidate: PreparedCandidate,
  posting: PreparedPosting,
  parts: { skills: SkillsPart; experience: ExperiencePart; education: EducationPart; location: LocationPart },
): Evidence[] {
  return [
    ...parts.skills.covered.map(ofRequirement),
    ...ofExperience(parts.experience, posting, candidate),
    ...ofEducation(parts.education, posting),
    ...ofLocation(parts.location, posting),
  ];
}
