/** `runService(config, clock)`: wiring only. Store → reader → channels → worker → schedule, and the same way back down. */
import { schedule } from 'node-cron';
import { createEmailChannel, type EmailOptions } from './bots/email/create-email-channel.ts';
import { createSentMailFiles } from './bots/email/forget-sent-mail.ts';
import type { MailboxStatus } from './bots/email/imap-account.ts';
import type { ImapTimings } from './bots/email/imap-timings.ts';
import type { SlackChannel, SlackOptions } from './bots/slack/create-slack-channel.ts';
import { COMMANDS } from './commands/all-commands.ts';
import { commandFaces } from './commands/command-faces.ts';
import { parseCommandLine } from './commands/parse-command-line.ts';
import { mayUse } from './commands/registry.ts';
import { createRunCommand } from './commands/run-command.ts';
import type { Config } from './config.ts';
import { createFindCorrectable } from './delivery/correctable-resume.ts';
import { createDeliverMessage } from './delivery/deliver-message.ts';
import { createFetchAttachment } from './delivery/fetch-attachment.ts';
import { forChats } from './delivery/for-chats.ts';
import { createMarkMessage } from './delivery/mark-message.ts';
import { createMessageLinks } from './delivery/message-links.ts';
import { createDemandReader } from './digest/market-trends.ts';
import { scheduleDueDigests } from './digest/schedule-digests.ts';
import { createSendDigest } from './digest/send-digest.ts';
import type { Clock } from './domain/clock.ts';
import { errorFrames, errorName } from './domain/error-name.ts';
import { ConfigError } from './domain/errors.ts';
import { DEFAULT_WORKSPACE } from './domain/ids.ts';
import type { Role } from './domain/people.ts';
import type { Taxonomy } from './domain/taxonomy.ts';
import type { ServedPages } from './http/serve-pages.ts';
import { createIntake } from './intake/create-intake.ts';
import { ensureNamedPeople } from './intake/ensure-named-people.ts';
import { roleBySettings } from './intake/roles.ts';
import { createSyncSource, scheduleSources } from './intake/sync-source.ts';
import type { Log } from './log.ts';
import type { Channel, ChannelEvents } from './messages/channel.ts';
import type { HttpHook } from './messages/http-hook.ts';
import { openDiscord } from './open-discord.ts';
import { createAnswerSubmission } from './pipeline/answer/answer-submission.ts';
import { limitReplies } from './pipeline/answer/limit-replies.ts';
import { createOpenApplications } from './pipeline/apply/look-after.ts';
import { createScoreForJobs } from './pipeline/apply/score-for-jobs.ts';
import { createTellApplications } from './pipeline/apply/tell-applications.ts';
import { createTaxonomy } from './pipeline/enrich/create-taxonomy.ts';
import { readAnswer } from './pipeline/feedback/read-answer.ts';
import { createTakeFeedback } from './pipeline/feedback/take-feedback.ts';
import { createGrantSubmission } from './pipeline/ingest/grant-submission.ts';
import { createReadAttachment } from './pipeline/ingest/read-attachment.ts';
import { createMatchPostings, createMatchResume } from './pipeline/match/match-steps.ts';
import { createPreparedPostings } from './pipeline/match/prepared-postings.ts';
import { createJoinPersons } from './pipeline/people/join-persons.ts';
import { createDropOriginals, thenDropOriginals } from './pipeline/privacy/drop-originals.ts';
import { createErase } from './pipeline/privacy/erase-step.ts';
import { createEnforceRetention, scheduleRetention } from './pipeline/privacy/retention-step.ts';
import { type OpenReader, openResumeReader } from './reader.ts';
import { channelStateOf } from './store/channel-state.ts';
import { probeWriting } from './store/probe-writing.ts';
import { openStore, type Store } from './store/store.ts';
import { sweepOrphans } from './store/sweep-orphans.ts';
import { createTaskQueue } from './store/task-queue.ts';
import type { StepHandlers } from './tasks/handlers.ts';
import type { TaskQueue } from './tasks/queue.ts';
import { createWorker, type Worker } from './tasks/worker.ts';

/** The parts that the terminal shares with the service. */
export interface Parts {
  config: Config;
  clock: Clock;
  log: Log;
  store: Store;
  queue: TaskQueue;
  taxonomy: Taxonomy;
  reader: OpenReader;
  channels: Map<string, Channel>;
  worker: Worker;
  /** Running tasks finish or give their lease back within `withinMs`, 10 s by default (rule R4). */
  close(withinMs?: number): Promise<void>;
}

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
  wrapReader?(reader: Parts['reader']): Parts['reader'];
  /** Answers for name servers, for checks of senders. */
  resolveDns?: EmailOptions['resolveDns'];
  imapTimings?: Partial<ImapTimings>;
  slackTimings?: Pick<SlackOptions, 'timings' | 'spacingMs'>;
  discordTimings?: Parameters<typeof openDiscord>[1];
}

