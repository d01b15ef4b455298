/** Words below what was understood of a resume that are no correction yet ("the phone number is wrong"): how to write one (F2.5). */
import type { Person } from '../../domain/people.ts';
import type { Card } from '../../messages/card.ts';
import { correctionHint } from '../../messages/resume-card.ts';
import { getOutbox } from '../../store/outbox.ts';
import { getResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import type { SubmissionView } from '../../store/submissions.ts';
import { answeredResume } from '../correct/answered-resume.ts';
import { viewerOf } from '../correct/correct-resume.ts';

/** Undefined where the message answers none that is about one resume. */
export async function howToCorrect(store: Store, person: Person, submission: SubmissionView): Promise<Card | undefined> {
  const { workspace, repliesTo, text } = submission;
  const outbox = repliesTo === null || text.trim() === '' ? undefined : await getOutbox(store, workspace, repliesTo);
  if (outbox?.personId !== person.id) return undefined;
  const meant = await answeredResume(store, person, outbox, undefined);
  const resume = meant.kind === 'one' ? await getResume(store, viewerOf(person), meant.resumeId) : undefined;
  if (!resume || !outbox.card.about.includes(resume.candidateId)) return undefined;
  return {
    about: [resume.candidateId],
    title: 'What shall I correct?',
    blocks: [
      { kind: 'text', text: 'I do not know what to change by that. Nothing was changed.' },
      correctionHint(resume.code),
      { kind: 'commands', commands: [{ command: 'help', does: 'everything else I can do' }] },
    ],
    footer: [],
    attachments: [],
  };
}
