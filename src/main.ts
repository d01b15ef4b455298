/** `runService(config, clock)`: wiring only. Store → reader → channels → worker → schedule, and the same way back down. */
import { schedule } from 'node-cron';
import { createEmailChannel, type EmailOptions } from './bots/email/create-email-channel.ts';
import { createSentMailFiles } from './bots/email/forget-sent-mail.ts';
import type { MailboxStatus } from './bots/email/imap-account.ts';
import type { ImapTimings } from './bots/email/imap-timings.ts';
import type { SlackOptions } from './bots/slack/create-slack-channel.ts';
import { COMMANDS } from './commands/all-commands.ts';
import { nearestCommand } from './commands/find-command.ts';
import { createFormOf } from './commands/form-of.ts';
import { parseCommandLine } from './commands/parse-command-line.ts';
import { type CommandSettings, mayUse } from './commands/registry.ts';
import { createRunCommand } from './commands/run-command.ts';
import { createSuggest } from './commands/suggest.ts';
import type { Config } from './config.ts';
import { createDeliverMessage } from './delivery/deliver-message.ts';
import { createFetchAttachment } from './delivery/fetch-attachment.ts';
import { forChats } from './delivery/for-chats.ts';
import { createMarkMessage } from './delivery/mark-message.ts';
import { createPublishHome } from './delivery/publish-home.ts';
import { thenRefreshHomes } from './delivery/refresh-homes.ts';
import { createShowProgress } from './delivery/show-progress.ts';
import { createDemandReader } from './digest/market-trends.ts';
import { scheduleDueDigests } from './digest/schedule-digests.ts';
import { createSendDigest } from './digest/send-digest.ts';
import type { Clock } from './domain/clock.ts';
import { errorFrames, errorName } from './domain/error-name.ts';
import { DEFAULT_WORKSPACE } from './domain/ids.ts';
import type { Role } from './domain/people.ts';
import { beforeTasks } from './intake/before-tasks.ts';
import { createIntake } from './intake/create-intake.ts';
import { ensureNamedPeople } from './intake/ensure-named-people.ts';
import { roleBySettings } from './intake/roles.ts';
import { createSyncSource, scheduleSources } from './intake/sync-source.ts';
import { listenProblem } from './listen-problem.ts';
import type { Log } from './log.ts';
import type { Channel, ChannelEvents } from './messages/channel.ts';
import { openDiscord } from './open-discord.ts';
import { openModel } from './open-model.ts';
import { linksOf, openPages } from './open-pages.ts';
import { openSlack } from './open-slack.ts';
import { createAnswerSubmission } from './pipeline/answer/answer-submission.ts';
import { limitReplies, MOST_REPLIES_AN_HOUR, MOST_REPLIES_IN_CHAT } from './pipeline/answer/limit-replies.ts';
import { createOpenApplications } from './pipeline/apply/look-after.ts';
import { createScoreForJobs } from './pipeline/apply/score-for-jobs.ts';
import { createTellApplications } from './pipeline/apply/tell-applications.ts';
import { askId, createAskModel } from './pipeline/ask/ask-model.ts';
import { createCallModel } from './pipeline/ask/call-model.ts';
import { createTaxonomy } from './pipeline/enrich/create-taxonomy.ts';
import { readAnswer } from './pipeline/feedback/read-answer.ts';
import { createTakeFeedback } from './pipeline/feedback/take-feedback.ts';
import { createGrantSubmission } from './pipeline/ingest/grant-submission.ts';
import { createReadAgain, scheduleReadAgain } from './pipeline/ingest/read-again.ts';
import { createReadAttachment } from './pipeline/ingest/read-attachment.ts';
import { createMatchPostings, createMatchResume } from './pipeline/match/match-steps.ts';
import { createPreparedPostings } from './pipeline/match/prepared-postings.ts';
import { createJoinPersons } from './pipeline/people/join-persons.ts';
import { createDropOriginals, thenDropOriginals } from './pipeline/privacy/drop-originals.ts';
import { createErase } from './pipeline/privacy/erase-step.ts';
import { createEnforceRetention, scheduleRetention } from './pipeline/privacy/retention-step.ts';
import { openResumeReader } from './reader.ts';
import type { Parts } from './service-parts.ts';
import { channelStateOf } from './store/channel-state.ts';
import { openStore } from './store/store.ts';
import { sweepOrphans } from './store/sweep-orphans.ts';
import { createTaskQueue } from './store/task-queue.ts';
import { createGiveWay } from './tasks/give-way.ts';
import type { StepHandlers } from './tasks/handlers.ts';
import type { TaskQueue } from './tasks/queue.ts';
import { createWorker } from './tasks/worker.ts';

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
  /** Further channels, started last. */
  channels?: readonly Channel[];
}

