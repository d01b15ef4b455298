/** Ids. Inside: UUIDv7 text, deterministic for scheduled work. Shown to people: a kind letter and eight Crockford base32 characters. */
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

export type WorkspaceId = string;
export type PersonId = string;
export type IdentityId = string;
export type CandidateId = string;
export type SubmissionId = string;
export type AttachmentId = string;
/** In the place of a blob's id while the bytes are still on the platform that they were sent on. */
export const NOT_FETCHED = '';
export type BlobId = string;
export type ResumeId = string;
export type PostingId = string;
export type MatchId = string;
export type DigestId = string;
export type OutboxId = string;

/** The tenant that mailboxes, the built-in listener, the terminal and feeds belong to. */
export const DEFAULT_WORKSPACE: WorkspaceId = 'default';

export type CodeKind = 'j' | 'r' | 'c' | 'm' | 's' | 'p' | 't';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** UUIDv7 of the clock's instant: sorts by time, so that inserts stay at the end of the index. */
export function newId(clock: Clock): string {
  const bytes = randomBytes(16);
  const ms = clock.now().getTime();
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function encode(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < 8; i++) {
    // Eight characters of five bits are exactly five bytes.
    const bit = i * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    out += CROCKFORD.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return out;
}

/** A new public code, such as `j4f7k2m9q`. 40 random bits: the unique key (workspace, code) catches a collision, the step then runs again. */
export function newCode(kind: CodeKind): string {
  return kind + encode(randomBytes(5));
}

/** The public code that follows from an inner id, for rows whose id is deterministic. */
export function codeOf(kind: CodeKind, id: string): string {
  return kind + encode(createHash('sha256').update(`${kind}:${id}`).digest());
}

/** True for what looks like a public code of that kind (or of any, when no kind is given). */
export function isCode(text: string, kind?: CodeKind): boolean {
  return /^[jrcmspt][0-9a-hjkmnp-tv-z]{8}$/.test(text) && (kind === undefined || text.startsWith(kind));
}
