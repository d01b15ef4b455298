/** The step `syncSource`: one page of a watched place → what is a resume is taken in, silently, for whoever asked (F1.7). */
import type { Change } from '../domain/changes.ts';
import type { Clock } from '../domain/clock.ts';
import { PermanentFailure } from '../domain/errors.ts';
import { newId, type WorkspaceId } from '../domain/ids.ts';
import { type Identity, type Person, serviceViewer } from '../domain/people.ts';
import { choosePlace } from '../domain/place.ts';
import type { Source, SourceSchedule } from '../domain/source.ts';
import type { NewTask, StepPayloads } from '../domain/steps.ts';
import type { Channel, ChannelEvents, IncomingMessage } from '../messages/channel.ts';
import type { OutgoingMessage } from '../messages/outgoing.ts';
import { buildSourceFailedCard } from '../messages/source-cards.ts';
import { commit } from '../store/commit.ts';
import { getPerson, identitiesOf } from '../store/people.ts';
import { placesOf } from '../store/places.ts';
import { scheduledSources, sourceById } from '../store/sources.ts';
import type { Store } from '../store/store.ts';
import { attachmentsOf, eventSeen, submissionOfEvent } from '../store/submissions.ts';
import { NOTHING, type StepHandler } from '../tasks/handlers.ts';
import { BULK_PRIORITY, type StepResult } from '../tasks/queue.ts';
import { readFolder } from './read-folder.ts';

export interface SyncOptions {
  store: Store;
  clock: Clock;
  channel(name: string): Channel | undefined;
  /** Judges and takes in: the same way as of everything else that comes. */
  intake: Pick<ChannelEvents, 'messageReceived'>;
}

const A_PAGE = 20;
const MOST_FILES_A_MESSAGE = 10;
const MOST_BYTES = 20 * 1024 * 1024;
/** Marks what came so: it gets no answer, and nobody becomes its owner by it (rule E9). */
const WATCHED = 'watched source';

interface Page {
  messages: IncomingMessage[];
  next?: string;
  more: boolean;
  skipped: number;
}

interface Run {
  source: Source;
  owner: Person;
  /** As whom it is taken in. */
  identity: Identity;
}

export function createSyncSource(options: SyncOptions): StepHandler<'syncSource'> {
  const { store, clock } = options;
  return async ({ workspace, payload }, signal) => {
    const source = await sourceById(store, workspace, payload.sourceId);
    // Another run was faster, or it was removed.
    if (!source || payload.run !== (source.lastRunAt ?? 0)) return NOTHING;
    const run = await runOf(store, source);
    if (!run) return failed(options, source, undefined, 'nobody looks after it any more', 'An admin can remove it.');
    try {
      const page = await (source.channel === 'folder' ? folderPage(run, payload) : chatPage(options, run, signal));
      const counts = await takeAll(options, run, page.messages);
      return done(source, payload, page, counts, clock.now().getTime());
    } catch (error) {
      if (!(error instanceof PermanentFailure)) throw error;
      return failed(options, source, run.owner, error.message, error.fix);
    }
  };
}

/** Undefined when who asked is gone, or is no recruiter any more. */
async function runOf(store: Store, source: Source): Promise<Run | undefined> {
  const owner = await getPerson(store, source.workspace, source.personId);
  if (!owner || owner.role === 'candidate') return undefined;
  const identities = (await identitiesOf(store, source.workspace, owner.id)).filter((one) => one.verified);
  const identity = identities.find((one) => one.channel === source.channel) ?? identities[0];
  return identity && { source, owner, identity };
}

async function folderPage({ source, identity }: Run, { so }: StepPayloads['syncSource']): Promise<Page> {
  const page = await readFolder(source.place, { after: source.position, again: so !== undefined, limit: A_PAGE });
  const messages = page.files.map(({ name, hash, bytes }) =>
    messageAs(identity, `folder:${source.id}:${hash}`, [
      { name, type: 'application/octet-stream', inline: false, embedded: false, depth: 0, content: { bytes } },
    ]),
  );
  return { messages, next: page.next, more: page.more, skipped: page.skipped };
}

async function chatPage({ channel }: SyncOptions, { source, identity }: Run, signal: AbortSignal): Promise<Page> {
  const there = channel(source.channel);
  if (!there?.readPlace)
    throw new PermanentFailure(`${source.channel} is switched off here`, 'Set it up, then sync the source again.');
  const page = await there.readPlace(source.place, { after: source.position ?? undefined, limit: A_PAGE, signal });
  const messages: IncomingMessage[] = [];
  let skipped = 0;
  for (const message of page.messages) {
    const attachments: IncomingMessage['attachments'] = [];
    for (const attachment of message.attachments.slice(0, MOST_FILES_A_MESSAGE)) {
      const bytes = await bytesOf(there, attachment.content, signal);
      if (bytes) attachments.push({ ...attachment, content: { bytes } });
      else skipped += 1;
    }
    // The key of the event itself: what was taken in by a mention is not taken in again.
    if (attachments.length > 0) messages.push(messageAs(identity, message.eventKey, attachments));
  }
  return { messages, next: page.next, more: page.more, skipped };
}

