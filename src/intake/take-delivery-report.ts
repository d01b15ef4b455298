/** Reports about messages of ours (rule O7): no submission, no answer, only what became of the message and whether its address still holds. */
import type { Change } from '../domain/changes.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { DeliveryReport, IncomingMessage } from '../messages/channel.ts';
import { findSent, type OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';

interface Taken {
  changes: Change[];
  tasks: never[];
}

/**
 * What a report changes; nothing when it is not about a message of ours to that very recipient. Undefined for every other message, and
 * for what only looks like a report and brings files: those are read in silence (rule E9).
 */
export async function takeDeliveryReport(
  { store, workspace }: { store: Store; workspace: WorkspaceId },
  message: IncomingMessage,
): Promise<Taken | undefined> {
  const { deliveryReport: report, cursor } = message;
  if (report === undefined) return undefined;
  const sent = await findSent(store, workspace, message.channel, report.originals);
  const ours = sent !== undefined && isAbout(report, sent);
  if (!ours && message.attachments.some((file) => !file.embedded)) return undefined;
  const changes = ours ? changesOf(report, message, sent, store.clock.now().getTime()) : [];
  return { changes: [...changes, ...(cursor ? [{ kind: 'cursorMoved' as const, workspace, ...cursor }] : [])], tasks: [] };
}

/** Providers leave the recipient out of complaints (RFC 6590); a bounce always says whom it is about. */
function isAbout(report: DeliveryReport, sent: OutboxRow): boolean {
  const recipients = report.recipients.map(sameCase);
  return (report.kind === 'complaint' && recipients.length === 0) || recipients.includes(sameCase(sent.conversation));
}

const sameCase = (address: string): string => address.normalize('NFC').toLowerCase().trim();

function changesOf(report: DeliveryReport, message: IncomingMessage, sent: OutboxRow, at: number): Change[] {
  const { workspace, channel, conversation: address } = sent;
  const { kind, status } = report;
  const reported: Change = {
    kind: 'deliveryReported',
    workspace,
    channel,
    eventKey: message.eventKey,
    outboxId: sent.id,
    report: kind,
    status,
    reason: `${WORDS[kind]}${status === undefined ? '' : ` (${status})`}`,
    at,
  };
  const cause = kind === 'complaint' ? 'complaint' : kind === 'failed' && isForGood(status) ? 'bounce' : undefined;
  if (cause === undefined) return [reported];
  return [reported, { kind: 'addressSuppressed', workspace, channel, address, cause, status, at }];
}

const WORDS: Readonly<Record<DeliveryReport['kind'], string>> = {
  failed: 'it came back',
  delayed: 'it is delayed',
  delivered: 'it arrived',
  complaint: 'the recipient reported it as unwanted',
};

/** Rule O7: 5.x.x suppresses; 4.x.x is a server that gave up waiting. No status is a bounce in words. */
function isForGood(status: string | undefined): boolean {
  return status === undefined || status.startsWith('5.');
}

/** Who writes can be written to: a person's proven new mail ends what bounces began. A complaint ends by `digest on` only. */
export function liftedByWriting(
  workspace: WorkspaceId,
  message: Pick<IncomingMessage, 'channel' | 'sender' | 'automatic'>,
  at: number,
): Change[] {
  if (!message.sender.verified || message.automatic !== undefined) return [];
  const { channel, sender } = message;
  return [{ kind: 'suppressionLifted', workspace, whose: { channel, address: sender.address }, causes: ['bounce'], at }];
}
