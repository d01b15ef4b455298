/** `runService(config, clock)`: wiring only. Store → reader → channels → worker → schedule, and the same way back down. */
import { schedule } from 'node-cron';
import { createEmailChannel, type EmailOptions } from './bots/email/create-email-channel.ts';
import type { MailboxStatus } from './bots/email/imap-account.ts';
import type { ImapTimings } from './bots/email/imap-timings.ts';
import type { SlackOptions } from './bots/slack/create-slack-channel.ts';
import { createFormOf } from './commands/form-of.ts';
import { createSuggest } from './commands/suggest.ts';
import type { Config } from './config.ts';
import { scheduleDueDigests } from './digest/schedule-digests.ts';
import type { Clock } from './domain/clock.ts';
import { errorFrames, errorName } from './domain/error-name.ts';
import { DEFAULT_WORKSPACE } from './domain/ids.ts';
import { beforeTasks } from './intake/before-tasks.ts';
import { ensureNamedPeople } from './intake/ensure-named-people.ts';
import { scheduleSources } from './intake/sync-source.ts';
import { listenProblem } from './listen-problem.ts';
import type { Log } from './log.ts';
import type { Channel, ChannelEvents } from './messages/channel.ts';
import { openDiscord } from './open-discord.ts';
import { openPages } from './open-pages.ts';
import { openSlack } from './open-slack.ts';
import { createTaxonomy } from './pipeline/enrich/create-taxonomy.ts';
import { scheduleReadAgain } from './pipeline/ingest/read-again.ts';
import { scheduleRetention } from './pipeline/privacy/retention-step.ts';
import { openResumeReader } from './reader.ts';
import type { Parts } from './service-parts.ts';
import { channelStateOf } from './store/channel-state.ts';
import { openStore } from './store/store.ts';
import { sweepOrphans } from './store/sweep-orphans.ts';
import { createTaskQueue } from './store/task-queue.ts';
import { createGiveWay } from './tasks/give-way.ts';
import { createWorker } from './tasks/worker.ts';
import { handlersOf, intakeOf, settingsOf } from './wire-steps.ts';

export interface Service extends Parts {
  /** Where the built-in listener can be reached, when it is on. */
  smtpAddress?: { host: string; port: number };
  /** Where the pages can be reached, when they are on. */
  httpAddress?: { host: string; port: number };
  /** How the mailbox is doing; undefined without one. */
  mailbox(): MailboxStatus | undefined;
  /** Digests that are due become tasks; the one-minute tick calls it, and so may whoever moves the clock. */
  tick(): Promise<void>;
  /** SIGTERM: takes nothing new in, drains within 10 s, closes (rule R4). */
  stop(): Promise<void>;
}

/** What a test puts in the place of the real thing. */
export interface Replacements {
  /** Opened by somebody else, for several services. */
  reader?: Parts['reader'];
  taxonomy?: Parts['taxonomy'];
  wrapReader?(reader: Parts['reader']): Parts['reader'];
  /** Answers for name servers, for checks of senders. */
  resolveDns?: EmailOptions['resolveDns'];
  imapTimings?: Partial<ImapTimings>;
  slackTimings?: Pick<SlackOptions, 'timings' | 'spacingMs'>;
  discordTimings?: Parameters<typeof openDiscord>[1];
  /** Further channels, started last. */
  channels?: readonly Channel[];
}

/** Opens store, reader and worker; starts nothing. */
export async function openParts(config: Config, clock: Clock, log: Log, replacements: Replacements = {}): Promise<Parts> {
  const store = await openStore({ file: config.databaseUrl, dataFolder: config.dataFolder, clock });
  const { wrapReader = (reader) => reader, taxonomy = createTaxonomy() } = replacements;
  const reader = wrapReader(replacements.reader ?? openResumeReader(log));
  const queue = createTaskQueue(store);
  const channels = new Map<string, Channel>();
  const giveWay = createGiveWay();
  const worker = createWorker({
    queue,
    giveWay: giveWay.clear,
    handlers: handlersOf({ config, clock, log, store, queue, taxonomy, reader, channels, giveWay }),
    clock,
    log,
  });
  const unsubscribe = store.onTasksAdded(() => worker.wake());
  return {
    config,
    clock,
    log,
    store,
    queue,
    taxonomy,
    reader,
    channels,
    worker,
    giveWay,
    async close(withinMs) {
      unsubscribe();
      await worker.stop(withinMs);
      await reader.close();
      await store.close();
    },
  };
}

