/** Whether a message counts as its sender's: the channel's word, the limits of its proof, and our reply tokens (rules E10, O11). */
import type { Change } from '../domain/changes.ts';
import { serviceViewer } from '../domain/people.ts';
import { readReplyToken } from '../domain/signed-token.ts';
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
  /** The message of ours whose token they answered with. It is used up in the commit of this message. */
  token?: OutboxRow;
}

const TOKEN_COUNTS_MS = 14 * 86_400_000;
const TOKEN_IN_ADDRESS = /\+(x[0-9a-hjkmnp-tv-z]{42})@/;
/** Somebody who tries many is guessing. */
const MOST_TOKENS = 3;

/** Reads only; `tokenUsed` is the other half. */
export async function believe(store: Store, workspace: string, event: IncomingMessage | ReactionChange): Promise<Belief> {
  const token = 'recipients' in event ? await tokenOf(store, workspace, event) : undefined;
  // Who answers with our token has read our mail, which answers for sender and thread alike.
  if (token) return { verified: true, thread: true, token };
  if (!event.sender.verified) return { verified: false, thread: false };
  const { proof, messageId, channel } = event;
  if (proof?.replayable) {
    // Its bytes can be had by others: what came before under this id was it, and what comes now is somebody's copy.
    const isCopy = messageId === undefined || (await messageIdSeen(store, workspace, channel, messageId));
    if (isCopy) return { verified: false, thread: false };
  }
  return { verified: true, thread: proof?.thread !== false };
}

/** The message whose unused token is among the recipients, when it went to this sender, there, lately. */
async function tokenOf(store: Store, workspace: string, message: IncomingMessage): Promise<OutboxRow | undefined> {
  const { sender, automatic, channel } = message;
  // A vacation notice answers too, and nobody wanted anything.
  if (automatic !== undefined) return undefined;
  const tokens = message.recipients.flatMap((address) => TOKEN_IN_ADDRESS.exec(address.toLowerCase())?.[1] ?? []);
  if (tokens.length === 0 || tokens.length > MOST_TOKENS) return undefined;
  const known = await findByAddress(store, workspace, channel, sender.address);
  const since = store.clock.now().getTime() - TOKEN_COUNTS_MS;
  for (const token of tokens) {
    const outboxId = readReplyToken(store.keys.links, token, sender.address);
    const sent = outboxId === undefined ? undefined : await getOutbox(store, workspace, outboxId);
    if (!sent?.provable || sent.tokenUsedAt !== null || sent.channel !== channel) continue;
    const wentThere = sent.personId === known?.person.id && sent.conversation === sender.address && sent.createdAt > since;
    if (wentThere && (sent.state === 'sent' || sent.state === 'uncertain')) return sent;
  }
  return undefined;
}

/** A short first line that begins with a no: somebody who tells us that it was not them. */
const DENIES = /^\W*(?:no|nope|not me|not mine|wasn['’]t me|it was not me|nein|non|nee|nie|não|nao)\b[^\n]{0,60}$/i;

/** The earlier message that this answer proves: with files in it, unverified until now, from the same person, and not denied. */
export async function provenBy(store: Store, belief: Belief, message: IncomingMessage): Promise<SubmissionView | undefined> {
  const { token } = belief;
  const id = token && submissionAnsweredBy(token);
  if (!token || id === undefined || DENIES.test(message.text.trim().split('\n')[0] ?? '')) return undefined;
  const earlier = await getSubmission(store, serviceViewer(token.workspace), id);
  const counts = earlier?.kind === 'resume' && !earlier.verified && earlier.automatic === null;
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
