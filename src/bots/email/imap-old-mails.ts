/** What was in the mailbox before the first start: left alone, and taken in when the operator asks for it (`mailbox read-old`). */
import { z } from 'zod';
import type { CatchUp } from './imap-catch-up.ts';
import { uidsSince } from './imap-folder.ts';
import { oldMailSourceName } from './imap-location.ts';
import type { ImapPosition } from './imap-position.ts';
import { takeOne } from './imap-take.ts';

const RequestSchema = z.object({
  /** YYYY-MM-DD: arrived on that day or later. All of them without it. */
  since: z.iso.date().optional(),
  /** Their senders get answers; else the mails are taken in silently. */
  answer: z.boolean(),
  /** Filled in by the service when it begins. */
  validity: z.string().optional(),
  upTo: z.number().int().optional(),
  /** The last UID that was done. */
  done: z.number().int().optional(),
  finished: z.boolean().optional(),
});

export type OldMailRequest = z.infer<typeof RequestSchema>;

export const oldMailRequestValue = (request: OldMailRequest): string => JSON.stringify(request);

export function readOldMailRequest(value: string | undefined): OldMailRequest | undefined {
  if (value === undefined) return undefined;
  try {
    return RequestSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

/** A request that is not done. */
export async function oldMailsAreAskedFor({ reading, state }: CatchUp): Promise<boolean> {
  const request = readOldMailRequest(await state.cursor(oldMailSourceName(reading.source)));
  return request !== undefined && request.finished !== true;
}

/**
 * Goes on with the request until it is done or `hasNews`: new mails come first. Progress is committed with each mail; mails known from
 * before are known by their key. Resolves to whether there is more to do.
 */
export async function readOldMails(run: CatchUp, position: ImapPosition, hasNews: () => boolean): Promise<boolean> {
  const { reading, state, log } = run;
  const source = oldMailSourceName(reading.source);
  let request = readOldMailRequest(await state.cursor(source));
  if (request === undefined || request.finished === true) return false;
  if (request.validity !== reading.validity || request.upTo === undefined)
    request = { ...request, validity: reading.validity, upTo: position.last, done: 0 };
  const { upTo = 0, done = 0, since, answer } = request;
  const all = await uidsSince(reading.client, since === undefined ? undefined : Date.parse(since));
  const uids = all.filter((uid) => uid <= upTo && uid > done);
  log.info({ mails: uids.length }, 'mailbox: taking in older mails');
  for (const uid of uids) {
    if (run.isStopping() || hasNews()) return true;
    const value = oldMailRequestValue({ ...request, done: uid });
    if (run.stuck.isHopeless(uid)) {
      log.warn({ uid }, 'mailbox: an older mail could not be taken in and is left alone');
      continue;
    }
    try {
      await takeOne(reading, uid, {
        cursor: () => ({ source, value }),
        origin: { backlog: true, ...(answer ? {} : { answeredBefore: true }) },
      });
      run.stuck.done(uid);
      run.onMail();
    } catch (error) {
      run.stuck.failed(uid);
      throw error;
    }
  }
  await state.moveCursor(source, oldMailRequestValue({ ...request, done: upTo, finished: true }));
  log.info({}, 'mailbox: the older mails are in');
  return false;
}
