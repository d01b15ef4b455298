/** The step `answerSubmission`: the one reply to a message, when everything in it is done, or after ten minutes with what there is (F1.1). */
import { type Clock, dateOf } from '../../domain/clock.ts';
import { RetryLater } from '../../domain/errors.ts';
import { type Person, serviceViewer, type Viewer } from '../../domain/people.ts';
import { isStopWord } from '../../domain/stop-words.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type AnswerInput, buildAnswerCard, isOneResume } from '../../messages/answer-card.ts';
import type { Card } from '../../messages/card.ts';
import type { DigestSetting } from '../../messages/digest-sentence.ts';
import type { FileOutcome } from '../../messages/file-outcome.ts';
import { buildDidYouMeanCard, buildHelpCard } from '../../messages/help-card.ts';
import { privacyNotice } from '../../messages/privacy-notice.ts';
import { buildUnverifiedReceipt, buildUnverifiedStop } from '../../messages/receipt-card.ts';
import { getNumberedMatches } from '../../store/outbox.ts';
import { getPerson } from '../../store/people.ts';
import { getResume } from '../../store/resumes.ts';
import type { Store } from '../../store/store.ts';
import { type AttachmentView, attachmentsOf, getSubmission, type SubmissionView } from '../../store/submissions.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { answerForJobs } from '../apply/answer-for-jobs.ts';
import { openTargets } from '../apply/job-targets.ts';
import { listJobs, type MatchList } from '../match/list-matches.ts';
import { problemAnswer } from './answer-problem.ts';
import { correctionsBeside } from './corrections-beside.ts';
import { howToCorrect } from './how-to-correct.ts';
import { newsOf } from './news-of.ts';
import { sourceOf } from './proven-source.ts';
import { firstContactNotice, noticeOf, replyToSubmission } from './reply-to-submission.ts';
import { asksForSomething, staysSilent } from './stay-silent.ts';

export interface AnswerOptions {
  store: Store;
  clock: Clock;
  taxonomy: Taxonomy;
  showFrom: number;
  retentionDays: number;
  keepOriginals: boolean;
  /** Tasks of this submission that still score its resumes. */
  stillMatching(workspace: string, submissionId: string, resumeIds: readonly string[]): Promise<boolean>;
  /** When the first question to a language model about one of them began that is still open; undefined when there is none. */
  askingSince(workspace: string, resumeIds: readonly string[]): Promise<number | undefined>;
  /** For `help` in answers to messages that are nothing else. */
  commandHelp(role: Person['role']): { command: string; does: string; slash?: string }[];
  /** The command that a short text was perhaps meant to be. */
  nearestCommand(text: string, role: Person['role']): string | undefined;
}

const DEADLINE_MS = 10 * 60_000;
/** Nobody waits longer for a language model: what it finds out is the next version of the resume. */
const MODEL_MS = 20_000;
const JOBS_IN_ANSWER = 5;

export function createAnswerSubmission(options: AnswerOptions): StepHandler<'answerSubmission'> {
  const { store, clock } = options;
  return async (task) => {
    const viewer = serviceViewer(task.workspace);
    const submission = await getSubmission(store, viewer, task.payload.submissionId);
    const person = submission && (await getPerson(store, task.workspace, submission.personId));
    const { again } = task.payload;
    if (!submission || !person || submission.automatic !== null) return NOTHING;
    // After ten minutes there was an answer with what there was: what came later is told once more, when all of it is there.
    const rest = submission.answeredAt !== null && !again;
    if (rest && !(submission.partial && submission.verified)) return NOTHING;
    const source = await sourceOf(store, submission);
    const all = await attachmentsOf(store, viewer, source.id);
    const attachments = (again ? filesOf(all, again.files) : all).filter(
      (file) => file.state !== 'ignored' && file.state !== 'unpacked',
    );
    const waiting = await isWaiting(options, source, attachments);
    const deadline = (again?.askedAt ?? submission.receivedAt) + DEADLINE_MS;
    if (waiting && rest) return NOTHING;
    if (waiting && clock.now().getTime() < deadline) {
      throw new RetryLater('parts of the message are still being read', {
        afterMs: deadline - clock.now().getTime(),
        countsAsAttempt: false,
      });
    }
    if (!waiting) await waitForModel(options, source, attachments);
    if (again) return answerAgain(options, submission, person, attachments.filter(isReadable), again.askedAt);
    const { code, detail, postingId } = source;
    const remarks = [...source.remarks, ...correctionsBeside(source.text, all, options.taxonomy)];
    const asked = { ...submission, kind: kindFor(person, submission, source), code, remarks, detail, postingId };
    if (rest) return answerRest(options, asked, person, attachments);
    const now = clock.now().getTime();
    if (await staysSilent(store, asked, attachments, now))
      return { ...NOTHING, changes: [{ kind: 'submissionAnswered', ...idOf(submission), at: now, partial: false }] };
    return answer(options, asked, person, attachments, waiting);
  };
}

