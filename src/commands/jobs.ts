import { POSTING_STATUSES, type PostingStatus } from '../domain/changes.ts';
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildPostingCard, buildPostingListCard } from '../messages/posting-card.ts';
import { countPostings, getPosting, listPostings, type PostingRow } from '../store/postings.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

type JobsArguments = { kind: 'list'; words: string[]; status?: PostingStatus } | { kind: 'show'; code: string };

const SHOWN = 20;
const MOST = 100_000;

/** `jobs`, `jobs nurse leeds`, `jobs search …`, `jobs list closed`, `jobs show j…`, `jobs j…`. */
function parse(words: readonly string[]): JobsArguments | undefined {
  const [first = '', second = '', ...more] = words;
  const code = (first.toLowerCase() === 'show' ? second : first).toLowerCase();
  if (isCode(code, 'j')) return { kind: 'show', code };
  if (first.toLowerCase() === 'show') return undefined;
  if (first.toLowerCase() === 'list') {
    const status = POSTING_STATUSES.find((one) => one.toLowerCase() === second.toLowerCase());
    return second === '' || (status && more.length === 0) ? { kind: 'list', words: [], status } : undefined;
  }
  return { kind: 'list', words: first.toLowerCase() === 'search' ? words.slice(1) : [...words] };
}

export async function listJobs(
  context: CommandContext,
  options: { words: string[]; status?: PostingStatus },
): Promise<CommandResult> {
  const { store, viewer, channel } = context;
  const status = options.status ?? (channel === 'terminal' ? undefined : 'approved');
  const found = await listPostings(store, viewer.workspace, {
    status,
    words: options.words,
    limit: channel === 'terminal' ? MOST : SHOWN,
  });
  const total =
    options.words.length > 0 || found.length < SHOWN ? found.length : await countPostings(store, viewer.workspace, status);
  return {
    card: buildPostingListCard(found, { total, role: viewer.role, words: options.words.join(' ') || undefined }),
    json: found.map(postingJson),
  };
}

export async function showJob(context: CommandContext, code: string): Promise<CommandResult> {
  const posting = await getPosting(context.store, context.viewer.workspace, code);
  if (!posting) throw new UserError(`There is no job ${code}.`, '"jobs list" shows the open ones; a job\'s code begins with j.');
  return {
    card: buildPostingCard(posting, { role: context.viewer.role }),
    json: [{ ...postingJson(posting), posting: posting.data }],
  };
}

function postingJson(posting: PostingRow): Record<string, unknown> {
  const { code, status, data, sources } = posting;
  return {
    id: code,
    title: data.title,
    company: data.company ?? null,
    locations: data.locations,
    isMultiLocation: data.locations.length > 1,
    status,
    confidence: data.confidence,
    sources: sources.map(({ feed, externalId }) => ({ feed, externalId })),
  };
}

export const jobs = defineCommand<JobsArguments>({
  name: 'jobs',
  usage: 'jobs [words], jobs show <job>',
  summary: 'the open jobs, or those with your words in them',
  examples: ['jobs', 'jobs nurse leeds', 'jobs show j4f7k2m9q'],
  role: 'candidate',
  parse,
  run: (context, args) => (args.kind === 'show' ? showJob(context, args.code) : listJobs(context, args)),
});
