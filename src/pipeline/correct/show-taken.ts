/** What was taken in, in the shape of its card. */
import type { Person } from '../../domain/people.ts';
import type { TakenInput } from '../../messages/taken-card.ts';
import type { CorrectedView } from './correct-resume.ts';
import type { PreferencesSet } from './set-preferences.ts';

export function showCorrection(person: Person, { shown }: CorrectedView, undone: boolean): NonNullable<TakenInput['correction']> {
  const { candidateId, resumeCode, applied, problems, matches } = shown;
  return { candidateId, resumeCode, yours: person.ownCandidateId === candidateId, undone, applied, problems, matches };
}

export function showPreferences(
  person: Person,
  { shown }: PreferencesSet,
  undone: boolean,
): NonNullable<TakenInput['preferences']> {
  const { preferences: wishes, changed, problems, matches } = shown;
  return { undone, changed, wishes, problems, matches, hasResume: person.ownCandidateId !== undefined };
}
