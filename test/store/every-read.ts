/** Every exported read that takes a viewer, asked for everything there is in a world. */
import type { Viewer } from '../../src/domain/people.ts';
import { canSee, canSeeAll, visibleCandidateId } from '../../src/store/access.ts';
import { applicationsTo, ownApplications } from '../../src/store/applications.ts';
import { applicationsSince } from '../../src/store/applications-since.ts';
import { sourcesOf } from '../../src/store/candidate-sources.ts';
import { countCandidates, getCandidate, listCandidates } from '../../src/store/candidates.ts';
import { correctionsByMessage, correctionsOfResume, waysToResume } from '../../src/store/corrections.ts';
import { archivedDigests, digestOf, lastDigest, lastDigests } from '../../src/store/digests.ts';
import { exportPerson } from '../../src/store/export-person.ts';
import { feedbackBy, feedbackByMessage, feedbackOn } from '../../src/store/feedback.ts';
import { keptAbout } from '../../src/store/kept-counts.ts';
import { likedPostings } from '../../src/store/liked-postings.ts';
import { matchesWithIds, matchHeads } from '../../src/store/match-heads.ts';
import {
  existingPairs,
  getMatch,
  matchesForCandidate,
  matchesForPosting,
  matchOfPair,
  nearestMatch,
} from '../../src/store/matches.ts';
import { offerByCode, offersTo } from '../../src/store/offers.ts';
import { countOutboxSince } from '../../src/store/outbox-counts.ts';
import { ownResumes } from '../../src/store/own-resumes.ts';
import { peopleWithRoles } from '../../src/store/people.ts';
import { preferencesByMessage, preferencesOfVersion } from '../../src/store/preferences.ts';
import { codesOfResumes } from '../../src/store/resume-codes.ts';
import {
  currentResume,
  getResume,
  getResumeVersion,
  resumesOfCandidates,
  resumesPage,
  resumesSentBy,
} from '../../src/store/resumes.ts';
import { listedPostings, shownPostings } from '../../src/store/shown-postings.ts';
import { getSource, listSources } from '../../src/store/sources.ts';
import { stats } from '../../src/store/stats.ts';
import type { Store } from '../../src/store/store.ts';
import {
  attachmentsOf,
  getAttachment,
  getSubmission,
  recentSubmissions,
  unreadAttachments,
} from '../../src/store/submissions.ts';
import { countSuppressions } from '../../src/store/suppressions.ts';
import { termCounts } from '../../src/store/term-counts.ts';
import { AT, W } from './build-changes.ts';
import { CANDIDATES, FILES, matchIdOf, PEOPLE, POSTINGS, submissionId, versionOf, type World } from './world.ts';

const numbers = (size: number) => Array.from({ length: size }, (_, n) => n);
const each = async <T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> => {
  const answers: R[] = [];
  for (const item of items) answers.push(await read(item));
  return answers;
};

/** What there is to ask for, whether it can be seen or not. */
function idsOf(world: World) {
  const sent = numbers(world.sent.length);
  return {
    candidates: numbers(CANDIDATES).map((n) => `c${n}`),
    resumes: numbers(FILES).map((n) => `r${n}`),
    postings: numbers(POSTINGS).map((n) => `j${n}`),
    people: numbers(PEOPLE).map((n) => `p${n}`),
    submissions: sent.map(submissionId),
    attachments: sent.flatMap((n) => [`a${n}`, `x${n}`]),
    versions: [1, ...sent.map((n) => versionOf(world, n))],
    matches: sent.flatMap((n) => numbers(POSTINGS).map((posting) => matchIdOf(world, n, posting))),
  };
}

