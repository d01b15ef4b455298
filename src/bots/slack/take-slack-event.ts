/** The one way in, whether an event came over the socket or over HTTP: read, committed, and then answered (rule S1). */
import type { CommandFace } from '../../commands/registry.ts';
import type { Clock } from '../../domain/clock.ts';
import type { ChannelEvents, CommandInvocation, IncomingMessage } from '../../messages/channel.ts';
import { withBytes } from './fetch-shared-files.ts';
import type { FileSource } from './fetch-slack-file.ts';
import type { OwnConversations } from './own-conversations.ts';
import { readSlackEvent } from './read-slack-event.ts';
import { mentionSlack } from './respond-slack.ts';
import type { SlackApi } from './slack-api.ts';
import type { SlackEvent } from './slack-event.ts';
import { modalOf } from './slack-form.ts';
import { isDirect } from './slack-ids.ts';
import type { SlackLog } from './slack-log.ts';
import { setupFix, slackErrorCode } from './slack-problem.ts';
import type { SlackSelf } from './slack-self.ts';

export interface TakeOptions {
  events: ChannelEvents;
  api: SlackApi;
  files: FileSource;
  commands: readonly CommandFace[];
  own: OwnConversations;
  clock: Clock;
  log: SlackLog;
}

/** Resolves after the commit, with what the acknowledgement carries. A rejection means: not acknowledged. */
export type TakeEvent = (type: string, body: unknown, us: SlackSelf) => Promise<object | undefined>;

const whisper = (text: string) => ({ response_type: 'ephemeral', text });
const ANSWER_COMES = whisper('The answer comes in a direct message.');
const ANSWER_COMES_HERE = whisper('One moment. Only you will see the answer.');
const ELSEWHERE = whisper(
  'Shortlist is not set up for this workspace, so nothing was kept. Whoever runs it can connect one workspace to it.',
);
const LOOKED =
  'I looked at the files of that message. What is a resume goes on in a direct message to you; nothing else is kept.';
const NOTHING_TO_READ = 'There is no file in that message that I can open. Send it to me in a direct message instead.';

export function createTakeEvent(options: TakeOptions): TakeEvent {
  const { events, own, clock } = options;
  /** Messages that are being looked at: a redelivery waits for the same look instead of a second one (rule S3). */
  const looking = new Map<string, Promise<void>>();

  const received = (message: IncomingMessage): Promise<void> => {
    if (message.sharedPlace !== true) return events.messageReceived(message);
    const first = looking.get(message.eventKey);
    if (first) return first;
    const look = withBytes(options.files, message)
      .then((looked) => events.messageReceived(looked))
      .finally(() => looking.delete(message.eventKey));
    looking.set(message.eventKey, look);
    return look;
  };

  return async (type, body, us) => {
    const context = { us, commands: options.commands, isOwn: own.isOwn, now: clock.now().getTime() };
    const event = readSlackEvent(type, body, context);
    switch (event.kind) {
      case 'message':
        if (isDirect(event.message.conversation)) own.learn(event.message.conversation, event.message.sender.address);
        await received(event.message);
        return undefined;
      case 'reaction':
        await events.reactionChanged(event.reaction);
        return undefined;
      case 'home':
        own.learn(event.conversation, event.opened.sender.address);
        await events.homeOpened(event.opened);
        return undefined;
      case 'command':
        return takeCommand(options, event);
      case 'pointedAt':
        await takePointedAt(options, event, received);
        return undefined;
      case 'elsewhere':
        return ELSEWHERE;
      case 'nothing':
        return undefined;
    }
  };
}

async function takeCommand(
  options: TakeOptions,
  { command, trigger, asksForm, typed }: Extract<SlackEvent, { kind: 'command' }>,
): Promise<object | undefined> {
  const asked = command.command.toLowerCase();
  const face = options.commands.find(({ name, aliases }) => name === asked || aliases?.includes(asked));
  const wantsForm = asksForm || (face?.hasForm === true && command.words.length === 0);
  if (wantsForm && trigger !== undefined && (await opensForm(options, command, trigger))) return undefined;
  await options.events.commandInvoked(command);
  if (!typed) return undefined;
  if (command.invocation !== undefined) return ANSWER_COMES_HERE;
  return isDirect(command.conversation) ? undefined : ANSWER_COMES;
}

/** False when there is none for this person, or Slack's three seconds are over: the command is then answered in words. */
async function opensForm({ events, api, log }: TakeOptions, asked: CommandInvocation, trigger: string): Promise<boolean> {
  const { channel, sender, command, words } = asked;
  const form = await events.formOf({ channel, sender, command, words });
  const view = form && modalOf(form, asked);
  if (!view) return false;
  try {
    await api.views.open({ trigger_id: trigger, view });
    return true;
  } catch (error) {
    const fix = setupFix(error);
    log.warn({ error: slackErrorCode(error), ...(fix === undefined ? {} : { fix }) }, 'a form could not be opened');
    return false;
  }
}

/** The one who pointed is told where they pointed: whether it was a resume is found out and answered in the direct conversation. */
async function takePointedAt(
  { files }: TakeOptions,
  { message, responseUrl }: Extract<SlackEvent, { kind: 'pointedAt' }>,
  received: (message: IncomingMessage) => Promise<void>,
): Promise<void> {
  if (message.attachments.length === 0) return mentionSlack(files, responseUrl, NOTHING_TO_READ);
  const looked = await withBytes(files, message);
  if (looked.attachments.length === 0) return mentionSlack(files, responseUrl, NOTHING_TO_READ);
  await received(looked);
  await mentionSlack(files, responseUrl, LOOKED);
}
