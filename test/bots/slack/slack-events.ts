/** What people do in Slack, as Slack tells it. */
import { BOT, directOf, TEAM } from '../../servers/slack-server.ts';

interface FileGiven {
  id: string;
  name: string;
  mimetype?: string;
  size?: number;
}

const eventOf = (id: string, event: object) => ({ team_id: TEAM, event_id: id, type: 'event_callback', event });

export const directMessage = (
  id: string,
  user: string,
  ts: string,
  more: { text?: string; files?: FileGiven[]; thread?: string } = {},
) =>
  eventOf(id, {
    type: 'message',
    channel: directOf(user),
    channel_type: 'im',
    user,
    ts,
    text: more.text ?? '',
    ...(more.files ? { subtype: 'file_share', files: more.files } : {}),
    ...(more.thread ? { thread_ts: more.thread } : {}),
  });

export const mention = (id: string, user: string, channel: string, ts: string, text: string, files?: FileGiven[]) =>
  eventOf(id, { type: 'app_mention', channel, user, ts, text: `<@${BOT}> ${text}`, ...(files ? { files } : {}) });

export const fileShared = (id: string, user: string, file: string) =>
  eventOf(id, { type: 'file_shared', file_id: file, user_id: user, channel_id: directOf(user) });

export const reaction = (
  id: string,
  user: string,
  target: string,
  name: string,
  more: { removed?: boolean; of?: string } = {},
) => {
  const [channel, ts] = target.split(':');
  return eventOf(id, {
    type: more.removed ? 'reaction_removed' : 'reaction_added',
    user,
    reaction: name,
    item_user: more.of ?? BOT,
    item: { type: 'message', channel, ts },
  });
};

/** A file of Slack as an event, a form or a history shows it. */
export const messageIn = (
  id: string,
  user: string,
  channel: string,
  ts: string,
  more: { text?: string; files?: FileGiven[]; thread?: string } = {},
) =>
  eventOf(id, {
    type: 'message',
    channel,
    channel_type: channel.startsWith('G') ? 'group' : 'channel',
    user,
    ts,
    text: more.text ?? '',
    ...(more.files ? { subtype: 'file_share', files: more.files } : {}),
    ...(more.thread ? { thread_ts: more.thread } : {}),
  });

export const homeOpened = (id: string, user: string, tab: 'home' | 'messages' = 'home') =>
  eventOf(id, { type: 'app_home_opened', user, channel: directOf(user), tab });

/** `trigger` makes the event what it is; one made by the server opens a form. */
export const slashCommand = (
  trigger: string,
  user: string,
  text: string,
  channel = directOf(user),
  more: { command?: string; responseUrl?: string; team?: string } = {},
) => ({
  team_id: more.team ?? TEAM,
  trigger_id: trigger,
  user_id: user,
  channel_id: channel,
  command: more.command ?? '/shortlist',
  text,
  ...(more.responseUrl === undefined ? {} : { response_url: more.responseUrl }),
});

const who = (user: string) => ({ team: { id: TEAM }, user: { id: user, team_id: TEAM } });

/** A button of that message; of a message that only they see with `ephemeral`. */
export const buttonPressed = (
  trigger: string,
  user: string,
  target: string,
  value: string,
  more: { responseUrl?: string; ephemeral?: boolean } = {},
) => {
  const [channel, ts] = target.split(':');
  return {
    type: 'block_actions',
    ...who(user),
    trigger_id: trigger,
    ...(more.responseUrl === undefined ? {} : { response_url: more.responseUrl }),
    container: { type: 'message', channel_id: channel, message_ts: ts, is_ephemeral: more.ephemeral ?? false },
    actions: [{ type: 'button', action_id: 'b0', value }],
  };
};

/** A button of their Home. */
export const homeButtonPressed = (trigger: string, user: string, value: string) => ({
  type: 'block_actions',
  ...who(user),
  trigger_id: trigger,
  container: { type: 'view', view_id: `VHOME${user}` },
  actions: [{ type: 'button', action_id: 'b0', value }],
});

/** What they filled into that modal, by the names of its fields; a list is of files. */
export const formSubmitted = (
  id: string,
  user: string,
  view: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, string | null | FileGiven[]>>,
) => ({
  type: 'view_submission',
  ...who(user),
  view: {
    id,
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    state: {
      values: Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          {
            value: Array.isArray(value) ? { type: 'file_input', files: value } : { type: 'plain_text_input', value },
          },
        ]),
      ),
    },
  },
});

export const globalShortcut = (trigger: string, user: string, callback = 'send_resume') => ({
  type: 'shortcut',
  ...who(user),
  callback_id: callback,
  trigger_id: trigger,
});

/** "Add to pipeline" in the menu of somebody's message. */
export const messageShortcut = (
  trigger: string,
  user: string,
  target: string,
  more: { responseUrl: string; files?: FileGiven[]; author?: string; text?: string },
) => {
  const [channel, ts] = target.split(':');
  return {
    type: 'message_action',
    ...who(user),
    callback_id: 'add_to_pipeline',
    trigger_id: trigger,
    response_url: more.responseUrl,
    channel: { id: channel },
    message: { type: 'message', user: more.author ?? user, ts, text: more.text ?? '', files: more.files },
  };
};
