/** Whose matches are meant: a candidate or resume by its code, or the asker's own candidate. */
import { UserError } from '../domain/errors.ts';
import { type CandidateView, getCandidate } from '../store/candidates.ts';
import { getResume } from '../store/resumes.ts';
import type { CommandContext } from './registry.ts';

/** Where codes come from, in commands that the asker may use. */
export const howToFind = ({ viewer }: Pick<CommandContext, 'viewer'>): string =>
  viewer.role === 'candidate' ? '"profile" shows your own resume.' : '"candidates" lists those you can see.';

/** Throws UserError; unknown and forbidden read alike (rule A12). */
export async function findCandidate(context: CommandContext, code: string | undefined): Promise<CandidateView> {
  const { store, viewer, person } = context;
  if (code === undefined) {
    const own = person?.ownCandidateId === undefined ? undefined : await getCandidate(store, viewer, person.ownCandidateId);
    if (own) return own;
    if (!person)
      throw new UserError('Whose jobs?', 'Name a candidate or a resume: shortlist match --candidate c4f7k2m9q; or --as EMAIL.');
    throw new UserError(
      'I have no resume of yours yet.',
      'Send it as an attachment; or, if you sent one already, answer "me" to say that it is yours.',
    );
  }
  const candidateId = code.startsWith('r') ? (await getResume(store, viewer, code))?.candidateId : code;
  const candidate = candidateId === undefined ? undefined : await getCandidate(store, viewer, candidateId);
  if (candidate) return candidate;
  throw new UserError(`There is no candidate or resume ${code} that you can see.`, howToFind(context));
}