/** Looked at before anything is kept (rule A7), so its bytes come first. Undefined when it cannot be had. */
async function bytesOf(
  channel: Channel,
  content: IncomingMessage['attachments'][number]['content'],
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  if ('bytes' in content) return content.bytes;
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of channel.fetchAttachment(content.ref, { maxBytes: MOST_BYTES, signal })) chunks.push(chunk);
  } catch (error) {
    if (error instanceof PermanentFailure) return undefined;
    throw error;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** As if who asked had sent it, without a word: `sharedPlace`, so that what is no resume leaves no trace. */
const messageAs = (
  { channel, address }: Identity,
  eventKey: string,
  attachments: IncomingMessage['attachments'],
): IncomingMessage => ({
  channel,
  eventKey,
  sharedPlace: true,
  backlog: true,
  automatic: WATCHED,
  conversation: address,
  private: true,
  sender: { address, verified: true },
  inReplyTo: [],
  references: [],
  recipients: [],
  text: '',
  attachments,
  remarks: [],
});

interface Counts {
  found: number;
  known: number;
  ignored: number;
}

async function takeAll({ store, intake }: SyncOptions, run: Run, messages: readonly IncomingMessage[]): Promise<Counts> {
  const { workspace } = run.source;
  const counts: Counts = { found: 0, known: 0, ignored: 0 };
  for (const message of messages) {
    if (await eventSeen(store, workspace, message.channel, message.eventKey)) {
      counts.known += 1;
      continue;
    }
    await intake.messageReceived(message);
    const taken = await submissionOfEvent(store, workspace, message.channel, message.eventKey);
    if (!taken) counts.ignored += 1;
    else counts.found += (await attachmentsOf(store, serviceViewer(workspace), taken.id)).length;
  }
  return counts;
}

function done(source: Source, payload: StepPayloads['syncSource'], page: Page, counts: Counts, at: number): StepResult {
  const before = payload.so ?? { found: 0, known: 0, ignored: 0 };
  const so = {
    found: before.found + counts.found,
    known: before.known + counts.known,
    ignored: before.ignored + counts.ignored + page.skipped,
  };
  const change: Change = {
    kind: 'sourceChanged',
    workspace: source.workspace,
    sourceId: source.id,
    position: page.next,
    lastRunAt: later(source, at),
    lastStatus: page.more ? `reading: ${countsText(so)} so far` : `ok: ${countsText(so)}`,
    lastFound: so.found,
  };
  const tasks = page.more ? [syncTask({ ...source, lastRunAt: later(source, at) }, so)] : [];
  return { changes: [change], tasks, messages: [] };
}

/** A run has to be told from the one before, also within one millisecond. */
const later = ({ lastRunAt }: Source, at: number): number => Math.max(at, (lastRunAt ?? 0) + 1);

const countsText = ({ found, known, ignored }: Counts): string => `${found} new, ${known} known, ${ignored} no resumes`;

/** Said to who asked when it begins to fail, not every time. */
async function failed(
  { store, clock }: SyncOptions,
  source: Source,
  owner: Person | undefined,
  why: string,
  fix: string,
): Promise<StepResult> {
  const at = clock.now().getTime();
  const lastStatus = `failed: ${why}. ${fix}`;
  const change: Change = {
    kind: 'sourceChanged',
    workspace: source.workspace,
    sourceId: source.id,
    lastRunAt: later(source, at),
    lastStatus,
  };
  const news = owner && source.lastStatus !== lastStatus ? await tell(store, source, owner, { why, fix, at }) : [];
  return { changes: [change], tasks: [], messages: news };
}

async function tell(
  store: Store,
  source: Source,
  owner: Person,
  { why, fix, at }: { why: string; fix: string; at: number },
): Promise<OutgoingMessage[]> {
  const place = choosePlace(await placesOf(store, source.workspace, owner.id), { now: at });
  if (!place) return [];
  return [
    {
      id: newId(store.clock),
      workspace: source.workspace,
      personId: owner.id,
      channel: place.channel,
      conversation: place.conversation,
      private: true,
      dedupeKey: `source:${source.id}:${at}`,
      card: buildSourceFailedCard({ name: source.name, why, fix }),
      matches: [],
      lastWord: true,
      createdAt: at,
      priority: 6,
    },
  ];
}

/** The same task for whoever asks for the next run of it, however often. */
function syncTask(source: Pick<Source, 'id' | 'workspace' | 'lastRunAt'>, so?: Counts): NewTask {
  const run = source.lastRunAt ?? 0;
  return {
    id: `sync:${source.id}:${run}`,
    workspace: source.workspace,
    step: 'syncSource',
    payload: { sourceId: source.id, run, ...(so === undefined ? {} : { so }) },
    priority: BULK_PRIORITY,
  };
}

const HOUR_MS = 3_600_000;
const EVERY_MS: Readonly<Record<SourceSchedule, number>> = {
  hourly: HOUR_MS,
  daily: 24 * HOUR_MS,
  weekly: 7 * 24 * HOUR_MS,
  manual: Number.POSITIVE_INFINITY,
};

/** The tick: places whose next reading is due get a task. Harmless to do again, and with any number of instances. */
export async function scheduleSources({ store, clock }: { store: Store; clock: Clock }, workspace: WorkspaceId): Promise<void> {
  const now = clock.now().getTime();
  const due = (await scheduledSources(store, workspace)).filter(
    ({ lastRunAt, schedule }) => now >= (lastRunAt ?? 0) + EVERY_MS[schedule],
  );
  if (due.length > 0) await commit(store, { changes: [], tasks: due.map((source) => syncTask(source)), messages: [] });
}
