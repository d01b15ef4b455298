/** The page behind `Correct what is wrong`: the main fields of one resume (F2.5). What is changed goes the way of a reply. */
import { html } from 'hono/html';
import { UserError } from '../domain/errors.ts';
import type { Person } from '../domain/people.ts';
import type { Link } from '../domain/signed-token.ts';
import { getPerson } from '../store/people.ts';
import { getResume } from '../store/resumes.ts';
import { type CorrectionField, correctionFields, correctionLines } from './correction-fields.ts';
import { type Html, noted, type Page } from './page-layout.ts';
import type { PageOptions, SubmittedFields } from './page-options.ts';

export type CorrectLink = Extract<Link, { kind: 'correct' }>;

export interface CorrectionResult {
  /** Values as people read them; empty for none. */
  applied: readonly { label: string; before: string; after: string }[];
  /** Sentences: what could not be read, and what to write instead. */
  problems: readonly string[];
}

/** Whoever takes corrections from replies takes them from this page too. */
export interface Corrections {
  /**
   * Lines as in a reply: `name=…`, `job 1 end=2024-05`, `skills +Rust`. What can be read is committed when it resolves. Throws UserError when
   * the resume is not the person's to correct.
   */
  correct(person: Person, link: CorrectLink, lines: readonly string[]): Promise<CorrectionResult>;
}

/** Undefined when the person or the resume is not there (any more), or it is not theirs to see. */
export async function showCorrection(options: PageOptions, link: CorrectLink): Promise<Page | undefined> {
  const seen = await seenBy(options, link);
  return seen && pageOf(seen.fields, html``);
}

export async function submitCorrection(
  options: PageOptions,
  corrections: Corrections,
  link: CorrectLink,
  fields: SubmittedFields,
): Promise<Page | undefined> {
  const before = await seenBy(options, link);
  if (!before) return undefined;
  const lines = correctionLines(fields);
  if (lines.length === 0) return pageOf(before.fields, noted('You changed nothing.'));
  try {
    const result = await corrections.correct(before.person, link, lines);
    const after = await seenBy(options, link);
    return after && pageOf(after.fields, outcomeOf(result));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return pageOf(before.fields, noted(`${error.message} ${error.fix}`));
  }
}

async function seenBy(
  { store }: PageOptions,
  link: CorrectLink,
): Promise<{ person: Person; fields: CorrectionField[] } | undefined> {
  const { workspace, personId, resumeId } = link;
  const person = await getPerson(store, workspace, personId);
  const resume = person && (await getResume(store, { workspace, personId, role: person.role }, resumeId));
  return person && resume && { person, fields: correctionFields(resume.data) };
}

function outcomeOf({ applied, problems }: CorrectionResult): Html {
  const shown = (value: string) => (value === '' ? 'nothing' : value);
  const changes = applied.map(({ label, before, after }) => html`<li>${label}: ${shown(before)} → ${shown(after)}</li>`);
  return html`${applied.length === 0 ? noted('Nothing was changed.') : html`${noted('Done. Your matches follow.')}<ul>${changes}</ul>`}${problems.length === 0 ? '' : html`<p>Not taken:</p><ul>${problems.map((one) => html`<li>${one}</li>`)}</ul>`}`;
}

function pageOf(fields: readonly CorrectionField[], outcome: Html): Page {
  return {
    status: 200,
    title: 'Is this right?',
    body: html`${outcome}<p>Change what is wrong and leave the rest as it is.</p><form method="post">${fields.map(fieldOf)}${fieldOf(
      {
        name: 'add-skills',
        label: 'Skills to add, with commas between',
        value: '',
      },
    )}${fieldOf({ name: 'remove-skills', label: 'Skills to remove, with commas between', value: '' })}<p class="alone"><button type="submit" class="main">Save</button></p></form><p class="muted">More than this can be corrected by answering the mail, for example “job 2 end=2024-05”.</p>`,
  };
}

function fieldOf({ name, label, value, keyboard = 'text', long }: CorrectionField): Html {
  if (long)
    return html`<label for="${name}">${label}</label><textarea id="${name}" name="${name}" rows="5" maxlength="1500">${value}</textarea><textarea name="was-${name}" hidden>${value}</textarea>`;
  return html`<label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" inputmode="${keyboard}" value="${value}" maxlength="200" autocomplete="off"><input type="hidden" name="was-${name}" value="${value}">`;
}
