/** Takes in what is new in the folder, oldest first, and what was left for later. */
import { errorName } from '../../domain/error-name.ts';
import type { ChannelState } from '../../messages/channel.ts';
import { uidsAfter, uidsSince } from './imap-folder.ts';
import { type ImapPosition, MOST_LATER, movedPast, positionValue } from './imap-position.ts';
import type { Stuck } from './imap-stuck.ts';
import { type FolderReading, takeOne } from './imap-take.ts';
import type { MailLog } from './mail-source.ts';

export interface CatchUp {
  reading: FolderReading;
  state: ChannelState;
  stuck: Stuck;
  log: MailLog;
  /** True when nothing more is to be begun. */
  isStopping(): boolean;
  /** After each mail, taken in or left alone. */
  onMail(): void;
}

/** Resolves to the position reached; `again` when a mail could not be taken in and is to be tried soon. */
export async function catchUp(run: CatchUp, from: ImapPosition): Promise<{ position: ImapPosition; again: boolean }> {
  let position = from;
  const worthwhile = await rescanned(run, position);
  for (const uid of await uidsAfter(run.reading.client, position.last)) {
    if (run.isStopping()) break;
    const { rescan } = position;
    if (rescan !== undefined && uid <= rescan.upTo && worthwhile?.has(uid) === false) {
      position = movedPast(position, uid);
      continue;
    }
    const step = await next(run, position, uid);
    position = step.position;
    if (step.again) return { position, again: true };
  }
  await keep(run, position);
  return { position, again: false };
}

/** After a change of UIDVALIDITY: the UIDs that arrived late enough to be new. */
async function rescanned(run: CatchUp, { rescan }: ImapPosition): Promise<Set<number> | undefined> {
  return rescan?.since === undefined ? undefined : new Set(await uidsSince(run.reading.client, rescan.since));
}

async function next(run: CatchUp, position: ImapPosition, uid: number): Promise<{ position: ImapPosition; again: boolean }> {
  const { reading, stuck, log } = run;
  // Asked before the try: a mail whose fetch ends the connection gets no further than that.
  if (stuck.isHopeless(uid) && position.later.length < MOST_LATER)
    return { position: await leave(run, position, uid), again: false };
  const sentSince = position.rescan !== undefined && uid <= position.rescan.upTo ? position.rescan.sent : undefined;
  try {
    const taken = await takeOne(reading, uid, {
      cursor: (arrived) => ({ source: reading.source, value: positionValue(movedPast(position, uid, arrived)) }),
      sentSince,
    });
    stuck.done(uid);
    run.onMail();
    return { position: movedPast(position, uid, typeof taken === 'object' ? taken.arrived : undefined), again: false };
  } catch (error) {
    stuck.failed(uid);
    log.warn({ uid, error: errorName(error) }, 'mailbox: a mail could not be taken in');
    if (!reading.client.usable) throw error;
    return { position, again: true };
  }
}

/** Rejects when the store does not keep it: then it is the store that refuses, and going on would lose the mail. */
async function leave({ reading, state, stuck, log }: CatchUp, position: ImapPosition, uid: number): Promise<ImapPosition> {
  const without = { ...movedPast(position, uid), later: [...position.later, uid] };
  await state.moveCursor(reading.source, positionValue(without));
  stuck.done(uid);
  log.warn({ uid, later: without.later.length }, 'mailbox: left for later, so that the mails behind it have their turn');
  return without;
}

/** Mails known from before commit nothing, and those that have gone neither: the position is kept once at the end. */
async function keep({ reading, state }: CatchUp, position: ImapPosition): Promise<void> {
  const value = positionValue(position);
  if ((await state.cursor(reading.source)) !== value) await state.moveCursor(reading.source, value);
}

/** Tries each mail that was left for later once more. */
export async function tryLater(run: CatchUp, from: ImapPosition): Promise<ImapPosition> {
  const { reading, log } = run;
  let position = from;
  for (const uid of from.later) {
    if (run.isStopping()) break;
    const without = { ...position, later: position.later.filter((one) => one !== uid) };
    const cursor = { source: reading.source, value: positionValue(without) };
    try {
      await takeOne(reading, uid, { cursor: () => cursor });
      log.info({ uid }, 'mailbox: a mail that could not be taken in before is in now');
      run.stuck.done(uid);
      run.onMail();
      position = without;
    } catch (error) {
      log.warn({ uid, error: errorName(error) }, 'mailbox: a mail still cannot be taken in');
      if (!reading.client.usable) throw error;
    }
  }
  if (position !== from) await keep(run, position);
  return position;
}
