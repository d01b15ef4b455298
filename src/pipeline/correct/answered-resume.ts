/** Which resume a reply corrects: the one that the answered message was about. */
import type { ResumeId, SubmissionId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people.ts';
import { visibleCandidateId } from '../../store/access.ts';
import { correctionsByMessage } from '../../store/corrections.ts';
import type { OutboxRow } from '../../store/outbox.ts';
import { submissionAnsweredBy } from '../../store/replies.ts';
import { currentResume, getResume, resumesSentBy } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { attachmentsOf } from '../../store/submissions.ts';
import { viewerOf } from './correct-resume.ts';

export type AnsweredResume =
  | { kind: 'one'; resumeId: ResumeId; via?: SubmissionId }
  /** About more than one: the code of the one meant must be said. */
  | { kind: 'several' }
  | { kind: 'none' };

/** `code` is what the reply says itself (`r4f7k2m9q title=…`); without a message it is the own one. */
export async function answeredResume(
  store: Store,
  person: Person,
  outbox: OutboxRow | undefined,
  code: string | undefined,
): Promise<AnsweredResume> {
  const viewer = viewerOf(person);
  if (code !== undefined) {
    const named = await getResume(store, viewer, code);
    return named ? { kind: 'one', resumeId: named.id } : { kind: 'none' };
  }
  const via = outbox && submissionAnsweredBy(outbox);
  if (via !== undefined) {
    const corrected = (await correctionsByMessage(store, viewer, via))[0]?.resumeId;
    if (corrected !== undefined) return { kind: 'one', resumeId: corrected };
    const files = await attachmentsOf(store, viewer, via);
    const resumeIds = [...new Set(files.flatMap((file) => file.resumeId ?? []))];
    const [only] = resumeIds;
    if (resumeIds.length > 1) return { kind: 'several' };
    if (only !== undefined) return { kind: 'one', resumeId: only, via };
  }
  const candidate = await candidateOf(store, person, outbox?.card.about ?? []);
  // Before "me" a candidate means what they sent last, as the form does; who sends many people's must name one.
  const [last] = candidate === undefined && person.role === 'candidate' ? await resumesSentBy(store, viewer, person.id, 1) : [];
  return last ? { kind: 'one', resumeId: last.id } : currentOf(store, person, candidate);
}

/** The one candidate that the message was about; the own one where it was about nobody, or about them among others. */
async function candidateOf(store: Store, person: Person, about: readonly string[]): Promise<string | 'several' | undefined> {
  const seen = await Promise.all(
    about.filter((id) => id !== person.id).map((id) => visibleCandidateId(store, viewerOf(person), id)),
  );
  const candidates = [...new Set(seen.filter((id) => id !== undefined))];
  if (candidates.length === 0) return person.ownCandidateId;
  if (person.ownCandidateId !== undefined && candidates.includes(person.ownCandidateId)) return person.ownCandidateId;
  return candidates.length === 1 ? candidates[0] : 'several';
}

async function currentOf(store: Store, person: Person, candidate: string | undefined): Promise<AnsweredResume> {
  if (candidate === 'several') return { kind: 'several' };
  const resume = candidate === undefined ? undefined : await currentResume(store, viewerOf(person), candidate);
  return resume ? { kind: 'one', resumeId: resume.id } : { kind: 'none' };
}
