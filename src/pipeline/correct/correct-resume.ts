/** Takes a correction of a resume in, or takes one back: the changes, the scoring that follows, and what to show (F2.5). By mail, command and page alike. */
import type { Change } from '../../domain/changes.ts';
import type { Correction, CorrectionAuthor, ResumeCorrection } from '../../domain/correction.ts';
import { UserError } from '../../domain/errors.ts';
import { newCode, newId, type ResumeId, type SubmissionId } from '../../domain/ids.ts';
import { type Person, serviceViewer, type Viewer } from '../../domain/people.ts';
import type { Resume } from '../../domain/resume.ts';
import type { NewTask } from '../../domain/steps.ts';
import { correctionsByMessage, correctionsOfResume, waysToResume } from '../../store/corrections.ts';
import { getResume, type ResumeView } from '../../store/resumes.ts';
import { nextVersion, resumeOfAudience } from '../../store/scored-versions.ts';
import type { Store } from '../../store/store.ts';
import { matchResumeTask } from '../match/match-steps.ts';
import { type AppliedCorrection, applyCorrections, correctedReading } from './apply-corrections.ts';
import { knownByFromNow, knownNoMore } from './known-by.ts';
import { type Rescored, type RescoreOptions, rescoreShown } from './rescore-shown.ts';
import { fieldLabel, shownValue } from './show-value.ts';

export interface CorrectedView {
  changes: Change[];
  tasks: NewTask[];
  /** What to show: old → new, what could not be done, what moved in the list, and the resume as it is now. */
  shown: {
    resumeId: ResumeId;
    resumeCode: string;
    candidateId: string;
    resume: Resume;
    applied: AppliedCorrection[];
    problems: string[];
    matches: Pick<Rescored, 'changed' | 'compared'>;
  };
}

export interface CorrectionRequest {
  /** Verified; whose word it is. */
  person: Person;
  resumeId: ResumeId;
  corrections: readonly ResumeCorrection[];
  /** The message that says it: all of one message is taken back together. */
  submissionId?: SubmissionId;
  /** The submission that the answered message was about. */
  via?: SubmissionId;
}

export const viewerOf = (person: Person): Viewer => ({ workspace: person.workspace, personId: person.id, role: person.role });

/**
 * Throws UserError for a resume that the person does not see or may not correct: only whose own it is and who sent it may (verified).
 * Nothing is written; with nothing applied, `changes` is empty.
 */
export async function correctResume(options: RescoreOptions, request: CorrectionRequest): Promise<CorrectedView> {
  const { store, taxonomy, clock } = options;
  const { person, resumeId, submissionId } = request;
  const view = await resumeSeenBy(store, person, resumeId);
  const { author, audience, last } = await rightTo(store, person, view, request.via);
  const reading = await parsedResume(store, person.workspace, resumeId);
  const inForce = await correctionsOfAudience(store, person.workspace, resumeId, audience);
  const { resume, applied, problems } = applyCorrections(reading, request.corrections, { taxonomy, author, inForce });
  if (applied.length === 0) return unchanged(view, resume, problems);
  // "undo" takes back what was said last, whatever the clock says: it may have gone back since.
  const at = Math.max(clock.now().getTime(), last === undefined ? 0 : last.at + 1);
  const made = applied.map(
    ({ correction, before: previous }, position): Change => ({
      kind: 'correctionMade',
      workspace: person.workspace,
      correction: {
        ...correction,
        id: newId(clock),
        candidateId: view.candidateId,
        resumeId,
        personId: person.id,
        author,
        audience,
        submissionId,
        position,
        previous,
        at,
      },
    }),
  );
  const said = applied.map(({ correction }) => correction);
  const known = await knownByFromNow(store, person, { view, author, reading, resume, corrections: said });
  return nextView(options, person, { view, audience, resume, applied, problems, changes: [...made, ...known] });
}

/** Takes back what one message corrected; undefined when it corrected nothing that is still in force. */
export async function takeBackCorrections(
  options: RescoreOptions,
  person: Person,
  submissionId: SubmissionId,
): Promise<CorrectedView | undefined> {
  const made = await correctionsByMessage(options.store, viewerOf(person), submissionId);
  return withoutThese(
    options,
    person,
    made.filter((one) => one.personId === person.id),
  );
}

/** Takes back what the person said of this resume last, in one message or one command; undefined when nothing of it is in force. */
export async function takeBackLast(
  options: RescoreOptions,
  person: Person,
  resumeId: ResumeId,
): Promise<CorrectedView | undefined> {
  const mine = (await correctionsOfResume(options.store, viewerOf(person), resumeId)).filter((one) => one.personId === person.id);
  const last = mine.at(-1);
  // The terminal has no messages: there what was said at one time was said together.
  const together = (one: Correction) =>
    one.submissionId === last?.submissionId && (one.submissionId !== undefined || one.at === last?.at);
  return withoutThese(options, person, mine.filter(together));
}

async function withoutThese(
  options: RescoreOptions,
  person: Person,
  made: readonly Correction[],
): Promise<CorrectedView | undefined> {
  const { store, taxonomy } = options;
  const [first] = made;
  if (!first) return undefined;
  const view = await resumeSeenBy(store, person, first.resumeId);
  const gone = new Set(made.map((one) => one.id));
  const left = (await correctionsOfAudience(store, person.workspace, first.resumeId, first.audience)).filter(
    (one) => !gone.has(one.id),
  );
  const base = await parsedResume(store, person.workspace, first.resumeId);
  const resume = correctedReading(base, left, taxonomy);
  const applied = takenBack(base, made, left, taxonomy);
  const retracted: Change = {
    kind: 'correctionsRetracted',
    workspace: person.workspace,
    ids: made.map((one) => one.id),
    at: options.clock.now().getTime(),
  };
  const known = await knownNoMore(store, person.workspace, view, made);
  const changes = [retracted, ...known];
  return nextView(options, person, { view, audience: first.audience, resume, applied, problems: [], changes });
}

