/** `jobs edit|close|reopen|select|unselect|mine`: what recruiters do with jobs that are here (F4.10). */
import type { Change } from '../domain/changes.ts';
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { jobAddress } from '../messages/job-address.ts';
import { buildJobNoteCard, buildMyJobsCard, buildPostedJobCard } from '../messages/posted-job-card.ts';
import { lookAfter } from '../pipeline/apply/look-after.ts';
import { contentHash } from '../pipeline/postings/content-hash.ts';
import { EDIT_FIELDS, editPosting, parseEdits } from '../pipeline/postings/post-edit.ts';
import { rescoreTasks, uncertainties } from '../pipeline/postings/post-job.ts';
import { applicationsTo } from '../store/applications.ts';
import { getPostings, postingsBy } from '../store/postings.ts';
import { selectionsOf } from '../store/selections.ts';
import { findOwnPosting, findPosting, isPosted, recruitersOnly } from './find-posting.ts';
import { postingJson } from './posting-json.ts';
import type { CommandContext, CommandResult } from './registry.ts';

type OnJob = 'close' | 'reopen' | 'select' | 'unselect';
export type ManageArguments = { kind: OnJob; code: string } | { kind: 'edit'; code: string; text: string } | { kind: 'mine' };

const ON_JOB: readonly OnJob[] = ['close', 'reopen', 'select', 'unselect'];

export function parseManage(words: readonly string[]): ManageArguments | undefined {
  const [first = '', second = '', ...more] = words;
  const kind = first.toLowerCase();
  if (kind === 'mine') return second === '' ? { kind } : undefined;
  const code = second.toLowerCase();
  if (!isCode(code, 'j')) return undefined;
  if (kind === 'edit') return { kind, code, text: more.join(' ') };
  const known = ON_JOB.find((one) => one === kind);
  return known && more.length === 0 ? { kind: known, code } : undefined;
}

export function runManage(context: CommandContext, args: ManageArguments): Promise<CommandResult> {
  recruitersOnly(context);
  if (args.kind === 'mine') return mine(context);
  if (args.kind === 'edit') return edit(context, args.code, args.text);
  return { close, reopen, select, unselect }[args.kind](context, args.code);
}

/** The rest of the message counts as well: a correction a line. */
async function edit(context: CommandContext, code: string, text: string): Promise<CommandResult> {
  const { taxonomy, workspace, clock, settings } = context;
  const posting = await findOwnPosting(context, code, 'corrected');
  if (!isPosted(posting))
    throw new UserError(`${code} comes from a feed: the next reading would undo it.`, 'Correct it in the feed.');
  const below = (context.message?.text ?? '').split('\n').filter((line) => parseEdits(line.trim()) !== undefined);
  const edits = parseEdits([text, ...below].join(' ').trim());
  if (!edits)
    throw new UserError(
      'I found nothing to correct in that.',
      `Write for example: jobs edit ${code} title=Senior Welder place=Leeds. Fields are ${EDIT_FIELDS}.`,
    );
  const edited = editPosting(posting.data, edits, taxonomy);
  if ('problem' in edited) throw new UserError(edited.problem, edited.fix);
  const at = clock.now().getTime();
  const { id, status, version } = posting;
  const data = edited.posting;
  const saved: Change = {
    kind: 'postingSaved',
    workspace,
    posting: { id, code: posting.code, version: version + 1, status, data, contentHash: contentHash(data), at },
  };
  const view = { ...posting, data };
  const card = buildPostedJobCard({
    view,
    outcome: 'edited',
    uncertain: uncertainties(data, taxonomy),
    address: settings.inbox === undefined ? undefined : jobAddress(settings.inbox, posting.code),
    candidates: { items: [], about: [], compared: 0, all: true },
    switchesDigestOn: false,
    left: [],
  });
  return {
    card,
    json: [postingJson(view)],
    changes: [saved],
    tasks: rescoreTasks(workspace, status === 'approved' ? [id] : []),
    postingId: id,
  };
}

async function close(context: CommandContext, code: string): Promise<CommandResult> {
  const posting = await findOwnPosting(context, code, 'closed');
  const { workspace, clock } = context;
  const text = `It is in no list and in no digest any more, and whoever writes to its address is told that it is closed. What came in for it stays; nobody was told.`;
  const card = buildJobNoteCard(posting, 'is closed', text, [{ command: `jobs reopen ${code}`, does: 'open it again' }]);
  const closed = { ...posting, status: 'closed' as const };
  return {
    card,
    json: [postingJson(closed)],
    changes: [{ kind: 'postingClosed', workspace, postingId: posting.id, at: clock.now().getTime() }],
  };
}

