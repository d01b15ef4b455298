import { createSentMailFiles } from './bots/email/forget-sent-mail.ts';
import { COMMANDS } from './commands/all-commands.ts';
import { nearestCommand } from './commands/find-command.ts';
import { parseCommandLine } from './commands/parse-command-line.ts';
import { type CommandSettings, mayUse } from './commands/registry.ts';
import { createRunCommand } from './commands/run-command.ts';
import type { Config } from './config.ts';
import { createDeliverMessage } from './delivery/deliver-message.ts';
import { createFetchAttachment } from './delivery/fetch-attachment.ts';
import { forChats } from './delivery/for-chats.ts';
import { createMarkMessage } from './delivery/mark-message.ts';
import { createPublishHome } from './delivery/publish-home.ts';
import { thenRefreshHomes } from './delivery/refresh-homes.ts';
import { createShowProgress } from './delivery/show-progress.ts';
import { createDemandReader } from './digest/market-trends.ts';
import { createSendDigest } from './digest/send-digest.ts';
import { DEFAULT_WORKSPACE } from './domain/ids.ts';
import type { Role } from './domain/people.ts';
import { createIntake } from './intake/create-intake.ts';
import { roleBySettings } from './intake/roles.ts';
import { createSyncSource } from './intake/sync-source.ts';
import { openModel } from './open-model.ts';
import { linksOf } from './open-pages.ts';
import { createAnswerSubmission } from './pipeline/answer/answer-submission.ts';
import { limitReplies, MOST_REPLIES_AN_HOUR, MOST_REPLIES_IN_CHAT } from './pipeline/answer/limit-replies.ts';
import { createOpenApplications } from './pipeline/apply/look-after.ts';
import { createScoreForJobs } from './pipeline/apply/score-for-jobs.ts';
import { createTellApplications } from './pipeline/apply/tell-applications.ts';
import { askId, createAskModel } from './pipeline/ask/ask-model.ts';
import { createCallModel } from './pipeline/ask/call-model.ts';
import { readAnswer } from './pipeline/feedback/read-answer.ts';
import { createTakeFeedback } from './pipeline/feedback/take-feedback.ts';
import { createGrantSubmission } from './pipeline/ingest/grant-submission.ts';
import { createReadAgain } from './pipeline/ingest/read-again.ts';
import { createReadAttachment } from './pipeline/ingest/read-attachment.ts';
import { createMatchPostings, createMatchResume } from './pipeline/match/match-steps.ts';
import { createPreparedPostings } from './pipeline/match/prepared-postings.ts';
import { createJoinPersons } from './pipeline/people/join-persons.ts';
import { createDropOriginals, thenDropOriginals } from './pipeline/privacy/drop-originals.ts';
import { createErase } from './pipeline/privacy/erase-step.ts';
import { createEnforceRetention } from './pipeline/privacy/retention-step.ts';
import type { Parts } from './service-parts.ts';
import type { StepHandlers } from './tasks/handlers.ts';
import type { TaskQueue } from './tasks/queue.ts';

/** What channels call. */
export const intakeOf = ({
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

/** Every step with its handler (`tasks/handlers.ts`). */
export function handlersOf({ config, clock, log, store, queue, taxonomy, reader, channels, giveWay }: Wired): StepHandlers {
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
    runCommand: limitReplies(bound, createRunCommand({ store, queue, taxonomy, clock, settings, readAdFile: reader.ad })),
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

export const settingsOf = ({ scores, retentionDays, keepOriginals, mail, people }: Config): CommandSettings => ({
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
