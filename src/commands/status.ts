/** `status s…`: how far a message or a batch is (F1.3). */
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildStatusCard } from '../messages/status-card.ts';
import { attachmentsOf, getSubmission, recentSubmissions, type SubmissionView } from '../store/submissions.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

const LOOKED_AT = 20;

/** The asker's own, or any for an admin; unknown and forbidden read alike (rule A12). */
async function findSubmission({ store, viewer }: CommandContext, code: string | undefined): Promise<SubmissionView> {
  if (code !== undefined) {
    const found = await getSubmission(store, viewer, code);
    if (found) return found;
    throw new UserError(`There is no message ${code} of yours.`, '"status" shows the last one that you sent with files.');
  }
  for (const one of await recentSubmissions(store, viewer, LOOKED_AT)) {
    if ((one.kind === 'resume' || one.kind === 'application') && (await attachmentsOf(store, viewer, one.id)).length > 0)
      return one;
  }
  throw new UserError('You have sent no files lately.', 'Attach resumes to a message (several, or a zip, are fine).');
}

async function run(context: CommandContext, code: string | undefined): Promise<CommandResult> {
  const submission = await findSubmission(context, code);
  const files = (await attachmentsOf(context.store, context.viewer, submission.id)).filter(
    (file) => file.state !== 'ignored' && file.state !== 'unpacked',
  );
  const count = (state: string) => files.filter((file) => file.state === state).length;
  const failed = count('failed');
  const waiting = count('waiting');
  const counts = {
    total: files.length,
    done: files.length - waiting - failed,
    failed,
    waiting,
    resumes: count('resume'),
    duplicates: files.filter((file) => file.seenBefore).length,
  };
  const problems = files.flatMap((file) =>
    file.state === 'failed' && file.error ? [{ file: file.name, error: file.error }] : [],
  );
  return {
    card: buildStatusCard({ code: submission.code, receivedAt: submission.receivedAt, ...counts, problems }),
    json: [
      {
        id: submission.code,
        state: waiting > 0 ? 'reading' : 'done',
        ...counts,
        receivedAt: new Date(submission.receivedAt).toISOString(),
      },
    ],
  };
}

export const status = defineCommand<{ code?: string }>({
  name: 'status',
  usage: 'status [message or batch]',
  summary: 'how far the files are that you sent',
  examples: ['status', 'status s4f7k2m9q'],
  role: 'candidate',
  options: [{ name: 'message', summary: 'Its code, if not the last one', kind: 'words' }],
  parse: ([word, ...more]) =>
    more.length > 0 || (word !== undefined && !isCode(word.toLowerCase(), 's')) ? undefined : { code: word?.toLowerCase() },
  run: (context, { code }) => run(context, code),
});
