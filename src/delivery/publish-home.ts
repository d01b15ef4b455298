/** The step `publishHome`: load what somebody may see → their home on one channel. */
import type { Clock } from '../domain/clock.ts';
import type { Person, Viewer } from '../domain/people.ts';
import type { Taxonomy } from '../domain/taxonomy.ts';
import type { Channel } from '../messages/channel.ts';
import { buildHomeCard, type HomeInput } from '../messages/home-card.ts';
import { firstContactNotice, type KeepSettings } from '../pipeline/answer/reply-to-submission.ts';
import { listJobs } from '../pipeline/match/list-matches.ts';
import { countCandidates } from '../store/candidates.ts';
import { getPerson, identitiesOf } from '../store/people.ts';
import { countOpen, countPostings, getPostings, postingsBy } from '../store/postings.ts';
import { currentResume } from '../store/resumes.ts';
import { selectionsOf } from '../store/selections.ts';
import { stats } from '../store/stats.ts';
import type { Store } from '../store/store.ts';
import { NOTHING, type StepHandler } from '../tasks/handlers.ts';

export interface HomeOptions extends KeepSettings {
  store: Store;
  clock: Clock;
  taxonomy: Taxonomy;
  showFrom: number;
  channels: ReadonlyMap<string, Channel>;
}

const SHOWN_MATCHES = 5;

export function createPublishHome(options: HomeOptions): StepHandler<'publishHome'> {
  const { store, channels } = options;
  return async ({ workspace, payload: { personId, identityId } }) => {
    const person = await getPerson(store, workspace, personId);
    const identity = (await identitiesOf(store, workspace, personId)).find((one) => one.id === identityId);
    const channel = identity && channels.get(identity.channel);
    // Off or without homes: it is put together when they look at it again.
    if (!person || !identity?.verified || !channel?.publishHome) return NOTHING;
    await channel.publishHome(identity, buildHomeCard(await loadHome(options, person)));
    return NOTHING;
  };
}

/** All through the person's own eyes (rule A12). */
async function loadHome(options: HomeOptions, person: Person): Promise<HomeInput> {
  const viewer: Viewer = { workspace: person.workspace, personId: person.id, role: person.role };
  return {
    person,
    own: await ownOf(options, person, viewer),
    work: person.role === 'candidate' ? undefined : await workOf(options, person, viewer),
    machine: person.role === 'admin' ? await machineOf(options, viewer) : undefined,
    notice: firstContactNotice(person, options),
  };
}

async function ownOf({ store, taxonomy, showFrom }: HomeOptions, person: Person, viewer: Viewer): Promise<HomeInput['own']> {
  const { ownCandidateId: candidateId } = person;
  const resume = candidateId === undefined ? undefined : await currentResume(store, viewer, candidateId);
  if (candidateId === undefined || !resume) return undefined;
  const list = await listJobs(store, viewer, candidateId, { taxonomy, showFrom, limit: SHOWN_MATCHES });
  return { candidateId, resume: resume.data, matches: list.summary };
}

async function workOf({ store }: HomeOptions, person: Person, viewer: Viewer): Promise<HomeInput['work']> {
  const { workspace, id } = person;
  const selected = (await selectionsOf(store, workspace, id)).map((one) => one.postingId);
  const postings = await getPostings(store, workspace, [...new Set([...selected, ...(await postingsBy(store, workspace, id))])]);
  const { attachments } = await stats(store, { ...viewer, role: 'recruiter' });
  return {
    candidates: await countCandidates(store, viewer),
    jobs: postings
      .filter((one) => one.status !== 'closed')
      .map(({ code, data: { title, company } }) => ({ code, title, company })),
    inReview: await countPostings(store, workspace, 'manualReview'),
    reading: attachments.waiting,
  };
}

async function machineOf({ store, channels }: HomeOptions, viewer: Viewer): Promise<HomeInput['machine']> {
  const { tasks, outbox, suppressed, candidates, resumes } = await stats(store, viewer);
  return {
    tasks,
    messages: outbox,
    suppressed: suppressed.bounce + suppressed.complaint,
    channels: [...channels.values()].map((one) => ({ name: one.name, up: one.isUp?.() ?? true })),
    counts: { people: candidates, resumes, openJobs: await countOpen(store, viewer.workspace) },
  };
}