async function reopen(context: CommandContext, code: string): Promise<CommandResult> {
  const posting = await findOwnPosting(context, code, 'opened again');
  const { workspace, clock } = context;
  if (posting.status !== 'closed')
    return {
      card: buildJobNoteCard(posting, 'is not closed', 'There is nothing to open.', []),
      json: [postingJson(posting)],
      postingId: posting.id,
    };
  const card = buildJobNoteCard(posting, 'is open again', 'It is compared with all candidates now.', [
    { command: `shortlist ${code}`, does: 'your candidates for it, in a minute' },
    { command: `jobs close ${code}`, does: 'close it again' },
  ]);
  return {
    card,
    json: [postingJson({ ...posting, status: 'approved' })],
    changes: [{ kind: 'postingReopened', workspace, postingId: posting.id, at: clock.now().getTime() }],
    tasks: rescoreTasks(workspace, [posting.id]),
    postingId: posting.id,
  };
}

async function select(context: CommandContext, code: string): Promise<CommandResult> {
  const { person, channel, clock, settings } = context;
  const posting = await findPosting(context, code);
  if (!person) throw new UserError('The terminal looks after no jobs.', 'Say who does with --as EMAIL.');
  if (posting.status === 'closed') throw new UserError(`${code} is closed.`, '"jobs list" shows the open ones.');
  const taken = lookAfter(person, { postingId: posting.id, channel, at: clock.now().getTime() });
  const digest =
    taken.switchesDigestOn || person.digest === 'on'
      ? ' Your digest brings its new candidates.'
      : ' "digest on" brings its new candidates every day.';
  const address =
    settings.inbox === undefined
      ? ''
      : ` Applications go to ${jobAddress(settings.inbox, posting.code)}, and you hear of each, as do others who look after it.`;
  const card = buildJobNoteCard(posting, 'is yours to look after', `You look after this job now.${digest}${address}`, [
    { command: `shortlist ${code}`, does: 'your candidates for it' },
    { command: `applications ${code}`, does: 'who applied' },
    { command: `jobs unselect ${code}`, does: 'look after it no longer' },
  ]);
  return { card, json: [postingJson(posting)], changes: taken.changes, tasks: taken.tasks, postingId: posting.id };
}

async function unselect(context: CommandContext, code: string): Promise<CommandResult> {
  const { person, workspace, clock } = context;
  const posting = await findPosting(context, code);
  if (!person) throw new UserError('The terminal looks after no jobs.', 'Say who does with --as EMAIL.');
  const posted = posting.postedBy === person.id;
  const text = posted
    ? `Its new candidates come in no digest of yours any more. You posted it, so its applications still come to you: "jobs close ${code}" ends that.`
    : 'Its new candidates and applications come to you no longer. What came to you before stays.';
  const card = buildJobNoteCard(posting, 'is let go', text, [{ command: `jobs select ${code}`, does: 'take it on again' }]);
  return {
    card,
    json: [postingJson(posting)],
    changes: [{ kind: 'postingUnselected', workspace, postingId: posting.id, personId: person.id, at: clock.now().getTime() }],
  };
}

async function mine({ store, person, viewer, workspace }: CommandContext): Promise<CommandResult> {
  if (!person) throw new UserError('The terminal looks after no jobs.', 'Say whose with --as EMAIL.');
  const selected = (await selectionsOf(store, workspace, person.id)).map((one) => one.postingId);
  const ids = [...new Set([...selected, ...(await postingsBy(store, workspace, person.id))])];
  const found = new Map((await getPostings(store, workspace, ids)).map((posting) => [posting.id, posting]));
  const views = ids.flatMap((id) => found.get(id) ?? []);
  const jobs = [];
  for (const view of views) {
    const applications = (await applicationsTo(store, { ...viewer, role: 'recruiter' }, view.id)).length;
    jobs.push({ view, posted: view.postedBy === person.id, applications });
  }
  return {
    card: buildMyJobsCard(jobs),
    json: jobs.map(({ view, posted, applications }) => ({ ...postingJson(view), posted, applications })),
  };
}