/** Files for a job in the name of a recruiter are applications until they are proven; then they are the recruiter's batch (F1.3). */
const kindFor = ({ role }: Person, submission: SubmissionView, source: SubmissionView): SubmissionView['kind'] =>
  source.id !== submission.id && source.kind === 'application' && role !== 'candidate' ? 'resume' : source.kind;

const idOf = ({ workspace, id: submissionId }: SubmissionView) => ({ workspace, submissionId });

/** These, and what came out of them. */
const filesOf = (all: readonly AttachmentView[], ids: readonly string[]): AttachmentView[] =>
  all.filter((file) => ids.includes(file.id) || (file.parentId !== null && ids.includes(file.parentId)));

const isReadable = (file: AttachmentView): boolean =>
  file.state !== 'waiting' && file.errorCode !== 'unsupported' && file.errorCode !== 'no_text';

/** Files that could not be read when they came, and can now: said once more to who sent them. What is as it was is not worth a message. */
async function answerAgain(
  options: AnswerOptions,
  submission: SubmissionView,
  person: Person,
  readable: readonly AttachmentView[],
  askedAt: number,
): Promise<StepResult> {
  if (readable.length === 0 || !submission.verified) return NOTHING;
  const remark = `You sent this on ${dateOf(new Date(submission.receivedAt))}. I could not read it then; now I can.`;
  const { changes, messages } = await answer(options, { ...submission, remarks: [remark] }, person, readable, false);
  return {
    changes,
    tasks: [],
    messages: messages.map((message) => ({ ...message, dedupeKey: `again:${submission.id}:${askedAt}` })),
  };
}

/** The whole report, where the first answer had only a part of it. */
async function answerRest(
  options: AnswerOptions,
  submission: SubmissionView,
  person: Person,
  attachments: readonly AttachmentView[],
): Promise<StepResult> {
  const remarks = ['When I answered first, not everything was read. Now it is: this is the whole answer.', ...submission.remarks];
  const { changes, messages } = await answer(options, { ...submission, remarks }, person, attachments, false);
  return { changes, tasks: [], messages: messages.map((message) => ({ ...message, dedupeKey: `answer:${submission.id}:rest` })) };
}

/** Throws RetryLater while a language model is asked about what was read just now, for a short while. */
async function waitForModel(
  { clock, askingSince }: AnswerOptions,
  submission: SubmissionView,
  attachments: readonly AttachmentView[],
): Promise<void> {
  const since = await askingSince(submission.workspace, resumesOf(attachments));
  const left = since === undefined ? 0 : since + MODEL_MS - clock.now().getTime();
  if (left > 0) throw new RetryLater('a language model is asked', { afterMs: left, countsAsAttempt: false });
}

const resumesOf = (attachments: readonly AttachmentView[]): string[] =>
  attachments.flatMap((file) => (file.resumeId === null ? [] : [file.resumeId]));

async function isWaiting(
  options: AnswerOptions,
  submission: SubmissionView,
  attachments: readonly AttachmentView[],
): Promise<boolean> {
  if (attachments.some((file) => file.state === 'waiting')) return true;
  const resumes = resumesOf(attachments);
  return resumes.length > 0 && options.stillMatching(submission.workspace, submission.id, resumes);
}

async function answer(
  options: AnswerOptions,
  submission: SubmissionView,
  person: Person,
  attachments: readonly AttachmentView[],
  partial: boolean,
): Promise<StepResult> {
  const problem = problemAnswer(submission.detail);
  if (!submission.verified && !problem) return acknowledge(options, submission, attachments, partial);
  const notice = firstContactNotice(person, options);
  const { card, numbered } = problem
    ? { card: problem, numbered: [] }
    : await fullAnswer(options, submission, person, attachments, notice);
  return replyToSubmission(options.clock, submission, {
    card,
    matches: numbered,
    // What comes in an answer to it is for the same job: a newer resume, more candidates.
    postingId: openTargets(submission).length === 1 ? openTargets(submission)[0] : undefined,
    partial,
    noticed: notice !== undefined,
    lastWord: !asksForSomething(submission, attachments),
    priority: 1,
  });
}

const unverifiedCard = ({ kind, detail }: SubmissionView, files: number, notice: AnswerInput['notice']): Card =>
  kind === 'command' && typeof detail?.command === 'string' && isStopWord(detail.command)
    ? buildUnverifiedStop(notice)
    : buildUnverifiedReceipt(files, notice);

/**
 * The plain acknowledgement (rule E14). It always carries the notice, and marks nobody as noticed: to the letter the same for somebody we
 * know and somebody we do not (rule A12).
 */
