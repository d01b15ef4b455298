import type { Change } from '../domain/changes.ts';
import { digestOnByDefault } from '../domain/digest-defaults.ts';
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildMatchListCard } from '../messages/shortlist-card.ts';
import { listJobs } from '../pipeline/match/list-matches.ts';
import { type CandidateView, getCandidate } from '../store/candidates.ts';
import { resumesSentBy } from '../store/resumes.ts';
import { profile } from './profile.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

/** "This is me": the resume sent last, or the one named, becomes the sender's own; without either it shows what is known. */
async function run(context: CommandContext, code: string | undefined): Promise<CommandResult> {
  const { store, viewer, person, settings } = context;
  if (!person) throw new UserError('The terminal is nobody in particular.', 'Say whose eyes to use with --as EMAIL.');
  const candidate = await claimed(context, code);
  if (!candidate || candidate.id === person.ownCandidateId) return profile.run(context, []);
  const changes: Change[] = [
    { kind: 'ownCandidateSet', workspace: viewer.workspace, personId: person.id, candidateId: candidate.id },
  ];
  const at = context.clock.now().getTime();
  const switchedOn = digestOnByDefault(person, { channel: context.channel, verified: true, at });
  const switchOn = switchedOn.length > 0;
  changes.push(...switchedOn);
  const list = await listJobs(store, viewer, candidate.id, { taxonomy: context.taxonomy, showFrom: settings.showFrom, limit: 7 });
  const digest = {
    state: switchOn ? ('on' as const) : person.digest,
    time: person.digestTime,
    timeZone: person.timeZone,
    weekday: person.digestWeekday,
    justSwitchedOn: switchOn,
  };
  const card = buildMatchListCard({
    candidateId: candidate.id,
    name: candidate.name ?? candidate.code,
    summary: list.summary,
    reader: { role: viewer.role, yours: true, digest },
  });
  card.blocks.unshift({ kind: 'text', text: `Thank you: the resume of ${candidate.name ?? 'yours'} is kept as your own.` });
  return { card, json: [{ candidate: candidate.code, own: true }], changes, matches: list.numbered };
}

async function claimed(context: CommandContext, code: string | undefined): Promise<CandidateView | undefined> {
  const { store, viewer, person } = context;
  if (code !== undefined) {
    const found = await getCandidate(store, viewer, code);
    if (!found) throw new UserError(`There is no candidate ${code} that you can see.`, 'Send your resume, then answer "me".');
    return found;
  }
  if (person?.ownCandidateId !== undefined) return undefined;
  const [last] = person ? await resumesSentBy(store, viewer, person.id, 1) : [];
  return last && getCandidate(store, viewer, last.candidateId);
}

export const me = defineCommand<{ code?: string }>({
  name: 'me',
  usage: 'me [candidate]',
  summary: 'say that the resume you sent is your own, or see what I know about you',
  examples: ['me', 'me c4f7k2m9q'],
  role: 'candidate',
  options: [{ name: 'candidate', summary: 'Which of those that you sent', kind: 'words', suggests: 'candidate' }],
  parse: ([word, ...more]) =>
    more.length > 0 || (word !== undefined && !isCode(word.toLowerCase(), 'c')) ? undefined : { code: word?.toLowerCase() },
  run: (context, { code }) => run(context, code),
});
