/** Domain facts → writes, one function a fact. The only way into the tables. */
import type { Plan } from '#dialect';
import type { Change } from '../domain/changes.ts';
import * as applications from './apply-applications.ts';
import * as candidates from './apply-candidates.ts';
import * as chats from './apply-chats.ts';
import * as corrections from './apply-corrections.ts';
import * as delivery from './apply-delivery.ts';
import * as erasure from './apply-erasure.ts';
import * as linking from './apply-linking.ts';
import * as matches from './apply-matches.ts';
import * as models from './apply-models.ts';
import * as offers from './apply-offers.ts';
import * as people from './apply-people.ts';
import * as postings from './apply-postings.ts';
import * as sources from './apply-sources.ts';
import * as submissions from './apply-submissions.ts';
import * as suppressions from './apply-suppressions.ts';
import * as trust from './apply-trust.ts';
import type { Applying, ChangeOf } from './applying.ts';

type Appliers = { [K in Change['kind']]: (applying: Applying, change: ChangeOf<K>) => Plan };

/** A fact without its function does not compile. */
const APPLIERS: Appliers = {
  personMet: people.personMet,
  identityMet: people.identityMet,
  identityVerified: people.identityVerified,
  profileAddressSeen: people.profileAddressSeen,
  homeOpened: chats.homeOpened,
  directConversationSeen: chats.directConversationSeen,
  personNoticed: people.personNoticed,
  personSettingsChanged: people.personSettingsChanged,
  ownCandidateSet: people.ownCandidateSet,
  cursorMoved: people.cursorMoved,
  identityHeard: linking.identityHeard,
  identityUnreachable: linking.identityUnreachable,
  identityMoved: linking.identityMoved,
  linkCodeMade: linking.linkCodeMade,
  linkCodeUsed: linking.linkCodeUsed,
  linkCodeTried: linking.linkCodeTried,
  linkCodesDropped: linking.linkCodesDropped,
  rowsMoved: linking.rowsMoved,
  postingsPassedOn: linking.postingsPassedOn,
  digestJoined: linking.digestJoined,
  applicationMoved: linking.applicationMoved,
  preferencesMoved: linking.preferencesMoved,
  personsJoined: linking.personsJoined,
  messageRerouted: delivery.messageRerouted,
  itemsGathered: delivery.itemsGathered,
  sourceAdded: sources.sourceAdded,
  sourceChanged: sources.sourceChanged,
  sourceRemoved: sources.sourceRemoved,
  blobStored: submissions.blobStored,
  submissionReceived: submissions.submissionReceived,
  submissionAnswered: submissions.submissionAnswered,
  submissionProven: trust.submissionProven,
  attachmentReceived: submissions.attachmentReceived,
  attachmentFetched: submissions.attachmentFetched,
  attachmentReopened: submissions.attachmentReopened,
  attachmentRead: submissions.attachmentRead,
  candidateFound: candidates.candidateFound,
  candidateLookupAdded: candidates.candidateLookupAdded,
  candidateLookupRemoved: candidates.candidateLookupRemoved,
  resumeParsed: candidates.resumeParsed,
  accessGranted: candidates.accessGranted,
  termsMentioned: candidates.termsMentioned,
  feedRunFinished: postings.feedRunFinished,
  postingSaved: postings.postingSaved,
  postingSourceSeen: postings.postingSourceSeen,
  postingClosed: postings.postingClosed,
  postingReopened: postings.postingReopened,
  postingPosted: applications.postingPosted,
  posterForgotten: postings.posterForgotten,
  postingRedacted: postings.postingRedacted,
  postingSelected: applications.postingSelected,
  postingUnselected: applications.postingUnselected,
  applicationReceived: applications.applicationReceived,
  applicationWithdrawn: applications.applicationWithdrawn,
  applicationTold: applications.applicationTold,
  matchScored: matches.matchScored,
  matchAskedFor: matches.matchAskedFor,
  matchDropped: matches.matchDropped,
  resumeOffered: offers.resumeOffered,
  offerAnswered: offers.offerAnswered,
  accessEnded: offers.accessEnded,
  correctionMade: corrections.correctionMade,
  correctionsRetracted: corrections.correctionsRetracted,
  preferencesSet: corrections.preferencesSet,
  feedbackGiven: matches.feedbackGiven,
  feedbackRetracted: matches.feedbackRetracted,
  digestWritten: matches.digestWritten,
  erasureStarted: erasure.erasureStarted,
  erasureMoved: erasure.erasureMoved,
  rowsErased: erasure.rowsErased,
  messageRedacted: erasure.messageRedacted,
  submissionRedacted: erasure.submissionRedacted,
  rawDropped: erasure.rawDropped,
  attachmentRenamed: erasure.attachmentRenamed,
  blobReleased: erasure.blobReleased,
  eventForgotten: erasure.eventForgotten,
  replyTokenUsed: trust.replyTokenUsed,
  modelCallReserved: models.modelCallReserved,
  modelCallSettled: models.modelCallSettled,
  messageSent: delivery.messageSent,
  messageUncertain: delivery.messageUncertain,
  messageFailed: delivery.messageFailed,
  messageDeferred: delivery.messageDeferred,
  deliveryReported: suppressions.deliveryReported,
  addressSuppressed: suppressions.addressSuppressed,
  suppressionLifted: suppressions.suppressionLifted,
};

/** Builds the writes of one fact without running them. */
export function applyChange<K extends Change['kind']>(applying: Applying, change: ChangeOf<K> & { kind: K }): Plan {
  const apply: (applying: Applying, change: ChangeOf<K>) => Plan = APPLIERS[change.kind];
  return apply(applying, change);
}
