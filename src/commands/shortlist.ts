import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { candidateItem } from '../messages/match-items.ts';
import { buildShortlistCard } from '../messages/shortlist-card.ts';
import { explainScore } from '../pipeline/match/explain-score.ts';
import { listCandidates } from '../pipeline/match/list-matches.ts';
import { countCandidates } from '../store/candidates.ts';
import { matchesForPosting } from '../store/matches.ts';
import { getPosting, type PostingRow } from '../store/postings.ts';
import { getResume } from '../store/resumes.ts';
import { matchJson } from './match-json.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

export interface ShortlistArguments {
  code: string;
  limit: number;
  minScore?: number;
}

export async function runShortlist(context: CommandContext, args: ShortlistArguments): Promise<CommandResult> {
  const { store, viewer, settings } = context;
  const posting = await getPosting(store, viewer.workspace, args.code);
  if (!posting)
    throw new UserError(`There is no job ${args.code}.`, '"jobs list" shows the open ones; a job\'s code begins with j.');
  const showFrom = args.minScore ?? settings.showFrom;
  const list = await listCandidates(store, viewer, posting.id, { taxonomy: context.taxonomy, showFrom, limit: args.limit });
  const nearest = list.items.length === 0 ? await nearestCandidate(context, posting) : undefined;
  const card = buildShortlistCard({
    posting: { code: posting.code, title: posting.data.title, company: posting.data.company },
    items: list.items,
    about: nearest ? [nearest.candidateId] : list.rows.map((row) => row.candidateId),
    total: list.total,
    candidates: await countCandidates(store, viewer),
    showFrom,
    nearest: nearest?.item,
  });
  const numbered = nearest?.item.matchId ? [{ number: 1, matchId: nearest.item.matchId }] : list.numbered;
  return {
    card,
    json: await Promise.all(list.rows.map((row) => matchJson(store, viewer, row, 'recruiter'))),
    matches: numbered,
    postingId: posting.id,
  };
}

async function nearestCandidate({ store, viewer }: CommandContext, posting: PostingRow) {
  const [row] = await matchesForPosting(store, viewer, posting.id, { minScore: 0, limit: 1 });
  const resume = row && (await getResume(store, viewer, row.resumeId));
  return (
    row &&
    resume && {
      candidateId: row.candidateId,
      item: candidateItem(row, resume.data, { number: 1, reasons: explainScore(row.score, posting.data) }),
    }
  );
}

export const shortlist = defineCommand<ShortlistArguments>({
  name: 'shortlist',
  usage: 'shortlist <job> [how many]',
  summary: 'your candidates for a job, best first',
  examples: ['shortlist j4f7k2m9q', 'shortlist j4f7k2m9q 20'],
  role: 'recruiter',
  options: [
    { name: 'job', summary: 'Which job', kind: 'words', required: true, suggests: 'posting' },
    { name: 'limit', summary: 'How many candidates', kind: 'number' },
  ],
  parse([code = '', limit = '10', ...more]) {
    if (more.length > 0 || !isCode(code.toLowerCase(), 'j') || !/^\d{1,2}$/.test(limit)) return undefined;
    return { code: code.toLowerCase(), limit: Math.max(1, Math.min(50, Number(limit))) };
  },
  run: runShortlist,
});
