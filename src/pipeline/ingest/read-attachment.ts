/** The step `readAttachment`: one file → what it is, whose resume it is, who may see it, and what follows. */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { dateOf } from '../../domain/clock.ts';
import { digestOnByDefault } from '../../domain/digest-defaults.ts';
import type { FileFormat } from '../../domain/document.ts';
import { newCode, type ResumeId } from '../../domain/ids.ts';
import { serviceViewer, type Viewer } from '../../domain/people.ts';
import type { Resume } from '../../domain/resume.ts';
import type { NewTask } from '../../domain/steps.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { inboxReaders } from '../../store/people.ts';
import { getResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { getAttachment, getSubmission } from '../../store/submissions.ts';
import type { StepHandler } from '../../tasks/handlers.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { receiveForJobs } from '../apply/receive-for-jobs.ts';
import { askTask, isWorthAsking } from '../ask/ask-model.ts';
import { correctAgain } from '../correct/correct-again.ts';
import { matchResumeTask } from '../match/match-steps.ts';
import { offerToOwner } from './offer-newer.ts';
import { lookupsOf } from './resolve-candidate.ts';
import type { ReadOutcome, ResumeReader } from './resume-reader.ts';
import { termsOf } from './resume-terms.ts';
import { unpackAttachment } from './unpack-attachment.ts';
import { wakeAnswer } from './wake-answer.ts';
import { candidateFor, ownershipOf } from './whose-resume.ts';

export interface ReadAttachmentOptions {
  store: Store;
  reader: ResumeReader;
  clock: Clock;
  inboxReaders: readonly string[];
  taxonomy: Taxonomy;
  /** A language model may be asked about what was read unsurely. */
  asksModel: boolean;
}

type Attachment = NonNullable<Awaited<ReturnType<typeof getAttachment>>>;
type Submission = NonNullable<Awaited<ReturnType<typeof getSubmission>>>;

export function createReadAttachment(options: ReadAttachmentOptions): StepHandler<'readAttachment'> {
  const { store, reader, clock } = options;
  return async (task) => {
    const viewer = serviceViewer(task.workspace);
    const attachment = await getAttachment(store, viewer, task.payload.attachmentId);
    const submission = attachment && (await getSubmission(store, viewer, attachment.submissionId));
    // Erased while it waited: nothing is left to do.
    if (!attachment || !submission) return { changes: [], tasks: [], messages: [] };
    const bytes = await store.blobs.get(task.workspace, attachment.blobId);
    if (reader.isZip(bytes))
      return unpackAttachment({ store, reader, clock }, attachment, submission, bytes, task.payload.from ?? 0);
    // The bytes were sent before, maybe under another name: how a text is read is decided once.
    const format = (await getResume(store, viewer, attachment.blobId))?.data.meta.shortlist.format;
    const outcome = await reader.read(bytes, attachment.name, { asOf: dateOf(clock.now()), format, mayWait: false });
    return outcome.ok ? resumeRead(options, attachment, submission, outcome) : notRead(attachment, submission, outcome);
  };
}

function notRead(attachment: Attachment, submission: Submission, outcome: Extract<ReadOutcome, { ok: false }>): StepResult {
  const state = outcome.error.code === 'not_a_resume' ? 'not-resume' : 'failed';
  return {
    changes: [
      {
        kind: 'attachmentRead',
        workspace: submission.workspace,
        attachmentId: attachment.id,
        state,
        format: outcome.format,
        error: outcome.error,
      },
    ],
    tasks: wakeAnswer(submission),
    messages: [],
  };
}

/** Whose resume it is and who may see it, before anything is written. */
async function knownOf(options: ReadAttachmentOptions, attachment: Attachment, submission: Submission, resume: Resume) {
  const { store, clock } = options;
  const at = clock.now().getTime();
  // Blob and resume ids are made of the bytes: the same file is the same resume, whoever sends it (F1.6).
  const resumeId: ResumeId = attachment.blobId;
  const stored = await getResume(store, serviceViewer(submission.workspace), resumeId);
  const candidateId = stored?.candidateId ?? (await candidateFor(store, submission, resumeId, resume));
  const jobs = await receiveForJobs(store, submission, { candidateId, resumeId, at });
  const access = await accessFor(options, submission, { resume, candidateId }, jobs === undefined);
  const seenBefore = stored !== undefined && (await sentBefore(store, submission, resumeId));
  return { at, resumeId, stored, candidateId, jobs, access, seenBefore };
}
type Known = Awaited<ReturnType<typeof knownOf>>;

/** Everything that follows from one resume, as one list. */
async function resumeRead(
  options: ReadAttachmentOptions,
  attachment: Attachment,
  submission: Submission,
  { format, resume }: Extract<ReadOutcome, { ok: true }>,
): Promise<StepResult> {
  const { workspace } = submission;
  const known = await knownOf(options, attachment, submission, resume);
  const { at, resumeId, stored, candidateId, jobs } = known;
  const readAgain = stored !== undefined && isNewerReading(stored, resume);
  const corrected = readAgain
    ? await correctAgain(options, { ...stored, workspace, version: stored.version + 1, data: resume }, at)
    : { changes: [], tasks: [] };
  const code = newCode('r');
  // Bytes that were known before are no newer file.
  const file = { resumeId, candidateId, code, name: attachment.name, resume };
  const offered = stored ? { changes: [], messages: [] } : await offerToOwner(options, submission, file);
  const changes: Change[] = [
    { kind: 'candidateFound', candidate: { id: candidateId, workspace, code: newCode('c'), createdAt: at } },
    ...(stored
      ? newerReading(stored, resume, attachment, workspace, at)
      : firstReading(resumeId, candidateId, resume, attachment, workspace, at, code)),
    ...corrected.changes,
    ...offered.changes,
    ...seenFromNow(known, attachment, submission, format),
    ...(jobs?.changes ?? []),
  ];
  const inForce = stored && !readAgain ? stored.data : resume;
  const asks = options.asksModel && inForce.meta.shortlist.model === undefined && isWorthAsking(inForce);
  const asked = asks ? [askTask(workspace, { resumeId, submissionId: submission.id })] : [];
  // The answer waits for the scores: their step wakes it, not this one.
  const tasks = [matchTask(submission, resumeId), ...asked, ...(jobs?.tasks ?? []), ...corrected.tasks];
  return { changes, tasks, messages: offered.messages };
}

/** What became of the file, and who may see its resume by this submission. */
function seenFromNow(
  { at, resumeId, candidateId, access, seenBefore }: Known,
  attachment: Attachment,
  submission: Submission,
  format: FileFormat,
): Change[] {
  const read: Change = {
    kind: 'attachmentRead',
    workspace: submission.workspace,
    attachmentId: attachment.id,
    state: 'resume',
    format,
    resumeId,
    candidateId,
    seenBefore,
  };
  return [read, ...accessGiven(access, submission, { resumeId, candidateId, at })];
}

/** Whoever sees the resume from now on, and whose own it is. */
export function accessGiven(
  access: Access,
  submission: Submission,
  { resumeId, candidateId, at }: { resumeId: string; candidateId: string; at: number },
): Change[] {
  const { id: submissionId, workspace } = submission;
  const granted = access.people.map(
    ({ personId, reason }): Change => ({
      kind: 'accessGranted',
      workspace,
      candidateId,
      personId,
      submissionId,
      resumeId,
      reason,
      at,
    }),
  );
  return [...granted, ...(access.own ? ownResume(submission, candidateId, access.digestUnset, at) : [])];
}

function firstReading(
  resumeId: string,
  candidateId: string,
  resume: Resume,
  attachment: Attachment,
  workspace: string,
  at: number,
  code: string,
): Change[] {
  return [
    ...parsedVersion(resumeId, candidateId, 1, resume, attachment, workspace, at, code),
    ...knownBy(workspace, candidateId, resume),
  ];
}

const knownBy = (workspace: string, candidateId: string, resume: Resume): Change[] =>
  lookupsOf(resume).map((lookup): Change => ({ kind: 'candidateLookupAdded', workspace, candidateId, ...lookup }));

/** Known to this sender before, by their own eyes: what others sent must not show in their answer (rule A12). */
async function sentBefore(store: Store, submission: Submission, resumeId: ResumeId): Promise<boolean> {
  const sender: Viewer = { workspace: submission.workspace, personId: submission.personId, role: 'candidate' };
  return (await getResume(store, sender, resumeId)) !== undefined;
}

/** The same bytes again: a newer parser makes the next version, the same parser changes nothing. */
function newerReading(
  stored: { id: string; candidateId: string; version: number; data: Resume },
  resume: Resume,
  attachment: Attachment,
  workspace: string,
  at: number,
): Change[] {
  if (!isNewerReading(stored, resume)) return [];
  return [
    ...parsedVersion(stored.id, stored.candidateId, stored.version + 1, resume, attachment, workspace, at),
    // A better reading may find the address that the first one missed; files from before names were looked up get theirs.
    ...knownBy(workspace, stored.candidateId, resume),
  ];
}

const isNewerReading = (stored: { data: Resume }, resume: Resume): boolean =>
  stored.data.meta.shortlist.parserVersion !== resume.meta.shortlist.parserVersion;

function parsedVersion(
  resumeId: string,
  candidateId: string,
  version: number,
  data: Resume,
  attachment: Attachment,
  workspace: string,
  at: number,
  code: string = newCode('r'),
): Change[] {
  return [
    {
      kind: 'resumeParsed',
      resume: {
        id: resumeId,
        workspace,
        code,
        candidateId,
        blobId: attachment.blobId,
        version,
        origin: 'parser',
        data,
        parserVersion: data.meta.shortlist.parserVersion,
        createdAt: at,
      },
    },
    {
      kind: 'termsMentioned',
      workspace,
      candidateId,
      resumeId,
      terms: termsOf(data),
      ...(version > 1 ? { instead: true } : {}),
      at,
    },
  ];
}

/** A verified sender sees what they sent; so do the configured readers of the inbox; an unverified sender sees nothing (docs/architecture.md). */
export async function accessFor(
  options: Pick<ReadAttachmentOptions, 'store' | 'inboxReaders'>,
  submission: Submission,
  { resume, candidateId }: { resume: Resume; candidateId: string },
  toInbox: boolean,
) {
  const { store } = options;
  const readers = toInbox ? await inboxReaders(store, submission.workspace, options.inboxReaders) : [];
  const people: { personId: string; reason: 'sent' | 'inbox' | 'own' }[] = readers
    .filter((id) => id !== submission.personId)
    .map((personId) => ({ personId, reason: 'inbox' }));
  if (!submission.verified) return { people, own: false, digestUnset: false };
  const { own, person } = await ownershipOf(store, submission, resume, candidateId);
  people.push({ personId: submission.personId, reason: own ? 'own' : 'sent' });
  return { people, own: own && person?.role === 'candidate', digestUnset: person?.digest === 'unset' };
}

type Access = Awaited<ReturnType<typeof accessFor>>;

/** The digest is on from the first own resume, and the reply says how to stop it (F7.1). */
function ownResume(submission: Submission, candidateId: string, digestUnset: boolean, at: number): Change[] {
  const { workspace, personId, channel, verified } = submission;
  const person = { id: personId, workspace, digest: digestUnset ? ('unset' as const) : ('off' as const) };
  return [{ kind: 'ownCandidateSet', workspace, personId, candidateId }, ...digestOnByDefault(person, { channel, verified, at })];
}

const matchTask = (submission: Submission, resumeId: string): NewTask =>
  matchResumeTask(submission.workspace, { resumeId, submissionId: submission.id });
