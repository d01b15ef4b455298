/** Whether a message counts as its sender's: the channel's word, the limits of its proof, and our reply tokens (rules E10, O11). */
import type { Change } from '../domain/changes.ts';
import { serviceViewer } from '../domain/people.ts';
import { messageNamedIn, readReplyToken } from '../domain/signed-token.ts';
import type { IncomingMessage, ReactionChange } from '../messages/channel.ts';
import { getOutbox, type OutboxRow } from '../store/outbox.ts';
import { findByAddress } from '../store/people.ts';
import { messageIdSeen, submissionAnsweredBy } from '../store/replies.ts';
import type { Store } from '../store/store.ts';
import { getSubmission, type SubmissionView } from '../store/submissions.ts';

export interface Belief {
  /** Who they say they are. */
  verified: boolean;
  /** What the message says it answers is theirs too: without it nothing is a command or a reaction. */
  thread: boolean;
  /** The message of ours that they wrote to the address of, whether or not that proves anything any more. */
  answered?: OutboxRow;
  /** They wrote to the address of help or an acknowledgement that went to somebody else: a program with many senders (rule E9). */
  stray: boolean;
  /** The same message as `answered`, where it proves the sender. It is used up in the commit of this message. */
  token?: OutboxRow;
}

const TOKEN_COUNTS_MS = 14 * 86_400_000;
const TOKEN_IN_ADDRESS = /\+(x[0-9a-hjkmnp-tv-z]{42})@/;
/** Somebody who tries many is guessing. */
const MOST_TOKENS = 3;

/** Reads only; `tokenUsed` is the other half. */
export async function believe(store: Store, workspace: string, event: IncomingMessage | ReactionChange): Promise<Belief> {
  const found = 'recipients' in event ? await answeredByToken(store, workspace, event) : undefined;
  const answered = found && 'recipients' in event && (await wentTo(store, workspace, found, event)) ? found : undefined;
  const stray = found !== undefined && answered === undefined && found.lastWord;
  // Who answers with our token has read our mail, which answers for sender and thread alike.
  if (answered && counts(answered, event, store.clock.now().getTime()))
    return { verified: true, thread: true, answered, stray, token: answered };
  if (!event.sender.verified) return { verified: false, thread: false, answered, stray };
  const { proof, messageId, channel } = event;
  if (proof?.replayable) {
    // Its bytes can be had by others: what came before under this id was it, and what comes now is somebody's copy.
    const isCopy = messageId === undefined || (await messageIdSeen(store, workspace, channel, messageId));
    if (isCopy) return { verified: false, thread: false, answered, stray };
  }
  return { verified: true, thread: proof?.thread !== false, answered, stray };
}

/** The message of ours whose token is among the recipients; whom it went to and whether it still proves anything is for the caller. */
async function answeredByToken(store: Store, workspace: string, message: IncomingMessage): Promise<OutboxRow | undefined> {
  const tokens = message.recipients.flatMap((address) => TOKEN_IN_ADDRESS.exec(address.toLowerCase())?.[1] ?? []);
  if (tokens.length > MOST_TOKENS) return undefined;
  for (const token of tokens) {
    const id = messageNamedIn(token);
    const sent = id === undefined ? undefined : await getOutbox(store, workspace, id);
    if (!sent?.provable || sent.channel !== message.channel) continue;
    if (readReplyToken(store.keys.links, token, sent.conversation) === sent.id) return sent;
  }
  return undefined;
}

/** It went to this very address, of this very person. */
async function wentTo(store: Store, workspace: string, sent: OutboxRow, { channel, sender }: IncomingMessage): Promise<boolean> {
  const known = await findByAddress(store, workspace, channel, sender.address);
  return sent.conversation === sender.address && sent.personId === known?.person.id;
}

/** Once, for two weeks, and from a person: a vacation notice answers too, and nobody wanted anything. */
function counts(sent: OutboxRow, event: IncomingMessage | ReactionChange, now: number): boolean {
  const arrived = sent.state === 'sent' || sent.state === 'uncertain';
  return arrived && event.automatic === undefined && sent.tokenUsedAt === null && sent.createdAt > now - TOKEN_COUNTS_MS;
}

/** A short first line that begins with a no: somebody who tells us that it was not them. */
const DENIES = /^\W*(?:no|nope|not me|not mine|wasn['’]t me|it was not me|nein|non|nee|nie|não|nao)\b[^\n]{0,60}$/i;

/** The earlier message that this answer proves: with files in it, unverified until now, from the same person, and not denied. */
export async function provenBy(store: Store, belief: Belief, message: IncomingMessage): Promise<SubmissionView | undefined> {
  const { token } = belief;
  const id = token && submissionAnsweredBy(token);
  if (!token || id === undefined || DENIES.test(message.text.trim().split('\n')[0] ?? '')) return undefined;
  const earlier = await getSubmission(store, serviceViewer(token.workspace), id);
  const hasFiles = earlier?.kind === 'resume' || earlier?.kind === 'application';
  const counts = hasFiles && !earlier.verified && earlier.automatic === null;
  return counts && earlier.personId === token.personId ? earlier : undefined;
}

/** What the commit of the message adds: the token is gone, and the earlier message counts. */
export function tokenUsed(workspace: string, { token }: Belief, earlier: SubmissionView | undefined, at: number): Change[] {
  if (!token) return [];
  return [
    { kind: 'replyTokenUsed', workspace, outboxId: token.id, at },
    ...(earlier ? [{ kind: 'submissionProven' as const, workspace, submissionId: earlier.id, outboxId: token.id }] : []),
  ];
}
