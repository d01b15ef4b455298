/** The answer to resumes that were sent to jobs: an applicant's confirmation, or a recruiter's shortlist with a report (F1.8, F1.3). */
import type { Person, Viewer } from '../../domain/people.ts';
import type { Taxonomy } from '../../domain/taxonomy.ts';
import { type AppliedJob, buildApplicationAnswer } from '../../messages/application-answer-card.ts';
import type { Card } from '../../messages/card.ts';
import type { DigestSetting } from '../../messages/digest-sentence.ts';
import type { FileOutcome, ReadResume } from '../../messages/file-outcome.ts';
import { type BatchJob, buildJobBatchCard } from '../../messages/job-batch-card.ts';
import { candidateItem } from '../../messages/match-items.ts';
import type { PrivacyNotice } from '../../messages/privacy-notice.ts';
import { type ApplicationView, applicationsBy } from '../../store/applications.ts';
import { type MatchRow, matchOfPair } from '../../store/matches.ts';
import { getPosting, type PostingRow } from '../../store/postings.ts';
import { getResume } from '../../store/resumes.ts';
import { readersOf } from '../../store/selections.ts';
import type { Store } from '../../store/store.ts';
import type { SubmissionView } from '../../store/submissions.ts';
import { explainScore } from '../match/explain-score.ts';
import type { MatchList } from '../match/list-matches.ts';
import { rankForViewer } from '../match/rank-for-viewer.ts';
import { type JobTarget, jobTargetsOf } from './job-targets.ts';

export interface AnsweredSubmission {
  submission: SubmissionView;
  person: Person;
  viewer: Viewer;
  files: readonly FileOutcome[];
  digest: DigestSetting;
  notice: PrivacyNotice | undefined;
}

interface Options {
  store: Store;
  taxonomy: Taxonomy;
}

const A_JOB = 15;

/** Undefined for mail to the bare inbox, and where no resume came out of it: then the usual answer says what is wrong. */
export async function answerForJobs(
  options: Options,
  asked: AnsweredSubmission,
): Promise<{ card: Card; numbered: MatchList['numbered'] } | undefined> {
  const targets = jobTargetsOf(asked.submission);
  if (targets.length === 0 || !asked.files.some((file) => file.outcome === 'resume')) return undefined;
  return asked.submission.kind === 'application'
    ? { card: await applicationAnswer(options.store, asked, targets), numbered: [] }
    : batchAnswer(options, asked, targets);
}

async function applicationAnswer(store: Store, asked: AnsweredSubmission, targets: readonly JobTarget[]): Promise<Card> {
  const { submission, person, files, digest, notice } = asked;
  const { workspace } = submission;
  const readers = await readersOf(
    store,
    workspace,
    targets.map((job) => job.postingId),
  );
  const sent = await applicationsBy(store, workspace, submission.id);
  const seen = files.some((file) => file.outcome === 'resume' && file.seenBefore);
  const jobs: AppliedJob[] = [];
  for (const target of targets) {
    const posting = await getPosting(store, workspace, target.postingId);
    if (!posting) continue;
    const others = (readers.get(posting.id) ?? []).filter((id) => id !== person.id);
    const row = sent.find((one) => one.postingId === posting.id);
    jobs.push({
      ...jobOf(posting),
      url: posting.data.url,
      open: target.open,
      read: others.length > 0,
      before: beforeOf(row, submission, seen),
    });
  }
  const resumes = files.filter((file) => file.outcome === 'resume');
  const yours = resumes.length === 1 && person.ownCandidateId === resumes[0]?.candidateId;
  return buildApplicationAnswer({ jobs, files, yours, digest, notice, remarks: submission.remarks });
}

const jobOf = ({ code, data }: PostingRow) => ({ code, title: data.title, company: data.company });

function beforeOf(row: ApplicationView | undefined, submission: SubmissionView, seen: boolean): AppliedJob['before'] {
  if (!row || row.at >= submission.receivedAt) return undefined;
  return seen ? 'same' : 'other';
}

async function batchAnswer(options: Options, asked: AnsweredSubmission, targets: readonly JobTarget[]) {
  const { submission, files, digest, notice } = asked;
  const resumes = files.filter((file) => file.outcome === 'resume');
  const jobs: BatchJob[] = [];
  for (const target of targets) {
    const posting = await getPosting(options.store, submission.workspace, target.postingId);
    if (!posting) continue;
    const from = jobs.reduce((sum, job) => sum + job.items.length, 0);
    jobs.push({
      ...jobOf(posting),
      open: target.open,
      ...(target.open ? await ranked(options, asked, posting, resumes, from) : { items: [], total: 0 }),
    });
  }
  const card = buildJobBatchCard({
    batch: submission.code,
    jobs,
    files,
    about: resumes.map((file) => file.candidateId),
    digest,
    notice,
    remarks: submission.remarks,
  });
  const numbered = jobs.flatMap((job) =>
    job.items.flatMap((item) => (item.matchId === undefined ? [] : [{ number: item.number, matchId: item.matchId }])),
  );
  return { card, numbered };
}

/** Candidates of these files for the job (recruiter preset and the reader's taste), each once, one reason a line. */
async function ranked(
  { store, taxonomy }: Options,
  { viewer }: AnsweredSubmission,
  posting: PostingRow,
  resumes: readonly ReadResume[],
  from: number,
): Promise<Pick<BatchJob, 'items' | 'total'>> {
  const best = new Map<string, MatchRow>();
  for (const code of new Set(resumes.map((file) => file.resumeCode))) {
    const resume = await getResume(store, viewer, code);
    const row = resume && (await matchOfPair(store, viewer, resume.id, posting.id));
    const known = row && best.get(row.candidateId);
    if (row && (!known || known.recruiterTotal < row.recruiterTotal)) best.set(row.candidateId, row);
  }
  const sorted = [...best.values()].sort((a, b) => b.recruiterTotal - a.recruiterTotal || (a.id < b.id ? -1 : 1));
  const order = (await rankForViewer(store, taxonomy, viewer, sorted, 'recruiter')).ranked.map(({ match }) => match.row);
  const items: BatchJob['items'][number][] = [];
  for (const row of order.slice(0, A_JOB)) {
    const resume = await getResume(store, viewer, row.resumeId);
    if (!resume) continue;
    const { good, missing } = explainScore(row.score, posting.data);
    const reasons = { good: good.slice(0, 1), missing: missing.slice(0, 1) };
    items.push(candidateItem(row, resume.data, { number: from + items.length + 1, reasons }));
  }
  return { items, total: new Set(resumes.map((file) => file.candidateId)).size };
}
