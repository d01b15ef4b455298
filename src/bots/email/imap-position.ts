/** How far a mailbox was read: the value of its cursor, committed with each message (rule E5). */
import { z } from 'zod';

const uid = z.number().int().min(0);
const date = z.number();

const PositionSchema = z.object({
  /** UIDVALIDITY: with another one the UIDs mean nothing. */
  validity: z.string(),
  /** The last UID that was taken in or left alone. */
  last: uid,
  /** INTERNALDATE of the newest mail that was there before the first start. Those are left alone. */
  from: date.optional(),
  /** INTERNALDATE of the newest mail that was looked at since. */
  seen: date.optional(),
  /** UIDs that could not be taken in and are tried again. */
  later: z.array(uid).default([]),
  /** After a change of UIDVALIDITY or a lost position: of the UIDs up to `upTo` only those that arrived since then, and were sent since then. */
  rescan: z.object({ upTo: uid, since: date.optional(), sent: date.optional() }).optional(),
});

export type ImapPosition = z.infer<typeof PositionSchema>;

/** More than this many mails that cannot be taken in are no accident of single mails: reading stops there instead. */
export const MOST_LATER = 500;

const DAY_MS = 24 * 3600_000;
/** SEARCH SINCE knows days only, in the server's zone. */
const RESCAN_SLACK_MS = 2 * DAY_MS;
/** Between the clock of a sender and that of the server. */
const CLOCK_SLACK_MS = 3600_000;

export const positionValue = (position: ImapPosition): string => JSON.stringify(position);

/** Undefined for nothing, and for a value that cannot be read: then the mailbox is as good as new. */
export function readPosition(value: string | undefined): ImapPosition | undefined {
  if (value === undefined) return undefined;
  try {
    const parsed = PositionSchema.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export interface FolderState {
  validity: string;
  /** The highest UID that may be in use. */
  upTo: number;
}

/** The UIDs were given anew: everything that arrived after what is known to be done is looked at again. */
export function afterNewValidity(known: ImapPosition, folder: FolderState): ImapPosition {
  const { from, seen = from } = known;
  return {
    ...known,
    validity: folder.validity,
    last: 0,
    later: [],
    rescan: {
      upTo: folder.upTo,
      ...(seen === undefined ? {} : { since: seen - RESCAN_SLACK_MS }),
      // A mailbox that was moved may have lost its arrival dates. What was sent before the first start was never ours; all else is known by its key.
      ...(from === undefined ? {} : { sent: from - CLOCK_SLACK_MS }),
    },
  };
}

/** The position is gone, yet mails carry our mark: everything since shortly before the newest of them. */
export function afterLostState(newestMarked: number, folder: FolderState): ImapPosition {
  return {
    validity: folder.validity,
    last: 0,
    seen: newestMarked,
    later: [],
    rescan: { upTo: folder.upTo, since: newestMarked - RESCAN_SLACK_MS },
  };
}

/** Past one UID, however it went; the rescan ends where it was to end. */
export function movedPast(position: ImapPosition, to: number, arrived?: number): ImapPosition {
  const { rescan, ...rest } = position;
  const seen = arrived === undefined ? position.seen : Math.max(arrived, position.seen ?? arrived);
  return {
    ...rest,
    last: Math.max(to, position.last),
    ...(seen === undefined ? {} : { seen }),
    ...(rescan !== undefined && to < rescan.upTo ? { rescan } : {}),
  };
}
