import { isCode } from '../domain/ids.ts';
import { buildMatchListCard } from '../messages/shortlist-card.ts';
import { listJobs } from '../pipeline/match/list-matches.ts';
import { findCandidate } from './find-candidate.ts';
import { matchJson } from './match-json.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

const MOST = 50;

export interface MatchArguments {
  code?: string;
  limit: number;
  minScore?: number;
}

/** `match`, `match c…`, `match r… 20`. */
function parse(words: readonly string[]): MatchArguments | undefined {
  let code: string | undefined;
  let limit: number | undefined;
  for (const word of words.map((one) => one.toLowerCase())) {
    if (code === undefined && (isCode(word, 'c') || isCode(word, 'r'))) code = word;
    else if (limit === undefined && /^\d{1,2}$/.test(word)) limit = Number(word);
    else return undefined;
  }
  return { code, limit: Math.min(Math.max(limit ?? 7, 1), MOST) };
}

export async function runMatch(context: CommandContext, args: MatchArguments): Promise<CommandResult> {
  const { store, viewer, person, settings } = context;
  const candidate = await findCandidate(context, args.code);
  const list = await listJobs(store, viewer, candidate.id, {
    taxonomy: context.taxonomy,
    showFrom: args.minScore ?? settings.showFrom,
    limit: args.limit,
  });
  const yours = person?.ownCandidateId === candidate.id;
  const card = buildMatchListCard({
    candidateId: candidate.id,
    name: candidate.name ?? candidate.code,
    summary: list.summary,
    reader: {
      role: viewer.role,
      yours,
      digest: {
        state: person?.digest ?? 'off',
        time: person?.digestTime ?? '',
        timeZone: person?.timeZone ?? '',
        weekday: person?.digestWeekday,
      },
    },
  });
  const shown = list.summary.items.length > 0 ? list.rows : [];
  return {
    card,
    json: await Promise.all(shown.map((row) => matchJson(store, viewer, row, 'candidate'))),
    matches: list.numbered,
  };
}

export const match = defineCommand<MatchArguments>({
  name: 'match',
  usage: 'match [candidate or resume] [how many]',
  summary: 'your best jobs now',
  examples: ['match', 'match 10', 'match c4f7k2m9q'],
  role: 'candidate',
  slash: 'match',
  options: [
    { name: 'limit', summary: 'How many jobs', kind: 'number' },
    { name: 'candidate', summary: 'Whose jobs, if not yours', kind: 'words', suggests: 'candidate' },
  ],
  parse,
  run: runMatch,
});