/** By the name of the read: everything that it answers. `personId` is whose eyes these are. */
export function everyRead(store: Store, viewer: Viewer, world: World): Record<string, () => Promise<unknown>> {
  const ids = idsOf(world);
  const pairs = ids.resumes.flatMap((resume) => ids.postings.map((posting) => ({ resume, posting })));
  const codes = (kind: string, size: number) => numbers(size).map((n) => `${kind}${n}`.padEnd(9, '0'));
  return {
    getSubmission: () =>
      each([...ids.submissions, ...codes('s', ids.submissions.length)], (id) => getSubmission(store, viewer, id)),
    recentSubmissions: () => recentSubmissions(store, viewer, 100),
    attachmentsOf: () => each(ids.submissions, (id) => attachmentsOf(store, viewer, id)),
    getAttachment: () => each(ids.attachments, (id) => getAttachment(store, viewer, id)),
    unreadAttachments: () => unreadAttachments(store, viewer),
    listCandidates: async () => [
      await listCandidates(store, viewer),
      await listCandidates(store, viewer, { limit: 1 }),
      await each(ids.candidates, (after) => listCandidates(store, viewer, { after })),
      await each(numbers(FILES), (file) => listCandidates(store, viewer, { words: [`file${file}v1`] })),
    ],
    getCandidate: () => each([...ids.candidates, ...codes('c', CANDIDATES)], (id) => getCandidate(store, viewer, id)),
    countCandidates: () => countCandidates(store, viewer),
    sourcesOf: async () => [...(await sourcesOf(store, viewer, ids.candidates))],
    visibleCandidateId: () => each(ids.candidates, (id) => visibleCandidateId(store, viewer, id)),
    canSee: () => each(ids.candidates, (id) => canSee(store, viewer, id)),
    canSeeAll: () =>
      each([...ids.candidates, ...ids.people], (id) => canSeeAll(store, W, viewer.personId ?? '', [id, viewer.personId ?? ''])),
    getResume: () => each([...ids.resumes, ...codes('r', FILES)], (id) => getResume(store, viewer, id)),
    currentResume: () => each(ids.candidates, (id) => currentResume(store, viewer, id)),
    codesOfResumes: async () => [...(await codesOfResumes(store, viewer, ids.resumes))].sort(),
    resumesOfCandidates: () => resumesOfCandidates(store, viewer, ids.candidates),
    getResumeVersion: () =>
      each(ids.resumes, (id) => each(ids.versions, (version) => getResumeVersion(store, viewer, id, version))),
    resumesPage: async () => [await resumesPage(store, viewer, undefined, 100), await resumesPage(store, viewer, 'r1', 2)],
    resumesSentBy: () => each(ids.people, (id) => resumesSentBy(store, viewer, id, 3)),
    matchesForCandidate: () => each(ids.candidates, (id) => matchesForCandidate(store, viewer, id, { minScore: 0, limit: 100 })),
    nearestMatch: () => each(ids.candidates, (id) => nearestMatch(store, viewer, id)),
    matchesForPosting: async () => [
      await each(ids.postings, (id) => matchesForPosting(store, viewer, id, { minScore: 0, limit: 100 })),
      await each(ids.postings, (id) => matchesForPosting(store, viewer, id, { minScore: 70, limit: 1 })),
    ],
    getMatch: () => each(ids.matches, (id) => getMatch(store, viewer, id)),
    matchOfPair: () => each(pairs, ({ resume, posting }) => matchOfPair(store, viewer, resume, posting)),
    existingPairs: () => each(ids.resumes, async (id) => [...(await existingPairs(store, viewer, id, ids.postings))].sort()),
    feedbackBy: () => each(ids.people, (id) => feedbackBy(store, viewer, id)),
    feedbackOn: async () => [...(await feedbackOn(store, viewer, ids.matches))].sort(),
    feedbackByMessage: () => each(ids.submissions, (id) => feedbackByMessage(store, viewer, id)),
    correctionsOfResume: () => each(ids.resumes, (id) => correctionsOfResume(store, viewer, id)),
    correctionsByMessage: () => each(ids.submissions, (id) => correctionsByMessage(store, viewer, id)),
    waysToResume: () => each(ids.people, (person) => each(ids.resumes, (id) => waysToResume(store, viewer, person, id))),
    preferencesOfVersion: () => each(ids.people, (id) => preferencesOfVersion(store, viewer, id, 1)),
    preferencesByMessage: () => each(ids.people, (id) => preferencesByMessage(store, viewer, id, 's0')),
    digestOf: () => each(ids.people, (id) => each(['2026-03-01', '2026-03-02'], (date) => digestOf(store, viewer, id, date))),
    lastDigest: () => each(ids.people, (id) => lastDigest(store, viewer, id)),
    lastDigests: async () => [...(await lastDigests(store, viewer, ids.people))].sort(),
    shownPostings: () => each(ids.people, (id) => shownPostings(store, viewer, id, AT - 1)),
    likedPostings: () => likedPostings(store, viewer),
    applicationsSince: () => applicationsSince(store, viewer, 0),
    matchHeads: () => each(ids.candidates, (id) => matchHeads(store, viewer, id, { minScore: 0, limit: 100 })),
    matchesWithIds: () =>
      matchesWithIds(
        store,
        viewer,
        ids.matches.flatMap((id) => ids.resumes.map((resumeId) => ({ id, resumeId }))),
      ),
    listedPostings: () => each(ids.people, (id) => listedPostings(store, viewer, id)),
    archivedDigests: () => each(ids.people, (id) => archivedDigests(store, viewer, id, { limit: 20 })),
    keptAbout: () => each(ids.people, (id) => keptAbout(store, viewer, id)),
    ownResumes: () => each(ids.people, (id) => ownResumes(store, viewer, id)),
    exportPerson: () => each(ids.people, (id) => exportPerson(store, viewer, { personId: id }, { mostBytes: 1000 })),
    ownApplications: () => ownApplications(store, viewer),
    applicationsTo: () => each(ids.postings, (id) => applicationsTo(store, viewer, id)),
    stats: () => stats(store, viewer),
    peopleWithRoles: () => peopleWithRoles(store, viewer),
    listSources: () => listSources(store, viewer),
    offersTo: () => offersTo(store, viewer),
    offerByCode: () => each(codes('r', FILES), (code) => offerByCode(store, viewer, code)),
    getSource: () => getSource(store, viewer, 'folder-resumes'),
    countOutboxSince: () => countOutboxSince(store, viewer, 0),
    countSuppressions: () => countSuppressions(store, viewer),
    termCounts: () => termCounts(store, viewer, 'skill'),
  };
}