async function acknowledge(
  options: AnswerOptions,
  submission: SubmissionView,
  attachments: readonly AttachmentView[],
  partial: boolean,
): Promise<StepResult> {
  const { store, clock } = options;
  const card = unverifiedCard(submission, attachments.length, noticeOf(options));
  // The answer that proves a reaction names its match by the same numbers as the message reacted to.
  const { repliesTo, workspace } = submission;
  const matches = submission.kind === 'feedback' && repliesTo ? await getNumberedMatches(store, workspace, repliesTo) : [];
  return replyToSubmission(clock, submission, { card, matches, partial, lastWord: true, priority: 1 });
}

async function fullAnswer(
  options: AnswerOptions,
  submission: SubmissionView,
  person: Person,
  attachments: readonly AttachmentView[],
  notice: AnswerInput['notice'],
): Promise<{ card: Card; numbered: MatchList['numbered'] }> {
  const { store } = options;
  const viewer: Viewer = { workspace: submission.workspace, personId: person.id, role: person.role };
  if (submission.kind !== 'resume' && submission.kind !== 'application')
    return { card: await helpCard(options, submission, person, notice), numbered: [] };
  const files = await Promise.all(attachments.map((file) => fileOutcome(store, viewer, file)));
  const resumes = files.filter((file) => file.outcome === 'resume');
  const [only] = resumes;
  const digest = digestSetting(person, submission);
  const forJobs = await answerForJobs(options, { submission, person, viewer, files, digest, notice });
  if (forJobs) return forJobs;
  const yours = only !== undefined && resumes.length === 1 && person.ownCandidateId === only.candidateId;
  const alone = only !== undefined && isOneResume(files);
  const isThisYou = person.role === 'candidate' && alone && !yours && person.ownCandidateId === undefined;
  const list =
    alone && !isThisYou
      ? await listJobs(store, viewer, only.candidateId, {
          taxonomy: options.taxonomy,
          showFrom: options.showFrom,
          limit: JOBS_IN_ANSWER,
        })
      : undefined;
  const card = buildAnswerCard({
    files,
    reader: { role: person.role, yours, digest },
    matches: list?.summary,
    isThisYou,
    news: alone ? await newsOf(store, viewer, only) : [],
    notice,
    remarks: [...submission.remarks, ...remarksOn(submission, files)],
  });
  return { card, numbered: list?.numbered ?? [] };
}

/** What the one answer to several files, or to an application without a resume, has to say besides. */
function remarksOn(submission: SubmissionView, files: readonly FileOutcome[]): string[] {
  const waiting = files.some((file) => file.outcome === 'waiting');
  const none =
    submission.kind === 'application' && !files.some((file) => file.outcome === 'resume' || file.outcome === 'waiting');
  return [
    ...(waiting && files.length > 1 ? [`The rest follows by itself. "status ${submission.code}" shows how far it is.`] : []),
    ...(none ? ['So there is no application yet: please send the resume to the same address again.'] : []),
  ];
}

/** Every other message from a person gets a short help (rule E13). */
async function helpCard(
  options: AnswerOptions,
  submission: SubmissionView,
  person: Person,
  notice: AnswerInput['notice'],
): Promise<Card> {
  const remarks = submission.remarks.map((text) => ({ kind: 'note' as const, text }));
  const end = [...remarks, ...(notice ? [privacyNotice(notice)] : [])];
  const near = options.nearestCommand(submission.text, person.role);
  if (near !== undefined) {
    const card = buildDidYouMeanCard(submission.text, near);
    return { ...card, blocks: [...card.blocks, ...end] };
  }
  const correcting = await howToCorrect(options.store, person, submission);
  if (correcting) return { ...correcting, blocks: [...correcting.blocks, ...end] };
  const help = buildHelpCard({ commands: options.commandHelp(person.role), channel: submission.channel });
  const said = 'I found neither a resume nor a command in your message.';
  return { ...help, title: 'How I can help', blocks: [{ kind: 'text', text: said }, ...help.blocks, ...end] };
}

async function fileOutcome(store: Store, viewer: Viewer, file: AttachmentView): Promise<FileOutcome> {
  if (file.state === 'resume' && file.resumeId !== null && file.candidateId !== null) {
    const resume = await getResume(store, viewer, file.resumeId);
    if (resume) {
      return {
        outcome: 'resume',
        file: file.name,
        candidateId: file.candidateId,
        resumeCode: resume.code,
        resume: resume.data,
        seenBefore: file.seenBefore,
      };
    }
  }
  if (file.state === 'failed' && file.error) return { outcome: 'failed', file: file.name, error: file.error };
  if (file.state === 'waiting') return { outcome: 'waiting', file: file.name };
  return { outcome: 'not-resume', file: file.name };
}

/** The digest was switched on by this very submission when it is the one that made the first own candidate. */
function digestSetting(person: Person, submission: SubmissionView): DigestSetting {
  const justSwitchedOn = person.noticedAt === undefined && person.digest === 'on' && submission.kind !== 'command';
  return {
    state: person.digest,
    time: person.digestTime,
    timeZone: person.timeZone,
    weekday: person.digestWeekday,
    justSwitchedOn,
  };
}