/** Opens store, reader and worker; starts nothing. */
export async function openParts(config: Config, clock: Clock, log: Log, { wrapReader }: Replacements = {}): Promise<Parts> {
  const store = await openStore({ file: config.databaseUrl, dataFolder: config.dataFolder, clock });
  const taxonomy = createTaxonomy();
  const opened = openResumeReader(log);
  const reader = wrapReader ? wrapReader(opened) : opened;
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

const intakeOf = ({
  config,
  store,
  reader,
  taxonomy,
  channels,
}: Pick<Wired, 'config' | 'store' | 'reader' | 'taxonomy' | 'channels'>) =>
  createIntake({
    store,
    workspace: DEFAULT_WORKSPACE,
    people: config.people,
    reader,
    isChat: (name) => channels.get(name)?.capabilities.editing === true,
    isCommand: (line) => parseCommandLine(line, COMMANDS) !== undefined,
    isAnswer: (text, { matches, companies }) => readAnswer(text, { taxonomy, items: matches.length, companies }) !== undefined,
  });

type Wired = Pick<Parts, 'config' | 'clock' | 'log' | 'store' | 'queue' | 'taxonomy' | 'reader' | 'channels' | 'giveWay'>;

function handlersOf({ config, clock, log, store, queue, taxonomy, reader, channels, giveWay }: Wired): StepHandlers {
  const { showFrom, storeFrom } = config.scores;
  const { retentionDays, keepOriginals } = config;
  const sent = createSentMailFiles(`${config.dataFolder}/outbox`);
  const matching = { store, taxonomy, prepared: createPreparedPostings(taxonomy), clock, storeFrom, turn: giveWay.turn };
  const settings = settingsOf(config);
  const isChat = (name: string) => channels.get(name)?.capabilities.editing === true;
  const bound = { store, clock, most: (name: string) => (isChat(name) ? MOST_REPLIES_IN_CHAT : MOST_REPLIES_AN_HOUR) };
  const asking = { store, reader, taxonomy, clock, asked: openModel(config) };
  const splitsLists = (name: string) => channels.get(name)?.capabilities.itemMessages === true;
  const handlers: StepHandlers = {
    readAttachment: createReadAttachment({
      store,
      reader,
      clock,
      inboxReaders: config.people.inboxReaders,
      taxonomy,
      asksModel: asking.asked !== undefined,
    }),
    askModel: createAskModel(asking),
    callModel: createCallModel({ ...asking, warn: (reason, fix) => log.warn({ fix }, reason) }),
    readAgain: createReadAgain({ store, queue, clock }),
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
        askingSince: askingSince(queue),
        commandHelp,
        nearestCommand: nearest,
      }),
    ),
    runCommand: limitReplies(bound, createRunCommand({ store, queue, taxonomy, clock, settings, readText: reader.text })),
    takeFeedback: limitReplies(bound, createTakeFeedback({ store, clock, taxonomy, storeFrom, showFrom, splitsLists })),
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
      intake: intakeOf({ config, store, reader, taxonomy, channels }),
    }),
    enforceRetention: createEnforceRetention({ store, clock, sent, retentionDays, keepOriginals }),
    dropOriginals: createDropOriginals({ store, sent }),
    markMessage: createMarkMessage({ store, clock, channel: (name) => channels.get(name) }),
    showProgress: createShowProgress({ store, clock, channel: (name) => channels.get(name) }),
    publishHome: createPublishHome({ store, clock, taxonomy, showFrom, retentionDays, keepOriginals, channels }),
  };
  const kept = keepOriginals ? handlers : thenDropOriginals(store, handlers);
  return forChats({ clock, channel: (name) => channels.get(name) }, thenRefreshHomes(bound, kept));
}

const settingsOf = ({ scores, retentionDays, keepOriginals, mail, people }: Config): CommandSettings => ({
  ...scores,
  retentionDays,
  keepOriginals,
  inbox: mail.from.address,
  roleBySettings: (channel, address) => roleBySettings(people, channel, address),
});

const stillMatching = (queue: TaskQueue) => async (workspace: string, submissionId: string, resumeIds: readonly string[]) => {
  for (const resumeId of resumeIds)
    if ((await queue.countPending(workspace, `match:${workspace}:${resumeId}:${submissionId}`)) > 0) return true;
  return false;
};

const askingSince = (queue: TaskQueue) => async (workspace: string, resumeIds: readonly string[]) => {
  const since = await Promise.all(resumeIds.map((id) => queue.waitingSince(workspace, askId(workspace, id))));
  return since.reduce((first, at) => (at === undefined || (first ?? at) < at ? first : at), undefined);
};

const commandHelp = (role: Role) =>
  COMMANDS.filter((command) => mayUse(role, command)).map(({ usage, summary, slash }) => ({
    command: usage,
    does: summary,
    slash,
  }));
const nearest = (text: string, role: Role) => nearestCommand(text, role, COMMANDS);

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
