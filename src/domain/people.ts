import type { CandidateId, IdentityId, PersonId, WorkspaceId } from './ids.ts';
import type { Preferences } from './match.ts';

export type Role = 'candidate' | 'recruiter' | 'admin';

const RANK: Readonly<Record<Role, number>> = { candidate: 0, recruiter: 1, admin: 2 };

export const higherRole = (a: Role, b: Role): Role => (RANK[a] >= RANK[b] ? a : b);

/** On whose behalf something is read. Every read of people's data takes one (rule A12). */
export interface Viewer {
  workspace: WorkspaceId;
  /** null for the operator at the terminal, an admin of every workspace. */
  personId: PersonId | null;
  role: Role;
}

export type DigestState = 'unset' | 'on' | 'off';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface Person {
  id: PersonId;
  workspace: WorkspaceId;
  code: string;
  role: Role;
  name?: string;
  timeZone: string;
  digest: DigestState;
  /** `HH:MM`, local. */
  digestTime: string;
  /** Weekly, on that local day; every day without it. */
  digestWeekday?: Weekday;
  /** Nothing is sent before it: set by `digest pause`, and to now when the digest or its time is set. Milliseconds. */
  digestPausedUntil?: number;
  ownCandidateId?: CandidateId;
  preferences?: Preferences;
  /** First contact was told that this is an automated assistant and what it keeps (rule A7). Milliseconds. */
  noticedAt?: number;
  /** The channel that their digest goes to; where they last wrote without it. */
  digestChannel?: string;
}

export interface Identity {
  id: IdentityId;
  workspace: WorkspaceId;
  personId: PersonId;
  channel: string;
  address: string;
  verified: boolean;
  /** The mail address that the platform vouches for as theirs: the profile of Slack. */
  profileAddress?: string | null;
  directConversation?: string | null;
  /** Milliseconds (rule D5). */
  unreachableUntil?: number | null;
  homeOpenedAt?: number | null;
}

/** Mail addresses that are proven to be theirs, in small letters: they wrote from them, or their platform vouches for them. */
export function provenAddresses(identities: readonly Identity[]): string[] {
  return identities.flatMap(({ verified, channel, address, profileAddress }) => {
    const proven = verified && (channel === 'email' ? address : profileAddress);
    return proven ? [proven.toLowerCase()] : [];
  });
}

/** The eyes of the service's own steps and of the operator at the terminal: an admin of that workspace. */
export function serviceViewer(workspace: WorkspaceId): Viewer {
  return { workspace, personId: null, role: 'admin' };
}
