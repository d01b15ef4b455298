/** Buttons, forms and shortcuts → ours. Pure. */
import { z } from 'zod';
import { readButtonValue } from '../../messages/button-values.ts';
import type { CommandInvocation } from '../../messages/channel.ts';
import { attachmentsOf, SlackFile } from './read-slack-message.ts';
import { NOTHING, type ReadContext, type SlackEvent } from './slack-event.ts';
import { FORM, readFormState, readFormTag, ViewState } from './slack-form.ts';
import { messageIdOf } from './slack-ids.ts';
import { answerPlace } from './slack-invocation.ts';
import { ADD_TO_PIPELINE, SEND_A_RESUME } from './slack-shortcuts.ts';

const Who = { team: z.object({ id: z.string() }).nullish(), user: z.object({ id: z.string() }) };

const Buttons = z.object({
  type: z.literal('block_actions'),
  ...Who,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z.object({
    message_ts: z.string().optional(),
    channel_id: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
    view_id: z.string().optional(),
  }),
  actions: z.array(z.object({ type: z.string(), value: z.string().optional() })),
});

const Submission = z.object({
  type: z.literal('view_submission'),
  ...Who,
  view: z.object({ id: z.string(), callback_id: z.string(), private_metadata: z.string(), state: ViewState }),
});

const Shortcut = z.object({ type: z.literal('shortcut'), ...Who, callback_id: z.string(), trigger_id: z.string() });

const PointedAt = z.object({
  type: z.literal('message_action'),
  ...Who,
  callback_id: z.string(),
  response_url: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), files: z.array(SlackFile).default([]) }),
});

const Interaction = z.discriminatedUnion('type', [Buttons, Submission, Shortcut, PointedAt]);

export function readSlackInteraction(body: unknown, context: ReadContext): SlackEvent {
  const read = Interaction.safeParse(body);
  if (!read.success) return NOTHING;
  switch (read.data.type) {
    case 'block_actions':
      return readButton(read.data, context);
    case 'view_submission':
      return readSubmission(read.data, context);
    case 'shortcut':
      return readShortcut(read.data, context);
    case 'message_action':
      return readPointedAt(read.data, context);
  }
}

const teamOf = ({ team }: { team?: { id: string } | null }, { us }: ReadContext): string => team?.id ?? us.team;

function readButton(data: z.infer<typeof Buttons>, context: ReadContext): SlackEvent {
  const [pressed] = data.actions;
  const action = pressed?.type === 'button' && pressed.value !== undefined ? readButtonValue(pressed.value) : undefined;
  if (!action) return NOTHING;
  const { channel_id: channel, message_ts: ts, is_ephemeral: ephemeral } = data.container;
  const user = data.user.id;
  const base = {
    channel: 'slack',
    eventKey: `action:${teamOf(data, context)}:${data.trigger_id}`,
    ...answerPlace({ user, channel: ephemeral ? undefined : channel, responseUrl: data.response_url }, context),
    sender: { address: user, verified: true },
  };
  const messageId = channel !== undefined && ts !== undefined ? messageIdOf(channel, ts) : undefined;
  if (action.kind === 'feedback') {
    const { match, emoji } = action;
    // A button of a Home stands in no message.
    const target = messageId ?? `view:${data.container.view_id ?? ''}`;
    return { kind: 'reaction', reaction: { ...base, target, emoji, removed: false, match } };
  }
  const [command = 'help', ...words] = action.line.split(/\s+/).filter(Boolean);
  return {
    kind: 'command',
    command: { ...base, command, words, options: {}, messageId },
    trigger: data.trigger_id,
    asksForm: action.kind === 'form',
    typed: false,
  };
}

/** What was filled in, as options of its command. The answer goes to where the form was asked for. */
function readSubmission(data: z.infer<typeof Submission>, context: ReadContext): SlackEvent {
  const { view, user } = data;
  const tag = view.callback_id === FORM ? readFormTag(view.private_metadata) : undefined;
  if (!tag) return NOTHING;
  const { options, files } = readFormState(view.state);
  const place =
    tag.invocation === undefined || (tag.invocationExpiresAt ?? 0) <= context.now
      ? answerPlace({ user: user.id, channel: tag.conversation }, context)
      : {
          conversation: user.id,
          private: true,
          invocation: tag.invocation,
          invocationExpiresAt: tag.invocationExpiresAt,
        };
  return {
    kind: 'command',
    asksForm: false,
    typed: false,
    command: {
      channel: 'slack',
      eventKey: `form:${teamOf(data, context)}:${view.id}`,
      ...place,
      sender: { address: user.id, verified: true },
      command: tag.command,
      words: tag.words,
      options,
      attachments: attachmentsOf(files),
    },
  };
}

function readShortcut(data: z.infer<typeof Shortcut>, context: ReadContext): SlackEvent {
  if (data.callback_id !== SEND_A_RESUME.callback_id) return NOTHING;
  const { user, trigger_id: trigger } = data;
  const command: CommandInvocation = {
    channel: 'slack',
    eventKey: `shortcut:${teamOf(data, context)}:${trigger}`,
    ...answerPlace({ user: user.id }, context),
    sender: { address: user.id, verified: true },
    command: SEND_A_RESUME.command,
    words: [],
    options: {},
  };
  return { kind: 'command', command, trigger, asksForm: true, typed: false };
}

/** Its words are somebody else's: only the files are taken. Once for each person who points at it. */
function readPointedAt(data: z.infer<typeof PointedAt>, context: ReadContext): SlackEvent {
  if (data.callback_id !== ADD_TO_PIPELINE.callback_id) return NOTHING;
  const { user, channel, message } = data;
  const messageId = messageIdOf(channel.id, message.ts);
  return {
    kind: 'pointedAt',
    responseUrl: data.response_url,
    message: {
      channel: 'slack',
      eventKey: `pointed:${teamOf(data, context)}:${user.id}:${messageId}`,
      conversation: user.id,
      private: true,
      sharedPlace: true,
      sender: { address: user.id, verified: true },
      inReplyTo: [],
      references: [],
      recipients: [context.us.user],
      text: '',
      attachments: attachmentsOf(message.files),
      remarks: [],
    },
  };
}
