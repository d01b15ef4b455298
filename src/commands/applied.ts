/** What somebody applied for, taking it back, and who applied for a job (F6.4, F1.8). */
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildApplicationListCard } from '../messages/applications-card.ts';
import { buildAppliedCard, buildWithdrawnCard } from '../messages/applied-card.ts';
import { jobAddress } from '../messages/job-address.ts';
import { tellTask } from '../pipeline/apply/score-for-jobs.ts';
import { appliedCandidate } from '../pipeline/apply/tell-applications.ts';
import { applicationsTo, ownApplications } from '../store/applications.ts';
import { getPostings } from '../store/postings.ts';
import { readersOf } from '../store/selections.ts';
import { findPosting } from './find-posting.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

const SHOWN = 20;

const oneCode = ([word = '', ...more]: readonly string[]): string | undefined =>
  more.length === 0 && isCode(word.toLowerCase(), 'j') ? word.toLowerCase() : undefined;

async function listApplied({ store, viewer, workspace }: CommandContext): Promise<CommandResult> {
  const rows = await ownApplications(store, viewer);
  const postings = new Map(
    (await getPostings(store, workspace, [...new Set(rows.map((row) => row.postingId))])).map((one) => [one.id, one]),
  );
  const applied = rows.flatMap((row) => {
    const posting = postings.get(row.postingId);
    return posting ? [{ row, posting }] : [];
  });
  return {
    card: buildAppliedCard(
      applied.map(({ row, posting }) => ({
        code: posting.code,
        data: posting.data,
        closed: posting.status === 'closed',
        state: row.state,
        at: row.at,
        updatedAt: row.updatedAt,
      })),
    ),
    json: applied.map(({ row, posting }) => ({
      job: posting.code,
      title: posting.data.title,
      company: posting.data.company ?? null,
      state: row.state,
      open: posting.status !== 'closed',
      appliedAt: new Date(row.at).toISOString(),
      updatedAt: new Date(row.updatedAt).toISOString(),
    })),
  };
}

/** Unknown jobs and jobs that one never applied for answer alike. */
async function runWithdraw(context: CommandContext, code: string): Promise<CommandResult> {
  const { store, viewer, person, workspace, clock } = context;
  const rows = await ownApplications(store, viewer);
  const [posting] = (
    await getPostings(
      store,
      workspace,
      rows.map((row) => row.postingId),
    )
  ).filter((one) => one.code === code);
  const standing = rows.filter((row) => row.postingId === posting?.id && row.state === 'sent');
  if (!person || !posting || standing.length === 0)
    throw new UserError(`You have no application for ${code}.`, '"applied" shows those that you have.');
  const readers = (await readersOf(store, workspace, [posting.id])).get(posting.id) ?? [];
  return {
    card: buildWithdrawnCard({
      code,
      data: posting.data,
      address: context.settings.inbox && jobAddress(context.settings.inbox, code),
    }),
    json: [{ job: code, state: 'withdrawn' }],
    changes: [{ kind: 'applicationWithdrawn', workspace, postingId: posting.id, personId: person.id, at: clock.now().getTime() }],
    tasks: readers.map((reader) => tellTask(workspace, posting.id, reader)),
  };
}

async function listApplications(context: CommandContext, code: string): Promise<CommandResult> {
  const { store, viewer, settings } = context;
  const posting = await findPosting(context, code);
  const rows = await applicationsTo(store, viewer, posting.id);
  const applied = [];
  for (const row of rows.slice(0, SHOWN)) {
    const one = await appliedCandidate(store, viewer, posting, row, applied.length + 1);
    if (one) applied.push(one);
  }
  return {
    card: buildApplicationListCard({
      posting,
      applied,
      total: rows.length,
      address: settings.inbox && jobAddress(settings.inbox, code),
    }),
    json: applied.map(({ resume, resumeCode, item, verified, at }) => ({
      job: code,
      resume: resumeCode,
      name: resume.basics.name ?? null,
      match: item?.code ?? null,
      score: item?.score ?? null,
      verified,
      appliedAt: new Date(at).toISOString(),
    })),
    matches: applied.flatMap(({ number, item }) => (item?.matchId === undefined ? [] : [{ number, matchId: item.matchId }])),
    postingId: posting.id,
  };
}

export const applied = defineCommand<true>({
  name: 'applied',
  usage: 'applied',
  summary: 'what you have applied for',
  examples: ['applied'],
  role: 'candidate',
  slash: 'applied',
  parse: (words) => (words.length === 0 ? true : undefined),
  run: listApplied,
});

export const withdraw = defineCommand<string>({
  name: 'withdraw',
  usage: 'withdraw <job>',
  summary: 'take an application back',
  examples: ['withdraw j4f7k2m9q'],
  role: 'candidate',
  options: [{ name: 'job', summary: 'Which job', kind: 'words', required: true, suggests: 'posting' }],
  parse: oneCode,
  run: runWithdraw,
});

export const applications = defineCommand<string>({
  name: 'applications',
  usage: 'applications <job>',
  summary: 'who applied for a job that you look after, whatever their score',
  examples: ['applications j4f7k2m9q'],
  role: 'recruiter',
  options: [{ name: 'job', summary: 'Which job', kind: 'words', required: true, suggests: 'posting' }],
  parse: oneCode,
  run: listApplications,
});
