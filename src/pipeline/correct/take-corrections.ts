/** Corrections in a reply or a command → the corrected view of the resume that is meant. */
import type { ResumeCorrection } from '../../domain/correction.ts';
import { UserError } from '../../domain/errors.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { answeredResume } from './answered-resume.ts';
import { type CorrectedView, correctResume, takeBackCorrections, takeBackLast } from './correct-resume.ts';
import type { RescoreOptions } from './rescore-shown.ts';

export interface CorrectionMessage {
  person: Person;
  submissionId?: SubmissionId;
  /** The message answered. */
  outbox?: OutboxRow;
  read: { corrections: readonly ResumeCorrection[]; resumeCode?: string };
}

/** Throws UserError where no one resume is meant, or it is not the person's to correct. */
export async function takeCorrections(options: RescoreOptions, message: CorrectionMessage): Promise<CorrectedView> {
  const { person, submissionId, read } = message;
  const meant = await answeredResume(options.store, person, message.outbox, read.resumeCode);
  if (meant.kind === 'several')
    throw new UserError(
      'My message was about several resumes, and I do not know which one you mean.',
      'Begin the line with its code, for example: r4f7k2m9q title=Staff Engineer. "candidates" shows the codes.',
    );
  if (meant.kind === 'none')
    throw new UserError('I know of no resume that you could mean.', 'Send the resume, and answer to what I understood of it.');
  return correctResume(options, {
    person,
    resumeId: meant.resumeId,
    corrections: read.corrections,
    submissionId,
    via: meant.via,
  });
}

/** What `undo` takes back: the corrections that the answered message confirmed, else the last ones of the resume that it was about. */
export async function takeBack(
  options: RescoreOptions,
  person: Person,
  outbox: OutboxRow,
  confirmed: SubmissionId,
): Promise<CorrectedView | undefined> {
  const made = await takeBackCorrections(options, person, confirmed);
  if (made) return made;
  const meant = await answeredResume(options.store, person, outbox, undefined);
  return meant.kind === 'one' && meant.via === confirmed ? takeBackLast(options, person, meant.resumeId) : undefined;
}
