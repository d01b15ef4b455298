/** Corrections by command: `correct title=Staff Engineer` (F2.5). In a reply the bare lines do. */
import { isCode } from '../domain/ids.ts';
import { correctForm, fillCorrectForm, showWhatWasUnderstood } from './correct-form.ts';
import { defineCommand } from './registry.ts';
import { takeCorrectionLines } from './take-correction-lines.ts';

interface CorrectArguments {
  /** Which resume; the own one without it. */
  code?: string;
  /** Empty: what was understood, and how to correct it. */
  line: string;
}

/** What can be nothing but a correction: `correct me if I am wrong` is prose. */
const SHAPE =
  /^[\p{L} -]{2,30}\d{0,2}[^=]{0,20}=|^(?:skills?|languages?|certificates?|interests?|hobbies)\s*[+-]|^(?:add|remove|delete) (?:job|education|projects?|awards?|publications?|volunteering|skills?|languages?|certificates?|interests?)\b/iu;

function parse(words: readonly string[]): CorrectArguments | undefined {
  const [first = '', ...rest] = words;
  const code = isCode(first.toLowerCase(), 'r') ? first.toLowerCase() : undefined;
  const line = (code === undefined ? words : rest).join(' ');
  return line === '' || SHAPE.test(line) ? { code, line } : undefined;
}

export const correct = defineCommand<CorrectArguments>({
  name: 'correct',
  usage: 'correct [resume] field=value',
  summary: 'correct what I understood: title=…, job 2 end=2024-05, skills +Rust -Excel, city=Leeds, summary=…',
  examples: [
    'correct title=Staff Engineer',
    'correct r4f7k2m9q city=Leeds',
    'correct job 2 end=2024-05',
    'correct certificate 1 date=2018-05',
  ],
  role: 'candidate',
  slash: 'correct',
  options: [{ name: 'words', summary: 'For example title=Staff Engineer', kind: 'words' }],
  form: correctForm,
  fill: fillCorrectForm,
  parse,
  run: (context, { code, line }) =>
    line === '' ? showWhatWasUnderstood(context, code) : takeCorrectionLines(context, line, code),
});
