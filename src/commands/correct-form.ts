/** What was understood of a resume as a form: what is changed in it is a correction (F2.5). */
import { createHash } from 'node:crypto';
import { UserError } from '../domain/errors.ts';
import { isCode } from '../domain/ids.ts';
import { latestOf } from '../domain/latest-job.ts';
import type { Resume } from '../domain/resume.ts';
import type { Form } from '../messages/channel.ts';
import { oneLine } from '../messages/phrases.ts';
import { buildResumeCard, correctionHint } from '../messages/resume-card.ts';
import { type FormFieldRule, MAIN_FIELDS } from '../pipeline/correct/form-fields.ts';
import { currentResume, getResume, type ResumeView, resumesSentBy } from '../store/resumes.ts';
import type { CommandContext, CommandResult, FormContext } from './registry.ts';
import { takeCorrectionLines } from './take-correction-lines.ts';

interface Field extends FormFieldRule {
  name: string;
  hint?(resume: Resume): string;
}

function ofLatest({ work }: Resume): string {
  const company = work[latestOf(work)]?.name;
  return oneLine(company === undefined ? 'of the latest job' : `of the latest job, ${company}`, 90);
}

/** Five, as many as a form of Discord holds. */
const FIELDS: readonly Field[] = [
  { ...MAIN_FIELDS.name, name: 'name' },
  { ...MAIN_FIELDS.title, name: 'title', hint: ofLatest },
  { ...MAIN_FIELDS.email, name: 'email' },
  { ...MAIN_FIELDS.phone, name: 'phone' },
  { ...MAIN_FIELDS.place, name: 'location' },
];

const fieldsFor = (resume: Resume): readonly Field[] => FIELDS.filter(({ name }) => name !== 'title' || resume.work.length > 0);

/** The resume named, else the own one, else the one sent last. */
async function resumeMeant(context: FormContext, [code]: readonly string[]): Promise<ResumeView | undefined> {
  const { store, viewer, person } = context;
  if (code !== undefined) return isCode(code.toLowerCase(), 'r') ? getResume(store, viewer, code.toLowerCase()) : undefined;
  const own = person?.ownCandidateId === undefined ? undefined : await currentResume(store, viewer, person.ownCandidateId);
  return own ?? (person && (await resumesSentBy(store, viewer, person.id, 1))[0]);
}

export async function correctForm(context: FormContext, words: readonly string[]): Promise<Omit<Form, 'command'> | undefined> {
  const resume = await resumeMeant(context, words);
  if (!resume) return undefined;
  return {
    words: [resume.code, marksOf(resume.data)],
    title: 'Correct the resume',
    submit: 'Save',
    fields: fieldsFor(resume.data).map(({ name, label, hint, value }) => ({
      name,
      label,
      hint: hint?.(resume.data),
      kind: 'line',
      value: value(resume.data) ?? '',
      required: false,
    })),
  };
}

/** Where there is no form: the same in words, with the lines to answer with. */
export async function showWhatWasUnderstood(context: CommandContext, code: string | undefined): Promise<CommandResult> {
  const resume = await resumeMeant(context, code === undefined ? [] : [code]);
  if (!resume) throw new UserError('There is no resume that you could correct.', 'Send it as an attachment.');
  const { candidateId, code: resumeCode, data } = resume;
  const yours = context.person?.ownCandidateId === candidateId;
  const card = buildResumeCard({ candidateId, resumeCode, resume: data, reader: yours ? 'you' : 'other' });
  const hint = yours ? [] : [correctionHint(resumeCode)];
  return { card: { ...card, blocks: [...card.blocks, ...hint] }, json: [{ resume: resumeCode }] };
}

const MARK = 4;

/** What stood in the form when it was opened, too short to tell anything: an untouched field must not undo what was corrected meanwhile. */
const marksOf = (resume: Resume): string => FIELDS.map(({ value }) => markOf(value(resume) ?? '')).join('');

const markOf = (text: string): string => createHash('sha256').update(tidy(text)).digest('hex').slice(0, MARK);

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Only what is not as it stands, nor as it stood when the form was opened. Whether it is theirs to correct is seen when it is done. */
export async function fillCorrectForm(
  context: CommandContext,
  words: readonly string[],
  fields: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  const resume = await resumeMeant(context, words);
  if (!resume) throw new UserError('There is no such resume that you can see.', '"profile" shows your own.');
  const [, marks = ''] = words;
  const lines = fieldsFor(resume.data).flatMap((field) => {
    const { name, word, value } = field;
    const said = fields[name] === undefined ? undefined : tidy(fields[name]);
    const at = MARK * FIELDS.indexOf(field);
    const untouched =
      said === undefined || said === tidy(value(resume.data) ?? '') || markOf(said) === marks.slice(at, at + MARK);
    return untouched ? [] : [`${word}=${said === '' ? '-' : said}`];
  });
  if (lines.length === 0) throw new UserError('You changed nothing, so nothing was corrected.', 'Change a field, then save.');
  return takeCorrectionLines(context, lines.join('\n'), resume.code);
}
