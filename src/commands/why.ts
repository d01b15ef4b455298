import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildWhyCard } from '../messages/why-card.ts';
import { getMatch } from '../store/matches.ts';
import { getPosting } from '../store/postings.ts';
import { getResume } from '../store/resumes.ts';
import { matchJson } from './match-json.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

/** `why m…`, or `why 2`: item 2 of the message replied to, else of the last list sent. */
async function run(context: CommandContext, which: string): Promise<CommandResult> {
  const { store, viewer, person } = context;
  const id = /^\d+$/.test(which) ? context.numbered.find((one) => one.number === Number(which))?.matchId : which;
  const row = id === undefined ? undefined : await getMatch(store, viewer, id);
  const resume = row && (await getResume(store, viewer, row.resumeId));
  const posting = row && (await getPosting(store, viewer.workspace, row.postingId));
  if (!row || !resume || !posting) {
    throw new UserError(
      `There is no match ${which} that you can see.`,
      '"match" shows your list; each match has a code that begins with m.',
    );
  }
  const yours = person?.ownCandidateId === row.candidateId;
  const preset = viewer.role === 'candidate' || yours ? 'candidate' : 'recruiter';
  const card = buildWhyCard({
    candidateId: row.candidateId,
    matchCode: row.code,
    name: resume.data.basics.name ?? resume.code,
    yours,
    posting: { code: posting.code, title: posting.data.title, company: posting.data.company },
    preset,
    score: row.score,
  });
  // Asked about: from now on kept whatever its score (F5.3).
  const kept = { kind: 'matchAskedFor', workspace: viewer.workspace, matchId: row.id } as const;
  return {
    card,
    json: [{ ...(await matchJson(store, viewer, row, preset)), evidence: row.score.evidence }],
    changes: [kept],
    matches: [{ number: 1, matchId: row.id }],
  };
}

export const why = defineCommand<string>({
  name: 'why',
  usage: 'why <match or number>',
  summary: 'how one score comes about, with the evidence',
  examples: ['why m4f7k2m9q', 'why 2'],
  role: 'candidate',
  slash: 'why',
  options: [
    { name: 'match', summary: 'Its code, or its number in the last list', kind: 'words', required: true, suggests: 'match' },
  ],
  parse: ([word = '', ...more]) =>
    more.length === 0 && (isCode(word.toLowerCase(), 'm') || /^\d{1,2}$/.test(word)) ? word.toLowerCase() : undefined,
  run,
});