/** Opens store, reader and worker; starts nothing. */
export async function openParts(config: Config, clock: Clock, log: Log, { wrapReader }: Replacements = {}): Promise<Parts> {
  const store = await openStore({ file: config.databaseUrl, dataFolder: config.dataFolder, clock });
  const taxonomy = createTaxonomy();
  const opened = openResumeReader(log);
  const reader = wrapReader ? wrapReader(opened) : opened;
  const queue = createTaskQueue(store);
  const channels = new Map<string, Channel>();
  const worker = createWorker({
    queue,
    handlers: handlersOf({ config, clock, store, queue, taxonomy, reader, channels }),
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
    async close(withinMs) {
      unsubscribe();
      await worker.stop(withinMs);
      await reader.close();
      await store.close();
    },
  };
}

const intakeOf = ({ config, store, reader, taxonomy }: Pick<Wired, 'config' | 'store' | 'reader' | 'taxonomy'>): ChannelEvents =>
  createIntake({
    store,
    workspace: DEFAULT_WORKSPACE,
    people: config.people,
    reader,
    isCommand: (line) => parseCommandLine(line, COMMANDS) !== undefined,
    isAnswer: (text, { matches, companies }) => readAnswer(text, { taxonomy, items: matches.length, companies }) !== undefined,
  });

type Wired = Pick<Parts, 'config' | 'clock' | 'store' | 'queue' | 'taxonomy' | 'reader' | 'channels'>;

function handlersOf({ config, clock, store, queue, taxonomy, reader, channels }: Wired): StepHandlers {
  const { showFrom, storeFrom } = config.scores;
  const { retentionDays, keepOriginals } = config;
  const sent = createSentMailFiles(`${config.dataFolder}/outbox`);
  const matching = { store, taxonomy, prepared: createPreparedPostings(taxonomy), clock, storeFrom };
  const roles = (channel: string, address: string) => roleBySettings(config.people, channel, address);
  const inbox = config.mail.from.address;
  const settings = { showFrom, storeFrom, retentionDays, keepOriginals, inbox, roleBySettings: roles };
  const bound = { store, clock };
  const handlers: StepHandlers = {
    readAttachment: createReadAttachment({ store, reader, clock, inboxReaders: config.people.inboxReaders, taxonomy }),
    fetchAttachment: createFetchAttachment({ store, clock, channel: (name) => channels.get(name) }),
    matchResume: createMatchResume(matching),
    matchPostings: createMatchPostings(matching),
    scoreForJobs: createScoreForJobs(matching),
    tellApplications: createTellApplications({ store, clock }),
    openApplications: createOpenApplications({ store, clock }),
    grantSubmission: createGrantSubmission({ store, clock, inboxReaders: config.people.inboxReaders }),
    answerSubmission: limitReplies(
      bound,
      createAnswerSubmission({
        store,
        clock,
        taxonomy,
        showFrom,
        retentionDays,
        keepOriginals,
        stillMatching: stillMatching(queue),
        commandHelp,
      }),
    ),
    runCommand: limitReplies(bound, createRunCommand({ store, queue, taxonomy, clock, settings, readText: reader.text })),
    takeFeedback: limitReplies(bound, createTakeFeedback({ store, clock, taxonomy, storeFrom, showFrom })),
    deliverMessage: createDeliverMessage({
      store,
      clock,
      channel: (name) => channels.get(name),
      links: linksOf(config, store),
    }),
    sendDigest: createSendDigest({
      store,
      taxonomy,
      clock,
      showFrom,
      prepared: matching.prepared,
      demand: createDemandReader(store),
    }),
    erase: createErase({ store, clock, sent }),
    joinPersons: createJoinPersons({ store }),
    syncSource: createSyncSource({
      store,
      clock,
      channel: (name) => channels.get(name),
      intake: intakeOf({ config, store, reader, taxonomy }),
    }),
    enforceRetention: createEnforceRetention({ store, clock, sent, retentionDays, keepOriginals }),
    dropOriginals: createDropOriginals({ store, sent }),
    markMessage: createMarkMessage({ store, clock, channel: (name) => channels.get(name) }),
  };
  const kept = keepOriginals ? handlers : thenDropOriginals(store, handlers);
  return forChats({ clock, channel: (name) => channels.get(name) }, kept);
}

/** Links lead somewhere only when pages are served and people can reach them. */
const linksOf = ({ http }: Config, store: Store) =>
  http.publicUrl === undefined || http.listen === 'off'
    ? undefined
    : createMessageLinks(http.publicUrl, store.keys.links, createFindCorrectable(store));

const stillMatching = (queue: TaskQueue) => async (workspace: string, submissionId: string, resumeIds: readonly string[]) => {
  for (const resumeId of resumeIds)
    if ((await queue.countPending(workspace, `match:${workspace}:${resumeId}:${submissionId}`)) > 0) return true;
  return false;
};

const commandHelp = (role: Role) =>
  COMMANDS.filter((command) => mayUse(role, command)).map(({ usage, summary }) => ({ command: usage, does: summary }));

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

async function startService(
  parts: Parts,
  { resolveDns, imapTimings, slackTimings, discordTimings }: Replacements,
): Promise<Service> {
  const { config, clock, log, store, worker, channels } = parts;
  await ensureNamedPeople(store, config.people);
  const intake = intakeOf(parts);
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
  const slack = await createSlack(parts, slackTimings);
  if (slack) channels.set(slack.name, slack);
  const discord = await openDiscord(parts, discordTimings);
  if (discord) channels.set(discord.name, discord);
  const pages = await startPages(parts, slack?.http ? [slack.http] : []);
  // The worker first: what was accepted before a crash goes on before anything new comes in.
  worker.start();
  parts.reader.warm();
  await email.start(intake, channelStateOf(store, DEFAULT_WORKSPACE, email.name)).catch(async (error: unknown) => {
    await pages?.close();
    throw error;
  });
  // These never fail a start: what is wrong with Slack is no reason to refuse mail.
  await Promise.all([
    slack?.start(intake, channelStateOf(store, DEFAULT_WORKSPACE, slack.name)),
    discord?.start(intake, channelStateOf(store, DEFAULT_WORKSPACE, discord.name)),
  ]);
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
      await Promise.all([email.stop(), slack?.stop(), discord?.stop(), pages?.close()]);
      await parts.close(Math.max(1_000, until - performance.now()));
    },
  };
}

