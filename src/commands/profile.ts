import { dateOf } from '../domain/clock.ts';
import { UserError } from '../domain/errors.ts';
import { type CandidateId, isCode } from '../domain/ids.ts';
import type { Prose, ProseVoice } from '../domain/prose.ts';
import type { Resume } from '../domain/resume.ts';
import { buildProfileCard } from '../messages/profile-card.ts';
import { buildResumeCard } from '../messages/resume-card.ts';
import { readProseFacts } from '../pipeline/prose/prose-facts.ts';
import { writeProse } from '../pipeline/prose/write-prose.ts';
import { getCandidate } from '../store/candidates.ts';
import { matchesForCandidate } from '../store/matches.ts';
import { identitiesOf } from '../store/people.ts';
import { currentResume } from '../store/resumes.ts';
import { waitingOffers } from './accept.ts';
import { candidateJson } from './candidate-json.ts';
import { howToFind } from './find-candidate.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

/** So many of the best open jobs say what the market asks of this candidate. */
const ADVISING_MATCHES = 20;

/** Of what the viewer may see: the resume as it is for them, and their own matches of it. */
async function proseFor(context: CommandContext, candidateId: CandidateId, resume: Resume, voice: ProseVoice): Promise<Prose> {
  const { store, viewer, taxonomy, clock, settings } = context;
  const rows =
    voice === 'you'
      ? await matchesForCandidate(store, viewer, candidateId, { minScore: settings.storeFrom, limit: ADVISING_MATCHES })
      : [];
  const evidence = rows.map((row) => row.score.evidence);
  return writeProse(readProseFacts(resume, taxonomy, dateOf(clock.now()), evidence), voice);
}

async function ownProfile(context: CommandContext): Promise<CommandResult> {
  const { store, viewer, person } = context;
  if (!person)
    throw new UserError(
      'The terminal has no profile.',
      'Say whose eyes to use with --as EMAIL, or name a candidate: candidate c4f7k2m9q.',
    );
  const candidate = person.ownCandidateId === undefined ? undefined : await getCandidate(store, viewer, person.ownCandidateId);
  const resume = candidate && (await currentResume(store, viewer, candidate.id));
  const prose = candidate && resume && (await proseFor(context, candidate.id, resume.data, 'you'));
  const own = candidate &&
    resume && {
      candidateId: candidate.id,
      resumeCode: resume.code,
      resume: resume.data,
      versions: candidate.versions,
      prose,
    };
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
  const reader = context.person?.ownCandidateId === candidate.id ? 'you' : 'other';
  const prose = await proseFor(context, candidate.id, resume.data, reader === 'you' ? 'you' : 'they');
  return {
    card: buildResumeCard({
      candidateId: candidate.id,
      resumeCode: resume.code,
      resume: resume.data,
      reader,
      prose,
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
