/** A posting by its code, and who may change it. */
import { UserError } from '../domain/errors.ts';
import { getPosting, type PostingRow } from '../store/postings.ts';
import { type CommandContext, mayUse } from './registry.ts';

/** Throws UserError when there is none. Codes of postings are public. */
export async function findPosting({ store, viewer }: CommandContext, code: string): Promise<PostingRow> {
  const posting = await getPosting(store, viewer.workspace, code);
  if (posting) return posting;
  throw new UserError(`There is no job ${code}.`, '"jobs list" shows the open ones; a job\'s code begins with j.');
}

/** Jobs are taken on by recruiters and admins. Throws UserError for everybody else, whatever the code. */
export function recruitersOnly({ viewer }: Pick<CommandContext, 'viewer'>): void {
  if (!mayUse(viewer.role, { role: 'recruiter' }))
    throw new UserError('Only recruiters can post or look after jobs.', 'Answer "jobs" to see the open ones.');
}

/** Whoever posted it, and admins. Throws UserError. */
export async function findOwnPosting(context: CommandContext, code: string, verb: string): Promise<PostingRow> {
  recruitersOnly(context);
  const posting = await findPosting(context, code);
  const { viewer } = context;
  if (viewer.role === 'admin' || (viewer.personId !== null && posting.postedBy === viewer.personId)) return posting;
  throw new UserError(
    `${code} can only be ${verb} by whoever posted it, or by an admin.`,
    '"jobs mine" shows those that you posted.',
  );
}

export const isPosted = (posting: Pick<PostingRow, 'sources'>): boolean =>
  posting.sources.some((source) => source.feed.startsWith('posted:'));
