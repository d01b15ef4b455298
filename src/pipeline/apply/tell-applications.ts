/** The step `tellApplications`: one message to one reader of a job about what is new, at once for the first, then at most once an hour. */
import type { Change } from '../../domain/changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { RetryLater } from '../../domain/errors.ts';
import { newId } from '../../domain/ids.ts';
import { type Person, serviceViewer, type Viewer } from '../../domain/people.ts';
import { choosePlace } from '../../domain/place.ts';
import { type AppliedCandidate, buildApplicationsCard } from '../../messages/applications-card.ts';
import type { Card } from '../../messages/card.ts';
import { candidateItem } from '../../messages/match-items.ts';
import { type ApplicationNews, applicationNews, lastToldAt } from '../../store/applications.ts';
import { matchOfPair } from '../../store/matches.ts';
import { getPerson } from '../../store/people.ts';
import { placesOf } from '../../store/places.ts';
import { getPosting, type PostingRow } from '../../store/postings.ts';
import { getResume } from '../../store/resumes.ts';
import { readersOf, selectionsOf } from '../../store/selections.ts';
import type { Store } from '../../store/store.ts';
import { getSubmission } from '../../store/submissions.ts';
import { NOTHING, type StepHandler } from '../../tasks/handlers.ts';
import type { StepResult } from '../../tasks/queue.ts';
import { explainScore } from '../match/explain-score.ts';
import { tellTask } from './score-for-jobs.ts';

const LEAST_BETWEEN_MS = 60 * 60_000;
const A_MESSAGE = 20;

interface Options {
  store: Store;
  clock: Clock;
}

export function createTellApplications(options: Options): StepHandler<'tellApplications'> {
  const { store, clock } = options;
  return async (task) => {
    const { workspace } = task;
    const { postingId, personId } = task.payload;
    const posting = await getPosting(store, workspace, postingId);
    const person = await getPerson(store, workspace, personId);
    const reads = (await readersOf(store, workspace, [postingId])).get(postingId)?.includes(personId);
    if (!posting || !person || !reads) return NOTHING;
    const news = await applicationNews(store, workspace, postingId, personId, A_MESSAGE + 1);
    if (news.length === 0) return NOTHING;
    const wait = ((await lastToldAt(store, workspace, postingId, personId)) ?? 0) + LEAST_BETWEEN_MS - clock.now().getTime();
    if (wait > 0)
      throw new RetryLater('the last message about this job is not an hour old', { afterMs: wait, countsAsAttempt: false });
    return tell(options, person, posting, news);
  };
}

async function tell(options: Options, person: Person, posting: PostingRow, all: readonly ApplicationNews[]): Promise<StepResult> {
  const { store, clock } = options;
  const { workspace } = person;
  const viewer: Viewer = { workspace, personId: person.id, role: person.role };
  const told: ApplicationNews[] = [];
  const applied: AppliedCandidate[] = [];
  let withdrawn = 0;
  for (const one of all.slice(0, A_MESSAGE)) {
    const candidate = one.state === 'sent' ? await appliedCandidate(store, viewer, posting, one, applied.length + 1) : undefined;
    if (candidate) applied.push(candidate);
    else if (one.state === 'withdrawn') withdrawn += 1;
    // Not theirs to see yet: access to what was there before they took the job on comes in pages.
    else continue;
    told.push(one);
  }
  if (told.length === 0) return NOTHING;
  const card = buildApplicationsCard({ posting: { code: posting.code, data: posting.data }, applied, withdrawn });
  const message = await messageTo(options, person, posting, card, applied);
  if (!message) return NOTHING;
  const at = clock.now().getTime();
  const changes = told.map(
    (one): Change => ({
      kind: 'applicationTold',
      workspace,
      applicationId: one.id,
      personId: person.id,
      told: one.state === 'withdrawn' ? 'withdrawn' : one.resumeId,
      at,
    }),
  );
  const more = all.length > A_MESSAGE ? [{ ...tellTask(workspace, posting.id, person.id), dueAt: at + LEAST_BETWEEN_MS }] : [];
  return { changes, tasks: more, messages: [message] };
}

/** Through the reader's own eyes; undefined when they may not see the candidate. */
export async function appliedCandidate(
  store: Store,
  viewer: Viewer,
  posting: PostingRow,
  application: Pick<ApplicationNews, 'candidateId' | 'resumeId' | 'submissionId' | 'verified' | 'at'>,
  number: number,
): Promise<AppliedCandidate | undefined> {
  const resume = await getResume(store, viewer, application.resumeId);
  if (!resume) return undefined;
  const match = await matchOfPair(store, viewer, resume.id, posting.id);
  const submission = await getSubmission(store, serviceViewer(viewer.workspace), application.submissionId);
  const item = match && candidateItem(match, resume.data, { number, reasons: explainScore(match.score, posting.data) });
  const { candidateId, verified, at } = application;
  return { number, candidateId, resume: resume.data, resumeCode: resume.code, item, verified, at, wrote: submission?.text ?? '' };
}

async function messageTo(
  options: Options,
  person: Person,
  posting: PostingRow,
  card: Card,
  applied: readonly AppliedCandidate[],
) {
  const { store, clock } = options;
  const { workspace } = person;
  const chosen = (await selectionsOf(store, workspace, person.id)).find((one) => one.postingId === posting.id);
  const createdAt = clock.now().getTime();
  // On the channel where they took the job on, when they can be reached there.
  const place = choosePlace(await placesOf(store, workspace, person.id), { channel: chosen?.channel, now: createdAt });
  const to = place && { channel: place.channel, conversation: place.conversation };
  return (
    to && {
      id: newId(clock),
      workspace,
      personId: person.id,
      ...to,
      private: true,
      dedupeKey: `applications:${posting.id}:${person.id}:${createdAt}`,
      card,
      matches: applied.flatMap(({ number, item }) => (item?.matchId === undefined ? [] : [{ number, matchId: item.matchId }])),
      createdAt,
      priority: 3,
    }
  );
}
