/** `undo m…`, `undo r…`: takes back what the asker said about a match, or about a newer resume of theirs. The button under a confirmation; in a reply the bare word does. */
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildFeedbackCard } from '../messages/feedback-card.ts';
import { buildTakenCard } from '../messages/taken-card.ts';
import { lastCorrectionBy, takeBackLast } from '../pipeline/correct/correct-resume.ts';
import { showCorrection } from '../pipeline/correct/show-taken.ts';
import { feedbackChanges, matchTitle } from '../pipeline/feedback/take-reactions.ts';
import { getMatch } from '../store/matches.ts';
import { offerByCode } from '../store/offers.ts';
import { getResume } from '../store/resumes.ts';
import { takeOfferAnswer } from './accept.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

export const undo = defineCommand<string>({
  name: 'undo',
  usage: 'undo <match>',
  summary: 'take back what you said of a match, your last correction, or your answer to a newer resume',
  examples: ['undo m4f7k2m9q', 'undo r4f7k2m9q'],
  role: 'candidate',
  options: [{ name: 'match', summary: 'Its code, or that of a resume', kind: 'words', required: true, suggests: 'match' }],
  parse([word = '', ...more]) {
    const code = word.toLowerCase();
    return more.length === 0 && (isCode(code, 'm') || isCode(code, 'r')) ? code : undefined;
  },
  run: (context, code) => (isCode(code, 'r') ? undoOfResume(context, code) : undoFeedback(context, code)),
});

/** What was said of it last: a correction, or a yes or no to it as a newer file. Unknown and forbidden read alike (rule A12). */
async function undoOfResume(context: CommandContext, code: string): Promise<CommandResult> {
  const { store, viewer, person, taxonomy, clock, settings } = context;
  if (!person) throw new UserError('The terminal said nothing by itself.', 'Say whose word it was with --as EMAIL.');
  const resume = await getResume(store, viewer, code);
  const corrected = resume && (await lastCorrectionBy(store, person, resume.id));
  const offer = await offerByCode(store, viewer, code);
  if (offer && (corrected?.at ?? 0) <= (offer.answeredAt ?? 0)) return takeOfferAnswer(context, code, 'undo');
  const { showFrom, storeFrom } = settings;
  const view = corrected && (await takeBackLast({ store, taxonomy, clock, showFrom, storeFrom }, person, corrected.resumeId));
  if (!view) throw new UserError(`There is nothing of yours to take back for ${code}.`, '"profile" shows what you corrected.');
  const correction = showCorrection(person, view, true);
  return {
    card: buildTakenCard({ correction, problems: [], ignored: [], personId: person.id }),
    json: [{ resume: code, undone: view.shown.applied.map(({ label, before, after }) => ({ field: label, before, after })) }],
    changes: view.changes,
    tasks: view.tasks,
  };
}

async function undoFeedback({ store, viewer, workspace }: CommandContext, code: string): Promise<CommandResult> {
  const row = viewer.personId === null ? undefined : await getMatch(store, viewer, code);
  if (!row) throw new UserError(`There is no match ${code} that you can see.`, '"match" shows your list.');
  const { changes, what } = await feedbackChanges(store, { workspace, repliesTo: null }, viewer, row, { kind: 'undo' });
  const taken = {
    number: 1,
    alone: true,
    ...(await matchTitle(store, viewer, row)),
    candidateId: row.candidateId,
    taken: what,
  };
  return { card: buildFeedbackCard([taken]), json: [{ match: code, undone: what.kind === 'undone' }], changes };
}
