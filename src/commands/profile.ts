import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildProfileCard } from '../messages/profile-card.ts';
import { buildResumeCard } from '../messages/resume-card.ts';
import { getCandidate } from '../store/candidates.ts';
import { identitiesOf } from '../store/people.ts';
import { currentResume } from '../store/resumes.ts';
import { waitingOffers } from './accept.ts';
import { candidateJson } from './candidate-json.ts';
import { howToFind } from './find-candidate.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

async function ownProfile(context: CommandContext): Promise<CommandResult> {
  const { store, viewer, person } = context;
  if (!person)
    throw new UserError(
      'The terminal has no profile.',
      'Say whose eyes to use with --as EMAIL, or name a candidate: candidate c4f7k2m9q.',
    );
  const candidate = person.ownCandidateId === undefined ? undefined : await getCandidate(store, viewer, person.ownCandidateId);
  const resume = candidate && (await currentResume(store, viewer, candidate.id));
  const own = candidate &&
    resume && { candidateId: candidate.id, resumeCode: resume.code, resume: resume.data, versions: candidate.versions };
  const waiting = (await waitingOffers(context, person)).length;
  const card = buildProfileCard({ person, identities: await identitiesOf(store, viewer.workspace, person.id), own, waiting });
  return {
    card,
    json: [
      {
        id: person.code,
        role: person.role,
        digest: person.digest,
        timeZone: person.timeZone,
        candidate: candidate && candidateJson(candidate),
      },
    ],
  };
}

/** One candidate as the viewer may see them. */
export async function showCandidate(context: CommandContext, code: string): Promise<CommandResult> {
  const { store, viewer } = context;
  const candidate = await getCandidate(store, viewer, code);
  const resume = candidate && (await currentResume(store, viewer, candidate.id));
  if (!candidate || !resume) throw new UserError(`There is no candidate ${code} that you can see.`, howToFind(context));
  return {
    card: buildResumeCard({
      candidateId: candidate.id,
      resumeCode: resume.code,
      resume: resume.data,
      reader: context.person?.ownCandidateId === candidate.id ? 'you' : 'other',
    }),
    json: [{ ...candidateJson(candidate), resume: resume.data }],
  };
}

export const profile = defineCommand<{ code?: string }>({
  name: 'profile',
  usage: 'profile [candidate]',
  summary: 'what I understood of your resume, and your settings',
  examples: ['profile', 'profile c4f7k2m9q'],
  role: 'candidate',
  slash: 'profile',
  options: [{ name: 'candidate', summary: 'Whose, if not yours', kind: 'words', suggests: 'candidate' }],
  parse: ([word, ...more]) =>
    more.length > 0 || (word !== undefined && !isCode(word.toLowerCase(), 'c')) ? undefined : { code: word?.toLowerCase() },
  run: (context, { code }) => (code === undefined ? ownProfile(context) : showCandidate(context, code)),
});
