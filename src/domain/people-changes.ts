/** Facts about people and their addresses: settings, linking (F8.2), where they can be reached (rule D5), watched sources (F1.7). */

import type { Preferences } from './match.ts';
import type { OfferState, ResumeOffer } from './offer.ts';
import type { DigestState, Role, Weekday } from './people.ts';
import type { RowKey } from './row-key.ts';
import type { Source } from './source.ts';

export type PeopleChange =
  | {
      kind: 'personSettingsChanged';
      workspace: string;
      personId: string;
      name?: string;
      digest?: DigestState;
      digestTime?: string;
      /** null: every day. */
      digestWeekday?: Weekday | null;
      digestPausedUntil?: number | null;
      /** null: where they last wrote. */
      digestChannel?: string | null;
      timeZone?: string;
      preferences?: Preferences;
      role?: Role;
    }
  /** A guard: an identity that belongs to somebody else by now (joined, unlinked, erased) undoes the whole list (`conflict`). */
  | {
      kind: 'identityHeard';
      workspace: string;
      identityId: string;
      personId: string;
      directConversation?: string;
      /** Who writes can be written to. */
      reachable: boolean;
    }
  /** A newer file of somebody's own candidate, from somebody else: it waits for the owner's yes (F1.6). Once for the same bytes. */
  | { kind: 'resumeOffered'; workspace: string; offer: ResumeOffer }
  /** A guard as well: the offer has to be that person's. */
  | {
      kind: 'offerAnswered';
      workspace: string;
      resumeId: string;
      personId: string;
      state: OfferState;
      submissionId: string | null;
      at: number;
    }
  /** A yes is taken back: what was seen of the resume by that message ends, for everybody. */
  | { kind: 'accessEnded'; workspace: string; resumeId: string; submissionId: string }
  /** Nothing is sent there before `until` (rule D5). */
  | { kind: 'identityUnreachable'; workspace: string; identityId: string; until: number }
  /** What was to follow a message goes with it: their numbers are its numbers, and they are not sent on their own. */
  | { kind: 'itemsGathered'; workspace: string; outboxId: string; items: readonly string[]; reason: string }
  /** A guard as well: it has to be `from`'s. */
  | { kind: 'identityMoved'; workspace: string; identityId: string; from: string; to: string }
  /** It still waits, and goes elsewhere: no thread and no invocation of the first place holds there. `reason` is shown with it. */
  | { kind: 'messageRerouted'; workspace: string; outboxId: string; channel: string; conversation: string; reason: string }
  /** `code` as the person sees it; only its keyed hash is written. */
  | {
      kind: 'linkCodeMade';
      workspace: string;
      link: { id: string; personId: string; identityId: string; code: string; createdAt: number; expiresAt: number };
    }
  /** A guard: used before, or over, and nothing of the list happens. */
  | { kind: 'linkCodeUsed'; workspace: string; linkId: string; at: number }
  /** Somebody typed a code that is none. */
  | { kind: 'linkCodeTried'; workspace: string; id: string; personId: string; identityId: string; at: number }
  /** All of them, used or not. */
  | { kind: 'linkCodesDropped'; workspace: string; personId: string }
  /** Rows of `from` that are `to`'s from now on: their column `personId`. */
  | { kind: 'rowsMoved'; workspace: string; table: string; keys: readonly RowKey[]; from: string; to: string }
  | { kind: 'postingsPassedOn'; workspace: string; postingIds: readonly string[]; from: string; to: string }
  /** A second digest of one local date: it counts as shown, and not as the day's. */
  | { kind: 'digestJoined'; workspace: string; digestId: string; to: string }
  /** Its id names the applicant. `twin`: the same application of `to`, which is newer (and stays) or older (and goes). */
  | { kind: 'applicationMoved'; workspace: string; id: string; newId: string; to: string; twin?: 'newer' | 'older' }
  | {
      kind: 'preferencesMoved';
      workspace: string;
      from: string;
      to: string;
      version: number;
      /** With its new number in it. */
      data: Preferences;
    }
  /** The last of a join: `from` is no person any more, and links that name them mean `to`. */
  | { kind: 'personsJoined'; workspace: string; from: string; to: string }
  | { kind: 'sourceAdded'; source: Source }
  | {
      kind: 'sourceChanged';
      workspace: string;
      sourceId: string;
      name?: string;
      schedule?: Source['schedule'];
      paused?: boolean;
      position?: string;
      lastRunAt?: number;
      lastStatus?: string;
      lastFound?: number;
    }
  | { kind: 'sourceRemoved'; workspace: string; sourceId: string };
