import { POSTING_STATUSES, type PostingStatus } from '../domain/changes.ts';
import { isCode } from '../domain/ids.ts';
import { jobAddress } from '../messages/job-address.ts';
import { buildPostingCard, buildPostingListCard } from '../messages/posting-card.ts';
import { countPostings, listPostings } from '../store/postings.ts';
import { findPosting } from './find-posting.ts';
import { type ManageArguments, parseManage, runManage } from './jobs-manage.ts';
import { adOfMessage, runPost } from './jobs-post.ts';
import { adIn, POST_FORM } from './post-form.ts';
import { postingJson } from './posting-json.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

type JobsArguments =
  | { kind: 'list'; words: string[]; status?: PostingStatus }
  | { kind: 'show'; code: string }
  | { kind: 'post'; template?: string }
  | ManageArguments;

const SHOWN = 20;
const MOST = 100_000;

/** `jobs`, `jobs nurse leeds`, `jobs search …`, `jobs list closed`, `jobs show j…`, `jobs j…`. */
function parse(words: readonly string[]): JobsArguments | undefined {
  const [first = '', second = '', ...more] = words;
  const managed = parsePost(words) ?? parseManage(words);
  if (managed) return managed;
  const code = (first.toLowerCase() === 'show' ? second : first).toLowerCase();
  if (isCode(code, 'j')) return { kind: 'show', code };
  if (first.toLowerCase() === 'show') return undefined;
  if (first.toLowerCase() === 'list') {
    const status = POSTING_STATUSES.find((one) => one.toLowerCase() === second.toLowerCase());
    return second === '' || (status && more.length === 0) ? { kind: 'list', words: [], status } : undefined;
  }
  return { kind: 'list', words: first.toLowerCase() === 'search' ? words.slice(1) : [...words] };
}

/** `jobs post`, `jobs post --template j…`: the ad stands below the line. */
function parsePost([first = '', option, template = '', ...more]: readonly string[]): JobsArguments | undefined {
  if (first.toLowerCase() !== 'post' || more.length > 0) return undefined;
  if (option === undefined) return { kind: 'post' };
  const code = template.toLowerCase();
  return /^(?:--)?template$/i.test(option) && isCode(code, 'j') ? { kind: 'post', template: code } : undefined;
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
  const posting = await findPosting(context, code);
  const { inbox } = context.settings;
  return {
    card: buildPostingCard(posting, { role: context.viewer.role, apply: inbox && jobAddress(inbox, posting.code) }),
    json: [{ ...postingJson(posting), posting: posting.data }],
    postingId: posting.id,
  };
}

async function run(context: CommandContext, args: JobsArguments): Promise<CommandResult> {
  if (args.kind === 'list') return listJobs(context, args);
  if (args.kind === 'show') return showJob(context, args.code);
  if (args.kind === 'post') return runPost(context, await adOfMessage(context), args.template);
  return runManage(context, args);
}

export const jobs = defineCommand<JobsArguments>({
  name: 'jobs',
  usage: 'jobs [words], jobs show <job>',
  summary: 'the open jobs, or those with your words in them',
  examples: ['jobs', 'jobs nurse leeds', 'jobs show j4f7k2m9q'],
  role: 'candidate',
  slash: 'jobs',
  options: [
    { name: 'search', summary: 'Words that must be in the job', kind: 'words' },
    { name: 'show', summary: 'One job in full', kind: 'words', suggests: 'posting', prefix: 'show ' },
  ],
  parse,
  run,
});

/** The same words in the singular; and what help tells recruiters only. */
export const job = defineCommand<JobsArguments>({
  name: 'job',
  usage: 'jobs post, jobs mine, jobs select|edit|close|reopen <job>',
  summary: 'post a job ad (below the line, or attached), look after jobs, correct and close them',
  examples: ['job post', 'job mine', 'job select j4f7k2m9q', 'job edit j4f7k2m9q title=Senior Welder', 'job close j4f7k2m9q'],
  role: 'recruiter',
  slash: 'job',
  options: [
    {
      name: 'do',
      summary: 'What to do',
      kind: 'choice',
      required: true,
      choices: ['post', 'mine', 'select', 'unselect', 'edit', 'close', 'reopen'].map((value) => ({ name: value, value })),
    },
    { name: 'job', summary: 'Which job; not for post and mine', kind: 'words', suggests: 'posting' },
    { name: 'change', summary: 'For edit: title=Senior Welder', kind: 'words' },
    { name: 'ad', summary: 'For post: the job ad as a file', kind: 'file' },
  ],
  form: async () => POST_FORM,
  fill: (context, _words, fields) => runPost(context, { text: adIn(fields), files: [] }),
  parse: (words) => parsePost(words) ?? parseManage(words),
  run,
});