/** Rule R4 says 10 s for all of it: what mail needs to end is taken from what the tasks get. */
const STOP_WITHIN_MS = 9_000;

/**
 * The service in this process. The clock is the caller's: apart from its start, nothing outside can move it. Throws ConfigError, and
 * leaves nothing open then.
 */
export async function runService(config: Config, clock: Clock, log: Log, replacements: Replacements = {}): Promise<Service> {
  const parts = await openParts(config, clock, log, replacements);
  try {
    return await startService(parts, replacements);
  } catch (error) {
    await parts.close();
    throw listenProblem(config, error);
  }
}

async function startService(parts: Parts, replacements: Replacements): Promise<Service> {
  const { resolveDns, imapTimings, slackTimings, discordTimings } = replacements;
  const { config, clock, log, store, worker, channels } = parts;
  await ensureNamedPeople(store, config.people);
  const atOnce = { store, clock, taxonomy: parts.taxonomy, workspace: DEFAULT_WORKSPACE, settings: settingsOf(config) };
  const events: ChannelEvents = {
    ...beforeTasks(parts.giveWay, intakeOf(parts)),
    formOf: createFormOf(atOnce),
    suggest: createSuggest({ ...atOnce, showFrom: config.scores.showFrom }),
  };
  let smtpAddress: { host: string; port: number } | undefined;
  const email = createEmailChannel({
    listen: config.mail.listen,
    imap: config.mail.imap && { account: config.mail.imap, trust: config.mail.imap.trust, timings: imapTimings },
    trust: config.mail.trust,
    resolveDns,
    from: config.mail.from,
    ourAddresses: [config.mail.from.address],
    outgoing: config.mail.smtpUrl
      ? { kind: 'smtp', url: config.mail.smtpUrl }
      : { kind: 'folder', folder: `${config.dataFolder}/outbox` },
    dkim: config.mail.dkim,
    postalAddress: config.mail.postalAddress,
    clock,
    log,
    readBlob: (blob) => store.blobs.get(DEFAULT_WORKSPACE, blob),
    onListening: (address) => {
      smtpAddress = address;
    },
  });
  channels.set(email.name, email);
  const slack = await openSlack(parts, slackTimings);
  const discord = await openDiscord(parts, discordTimings);
  const chats = [slack, discord, ...(replacements.channels ?? [])].filter((chat) => chat !== undefined);
  for (const chat of chats) channels.set(chat.name, chat);
  const pages = await openPages(parts, slack?.http ? [slack.http] : []);
  // The worker first: what was accepted before a crash goes on before anything new comes in. Every channel is known by now: messages of
  // one that is not wait for a quarter of an hour.
  await scheduleReadAgain(store, DEFAULT_WORKSPACE);
  worker.start();
  parts.reader.warm();
  const stateOf = (channel: Channel) => channelStateOf(store, DEFAULT_WORKSPACE, channel.name);
  await email.start(events, stateOf(email)).catch(async (error: unknown) => {
    await pages?.close();
    throw error;
  });
  // These never fail a start: what is wrong with Slack is no reason to refuse mail.
  await Promise.all(chats.map((chat) => chat.start(events, stateOf(chat))));
  const tick = async () => {
    await scheduleDueDigests({ store, clock }, DEFAULT_WORKSPACE);
    await scheduleRetention({ store, clock }, DEFAULT_WORKSPACE);
    await scheduleSources({ store, clock }, DEFAULT_WORKSPACE);
    worker.wake();
  };
  const timer = schedule('* * * * *', () =>
    tick().catch((error: unknown) =>
      log.error({ error: errorName(error), stack: errorFrames(error) }, 'the schedule could not be read'),
    ),
  );
  // Bytes whose row never came (a refused commit, a kill in between) go after a day; the hour is a quiet one nearly everywhere.
  const sweep = schedule('17 3 * * *', () =>
    sweepOrphans(store).catch((error: unknown) => log.error({ error: errorName(error) }, 'orphaned files could not be swept')),
  );
  await tick();
  return {
    ...parts,
    smtpAddress,
    httpAddress: pages?.address,
    mailbox: () => email.mailboxStatus(),
    tick,
    async stop() {
      const until = performance.now() + STOP_WITHIN_MS;
      await Promise.all([timer.destroy(), sweep.destroy()]);
      await Promise.all([email.stop(), ...chats.map((chat) => chat.stop()), pages?.close()]);
      await parts.close(Math.max(1_000, until - performance.now()));
    },
  };
}