/** The person's last correction of this resume that is in force. */
export async function lastCorrectionBy(store: Store, person: Person, resumeId: ResumeId): Promise<Correction | undefined> {
  const all = await correctionsOfResume(store, viewerOf(person), resumeId);
  return all.findLast((one) => one.personId === person.id);
}

/** What stood there with them, and what stands there now: in the reading of today, which may be another than that of the day they were said. */
function takenBack(
  base: Resume,
  made: readonly Correction[],
  inForce: readonly Correction[],
  taxonomy: RescoreOptions['taxonomy'],
): AppliedCorrection[] {
  const { applied } = applyCorrections(base, made, { taxonomy, author: made[0]?.author ?? 'sender', inForce });
  const shown = applied.length > 0 ? applied : made.map(asItWasSaid);
  return shown.map((one) => ({ ...one, before: one.after, after: one.before })).reverse();
}

/** Where the reading has no place for it any more. */
function asItWasSaid(correction: Correction): AppliedCorrection {
  const [before, after] = [correction.previous ?? '', shownValue(correction)];
  const label = fieldLabel(correction.path);
  return correction.op === 'remove'
    ? { correction, label, before: before || after, after: '' }
    : { correction, label, before, after };
}

async function resumeSeenBy(store: Store, person: Person, resumeId: ResumeId): Promise<ResumeView> {
  const view = await getResume(store, viewerOf(person), resumeId);
  if (!view) throw new UserError('There is no such resume that you can see.', '"profile" shows your own.');
  return view;
}

/** Whose word it is, by which submission it is seen, and what the person said last. One audience a person and resume, so that their next correction builds on the last. */
async function rightTo(
  store: Store,
  person: Person,
  view: ResumeView,
  via: SubmissionId | undefined,
): Promise<{ author: CorrectionAuthor; audience: SubmissionId; last?: Correction }> {
  const ways = await waysToResume(store, viewerOf(person), person.id, view.id);
  const own = person.ownCandidateId === view.candidateId;
  const usable = own ? ways : ways.filter((way) => way.sent);
  const [latest] = [...usable].sort((a, b) => Number(b.sent) - Number(a.sent));
  if (!latest)
    throw new UserError(
      'Only the person whose resume it is, or who sent it to me, can correct it.',
      'Ask them to send a newer file or to answer my message.',
    );
  const mine = (await correctionsOfResume(store, viewerOf(person), view.id)).filter((one) => one.personId === person.id);
  const answered = usable.find((way) => way.submissionId === via);
  const last = mine.at(-1);
  return { author: own ? 'candidate' : 'sender', audience: last?.audience ?? (answered ?? latest).submissionId, last };
}

async function parsedResume(store: Store, workspace: string, resumeId: ResumeId): Promise<Resume> {
  const parsed = await resumeOfAudience(store, workspace, resumeId, '');
  if (!parsed) throw new UserError('That resume is gone.', 'Please send it again.');
  return parsed.data;
}

async function correctionsOfAudience(
  store: Store,
  workspace: string,
  resumeId: ResumeId,
  audience: string,
): Promise<Correction[]> {
  const all = await correctionsOfResume(store, serviceViewer(workspace), resumeId);
  return all.filter((one) => one.audience === audience);
}

const unchanged = (view: ResumeView, resume: Resume, problems: string[]): CorrectedView => ({
  changes: [],
  tasks: [],
  shown: { ...shownOf(view, resume), applied: [], problems, matches: { changed: [], compared: 0 } },
});

const shownOf = (view: ResumeView, resume: Resume) => ({
  resumeId: view.id,
  resumeCode: view.code,
  candidateId: view.candidateId,
  resume,
});

interface NextView {
  view: ResumeView;
  audience: SubmissionId;
  resume: Resume;
  applied: AppliedCorrection[];
  problems: string[];
  changes: Change[];
}

/** The next version, seen by its audience alone, and its scores: the list now, all open jobs behind it. */
async function nextView(options: RescoreOptions, person: Person, next: NextView): Promise<CorrectedView> {
  const { store, clock } = options;
  const { workspace } = person;
  const { view, audience, resume } = next;
  const version = await nextVersion(store, workspace, view.id);
  const parsed: Change = {
    kind: 'resumeParsed',
    resume: {
      id: view.id,
      workspace,
      code: newCode('r'),
      candidateId: view.candidateId,
      blobId: view.blobId,
      version,
      origin: 'correction',
      submissionId: audience,
      data: resume,
      parserVersion: resume.meta.shortlist.parserVersion,
      createdAt: clock.now().getTime(),
    },
  };
  const rescored = await rescoreShown(options, viewerOf(person), {
    id: view.id,
    candidateId: view.candidateId,
    version,
    audience,
    data: resume,
  });
  const task = matchResumeTask(workspace, { resumeId: view.id, audience }, 4);
  return {
    changes: [...next.changes, parsed, ...rescored.changes],
    // A task a version: one that runs just now scores the version before.
    tasks: [{ ...task, id: `${task.id}:v${version}` }],
    shown: {
      ...shownOf(view, resume),
      applied: next.applied,
      problems: next.problems,
      matches: { changed: rescored.changed, compared: rescored.compared },
    },
  };
}
