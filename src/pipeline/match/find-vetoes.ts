/** Reasons that a score cannot express. They stand beside it and change nothing (rule A6: a person decides). */
import type { Preferences, Veto } from '../../domain/match.ts';
import type { Pair } from './cover-requirement.ts';
import { companyKey } from './same-company.ts';
import type { CoveredRequirement } from './score-skills.ts';

/** Half or less of a credential asked for is not held. */
const HELD_FROM = 0.5;

function licenceVetoes(pair: Pair, covered: readonly CoveredRequirement[]): Veto[] {
  return covered.flatMap(({ wanted, answer }) => {
    const { requirement } = wanted;
    if (requirement.kind !== 'must' || !requirement.credential || answer.value >= HELD_FROM) return [];
    return [
      {
        kind: 'licence' as const,
        text: `${requirement.text}: ${
          lapsed(
            pair,
            wanted.skills.map((s) => s.id),
          ) ?? 'not shown'
        }`,
      },
    ];
  });
}

/** What the resume says of a credential that does not count: `expired 2025-06`, `in preparation`. */
function lapsed(pair: Pair, wants: readonly string[]): string | undefined {
  for (const credential of pair.candidate.facts.credentials) {
    const answers = credential.skills.some((have) =>
      pair.posting.linksOf(have).some(({ want, link }) => wants.includes(want) && (link === 'same' || link === 'narrower')),
    );
    if (!answers) continue;
    if (credential.expired) return credential.validUntil ? `expired ${credential.validUntil}` : 'expired';
    if (credential.planned) return 'in preparation';
  }
  return undefined;
}

/** Vetoes in the order licence, work authorisation, excluded company, pay. */
export function findVetoes(
  pair: Pair,
  covered: readonly CoveredRequirement[],
  preferences: Preferences | undefined,
  payFarBelow: boolean,
): Veto[] {
  const { posting } = pair.posting;
  const vetoes = licenceVetoes(pair, covered);
  if (pair.candidate.facts.conditions.includes('needs-sponsorship') && pair.posting.refusesSponsorship) {
    vetoes.push({ kind: 'work-authorisation', text: 'asks for the right to work; the resume asks for sponsorship' });
  }
  const company = companyKey(posting.company ?? '');
  if (company && preferences?.excludedCompanies?.some((excluded) => companyKey(excluded) === company)) {
    vetoes.push({ kind: 'excluded-company', text: `${posting.company} is on the list of excluded companies` });
  }
  if (payFarBelow) vetoes.push({ kind: 'pay', text: 'pays less than 80 % of the stated floor' });
  return vetoes;
}