/** Slack's library is imported only when it is on: half a second of the start. */
async function createSlack(parts: Parts, timings: Replacements['slackTimings']): Promise<SlackChannel | undefined> {
  const { config, clock, log, store } = parts;
  if (!config.slack) return undefined;
  const { createSlackChannel } = await import('./bots/slack/create-slack-channel.ts');
  const readBlob = (blob: string) => store.blobs.get(DEFAULT_WORKSPACE, blob);
  return createSlackChannel({ account: config.slack, log, clock, commands: commandFaces(), readBlob, ...timings });
}

/** Imported only when on: 60 ms of the start. */
async function startPages(parts: Parts, hooks: readonly HttpHook[]): Promise<ServedPages | undefined> {
  const { config, clock, log, store, channels, taxonomy } = parts;
  const { listen, askedFor } = config.http;
  if (listen === 'off') return undefined;
  const { servePages } = await import('./http/serve-pages.ts');
  const { createPageCorrections } = await import('./http/correct-by-page.ts');
  const corrections = createPageCorrections({ store, clock, taxonomy, ...config.scores });
  const health = { probeWriting: () => probeWriting(store, config.dataFolder), channels };
  return servePages({ store, clock, log, sender: config.mail.from.name, listen, askedFor, health, corrections, hooks });
}

const LISTEN_PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: another program listens there, or the service runs already',
  EADDRNOTAVAIL: 'is no address of this machine',
  ENOTFOUND: 'is no address of this machine',
  EACCES: 'needs more rights than this user has (ports below 1024 do)',
};

/** What the system refuses about the listener's address, as a setting and its fix; anything else as it is. */
function listenProblem({ mail: { listen } }: Config, error: unknown): unknown {
  const reason = error instanceof Error && 'code' in error ? LISTEN_PROBLEMS[String(error.code)] : undefined;
  if (reason === undefined || listen === 'off' || !(error instanceof Error && 'syscall' in error)) return error;
  return new ConfigError(
    'SMTP_LISTEN',
    `${listen.host}:${listen.port} ${reason}`,
    'Stop the other one, choose a free address, for example SMTP_LISTEN=127.0.0.1:2526, or SMTP_LISTEN=off.',
  );
}
