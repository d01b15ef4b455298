/** Corrections by command: `correct title=Staff Engineer` (F2.5). In a reply the bare lines do. */
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { buildTakenCard } from '../messages/taken-card.ts';
import { parseCorrections } from '../pipeline/correct/parse-corrections.ts';
import { showCorrection } from '../pipeline/correct/show-taken.ts';
import { takeCorrections } from '../pipeline/correct/take-corrections.ts';
import { type CommandContext, type CommandResult, defineCommand } from './registry.ts';

interface CorrectArguments {
  /** Which resume; the own one without it. */
  code?: string;
  line: string;
}

/** What can be nothing but a correction: `correct me if I am wrong` is prose. */
const SHAPE = /^[\p{L} -]{2,30}\d{0,2}[^=]{0,20}=|^(?:skills?|languages?|certificates?)\s*[+-]|^(?:add|remove) job\b/iu;

function parse(words: readonly string[]): CorrectArguments | undefined {
  const [first = '', ...rest] = words;
  const code = isCode(first.toLowerCase(), 'r') ? first.toLowerCase() : undefined;
  const line = (code === undefined ? words : rest).join(' ');
  return SHAPE.test(line) ? { code, line } : undefined;
}

async function run(context: CommandContext, { code, line }: CorrectArguments): Promise<CommandResult> {
  const { person, store, taxonomy, clock, settings } = context;
  if (!person) throw new UserError('The terminal corrects nothing by itself.', 'Say whose word it is with --as EMAIL.');
  const { corrections, problems } = parseCorrections(line, { taxonomy });
  const [problem] = problems;
  if (problem) throw new UserError(`"${problem.line.slice(0, 60)}": ${problem.problem}.`, 'Nothing was changed.');
  const { showFrom, storeFrom } = settings;
  const options = { store, taxonomy, clock, showFrom, storeFrom };
  const submissionId = context.message?.submissionId;
  const view = await takeCorrections(options, { person, submissionId, read: { corrections, resumeCode: code } });
  const correction = showCorrection(person, view, false);
  const card = buildTakenCard({ correction, problems: [], ignored: [], personId: person.id });
  const { resumeCode, applied } = view.shown;
  return {
    card,
    json: [{ resume: resumeCode, corrected: applied.map(({ label, before, after }) => ({ field: label, before, after })) }],
    changes: view.changes,
    tasks: view.tasks,
  };
}

export const correct = defineCommand<CorrectArguments>({
  name: 'correct',
  usage: 'correct [resume] field=value',
  summary: 'correct what I understood: title=…, job 2 end=2024-05, skills +Rust -Excel, city=Leeds',
  examples: ['correct title=Staff Engineer', 'correct r4f7k2m9q city=Leeds', 'correct job 2 end=2024-05'],
  role: 'candidate',
  parse,
  run,
});
