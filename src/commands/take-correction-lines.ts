/** Lines as one would write them in a reply → the corrected resume and what to show (F2.5). */
import { UserError } from '../domain/errors.ts';
import { buildTakenCard } from '../messages/taken-card.ts';
import { parseCorrections } from '../pipeline/correct/parse-corrections.ts';
import { showCorrection } from '../pipeline/correct/show-taken.ts';
import { takeCorrections } from '../pipeline/correct/take-corrections.ts';
import type { CommandContext, CommandResult } from './registry.ts';

/** Of the resume of that code, else of the own one: what can be read is taken, the rest is told. Throws UserError, and then nothing was changed. */
export async function takeCorrectionLines(
  context: CommandContext,
  lines: string,
  code: string | undefined,
): Promise<CommandResult> {
  const { person, store, taxonomy, clock, settings } = context;
  if (!person) throw new UserError('The terminal corrects nothing by itself.', 'Say whose word it is with --as EMAIL.');
  const { corrections, problems } = parseCorrections(lines, { taxonomy });
  const [problem] = problems;
  if (problem && corrections.length === 0)
    throw new UserError(`"${problem.line.slice(0, 60)}": ${problem.problem}.`, 'Nothing was changed.');
  const { showFrom, storeFrom } = settings;
  const options = { store, taxonomy, clock, showFrom, storeFrom };
  const submissionId = context.message?.submissionId;
  const view = await takeCorrections(options, { person, submissionId, read: { corrections, resumeCode: code } });
  const correction = showCorrection(person, view, false);
  const card = buildTakenCard({ correction, problems, ignored: [], personId: person.id });
  const { resumeCode, applied } = view.shown;
  const corrected = applied.map(({ label, before, after }) => ({ field: label, before, after }));
  const notTaken = [...problems.map((one) => one.problem), ...view.shown.problems];
  return {
    card,
    json: [{ resume: resumeCode, corrected, ...(notTaken.length > 0 && { notTaken }) }],
    changes: view.changes,
    tasks: view.tasks,
  };
}
